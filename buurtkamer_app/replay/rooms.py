"""Makes a fresh room from a room file, through the services that the desktop uses."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.people.records import Available, NewHost, Partner
from buurtkamer_app.replay.call_guide import add_practice_guide
from buurtkamer_app.room.records import Opening, RoomFacts, ShiftPattern
from buurtkamer_app.team.records import Team
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.replay.room_file import ActivityPart, AvailablePart, HostPart, RoomFile, RoomPart, WishPart
    from buurtkamer_app.services import Services

PRACTICE_PIN = "000000"


def furnish(services: Services, file: RoomFile) -> None:
    """Write everything that a room file says, in one unit of work; the one at the desk must be the coordinator."""
    with services.store.work(Label(mark("The room was read from a file")), Role.COORDINATOR) as unit:
        unit.undoable = False
        _room(services, file.room)
        services.teams.set_up(
            Team(
                file.team.name,
                file.team.started_on,
                round(file.team.hours_before * 60),
                *file.team.target_hours_year,
                file.team.members_besides_hosts,
            )
        )
        services.programmes.set_on(frozenset({Programme.TEAM}))
        today = services.room.today()
        for name in file.regulars:
            services.people.know(name, today, may_remember=True)
        for host in file.hosts:
            services.people.add_host(_host(host))
        for partner in file.partners:
            professional = partner.professional
            services.people.add_partner(
                Partner(
                    partner.name,
                    partner.kind,
                    professional.name if professional else "",
                    professional.role if professional else "",
                )
            )
        hosts = {host.name for host in services.people.hosts()}
        series = {part.id: services.activities.add_series(_series(part, hosts)).value for part in file.activities}
        for wish in file.wishes:
            services.wishes.write(_wish(wish, series))


def add_practice_people(services: Services) -> None:
    """Add the coordinator of the practice room, give everybody there the PIN 000000, and fill the call guide.

    Who practises sees every programme.
    """
    name = translate("Coordinator (practice)")
    services.people.add_host(NewHost(name, max_shifts_per_week=0, role=Role.COORDINATOR))
    services.sign_in.set_pins([host.id for host in services.people.hosts()], PRACTICE_PIN)
    with services.store.work(Label(mark("The room was read from a file")), Role.COORDINATOR) as unit:
        unit.undoable = False
        services.programmes.set_on(frozenset(Programme))
    add_practice_guide(services)


def _room(services: Services, part: RoomPart) -> None:
    services.room.set_up(
        RoomFacts(
            part.name, part.street, part.postcode, part.city, part.entrance, part.country, part.timezone, part.phone
        ),
        [
            Opening(day.number, time.fromisoformat(opens), time.fromisoformat(closes))
            for day, (opens, closes) in part.opening_hours.days().items()
        ],
        [(space.name, space.capacity, space.shared) for space in part.spaces],
        [
            ShiftPattern(
                day.number,
                pattern.name,
                time.fromisoformat(pattern.start),
                time.fromisoformat(pattern.end),
                pattern.hosts,
                pattern.experienced,
            )
            for pattern in part.shift_patterns
            for day in pattern.days
        ],
    )


def _host(part: HostPart) -> NewHost:
    return NewHost(
        part.name,
        part.id,
        part.birth_year,
        part.phone,
        part.team_member,
        part.experience,
        part.max_shifts_per_week,
        Role.HOST,
        _availability(part),
        tuple(dict.fromkeys(part.can)),
    )


def _availability(host: HostPart) -> tuple[Available, ...]:
    """Give when a host can; what they would rather not do and cannot do either says nothing."""
    rather_not = _days(host.prefers_not)
    return tuple(
        Available(weekday, part, Willing.RATHER_NOT if (weekday, part) in rather_not else Willing.CAN)
        for weekday, part in _days(host.availability)
    )


def _days(parts: tuple[AvailablePart, ...]) -> dict[tuple[int, DayPart], None]:
    return dict.fromkeys((entry.day.number, part) for entry in parts for part in entry.parts)


def _series(part: ActivityPart, hosts: set[str]) -> NewSeries:
    return NewSeries(
        part.name,
        part.theme,
        part.space,
        part.first_date,
        time.fromisoformat(part.start),
        time.fromisoformat(part.end),
        part.rrule,
        part.about,
        part.price_cents,
        part.capacity,
        part.lead,
        # A host's first name may stand on the wall; a resident's only with their yes, which a file cannot give.
        part.lead in hosts,
        part.self_run,
        part.sign_up,
        part.id,
    )


def _wish(part: WishPart, series: dict[int, UUID]) -> NewWish:
    return NewWish(
        part.text,
        part.theme,
        part.status,
        part.supporters,
        part.recorded_on,
        "",
        part.prefers,
        part.parked_reason,
        series[part.activity] if part.activity is not None else None,
        part.id,
    )
