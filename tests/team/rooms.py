"""A buurtkamer in which hosts gave hours, as the tests of hours and of the expense allowance make it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from buurtkamer_app.base.roles import Actor
from buurtkamer_app.base.terms import HoursKind
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.team.hours.records import NewHours

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

ZONE = ZoneInfo("Europe/Amsterdam")
WEDNESDAY = date(2026, 3, 11)


def at(on: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Give a moment of the room's clock as an instant."""
    return datetime(on.year, on.month, on.day, hour, minute, second, tzinfo=ZONE).astimezone(UTC)


def who(services: Services, name: str) -> UUID:
    """Give the key of a host."""
    return services.people.host_named(name).id


def sit(services: Services, name: str) -> None:
    """Put a host at the desk."""
    host = services.people.host_named(name)
    services.sign_in.act_as(Actor(host.role, host.id, host.name))


def coordinate(services: Services) -> None:
    """Put the coordinator at the desk."""
    services.sign_in.act_as(KEY_HOLDER)


def works(services: Services, clock: SetClock, name: str, begin: datetime, end: datetime | None) -> None:
    """Let a host sign on and off."""
    clock.instant = begin
    services.rota.sign_on(who(services, name))
    if end is not None:
        clock.instant = end
        services.rota.sign_off(who(services, name))


def gives(services: Services, names: str | tuple[str, ...], on: date, hours: float, starts: int = 9) -> None:
    """Write down hours of a host, or of several, for a day that was."""
    hosts = tuple(who(services, name) for name in ((names,) if isinstance(names, str) else names))
    ends = (datetime.combine(on, time(starts)) + timedelta(hours=hours)).time()
    services.hours.write(NewHours(hosts, on, time(starts), ends, HoursKind.OTHER))


def wants(
    services: Services, name: str, birth_year: int | None = 1960, birthday: tuple[int, int] | None = None
) -> UUID:
    """Let a host want an expense allowance."""
    key = who(services, name)
    services.cards.set_personal(key, birthday, wants_allowance=True, birth_year=birth_year)
    return key
