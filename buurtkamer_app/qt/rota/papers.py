"""Makes the sheets of the rota on the reading thread: a week, a month, the list of one host."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import month_end
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.papers import PaperSheet
from buurtkamer_app.qt.rota.reading import read_days
from buurtkamer_app.qt.rota.said import gap
from buurtkamer_app.qt.terms import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.printing.rota_paper import PaperShift
    from buurtkamer_app.qt.rota.reading import WeekRota
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services


def week_sheet(monday: date) -> Callable[[Services, bool], PaperSheet]:
    """Give what makes the rota of a week, with phone numbers or without."""

    def make(services: Services, phones: bool) -> PaperSheet:
        title = translate("Rota of week {number}", number=monday.isocalendar().week)
        return _rota(services, title, monday, monday + timedelta(days=6), phones=phones)

    return make


def month_sheet(first: date) -> Callable[[Services, bool], PaperSheet]:
    """Give what makes the rota of a month."""

    def make(services: Services, phones: bool) -> PaperSheet:
        title = translate("Rota of {month}", month=dates.month(first))
        return _rota(services, title, first, month_end(first), phones=phones)

    return make


def own_sheet(host: UUID, first: date, last: date) -> Callable[[Services, bool], PaperSheet]:
    """Give what makes the list of one host."""

    def make(services: Services, _phones: bool) -> PaperSheet:
        from buurtkamer_app.printing.host_shifts import host_shifts

        rota = read_days(services, first, last)
        name = services.people.host(host).name
        held = [_own(rota, shift, host) for shift in rota.shifts if _is_on(shift, host)]
        pdf = host_shifts(services.room.facts(), name, first, last, held, rota.today)
        return PaperSheet(translate("The shifts of {name}", name=name), pdf)

    return make


def _rota(services: Services, title: str, first: date, last: date, *, phones: bool) -> PaperSheet:
    from buurtkamer_app.printing.rota_paper import PaperDay, RotaPaper
    from buurtkamer_app.printing.rota_sheet import rota_sheet

    rota = read_days(services, first, last)
    days = tuple(
        PaperDay(on, tuple(_on_wall(rota, shift) for shift in rota.shifts if shift.on == on), rota.closed.get(on))
        for on in rota.days
    )
    numbers = services.outlook.phones() if phones else {}
    listed = tuple((host.name, numbers[host.id]) for host in rota.hosts if host.id in numbers)
    return PaperSheet(title, rota_sheet(RotaPaper(services.room.facts(), title, days, rota.today, listed)))


def _on_wall(rota: WeekRota, shift: Shift) -> PaperShift:
    """Give a shift as it hangs on the wall: why somebody does not come is not for everybody to read."""
    names = [words for place, words in rota.told(shift) if place.absent is None]
    return _paper(shift, (*names, *rota.along(shift)), gap(rota, shift))


def _own(rota: WeekRota, shift: Shift, host: UUID) -> PaperShift:
    others = [rota.name(place.host, place.host_name) for place in shift.on_duty if place.host != host]
    others += [rota.short.get(one.host, one.host_name) for one in shift.along if one.host != host]
    return _paper(shift, tuple(others), "")


def _is_on(shift: Shift, host: UUID) -> bool:
    return any(place.host == host for place in shift.on_duty) or any(one.host == host for one in shift.along)


def _paper(shift: Shift, names: tuple[str, ...], needed: str) -> PaperShift:
    from buurtkamer_app.printing.rota_paper import PaperShift

    return PaperShift(shift.on, translate(PARTS[shift.part]), shift.starts, shift.ends, names, shift.task, needed)
