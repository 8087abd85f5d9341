"""The week in large print: one column, nothing smaller than 18 points, for who sees less well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.printing.house_style import A4, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.week_told import told_week
from buurtkamer_app.printing.wrapping import wrap, wrap_parts, wrap_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.week_told import ToldDay

# As the clear print guidelines of RNIB and of the Round Table on Information Access ask: 18 points or more, medium or
# bold rather than light, black on white, lines that begin at the left, no italics, no word in capitals only, half a
# line between lines (the American Foundation for the Blind: 1.5), wide margins, and page numbers always in one place.
LEAST: Final = 18.0
_BLACK: Final = "#000000"
_LEADING: Final = 1.45
_EDGE: Final = 44.0
_ROOM: Final = A4.wide - 2 * _EDGE
_TITLE: Final = 34.0
_UNDER: Final = 22.0
_DAY: Final = 30.0
_NAME: Final = 26.0
_REST: Final = 20.0
_BETWEEN: Final = 13.0
_ABOVE_DAY: Final = 20.0
# Of a page: with less left, what fits on a page of its own begins there.
_LOW: Final = 0.6
_MOST_FOOT_LINES: Final = 3
_MOST_TITLE_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text; `gap` points above it unless it is the first of a page, `ruled` with a thick line there."""

    words: str
    face: Face
    size: float
    gap: float = 0.0
    ruled: bool = False
    entry: str = ""

    @property
    def high(self) -> float:
        return self.size * _LEADING + self.gap


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under one heading: groups of lines that are not parted, the first with the heading."""

    heading: str
    groups: tuple[tuple[_Row, ...], ...]


class _Pages:
    """Pages that are filled one group at a time; on a next page the heading is said again."""

    def __init__(self, room: float) -> None:
        self._room = room
        self._left = room
        self.pages: list[list[_Row]] = [[]]

    def add(self, section: _Section) -> None:
        """Put a section on this page and the next ones; one that a fresh page holds is not begun low on this one."""
        whole = sum(map(_high, section.groups))
        if self._left < whole <= self._room and self._left < self._room * _LOW:
            self._turn(section, again=False)
        for number, group in enumerate(section.groups):
            if _high(group) > self._left and self.pages[-1]:
                self._turn(section, again=number > 0)
            for row in group:
                if row.high > self._left and self.pages[-1]:
                    self._turn(section, again=True)
                self.pages[-1].append(row)
                self._left -= row.high

    def _turn(self, section: _Section, *, again: bool) -> None:
        said = f"{section.heading} ({translate('continued')})"
        head = _rows(said, Face.BOLD, _DAY) if again else []
        self.pages.append(head)
        self._left = self._room - _high(head)


def large_print(week: WeekProgramme, house: House) -> bytes:
    """Make the week in large print as a PDF; the same data gives the same bytes.

    A day's name never stands alone at the foot of a page, and an activity is on one page, unless it is longer than one.
    So is a day that would else begin low on a page.
    StoreError when the program's letters are missing.
    """
    sheet = Sheet(house.week(week), house.name, dress=house.dress)
    under = wrap(house.name, Face.MEDIUM, LEAST, _ROOM)[:_MOST_FOOT_LINES]
    dated = wrap(house.dated(week.monday), Face.MEDIUM, LEAST, _ROOM - 4 * LEAST)
    foot = [*under, *dated]
    pages = _Pages(A4.high - 2 * _EDGE - len(foot) * LEAST * _LEADING - 16)
    for section in _sections(week, house):
        pages.add(section)
    for number, page in enumerate(pages.pages, start=1):
        _draw(sheet, page)
        down = A4.high - _EDGE - len(foot) * LEAST * _LEADING
        sheet.rule(_EDGE, A4.wide - _EDGE, down - 6, colour=_BLACK, weight=1.5)
        for line in foot:
            sheet.text(line, (_EDGE, down), Face.MEDIUM, LEAST, _BLACK)
            down += LEAST * _LEADING
        said = f"{number}/{len(pages.pages)}"
        sheet.text_right(said, (A4.wide - _EDGE, down - LEAST * _LEADING), Face.BOLD, LEAST, _BLACK)
        sheet.turn()
    return sheet.done()


def _draw(sheet: Sheet, page: Sequence[_Row]) -> None:
    down = _EDGE
    for number, row in enumerate(page):
        if row.entry:
            sheet.entry(row.entry)
        down += row.gap if number else 0.0
        if row.ruled and number:
            sheet.rule(_EDGE, A4.wide - _EDGE, down - row.gap / 2, colour=_BLACK, weight=2.5)
        sheet.text(row.words, (_EDGE, down), row.face, row.size, _BLACK)
        down += row.size * _LEADING


def _sections(week: WeekProgramme, house: House) -> Iterator[_Section]:
    title = translate("This week in {room}", room=house.name)
    number = translate("Week {week}", week=week.monday.isocalendar().week)
    dates = wrap_parts((number, words.days(week.monday, week.days[-1].on)), Face.MEDIUM, _UNDER, _ROOM)
    lines = wrap_whole(title, house.name, Face.BOLD, _TITLE, _ROOM)[:_MOST_TITLE_LINES]
    head = [_Row(line, Face.BOLD, _TITLE) for line in lines]
    yield _Section(title, ((*head, *(_Row(line, Face.MEDIUM, _UNDER) for line in dates)),))
    for day in told_week(week):
        yield _day(day)
    yield _coming_in(week, house)


def _day(day: ToldDay) -> _Section:
    head = _rows(day.heading, Face.BOLD, _DAY, gap=_ABOVE_DAY, entry=day.heading)
    head += _rows(day.note[:1].upper() + day.note[1:], Face.BOLD, _REST)
    entries = []
    for one in day.entries:
        facts = wrap_parts(one.facts, Face.MEDIUM if one.goes_on else Face.BOLD, _REST, _ROOM)
        entries.append(
            [
                _Row(one.when, Face.BOLD, _REST, _BETWEEN),
                *_rows(one.name, Face.BOLD, _NAME),
                *(_Row(line, Face.MEDIUM if one.goes_on else Face.BOLD, _REST) for line in facts),
            ]
        )
    first = (*head, *(entries[0] if entries else ()))
    return _Section(day.heading, (first, *(tuple(entry) for entry in entries[1:])))


def _coming_in(week: WeekProgramme, house: House) -> _Section:
    """Say when it is open, where it is, how to get in, and that one can tell a wish."""
    heading = translate("Coming in")
    entrance = printable(week.facts.entrance)
    said = at_a_glance.usually_open(week)
    said += [part for part in (house.address, printable(week.facts.phone)) if part]
    said += [translate("Entrance: {how}", how=entrance)] if entrance else []
    said.append(translate("Do you have a wish? Tell the host."))
    groups = [tuple(_rows(text, Face.MEDIUM, _REST)) for text in said]
    head = _rows(heading, Face.BOLD, _DAY, gap=_ABOVE_DAY, entry=heading)
    return _Section(heading, ((*head, *groups[0]), *groups[1:]))


def _rows(said: str, face: Face, size: float, *, gap: float = 0.0, entry: str = "") -> list[_Row]:
    lines = wrap(said, face, size, _ROOM)
    return [
        _Row(line, face, size, 0.0 if number else gap, bool(entry) and not number, "" if number else entry)
        for number, line in enumerate(lines)
    ]


def _high(rows: Sequence[_Row]) -> float:
    return sum(row.high for row in rows)
