"""The ties between groups as a picture: groups on a circle with their names beside it, a line for every tie.

How well two groups know each other is said by how thick a line is and how it is broken, so that it needs no colour.
Groups that know each other well stand close to each other; the same ties always give the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.printing.drawings import ON_SCREEN, Sketch, fitted
from buurtkamer_app.printing.dress import MAIN, SECOND
from buurtkamer_app.printing.house_style import LEADING, LINE, SMALLEST
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.graphics.shapes import Drawing

    from buurtkamer_app.neighbourhood.living.records import Web
    from buurtkamer_app.printing.dress import Dress

# How thick a line is and how it is broken, in points, by how well two groups know each other.
_LINES: Final = {1: (1.7, (1.7, 4.0)), 2: (2.4, (9.0, 4.0)), 3: (4.4, None)}
STRENGTHS: Final = {
    3: mark("They know each other well"),
    2: mark("They know each other a bit"),
    1: mark("They hardly know each other"),
}
_SIZES: Final = (SMALLEST, 11.0, 10.0)
_MOST_LINES: Final = 3
_GAP: Final = 5.0
_SAMPLE: Final = 44.0
_DOT: Final = 5.0
_OUT: Final = 16.0
_WIDEST: Final = 190.0
# How much longer than wide the circle may be drawn where the room is.
_FLAT: Final = 1.7
# More than these no eye can tell apart; the rest stands in words only.
MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a group beside the circle: its lines, the upper left corner of their box, and its size."""

    group: str
    lines: tuple[str, ...]
    left: float
    top: float
    wide: float
    high: float
    right: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """Where all of the picture stands, in points from the left and the top: a dot for each group, and its name."""

    dots: dict[str, tuple[float, float]]
    names: tuple[Name, ...]
    size: float


def shown_groups(web: Web) -> list[str]:
    """Give the groups that the picture shows: those with ties first where there are too many."""
    alone = set(web.alone)
    return sorted(sorted(web.groups, key=lambda name: (name in alone, name))[:MOST])


def in_order(groups: Sequence[str], ties: Sequence[tuple[str, str, int]]) -> list[str]:
    """Put groups in the order in which they stand around the circle: who knows each other well, beside each other."""
    order, count = list(groups), len(groups)
    place = {name: number for number, name in enumerate(order)}
    known = [(place[one], place[other], strength) for one, other, strength in ties if {one, other} <= set(place)]
    stands = list(range(count))

    def far() -> int:
        away = ((abs(stands[one] - stands[other]), strength) for one, other, strength in known)
        return sum(min(steps, count - steps) * strength for steps, strength in away)

    best, better = far(), bool(known)
    while better:
        better = False
        for one, other in combinations(range(count), 2):
            stands[one], stands[other] = stands[other], stands[one]
            if (now := far()) < best:
                best, better = now, True
            else:
                stands[one], stands[other] = stands[other], stands[one]
    return [order[group] for group in sorted(range(count), key=lambda group: stands[group])]


