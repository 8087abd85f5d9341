"""The schematic map on paper: the room in the middle, what there is around it, and the list of its numbers.

It is for the wall: an active resident stands on it without a name, and nobody's contact or number does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.downward import fitting
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.footing import foot_of
from buurtkamer_app.printing.house_style import A4, INK, LEADING, MARGIN, SOFT_INK, WHITE, Paper, Sheet
from buurtkamer_app.printing.logo import logo_size, put_logo
from buurtkamer_app.printing.map_drawn import MapDrawn, wall_name
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.neighbourhood.resources.records import Map, OnMap
    from buurtkamer_app.printing.house import House

_TITLES: Final = (28.0, 26.0, 24.0, 22.0, 20.0)
_BODY: Final = 12.0
_LOGO: Final = 34.0
_GAP: Final = 8.0
_NUMBER: Final = 26.0
# On larger paper the list has more columns, and type that grows less than the map.
_COLUMNS: Final = 2
_MORE_COLUMNS: Final = 3
_LARGER: Final = 1.15
_BETWEEN: Final = 18.0
_KEY: Final = 15.0
_LEAST_BELOW: Final = 90.0  # a column that is lower is not begun on this page


def resource_map(found: Map, house: House, *, paper: Paper = A4) -> bytes:
    """Make the map with its list as a PDF; the same data gives the same bytes. StoreError without its letters."""
    return _MapSheet(found, house, paper).made()


class _MapSheet:
    """One map; `_k` is how large its paper is against A4."""

    def __init__(self, found: Map, house: House, paper: Paper) -> None:
        self._found, self._house = found, house
        self._title = translate("Who and what there is around {room}", room=house.name)
        self._sheet = Sheet(self._title, house.name, dress=house.dress, paper=paper)
        self._k = paper.wide / A4.wide
        self._room = paper.wide - 2 * MARGIN
        self._foot = foot_of(house, wide=self._room - 60)
        self._bottom = paper.high - MARGIN - self._foot.height - _GAP
        large = paper.wide > A4.wide
        self._type = _LARGER if large else 1.0
        self._lay(_MORE_COLUMNS if large else _COLUMNS)

    def _lay(self, columns: int) -> None:
        self._columns = columns
        self._column = (self._room - (columns - 1) * _BETWEEN * self._k) / columns

    def made(self) -> bytes:
        """Measure the list first, since every page says how many there are; then draw."""
        self._sheet.entry(self._title)
        down = self._head()
        if self._found.marks:
            drawn = MapDrawn(self._sheet, self._found, self._k)
            down = drawn.draw((MARGIN, down + _GAP / 2 * self._k), self._room)
            down = self._legend(down + 1.6 * _GAP * self._k)
        else:
            self._nothing(down + 20)
        pages = self._fewest(down + _GAP)
        for number, columns in enumerate(pages, 1):
            top = down + _GAP if number == 1 else MARGIN
            for place, column in enumerate(columns):
                self._list(column, MARGIN + place * (self._column + _BETWEEN * self._k), top)
            self._foot.put(self._sheet, number, len(pages))
            self._sheet.turn()
        return self._sheet.done()

    def _head(self) -> float:
        sheet, filled, k = self._sheet, self._house.dress.filled, self._k
        logo = logo_size(self._house.dress, _LOGO * k)[0]
        lines, size = fitting(self._title, [each * k for each in _TITLES], self._room - (logo + 16 if logo else 0))
        about = translate("Would you like to add something? Come in and tell us.")
        below = wrap(about, Face.REGULAR, 13 * k, self._room - (logo + 16 if logo else 0))
        down = MARGIN - 4
        high = (len(lines) * size + len(below) * 13 * k) * LEADING
        end = down + max(high, _LOGO * k if logo else 0.0) + 6
        sheet.head(end)
        if logo:
            put_logo(sheet, (sheet.paper.wide - MARGIN - logo, down), _LOGO * k, plate=filled)
        for line in lines:
            sheet.text(line, (MARGIN, down), Face.BOLD, size, WHITE if filled else MAIN)
            down += size * LEADING
        for line in below:
            sheet.text(line, (MARGIN, down), Face.REGULAR, 13 * k, WHITE if filled else SOFT_INK)
            down += 13 * k * LEADING
        return end + _GAP * k

    def _nothing(self, down: float) -> None:
        told = translate("Nothing was written down about the neighbourhood yet.")
        for line in wrap(told, Face.MEDIUM, 18 * self._k, self._room):
            self._sheet.text(line, (MARGIN, down), Face.MEDIUM, 18 * self._k)
            down += 18 * self._k * LEADING

    def _legend(self, down: float) -> float:
        """Say what the pictures and colours are, in as many lines as it takes; give where it ends."""
        size, side, left = _BODY * self._k, _KEY * self._k, MARGIN
        kinds = {mark.entry.it.kind for mark in self._found.marks}
        for kind, look in KINDS.items():
            if kind not in kinds:
                continue
            words = translate(look.several)
            long = side + 6 * self._k + width(words, Face.MEDIUM, size)
            if left > MARGIN and left + long > MARGIN + self._room:
                left, down = MARGIN, down + side * 1.4
            put_picture(self._sheet, look.icon, (left, down), side, look.colour)
            self._sheet.text(words, (left + side + 6 * self._k, down + 1), Face.MEDIUM, size, look.colour)
            left += long + 16 * self._k
        return down + side * 1.5

    def _fewest(self, first: float) -> list[list[list[_Said]]]:
        """Put the list into narrower columns where it then is one page: a few lines alone on another look forlorn."""
        pages = self._pages(first)
        if len(pages) > 1 and self._columns < _MORE_COLUMNS:
            self._lay(_MORE_COLUMNS)
            if len(closer := self._pages(first)) == 1:
                return closer
            self._lay(_COLUMNS)
        return pages

    def _pages(self, first: float) -> list[list[list[_Said]]]:
        """Put what is said of each mark into columns on pages, those of a page about as long as each other."""
        waiting = [_Said(mark, self._column, self._type) for mark in self._found.marks]
        pages: list[list[list[_Said]]] = []
        top = first
        while waiting or not pages:
            room = self._bottom - top
            tallest = max((said.high for said in waiting), default=0.0)
            if room < max(_LEAST_BELOW * self._k, tallest) and not pages:
                pages.append([])
            else:
                pages.append(list(_shared(waiting, room, self._columns)))
            top = MARGIN
        return pages

    def _list(self, column: Sequence[_Said], left: float, down: float) -> None:
        for said in column:
            said.draw(self._sheet, left, down)
            down += said.high


def _shared(waiting: list[_Said], room: float, columns: int) -> Iterator[list[_Said]]:
    """Take what fits on a page from what waits, in columns that are as low as they can be."""
    whole = sum(said.high for said in waiting)
    low = max(whole / columns, max((said.high for said in waiting), default=0.0))
    aim = min(room, low + 30)
    for _ in range(columns):
        column: list[_Said] = []
        used = 0.0
        while waiting and (not column or used + waiting[0].high <= (aim if len(waiting) > 1 else room)):
            used += waiting[0].high
            column.append(waiting.pop(0))
        yield column


class _Said:
    """What is said of one mark: its number in the colour of its kind, its name, and what it adds."""

    def __init__(self, mark: OnMap, wide: float, k: float) -> None:
        it = mark.entry.it
        self._number, self._look, self._k = str(mark.number), KINDS[it.kind], k
        size, room = _BODY * k, wide - _NUMBER * k
        self._name = wrap(wall_name(mark), Face.MEDIUM, size, room)
        self._adds = wrap(printable(it.adds), Face.REGULAR, size, room)
        self.high = (len(self._name) + len(self._adds)) * size * LEADING + 5 * k

    def draw(self, sheet: Sheet, left: float, down: float) -> None:
        """Write it."""
        size = _BODY * self._k
        sheet.text_right(self._number, (left + (_NUMBER - 7) * self._k, down), Face.BOLD, size, self._look.colour)
        for lines, face, colour in ((self._name, Face.MEDIUM, INK), (self._adds, Face.REGULAR, SOFT_INK)):
            for line in lines:
                sheet.text(line, (left + _NUMBER * self._k, down), face, size, colour)
                down += size * LEADING
