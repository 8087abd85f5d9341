"""The pages of a log for a professional: headings with tables under them, for reading on paper or on a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import (
    HEIGHT,
    INK,
    LEADING,
    LINE,
    MARGIN,
    ROOM,
    SMALLEST,
    SOFT_INK,
    WIDTH,
    Sheet,
    foot,
    foot_height,
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLE: Final = 22.0
_HEADING: Final = 15.0
_BODY: Final = 11.0
_BETWEEN_COLUMNS: Final = 10.0
_BETWEEN_ROWS: Final = 5.0
_BEFORE_HEADING: Final = 16.0
_MOST_TITLE_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `share` of the width compared with the others; `right` for numbers."""

    head: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, notes under it, and a table; where there are no rows `empty` is said.

    `air` is extra room above the words of each row, in points: for who signs there.
    """

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    empty: str = ""
    air: float = 0.0


@dataclass(frozen=True, slots=True)
class LogText:
    """All words of a log: `under` stands below the title, `foot` (whose, dated) below every page."""

    title: str
    author: str
    under: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of text in a column, `left` and `wide` in points from the margin."""

    lines: tuple[str, ...]
    left: float
    wide: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Cells beside each other in one look; `before` is the space above in points, `ruled` a line above."""

    cells: tuple[_Cell, ...]
    face: Face
    size: float
    colour: str = INK
    before: float = _BETWEEN_ROWS
    ruled: bool = False
    # Rows that stay on the page of the next one: headings and heads of tables.
    leads: bool = False
    # What is said again on top of the next page when the table goes on there.
    head: _Row | None = None

    @property
    def height(self) -> float:
        """Give the height in points, the space above included."""
        return self.before + max(len(cell.lines) for cell in self.cells) * self.size * LEADING

    def cut(self, height: float) -> tuple[_Row, _Row]:
        """Cut a row that is longer than a page after as many lines as fit, at least one."""
        fitting = max(1, int((height - self.before) / (self.size * LEADING)))
        head, tail = (
            tuple(_Cell(cell.lines[part], cell.left, cell.wide, cell.right) for cell in self.cells)
            for part in (slice(fitting), slice(fitting, None))
        )
        return replace(self, cells=head), replace(self, cells=tail, ruled=False)


def _whole(words: str, face: Face, size: float) -> _Row:
    """Make a row of one cell over the whole width."""
    return _Row((_Cell(tuple(wrap(printable(words), face, size, ROOM)), 0, ROOM),), face, size)


def _table_row(columns: Sequence[Column], texts: Sequence[str], face: Face) -> tuple[_Cell, ...]:
    shares = sum(column.share for column in columns)
    room = ROOM - _BETWEEN_COLUMNS * (len(columns) - 1)
    cells, left = [], 0.0
    for column, text in zip_longest(columns, texts):
        wide = room * column.share / shares
        cells.append(_Cell(tuple(wrap(printable(text), face, _BODY, wide)), left, wide, column.right))
        left += wide + _BETWEEN_COLUMNS
    return tuple(cells)


def _rows(section: Section) -> Iterator[_Row]:
    heading = _whole(section.heading, Face.BOLD, _HEADING)
    yield replace(heading, colour=MAIN, before=_BEFORE_HEADING, leads=True)
    for note in section.notes if section.rows else (*section.notes, section.empty):
        yield replace(_whole(note, Face.REGULAR, _BODY), colour=SOFT_INK, leads=bool(section.rows))
    if not section.rows:
        return
    heads = [column.head for column in section.columns]
    head = None
    if any(heads):
        head = _Row(_table_row(section.columns, heads, Face.BOLD), Face.BOLD, _BODY, leads=True)
        yield head
    for texts in section.rows:
        cells = _table_row(section.columns, texts, Face.REGULAR)
        yield _Row(cells, Face.REGULAR, _BODY, before=_BETWEEN_ROWS + section.air, ruled=True, head=head)


class _Pages:
    """Rows put on pages: a heading stays with what follows, a table's head is said again where it goes on."""

    def __init__(self, first: float, others: float) -> None:
        self.pages: list[list[_Row]] = [[]]
        self._others = others
        self._left = first

    def put(self, rows: Sequence[_Row]) -> None:
        """Put rows that stay together on the page, or on the next."""
        needed = sum(row.height for row in rows)
        if needed <= self._left:
            self._add(rows)
            return
        if self.pages[-1] and (needed <= self._others or self._left < 6 * _BODY * LEADING):
            self._turn(None if rows[-1].head in rows else rows[-1].head)
        self._add(rows[:-1])
        row = rows[-1]
        while row.height > self._left:
            part, row = row.cut(self._left)
            self._add([part])
            self._turn(row.head)
        self._add([row])

    def _add(self, rows: Sequence[_Row]) -> None:
        self.pages[-1] += rows
        self._left -= sum(row.height for row in rows)

    def _turn(self, head: _Row | None) -> None:
        self.pages.append([])
        self._left = self._others
        if head is not None:
            self._add([head])


def _draw(sheet: Sheet, row: _Row, top: float) -> None:
    if row.ruled:
        sheet.rule(MARGIN, WIDTH - MARGIN, top + _BETWEEN_ROWS / 2, colour=LINE, weight=0.4)
    for cell in row.cells:
        down = top + row.before
        for line in cell.lines:
            if cell.right:
                sheet.text_right(line, (MARGIN + cell.left + cell.wide, down), row.face, row.size, row.colour)
            else:
                sheet.text(line, (MARGIN + cell.left, down), row.face, row.size, row.colour)
            down += row.size * LEADING


def log_pages(text: LogText) -> bytes:
    """Make the pages as a PDF; the same words give the same bytes. StoreError when its letters are missing."""
    sheet = Sheet(text.title, text.author)
    put_pages(sheet, text)
    return sheet.done()


def put_pages(sheet: Sheet, text: LogText, *, more: int = 0) -> int:
    """Put the pages on a sheet on which `more` others follow; give how many pages there are with those."""
    foot_lines = wrap(printable(text.foot[0]), Face.REGULAR, SMALLEST, ROOM)[:_MOST_TITLE_LINES]
    heading = wrap(printable(text.title), Face.BOLD, _TITLE, ROOM)[:_MOST_TITLE_LINES]
    first = MARGIN + len(heading) * _TITLE * LEADING + 8
    bottom = HEIGHT - MARGIN - foot_height(foot_lines) - 10
    pages = _Pages(bottom - first, bottom - MARGIN)
    waiting: list[_Row] = []
    under = (_whole(words, Face.REGULAR, SMALLEST) for words in text.under)
    for row in (*under, *(row for section in text.sections for row in _rows(section))):
        waiting.append(row)
        if not row.leads:
            pages.put(waiting)
            waiting = []
    total = len(pages.pages) + more
    for number, page in enumerate(pages.pages):
        down = MARGIN
        for line in () if number else heading:
            sheet.text(line, (MARGIN, down), Face.BOLD, _TITLE, MAIN)
            down += _TITLE * LEADING
        if not number:
            sheet.rule(MARGIN, WIDTH - MARGIN, down + 3, colour=MAIN, weight=2.2)
            down = first
        for row in page:
            _draw(sheet, row, down)
            down += row.height
        foot(sheet, foot_lines, text.foot[1], translate("page {page} of {pages}", page=number + 1, pages=total))
        sheet.turn()
    return total
