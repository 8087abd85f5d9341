"""Hours on paper: those of one host with their sums, and the list of all hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.durations import in_column
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section, log_pages, text_of
from buurtkamer_app.team.hours.records import HoursFrom

if TYPE_CHECKING:
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.team.hours.records import Everyone, Line, Periods, Sheet, Sums

_FROM: Final = {
    HoursFrom.SHIFT: mark("shift"),
    HoursFrom.ACTIVITY: mark("activity led"),
    HoursFrom.MEETING: mark("meeting"),
    HoursFrom.MARKET: mark("market"),
    HoursFrom.STREET: mark("in a street"),
    HoursFrom.TRAINING: mark("training"),
    HoursFrom.OTHER: mark("something else"),
}


def hours_sheet(sheet: Sheet, house: House) -> bytes:
    """Make the sheet of one host as a PDF: the month day by day, the year by month; StoreError without letters."""
    month = words.said(sheet.periods.month, "MMMM y")
    title = translate("Hours of {name}, {month}", name=sheet.member.name, month=month)
    days = Section(
        translate("By day"),
        (
            Column(translate("day"), 12),
            Column(translate("time"), 16),
            Column(translate("what"), 34),
            Column(translate("counts"), 10, right=True),
        ),
        tuple(_line(line) for line in sheet.lines),
        notes=(translate("What is at the same time counts once."),),
        empty=translate("No hours this month."),
    )
    months = Section(
        translate("By month"),
        (Column(translate("month"), 44), Column(translate("hours"), 12, right=True), Column("", 16)),
        tuple((words.said(on, "MMMM y"), in_column(minutes), "") for on, minutes in sheet.by_month if minutes),
        empty=translate("No hours this year."),
    )
    return log_pages(text_of(house, title, (_sums(sheet.periods, sheet.sums), days, months)))


def hours_list(everyone: Everyone, house: House) -> bytes:
    """Make the list of all hosts with their sums as a PDF; StoreError when its letters are missing."""
    title = translate("Hours of {month}", month=words.said(everyone.periods.month, "MMMM y"))
    heads = (translate("month"), translate("year"), *((translate("team year"),) if _has_team(everyone.periods) else ()))
    columns = (Column(translate("name"), 30), *(Column(head, 12, right=True) for head in heads))
    rows = [
        (member.name, *_figures(everyone.periods, sums))
        for member, sums in everyone.rows
        if sums.year or sums.team_year
    ]
    total = (translate("sum"), *_figures(everyone.periods, everyone.total))
    section = Section(
        translate("Hours and minutes"), columns, (*rows, total) if rows else (), empty=translate("No hours this year.")
    )
    warning = translate("Do not hang this up. For the coordinator.")
    return log_pages(text_of(house, title, (section,), warning=warning))


def _has_team(over: Periods) -> bool:
    return over.team_first is not None


def _figures(over: Periods, sums: Sums) -> tuple[str, ...]:
    found = (sums.month, sums.year, *((sums.team_year,) if _has_team(over) else ()))
    return tuple(in_column(minutes) for minutes in found)


def _sums(over: Periods, sums: Sums) -> Section:
    rows = [
        (words.said(over.month, "MMMM y"), in_column(sums.month), ""),
        (str(over.month.year), in_column(sums.year), ""),
    ]
    if over.team_first is not None and over.team_last is not None:
        first, last = (words.said(on, "d MMMM y") for on in (over.team_first, over.team_last))
        rows.append((translate("team year, {first} to {last}", first=first, last=last), in_column(sums.team_year), ""))
    columns = (Column(translate("period"), 44), Column(translate("hours"), 12, right=True), Column("", 16))
    return Section(translate("Sums"), columns, tuple(rows))


def _line(line: Line) -> tuple[str, ...]:
    what = translate(_FROM[line.kind])
    day = words.said(line.on, "EEE d").replace(".", "")
    told = f"{what}: {line.what}" if line.what else what
    return day, words.span(line.starts, line.ends), told, in_column(line.minutes)
