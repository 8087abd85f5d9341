"""What may stand where on a floor plan: the emergency route before all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import ElementKind, PlanThing
from buurtkamer_app.market.plan import placing, rules, words
from buurtkamer_app.market.plan.held import Held
from buurtkamer_app.market.plan.placing import Row, new_thing, numbered, row_of
from buurtkamer_app.market.plan.records import Part, Plan, Thing, Wrong
from buurtkamer_app.market.plan.shapes import Bounds, holds, overlap
from buurtkamer_app.market.plan.snapping import Edges, Snap, snapped

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENT = UUID(int=1)
ROUTE = Thing(EVENT, PlanThing.ROUTE, 2000, 1500, 4000, 400)
ENTRANCE = Thing(EVENT, PlanThing.ENTRANCE, 50, 1500, 400, 100, 90)
STALL = Thing(EVENT, PlanThing.STALL, 500, 500, 300, 300, label="1")
KINDS = st.sampled_from([PlanThing.STALL, PlanThing.STAGE, PlanThing.ROUTE, PlanThing.ENTRANCE, PlanThing.TREE])
THINGS = st.builds(
    Thing,
    st.just(EVENT),
    KINDS,
    st.integers(0, 4000),
    st.integers(0, 3000),
    st.integers(100, 900),
    st.integers(100, 900),
    st.sampled_from([0, 15, 30, 45, 90, 180, 345]),
)


def plan(*things: Thing, parts: Sequence[Part] = (), **other: Any) -> Plan:
    """Give a plan of 40 by 30 metres on which these stand; each is known by its place in the row, from 1 on."""
    known = [Known(UUID(int=number), 1, thing) for number, thing in enumerate(things, 1)]
    made = Plan(EVENT, "Buurtmarkt", date(2026, 6, 20), "Het plein", 4000, 3000, 350, known, parts)
    return replace(made, **other)


def wrong(*things: Thing, **other: Any) -> list[tuple[Wrong, int]]:
    """Give what is wrong, and with which of the things."""
    found = rules.troubles(plan(*things, **other))
    return [(trouble.wrong, trouble.key.int if trouble.key else 0) for trouble in found]


def test_a_plan_with_a_free_route_that_an_entrance_leads_to_is_right() -> None:
    assert wrong(ROUTE, ENTRANCE, STALL) == []


def test_an_empty_plan_has_nothing_to_tell() -> None:
    assert wrong() == []


def test_stalls_without_route_and_entrance_are_told() -> None:
    assert wrong(STALL) == [(Wrong.NO_ROUTE, 0), (Wrong.NO_ENTRANCE, 0)]


@pytest.mark.parametrize("kind", sorted(set(PlanThing) - {PlanThing.ROUTE, PlanThing.ENTRANCE}))
def test_nothing_at_all_may_stand_on_the_route(kind: PlanThing) -> None:
    on_it = replace(STALL, kind=kind, y_cm=1500, label="")
    assert (Wrong.ON_ROUTE, 3) in wrong(ROUTE, ENTRANCE, on_it)
    with pytest.raises(RefusedError):
        rules.refuse_on_route([on_it], [ROUTE])


def test_a_stall_against_the_route_does_not_stand_on_it() -> None:
    assert wrong(ROUTE, ENTRANCE, replace(STALL, y_cm=1150)) == []


@given(THINGS)
def test_a_thing_is_refused_exactly_where_it_covers_a_part_of_the_route(thing: Thing) -> None:
    refused = rules.on_route(thing, [ROUTE])
    well_within = ROUTE.box._replace(wide=ROUTE.wide_cm - 4, high=ROUTE.high_cm - 4)
    samples = [
        (thing.box.x + across * thing.wide_cm / 20, thing.box.y + down * thing.high_cm / 20)
        for across in range(-9, 10)
        for down in range(-9, 10)
    ]
    upright = replace(thing, turned=0)
    covers = any(holds(well_within, sample) for sample in samples if holds(upright.box, sample))
    if thing.turned % 180 == 0 and covers and thing.kind not in {PlanThing.ROUTE, PlanThing.ENTRANCE}:
        assert refused
    if refused:
        assert overlap(thing.box, ROUTE.box)
    if thing.kind in {PlanThing.ROUTE, PlanThing.ENTRANCE}:
        assert not refused


def test_a_route_that_is_too_narrow_is_told_and_another_width_counts() -> None:
    narrow = replace(ROUTE, high_cm=340)
    assert wrong(narrow, ENTRANCE) == [(Wrong.NARROW, 1)]
    assert wrong(ROUTE, ENTRANCE, route_cm=450) == [(Wrong.NARROW, 1), (Wrong.NO_WAY_IN, 1)]
    assert wrong(narrow, ENTRANCE, route_cm=300) == []


def test_an_entrance_that_leads_nowhere_is_told() -> None:
    far = replace(ENTRANCE, y_cm=300)
    assert wrong(ROUTE, far) == [(Wrong.APART, 2), (Wrong.NO_WAY_IN, 1)]
    assert wrong(ROUTE, ENTRANCE, far) == [(Wrong.APART, 3)]


def test_a_route_is_only_reached_through_an_entrance_as_wide_as_itself() -> None:
    assert wrong(ROUTE, replace(ENTRANCE, wide_cm=200)) == [(Wrong.NO_WAY_IN, 1)]


def test_pieces_of_a_route_go_on_where_they_meet_over_their_whole_width() -> None:
    bend = Thing(EVENT, PlanThing.ROUTE, 3800, 800, 400, 1000)
    assert wrong(ROUTE, ENTRANCE, bend) == []
    corner = replace(bend, x_cm=4150, wide_cm=400)
    assert (Wrong.NO_WAY_IN, 3) in wrong(ROUTE, ENTRANCE, corner)
    apart = replace(bend, y_cm=700)
    assert (Wrong.NO_WAY_IN, 3) in wrong(ROUTE, ENTRANCE, apart)


def test_what_overlaps_lies_outside_or_blocks_an_entrance_is_told() -> None:
    assert wrong(ROUTE, ENTRANCE, STALL, replace(STALL, x_cm=600, label="2")) == [(Wrong.OVERLAPS, 3)]
    assert wrong(ROUTE, ENTRANCE, replace(STALL, x_cm=100)) == [(Wrong.OUTSIDE, 3)]
    door = replace(ENTRANCE, y_cm=500, wide_cm=200)
    assert (Wrong.BLOCKED, 3) in wrong(ROUTE, ENTRANCE, door, replace(STALL, x_cm=160))


def test_two_stalls_with_one_number_are_told() -> None:
    assert wrong(ROUTE, ENTRANCE, STALL, replace(STALL, x_cm=900)) == [(Wrong.SAME_NUMBER, 4)]


def test_a_stall_bears_the_number_of_the_part_that_stands_there() -> None:
    part = Part(UUID(int=9), 7, ElementKind.STALL, "Boeken")
    taken = replace(STALL, element_id=part.id)
    made = plan(ROUTE, ENTRANCE, taken, parts=[part])
    assert made.number(taken) == "7"
    assert made.waiting() == []
    assert rules.next_number(made) == 8
    assert words.named(made, taken).endswith("7 · Boeken")


def test_every_trouble_is_a_sentence() -> None:
    things = (ROUTE, ENTRANCE, STALL, replace(STALL, x_cm=90), replace(STALL, y_cm=1500), replace(ROUTE, high_cm=100))
    made = plan(*things)
    those = {known.id: known.it for known in made.things}
    said = [words.wrong(made, those, trouble) for trouble in rules.troubles(made)]
    assert len(said) > 3
    assert all(one.endswith(".") and "{" not in one for one in said)


@settings(max_examples=40)
@given(st.lists(THINGS, min_size=2, max_size=9), st.integers(-900, 900), st.integers(-900, 900), st.data())
def test_what_is_told_while_something_is_carried_is_what_is_wrong_there(
    things: list[Thing], across: int, down: int, data: st.DataObject
) -> None:
    made = plan(*things)
    those = {known.id: known.it for known in made.things}
    keys = data.draw(st.sets(st.sampled_from(sorted(those)), min_size=1, max_size=3))
    held = Held(made, those, keys)
    held.carry(across, down, data.draw(st.sampled_from([None, Snap(), Snap(25), Snap(0)])))
    held.turn(data.draw(st.sampled_from([0, 15, -90])))
    everything = rules.troubles(made, those | held.now)

    def told(found: Sequence[Any]) -> set[tuple[Wrong, frozenset[UUID | None]]]:
        return {(one.wrong, frozenset({one.key, one.other})) for one in found}

    assert told(held.troubles()) == told(everything)
    assert held.refused() == any(
        rules.on_route(held.now[key], (those | held.now).values()) and held.now[key].box != those[key].box
        for key in keys
    )


BOUNDS = st.builds(
    lambda left, top, wide, high: Bounds(left, top, left + wide, top + high),
    st.integers(0, 2000),
    st.integers(0, 2000),
    st.integers(50, 600),
    st.integers(50, 600),
)


@given(BOUNDS, st.lists(BOUNDS, max_size=6), st.sampled_from([Snap(50), Snap(25), Snap(50, edges=False), Snap(0)]))
def test_what_came_to_stand_stays_there_and_went_no_further_than_it_may(
    moved: Bounds, others: list[Bounds], how: Snap
) -> None:
    edges = Edges(3000, 3000, others)
    across, down = snapped(moved, edges, how)
    assert max(abs(across), abs(down)) <= max(how.reach, how.grid / 2)
    there = Bounds(moved.left + across, moved.top + down, moved.right + across, moved.bottom + down)
    again = snapped(there, edges, how)
    assert max(map(abs, again)) <= (how.reach if how.edges else 0.0)
    if not how.edges:
        assert there.left % how.grid == 0
        assert there.top % how.grid == 0


def test_a_stall_comes_to_stand_against_its_neighbour() -> None:
    edges = Edges(4000, 3000, [Bounds(500, 500, 800, 800)])
    assert snapped(Bounds(817, 511, 1117, 811), edges, Snap(50)) == (-17, -11)


def test_in_a_row_each_stall_has_its_number_and_the_first_are_for_who_waits() -> None:
    row = numbered(row_of(plan(ROUTE, ENTRANCE), Row(4, gap_cm=50)), 5, [UUID(int=8)])
    assert [(one.x_cm, one.label, one.element_id) for one in row] == [
        (150, "", UUID(int=8)),
        (500, "5", None),
        (850, "6", None),
        (1200, "7", None),
    ]


@given(st.integers(1, placing.MOST_IN_ROW), st.sampled_from([(300, 300), (400, 200)]), st.booleans())
def test_a_row_never_comes_over_something_else(count: int, size: tuple[int, int], down: bool) -> None:  # noqa: FBT001 - as hypothesis gives it
    made = plan(ROUTE, ENTRANCE, STALL, wide_cm=20_000)
    try:
        row = row_of(made, Row(count, *size, down=down))
    except RefusedError:
        assert count * size[down] > 1000
        return
    assert len(row) == count
    assert not any(overlap(one.box, known.it.box) for one in row for known in made.things)


def test_where_there_is_no_room_nothing_is_put() -> None:
    with pytest.raises(RefusedError):
        new_thing(plan(replace(STALL, x_cm=2000, y_cm=1500, wide_cm=4000, high_cm=3000)), PlanThing.STALL)
    with pytest.raises(RefusedError):
        row_of(plan(), Row(0))


@pytest.mark.parametrize(
    "broken", [{"wide_cm": 9}, {"high_cm": 50_001}, {"x_cm": -60_000}, {"label": "x" * 10_000}, {"label": "a\x00"}]
)
def test_what_cannot_be_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        rules.kept_thing(replace(STALL, **broken))


def test_lengths_are_said_as_one_says_them() -> None:
    assert [words.metres(cm) for cm in (300, 350, 25, 105, -40, 1000)] == ["3", "3,5", "0,25", "1,05", "-0,4", "10"]
