"""Who is inside at this moment, with the hosts who are on: for the list on screen and the sheet for an evacuation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role

if TYPE_CHECKING:
    from datetime import datetime

    from buurtkamer_app.desk.arrivals.records import Inside
    from buurtkamer_app.papers.records import Made, Wanted
    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class InsideNow:
    """Who is inside, and who of the hosts is on, at a moment of the room's clock."""

    inside: Inside
    hosts: tuple[str, ...]
    at: datetime


def look(services: Services) -> InsideNow:
    """Read who is inside; the hosts by name for who is signed in only."""
    on = tuple(dict.fromkeys(services.rota.on_now()))
    hosts: tuple[str, ...] = ()
    if services.store.actor.role >= Role.HOST:
        hosts = tuple(sorted(services.people.host(key).name for key in on))
    return InsideNow(replace(services.arrivals.inside(), hosts=len(on)), hosts, services.room.now())


def inside(services: Services, wanted: Wanted | None = None) -> Made:
    """Make the sheet of this moment; it is of no day."""
    from buurtkamer_app.papers.gathering import house  # noqa: PLC0415 - what only paper needs
    from buurtkamer_app.papers.records import USUAL, Made  # noqa: PLC0415
    from buurtkamer_app.printing.inside_sheet import inside_sheet  # noqa: PLC0415

    now, choices = look(services), wanted.choices if wanted is not None else USUAL
    return Made(translate("Who is inside"), inside_sheet(now.inside, now.hosts, now.at, house(services, choices)))
