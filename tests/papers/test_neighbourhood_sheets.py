"""What the sheets of Buurt say: 112 first, tasks with slips and no names, customs and whom to call, ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import Theme
from buurtkamer_app.neighbourhood.living.records import Custom, Group, Task, Tie
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from tests.printing.weeks import text

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def said(services: Services, name: str) -> str:
    """Make a sheet and read it."""
    of = kind(name)
    assert of is not None
    return " ".join(text(of.make(services, Wanted(services.room.today())).pdf).split())


def test_112_comes_first_then_every_number_and_where_things_are(demo: Services) -> None:
    found = said(demo, "call_guide")
    guide = demo.neighbourhood.call_guide()
    places = [found.index(line.phone) for line in guide.lines]
    assert places[0] == min(places)
    assert all(spot.place in found for spot in guide.places)


def test_the_call_guide_bears_no_number_of_a_host(demo: Services) -> None:
    found = said(demo, "call_guide")
    numbers = {number.phone for number in demo.calling.phone_book().numbers}
    assert numbers
    assert not [phone for phone in numbers if phone in found]


def test_only_open_tasks_hang_on_the_wall_each_with_slips_and_nobodys_name(demo: Services) -> None:
    keys = [
        demo.living.tasks.write(Task(what, "", "", Theme.HEALTH)).value for what in ("Planten", "Koken", "Voorlezen")
    ]
    demo.living.take_task(keys[1], "Zebedeus", "06 12345678")
    found = said(demo, "tasks")
    assert found.count("Planten") + found.count("Voorlezen") == 2 + 9
    for word in ("Koken", "Zebedeus", "12345678"):
        assert word not in found


def test_customs_stand_in_the_rooms_order_with_whom_to_call_on_one_page(demo: Services) -> None:
    for words in ("We bellen aan.", "Wie weggaat zegt het."):
        demo.living.customs.write(Custom(words))
    last = demo.living.customs.all()[-1].id
    demo.living.customs.move(last, -1)
    found = said(demo, "customs")
    assert found.index("Wie weggaat") < found.index("We bellen") < found.index("020 000 01 01")
    assert "1/1" in found


def test_ties_are_said_in_words_and_who_has_none_is_named(demo: Services) -> None:
    one, other, _ = (demo.living.groups.write(Group(name, "")).value for name in ("Zangkoor", "Moskee", "Wandelclub"))
    demo.living.ties.write(Tie(one, other, 3, "de maaltijd"))
    found = said(demo, "ties")
    assert "Moskee – Zangkoor de maaltijd" in found
    assert found.count("Wandelclub") == 2
