"""Who and what there is, on every store: the list, finding a number in three keys, and the schematic map."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources import places, rules
from buurtkamer_app.neighbourhood.resources.records import Direction, Distance, Entry, Resource, Spot

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

BAKER = Resource(ResourceKind.SHOP, "Bakker Ömer", "brood dat over is", "Ömer", "06 12345678", "Kade 3")
SCHOOL = Resource(ResourceKind.SCHOOL, "De Regenboog", "een gymzaal op maandag")


def names(entries: list[Entry]) -> list[str]:
    return [entry.it.name for entry in entries]


def test_partners_of_the_room_are_among_them_and_nothing_is_typed_twice(demo: Services) -> None:
    partners = [name for _, name in demo.resources.partners()]
    assert partners
    assert set(partners) <= set(names(demo.resources.every()))
    partner = next(entry for entry in demo.resources.every() if entry.partner)
    demo.resources.write(replace(partner.it, adds="een spreekuur", phone="020 1234567"), partner.id)
    again = [entry for entry in demo.resources.every() if entry.it.partner_id == partner.it.partner_id]
    assert [(entry.partner, entry.it.adds) for entry in again] == [(False, "een spreekuur")]
    demo.resources.take_away(again[0].id)
    assert partner in demo.resources.every()


def test_they_stand_by_kind_and_name_and_are_found_in_three_keys(services: Services) -> None:
    for one in (SCHOOL, BAKER, replace(BAKER, name="’t Hofje", adds="", contact="", phone="020 555", address="")):
        services.resources.write(one)
    assert names(services.resources.every()) == ["Bakker Ömer", "’t Hofje", "De Regenboog"]
    assert names(services.resources.find("tho")) == ["’t Hofje"]
    assert names(services.resources.find("om")) == ["Bakker Ömer"]
    assert names(services.resources.find("gym")) == ["De Regenboog"]
    assert names(services.resources.find("456")) == ["Bakker Ömer"]
    assert names(services.resources.find("%_'")) == names(services.resources.find(""))
    assert names(services.resources.find("zzz")) == []


@pytest.mark.parametrize(
    "wrong",
    [replace(BAKER, name="  "), replace(BAKER, phone="bel maar"), replace(BAKER, adds="x" * 10_000)],
)
def test_what_cannot_be_kept_is_refused(services: Services, wrong: Resource) -> None:
    with pytest.raises(RefusedError):
        services.resources.write(wrong)
    assert services.resources.every() == []


def test_it_is_put_on_the_map_never_on_another_and_can_find_its_own_place_again(services: Services) -> None:
    first, second = (services.resources.write(one).value for one in (BAKER, SCHOOL))
    services.resources.place(first, Spot(200, 200))
    services.resources.place(second, Spot(205, 200))
    at = {mark.entry.id: mark for mark in services.resources.map().marks}
    assert at[first].spot == Spot(200, 200)
    assert all(mark.placed for mark in at.values())
    assert not places.over(at[first].spot, at[second].spot, services.resources.map().side)
    services.resources.write(replace(BAKER, adds="taart"), first)
    assert {entry.id: entry.spot for entry in services.resources.every()}[first] == Spot(200, 200)
    services.resources.place(first, None)
    assert [mark.placed for mark in services.resources.map().marks] == [False, True]


def test_a_partner_that_is_put_on_the_map_is_written_down_by_that(demo: Services) -> None:
    partner = next(entry for entry in demo.resources.every() if entry.partner)
    key = demo.resources.place(partner.id, Spot(900, 100)).value
    placed = next(entry for entry in demo.resources.every() if entry.id == key)
    assert (placed.it, placed.partner) == (partner.it, False)
    with pytest.raises(RefusedError):
        demo.resources.place(UUID(int=7), Spot(1, 1))


def test_at_a_locked_desk_nothing_is_read_or_written(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    for ask in (demo.resources.every, demo.resources.map, demo.resources.kept.all):
        with pytest.raises(NotAllowedError):
            ask()
    with pytest.raises(NotAllowedError):
        demo.resources.write(BAKER)


KINDS = st.sampled_from(ResourceKind)
SPOTS = st.builds(Spot, st.integers(0, 1000), st.integers(0, 1000))


def entries(kinds: list[ResourceKind], spots: list[Spot]) -> list[Entry]:
    """Give entries, the first of them placed as the service places them."""
    side = places.usual_side(len(kinds))
    taken: list[Spot] = []
    for spot in spots[: len(kinds)]:
        taken.append(places.free_near(spot, taken, side))
    those = [*taken, *[None] * (len(kinds) - len(taken))]
    made = [Entry(UUID(int=at), Resource(kind, f"N{at}"), those[at]) for at, kind in enumerate(kinds)]
    return rules.in_order(made)


@settings(max_examples=15, deadline=None)
@given(st.lists(KINDS, max_size=150), st.lists(SPOTS, max_size=12))
def test_nothing_lies_on_anything_else_or_beside_the_map(kinds: list[ResourceKind], spots: list[Spot]) -> None:
    found = places.arranged(entries(kinds, spots))
    at = [mark.spot for mark in found.marks]
    for place, one in enumerate(at):
        assert places.within(one, found.side) == one
        assert not places.over(one, places.MIDDLE, found.side)
        assert not any(places.over(one, other, found.side) for other in at[:place])


@settings(max_examples=15, deadline=None)
@given(st.lists(KINDS, min_size=1, max_size=60))
def test_those_of_a_kind_stand_together_around_the_room(kinds: list[ResourceKind]) -> None:
    found = places.arranged(entries(kinds, []))
    around = [mark.entry.it.kind for mark in found.marks]
    changes = sum(one is not other for one, other in pairwise(around))
    assert changes == len(set(kinds)) - 1
    assert [mark.number for mark in found.marks] == list(range(1, len(kinds) + 1))


def test_150_of_them_are_arranged_at_once(services: Services) -> None:
    made = entries([list(ResourceKind)[at % 7] for at in range(150)], [])
    found = places.arranged(made)
    assert found.side == places.usual_side(150)
    assert len({mark.spot for mark in found.marks}) == 150


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("distance", Distance)
def test_a_place_in_words_is_a_place_on_the_map_and_back(direction: Direction, distance: Distance) -> None:
    spot = places.spot_of(direction, distance)
    assert places.said(spot) == (direction, distance)
    assert places.within(spot, 88) == spot


def test_a_partner_is_written_down_once_whoever_else_did_so_meanwhile(demo: Services) -> None:
    partner = next(entry for entry in demo.resources.every() if entry.partner)
    first = demo.resources.place(partner.id, Spot(100, 100)).value
    assert demo.resources.place(partner.id, Spot(900, 100)).value == first
    with pytest.raises(ClashError):
        demo.resources.write(replace(partner.it, adds="een spreekuur"), partner.id)
    of_partner = [entry for entry in demo.resources.every() if entry.it.partner_id == partner.id]
    assert [(entry.id, entry.spot) for entry in of_partner] == [(first, Spot(900, 100))]
