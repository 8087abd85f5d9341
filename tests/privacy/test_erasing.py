from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role, Seat
from buurtkamer_app.base.terms import DayPart, Theme
from buurtkamer_app.privacy import tombstones
from buurtkamer_app.privacy.held import HELD
from buurtkamer_app.privacy.tombstones import Tombstone
from buurtkamer_app.safekeeping.backups.erased import carry_erased
from buurtkamer_app.safekeeping.backups.placing import BEFORE
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import snapshot
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.wishes.records import NewWish
from tests.conftest import KEY, VAULT
from tests.privacy.filled import fill, standing
from tests.privacy.test_consents import come

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.privacy.person.records import Found
    from buurtkamer_app.services import Services

ROOS = "Roosmarijn"
WEEK = (date(2026, 3, 9), date(2026, 3, 15))


def all_of(services: Services, typed: str = ROOS) -> list[Found]:
    return [one for one in services.person_data.find(typed) if not one.stands]


def write_about(services: Services) -> None:
    """Let somebody come, ask, be written about and be cared for, as a room does."""
    come(services, ROOS)
    wish = services.wishes.write(NewWish("Samen zingen, zei Roosmarijn.", Theme.COMMUNITY, asked_by=ROOS))
    services.wishes.support(wish.value, ROOS, "06 12345678", may_contact=True)
    services.handover.write("Roosmarijns sjaal ligt nog achter de balie.")
    services.handover.lend("Naaimachine", ROOS)
    services.drafts.keep("wish", f"Ik denk dat {ROOS} ook")
    services.concerns.write(f"{ROOS} was vanmiddag stil.")


def test_whoever_is_erased_is_in_no_cell_any_more_and_figures_stay(demo: Services) -> None:
    write_about(demo)
    before = demo.evaluation.figures(*WEEK)
    concern = demo.concerns.concerns()[0].id
    assert any(one.stands for one in demo.person_data.find(ROOS))
    demo.concerns.close(concern)
    demo.erasing.erase(all_of(demo))
    assert standing(demo.store.engine, ROOS) == set()
    assert standing(demo.store.engine, ROOS.lower()) == set()
    assert standing(demo.store.engine, "12345678") == set()
    assert demo.evaluation.figures(*WEEK) == before
    assert demo.person_data.find(ROOS) == []
    assert "Samen zingen" in " ".join(wish.text for wish in demo.wishes.all())


def test_every_column_that_may_say_somebody_can_be_erased(demo: Services, demo_engine: Engine) -> None:
    """Also where a text may not be empty, or is one of a kind."""
    fill(demo_engine)
    found = demo.person_data.find("Zz")
    assert {one.kind for one in found} == {name for name, held in HELD.items() if name not in NOT_FILLED}
    demo.erasing.erase([one for one in found if not one.stands])
    left = standing(demo_engine)
    kept = {(name, column) for name, held in HELD.items() for column in (*held.names, *held.contacts, *held.words)}
    # Of a professional who got a log its code stays, and that is a mark of this test as well.
    assert left & kept == {("recipient", "name")}
    assert {one.kind for one in demo.person_data.find("Zz")} == {"recipient"}


NOT_FILLED = frozenset({"room", "team", "desk_setting", "day", "tie", "draft"})


@pytest.fixture
def room(templates: object, tmp_path: Path, clock: SetClock) -> Services:
    """Give services on a practice room in a folder of its own."""
    folder = tmp_path / "room"
    folder.mkdir()
    shutil.copy(templates.file("demo"), folder / DATABASE)  # type: ignore[attr-defined]
    return assemble(open_embedded(folder / DATABASE, KEY), clock, Seat(KEY_HOLDER), VAULT, practice=True, files=folder)


def test_a_store_that_is_older_than_the_erasing_forgets_them_again_and_twice_changes_nothing(
    room: Services, tmp_path: Path, clock: SetClock
) -> None:
    write_about(room)
    room.concerns.close(room.concerns.concerns()[0].id)
    older = tmp_path / "older"
    older.mkdir()
    snapshot.take(tmp_path / "room" / DATABASE, KEY, older / DATABASE)
    room.erasing.erase(all_of(room))
    room.close()
    known = tombstones.read(tmp_path / "room")
    assert ROOS not in (tmp_path / "room" / tombstones.FILE).read_text(encoding="utf-8")
    back = assemble(open_embedded(older / DATABASE, KEY), clock, Seat(KEY_HOLDER), VAULT, practice=True, files=older)
    again = back.people.know(ROOS, WEEK[0], hint="die van later").value
    assert standing(back.store.engine, "sjaal")
    back.erasing.replay(known)
    left = standing(back.store.engine, ROOS)
    assert left <= {("visitor", "name"), ("journal_unit", "label_values")}
    assert back.people.visitor(again.id).name == ROOS
    assert tombstones.read(older) == known
    figures = back.evaluation.figures(*WEEK)
    back.erasing.replay(known)
    assert back.evaluation.figures(*WEEK) == figures
    assert back.people.visitor(again.id).name == ROOS
    back.close()


def test_nothing_chosen_a_host_who_is_here_and_an_open_concern_are_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.erasing.erase([])
    host = next(one for one in demo.person_data.find("Ria Postma") if one.kind == "host")
    with pytest.raises(RefusedError, match="eerst"):
        demo.erasing.erase([host])
    demo.concerns.write("Vrolijke Xantippe was stil.")
    with pytest.raises(RefusedError, match="eerst"):
        demo.erasing.erase(demo.person_data.find("Xantippe"))


