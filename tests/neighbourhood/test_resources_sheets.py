"""Who and what there is on paper: the map for the wall without residents' names, the list with numbers for hosts."""

from __future__ import annotations

from datetime import date
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.resources.records import Resource, Spot
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Choices, Made, Size, Wanted
from buurtkamer_app.printing.dress import Ink
from tests.papers.rooms import LONG_WORDS, NAMES, set_up
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
GERDA = Resource(ResourceKind.RESIDENT, "Qerda Buurvrouw", "kent iedereen", "Qerda", "06 11 22 33 44")
BAKER = Resource(ResourceKind.SHOP, "Bakker Ömer", "brood dat over is", "Qemre", "020 555 01 23", "Kade 3")


@pytest.fixture
def room(services: Services) -> Services:
    set_up(services)
    return services


def sheet(room: Services, name: str, ink: Ink = Ink.SAVING, size: Size = Size.A4) -> Made:
    found = kind(name)
    assert found is not None
    return found.make(room, Wanted(WEDNESDAY, Choices(ink=ink, size=size)))


def words(made: Made) -> str:
    return " ".join(text(made.pdf).split())


def test_the_wall_names_no_resident_and_bears_no_number_or_contact(room: Services) -> None:
    for one in (GERDA, BAKER):
        room.resources.write(one)
    room.resources.place(room.resources.every()[0].id, Spot(200, 200))
    said = words(sheet(room, "resource_map"))
    assert not [hidden for hidden in ("Qerda", "Qemre", "06 11", "020 555") if hidden in said]
    assert "brood dat over is" in said
    assert translate("An active resident") in said
    assert "kent iedereen" in said
    listed = words(sheet(room, "resource_list"))
    assert all(known in listed for known in ("Qerda Buurvrouw", "06 11 22 33 44", "Qemre", "020 555 01 23"))


def test_only_the_list_with_numbers_is_kept_from_others() -> None:
    for name, private in (("resource_list", True), ("resource_map", False)):
        found = kind(name)
        assert found is not None
        assert found.guarded(found.usual) is private


@pytest.mark.parametrize("size", Size)
def test_150_of_them_with_the_longest_names_can_be_read(room: Services, size: Size) -> None:
    kinds = cycle(ResourceKind)
    for number in range(150):
        name = NAMES[number % len(NAMES)][:180] if number % 3 == 0 else f"Iets {number}"
        adds = LONG_WORDS if number % 20 == 0 else "iets kleins"
        room.resources.kept.write(Resource(next(kinds), name, adds, phone="020 1234567"))
    for ink in Ink:
        made = sheet(room, "resource_map", ink, size)
        check(made.pdf, least=10.0, margin=12.0)
        assert "150" in words(made)
    check(sheet(room, "resource_list", size=size).pdf, least=10.0, margin=12.0)


@pytest.mark.parametrize("count", [12, 18, 24])
def test_a_few_dozen_with_long_names_stand_clear_of_each_other(room: Services, count: int) -> None:
    for number in range(count):
        adds = LONG_WORDS if number % 7 == 6 else "een spreekuur in de kamer"
        name = NAMES[number % len(NAMES)][:60] if number % 3 == 0 else f"Woningcorporatie {number}"
        room.resources.kept.write(Resource(ResourceKind.SERVICE, name, adds))
    made = sheet(room, "resource_map")
    check(made.pdf, least=10.0, margin=12.0)
    assert all(str(number) in words(made) for number in range(1, count + 1))


def test_with_nothing_written_down_it_says_so(room: Services) -> None:
    told = translate("Nothing was written down about the neighbourhood yet.")
    assert told in words(sheet(room, "resource_map"))
    assert told in words(sheet(room, "resource_list"))
