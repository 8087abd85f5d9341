"""The picture of the ties: of up to twenty groups no name stands over another; the same ties give the same picture."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Line

from buurtkamer_app.neighbourhood.living.records import Web
from buurtkamer_app.printing.drawings import drawing_pdf
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.ties import MOST, Name, alone_words, in_order, placed, shown_groups, ties_drawing

LONG = "Bewonerscommissie van de flats aan de Esdoornhof en omgeving"
SIZES = ((531.0, 350.0), (880.0, 300.0), (880.0, 380.0), (420.0, 380.0), (240.0, 380.0))


def web(count: int, name: str = "Groep") -> Web:
    groups = tuple(f"{name} {number:02}" for number in range(count))
    ties = tuple(
        (groups[a], groups[b], 1 + (a + b) % 3, "") for a, b in combinations(range(count), 2) if (a * b) % 5 == 1
    )
    return Web(groups, ties)


def apart(one: Name, other: Name) -> bool:
    return (
        one.left + one.wide <= other.left
        or other.left + other.wide <= one.left
        or one.top + one.high <= other.top + 0.01
        or other.top + other.high <= one.top + 0.01
    )


@pytest.mark.parametrize(("size", "name", "count"), list(product(SIZES, ("Groep", LONG), (1, 2, 3, 12, 20))))
def test_no_name_stands_over_another_or_outside(size: tuple[float, float], name: str, count: int) -> None:
    wide, high = size
    if count == 20:
        high = max(high, 20 * 19.0)
    found = placed(web(count, name), wide, high)
    assert len(found.names) == count
    assert all(apart(one, other) for one, other in combinations(found.names, 2))
    for one in found.names:
        assert -0.01 <= one.left <= one.left + one.wide <= wide + 0.01
        assert -0.01 <= one.top <= one.top + one.high <= high + 0.01
        assert not any(
            one.left - 4 < across < one.left + one.wide + 4 and one.top < down < one.top + one.high
            for across, down in found.dots.values()
        )


def test_the_same_ties_give_the_same_picture() -> None:
    one, other = (drawing_pdf(ties_drawing(web(12), 531.0, 400.0)) for _ in range(2))
    assert one == other


def test_who_knows_each_other_well_stands_beside_each_other() -> None:
    groups = [f"G{number}" for number in range(8)]
    ties = [("G0", "G4", 3), ("G1", "G5", 3), ("G2", "G6", 3)]
    order = in_order(groups, ties)
    assert sorted(order) == groups
    for one, other, _ in ties:
        assert (order.index(one) - order.index(other)) % 8 in {1, 7}


def test_in_black_lines_are_told_apart_by_thickness_and_dashes() -> None:
    three = Web(("A", "B", "C"), (("A", "B", 1, ""), ("B", "C", 2, ""), ("A", "C", 3, "")))
    drawing = ties_drawing(three, 400.0, 300.0, Dress(ink=Ink.BLACK))
    lines = [shape.getProperties() for shape in drawing.contents if isinstance(shape, Line)]
    looks = {(line["strokeWidth"], tuple(line["strokeDashArray"] or ())) for line in lines}
    assert len({look for look in looks if look[0] > 1}) == 3


def test_of_too_many_groups_those_with_ties_are_shown() -> None:
    many = Web(tuple(f"G{number:03}" for number in range(100)), (("G098", "G099", 3, ""),))
    shown = shown_groups(many)
    assert len(shown) == MOST
    assert {"G098", "G099"} <= set(shown)
    assert "G050" in alone_words(many)


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 20), st.data())
def test_the_order_keeps_every_group_once(count: int, data: st.DataObject) -> None:
    groups = [f"G{number}" for number in range(count)]
    pairs = list(combinations(groups, 2))
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []
    ties = [(one, other, data.draw(st.integers(1, 3))) for one, other in chosen]
    assert sorted(in_order(groups, ties)) == sorted(groups)
