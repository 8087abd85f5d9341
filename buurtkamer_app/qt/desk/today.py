"""What the head of Vandaag tells of the day, read on the reading thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.names import first_name

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.desk.days.records import DayState
    from buurtkamer_app.room.records import Opening
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.startup import Services


@dataclass(frozen=True, slots=True)
class Today:
    """What the head of the page tells; `on_duty` and `begun` are first names, `opening` is None on a closed day."""

    on: date
    opening: Opening | None
    reason: str
    state: DayState
    on_duty: tuple[str, ...]
    begun: tuple[str, ...]
    began: bool


def look(services: Services, actor: Actor) -> Today:
    """Read what the head tells to somebody."""
    now = services.room.now()
    on = now.date()
    closure = next(iter(services.room.closures(on, on)), None)
    shifts = [shift for shift in services.rota.shifts(on, on) if shift.starts <= now.time() <= shift.ends]
    names = {host.id: host.name for host in services.people.hosts()}
    signed_on = services.rota.on_now()
    return Today(
        on,
        None if closure else services.room.plan().opening(on),
        closure.reason if closure else "",
        services.days.state(on),
        tuple(dict.fromkeys(first_name(name) for name in _holders(shifts))),
        tuple(dict.fromkeys(first_name(names[key]) for key in reversed(signed_on))),
        actor.host in signed_on,
    )


def _holders(shifts: list[Shift]) -> list[str]:
    return [place.host_name for shift in shifts for place in shift.on_duty]
