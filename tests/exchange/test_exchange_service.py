"""The log as a use case: who may, what it tells, and that nothing is left when it cannot be written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError, StoreError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Purpose, Theme, WishStatus
from buurtkamer_app.exchange.log.draft import Unseen
from buurtkamer_app.exchange.log.kinds import KINDS
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.exchange.log.records import FreeText, Hidden, LogActions
from buurtkamer_app.exchange.log.words import ACTIONS, PURPOSES, ROLES, STATUSES, THEMES
from buurtkamer_app.storage.tables.base import Row
from buurtkamer_app.storage.tables.every import Base
from buurtkamer_app.storage.tables.exchange import ExportRow, SigningKeyRow
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from tests.exchange.logs import FIRST, LAST, PASSPHRASE, SECRET_WORDS, fill, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.services import Services


@contextmanager
def as_anybody() -> Iterator[None]:
    """Be an ordinary user for a while: root may write in a read-only folder."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def _exports(services: Services) -> list[ExportRow]:
    with services.store.reading() as session:
        return list(session.scalars(select(ExportRow)))


def test_a_draft_shows_what_will_go_and_writes_nothing(demo: Services) -> None:
    fill(demo)
    draft = demo.exchange.draft(FIRST, LAST)
    assert draft.pages.startswith(b"%PDF-")
    assert draft.taken_out >= 7
    question = next(text for text in draft.texts if text.source is FreeText.QUESTION)
    assert (question.number, question.taken_out) == (1, 1)
    assert not [word for word in SECRET_WORDS for text in draft.texts if word in text.outgoing.lower()]
    assert _exports(demo) == []


def test_small_counts_are_hidden_in_what_goes_out(demo: Services) -> None:
    fill(demo)
    log = demo.exchange.draft(FIRST, LAST).log
    assert log.figures.visits == 30
    assert log.figures.children is Hidden.SMALL
    assert log.figures.concerns is Hidden.SMALL
    counted = [entry.headcount for entry in log.activities if entry.headcount is not None]
    assert counted[:2] == [Hidden.SMALL, Hidden.BESIDE]
    assert set(counted[2:]) <= {14}
    assert LogActions("concern", "insert", "coordinator", Hidden.SMALL) in log.journal


def test_wishes_of_later_days_and_journal_of_other_days_stay_out(demo: Services) -> None:
    fill(demo)
    before = demo.exchange.draft(FIRST - timedelta(days=14), FIRST - timedelta(days=8)).log
    assert before.journal == ()
    assert len(before.wishes) < len(demo.wishes.all())
    assert all(wish.recorded_on < FIRST for wish in before.wishes)


def test_a_host_may_neither_draft_nor_write(demo: Services, tmp_path: Path) -> None:
    draft = demo.exchange.draft(FIRST, LAST)
    for role in (Role.HOST, Role.NOBODY):
        demo.sign_in.act_as(Actor(role))
        with pytest.raises(NotAllowedError):
            demo.exchange.draft(FIRST, LAST)
        with pytest.raises(NotAllowedError):
            demo.exchange.write(draft, tmp_path / "log.pdf", PASSPHRASE)
    assert not (tmp_path / "log.pdf").exists()


def test_a_period_that_ends_before_it_starts_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.exchange.draft(LAST, FIRST)


def test_a_log_that_was_written_is_journalled_and_cannot_be_undone(demo: Services, tmp_path: Path) -> None:
    made = write(demo, tmp_path / "log.pdf")
    read = read_log(made.value.path, PASSPHRASE, made.value.check_code)
    assert read.log.room == "Buurtkamer De Wilgenhof"
    assert [(row.first, row.last, row.check_code) for row in _exports(demo)] == [(FIRST, LAST, read.check_code)]
    assert made.change.label.message == "A log was made for the professional"
    with demo.store.reading() as session:
        unit = session.get(JournalUnitRow, made.change.unit)
    assert unit is not None
    assert not unit.undoable


