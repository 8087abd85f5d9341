"""The pages of a log or a report: headings with pictures and tables under them, to read on paper or on a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from buurtkamer_app.printing.downward import head
from buurtkamer_app.printing.dress import MAIN, PLAIN, Dress
from buurtkamer_app.printing.footing import Foot, foot_of
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
)
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.house import House

_HEADING: Final = 15.0
_BODY: Final = 11.0
_BETWEEN_COLUMNS: Final = 10.0
_BETWEEN_ROWS: Final = 5.0
_BEFORE_HEADING: Final = 12.0
# Points of height: a table, and one with its picture, that may stay on one page.
_SHORT: Final = 240.0
_TOGETHER: Final = 500.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `share` of the width compared with the others; `right` for numbers."""

    head: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, notes under it, a picture as wide as the page, and a table; where there are no rows `empty` is said.

    `air` is extra room above the words of each row, in points: for who signs there. `sums` is a last row, of sums.
    A short table that is kept `together` is not cut by the end of a page. With `broken` a line feed in a cell begins a
    new line; else it is a blank, however many somebody typed.
    """

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    empty: str = ""
    air: float = 0.0
    picture: Drawing | None = None
    sums: tuple[str, ...] = ()
    together: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class LogText:
    """All words of a log: `under` and `warning` stand below the title, `foot` (whose, dated) below every page."""

    title: str
    author: str
    under: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, str]
    dress: Dress = PLAIN
    warning: str = ""


def text_of(  # noqa: PLR0913 - whose sheet, what it says, of when
    house: House,
    title: str,
    sections: Sequence[Section],
    under: Sequence[str] = (),
    *,
    about: date | None = None,
    warning: str = "",
) -> LogText:
    """Give the words of a sheet of this room; `about` is a day of the week that it is of.

    `warning` is what who holds it must not do with it: it stands below the title and on every page.
    """
    below = foot_of(house, about, warning=warning)
    whose = "\n".join(below.lines)
    return LogText(title, house.name, tuple(under), tuple(sections), (whose, below.dated), house.dress, warning)


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
    # In the place of words.
    picture: Drawing | None = None

    @property
    def height(self) -> float:
        """Give the height in points, the space above included."""
        if self.picture is not None:
            return self.before + float(self.picture.height)
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


def _table_row(
    columns: Sequence[Column], texts: Sequence[str], face: Face, *, broken: bool = False
) -> tuple[_Cell, ...]:
    shares = sum(column.share for column in columns)
    room = ROOM - _BETWEEN_COLUMNS * (len(columns) - 1)
    cells, left = [], 0.0
    for column, text in zip_longest(columns, texts):
        wide = room * column.share / shares
        parts = text.split("\n") if broken else [text]
        lines = tuple(line for part in parts for line in wrap(printable(part), face, _BODY, wide))
        cells.append(_Cell(lines, left, wide, column.right))
        left += wide + _BETWEEN_COLUMNS
    return tuple(cells)


def _rows(section: Section) -> Iterator[_Row]:
    heading = _whole(section.heading, Face.BOLD, _HEADING)
    if section.heading:
        yield replace(heading, colour=MAIN, before=_BEFORE_HEADING, leads=True)
    said = section.notes if section.rows or not section.empty else (*section.notes, section.empty)
    for note in said:
        yield replace(_whole(note, Face.REGULAR, _BODY), colour=SOFT_INK, leads=bool(section.rows or section.picture))
    heads = [column.head for column in section.columns]
    head = None
    if section.rows and any(heads):
        head = _Row(_table_row(section.columns, heads, Face.BOLD), Face.BOLD, _BODY, leads=True)
    body = [_body(section, texts, Face.REGULAR, head) for texts in section.rows]
    if section.sums and body:
        body.append(_body(section, section.sums, Face.BOLD, head))
    high = sum(row.height for row in body)
    if section.picture is not None:
        picture = _Row((), Face.REGULAR, _BODY, before=_BEFORE_HEADING, picture=section.picture)
        leads = section.together and bool(body) and picture.height + high <= _TOGETHER
        yield replace(picture, leads=leads)
    if head is not None:
        yield head
    for row in body[:-1]:
        yield replace(row, leads=section.together and high <= _SHORT)
    yield from body[-1:]


def _body(section: Section, texts: Sequence[str], face: Face, head: _Row | None) -> _Row:
    cells = _table_row(section.columns, texts, face, broken=section.broken)
    return _Row(cells, face, _BODY, before=_BETWEEN_ROWS + section.air, ruled=True, head=head)


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
    if row.picture is not None:
        # Loaded only where a page has a picture.
        from buurtkamer_app.printing.drawings import put_drawing  # noqa: PLC0415

        put_drawing(sheet, row.picture, (MARGIN, top + row.before))
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
    sheet = Sheet(printable(text.title), printable(text.author), dress=text.dress)
    sheet.entry(printable(text.title))
    put_pages(sheet, text)
    return sheet.done()


def put_pages(sheet: Sheet, text: LogText, *, more: int = 0) -> int:
    """Put the pages on a sheet on which `more` others follow; give how many pages there are with those."""
    whose = (line for part in text.foot[0].split("\n") for line in wrap(printable(part), Face.REGULAR, SMALLEST, ROOM))
    below = Foot(tuple(whose), text.foot[1])
    first = head(sheet, text.title, text.under, text.warning)
    bottom = HEIGHT - MARGIN - below.height - 10
    pages = _Pages(bottom - first, bottom - MARGIN)
    waiting: list[_Row] = []
    for row in (row for section in text.sections for row in _rows(section)):
        waiting.append(row)
        if not row.leads:
            pages.put(waiting)
            waiting = []
    total = len(pages.pages) + more
    for number, page in enumerate(pages.pages):
        down = MARGIN if number else first
        for row in page:
            _draw(sheet, row, down)
            down += row.height
        below.put(sheet, number + 1, total)
        sheet.turn()
    return total
