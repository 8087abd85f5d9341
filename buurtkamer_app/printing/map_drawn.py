"""The schematic map as lines and pictures on a sheet: rings, the room in the middle, a mark for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.printing.dress import MAIN
from buurtkamer_app.printing.house_style import INK, LINE, SOFT_INK, WHITE
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.resources.places import Box
    from buurtkamer_app.neighbourhood.resources.records import Map, OnMap, Spot
    from buurtkamer_app.printing.house_style import Sheet

_LABEL: Final = 10.0
_MOST_LINES: Final = 3
_LABEL_WIDE: Final = 76.0
_SIDES: Final = 11.0  # of the letters of the four winds
# A mark that is smaller bears its number only.
_FOR_PICTURE: Final = 22.0


def wall_name(mark: OnMap) -> str:
    """Give what something is called on a sheet for everybody: a resident stands there without a name."""
    it = mark.entry.it
    if it.kind is ResourceKind.RESIDENT:
        return translate("An active resident")
    return printable(it.name)


class MapDrawn:
    """Draws a map on a sheet; `k` is how large the sheet is against A4."""

    def __init__(self, sheet: Sheet, found: Map, k: float) -> None:
        self._sheet, self._found, self._k = sheet, found, k
        self._at = (0.0, 0.0)
        self._wide = self._high = 0.0

    def draw(self, at: tuple[float, float], wide: float) -> float:
        """Draw it so wide, its upper left corner `at`; give where it ends."""
        self._at, self._wide, self._high = at, wide, wide * places.HIGH / places.WIDE
        self._sheet.frame(at, (self._wide, self._high), line=LINE, weight=1.2)
        self._rings()
        self._winds()
        for mark in self._found.marks:
            self._mark(mark)
        self._middle()
        self._labels()
        return at[1] + self._high

    def _rings(self) -> None:
        """Draw how far is near, and how far one walks."""
        canvas, paper = self._sheet.canvas, self._sheet.paper
        across, down = self._at[0] + self._wide / 2, self._at[1] + self._high / 2
        canvas.saveState()
        canvas.setStrokeColor(HexColor(self._sheet.dress.paint(LINE)))
        canvas.setLineWidth(0.8)
        canvas.setDash(3, 4)
        for ring in places.RINGS:
            wide, high = self._wide * ring / 2, self._high * ring / 2
            up = paper.high - down
            canvas.ellipse(across - wide, up - high, across + wide, up + high, stroke=1, fill=0)
        canvas.restoreState()

    def _winds(self) -> None:
        """Write the four winds on the edge of the map."""
        size, (left, top) = _SIDES * self._k, self._at
        across, down = left + self._wide / 2, top + self._high / 2
        out = size * 0.35
        ends = {
            translate("N"): (across, top - out),
            translate("S"): (across, top + self._high + out),
            translate("W"): (left - out, down),
            translate("E"): (left + self._wide + out, down),
        }
        side = size * 1.3
        for letter, (x, y) in ends.items():
            self._sheet.frame((x - side / 2, y - side / 2), (side, side), line=WHITE, fill=WHITE)
            self._sheet.text_middle(letter, (x, y - size * 0.62), Face.BOLD, size, SOFT_INK)

    def _spot(self, spot: Spot) -> tuple[float, float]:
        left, top = self._at
        return left + self._wide * spot.x / places.THOUSAND, top + self._high * spot.y / places.THOUSAND

    @property
    def _side(self) -> float:
        return self._wide * self._found.side / places.THOUSAND * 0.94

    def _mark(self, mark: OnMap) -> None:
        """Draw a white field with an edge in the colour of its kind, its picture and its number."""
        look, side = KINDS[mark.entry.it.kind], self._side
        across, down = self._spot(mark.spot)
        left, top = across - side / 2, down - side / 2
        self._sheet.frame((left, top), (side, side), line=look.colour, fill=WHITE, weight=1.5)
        number = str(mark.number)
        size = min(max(10.0, side * 0.34), side * 0.8)
        if side < _FOR_PICTURE:
            self._sheet.text_middle(number, (across, down - size * 0.6), Face.BOLD, size, look.colour)
            return
        picture = side * 0.44
        put_picture(self._sheet, look.icon, (across - picture / 2, top + side * 0.08), picture, look.colour)
        self._sheet.text_middle(number, (across, top + side * 0.52), Face.BOLD, size, INK)

    def _middle(self) -> None:
        """Draw the room, larger than the rest."""
        side = self._wide * self._found.side / places.THOUSAND * places.ROOM
        across, down = self._spot(places.MIDDLE)
        self._sheet.frame((across - side / 2, down - side / 2), (side, side), line=MAIN, fill=WHITE, weight=3)
        picture = side * 0.5
        put_picture(self._sheet, "house", (across - picture / 2, down - side * 0.42), picture, MAIN)
        told = translate("We are here")
        size = min(_SIDES * self._k, 0.9 * side / max(width(told, Face.BOLD, 1), 0.1))
        if size >= _LABEL:
            self._sheet.text_middle(told, (across, down + side * 0.16), Face.BOLD, size, MAIN)

    def _labels(self) -> None:
        """Write names under their marks, where they touch nothing; the list under the map has them all."""
        size, side, room = _LABEL * self._k, self._side, _LABEL_WIDE * self._k
        apart = size * 1.15
        boxes: list[Box] = []
        wanted: list[Box | None] = []
        lines: list[list[str]] = []
        for mark in self._found.marks:
            across, down = self._spot(mark.spot)
            boxes.append((across - side / 2, down - side / 2, across + side / 2, down + side / 2))
            name = wall_name(mark)
            words = wrap(name, Face.REGULAR, size, room)
            # A name that would be cut inside a word is only in the list.
            words = words if " ".join(words) == name else []
            lines.append(words)
            long = max((width(line, Face.REGULAR, size) for line in words), default=0.0)
            top = down + side / 2 + 2
            # At the edge of the map a name stands beside the middle of its mark.
            left = min(max(across - long / 2, self._at[0] + 3), self._at[0] + self._wide - 3 - long)
            fits = 0 < len(words) <= _MOST_LINES
            wanted.append((left - 2, top, left + long + 2, top + len(words) * apart) if fits else None)
        half = self._wide * self._found.side / places.THOUSAND * places.ROOM / 2
        across, down = self._spot(places.MIDDLE)
        boxes.append((across - half, down - half, across + half, down + half))
        edge = (self._at[0] + self._wide - 2, self._at[1] + self._high - 2)
        shown = places.fitting_labels(boxes, wanted, edge)
        for box, words, fits in zip(wanted, lines, shown, strict=True):
            if not fits or box is None:
                continue
            for number, line in enumerate(words):
                self._sheet.text_middle(line, ((box[0] + box[2]) / 2, box[1] + number * apart), Face.REGULAR, size)
