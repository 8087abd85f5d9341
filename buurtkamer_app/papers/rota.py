"""The sheets of the rota: a week, a month, the list of one host, the strip that goes over a change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday, month_end
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.papers.rota_week import read_days
from buurtkamer_app.printing import words
from buurtkamer_app.printing.cover_strip import cover_strip
from buurtkamer_app.printing.host_shifts import host_shifts
from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper
from buurtkamer_app.printing.rota_sheet import rota_sheet
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.papers.rota_week import WeekRota
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services


def week(services: Services, wanted: Wanted) -> Made:
    """Make the rota of a week."""
    first = monday(wanted.day)
    title = translate("Rota of week {number}", number=first.isocalendar().week)
    return _rota(services, wanted, title, first, first + timedelta(days=6))


def month(services: Services, wanted: Wanted) -> Made:
    """Make the rota of a month."""
    first = wanted.day.replace(day=1)
    title = translate("Rota of {month}", month=words.said(first, "MMMM y"))
    return _rota(services, wanted, title, first, month_end(first))


def own(services: Services, host: UUID, first: date, last: date) -> Made:
    """Make the list of one host."""
    rota = read_days(services, first, last)
    name = services.people.host(host).name
    held = [_own(rota, shift, host) for shift in rota.shifts if _is_on(shift, host)]
    title = translate("The shifts of {name}", name=name)
    return Made(title, host_shifts(name, first, last, held, house(services)))


def strip(services: Services, places: Sequence[tuple[UUID, str]]) -> Made:
    """Make the strip of these places, each with whose it was (empty: as the rota knows)."""
    lines = services.cover.strip(places)
    name = translate("Strip for the rota {day}", day=lines[0].on.isoformat())
    return Made(name, cover_strip(lines, house(services)))


def _rota(services: Services, wanted: Wanted, title: str, first: date, last: date) -> Made:
    rota = read_days(services, first, last)
    days = tuple(
        PaperDay(on, tuple(_on_wall(rota, shift) for shift in rota.shifts if shift.on == on), rota.closed.get(on))
        for on in rota.days
    )
    # The list of numbers is the coordinator's: on the copy of anybody else there are none.
    with_numbers = wanted.choices.numbers and services.sign_in.actor.role >= Role.COORDINATOR
    numbers = services.outlook.phones() if with_numbers else {}
    listed = tuple((host.name, numbers[host.id]) for host in rota.hosts if host.id in numbers)
    paper = RotaPaper(title, first, last, days, listed)
    return Made(title, rota_sheet(paper, house(services, wanted.choices)))


def _on_wall(rota: WeekRota, shift: Shift) -> PaperShift:
    """Give a shift as it hangs on the wall: why somebody does not come is not for everybody to read."""
    names = [said for place, said in rota.told(shift) if place.absent is None]
    return _paper(shift, (*names, *rota.along(shift)), rota.needed(shift))


def _own(rota: WeekRota, shift: Shift, host: UUID) -> PaperShift:
    others = [rota.name(place.host, place.host_name) for place in shift.on_duty if place.host != host]
    others += [rota.short.get(one.host, one.host_name) for one in shift.along if one.host != host]
    return _paper(shift, tuple(others), "")


def _is_on(shift: Shift, host: UUID) -> bool:
    return any(place.host == host for place in shift.on_duty) or any(one.host == host for one in shift.along)


def _paper(shift: Shift, names: tuple[str, ...], needed: str) -> PaperShift:
    return PaperShift(shift.on, translate(PARTS[shift.part]), shift.starts, shift.ends, names, shift.task, needed)
