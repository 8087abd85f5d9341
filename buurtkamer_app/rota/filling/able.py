"""On which shifts a host can be put, and how dear that is: their times, the rest between shifts, what a task asks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import Willing
from buurtkamer_app.rota.rules import REST, rest

if TYPE_CHECKING:
    from datetime import date, time

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.rota.filling.records import Asked, Hand, Question
    from buurtkamer_app.rota.records import ShiftKey

# Source of the first: the model of the rota. The second lies between a missing experienced host and an open place:
# who is only there when it cannot be otherwise is asked for a place that would stay open, and for nothing less.
RATHER_NOT: Final = 5
LAST_RESORT: Final = 500
_PRICES: Final = {Willing.CAN: 0, Willing.RATHER_NOT: RATHER_NOT, Willing.LAST_RESORT: LAST_RESORT}


def too_near(one: Asked, other: Asked) -> bool:
    """Tell whether two shifts on different days leave too little rest between them."""
    first, second = (one, other) if one.key.on < other.key.on else (other, one)
    return rest(first.key.on, first.ends, second.key.on, second.starts) < REST


def prices(question: Question, hand: Hand) -> dict[int, int]:
    """Give the shifts (their index) on which a host can be put, with what that costs besides."""
    if hand.trainee:
        return {}
    usual = {(times.weekday, times.part): _PRICES[times.willing] for times in reversed(hand.times)}
    away, extra = _otherwise(hand, question)
    held = [(key, starts, ends) for host, key, starts, ends in question.held_around if host == hand.id]
    found: dict[int, int] = {}
    for index, shift in enumerate(question.shifts):
        key = shift.key
        price = usual.get((key.on.weekday(), key.part))
        if extra and ((key.on, key.part) in extra or (key.on, None) in extra):
            price = 0
        if price is None and key in hand.offers:
            price = LAST_RESORT
        if price is None or (away and ((key.on, key.part) in away or (key.on, None) in away)):
            continue
        if shift.begun or not shows(hand, shift):
            continue
        if held and any(near_held(shift, *other) for other in held):
            continue
        found[index] = max(price, LAST_RESORT) if question.turns.is_anothers(hand.group, key.on) else price
    return found


def is_away(hand: Hand, shift: Asked) -> bool:
    """Tell whether a host is away when a shift is."""
    return any(not days.extra and days.holds(shift.key.on, shift.key.part) for days in hand.otherwise)


def shows(hand: Hand, shift: Asked) -> bool:
    """Tell whether a host can show what the task of a shift asks: a VOG, a certificate."""
    return hand.proofs.allow(shift.key.on, asks_vog=shift.asks_vog, asks=shift.asks)


def near_held(shift: Asked, key: ShiftKey, starts: time, ends: time) -> bool:
    """Tell whether a shift is on the day of one outside the period, or too near to it."""
    if key.on < shift.key.on:
        return rest(key.on, ends, shift.key.on, shift.starts) < REST
    return key.on == shift.key.on or rest(shift.key.on, shift.ends, key.on, starts) < REST


def _otherwise(
    hand: Hand, question: Question
) -> tuple[set[tuple[date, DayPart | None]], set[tuple[date, DayPart | None]]]:
    """Give the days in the period, with a part or None for the whole day, on which a host is away, and there extra."""
    away: set[tuple[date, DayPart | None]] = set()
    extra: set[tuple[date, DayPart | None]] = set()
    for days in hand.otherwise:
        on, last = max(days.first, question.first), min(days.last, question.last)
        while on <= last:
            (extra if days.extra else away).add((on, days.part))
            on += timedelta(days=1)
    return away, extra
