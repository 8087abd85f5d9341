"""What the signs of a floor plan mean, its scale with a bar to measure by, and what is not right yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from reportlab.lib.colors import HexColor

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import words
from buurtkamer_app.market.plan.shapes import Box
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.floor_plan_things import outline
from buurtkamer_app.printing.house_style import INK, LEADING, SOFT_INK
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.market.plan.records import Plan, Trouble
    from buurtkamer_app.printing.floor_plan_scale import Ground
    from buurtkamer_app.printing.house_style import Sheet

_WIDE: Final = 150.0
_BODY: Final = 11.0
_HEAD: Final = 12.0
_SIGN: Final = (26.0, 18.0)
_ROW: Final = 22.0
_GAP: Final = 8.0
_SCALE: Final = 64.0
_BAR: Final = 5.0
_NUMBER: Final = 26.0
_NOTE: Final = 3.0


class Line(NamedTuple):
    """A line of who stands where: the number and the name."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Legend:
    """The kinds that are on the plan, and what is not right there, as far as there is room for it.

    `names` says who stands where, number and lines of the name: all of them or none. `short` warnings are only counted.
    """

    kinds: tuple[PlanThing, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    names: tuple[tuple[str, list[str]], ...] = ()
    short: bool = False
    wide: float = _WIDE


def measured(plan: Plan | None, troubles: Sequence[Trouble], names: Sequence[Line], high: float) -> Legend:
    """Choose what stands in a column of that height: what is not right goes before what one sees by itself."""
    if plan is None:
        return Legend(tuple(PlanThing), _notes_of(None), ())
    there = {known.it.kind for known in plan.things}
    kinds = tuple(kind for kind in PlanThing if kind in there)
    notes = _notes_of(plan)
    line, heading = _BODY * LEADING, 4 + _HEAD * LEADING
    # A note of two lines may come on top of these, when numbers have no room.
    left = high - _SCALE - len(kinds) * _ROW - (len(notes) + 2) * line - 3 * _NOTE
    if troubles and left < heading + 3 * line:
        left, notes = left + len(notes) * line, ()
    warnings: tuple[str, ...] = ()
    if troubles and left < heading + 3 * line:
        warnings = (translate("Not right yet: {count}", count=len(troubles)),)
        return Legend(kinds, notes, warnings, short=True)
    if troubles:
        warnings = _warnings(plan, troubles, left - heading)
        left -= len(warnings) * line + heading
    named = [(one.number, wrap(one.name, Face.REGULAR, _BODY, _WIDE - _NUMBER)) for one in names]
    fits = heading + sum(len(lines) for _, lines in named) * line <= left
    return Legend(kinds, notes, warnings, tuple(named) if fits else ())


def _notes_of(plan: Plan | None) -> tuple[str, ...]:
    """Give the lines of what one has to know beside the signs."""
    there = {known.it.kind for known in plan.things} if plan else {PlanThing.STALL}
    notes = []
    if plan and PlanThing.ROUTE in there:
        notes.append(translate("Keep the route free, {width} m wide", width=words.metres(plan.route_cm)))
    if PlanThing.STALL in there:
        notes.append(translate("The thick side of a stall is its front"))
    return tuple(line for note in notes for line in wrap(note, Face.REGULAR, _BODY, _WIDE))


def _warnings(plan: Plan, troubles: Sequence[Trouble], left: float) -> tuple[str, ...]:
    """Give the lines of what is not right, as many as there is room for."""
    things = {known.id: known.it for known in plan.things}
    lines: list[str] = []
    for number, trouble in enumerate(troubles):
        said = wrap(printable(words.wrong(plan, things, trouble)), Face.REGULAR, _BODY, _WIDE)
        more = len(troubles) - number
        if (len(lines) + len(said) + (2 if more > 1 else 0)) * _BODY * LEADING > left:
            lines += wrap(translate("And {count} more.", count=more), Face.REGULAR, _BODY, _WIDE)
            break
        lines += said
    return tuple(lines)


def draw(sheet: Sheet, legend: Legend, at: tuple[float, float], ground: Ground, *, left_out: int) -> None:
    """Write the column from its upper left corner."""
    left, down = at
    down = _scale(sheet, (left, down), ground)
    for kind in legend.kinds:
        wide, high = _SIGN
        outline(sheet, kind, Box(left + wide / 2, down + high / 2, high if kind is PlanThing.TREE else wide, high))
        if kind not in {PlanThing.STALL, PlanThing.ROUTE}:
            put_picture(sheet, words.KINDS[kind][1], (left + wide / 2 - 6, down + high / 2 - 6), 12, INK)
        said = translate(words.KINDS[kind][0])
        sheet.text(said, (left + wide + 8, down + 2), Face.REGULAR, _BODY)
        down += _ROW
    notes = list(legend.notes)
    if left_out:
        notes += wrap(translate("Not all numbers fit: print this on A3."), Face.REGULAR, _BODY, legend.wide)
    for line in notes:
        sheet.text(line, (left, down), Face.REGULAR, _BODY, SOFT_INK)
        down += _BODY * LEADING
    down += _NOTE if notes else 0.0
    if legend.warnings and not legend.short:
        down = _heading(sheet, translate("Not right yet"), (left, down), SECOND)
    for line in legend.warnings:
        face, colour = (Face.BOLD, SECOND) if legend.short else (Face.REGULAR, INK)
        sheet.text(line, (left, down), face, _BODY, colour)
        down += _BODY * LEADING
    if legend.names:
        down = _heading(sheet, translate("Who stands where"), (left, down), INK)
    for number, lines in legend.names:
        sheet.text(number, (left, down), Face.BOLD, _BODY)
        for line in lines:
            sheet.text(line, (left + _NUMBER, down), Face.REGULAR, _BODY)
            down += _BODY * LEADING


def _heading(sheet: Sheet, said: str, at: tuple[float, float], colour: str) -> float:
    sheet.text(said, (at[0], at[1] + 4), Face.BOLD, _HEAD, colour)
    return at[1] + 4 + _HEAD * LEADING


def _scale(sheet: Sheet, at: tuple[float, float], ground: Ground) -> float:
    """Write the scale, with a bar in four parts; give where it ends."""
    left, down = at
    sheet.text(translate("Scale 1 : {scale}", scale=ground.scale), (left, down), Face.BOLD, _HEAD)
    down += _HEAD * LEADING + 3
    metres = ground.bar(_WIDE - 34)
    part = ground.points(metres * 100) / 4
    canvas = sheet.canvas
    canvas.setStrokeColor(HexColor(sheet.dress.paint(INK)))
    canvas.setFillColor(HexColor(sheet.dress.paint(INK)))
    canvas.setLineWidth(0.8)
    for number in range(4):
        up = sheet.paper.high - down - _BAR
        canvas.rect(left + number * part, up, part, _BAR, stroke=1, fill=int(number % 2 == 0))
    down += _BAR + 3
    sheet.text("0", (left, down), Face.REGULAR, _BODY)
    sheet.text(f"{metres} m", (left + max(4 * part - 6, 14), down), Face.REGULAR, _BODY)
    down += _BODY * LEADING
    size = f"{words.metres(ground.size[0])} x {words.metres(ground.size[1])} m"
    sheet.text(translate("The ground: {size}", size=size), (left, down), Face.REGULAR, _BODY)
    return down + _BODY * LEADING + _GAP
