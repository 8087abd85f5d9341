"""What the rota of some days is, as page and paper need it: read in one go, in words that can be said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.names import short_names
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import AbsenceReason, Experience
from buurtkamer_app.rota.said import needed

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.rota.ahead import NowOn
    from buurtkamer_app.rota.cover.records import Offer
    from buurtkamer_app.rota.records import Place, Shift, ShiftKey
    from buurtkamer_app.services import Services

_ABSENT: Final = {
    AbsenceReason.UNKNOWN: mark("{name} – did not come"),
    AbsenceReason.ILL: mark("{name} – ill"),
    AbsenceReason.EXCUSED: mark("{name} – excused"),
}


@dataclass(frozen=True, slots=True)
class WeekRota:
    """The shifts of a week, and who the hosts are; `may_plan` when the coordinator is at the desk.

    `days` are the dates on which the room has shifts, `closed` those on which it is closed all day, with the reason;
    `shut` the shifts that a closed part of the day takes away. `fixed` are the hosts who have a shift by agreement, and
    `offers` who comes if nobody else does. `turn` is the group whose week it is, of `groups`.
    """

    monday: date
    now: datetime
    days: tuple[date, ...]
    closed: dict[date, str]
    shifts: tuple[Shift, ...]
    hosts: tuple[Host, ...]
    short: dict[UUID, str]
    may_plan: bool
    shut: dict[ShiftKey, Closure] = field(default_factory=dict)
    fixed: dict[ShiftKey, tuple[UUID, ...]] = field(default_factory=dict)
    offers: dict[ShiftKey, tuple[Offer, ...]] = field(default_factory=dict)
    takings: dict[UUID, str] = field(default_factory=dict)
    turn: int = 0
    groups: int = 0
    on_now: NowOn | None = None

    @property
    def today(self) -> date:
        """Give the day on which this was read."""
        return self.now.date()

    @property
    def gaps(self) -> int:
        """Give how many places of the week nobody holds."""
        return sum(self.open_places(shift) for shift in self.shifts)

    def is_over(self, shift: Shift) -> bool:
        """Tell whether a shift has been."""
        return (shift.on, shift.ends) <= (self.now.date(), self.now.time())

    def is_trainee(self, host: UUID) -> bool:
        """Tell whether a host is still learning: a trainee holds no place."""
        return any(one.id == host and one.experience is Experience.TRAINEE for one in self.hosts)

    def open_places(self, shift: Shift) -> int:
        """Give how many places of a shift nobody holds. Source: a trainee joins as an extra (the rota's model)."""
        held = sum(not self.is_trainee(place.host) for place in shift.on_duty)
        return max(0, shift.hosts - held)

    def wants_experience(self, shift: Shift) -> bool:
        """Tell whether a shift has too few hosts with experience."""
        able = {one.id for one in self.hosts if one.experience is Experience.EXPERIENCED}
        return sum(place.host in able for place in shift.on_duty) < shift.experienced

    def name(self, host: UUID, whole: str, *, in_full: bool = False) -> str:
        """Give the first name of a host, or the whole one where two share it; a trainee with the word for it."""
        said = whole if in_full else self.short.get(host, whole)
        return translate("{name} (learning)", name=said) if self.is_trainee(host) else said

    def needed(self, shift: Shift) -> str:
        """Say of a shift what it still needs, nothing when it is full."""
        return needed(self.open_places(shift), experienced=self.wants_experience(shift))

    def told(self, shift: Shift, *, in_full: bool = False) -> list[tuple[Place, str]]:
        """Say who is on a shift, for whom somebody stands in, and who does not come."""
        gone = [place for place in shift.places if place.replaced]
        stands_in = [place for place in shift.places if place.substitute]
        told = []
        for place in shift.places:
            name = self.name(place.host, place.host_name, in_full=in_full)
            if place.replaced:
                continue
            if place.absent is not None:
                told.append((place, translate(_ABSENT[place.absent], name=name)))
            elif place.substitute:
                alone = gone[0].host_name if len(gone) == len(stands_in) == 1 else ""
                told.append((place, self._stands_in(place, name, self.takings.get(place.id, alone), in_full=in_full)))
            elif place.host in self.fixed.get(shift.key, ()):
                told.append((place, translate("{name} (fixed)", name=name)))
            else:
                told.append((place, name))
        return told

    def along(self, shift: Shift) -> list[str]:
        """Say who goes along with whom, to learn."""
        told = []
        for one in shift.along:
            name, other = self.short.get(one.host, one.host_name), self._by_key(one.with_id)
            told.append(
                translate("{name} goes along with {other}", name=name, other=other)
                if other
                else translate("{name} goes along", name=name)
            )
        return told

    def not_on_yet(self, shift: Shift) -> list[Host]:
        """Give who has a shift by agreement and is not on it yet."""
        there = {place.host for place in shift.places} | {one.host for one in shift.along}
        return [one for one in self.hosts if one.id in self.fixed.get(shift.key, ()) and one.id not in there]

    def _by_key(self, host: UUID | None) -> str:
        return self.short.get(host, "") if host is not None else ""

    def _stands_in(self, place: Place, name: str, gone: str, *, in_full: bool) -> str:
        other = next((one for one in self.hosts if one.name == gone), None)
        said = self.name(other.id, gone, in_full=in_full) if other is not None else gone
        return translate("{name} for {gone}", name=name, gone=said) if said else _substitute(place, name)


def _substitute(_place: Place, name: str) -> str:
    return translate("{name} (substitute)", name=name)


def first_names(hosts: tuple[Host, ...]) -> dict[UUID, str]:
    """Give the first name of each host, or the whole one where two share it."""
    short = short_names(host.name for host in hosts)
    return {host.id: short[host.name] for host in hosts}


def read_week(services: Services, day: date | None) -> WeekRota:
    """Read the rota of the week that holds a day; None is this week."""
    today = services.room.today()
    first = monday(day or today)
    return read_days(services, first, first + timedelta(days=6))


def read_days(services: Services, first: date, last: date) -> WeekRota:
    """Read the rota of a period that begins on a Monday."""
    # It loads Babel, which the first window does not wait for.
    from buurtkamer_app.room.rules import closed_on  # noqa: PLC0415

    now, hosts = services.room.now(), tuple(services.people.hosts())
    shifts, shut = tuple(services.rota.shifts(first, last)), services.outlook.closed_shifts(first, last)
    weekdays = {pattern.weekday for pattern in services.room.plan().patterns if pattern.series_id is None}
    there = {shift.on for shift in shifts}
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    days = [on for on in days if on.weekday() in weekdays or on in there]
    closures = services.room.closures(first, last)
    closed = {on: why.reason for on in days if (why := closed_on(closures, on)) is not None}
    turns = services.week_groups.turns()
    return WeekRota(
        first,
        now,
        tuple(days),
        closed,
        shifts,
        hosts,
        first_names(hosts),
        services.sign_in.actor.role >= Role.COORDINATOR,
        shut={key: why for key, why in shut.items() if key.on not in closed},
        fixed={key: tuple(one.host for one in due) for key, due in services.fixed.due(first, last).items()},
        offers=services.offers.of(first, last),
        takings=services.cover.takings(first, last),
        turn=turns.of_week(first),
        groups=turns.groups,
        on_now=services.outlook.on_now() if first <= now.date() <= last else None,
    )
