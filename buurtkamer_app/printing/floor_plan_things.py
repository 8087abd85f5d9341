"""What stands on a floor plan, as lines on paper: works without colour, and each is told by its shape and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import words
from buurtkamer_app.market.plan.shapes import Box, corners, sides
from buurtkamer_app.printing.dress import MAIN, SECOND, TINT
from buurtkamer_app.printing.house_style import INK, LINE, SOFT_INK, WHITE
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.market.plan.records import Plan, Thing
    from buurtkamer_app.market.plan.shapes import Point
    from buurtkamer_app.printing.floor_plan_scale import Ground
    from buurtkamer_app.printing.house_style import Sheet

LEAST: Final = 10.0
_LARGEST: Final = 15.0
_PICTURE: Final = 20.0
_LEAST_PICTURE: Final = 8.0
_HATCH: Final = 7.0  # points between two lines
_FRONT: Final = 0.14
_LINE: Final = 1.2  # how high a line of a label is, in its size of type
_ROUND: Final = 0.7  # how much of a round shape upright words have
_GRID: Final = 500  # cm
_ORDER: Final = {PlanThing.ROUTE: 0, PlanThing.BUILDING: 1, PlanThing.ENTRANCE: 2, PlanThing.TREE: 4}
_LINES: Final = {PlanThing.ROUTE: SECOND, PlanThing.STALL: MAIN, PlanThing.TREE: SOFT_INK, PlanThing.BUILDING: SOFT_INK}


class Spot(NamedTuple):
    """The room for upright words in the middle of a shape, in points: left, top, wide, high."""

    left: float
    top: float
    wide: float
    high: float


def draw(sheet: Sheet, ground: Ground, plan: Plan | None) -> int:
    """Draw the ground with its grid and all that stands there; give how many numbers had no room."""
    canvas, high = sheet.canvas, sheet.paper.high
    left, top = ground.at
    wide, deep = ground.points(ground.size[0]), ground.points(ground.size[1])
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(left - 1, high - top - deep - 1, wide + 2, deep + 2)
    canvas.clipPath(path, stroke=0, fill=0)
    _grid(sheet, ground, empty=plan is None)
    things = sorted(plan.things, key=lambda known: (_ORDER.get(known.it.kind, 3), known.id)) if plan else []
    for known in things:
        outline(sheet, known.it.kind, shape(ground, known.it))
    canvas.restoreState()
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineWidth(1.6)
    canvas.rect(left, high - top - deep, wide, deep, stroke=1, fill=0)
    labels = _Labels(sheet, Spot(left, top, wide, deep))
    if plan is None:
        return 0
    return sum(
        not labels.put(known.it.kind, printable(plan.number(known.it)), _spot(ground, known.it)) for known in things
    )


def shape(ground: Ground, thing: Thing) -> Box:
    """Give the shape of a thing in points on the page."""
    left, top = ground.place(thing.x_cm, thing.y_cm)
    return Box(left, top, ground.points(thing.wide_cm), ground.points(thing.high_cm), thing.turned)


def outline(sheet: Sheet, kind: PlanThing, box: Box) -> None:
    """Draw the shape of a kind of thing: stalls with their front, trees round, the emergency route hatched."""
    canvas, high = sheet.canvas, sheet.paper.high
    line = _LINES.get(kind, INK)
    canvas.setStrokeColor(HexColor(sheet.dress.paint(line)))
    canvas.setFillColor(
        HexColor(sheet.dress.paint(TINT if sheet.dress.filled and kind is not PlanThing.ROUTE else WHITE))
    )
    canvas.setLineWidth(2.0 if kind in {PlanThing.ENTRANCE, PlanThing.BUILDING} else 1.1)
    if kind is PlanThing.TREE:
        canvas.ellipse(
            box.x - box.wide / 2, high - box.y - box.high / 2, box.x + box.wide / 2, high - box.y + box.high / 2, fill=1
        )
        return
    points = corners(box)
    _polygon(sheet, points, fill=kind is not PlanThing.ROUTE)
    if kind is PlanThing.ROUTE:
        _hatch(sheet, points)
    elif kind is PlanThing.STALL:
        _front(sheet, box)


def _polygon(sheet: Sheet, points: Sequence[Point], *, fill: bool, stroke: bool = True) -> None:
    path = sheet.canvas.beginPath()
    path.moveTo(points[0][0], sheet.paper.high - points[0][1])
    for across, down in points[1:]:
        path.lineTo(across, sheet.paper.high - down)
    path.close()
    sheet.canvas.drawPath(path, stroke=int(stroke), fill=int(fill))


def _front(sheet: Sheet, box: Box) -> None:
    """Fill a narrow band along the side at which one stands to buy."""
    along, across = sides(box.turned)
    deep = min(box.high * _FRONT, 4.0)
    off = (box.high - deep) / 2
    front = Box(box.x - off * across, box.y + off * along, box.wide, deep, box.turned)
    sheet.canvas.setFillColor(HexColor(sheet.dress.paint(MAIN)))
    _polygon(sheet, corners(front), fill=True, stroke=False)


def _hatch(sheet: Sheet, points: Sequence[Point]) -> None:
    """Draw slanting lines within a shape."""
    canvas, high = sheet.canvas, sheet.paper.high
    canvas.saveState()
    path = canvas.beginPath()
    path.moveTo(points[0][0], high - points[0][1])
    for across, down in points[1:]:
        path.lineTo(across, high - down)
    path.close()
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setLineWidth(0.7)
    left, right = min(point[0] for point in points), max(point[0] for point in points)
    top, bottom = min(point[1] for point in points), max(point[1] for point in points)
    at = left - (bottom - top)
    while at < right:
        canvas.line(at, high - bottom, at + bottom - top, high - top)
        at += _HATCH
    canvas.restoreState()


def _grid(sheet: Sheet, ground: Ground, *, empty: bool) -> None:
    """Draw a thin line every five metres, on an empty ground every metre: one draws on it by hand."""
    canvas, high = sheet.canvas, sheet.paper.high
    canvas.setStrokeColor(HexColor(sheet.dress.paint(LINE)))
    canvas.setLineWidth(0.3)
    step = _GRID // 5 if empty else _GRID
    (left, top), (right, bottom) = ground.place(0, 0), ground.place(*ground.size)
    for across in range(step, ground.size[0], step):
        at = ground.place(across, 0)[0]
        canvas.line(at, high - top, at, high - bottom)
    for down in range(step, ground.size[1], step):
        at = high - ground.place(0, down)[1]
        canvas.line(left, at, right, at)


def _spot(ground: Ground, thing: Thing) -> Spot:
    box = shape(ground, thing)
    wide, high = box.wide, box.high
    if thing.turned % 180 == 90:
        wide, high = high, wide
    elif thing.turned % 90:
        side = min(wide, high) * 0.8
        wide, high = side, side * 0.7
    if thing.kind is PlanThing.TREE:
        wide, high = wide * _ROUND, high * _ROUND
    return Spot(box.x - wide / 2 + 1, box.y - high / 2 + 1, wide - 2, high - 2)


class _Labels:
    """Writes upright labels that do not touch each other."""

    def __init__(self, sheet: Sheet, within: Spot) -> None:
        self._sheet, self._within = sheet, within
        self._taken: list[Spot] = []

    def put(self, kind: PlanThing, number: str, spot: Spot) -> bool:
        """Put picture and number in the middle of a shape; tell whether the number had room, where there is one."""
        said = number or ("" if kind in {PlanThing.STALL, PlanThing.TREE} else words.said_kind(kind))
        picture = 0.0 if kind is PlanThing.STALL else min(_PICTURE, spot.wide, spot.high)
        picture = picture if picture >= _LEAST_PICTURE else 0.0
        size, wide = _fitting(said, spot)
        written = bool(said) and wide <= spot.wide and picture + size * _LINE <= spot.high
        if not written and number and size * _LINE <= spot.high and wide <= spot.wide:
            picture, written = 0.0, True
        high = picture + (size * _LINE if written else 0.0)
        broad = max(picture, wide if written else 0.0)
        left, top = spot.left + (spot.wide - broad) / 2, spot.top + (spot.high - high) / 2
        place = Spot(left, top, broad, high)
        if not high or not _holds(self._within, place) or any(_touch(place, other) for other in self._taken):
            return not number
        self._taken.append(place)
        if kind is PlanThing.ROUTE:
            _plate(self._sheet, Spot(left - 6, top - 2, broad + 12, high + 4))
        middle = left + broad / 2
        if picture:
            put_picture(self._sheet, words.KINDS[kind][1], (middle - picture / 2, top), picture, INK)
        if written:
            self._sheet.text_middle(said, (middle, top + picture), Face.BOLD, size)
        return written or not number


def _fitting(said: str, spot: Spot) -> tuple[float, float]:
    """Give the size in which a label is written, as large as it goes, and how wide it is then."""
    size = min(_LARGEST, max(LEAST, spot.high * 0.42))
    while size > LEAST and width(said, Face.BOLD, size) > spot.wide:
        size -= 0.5
    return size, width(said, Face.BOLD, size)


def _plate(sheet: Sheet, spot: Spot) -> None:
    sheet.canvas.setFillColor(HexColor(WHITE))
    sheet.canvas.rect(spot.left, sheet.paper.high - spot.top - spot.high, spot.wide, spot.high, stroke=0, fill=1)


def _touch(one: Spot, other: Spot) -> bool:
    return (
        one.left < other.left + other.wide
        and other.left < one.left + one.wide
        and one.top < other.top + other.high
        and other.top < one.top + one.high
    )


def _holds(within: Spot, spot: Spot) -> bool:
    return (
        within.left <= spot.left
        and within.top <= spot.top
        and spot.left + spot.wide <= within.left + within.wide
        and spot.top + spot.high <= within.top + within.high
    )
