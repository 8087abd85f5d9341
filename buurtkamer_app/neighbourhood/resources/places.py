"""Where things stand on the schematic map: the room in the middle, nothing on top of anything else.

The map is `WIDE` by `HIGH`; a spot is in thousandths of both. Pure: the same entries give the same map.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

from buurtkamer_app.neighbourhood.resources.records import Direction, Distance, Map, OnMap, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from buurtkamer_app.neighbourhood.resources.records import Entry

# Left, top, right and bottom, in whatever the map is drawn.
Box = tuple[float, float, float, float]

WIDE: Final = 1000
HIGH: Final = 700
THOUSAND: Final = 1000
MIDDLE: Final = Spot(500, 500)
# How far from the middle the two rings are, of the way to the edge.
RINGS: Final = (0.40, 0.72)
_FAR: Final = {Distance.NEAR: 0.29, Distance.WALKABLE: 0.57, Distance.FURTHER: 0.85}
# The mark of the room is so much larger than the others.
ROOM: Final = 1.7
# From how many entries on marks are smaller; and how they shrink where that is still not enough.
_SIDES: Final = ((30, 88), (60, 74), (100, 62))
_SMALL: Final = 50
_SMALLER: Final = (42, 34, 26, 20, 14, 10, 6)
# How far apart spots that are tried stand, in marks.
_STEPS: Final = (2.4, 2.1, 1.9, 1.7, 1.55, 1.4, 1.3, 1.2, 1.12, 1.06)
_FINE: Final = 8


def usual_side(count: int) -> int:
    """Give how large the marks of so many entries are."""
    return next((side for most, side in _SIDES if count <= most), _SMALL)


def arranged(entries: Sequence[Entry]) -> Map:
    """Give every entry its place: where somebody put it, else one around the room beside others of its kind."""
    usual = usual_side(len(entries))
    sides = (usual, *(smaller for smaller in _SMALLER if smaller < usual))
    fitting = ((side, free) for side in sides if (free := _spots(entries, side)) is not None)
    # Thousands of them lie in the middle: there is no room for so many marks on any paper.
    side, free = next(fitting, (_SMALLER[-1], [MIDDLE] * len(entries)))
    waiting = iter(free)
    marks = [
        OnMap(number, entry, entry.spot or next(waiting), entry.spot is not None)
        for number, entry in enumerate(entries, 1)
    ]
    return Map(side, tuple(marks))


def _spots(entries: Sequence[Entry], side: int) -> list[Spot] | None:
    """Give the places of those that nobody placed, in their order; None when they do not fit at this size."""
    taken = [entry.spot for entry in entries if entry.spot is not None]
    wanted = len(entries) - len(taken)
    if any(over(one, other, side) for place, one in enumerate(taken) for other in taken[:place]):
        return None
    if wanted == 0:
        return []
    for step in _STEPS:
        free = list(_free(_grid(side * step, side), taken, side))
        if len(free) >= wanted:
            # The nearest ones, handed out around the room: those of a kind follow each other, so they stand together.
            return sorted(sorted(free, key=_away)[:wanted], key=_around)
    return None


def free_near(wanted: Spot, taken: Iterable[Spot], side: int) -> Spot:
    """Give the nearest place to the wanted one where a mark lies on no other; the wanted one when there is none."""
    others = list(taken)
    aim = within(wanted, side)
    if not _hits(aim, others, side):
        return aim
    near = sorted(_grid(_FINE, side), key=lambda spot: _between(spot, aim))
    return next(_free(near, others, side), aim)


def within(spot: Spot, side: int) -> Spot:
    """Give a place at which a mark lies wholly on the map."""
    edge = side / 2
    low, high = edge * THOUSAND / HIGH, THOUSAND - edge * THOUSAND / HIGH
    return Spot(round(min(max(spot.x, edge), THOUSAND - edge)), round(min(max(spot.y, low), high)))


def over(one: Spot, other: Spot, side: float) -> bool:
    """Tell whether two marks lie on each other; marks are square."""
    return abs(one.x - other.x) < side and abs(one.y - other.y) * HIGH < side * THOUSAND


def said(spot: Spot) -> tuple[Direction, Distance]:
    """Give in which direction and how far a place is."""
    across, down = _offset(spot)
    turn = round(atan2(across * WIDE, -down * HIGH) / (pi / 4)) % len(Direction)
    far = hypot(across, down) * 2
    if far < RINGS[0]:
        return Direction(turn), Distance.NEAR
    return Direction(turn), Distance.WALKABLE if far < RINGS[1] else Distance.FURTHER


def spot_of(direction: Direction, distance: Distance) -> Spot:
    """Give the place in a direction at a distance."""
    turn, far = direction.value * pi / 4, _FAR[distance] / 2
    # The direction is that on the map as it is drawn, the distance that between the rings, which are as flat as it is.
    across, down = sin(turn) / WIDE, -cos(turn) / HIGH
    scale = far / hypot(across, down)
    return Spot(round(THOUSAND * (0.5 + across * scale)), round(THOUSAND * (0.5 + down * scale)))


def _grid(step: float, side: int) -> Iterator[Spot]:
    """Give places over the whole map, so far apart, with the middle of the map between them."""
    across = int((WIDE - side) / step)
    down = int((HIGH - side) / step)
    left, top = (WIDE - across * step) / 2, (HIGH - down * step) / 2
    for row in range(down + 1):
        for column in range(across + 1):
            x, y = left + column * step, top + row * step
            yield Spot(round(x), round(y * THOUSAND / HIGH))


def _free(spots: Iterable[Spot], taken: Sequence[Spot], side: int) -> Iterator[Spot]:
    return (spot for spot in spots if not _hits(spot, taken, side))


def _hits(spot: Spot, taken: Sequence[Spot], side: int) -> bool:
    if over(spot, MIDDLE, side * (1 + ROOM) / 2 + 1):
        return True
    return any(over(spot, other, side) for other in taken)


def _offset(spot: Spot) -> tuple[float, float]:
    return (spot.x - MIDDLE.x) / THOUSAND, (spot.y - MIDDLE.y) / THOUSAND


def _away(spot: Spot) -> float:
    return hypot(*_offset(spot))


def _around(spot: Spot) -> tuple[float, float]:
    across, down = _offset(spot)
    return atan2(across, -down) % (2 * pi), _away(spot)


def _between(one: Spot, other: Spot) -> float:
    return hypot((one.x - other.x) * WIDE, (one.y - other.y) * HIGH)


def fitting_labels(boxes: Sequence[Box], wanted: Sequence[Box | None], edge: tuple[float, float]) -> list[bool]:
    """Tell of each label whether it lies on no box, on no label before it, and wholly within the edge of the map."""
    shown: list[Box] = []
    told = []
    for label in wanted:
        fits = label is not None and label[0] >= 0 and label[2] <= edge[0] and label[3] <= edge[1]
        fits = fits and label is not None and not any(_meet(label, other) for other in (*boxes, *shown))
        told.append(fits)
        if fits and label is not None:
            shown.append(label)
    return told


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
