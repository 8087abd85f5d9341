from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.privacy.breaches.records import Advice
from buurtkamer_app.safekeeping.hard_days import losing, rules, wiping
from buurtkamer_app.safekeeping.hard_days.records import Figures, Thing

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.services import Services

ROOM, DAY = UUID(int=1), UUID(int=2)
figures = st.builds(Figures, *(st.integers(0, 10**6),) * 3, st.none() | st.dates())


@settings(max_examples=30)
@given(figures)
def test_the_check_number_has_six_digits_and_is_typed_as_one_likes(found: Figures) -> None:
    check = rules.check_of(ROOM, DAY, found)
    assert len(check) == 6
    assert rules.typed(f" {check[:3]}-{check[3:]} ") == check


@settings(max_examples=30)
@given(figures)
def test_what_was_written_since_is_never_less_than_nothing(found: Figures) -> None:
    assert rules.since(found, Figures(0, 0, 0, None)) == Figures(0, 0, 0, None)


def moved(services: Services) -> tuple[UUID, str]:
    key = services.hard_days.begin_moving("old").value
    there = services.backups.contents()
    found = Figures(there.visits, there.wishes, there.hosts, there.last_visit)
    services.hard_days.packed(key, found, services.room.now())
    return key, rules.check_of(services.vault_id, key, found)


def test_the_number_of_the_new_computer_matches_and_another_is_refused(demo: Services) -> None:
    _, check = moved(demo)
    demo.hard_days.matches("old", check)
    with pytest.raises(RefusedError, match="klopt niet"):
        demo.hard_days.matches("old", f"{(int(check) + 1) % 10**6:06d}")


def test_the_old_computer_never_shows_the_number_itself(demo: Services) -> None:
    moved(demo)
    seen = demo.hard_days.moving("old")
    assert seen is not None
    assert (seen.here, seen.check) == (True, "")


def test_what_is_counted_after_the_stick_was_made_is_told(demo: Services) -> None:
    moved(demo)
    for _ in range(3):
        demo.desk.tally(Tally(1))
    seen = demo.hard_days.moving("old")
    assert seen is not None
    assert seen.since.visits == 3


def test_the_new_computer_counts_once_and_shows_the_same_number_from_then_on(demo: Services) -> None:
    key = demo.hard_days.begin_moving("old").value
    demo.hard_days.arrive("new")
    first = demo.hard_days.moving("new")
    demo.desk.tally(Tally(1))
    demo.hard_days.arrive("new")
    assert demo.hard_days.moving("new") == first
    assert first is not None
    assert first.check == rules.check_of(demo.vault_id, key, first.figures)


@pytest.mark.parametrize("thing", Thing)
def test_a_lost_thing_goes_into_the_register_with_its_facts(demo: Services, thing: Thing) -> None:
    written = demo.hard_days.write_leak(thing).value
    locked = losing.lost(thing).locked
    assert written.it.encrypted is locked
    assert (written.judged.advice is Advice.NOTE) is locked
    assert demo.breaches.open_ones() == [written]


def test_the_turn_of_the_year_ticks_itself_from_what_the_room_holds(demo: Services) -> None:
    year, steps = demo.turning.year()
    before = {step.name: step.done for step in steps}
    assert (year, before["report"]) == (2026, False)
    demo.turning.tick_year("report")
    assert {step.name for step in demo.turning.year()[1] if step.done} - {
        name for name, done in before.items() if done
    } == {"report"}
    with pytest.raises(RefusedError):
        demo.turning.tick_year("closures")
    demo.turning.tick_year("report", done=False)
    assert {step.name: step.done for step in demo.turning.year()[1]} == before


def test_a_host_becomes_coordinator_and_gets_the_open_concerns(demo: Services) -> None:
    old = next(host for host in demo.people.hosts() if host.role is Role.COORDINATOR)
    new = next(host for host in demo.people.hosts() if host.role is Role.HOST)
    demo.concerns.write("Iemand komt niet meer.", recipient=old.id)
    demo.turning.begin_handing(new.id)
    with pytest.raises(RefusedError):
        demo.turning.give_concerns()
    demo.turning.make_coordinator()
    demo.turning.give_concerns()
    handing = demo.turning.handing()
    assert handing is not None
    done = {step.name for step in handing.steps if step.done}
    assert {"role", "concerns"} <= done
    assert demo.people.host(new.id).role is Role.COORDINATOR


