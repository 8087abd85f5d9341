"""Which agreements on fixed shifts can be, beside the others and as a host can work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import lcm
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.spans import monday
from buurtkamer_app.people.times import said
from buurtkamer_app.rota.rules import REST, rest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Proofs
    from buurtkamer_app.people.records import Available
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.rota.fixed.records import Agreed, FixedShift

MOST_WEEKS: Final = 8
_LAST_YEAR: Final = 2099


@dataclass(frozen=True, slots=True)
class Worker:
    """What matters of the host for whom something is agreed: `proofs` None when they showed nothing."""

    id: UUID
    name: str
    trainee: bool
    most_a_week: int
    usual: tuple[Available, ...]
    proofs: Proofs | None


def moments(agreed: Agreed, weeks: int) -> Iterator[date]:
    """Give the days of an agreement in its first so many weeks."""
    on = agreed.first + timedelta(days=(agreed.weekday - agreed.first.weekday()) % 7)
    for week in range(weeks + 1):
        if agreed.falls_on(day := on + timedelta(weeks=week)):
            yield day


def check(who: Worker, new: Agreed, known: Sequence[FixedShift], patterns: Sequence[ShiftPattern]) -> None:
    """Raise `RefusedError`, which names the host and the day, for an agreement that cannot be.

    `known` are all other agreements of the room that did not end before this one begins.
    """
    moment = said.moment(new.weekday, new.part)
    _check_days(who.name, new)
    pattern = _pattern(new, patterns)
    if pattern is None:
        raise RefusedError("{name}: there is no such shift on {moment}.", name=who.name, moment=moment)
    if who.trainee:
        raise RefusedError("{name} is still learning, so {moment} cannot be fixed.", name=who.name, moment=moment)
    if not any((time.weekday, time.part) == (new.weekday, new.part) for time in who.usual):
        raise RefusedError("{name} cannot on {moment}. Change the times first.", name=who.name, moment=moment)
    proven = who.proofs is not None and who.proofs.allow(new.first, asks_vog=pattern.asks_vog, asks=pattern.asks)
    if (pattern.asks_vog or pattern.asks) and not proven:
        raise RefusedError("{name} did not show yet what {moment} asks for.", name=who.name, moment=moment)
    _check_own(who, new, [one for one in known if one.host == who.id], patterns)
    others = [one for one in known if one.host != who.id and _place(one) == _place(new)]
    for on in moments(new, _cycle(new, *others)):
        there = [one.host_name for one in others if one.falls_on(on)]
        if len(there) >= pattern.hosts:
            raise RefusedError(
                "{name}: on {day} all places are fixed already ({others}).",
                name=who.name,
                day=said.day(on),
                others=", ".join(there),
            )


def _check_days(name: str, new: Agreed) -> None:
    if not 1 <= new.every <= MOST_WEEKS:
        raise RefusedError("{name}: between every week and every {most} weeks.", name=name, most=MOST_WEEKS)
    if new.last is not None and new.last < new.first:
        raise RefusedError("{name}: the last day, {last}, comes before the first.", name=name, last=said.day(new.last))
    far = new.last or new.first
    if far.year > _LAST_YEAR:
        raise RefusedError("{name}: {day} is too far away. Look at the year.", name=name, day=said.day(far))
    if next(moments(new, new.every), None) is None:
        raise RefusedError(
            "{name}: no {moment} falls between these days.", name=name, moment=said.moment(new.weekday, new.part)
        )


def _check_own(who: Worker, new: Agreed, own: Sequence[FixedShift], patterns: Sequence[ShiftPattern]) -> None:
    for on in moments(new, _cycle(new, *own)):
        other = next((one for one in own if one.falls_on(on)), None)
        if other is not None:
            raise RefusedError(
                "{name} has {moment} fixed already. One shift a day.",
                name=who.name,
                moment=said.moment(other.weekday, other.part),
            )
        week = [one for one in own if one.falls_on(monday(on) + timedelta(days=one.weekday))]
        if len(week) >= who.most_a_week:
            raise RefusedError(
                "{name} has {most} fixed shifts in the week of {day}. That is the most.",
                name=who.name,
                most=who.most_a_week,
                day=said.day(on),
            )
        for by in (-1, 1):
            beside = next((one for one in own if one.falls_on(on + timedelta(days=by))), None)
            if beside is None:
                continue
            one, after = (beside, new) if by < 0 else (new, beside)
            if not _rested(one, after, patterns):
                raise RefusedError(
                    "{name} would have less than 11 hours of rest around {day}.", name=who.name, day=said.day(on)
                )


def _rested(one: Agreed, after: Agreed, patterns: Sequence[ShiftPattern]) -> bool:
    """Tell whether there are 11 hours between a shift and one of the next day."""
    first, then = _pattern(one, patterns), _pattern(after, patterns)
    if first is None or then is None:
        return True
    day = date(2000, 1, 3)
    return rest(day, first.ends, day + timedelta(days=1), then.starts) >= REST


def _pattern(agreed: Agreed, patterns: Sequence[ShiftPattern]) -> ShiftPattern | None:
    wanted = _place(agreed)
    return next((one for one in patterns if (one.weekday, one.part, one.task) == wanted), None)


def _place(agreed: Agreed) -> tuple[int, str, str]:
    return agreed.weekday, agreed.part, agreed.task


def _cycle(new: Agreed, *others: FixedShift) -> int:
    """Give after how many weeks everything comes again, counted from when the last of the others began."""
    begun = max((one.first for one in others), default=new.first)
    before = max(0, (begun - new.first).days // 7 + 1)
    return before + lcm(new.every, *(one.every for one in others))


CANNOT: Final = mark("{name} has {moment} fixed, but cannot then.")
LEARNING: Final = mark("{name} is still learning, but has {moment} fixed.")
UNPROVEN: Final = mark("{name} has {moment} fixed, but did not show what it asks.")
TWICE: Final = mark("{name} has two fixed shifts on {day}.")
TOO_MANY: Final = mark("{name} has more fixed shifts than wanted in the week of {day}.")
NO_PLACE: Final = mark("{name} has {moment} fixed, but all places are taken on {day}.")


def why(message: str, name: str, agreed: Agreed, on: date) -> Label:
    """Say why an agreement cannot be kept on a day."""
    values: dict[str, str | int] = {"name": name, "moment": said.moment(agreed.weekday, agreed.part)}
    return Label(message, values | {"day": said.day(on)})
