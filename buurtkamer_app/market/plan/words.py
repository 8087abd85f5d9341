"""A floor plan in words: what stands there, where, how large, and what is not right with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.market.plan.records import Wrong
from buurtkamer_app.market.plan.shapes import bounds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.market.plan.records import Plan, Thing, Trouble

# What it is called (message id), and its icon.
KINDS: Final = {
    PlanThing.STALL: (mark("Stall"), "shop"),
    PlanThing.STAGE: (mark("Stage"), "microphone"),
    PlanThing.TABLE: (mark("Table"), "chair"),
    PlanThing.ENTRANCE: (mark("Entrance"), "door-open"),
    PlanThing.ROUTE: (mark("Emergency route"), "truck-medical"),
    PlanThing.FIRST_AID: (mark("First aid"), "kit-medical"),
    PlanThing.TOILET: (mark("Toilet"), "restroom"),
    PlanThing.POWER: (mark("Power point"), "bolt"),
    PlanThing.TREE: (mark("Tree"), "tree"),
    PlanThing.BUILDING: (mark("Building"), "house"),
}
_WRONG: Final = {
    Wrong.ON_ROUTE: mark("{thing} stands on the emergency route."),
    Wrong.OVERLAPS: mark("{thing} overlaps with {other}."),
    Wrong.OUTSIDE: mark("{thing} is not within the plan."),
    Wrong.BLOCKED: mark("{thing} is blocked by {other}."),
    Wrong.NARROW: mark("{thing} is narrower than {width} m."),
    Wrong.APART: mark("{thing} does not reach the emergency route."),
    Wrong.NO_WAY_IN: mark("{thing} has no entrance of {width} m."),
    Wrong.SAME_NUMBER: mark("{thing} has a number that is used twice."),
    Wrong.NO_ROUTE: mark("There is no emergency route yet."),
    Wrong.NO_ENTRANCE: mark("There is no entrance yet."),
}


def metres(cm: float) -> str:
    """Say a length in metres, to the centimetre: `3`, `3,5`, `0,25`."""
    whole = round(cm)
    sign = "-" if whole < 0 else ""
    decimals = f"{abs(whole) % 100:02}".rstrip("0")
    return f"{sign}{abs(whole) // 100}" + (f",{decimals}" if decimals else "")


def said_kind(of: PlanThing) -> str:
    """Say what a kind of thing is called."""
    return translate(KINDS[of][0])


def kind(thing: Thing) -> str:
    """Say what it is."""
    return said_kind(thing.kind)


def named(plan: Plan, thing: Thing) -> str:
    """Say what it is, with its number or name and who stands there: `Stall 12 · Books`."""
    part = plan.part(thing)
    said = " ".join(word for word in (kind(thing), plan.number(thing)) if word)
    return f"{said} · {part.name}" if part is not None else said


def size(thing: Thing) -> str:
    """Say how large it is, and how far it is turned."""
    said = translate("{wide} x {deep} m", wide=metres(thing.wide_cm), deep=metres(thing.high_cm))
    return said if not thing.turned else f"{said}, {translate('turned {degrees}°', degrees=thing.turned)}"


def where(thing: Thing) -> str:
    """Say where it is: how far its nearest sides are from the left and the top of the plan."""
    edge = bounds(thing.box)
    return translate("{left} m from the left, {top} m from the top", left=metres(edge.left), top=metres(edge.top))


def wrong(plan: Plan, things: Mapping[UUID, Thing], trouble: Trouble) -> str:
    """Say what is not right."""
    values = {"width": metres(plan.route_cm)}
    if trouble.key is not None:
        values["thing"] = named(plan, things[trouble.key])
    if trouble.other is not None:
        values["other"] = named(plan, things[trouble.other])
    return translate(_WRONG[trouble.wrong], **values)


def concerns(trouble: Trouble) -> set[UUID]:
    """Give the things that bear a mark for this; the route itself does not for what stands on it."""
    if trouble.key is None:
        return set()
    both = trouble.wrong in {Wrong.OVERLAPS, Wrong.BLOCKED, Wrong.SAME_NUMBER}
    return {trouble.key, trouble.other} - {None} if both else {trouble.key}  # type: ignore[return-value] # None is out
