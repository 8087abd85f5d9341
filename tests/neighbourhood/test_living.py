"""How people live together, on every store: tasks, customs, groups and ties, rounds past doors, spots."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.living.records import Custom, Group, MeetingSpot, Outreach, Task, Tie
from buurtkamer_app.storage.tables.neighbourhood import ResourceRow

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services

WATER = Task("Plantenbakken water geven", "op dinsdag", "een half uur, een gieter", Theme.SUSTAINABILITY)
TODAY = date(2026, 3, 11)


def undone(services: Services, change: Change) -> None:
    assert change.unit is not None
    services.history.undo(change.unit)


def task(services: Services, key: UUID) -> Task:
    return services.living.tasks.one(key).it


def test_a_task_is_open_until_somebody_takes_it_and_each_step_is_undone(demo: Services) -> None:
    key = demo.living.tasks.write(WATER).value
    assert task(demo, key).is_open
    took = demo.living.take_task(key, " Bea  Kok ", "06 12345678")
    assert (task(demo, key).taken_by, task(demo, key).taken_on) == ("Bea Kok", TODAY)
    over = demo.living.end_task(key)
    assert (task(demo, key).ended_on, task(demo, key).contact) == (TODAY, "")
    undone(demo, over)
    undone(demo, took)
    assert task(demo, key) == WATER


def test_a_task_that_is_given_back_keeps_nothing_of_who_had_it(demo: Services) -> None:
    key = demo.living.tasks.write(WATER).value
    demo.living.take_task(key, "Bea", "06 12345678")
    demo.living.give_back_task(key)
    assert task(demo, key) == WATER


def test_nobody_takes_a_task_without_a_name(demo: Services) -> None:
    key = demo.living.tasks.write(WATER).value
    with pytest.raises(RefusedError):
        demo.living.take_task(key, "  ")
    assert task(demo, key).is_open


def test_open_tasks_come_first_with_who_said_to_be_able_to(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.cards.add_skill(ria, "koken voor groepen")
    ended = demo.living.tasks.write(WATER).value
    demo.living.end_task(ended)
    had = demo.living.tasks.write(WATER).value
    demo.living.take_task(had, "Bea")
    wanted = demo.living.tasks.write(Task("Koken op vrijdag", "", "", Theme.COMMUNITY)).value
    seen = demo.living.seen_tasks()
    assert [one.id for one in seen] == [wanted, had, ended]
    assert ("Ria Postma", "koken voor groepen") in [(one.name, one.said) for one in seen[0].perhaps]
    assert not seen[1].perhaps
    assert not seen[2].perhaps


def test_customs_have_the_rooms_own_order(demo: Services) -> None:
    for text in ("Gordijnen om negen uur nog dicht? We bellen aan.", "Wie jarig is krijgt een kaart."):
        demo.living.customs.write(Custom(text))
    last = demo.living.customs.all()[-1]
    moved = demo.living.customs.move(last.id, -1)
    assert demo.living.customs.all()[-2].id == last.id
    undone(demo, moved)
    assert demo.living.customs.all()[-1].id == last.id


def groups(services: Services, *names: str) -> list[UUID]:
    return [services.living.groups.write(Group(name, "")).value for name in names]


def test_ties_are_the_same_from_both_sides_and_there_is_one_of_two_groups(demo: Services) -> None:
    one, other = groups(demo, "Zangkoor", "Moskee")
    key = demo.living.ties.write(Tie(other, one, 2, "de buurtmaaltijd")).value
    with pytest.raises(RefusedError):
        demo.living.ties.write(Tie(one, other, 3, ""))
    demo.living.ties.write(Tie(one, other, 3, "het feest"), key)
    (seen,) = demo.living.seen_ties()
    assert (seen.one, seen.other, seen.it.strength, seen.it.through) == ("Moskee", "Zangkoor", 3, "het feest")


def test_a_group_without_a_tie_is_named_and_the_ties_of_a_group_go_with_it(demo: Services) -> None:
    one, other, third = groups(demo, "Zangkoor", "Moskee", "Wandelclub")
    demo.living.ties.write(Tie(one, other, 1, ""))
    assert demo.living.web().alone == ("Wandelclub",)
    gone = demo.living.groups.take_away(other)
    assert demo.living.web().ties == ()
    undone(demo, gone)
    assert demo.living.web().ties == (("Moskee", "Zangkoor", 1, ""),)
    assert third in {known.id for known in demo.living.groups.all()}


def test_two_groups_of_one_name_are_refused_and_a_group_keeps_its_own(demo: Services) -> None:
    (key,) = groups(demo, "Zangkoor")
    with pytest.raises(RefusedError):
        demo.living.groups.write(Group("zangkoor ", ""))
    demo.living.groups.write(Group("Zangkoor", "op maandag"), key)
    assert demo.living.groups.one(key).it.about == "op maandag"


def test_a_tie_needs_two_groups_that_are_there(demo: Services) -> None:
    (one,) = groups(demo, "Zangkoor")
    for other in (one, uuid4(), None):
        with pytest.raises(RefusedError):
            demo.living.ties.write(Tie(one, other, 2, ""))  # type: ignore[arg-type] # what a form can hold
    with pytest.raises(RefusedError):
        demo.living.ties.write(Tie(one, groups(demo, "Moskee")[0], 4, ""))
    assert not demo.living.ties.all()


def test_rounds_are_added_up_by_street_and_year(demo: Services) -> None:
    for on, where, rung, spoken, flyers in (
        (date(2025, 5, 1), "Lindelaan", 10, 4, 6),
        (date(2026, 2, 1), "Lindelaan, even kant", 20, 8, 12),
        (date(2026, 3, 1), "lindelaan, oneven kant", 15, 5, 10),
        (date(2026, 3, 2), "Esdoornhof 2-40", 19, 9, 0),
    ):
        demo.living.outreach.write(Outreach(on, where, rung, spoken, flyers, ""))
    found = [
        (one.year, one.where, one.rounds, one.rung, one.spoken, one.flyers) for one in demo.living.rounds_added_up()
    ]
    assert found == [
        (2026, "Esdoornhof", 1, 19, 9, 0),
        (2026, "Lindelaan", 2, 35, 13, 22),
        (2025, "Lindelaan", 1, 10, 4, 6),
    ]


def test_a_spot_without_a_building_is_kept(demo: Services) -> None:
    key = demo.living.spots.write(MeetingSpot("Bank bij de kade", "zon na de middag", "bij mooi weer")).value
    assert demo.living.spots.one(key).it.when_said == "bij mooi weer"


@pytest.mark.parametrize("long", ["", "x" * 10_000, "a\u202eb"])
def test_what_is_empty_endless_or_unreadable_is_refused_with_a_sentence(demo: Services, long: str) -> None:
    living: Any = demo.living
    for kept, record in (
        (living.tasks, Task(long, "", "", Theme.HEALTH)),
        (living.customs, Custom(long)),
        (living.groups, Group(long, "")),
        (living.spots, MeetingSpot(long, "", "")),
        (living.outreach, Outreach(TODAY, long, 0, 0, 0, "")),
    ):
        with pytest.raises(RefusedError):
            kept.write(record)
    assert not living.tasks.all()


def test_somebody_else_changed_it_at_the_same_time_is_a_clash(demo: Services) -> None:
    known = demo.living.spots.one(demo.living.spots.write(MeetingSpot("Bank", "", "")).value)
    demo.living.spots.write(MeetingSpot("Bank", "nieuw", ""), known.id, known.version)
    with pytest.raises(ClashError):
        demo.living.spots.write(MeetingSpot("Bank", "anders", ""), known.id, known.version)


def test_a_locked_desk_reads_none_of_it(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    for read in (demo.living.seen_tasks, demo.living.web, demo.living.rounds_added_up, demo.calling.phone_book):
        with pytest.raises(NotAllowedError):
            read()


def test_the_phone_book_has_the_guide_what_is_around_and_hosts_who_share_their_number(demo: Services) -> None:
    with demo.store.work(Label("Something around the room")) as unit:
        for name, phone in (("Bakker Brood", "020 000 07 07"), ("Kerk aan de kade", "")):
            unit.session.add(
                ResourceRow(
                    kind=ResourceKind.SHOP,
                    name=name,
                    adds="oud brood",
                    contact="",
                    phone=phone,
                    address="",
                    x=None,
                    y=None,
                )
            )
    book = demo.calling.phone_book()
    assert book.guide[0].phone == "112"
    names = [number.name for number in book.numbers]
    assert "Bakker Brood" in names
    assert "Kerk aan de kade" not in names
    sharing = {card.name for card in demo.people.hosts()} & set(names)
    assert sharing
    assert names == sorted(names)