def test_a_second_key_holder_starts_every_hard_day_alone(demo: Services) -> None:
    demo.sign_in.act_as(Actor())
    demo.sign_in.enter_with_key(None, "Zus van de coördinator")
    assert demo.hard_days.begin_moving("old").value
    assert demo.turning.year()[1]
    assert demo.turning.begin_handing(demo.people.hosts()[0].id)
    assert demo.hard_days.write_leak(Thing.KEY).value


def test_an_emptied_computer_has_only_the_sign_that_the_room_moved(tmp_path: Path, demo: Services) -> None:
    folder, secrets, backups = tmp_path / "room", tmp_path / "secrets", tmp_path / "backups"
    for one in (folder / "log", secrets, backups):
        one.mkdir(parents=True)
    for file in (folder / "vault.json", folder / "log" / "a.log", secrets / str(ROOM), backups / "a.buurtkamer"):
        file.write_text("x")
    today = demo.room.today()
    wiping.wipe(folder, secrets, ROOM, today)
    assert [one.name for one in folder.iterdir()] == [wiping.MOVED]
    assert wiping.moved_on(folder) == today
    assert not list(secrets.iterdir())
    assert [one.name for one in backups.iterdir()] == ["a.buurtkamer"]
    wiping.wipe(folder, secrets, ROOM, today, backups)
    assert not list(backups.iterdir())


def test_a_wipe_that_was_cut_off_is_ended_at_the_next_start(tmp_path: Path, demo: Services) -> None:
    folder = tmp_path / "room"
    folder.mkdir()
    wiping.wipe(folder, tmp_path, ROOM, demo.room.today())
    (folder / "left.db").write_text("left")
    wiping.finish(folder, tmp_path)
    assert [one.name for one in folder.iterdir()] == [wiping.MOVED]


def test_a_wipe_that_was_cut_off_takes_the_backups_too(tmp_path: Path, demo: Services) -> None:
    folder, backups = tmp_path / "room", tmp_path / "backups"
    for one in (folder, backups):
        one.mkdir()
    said = f'{{"vault": "{ROOM}", "on": "2026-03-11", "backups": "{backups}"}}'
    (folder / wiping.MOVED).write_text(said)
    (folder / "vault.json").write_text("left")
    (backups / "a.buurtkamer").write_text("left")
    wiping.finish(folder, tmp_path / "secrets")
    assert [one.name for one in folder.iterdir()] == [wiping.MOVED]
    assert not list(backups.iterdir())


def test_a_computer_on_which_something_was_written_since_is_not_emptied(demo: Services) -> None:
    _, check = moved(demo)
    demo.sign_in.enter_with_key(None, "Zus van de coördinator")
    demo.hard_days.matches("old", check)
    demo.concerns.write("Iemand komt niet meer.")
    with pytest.raises(RefusedError, match=r"opgeschreven|written here"):
        demo.hard_days.matches("old", check)
    demo.desk.tally(Tally(1))
    with pytest.raises(RefusedError, match="1"):
        demo.hard_days.matches("old", check)


def test_a_coordinator_who_stays_keeps_what_is_hers(demo: Services) -> None:
    goes = next(host for host in demo.people.hosts() if host.role is Role.COORDINATOR)
    stays, new = [host for host in demo.people.hosts() if host.role is Role.HOST][:2]
    for host in (stays, new):
        demo.turning.begin_handing(host.id, goes.id)
        demo.turning.make_coordinator()
    demo.concerns.write("Dit is voor wie blijft.", recipient=stays.id)
    demo.concerns.write("Dit is voor wie komt.", recipient=goes.id)
    demo.turning.give_concerns()
    waits = [one.recipient for one in demo.concerns.concerns()]
    assert stays.name in waits
    assert new.name in waits
    assert goes.name not in waits
    with pytest.raises(RefusedError):
        demo.turning.begin_handing(new.id, new.id)