def test_a_room_signs_all_its_logs_with_one_key(demo: Services, tmp_path: Path) -> None:
    read = []
    for name in ("one.pdf", "two.pdf"):
        write(demo, tmp_path / name)
        read.append(read_log(tmp_path / name, PASSPHRASE))
    assert read[0].manifest.public_key == read[1].manifest.public_key
    assert read[0].check_code != read[1].check_code
    with demo.store.reading() as session:
        assert [len(row.private) for row in session.scalars(select(SigningKeyRow))] == [32]


def test_a_weak_passphrase_is_refused_and_a_drawn_one_is_not(demo: Services, tmp_path: Path) -> None:
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    for weak in ("welkom", "aaaaaaaaaaaaaaa", "lang " * 40):
        with pytest.raises(RefusedError):
            demo.exchange.write(draft, tmp_path / "log.pdf", weak)
    made = demo.exchange.write(draft, tmp_path / "log.pdf").value
    assert len(made.passphrase.split()) == 5
    assert made.passphrase not in repr(made)
    assert read_log(made.path, made.passphrase).check_code == made.check_code


def test_a_folder_that_is_gone_is_told_and_not_made(demo: Services, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\."):
        write(demo, tmp_path / "stick" / "log.pdf")
    assert not (tmp_path / "stick").exists()
    assert _exports(demo) == []


@pytest.mark.parametrize("name", ["folder", "a\0b", "x" * 300])
def test_a_name_that_cannot_be_is_told(demo: Services, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    (out / "folder").mkdir(parents=True)
    with pytest.raises((RefusedError, StoreError)):
        write(demo, out / name)
    assert [entry.name for entry in out.iterdir()] == ["folder"]
    assert _exports(demo) == []


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only in another way there")
def test_a_read_only_folder_is_told_and_nothing_is_left(demo: Services, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "log.pdf").write_bytes(b"old")
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    write(demo, tmp_path / "first.pdf")
    out.chmod(0o555)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(folder.stat().st_mode | 0o055)
    try:
        with as_anybody(), pytest.raises(StoreError) as told:
            demo.exchange.write(draft, out / "log.pdf", PASSPHRASE)
    finally:
        out.chmod(0o755)
    assert "can only be read" in told.value.message
    assert [entry.read_bytes() for entry in out.iterdir()] == [b"old"]
    assert len(_exports(demo)) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk that is always full here")  # noqa: PTH110 - before any Path
def test_a_full_disk_is_told_and_nothing_is_left(demo: Services, tmp_path: Path) -> None:
    import resource

    out = tmp_path / "out"
    out.mkdir()
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    write(demo, tmp_path / "first.pdf")
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, was[1]))
    try:
        with pytest.raises(StoreError):
            demo.exchange.write(draft, out / "log.pdf", PASSPHRASE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
    assert list(out.iterdir()) == []
    assert len(_exports(demo)) == 1


def test_a_log_that_cannot_be_journalled_is_taken_away_again(demo: Services, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    draft = demo.exchange.draft(FIRST, LAST, unseen=Unseen.AS_CLEANED)
    write(demo, tmp_path / "first.pdf")
    nobody = Actor(Role.COORDINATOR, uuid4(), "somebody whom the room does not know")
    demo.sign_in.act_as(nobody)
    with pytest.raises(ClashError):
        demo.exchange.write(draft, out / "log.pdf", PASSPHRASE)
    assert list(out.iterdir()) == []
    assert len(_exports(demo)) == 1


def test_every_kind_of_record_and_every_term_has_words() -> None:
    tables = {mapper.class_.__tablename__ for mapper in Base.registry.mappers if issubclass(mapper.class_, Row)}
    assert tables == KINDS.keys()
    assert ACTIONS.keys() == {"insert", "update", "delete"}
    assert ROLES.keys() == {role.name.lower() for role in Role}
    assert PURPOSES.keys() == {purpose.value for purpose in Purpose}
    assert THEMES.keys() == {theme.value for theme in Theme}
    assert STATUSES.keys() == {status.value for status in WishStatus}
