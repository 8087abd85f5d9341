"""What a wish may come to: the ending that its words ask for, what is there already, and which partners there are.

`propose_ending(text, supporters, alike, partners) -> ProposedEnding`: the ending to propose and why, as a `Label`
(`.say()`); `alike` is what means the same (`LooksLike`), `partners` are those of the room (`People.partners()`).
Pure and quick (under a millisecond): it may be called for every open wish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.planner.signs import Signs, said_in, signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from buurtkamer_app.people.records import Partner
    from buurtkamer_app.planner.alike.records import LooksLike

# One resident helps another: what more of them want is something to do together.
_MATCHED: Final = 2
# How alike an activity must be (0 to 100) before it is said to exist already; one that is named in the wish is it.
_THE_SAME: Final = 66


@dataclass(frozen=True, slots=True)
class ProposedEnding:
    """The ending that fits a wish best and why; `series` is the activity that exists already, `partner` a name."""

    ending: Ending
    reason: Label
    series: UUID | None = None
    partner: str = ""


def propose_ending(
    text: str, supporters: int, alike: Iterable[LooksLike], partners: Iterable[Partner]
) -> ProposedEnding:
    """Give the ending that fits a wish best, with its reason; an activity when nothing else is seen in its words.

    What is said to exist already is the most alike activity of `alike`, when it is alike enough.
    """
    known = tuple(partners)
    found = next(((group, said) for group in signs() if (said := said_in(text, group))), None)
    group, said = found if found is not None else (None, "")
    if group is not None and group.ending is Ending.REPORTED:
        reason = Label(mark("The wish says “{words}”: that can be reported."), {"words": said})
        return ProposedEnding(Ending.REPORTED, reason, partner=_partner(group, known))
    if (same := _the_same(text, alike)) is not None:
        reason = Label(mark("{name} is there already and looks like this."), {"name": same.name})
        return ProposedEnding(Ending.EXISTS, reason, series=same.key)
    if group is not None and group.ending is Ending.MATCH and supporters <= _MATCHED:
        reason = Label(mark("The wish says “{words}”: one resident can help another."), {"words": said})
        return ProposedEnding(Ending.MATCH, reason)
    if group is not None and group.ending is Ending.HANDED_ON and (partner := _partner(group, known)):
        reason = Label(
            mark("The wish says “{words}”: {partner} can help with that."), {"words": said, "partner": partner}
        )
        return ProposedEnding(Ending.HANDED_ON, reason, partner=partner)
    if supporters > 1:
        reason = Label(mark("{count} residents want this. They can do it together."), {"count": supporters})
        return ProposedEnding(Ending.ACTIVITY, reason)
    return ProposedEnding(Ending.ACTIVITY, Label(mark("Residents can do this together.")))


def _the_same(text: str, alike: Iterable[LooksLike]) -> LooksLike | None:
    """Give the activity that is wished and is there already, None when none is alike enough."""
    activities = [one for one in alike if one.kind == "activity"]
    said = frozenset(words(text))
    named = (one for one in activities if said.issuperset(words(one.name)))
    likely = (one for one in activities if one.score >= _THE_SAME)
    return next(named, None) or max(likely, key=lambda one: one.score, default=None)


def _partner(group: Signs, partners: Sequence[Partner]) -> str:
    """Give the partner of the first kind that there is one of."""
    return next((one.name for kind in group.partners for one in partners if one.kind == kind), "")
