"""What the head of Vandaag tells of the day, read on the reading thread, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.names import first_name, short_names
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desk.days.records import DayState
    from buurtkamer_app.room.records import Closure, Opening
    from buurtkamer_app.rota.records import Place, Shift
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class Missing:
    """A host of the shift that is on now who did not begin; by first name where that tells who it is.

    `away` when it was said that they are not coming, and nobody took over yet.
    """

    host: UUID
    name: str
    away: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What the head of the page tells; `on_duty` and `begun` are first names, `opening` is None on a closed day.

    `closed_late` are days that nobody had closed, `old_pack` is the day of a power-cut pack that is out of date,
    `cash` whether the room keeps a box, `in_box` what it should open with, in cents. `partly` are the
    closures of a space or a part of the day.
    """

    on: date
    opening: Opening | None
    reason: str
    state: DayState
    on_duty: tuple[str, ...]
    begun: tuple[str, ...]
    began: bool
    missing: tuple[Missing, ...]
    closed_late: tuple[date, ...]
    old_pack: date | None
    cash: bool
    in_box: int | None
    partly: tuple[Closure, ...] = ()


def look(services: Services, actor: Actor) -> Today:
    """Read what the head tells to somebody."""
    now = services.room.now()
    on = now.date()
    from buurtkamer_app.room.rules import closed_on, closed_partly

    closures = services.room.closures(on, on)
    closure = closed_on(closures, on)
    shifts = [shift for shift in services.rota.shifts(on, on) if shift.starts <= now.time() <= shift.ends]
    names = {host.id: host.name for host in services.people.hosts()}
    signed_on = services.rota.on_now()
    pack = services.days.pack_state()
    return Today(
        on,
        None if closure else services.room.plan().opening(on),
        closure.reason if closure else "",
        services.days.state(services.days.current()),
        tuple(dict.fromkeys(first_name(place.host_name) for place in _holders(shifts))),
        tuple(dict.fromkeys(first_name(names[key]) for key in reversed(signed_on))),
        actor.host in signed_on,
        tuple(host for host in _missing(services, shifts, on) if host.host != actor.host),
        tuple(services.days.closed_late()),
        None if pack.current else pack.printed_on,
        services.room.desk_settings().cash,
        services.days.in_box(),
        closed_partly(closures, on),
    )


def facts(today: Today) -> list[str]:
    """Say what is to be told of the day, in short sentences."""
    from buurtkamer_app.qt import closed

    told = []
    if today.opening is None:
        known = translate("Closed today: {reason}", reason=today.reason) if today.reason else ""
        told.append(known or translate("Closed today"))
    else:
        opens, closes = dates.clock(today.opening.opens), dates.clock(today.opening.closes)
        told.append(translate("Open from {opens} to {closes}", opens=opens, closes=closes))
    told += [closed.why(closed.what(shut.space, shut.starts, shut.ends), shut.reason) for shut in today.partly]
    if today.state.open and today.state.on != today.on:
        words = translate("{day} is not closed yet", day=_called(today.state.on, today.on))
        told.append(words[:1].upper() + words[1:])
    if today.on_duty:
        told.append(translate("On duty: {names}", names=listed(today.on_duty)))
    if today.begun:
        told.append(translate("Has begun: {names}", names=listed(today.begun)))
    told += [translate("{name} is not there yet", name=host.name) for host in today.missing if not host.away]
    if today.state.closed_at is not None:
        told.append(translate("The day was closed"))
    if today.old_pack is not None:
        told.append(translate("The power-cut pack is from {day}", day=_called(today.old_pack, today.on)))
    return told


def closed_late(today: Today) -> str:
    """Say which days nobody had closed, nothing when there are none."""
    days = tuple(_called(day, today.on) for day in today.closed_late)
    if not days:
        return ""
    if len(days) == 1:
        words = translate("{day} was not closed. That is done now.", day=days[0])
    else:
        words = translate("{days} were not closed. That is done now.", days=listed(days))
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """Say names in a row: `Ria, Kees and Samira`."""
    if len(names) < 2:
        return "".join(names)
    return translate("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def _called(day: date, today: date) -> str:
    """Call a day of the last week by its name, another one by its date."""
    return dates.weekday(day.weekday()) if 0 <= (today - day).days < 7 else dates.day_and_date(day)


def _holders(shifts: Sequence[Shift]) -> list[Place]:
    return [place for shift in shifts for place in shift.on_duty]


def _missing(services: Services, shifts: Sequence[Shift], on: date) -> tuple[Missing, ...]:
    """Give who holds a place of a shift that is on and was not there since it began, and for whom nobody came yet."""
    worked = services.rota.worked(on, on)
    found: dict[UUID, tuple[str, bool]] = {}
    for shift in shifts:
        began = instant(on, shift.starts, services.room.zone)
        here = {entry.host for entry in worked if entry.off is None or entry.off > began}
        for place in shift.places:
            if not place.replaced and place.host not in here:
                found[place.host] = (place.host_name, place.absent is not None)
    short = short_names(name for name, _ in found.values())
    return tuple(Missing(host, short[name], away) for host, (name, away) in found.items())
