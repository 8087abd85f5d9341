"""Rectangles that are turned: what geometry says is what one finds by looking at points."""

from __future__ import annotations

from itertools import product
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.market.plan.shapes import (
    Box,
    bounds,
    corners,
    holds,
    inside,
    longest,
    overlap,
    shared,
    turned_about,
)

SIDES = st.integers(20, 400)
PLACES = st.integers(-300, 300)
BOXES = st.builds(Box, PLACES, PLACES, SIDES, SIDES, st.integers(0, 359))
STEPS = 24


def points(box: Box, within: float = 0.0) -> list[tuple[float, float]]:
    """Give points spread over a box, a little within its edge."""
    small = Box(0, 0, max(box.wide - 2 * within, 0.1), max(box.high - 2 * within, 0.1))
    spread = [(number / STEPS - 0.5) for number in range(STEPS + 1)]
    found = []
    for across, down in product(spread, spread):
        turned = turned_about(Box(across * small.wide, down * small.high, 1, 1), (0, 0), box.turned)
        found.append((box.x + turned.x, box.y + turned.y))
    return found


@given(BOXES, BOXES)
def test_boxes_that_share_a_point_well_within_both_overlap(one: Box, other: Box) -> None:
    well_within = other._replace(wide=max(other.wide - 6, 0.1), high=max(other.high - 6, 0.1))
    if any(holds(well_within, point) for point in points(one, within=3)):
        assert overlap(one, other)


@given(BOXES, BOXES)
def test_boxes_that_do_not_overlap_share_no_point_within(one: Box, other: Box) -> None:
    if not overlap(one, other):
        within = other._replace(wide=max(other.wide - 3, 0.1), high=max(other.high - 3, 0.1))
        assert not any(holds(within, point) for point in points(one, within=1.5))


@given(BOXES, BOXES)
def test_overlapping_is_the_same_from_both_sides(one: Box, other: Box) -> None:
    assert overlap(one, other) is overlap(other, one)


@given(BOXES, BOXES)
def test_what_two_boxes_share_lies_in_both(one: Box, other: Box) -> None:
    grown = [box._replace(wide=box.wide + 2.1, high=box.high + 2.1) for box in (one, other)]
    assert all(holds(box, point) for point in shared(one, other) for box in grown)


@given(BOXES, BOXES)
def test_every_point_of_both_lies_between_the_corners_of_what_they_share(one: Box, other: Box) -> None:
    found = shared(one, other, 0.0)
    both = [point for point in points(one) if holds(other, point)]
    if both:
        assert longest(found) + 0.01 >= max(hypot(a[0] - b[0], a[1] - b[1]) for a in both[:1] for b in both)


@given(BOXES, st.integers(-5, 5))
def test_a_box_turned_all_the_way_round_is_where_it_was(box: Box, quarters: int) -> None:
    turned = turned_about(turned_about(box, (17, 4), quarters * 15), (17, 4), -quarters * 15)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) < 0.01 for a, b in zip(corners(box), corners(turned), strict=True))


@given(BOXES)
def test_a_box_is_inside_when_all_its_corners_are(box: Box) -> None:
    edge = bounds(box)
    moved = box._replace(x=box.x - edge.left, y=box.y - edge.top)
    assert inside(moved, edge.right - edge.left, edge.bottom - edge.top)
    assert not inside(moved, edge.right - edge.left - 3, edge.bottom - edge.top)
    assert not inside(moved._replace(x=moved.x - 3), 5000, 5000)


def test_stalls_wall_to_wall_do_not_overlap() -> None:
    assert not overlap(Box(150, 150, 300, 300), Box(450, 150, 300, 300))
    assert overlap(Box(150, 150, 300, 300), Box(445, 150, 300, 300))
    assert not overlap(Box(150, 150, 300, 300), Box(450, 150, 300, 300, 90))