@pytest.mark.parametrize("role", [Role.NOBODY, Role.HOST])
def test_only_the_coordinator_looks_for_somebody_tells_and_erases(demo: Services, role: Role) -> None:
    found = demo.person_data.find("Ria Postma")
    demo.sign_in.act_as(NOBODY if role is Role.NOBODY else Actor(Role.HOST, demo.people.hosts()[0].id))
    for use in (
        lambda: demo.person_data.find("Ria"),
        lambda: demo.person_data.tell(found),
        demo.person_data.write_down_telling,
        lambda: demo.person_data.correct(found[0], "name", "Ria"),
        lambda: demo.erasing.erase([one for one in found if not one.stands]),
        lambda: demo.erasing.replay([]),
    ):
        with pytest.raises(NotAllowedError):
            use()


def test_what_is_kept_is_told_with_until_when_and_a_concern_is_read_out(demo: Services) -> None:
    write_about(demo)
    told = demo.person_data.tell(demo.person_data.find(ROOS))
    lines = dict(told.parts)
    assert ROOS in lines["Visitors"][0].shown
    assert translate("Visits: {count}, from {first} to {last}", count=1, first="2026-03-11", last="2026-03-11") in (
        lines["Visitors"][0].shown
    )
    assert lines["Visitors"][0].kept
    assert "stil" not in lines["Concerns"][0].shown
    assert demo.person_data.write_down_telling().unit is not None


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3))
def test_whatever_is_written_around_a_name_the_name_goes(room: Services, around: list[tuple[str, str]]) -> None:
    for before, after in around:
        room.handover.write(f"{before} {ROOS} {after}")
        room.wishes.write(NewWish(f"{after} {ROOS}, {before}", Theme.COMMUNITY))
    counts = room.wishes.counts(*WEEK)
    room.erasing.erase(all_of(room))
    assert standing(room.store.engine, ROOS) == set()
    assert room.wishes.counts(*WEEK) == counts


def test_a_line_that_may_not_go_any_more_since_it_was_found_stays(demo: Services) -> None:
    demo.concerns.write("Roosmarijn was stil.")
    found = [replace(one, stands="") for one in demo.person_data.find(ROOS)]
    with pytest.raises(RefusedError, match="eerst"):
        demo.erasing.erase(found)
    assert len(demo.person_data.find(ROOS)) == 1


def test_a_name_is_put_right_and_that_is_undone(demo: Services) -> None:
    demo.people.know("Rosmarijn", WEEK[0])
    line = demo.person_data.find("Rosmarijn")[0]
    change = demo.person_data.correct(line, "name", ROOS)
    assert demo.people.find("roosm")[0].name == ROOS
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.people.find("rosm")[0].name == "Rosmarijn"
    line = demo.person_data.find("Rosmarijn")[0]
    for column, text in (("may_remember", "x"), ("name", "   "), ("name", "x" * 201), ("hint", "y" * 201)):
        with pytest.raises(RefusedError):
            demo.person_data.correct(line, column, text)


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("handover_note", ("id",)),
        ("handover_note", ("version",)),
        ("handover_note", ("no such",)),
        ("room", ("name",)),
        ("visit", ("persons",)),
        ("no such", ("name",)),
        ("journal_unit", ("label",)),
    ],
)
def test_a_line_that_we_would_never_have_written_erases_nothing(
    demo: Services, kind: str, columns: tuple[str, ...]
) -> None:
    """The list lies on sticks, where anybody can write in it."""
    demo.handover.write("Er is nog koffie.")
    before = demo.room.facts()
    key = next(one.row for one in demo.person_data.find("koffie") if one.kind == "handover_note")
    demo.erasing.replay([Tombstone(kind, key, columns, WEEK[0])])
    assert demo.erasing.known() == frozenset()
    assert "koffie" in demo.handover.for_me()[0].text
    assert demo.room.facts() == before


def test_a_damaged_list_stops_neither_an_erasing_nor_a_backup(room: Services, tmp_path: Path) -> None:
    write_about(room)
    room.concerns.close(room.concerns.concerns()[0].id)
    (tmp_path / "room" / tombstones.FILE).write_bytes(b"{")
    room.erasing.erase(all_of(room))
    assert tombstones.read(tmp_path / "room") == room.erasing.known()
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / tombstones.FILE).write_bytes(b"no list")
    carry_erased(tmp_path / "room", backups)
    assert tombstones.read(backups) == room.erasing.known()


def test_the_room_of_before_a_restore_goes_with_who_was_erased(room: Services, tmp_path: Path) -> None:
    (tmp_path / "room" / BEFORE).mkdir()
    (tmp_path / "room" / BEFORE / DATABASE).write_bytes(b"of then")
    room.handover.write(f"{ROOS} belde.")
    room.erasing.erase(all_of(room))
    assert not (tmp_path / "room" / BEFORE).exists()


def test_a_list_that_is_damaged_says_so_and_is_not_written_over(tmp_path: Path) -> None:
    stone = Tombstone("visitor", VAULT, (), WEEK[0])
    tombstones.keep(tmp_path, [stone, stone])
    assert tombstones.merged(tmp_path, tmp_path / "none") == {stone}
    for broken in (b"", b"{}", b'{"format": "buurtkamer-erased/2", "erased": []}', b"\xff\xfe", b"[" * 100_000):
        (tmp_path / tombstones.FILE).write_bytes(broken)
        with pytest.raises(StoreError):
            tombstones.read(tmp_path)


def test_of_a_host_shifts_cards_and_allowances_are_told(demo: Services) -> None:
    line = next(one for one in demo.person_data.find("Ria Postma") if one.kind == "host")
    demo.rota.put_on(line.row, date(2026, 3, 12), DayPart.MORNING)
    told = demo.person_data.tell([line]).parts[0][1][0].shown.splitlines()
    assert "Ria Postma" in told[0]
    assert translate("Shifts on the rota: {count}", count=1) in told
