from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import NotAllowedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.safekeeping.checkup import rules
from buurtkamer_app.safekeeping.checkup.records import CheckUp, Finding, State, Topic
from buurtkamer_app.safekeeping.checkup.whole import check_up
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.engine import DATABASE, connect
from tests.made_room import practice_room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House

TODAY = date(2026, 3, 11)
NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    (tmp_path / "room").mkdir()
    made = practice_room(tmp_path / "room", SetClock(NOW))
    yield made
    made.close()


def looked(house: House, now: datetime = NOW) -> dict[Topic, Finding]:
    return {one.topic: one for one in whole(house, now).findings}


def whole(house: House, now: datetime = NOW) -> CheckUp:
    folder = house.folder
    return check_up(folder, folder / "none", lambda: house.opened, house.services.standing.now, now)


def test_a_sound_room_is_good_in_everything_that_can_be_seen_of_it(house: House) -> None:
    house.folder.chmod(0o700)
    house.services.desk.tally(Tally(3))
    found = looked(house, house.clock.now())
    seen = (Topic.FOLDER, Topic.KEY_FILE, Topic.PAGES, Topic.VERSION, Topic.FIGURES, Topic.CLOCK, Topic.REMAINS)
    assert {found[topic].state for topic in seen} == {State.GOOD}
    assert set(found) == set(Topic)


def test_nothing_is_changed_by_looking(house: House) -> None:
    connect(house.folder / DATABASE, house.opened.data_key).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {path.name: path.read_bytes() for path in house.folder.iterdir() if path.suffix in {".db", ".json"}}
    whole(house)
    assert {name: (house.folder / name).read_bytes() for name in before} == before


def test_a_broken_page_stops_the_looking_and_what_was_seen_before_is_told(house: House) -> None:
    house.close()
    raw = bytearray((house.folder / DATABASE).read_bytes())
    raw[len(raw) // 2] ^= 1
    (house.folder / DATABASE).write_bytes(raw)
    told = whole(house)
    assert isinstance(told.trouble, StoreError)
    assert told.is_bad
    assert Topic.KEY_FILE in {one.topic for one in told.findings}
    assert Topic.PAGES not in {one.topic for one in told.findings}


def test_sums_that_do_not_agree_with_the_visits_are_found(house: House) -> None:
    house.services.desk.tally(Tally(3))
    raw = connect(house.folder / DATABASE, house.opened.data_key)
    raw.execute("UPDATE visit_week SET persons = persons + 1")
    raw.close()
    assert looked(house)[Topic.FIGURES].state is State.BAD


def test_a_clock_that_stands_before_what_was_done_is_found(house: House) -> None:
    assert looked(house, NOW - timedelta(days=400))[Topic.CLOCK].state is State.LOOK


def test_a_folder_that_others_can_see_what_was_left_and_settings_that_cannot_be_read_are_found(house: House) -> None:
    house.folder.chmod(0o755)
    (house.folder / "vault.json.new").write_bytes(b"half")
    (house.folder / "settings.json").write_text("{no", encoding="utf-8")
    found = looked(house)
    assert {found[topic].state for topic in (Topic.FOLDER, Topic.REMAINS, Topic.SETTINGS)} == {State.LOOK}
    assert "1" in found[Topic.REMAINS].label.say()
    (house.folder / "restore-next").mkdir()
    left = translate("A restore was cut off. Start the program, which ends it.")
    assert looked(house)[Topic.REMAINS].label.say() == left
    (house.folder / "settings.json").write_text("[1]", encoding="utf-8")
    assert looked(house)[Topic.SETTINGS].state is State.LOOK


def test_a_computer_without_its_part_of_the_key_and_an_altered_key_file_are_found(tmp_path: Path) -> None:
    vault.create(tmp_path / "room", tmp_path / "secrets", "molen fiets regen kaas brood", on=TODAY)
    refusal = StoreError("The folder of the room cannot be opened. Is it still there?")

    def stays_closed() -> vault.Opened:
        raise refusal

    told = check_up(tmp_path / "room", tmp_path / "elsewhere", stays_closed, list, NOW)
    found = {one.topic: one.state for one in told.findings}
    assert (found[Topic.KEY_FILE], found[Topic.COMPUTER]) == (State.GOOD, State.LOOK)
    assert told.trouble is refusal
    key_file = tmp_path / "room" / vault.FILE
    key_file.write_bytes(key_file.read_bytes().replace(b'"passes": 3', b'"passes": 1'))
    told = check_up(tmp_path / "room", tmp_path / "secrets", stays_closed, list, NOW)
    assert {one.topic: one.state for one in told.findings}[Topic.KEY_FILE] is State.BAD


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    def stays_closed() -> vault.Opened:
        return vault.unlock_practice(vault.load(tmp_path / "gone"))

    told = check_up(tmp_path / "gone", tmp_path, stays_closed, list, NOW)
    assert {one.topic: one.state for one in told.findings}[Topic.FOLDER] is State.BAD
    assert told.trouble is not None


@pytest.mark.parametrize("role", [Role.NOBODY, Role.HOST])
def test_how_it_stands_is_for_the_coordinator(demo: Services, role: Role) -> None:
    demo.sign_in.act_as(NOBODY if role is Role.NOBODY else Actor(Role.HOST, demo.people.hosts()[0].id))
    with pytest.raises(NotAllowedError):
        demo.standing.now()


def test_how_it_stands_is_told_on_every_store(demo: Services) -> None:
    before = {one.topic: one.state for one in demo.standing.now()}
    assert before[Topic.CONCERNS] is State.GOOD
    demo.concerns.write("Mw. Tan was vanmiddag stiller dan anders.")
    now = {one.topic: one for one in demo.standing.now()}
    assert now[Topic.CONCERNS].state is State.LOOK
    assert "Tan" not in now[Topic.CONCERNS].label.say()


@pytest.mark.parametrize(
    ("days", "state"),
    [(None, State.BAD), (0, State.GOOD), (7, State.GOOD), (8, State.LOOK), (30, State.LOOK), (31, State.BAD)],
)
def test_a_backup_grows_old(days: int | None, state: State) -> None:
    made = None if days is None else TODAY - timedelta(days=days)
    assert rules.backup(made, TODAY, practice=False).state is state


def test_a_backup_of_tomorrow_is_one_of_today(house: House) -> None:
    assert rules.backup(TODAY + timedelta(days=1), TODAY, practice=False).label.say() == "Vandaag."


@pytest.mark.parametrize(("days", "state"), [(None, State.LOOK), (92, State.GOOD), (93, State.LOOK)])
def test_a_backup_is_tried_out_once_a_quarter(days: int | None, state: State) -> None:
    on = None if days is None else TODAY - timedelta(days=days)
    assert rules.tried(on, TODAY, practice=False).state is state


def test_one_person_who_can_open_the_room_is_too_few() -> None:
    assert [rules.keys(count, practice=False).state for count in (0, 1, 2)] == [State.BAD, State.BAD, State.GOOD]
    assert rules.keys(0, practice=True).state is State.GOOD


def test_a_leak_whose_hours_are_over_comes_before_all() -> None:
    assert [rules.leaks(*many).state for many in ((0, 0), (2, 0), (2, 1))] == [State.GOOD, State.LOOK, State.BAD]
