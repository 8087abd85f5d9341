"""Rectangles that may be turned: where their corners are, whether they overlap, lie inside, and what they share."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Point: TypeAlias = tuple[float, float]

# Two that share less than this (in cm) only touch: what stands wall to wall does not overlap.
HAIR: Final = 1.0
_QUARTER: Final = 90


class Box(NamedTuple):
    """A rectangle: its middle, its size in centimetres, and its turn in degrees, clockwise as y grows downwards."""

    x: float
    y: float
    wide: float
    high: float
    turned: float = 0


class Bounds(NamedTuple):
    """The upright rectangle around something."""

    left: float
    top: float
    right: float
    bottom: float


def sides(turned: float) -> tuple[float, float]:
    """Give cosine and sine of a turn; those of quarters exactly."""
    if turned % _QUARTER == 0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(turned // _QUARTER) % 4]
    return cos(radians(turned)), sin(radians(turned))


@lru_cache(maxsize=8192)
def corners(box: Box) -> tuple[Point, Point, Point, Point]:
    """Give the four corners, in their order around."""
    along, across = sides(box.turned)
    found = []
    for right, down in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
        far, deep = right * box.wide, down * box.high
        found.append((box.x + far * along - deep * across, box.y + far * across + deep * along))
    return found[0], found[1], found[2], found[3]


@lru_cache(maxsize=8192)
def bounds(box: Box) -> Bounds:
    """Give the upright rectangle around a box."""
    ways, downs = zip(*corners(box), strict=True)
    return Bounds(min(ways), min(downs), max(ways), max(downs))


def around(boxes: Sequence[Box]) -> Bounds:
    """Give the upright rectangle around several boxes, at least one."""
    every = [bounds(box) for box in boxes]
    return Bounds(
        min(one.left for one in every),
        min(one.top for one in every),
        max(one.right for one in every),
        max(one.bottom for one in every),
    )


def near(one: Box, other: Box, hair: float = HAIR) -> bool:
    """Tell whether the upright rectangles around two boxes share more than a hair: if not, the boxes do not either."""
    first, second = bounds(one), bounds(other)
    return (
        first.left + hair < second.right
        and second.left + hair < first.right
        and first.top + hair < second.bottom
        and second.top + hair < first.bottom
    )


def overlap(one: Box, other: Box, hair: float = HAIR) -> bool:
    """Tell whether two boxes share more than a hair, by looking for a line between them (separating axis)."""
    if not near(one, other, hair):
        return False
    if one.turned % _QUARTER == 0 and other.turned % _QUARTER == 0:
        return True
    first, second = corners(one), corners(other)
    return all(_meet(first, second, axis, hair) for turned in (one.turned, other.turned) for axis in _axes(turned))


def inside(box: Box, wide: float, high: float, hair: float = HAIR) -> bool:
    """Tell whether a box lies on a plan of that size."""
    found = bounds(box)
    return found.left >= -hair and found.top >= -hair and found.right <= wide + hair and found.bottom <= high + hair


def holds(box: Box, point: Point) -> bool:
    """Tell whether a point lies within a box or on its edge."""
    along, across = sides(box.turned)
    right, down = point[0] - box.x, point[1] - box.y
    far, deep = right * along + down * across, down * along - right * across
    return abs(far) <= box.wide / 2 and abs(deep) <= box.high / 2


def shared(one: Box, other: Box, reach: float = HAIR) -> list[Point]:
    """Give the corners of what two boxes share, where the second is a little larger: what touches shares a line."""
    found: list[Point] = list(corners(one))
    grown = corners(other._replace(wide=other.wide + 2 * reach, high=other.high + 2 * reach))
    for start, end in pairwise((*grown, grown[0])):
        found = _cut(found, start, end)
    return found


def longest(points: Sequence[Point]) -> float:
    """Give the largest distance between two of these points, 0 without any."""
    return max(
        (hypot(a[0] - b[0], a[1] - b[1]) for number, a in enumerate(points) for b in points[:number]), default=0.0
    )


def turned_about(box: Box, middle: Point, by: float) -> Box:
    """Turn a box about a point."""
    along, across = sides(by)
    right, down = box.x - middle[0], box.y - middle[1]
    return box._replace(
        x=middle[0] + right * along - down * across,
        y=middle[1] + right * across + down * along,
        turned=(box.turned + by) % 360,
    )


def _axes(turned: float) -> tuple[Point, Point]:
    along, across = sides(turned)
    return (along, across), (-across, along)


def _meet(first: Sequence[Point], second: Sequence[Point], axis: Point, hair: float) -> bool:
    """Tell whether the shadows of two shapes on a line share more than a hair."""
    one = [point[0] * axis[0] + point[1] * axis[1] for point in first]
    other = [point[0] * axis[0] + point[1] * axis[1] for point in second]
    return min(one) + hair < max(other) and min(other) + hair < max(one)


def _cut(points: list[Point], start: Point, end: Point) -> list[Point]:
    """Keep what lies to the right of a line, as one walks along it with y downwards (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, after in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, is_now = _side(before, start, end), _side(after, start, end)
        if (was < 0) != (is_now < 0):
            share = was / (was - is_now)
            kept.append((before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])))
        if is_now >= 0:
            kept.append(after)
    return kept


def _side(point: Point, start: Point, end: Point) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])
