"""The scale of a floor plan on paper: where a centimetre of the ground comes to lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm

# As drawings are made, and as rulers have them: the smallest number with which the ground fits is taken.
SCALES: Final = (50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 2500, 5000)
_BARS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
_BAR: Final = 62 * mm
_TO_MM: Final = 10.0


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of a market on a page: its size in cm, its upper left corner in points, and 1 : `scale`."""

    size: tuple[int, int]
    at: tuple[float, float]
    scale: int

    @classmethod
    def fitting(cls, size: tuple[int, int], at: tuple[float, float], room: tuple[float, float]) -> Ground:
        """Lay it out as large as it fits into a room in points."""
        for scale in SCALES:
            ground = cls(size, at, scale)
            if ground.points(size[0]) <= room[0] and ground.points(size[1]) <= room[1]:
                break
        return ground

    def points(self, cm: float) -> float:
        """Give how long a length of the ground (in cm) is on paper, in points."""
        return cm * _TO_MM / self.scale * mm

    def place(self, across: float, down: float) -> tuple[float, float]:
        """Give where a point of the ground (in cm) comes to lie, in points from the left and the top of the page."""
        return self.at[0] + self.points(across), self.at[1] + self.points(down)

    def bar(self, most: float = _BAR) -> int:
        """Give how many metres the bar shows that stands beside it: as many as fit."""
        return max((metres for metres in _BARS if self.points(metres * 100) <= most), default=_BARS[0])
