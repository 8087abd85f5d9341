"""The floor plan and the stall numbers on paper: to scale, legible, whatever stands there."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.lib.units import mm

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import ElementKind, PlanThing
from buurtkamer_app.market.plan.placing import Row
from buurtkamer_app.market.plan.records import Part, Plan, Thing
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Size, Wanted
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.floor_plan import floor_plan
from buurtkamer_app.printing.floor_plan_scale import SCALES, Ground
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.house_style import A4_ACROSS
from buurtkamer_app.printing.stall_numbers import StallNumber, stall_numbers
from tests.market.plan_room import NAMES, new_market, with_route
from tests.papers.rooms import LONG, LONG_WORDS
from tests.papers.rooms import NAMES as HOSTILE
from tests.printing.boxes import check, texts
from tests.printing.weeks import FACTS, text

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

EVENT = UUID(int=1)
DAY = date(2026, 6, 20)
HOUSE = House(FACTS, date(2026, 3, 11))


def plan(*things: Thing, parts: tuple[Part, ...] = (), **other: Any) -> Plan:
    """Give a plan of 40 by 30 metres on which these stand."""
    known = [Known(UUID(int=number), 1, thing) for number, thing in enumerate(things, 1)]
    return replace(Plan(EVENT, "Buurtmarkt", DAY, "Het plein", 4000, 3000, 350, known, parts), **other)


def rectangles(pdf: bytes) -> list[tuple[float, float]]:
    """Give how wide and high everything is that is drawn as a path on the first page, in millimetres."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for part in document[0].get_objects():
            if part.type != raw.FPDF_PAGEOBJ_PATH:
                continue
            left, bottom, right, top = part.get_bounds()
            line = 2 * part_line(part)  # PDFium counts the whole line on either side
            found.append(((right - left - line) / mm, (top - bottom - line) / mm))
    return found


def part_line(part: Any) -> float:
    """Give how wide the line of a path is, in points."""
    wide = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(part.raw, wide)
    return wide.value


def near(found: list[tuple[float, float]], wide: float, high: float) -> bool:
    """Tell whether one of these is so large, to a tenth of a millimetre."""
    return any(abs(one[0] - wide) < 0.1 and abs(one[1] - high) < 0.1 for one in found)


def test_a_stall_of_three_metres_is_fifteen_millimetres_at_one_to_two_hundred() -> None:
    pdf = floor_plan(plan(Thing(EVENT, PlanThing.STALL, 500, 500, 300, 300, label="1")), HOUSE, A4_ACROSS)
    assert translate("Scale 1 : {scale}", scale=200) in text(pdf)
    found = rectangles(pdf)
    assert near(found, 15, 15)
    assert near(found, 200, 150)


def test_a_turned_stall_keeps_its_size() -> None:
    stall = Thing(EVENT, PlanThing.STALL, 900, 900, 400, 200, 90, label="1")
    assert near(rectangles(floor_plan(plan(stall), HOUSE, A4_ACROSS)), 10, 20)


def test_the_bar_is_as_long_as_it_says() -> None:
    for scale in SCALES:
        ground = Ground((4000, 3000), (0, 0), scale)
        assert ground.points(ground.bar(140) * 100) <= 140 or ground.bar(140) == 1
        assert ground.points(100) == pytest.approx(1000 / scale * mm)


@pytest.mark.parametrize("size", [(100, 100), (4000, 3000), (500, 50_000), (50_000, 50_000)])
def test_every_ground_fits_on_its_page(size: tuple[int, int]) -> None:
    wide, high = size
    stall = Thing(EVENT, PlanThing.STALL, wide // 2, high // 2, 300, 300, label="12")
    check(floor_plan(plan(stall, wide_cm=wide, high_cm=high), HOUSE, A4_ACROSS), least=10.0, margin=12.0)


def hostile() -> Plan:
    """Give a plan on which nothing is nice: all over each other, half outside, with names that are none."""
    things = [
        Thing(
            EVENT, of, 300 * number % 4300, 170 * number % 3200, 250, 350, 15 * number % 360, HOSTILE[number % 8][:60]
        )
        for number, of in enumerate(list(PlanThing) * 6)
    ]
    parts = tuple(
        Part(UUID(int=100 + number), number, ElementKind.STALL, name) for number, name in enumerate(HOSTILE * 12, 1)
    )
    placed = [replace(thing, element_id=part.id) for thing, part in zip(things, parts, strict=False)]
    return plan(*placed, parts=parts, name=LONG_WORDS, place=LONG)


@pytest.mark.parametrize("ink", list(Ink))
def test_whatever_stands_there_nothing_is_cut_off_or_over_another(ink: Ink) -> None:
    house = replace(HOUSE, dress=Dress(ink=ink))
    pdf = floor_plan(hostile(), house, A4_ACROSS)
    check(pdf, least=10.0, margin=12.0)
    with pypdfium2.PdfDocument(pdf) as document:
        # The legend ends above the foot: the name of the room begins that, and nothing but it stands lower.
        boxes = texts(document[0])
    assert len([box for box in boxes if box[1] < 68.0]) <= 4
    stalls = [StallNumber(name[:60], name) for name in HOSTILE]
    check(stall_numbers(stalls, LONG, DAY, house), least=10.0, margin=12.0)


def test_the_sheets_of_a_market_tell_who_stands_where(demo: Services) -> None:
    event = new_market(demo)
    with_route(demo, event)
    waiting = demo.floor_plans.plan(event).waiting()
    demo.floor_plans.add_row(event, Row(8), [part.id for part in waiting])
    for name, size in (("floor_plan", Size.A4), ("floor_plan", Size.A3), ("stall_numbers", Size.A4)):
        of = kind(name)
        assert of is not None
        made = of.make(demo, Wanted(DAY, replace(of.usual, size=size), event=event))
        check(made.pdf, least=10.0, margin=12.0)
        assert all(one in text(made.pdf) for one in NAMES)
        assert "Buurtmarkt" in made.name
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert len(document) == 4


def test_what_is_not_right_yet_stands_on_the_sheet() -> None:
    route = Thing(EVENT, PlanThing.ROUTE, 2000, 1500, 4000, 400)
    stall = Thing(EVENT, PlanThing.STALL, 2000, 1500, 300, 300, label="7")
    said = " ".join(text(floor_plan(plan(route, stall), HOUSE, A4_ACROSS)).split())
    assert translate("Not right yet") in said
    assert translate("{thing} stands on the emergency route.", thing=f"{translate('Stall')} 7") in said
