"""The foot of every page: whose sheet it is, of which week, when it was made, and which page of how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.printing.house_style import ROOM, SMALLEST, foot, foot_height
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.house_style import Sheet


@dataclass(frozen=True, slots=True)
class Foot:
    """Lines that stand under every page, the last of them dated."""

    lines: tuple[str, ...]
    dated: str

    @property
    def height(self) -> float:
        """Give how high it is in points."""
        return foot_height(self.lines)

    def put(self, sheet: Sheet, page: int, pages: int) -> None:
        """Write it under a page."""
        foot(sheet, self.lines, self.dated, f"{page}/{pages}")


def foot_of(
    house: House, about: date | None = None, *, until: date | None = None, warning: str = "", wide: float = ROOM
) -> Foot:
    """Give the foot of a sheet of this room, `wide` points wide.

    `about` is a day of the week that the sheet is of (None: the one of printing), `until` one of the last week where
    it is of several, `warning` what who holds it must not do with it.
    """
    lines = wrap_parts(house.whose, Face.REGULAR, SMALLEST, wide)
    lines += wrap(warning, Face.REGULAR, SMALLEST, wide)
    return Foot(tuple(lines), house.dated(about, until))
