"""A shift in words: which it is, from when until when, and what it still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt import dates
from buurtkamer_app.rota.ahead import RiskKind
from buurtkamer_app.rota.said import PARTS, needed

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.rota.ahead import Risk
    from buurtkamer_app.rota.records import Shift

_PART_OF: Final = {
    DayPart.MORNING: mark("{day} morning"),
    DayPart.AFTERNOON: mark("{day} afternoon"),
    DayPart.EVENING: mark("{day} evening"),
}
_RISKS: Final = {
    RiskKind.NOBODY: mark("nobody is on yet"),
    RiskKind.ONLY_LEARNING: mark("only somebody who is learning is on"),
    RiskKind.NO_EXPERIENCE: mark("nobody with experience is on"),
    RiskKind.VOG: mark("{name} has no valid VOG"),
    RiskKind.CERTIFICATE: mark("{name} has no valid certificate: {what}"),
    RiskKind.ACTIVITY_GONE: mark("{name} was on, but the activity is not then any more"),
}


def times(shift: Shift) -> str:
    """Say from when until when: `9.45–13.00`."""
    return dates.span(shift.starts, shift.ends)


def moment(shift: Shift) -> str:
    """Say which shift it is: `Woensdag 11 maart, ochtend`, with what it is for."""
    said = f"{dates.day_heading(shift.on)}, {translate(PARTS[shift.part]).lower()}"
    return f"{said} · {shift.task}" if shift.task else said


def part_of_day(on: date, part: DayPart) -> str:
    """Say a part of a weekday: `woensdagmiddag`."""
    return translate(_PART_OF[part], day=dates.weekday(on.weekday()))


def risk(one: Risk) -> str:
    """Say what may go wrong: `Woensdagmiddag 11 maart: nog maar 1 gastvrouw of gastheer`."""
    shift = one.shift
    when = f"{part_of_day(shift.on, shift.part)} {dates.day_of_month(shift.on)}"
    when = f"{when} ({shift.task})" if shift.task else when
    if one.kind is RiskKind.ONE:
        what = translate("only one host is on")
    elif one.kind is RiskKind.OPEN:
        what = needed(one.count, experienced=False)
    else:
        what = translate(_RISKS[one.kind], name=one.name, what=one.what)
    return f"{when[:1].upper()}{when[1:]}: {what}."


def short_gaps(count: int) -> str:
    """Say where there is little room how many places are open: `1 open`."""
    return translate("{count} open", count=count)


def open_places(count: int) -> str:
    """Say how many places are open."""
    if count == 0:
        return translate("no open places")
    return translate("1 open place") if count == 1 else translate("{count} open places", count=count)