def placed(web: Web, wide: float, high: float) -> Placed:
    """Find the place of every group and its name in so much room; no name stands over another."""
    order = in_order(shown_groups(web), [(one, other, strength) for one, other, strength, _ in web.ties])
    beside = max(64.0, min(_WIDEST, wide / 4))
    across = max(24.0, wide / 2 - beside - _OUT - _DOT)
    up = max(24.0, high / 2 - 3 * _DOT)
    across, up = min(across, up * _FLAT), min(up, across * _FLAT)
    half = -(-len(order) // 2)
    dots = {name: _around(number, len(order), (wide / 2, high / 2), (across, up)) for number, name in enumerate(order)}
    for size in _SIZES:
        lines = {name: _lines(name, beside, size, _MOST_LINES) for name in order}
        if all(_needed(side, lines, size) <= high for side in (order[:half], order[half:])):
            break
    else:
        lines = {name: _lines(name, beside, size, 1) for name in order}
    edges = (wide / 2 + across + _OUT, wide / 2 - across - _OUT)
    names = [
        *_column(order[:half], dots, lines, (edges[0], high, size), right=False),
        *_column(order[half:], dots, lines, (edges[1], high, size), right=True),
    ]
    return Placed(dots, tuple(names), size)


def ties_drawing(web: Web, wide: float, high: float, dress: Dress = ON_SCREEN) -> Drawing:
    """Draw groups and ties in so much room, in points, with what the lines mean under it."""
    sketch = Sketch(wide, high, dress)
    at = placed(web, wide, high - _key_height(wide))
    for one, other, strength, _ in sorted(web.ties, key=lambda tie: tie[2]):
        if one in at.dots and other in at.dots:
            weight, dashes = _LINES[strength]
            sketch.line(at.dots[one], at.dots[other], colour=MAIN, weight=weight, dashes=dashes)
    alone = set(web.alone)
    for name in at.names:
        _leader(sketch, name, at.dots[name.group])
        sketch.dot(at.dots[name.group], _DOT, colour=SECOND, filled=name.group not in alone, weight=1.6)
        down = name.top
        for line in name.lines:
            write = sketch.text_right if name.right else sketch.text
            write(line, (name.left + name.wide if name.right else name.left, down), Face.MEDIUM, at.size)
            down += at.size * LEADING
    _key(sketch, high - _key_height(wide) + 2 * _GAP)
    return sketch.drawing


def told(web: Web) -> str:
    """Say the picture in words."""
    known = "; ".join(tie_words(*tie) for tie in web.ties)
    return " ".join(part for part in (known, alone_words(web)) if part)


def tie_words(one: str, other: str, strength: int, through: str) -> str:
    """Say a tie: between whom, how well, and through what."""
    said = translate(STRENGTHS[strength]).lower()
    words = translate("{one} and {other}: {how}", one=one, other=other, how=said)
    return f"{words} ({through})" if through else words


def alone_words(web: Web) -> str:
    """Say which groups have no tie yet; nothing when all have one."""
    return translate("Not tied to anybody yet: {groups}.", groups=", ".join(web.alone)) if web.alone else ""


def _around(number: int, count: int, middle: tuple[float, float], radii: tuple[float, float]) -> tuple[float, float]:
    """Give a place around the middle, clockwise from the top: on an arc, so that no line passes under a third dot."""
    angle = 2 * pi * (number + 0.5) / count - pi / 2
    return middle[0] + radii[0] * cos(angle), middle[1] + radii[1] * sin(angle)


def _lines(name: str, room: float, size: float, most: int) -> tuple[str, ...]:
    found = wrap(printable(name), Face.MEDIUM, size, room)
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], fitted(" ".join(found[most - 1 :]), room, Face.MEDIUM, size))


def _needed(side: Sequence[str], lines: dict[str, tuple[str, ...]], size: float) -> float:
    return sum(len(lines[name]) * size * LEADING + _GAP for name in side)


def _column(
    side: Sequence[str],
    dots: dict[str, tuple[float, float]],
    lines: dict[str, tuple[str, ...]],
    within: tuple[float, float, float],
    *,
    right: bool,
) -> list[Name]:
    """Put the names of one side under each other, each as near to the height of its dot as there is room."""
    edge, high, size = within
    order = sorted(side, key=lambda name: (dots[name][1], name))
    heights = [len(lines[name]) * size * LEADING for name in order]
    tops: list[float] = []
    for name, height in zip(order, heights, strict=True):
        least = tops[-1] + heights[len(tops) - 1] + _GAP if tops else 0.0
        tops.append(max(least, dots[name][1] - height / 2))
    lowest = high
    for number in reversed(range(len(order))):
        tops[number] = max(0.0, min(tops[number], lowest - heights[number]))
        lowest = tops[number] - _GAP
    found = []
    for name, top, height in zip(order, tops, heights, strict=True):
        wide = max((width(line, Face.MEDIUM, size) for line in lines[name]), default=0.0)
        found.append(Name(name, lines[name], edge - wide if right else edge, top, wide, height, right))
    return found


def _leader(sketch: Sketch, name: Name, dot: tuple[float, float]) -> None:
    """Lead from a dot to its name."""
    edge = name.left + name.wide + 3 if name.right else name.left - 3
    sketch.line(dot, (edge, name.top + name.high / 2), colour=LINE, weight=0.8)


def _samples(wide: float) -> list[tuple[int, list[str]]]:
    room = max(40.0, wide - _SAMPLE - _GAP)
    return [(strength, wrap(translate(words), Face.REGULAR, SMALLEST, room)) for strength, words in STRENGTHS.items()]


def _key_height(wide: float) -> float:
    return 3 * _GAP + sum(len(lines) for _, lines in _samples(wide)) * SMALLEST * LEADING


def _key(sketch: Sketch, down: float) -> None:
    """Say what the lines mean."""
    for strength, lines in _samples(sketch.wide):
        weight, dashes = _LINES[strength]
        level = down + SMALLEST * LEADING / 2
        sketch.line((0, level), (_SAMPLE, level), colour=MAIN, weight=weight, dashes=dashes)
        for line in lines:
            sketch.text(line, (_SAMPLE + _GAP, down))
            down += SMALLEST * LEADING
