"""What may stand where on a plan, and what is told where something is not right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan import ways
from buurtkamer_app.market.plan.records import GROUND, Trouble, Wrong
from buurtkamer_app.market.plan.shapes import bounds, inside, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Plan, Thing

LEAST_SIDE: Final = 10
LONGEST_SIDE: Final = 50_000
LEAST_PLAN: Final = 100
MOST_THINGS: Final = 500
_LONGEST_LABEL: Final = 60
# Between a path for one fire engine on soft ground and a wide street.
_ROUTE: Final = (200, 2000)


def kept_thing(thing: Thing) -> Thing:
    """Give a thing as it is kept; raises `RefusedError` for what cannot be, or what is nowhere near a plan."""
    for side in (thing.wide_cm, thing.high_cm):
        if not LEAST_SIDE <= side <= LONGEST_SIDE:
            raise RefusedError("A side is between 0.1 and 500 metres.")
    if not all(-LONGEST_SIDE <= at <= 2 * LONGEST_SIDE for at in (thing.x_cm, thing.y_cm)):
        raise RefusedError("That is too far from the plan.")
    return replace(thing, label=one_line(thing.label, _LONGEST_LABEL), turned=thing.turned % 360)


def kept_size(wide_cm: int, high_cm: int) -> tuple[int, int]:
    """Give the size of a plan; raises `RefusedError` outside 1 to 500 metres."""
    if not all(LEAST_PLAN <= side <= LONGEST_SIDE for side in (wide_cm, high_cm)):
        raise RefusedError("A plan is between 1 and 500 metres wide and deep.")
    return wide_cm, high_cm


def kept_route(wide_cm: int) -> int:
    """Give how wide the emergency route must be; raises `RefusedError` for what no fire engine or plan can use."""
    if not _ROUTE[0] <= wide_cm <= _ROUTE[1]:
        raise RefusedError("The emergency route is between 2 and 20 metres wide.")
    return wide_cm


def on_route(thing: Thing, others: Iterable[Thing]) -> bool:
    """Tell whether a thing would stand on the emergency route."""
    if thing.kind in GROUND:
        return False
    return any(other.kind is PlanThing.ROUTE and overlap(thing.box, other.box) for other in others)


def refuse_on_route(things: Iterable[Thing], others: Sequence[Thing]) -> None:
    """Raise `RefusedError` when one of these would stand on the emergency route."""
    if any(on_route(thing, others) for thing in things):
        raise RefusedError("Nothing may stand on the emergency route. It went back.")


def pair(key: UUID, thing: Thing, at: UUID, other: Thing) -> Trouble | None:
    """Give what is wrong between two things."""
    ground, floor = thing.kind in GROUND, other.kind in GROUND
    if (ground and floor) or not overlap(thing.box, other.box):
        return None
    if not (ground or floor):
        return Trouble(Wrong.OVERLAPS, key, at)
    (solid, _), (below, what) = ((at, other), (key, thing)) if ground else ((key, thing), (at, other))
    if what.kind is PlanThing.ROUTE:
        return Trouble(Wrong.ON_ROUTE, solid, below)
    return Trouble(Wrong.BLOCKED, below, solid)


def alone(key: UUID, thing: Thing, plan: Plan) -> Iterator[Trouble]:
    """Give what is wrong with a thing by itself."""
    if not inside(thing.box, plan.wide_cm, plan.high_cm):
        yield Trouble(Wrong.OUTSIDE, key)


def pairs(things: Mapping[UUID, Thing]) -> Iterator[Trouble]:
    """Give what is wrong between any two, from left to right."""
    row = sorted(((bounds(thing.box), key, thing) for key, thing in things.items()), key=lambda one: one[0].left)
    for number, (one, key, thing) in enumerate(row):
        for other, at, beside in row[number + 1 :]:
            if other.left >= one.right:
                break
            if (found := pair(key, thing, at, beside)) is not None:
                yield found


def same_numbers(plan: Plan, things: Mapping[UUID, Thing]) -> Iterator[Trouble]:
    """Give the stalls that bear a number that another one has."""
    found: dict[str, list[UUID]] = defaultdict(list)
    for key, thing in things.items():
        if thing.kind is PlanThing.STALL and (number := plan.number(thing)):
            found[number].append(key)
    for first, *more in found.values():
        yield from (Trouble(Wrong.SAME_NUMBER, key, first) for key in more)


def missing(things: Mapping[UUID, Thing]) -> Iterator[Trouble]:
    """Give what a plan on which something stands should have."""
    kinds = {thing.kind for thing in things.values()}
    if kinds and PlanThing.ROUTE not in kinds:
        yield Trouble(Wrong.NO_ROUTE)
    if kinds and PlanThing.ENTRANCE not in kinds:
        yield Trouble(Wrong.NO_ENTRANCE)


def troubles(plan: Plan, things: Mapping[UUID, Thing] | None = None) -> list[Trouble]:
    """Give all that is wrong on a plan, the worst first; `things` stand in the place of those on record."""
    those = {known.id: known.it for known in plan.things} if things is None else things
    found = [
        *(trouble for key, thing in those.items() for trouble in alone(key, thing, plan)),
        *pairs(those),
        *ways.troubles(those, plan.route_cm),
        *same_numbers(plan, those),
        *missing(those),
    ]
    return in_order(found)


def in_order(found: Iterable[Trouble]) -> list[Trouble]:
    """Put the worst first."""
    worst = list(Wrong)
    return sorted(found, key=lambda trouble: worst.index(trouble.wrong))


def next_number(plan: Plan, more: Iterable[Thing] = ()) -> int:
    """Give the number of the next stall: one more than the highest, of things and of parts."""
    labels = [known.it.label for known in plan.things] + [thing.label for thing in more]
    numbers = [int(label) for label in labels if label.isdecimal()] + [part.number for part in plan.parts]
    return max(numbers, default=0) + 1
