"""When a host can, as a card shows it: their times, fixed shifts, and the shifts they hold on days away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.times.records import HostTimes, OtherTimes
    from buurtkamer_app.room.records import ShiftPattern
    from buurtkamer_app.rota.fixed.records import FixedShift, Trouble
    from buurtkamer_app.services import Services

_AHEAD: Final = timedelta(weeks=13)


@dataclass(frozen=True, slots=True)
class HostNow:
    """The times of a host with what they touch; `held` are the shifts that they hold on the days of an absence.

    `weekdays` and `parts` are those for which the room has shifts, and those that the host has times for.
    """

    times: HostTimes
    today: date
    weekdays: tuple[int, ...]
    parts: tuple[DayPart, ...]
    shifts: tuple[ShiftPattern, ...]
    fixed: tuple[FixedShift, ...]
    troubles: tuple[Trouble, ...]
    held: dict[UUID, tuple[tuple[date, DayPart], ...]]


def read_times(services: Services, host: UUID, *, plans: bool) -> HostNow:
    """Read it; `plans` when the coordinator asks, who sees what cannot be kept."""
    times, today = services.times.of(host), services.room.today()
    patterns = services.room.plan().patterns
    moments = {(one.weekday, one.part) for one in patterns} | {(one.weekday, one.part) for one in times.usual}
    weekdays = {weekday for weekday, _part in moments} or set(range(7))
    parts = {part for _weekday, part in moments} or set(DayPart)
    troubles = services.fixed.troubles(today, today + _AHEAD) if plans else []
    away = [days for days in times.others if not days.extra]
    return HostNow(
        times,
        today,
        tuple(sorted(weekdays)),
        tuple(part for part in DayPart if part in parts),
        tuple(sorted(patterns, key=lambda one: (one.weekday, one.starts, one.task))),
        tuple(services.fixed.of(host)),
        tuple(one for one in troubles if one.host == host),
        {days.id: held for days in away if (held := _held(services, host, days, today))},
    )


def _held(services: Services, host: UUID, days: OtherTimes, today: date) -> tuple[tuple[date, DayPart], ...]:
    """Give the shifts that a host holds on days away, for as far as anybody plans."""
    first, last = max(days.first, today), min(days.last, today + 2 * _AHEAD)
    if last < first:
        return ()
    return tuple(
        (shift.on, shift.part)
        for shift in services.rota.shifts(first, last)
        if days.holds(shift.on, shift.part) and any(place.host == host for place in shift.on_duty)
    )


def how_often(every: int) -> str:
    """Say how often a fixed shift is."""
    return translate("every week") if every == 1 else translate("every {count} weeks", count=every)
