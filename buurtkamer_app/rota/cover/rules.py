"""In which order one calls who can come: pure, and with a kind word for each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import CallResult, Experience, Willing
from buurtkamer_app.rota.breaking import lacking_papers, rest_between
from buurtkamer_app.rota.cover.records import Why
from buurtkamer_app.rota.rules import REST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from buurtkamer_app.rota.breaking import Known
    from buurtkamer_app.rota.cover.records import Weighed
    from buurtkamer_app.rota.records import Shift

# What somebody did in these weeks counts for how soon they are asked.
BEFORE: Final = timedelta(weeks=6)
AFTER: Final = timedelta(weeks=2)
# From so long before a shift on, who lives near is asked before who has done least.
PRESSING: Final = timedelta(hours=3)
# Less apart than so many weeks' worth of shifts, two have done the same.
_SAME: Final = 2.0
_CALLED: Final = {None: 0, CallResult.YES: 0, CallResult.NO_ANSWER: 1, CallResult.NO: 2}


def may_come(shift: Shift, known: Known, *, offered: bool) -> bool:
    """Tell whether a host may be called for a shift at all: what the program never breaks, but for their own offer.

    Who is on another shift that day, has no 11 hours of rest or lacks papers that are asked is not called, nor a
    trainee. Source: the rota's model, rules 1, 2 and 4.
    """
    host = known.host
    if host.experience is Experience.TRAINEE or not host.rostered:
        return False
    if known.free is None and not offered:
        return False
    if any(held.on == shift.on or rest_between(held, shift) < REST for held in known.held):
        return False
    return not lacking_papers(shift, known)


def ranked(found: Iterable[Weighed], *, pressing: bool) -> list[Weighed]:
    """Put in order whom to call: who can, who offered, who would rather not, who is on often, who only at the last.

    Among equals who has the experience that is lacking, who did least lately, who lives near, who knows the work; when
    it is `pressing` who lives near before who did least. Who did not answer comes after those, who said no last.
    """

    def place(one: Weighed) -> tuple[object, ...]:
        did, far = int(one.load / _SAME), not one.near
        first, then = (far, did) if pressing else (did, far)
        called = _CALLED[one.call.result if one.call else None]
        return called, _step(one), not one.needed, first, then, not one.knows, one.load, one.host.name

    return sorted(found, key=place)


def whys(one: Weighed) -> tuple[Why, ...]:
    """Give why somebody is in the list, what matters most first; that they would rather not is nobody's business."""
    told = {
        Why.OFFERED: one.offered,
        Why.CAN: one.willing in {Willing.CAN, Willing.RATHER_NOT},
        Why.ASK_LAST: one.willing is Willing.LAST_RESORT and not one.offered,
        Why.NEAR: one.near,
        Why.KNOWS: one.knows or one.needed,
        Why.COMES_ALREADY: one.full,
    }
    return tuple(why for why, holds in told.items() if holds)


def is_pressing(shift: Shift, now: datetime) -> bool:
    """Tell whether a shift begins soon, or has begun; `now` is the moment of the room's clock."""
    return datetime.combine(shift.on, shift.starts) - now.replace(tzinfo=None) <= PRESSING


def is_over(shift: Shift, now: datetime) -> bool:
    """Tell whether a shift is over; `now` as above."""
    return datetime.combine(shift.on, shift.ends) <= now.replace(tzinfo=None)


def gaps(shift: Shift, trainees: Collection[UUID]) -> int:
    """Give how many places of a shift nobody holds; a trainee holds none."""
    return max(0, shift.hosts - sum(place.host not in trainees for place in shift.on_duty))


def _step(one: Weighed) -> int:
    """Give how late somebody is asked. An offer is for when nobody else can, so who simply can is asked before it."""
    if one.offered:
        return 1
    if one.willing is Willing.LAST_RESORT:
        return 4
    if one.full:
        return 3
    return 0 if one.willing is Willing.CAN else 2
