"""What a sheet of an XLSX file says beside the values of its cells: what is merged, which formulas have no result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Final
from xml.parsers import expat

if TYPE_CHECKING:
    from buurtkamer_app.exchange.tables.limits import Limits

_PIECE: Final = 1 << 16
_MARKED: Final = re.compile(rb"<(?:\w{1,20}:)?(?:f[ />]|mergeCell)|\0")  # letters of two bytes are followed
_OVERLAP: Final = 40


@dataclass(frozen=True, slots=True)
class Marks:
    """By row: the columns (the first is 1) that take over what stands above, and those of formulas without a result."""

    merged_down: dict[int, list[int]] = field(default_factory=dict)
    without_result: dict[int, list[int]] = field(default_factory=dict)


class _Looking:
    """Follows the cells of a sheet as they are read."""

    def __init__(self, limits: Limits) -> None:
        self.found = Marks()
        self._limits, self._merged_left = limits, limits.scanned
        self._at = ""
        self._formula = self._valued = self._in_value = False

    def begin(self, name: str, given: dict[str, str]) -> None:
        """Hear that an element begins."""
        match name.rpartition(":")[2]:
            case "c":
                self._at, self._formula, self._valued = given.get("r", ""), False, False
            case "f":
                self._formula = True
            case "v" | "is":
                self._in_value = True
            case "mergeCell":
                self._merge(given.get("ref", ""))
            case _:
                return

    def end(self, name: str) -> None:
        """Hear that an element ends."""
        match name.rpartition(":")[2]:
            case "v" | "is":
                self._in_value = False
            case "c" if self._formula and not self._valued:
                row, column = place(self._at)
                if row and column <= self._limits.columns:
                    self.found.without_result.setdefault(row, []).append(column)
            case _:
                return

    def text(self, data: str) -> None:
        """Hear the text of an element."""
        if self._in_value and data:
            self._valued = True

    def _merge(self, area: str) -> None:
        first, _, last = area.partition(":")
        (top, left), (bottom, _right) = place(first), place(last)
        if not top or left > self._limits.columns:
            return
        for row in range(top + 1, min(bottom, self._limits.scanned, top + self._merged_left) + 1):
            self._merged_left -= 1
            columns = self.found.merged_down.setdefault(row, [])
            if len(columns) < self._limits.columns:
                columns.append(left)


def has_marks(source: IO[bytes]) -> bool:
    """Tell whether a sheet has formulas or merged cells; most have none, and need not be followed cell by cell."""
    end = b""
    while piece := source.read(_PIECE):
        if _MARKED.search(end + piece):
            return True
        end = piece[-_OVERLAP:]
    return False


def marks(source: IO[bytes], limits: Limits) -> Marks:
    """Give what a sheet says beside its values; raises `expat.ExpatError` for what is no XML."""
    looking = _Looking(limits)
    parser = expat.ParserCreate()
    parser.StartElementHandler = looking.begin
    parser.EndElementHandler = looking.end
    parser.CharacterDataHandler = looking.text
    while piece := source.read(_PIECE):
        parser.Parse(piece, False)  # noqa: FBT003 - its own way
    parser.Parse(b"", True)  # noqa: FBT003 - as above
    return looking.found


def place(name: str) -> tuple[int, int]:
    """Give row and column of a cell by its name (`B3` is 3, 2); 0, 0 for what is no such name."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3 or not 1 <= len(digits) <= 7:
        return 0, 0
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(digits), column
