"""What the rota of a week is, as the page needs it: read in one go, in words that can be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import AbsenceReason, Experience, Willing

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.records import Available, Host
    from buurtkamer_app.rota.records import Place, Shift
    from buurtkamer_app.startup import Services

_ABSENT: Final = {
    AbsenceReason.UNKNOWN: mark("{name} – did not come"),
    AbsenceReason.ILL: mark("{name} – ill"),
    AbsenceReason.EXCUSED: mark("{name} – excused"),
}


@dataclass(frozen=True, slots=True)
class WeekRota:
    """The shifts of a week, who the hosts are and when they can; `may_plan` when the coordinator is at the desk.

    `days` are the dates on which the room has shifts, `closed` those on which it is closed, with the reason.
    """

    monday: date
    today: date
    days: tuple[date, ...]
    closed: dict[date, str]
    shifts: tuple[Shift, ...]
    hosts: tuple[Host, ...]
    short: dict[UUID, str]
    availability: dict[UUID, list[Available]]
    may_plan: bool

    @property
    def gaps(self) -> int:
        """Give how many places of the week nobody holds."""
        return sum(self.open_places(shift) for shift in self.shifts)

    def is_trainee(self, host: UUID) -> bool:
        """Tell whether a host is still learning: a trainee holds no place."""
        return any(one.id == host and one.experience is Experience.TRAINEE for one in self.hosts)

    def open_places(self, shift: Shift) -> int:
        """Give how many places of a shift nobody holds. Source: a trainee joins as an extra (the rota's model)."""
        held = sum(not self.is_trainee(place.host) for place in shift.on_duty)
        return max(0, shift.hosts - held)

    def name(self, host: UUID, whole: str, *, in_full: bool = False) -> str:
        """Give the first name of a host, or the whole one where two share it; a trainee with the word for it."""
        said = whole if in_full else self.short.get(host, whole)
        return translate("{name} (learning)", name=said) if self.is_trainee(host) else said

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
            elif place.substitute and len(gone) == len(stands_in) == 1:
                other = self.name(gone[0].host, gone[0].host_name, in_full=in_full)
                told.append((place, translate("{name} for {gone}", name=name, gone=other)))
            elif place.substitute:
                told.append((place, translate("{name} (substitute)", name=name)))
            else:
                told.append((place, name))
        return told

    def candidates(self, shift: Shift) -> tuple[list[Host], list[Host]]:
        """Give the hosts who may be asked for a shift and are not on it: who can at that time, and the others."""
        on_it = {place.host for place in shift.places if not place.replaced}
        free = [host for host in self.hosts if host.rostered and host.id not in on_it]
        can = [host for host in free if self._can(host, shift)]
        # Who would rather not is asked after the others; why is nobody's business here.
        can.sort(key=lambda host: self._can(host, shift) is not Willing.CAN)
        return can, [host for host in free if host not in can]

    def _can(self, host: Host, shift: Shift) -> Willing | None:
        asked = shift.on.weekday(), shift.part
        times = self.availability.get(host.id, [])
        return next((time.willing for time in times if (time.weekday, time.part) == asked), None)


def read_week(services: Services, day: date | None) -> WeekRota:
    """Read the rota of the week that holds a day; None is this week."""
    # They load Babel, which the first window does not wait for.
    from buurtkamer_app.base.names import first_name
    from buurtkamer_app.room.rules import closed_on

    today = services.room.today()
    monday = (day or today) - timedelta(days=(day or today).weekday())
    hosts = tuple(services.people.hosts())
    first = [first_name(host.name) for host in hosts]
    short = {host.id: name if first.count(name) == 1 else host.name for host, name in zip(hosts, first, strict=True)}
    weekdays = {pattern.weekday for pattern in services.room.plan().patterns}
    days = tuple(on for ahead in range(7) if (on := monday + timedelta(days=ahead)).weekday() in weekdays)
    closures = services.room.closures(monday, monday + timedelta(days=6))
    return WeekRota(
        monday,
        today,
        days,
        {on: shut.reason for on in days if (shut := closed_on(closures, on)) is not None},
        tuple(services.rota.week(monday)),
        hosts,
        short,
        services.people.availability(),
        services.sign_in.actor.role >= Role.COORDINATOR,
    )
