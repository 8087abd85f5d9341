"""Reports of a quarter or a year: gathered once, then made as pages or as a spreadsheet with the same figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from babel.numbers import format_currency, format_decimal

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.evaluation.looking.records import Length
from buurtkamer_app.evaluation.looking.rules import period, year_before
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.papers.report import around, glance, money
from buurtkamer_app.papers.report.records import Report
from buurtkamer_app.printing import log_pages, spreadsheet, words
from buurtkamer_app.printing.house_style import ROOM
from buurtkamer_app.printing.spreadsheet import Difference, Euros, Minutes, Tenths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.evaluation.looking.records import LookBack
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.papers.report.records import Cell, Part
    from buurtkamer_app.printing.dress import Dress
    from buurtkamer_app.services import Services

_SMALL = "<\u00a05"


def quarter(services: Services, wanted: Wanted) -> Made:
    """Make the report of the quarter that holds a day."""
    return _pages(services, wanted, gathered(services, Length.QUARTER, wanted.day))


def year(services: Services, wanted: Wanted) -> Made:
    """Make the report of the calendar year that holds a day, with cost and benefit."""
    return _pages(services, wanted, gathered(services, Length.YEAR, wanted.day))


def as_spreadsheet(services: Services, report: Report) -> bytes:
    """Make a report as a spreadsheet (XLSX), a sheet for each part; what is hidden on paper is hidden here."""
    facts = services.room.facts()
    today = services.room.today()
    tables = [_about(report, today), *(_table(part) for part in report.parts)]
    return spreadsheet.spreadsheet(report.title, facts.name, today, tables)


def _about(report: Report, today: date) -> spreadsheet.Table:
    """Give the first sheet: what the report is of, and what its figures mean."""
    rows: list[tuple[spreadsheet.Cell, ...]] = [("", line) for line in report.under]
    rows.append((translate("made on"), today))
    rows += [(part.name, note) for part in report.parts for note in part.notes]
    return spreadsheet.Table(translate("About this report"), ("", report.title), tuple(rows))


def _table(part: Part) -> spreadsheet.Table:
    places = [place for place, column in enumerate(part.columns) if not column.paper]

    def cells(row: tuple[Cell, ...]) -> tuple[spreadsheet.Cell, ...]:
        return tuple(_for_sheet(row[place]) for place in places) if row else ()

    heads = tuple(part.columns[place].head for place in places)
    return spreadsheet.Table(part.name, heads, tuple(cells(row) for row in part.rows), cells(part.sums))


def gathered(services: Services, length: Length, day: date) -> Report:
    """Gather a report of the quarter or year that holds a day, without the programmes that are off.

    For the coordinator; raises `NotAllowedError`.
    """
    services.store.allow(Role.COORDINATOR)
    first, last = period(length, day, day)
    with services.seeing():
        now = services.looking.looking_back(first, last)
        known = _year_before(services, first, last)
        before = services.looking.looking_back(*known) if known is not None else None
        parts = tuple(_parts(services, length, now, before))
        return Report(_title(services, length, first), first, last, parts, _under(services, (first, last), known))


def _year_before(services: Services, first: date, last: date) -> tuple[date, date] | None:
    """Give the same days a year before: of a period that goes on those that have been; None before all began."""
    then = year_before(first, max(first, min(last, services.room.today())))
    return then if then[1] >= services.looking.began() else None


def _under(services: Services, over: tuple[date, date], before: tuple[date, date] | None) -> tuple[str, ...]:
    """Say of which days it is, whether these are over, and what stands beside them."""
    said = [words.days(*over)]
    if services.room.today() < over[1]:
        said.append(translate("This period is not over yet. It goes until {day}.", day=_day(services.room.today())))
    if before is None:
        return (*said, translate("Of a year before nothing is on record."))
    said.append(translate("Beside it: {period}", period=words.days(*before)))
    if (began := services.looking.began()) > before[0]:
        said.append(translate("Nothing was written down yet before {day}.", day=_day(began)))
    return tuple(said)


def _day(day: date) -> str:
    return words.said(day, "d MMMM y")


def _title(services: Services, length: Length, first: date) -> str:
    name = services.room.facts().name
    if length is Length.YEAR:
        return translate("Report of {room}, {year}", room=name, year=first.year)
    number = (first.month + 2) // 3
    return translate("Report of {room}, quarter {number} of {year}", room=name, number=number, year=first.year)


def _parts(services: Services, length: Length, now: LookBack, before: LookBack | None) -> Iterator[Part]:
    on = services.programmes.on()
    yield glance.glance(now, before)
    yield glance.visits(now)
    yield glance.activities(now, before)
    yield glance.wishes(now)
    yield glance.self_run(now)
    yield glance.hours(now, before)
    progress = services.agreed.progress(min(now.last, services.room.today()))
    yield around.agreements(
        [row for row in progress if row.agreement.it.first <= now.last and row.agreement.it.by_date >= now.first]
    )
    yield around.results(now)
    if Programme.STREET in on:
        yield around.streets(now)
    if Programme.MARKET in on:
        yield around.markets(now)
    if Programme.NEIGHBOURHOOD in on:
        yield around.scan(now)
    if length is Length.YEAR:
        worth = services.costs.of_year(now.first.year)
        if worth.benefits:
            yield from (money.for_bearers(worth), money.by_value(worth))
        if worth.spent:
            yield money.went_in(worth)


def _pages(services: Services, wanted: Wanted, report: Report) -> Made:
    whose = house(services, wanted.choices)
    sections = [_section(part, whose.dress) for part in report.parts]
    text = log_pages.text_of(whose, report.title, sections, report.under)
    return Made(report.title, log_pages.log_pages(text))


def _section(part: Part, dress: Dress) -> log_pages.Section:
    seen = [place for place, column in enumerate(part.columns) if column.share]
    return log_pages.Section(
        part.heading,
        tuple(
            log_pages.Column(column.head, column.share, right=column.figures)
            for column in (part.columns[place] for place in seen)
        ),
        tuple(tuple(_said(row[place]) for place in seen) for row in part.rows),
        part.notes,
        part.empty,
        picture=part.picture(ROOM, dress) if part.picture is not None else None,
        sums=tuple(_said(part.sums[place]) for place in seen) if part.sums else (),
        together=True,
    )


def _said(cell: Cell) -> str:
    """Say a cell as it stands on paper."""
    match cell:
        case None:
            said = "\u2013"
        case Hidden():
            said = _hidden(cell)
        case str():
            said = cell
        case int():
            said = format_decimal(cell, locale=language())
        case Minutes():
            said = format_decimal(glance.whole_hours(cell), locale=language())
        case Difference():
            said = signed(cell.many)
        case Tenths():
            said = format_decimal(cell.tenths / 10, format="0.0", locale=language())
        case Euros():
            said = format_currency(cell.cents / 100, "EUR", locale=language())
        case date():
            said = words.said(cell, "d MMM y")
        case _:
            assert_never(cell)
    return said


def signed(difference: int) -> str:
    """Say a difference with its sign: `+ 1.200`, `\N{MINUS SIGN} 3`, `0`."""
    if not difference:
        return "0"
    sign = "+" if difference > 0 else "\N{MINUS SIGN}"
    return sign + "\N{NO-BREAK SPACE}" + format_decimal(abs(difference), locale=language())


def _for_sheet(cell: Cell) -> spreadsheet.Cell:
    return _hidden(cell) if isinstance(cell, Hidden) else cell


def _hidden(cell: Hidden) -> str:
    return _SMALL if cell is Hidden.SMALL else "*"
