"""From how many people on effects are kept and told: five, so that nobody can be known from them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms_around import EffectOn
from buurtkamer_app.team.effects.records import Answers, Batch

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# Source: the room's rule for the programme Buurtvolk, "reported only for five people or more".
FEWEST: Final = 5
_MOST: Final = 999


def kept_batch(batch: Batch, today: date) -> Batch:
    """Give a batch as it is kept, without what nobody answered.

    Raises `RefusedError` when an effect was answered by one to four people, when there are no answers, and for a day
    that is still to come.
    """
    if batch.on > today:
        raise RefusedError("This day is still to come. Write it down afterwards.")
    answered = tuple((effect, answers) for effect, answers in batch.of if answers.people)
    if not answered:
        raise RefusedError("Count the slips first. Fill in how many say what.")
    if any(min(answers.less, answers.same, answers.more) < 0 or answers.people > _MOST for _, answers in answered):
        raise RefusedError("Type how many slips there are, at most {most}.", most=_MOST)
    few = min(answers.people for _, answers in answered)
    if few < FEWEST:
        raise RefusedError(
            "Only {count} people answered. Keep the slips until there are {fewest}.", count=few, fewest=FEWEST
        )
    return Batch(batch.on, answered)


def summed(batches: Iterable[Batch]) -> tuple[tuple[EffectOn, Answers], ...]:
    """Add batches up by effect, in their order; what fewer than five people answered is left out."""
    found: dict[EffectOn, list[Answers]] = defaultdict(list)
    for batch in batches:
        for effect, answers in batch.of:
            found[effect].append(answers)
    sums = (
        (
            effect,
            Answers(
                sum(one.less for one in found[effect]),
                sum(one.same for one in found[effect]),
                sum(one.more for one in found[effect]),
            ),
        )
        for effect in EffectOn
        if effect in found
    )
    return tuple((effect, answers) for effect, answers in sums if answers.people >= FEWEST)
