"""The sheets of the floor plan of a market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import PlanThing
from buurtkamer_app.papers.events import event_wanted
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made, Per, Size
from buurtkamer_app.printing.floor_plan import floor_plan
from buurtkamer_app.printing.house_style import A3, A4_ACROSS, Paper
from buurtkamer_app.printing.stall_numbers import StallNumber, stall_numbers

if TYPE_CHECKING:
    from buurtkamer_app.market.plan.records import Plan
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def plan(services: Services, wanted: Wanted) -> Made:
    """Make the plan to scale, lying on A4 or A3; an empty ground to draw on when there never was a market."""
    found = _plan(services, wanted)
    paper = Paper(A3.high, A3.wide) if wanted.choices.size is Size.A3 else A4_ACROSS
    pdf = floor_plan(found, house(services, wanted.choices), paper)
    return Made(_named(translate("Floor plan"), found), pdf)


def numbers(services: Services, wanted: Wanted) -> Made:
    """Make the numbers of the stalls that are on the plan, two to a page, in their order."""
    found = _plan(services, wanted)
    stalls: list[StallNumber] = []
    for known in found.things if found else ():
        thing = known.it
        part = found.part(thing) if found else None
        if found and thing.kind is PlanThing.STALL and (number := found.number(thing)):
            stalls.append(StallNumber(number, part.name if part else ""))
    stalls.sort(key=lambda stall: (not stall.number.isdecimal(), stall.number.zfill(9)))
    market, on = (found.name, found.on_date) if found else ("", None)
    return Made(
        _named(translate("Stall numbers"), found), stall_numbers(stalls, market, on, house(services, wanted.choices))
    )


def _plan(services: Services, wanted: Wanted) -> Plan | None:
    """Give the plan of the market that is asked for, else of the next one, else of the last."""
    event = event_wanted(services, wanted, Per.MARKET)
    return services.floor_plans.plan(event) if event is not None else None


def _named(title: str, found: Plan | None) -> str:
    return f"{title} {found.name} {found.on_date.isoformat()}" if found else title
