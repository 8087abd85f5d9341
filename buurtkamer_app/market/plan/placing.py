"""Where something new can stand: one thing, or a row of stalls at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.records import GROUND, Thing
from buurtkamer_app.market.plan.shapes import Box, around, inside, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Plan

# How large a new one is, in cm: as the usual stall of the trade (3 x 3 or 4 x 2 m) and what stands on a square.
USUAL: Final = {
    PlanThing.STALL: (300, 300),
    PlanThing.STAGE: (600, 400),
    PlanThing.TABLE: (180, 80),
    PlanThing.ENTRANCE: (400, 100),
    PlanThing.ROUTE: (2000, 0),
    PlanThing.FIRST_AID: (300, 300),
    PlanThing.TOILET: (200, 200),
    PlanThing.POWER: (100, 100),
    PlanThing.TREE: (300, 300),
    PlanThing.BUILDING: (1000, 600),
}
_STEP: Final = 100
MOST_IN_ROW: Final = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row of stalls: how many, how large, how far apart (in cm), and whether it goes down instead of to the right."""

    count: int
    wide_cm: int = 300
    high_cm: int = 300
    gap_cm: int = 0
    down: bool = False


def new_thing(plan: Plan, kind: PlanThing) -> Thing:
    """Give a thing of the usual size, where there is room for it; raises `RefusedError` when there is none."""
    wide, high = USUAL[kind]
    wide = min(wide, plan.wide_cm)
    thing = Thing(plan.event_id, kind, 0, 0, wide, high or plan.route_cm)
    return _settled(plan, [thing])[0]


def row_of(plan: Plan, row: Row) -> list[Thing]:
    """Give a row of stalls, where there is room for all of it; raises `RefusedError` when there is none."""
    if not 1 <= row.count <= MOST_IN_ROW:
        raise RefusedError("A row has 1 to {most} stalls.", most=MOST_IN_ROW)
    step = (row.high_cm if row.down else row.wide_cm) + row.gap_cm
    stall = Thing(plan.event_id, PlanThing.STALL, 0, 0, row.wide_cm, row.high_cm)
    ways = [(0, number * step) if row.down else (number * step, 0) for number in range(row.count)]
    return _settled(plan, [replace(stall, x_cm=across, y_cm=down) for across, down in ways])


def _settled(plan: Plan, things: Sequence[Thing]) -> list[Thing]:
    """Bring things together to the first place on the plan where they are in nobody's way."""
    edges = around([thing.box for thing in things])
    wide, high = edges.right - edges.left, edges.bottom - edges.top
    ground = things[0].kind in GROUND
    standing = [known.it.box for known in plan.things if not (ground and known.it.kind in GROUND)]
    for down, across in product(_steps(plan.high_cm - high), _steps(plan.wide_cm - wide)):
        box = Box(across + wide / 2, down + high / 2, wide, high)
        if inside(box, plan.wide_cm, plan.high_cm) and not any(overlap(box, other) for other in standing):
            right, lower = round(across - edges.left), round(down - edges.top)
            return [replace(one, x_cm=one.x_cm + right, y_cm=one.y_cm + lower) for one in things]
    if ground:  # a route or an entrance may be laid where something stands: that is told, and moved later
        middle = (plan.wide_cm // 2, plan.high_cm // 2)
        return [replace(one, x_cm=middle[0], y_cm=middle[1]) for one in things]
    raise RefusedError("There is no free place for this. Move something, or make the plan larger.")


def _steps(room: float) -> range:
    return range(0, int(max(room, 0)) + 1, _STEP)


def numbered(things: Sequence[Thing], first: int, parts: Sequence[UUID] = ()) -> list[Thing]:
    """Give stalls their numbers in a row; the first of them are for these parts of the market."""
    those = list(things)
    taken = [replace(thing, element_id=part) for thing, part in zip(those, parts, strict=False)]
    rest = those[len(taken) :]
    return taken + [replace(thing, label=str(first + at)) for at, thing in enumerate(rest)]
