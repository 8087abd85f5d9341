"""Reads what the page of hours shows, and makes its sheets; on the threads that may."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.hours.records import Everyone, Sheet


class Found(NamedTuple):
    """The sums of all (for the coordinator) and the sheet of one; None when there is nobody to show."""

    everyone: Everyone | None
    sheet: Sheet | None
    today: date


NOTHING: Final = Found(None, None, date.min)


def read(services: Services, actor: Actor, month: date | None, host: UUID | None) -> Found:
    """Read the month for who is at the desk: all and the chosen one, or only their own."""
    today = services.room.today()
    if actor.role < Role.COORDINATOR:
        return Found(None, services.hours.sheet(actor.host, month) if actor.host else None, today)
    everyone = services.hours.everyone(month)
    known = [member.id for member, _ in everyone.rows]
    chosen = host if host in known else next(iter(known), None)
    return Found(everyone, services.hours.sheet(chosen, month) if chosen else None, today)


def sheet_of(services: Services, sheet: Sheet) -> Made:
    """Make the sheet of one host."""
    from buurtkamer_app.papers.gathering import house
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.hours_sheet import hours_sheet

    month = f"{sheet.periods.month:%Y-%m}"
    name = translate("Hours of {name}, {month}", name=sheet.member.name, month=month)
    return Made(name, hours_sheet(sheet, house(services)))


def list_of(services: Services, everyone: Everyone) -> Made:
    """Make the list of all."""
    from buurtkamer_app.papers.gathering import house
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.hours_sheet import hours_list

    name = translate("Hours of {month}", month=f"{everyone.periods.month:%Y-%m}")
    return Made(name, hours_list(everyone, house(services)))
