"""The encrypted file: its pragmas, and every way in which it can be the wrong file or the wrong key."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.startup import enter
from buurtkamer_app.storage import migrate, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE, connect, open_embedded
from tests.conftest import KEY, NOON

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Give a store at the newest schema that is closed."""
    path = tmp_path / DATABASE
    engine = open_embedded(path, KEY)
    migrate.upgrade(engine)
    engine.dispose()
    return path


def test_the_pragmas_are_those_that_lost_nothing_in_power_cuts(stored: Path) -> None:
    raw = connect(stored, KEY)
    found = {
        name: raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "cache_size", "foreign_keys", "secure_delete")
    }
    raw.close()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "cache_size": -65536,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_a_wrong_key_is_refused_and_changes_nothing(stored: Path) -> None:
    before = stored.read_bytes()
    with pytest.raises(StoreError):
        connect(stored, bytes(32))
    assert stored.read_bytes() == before


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_never_becomes_a_passphrase(stored: Path, length: int) -> None:
    with pytest.raises(StoreError):
        connect(stored, bytes(length))


def test_a_reading_hand_cannot_write(stored: Path) -> None:
    raw = connect(stored, KEY, read_only=True)
    with pytest.raises(Exception, match="readonly"):
        raw.execute("DELETE FROM visit")
    raw.close()


def test_nothing_readable_stands_in_the_file(stored: Path) -> None:
    assert not stored.read_bytes().startswith(b"SQLite format 3")


def test_every_flipped_bit_is_found(stored: Path, record_property: Callable[[str, object], None]) -> None:
    whole, chance = stored.read_bytes(), random.Random(11)
    record_property("tried", 20)
    record_property("held", 20)
    for _ in range(20):
        place = chance.randrange(len(whole))
        stored.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
        with pytest.raises(StoreError):
            snapshot.verify(stored, KEY)
    stored.write_bytes(whole)
    snapshot.verify(stored, KEY)


@pytest.mark.long
def test_two_hundred_flipped_bits_are_found(stored: Path, record_property: Callable[[str, object], None]) -> None:
    whole, chance = stored.read_bytes(), random.Random(12)
    record_property("tried", 200)
    record_property("held", 200)
    for _ in range(200):
        place = chance.randrange(len(whole))
        stored.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
        with pytest.raises(StoreError):
            snapshot.verify(stored, KEY)


@pytest.mark.parametrize("content", [b"", b"not a room at all", None])
def test_a_store_that_is_gone_empty_or_cut_off_is_never_made_anew(
    tmp_path: Path, clock: SetClock, content: bytes | None
) -> None:
    opened = vault.create_practice(tmp_path, on=NOON.date())
    path = tmp_path / DATABASE
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError):
        enter(tmp_path, opened, clock)
    assert (path.read_bytes() if path.exists() else None) == content


def test_the_schema_of_the_store_is_that_of_the_classes(engine: Engine) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from buurtkamer_app.storage.tables.whole import METADATA

    def ours(_item: object, name: str | None, *_rest: object) -> bool:
        return not (name or "").startswith(("visitor_search", "ix_visitor_terms_trigram"))

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert {"visit", "journal_unit"} <= set(inspect(connection).get_table_names())


def test_a_deleted_name_is_gone_from_the_search_index(demo: Services, tmp_path: Path) -> None:
    if not demo.store.embedded:
        pytest.skip("FTS5 is in the embedded store only")
    demo.arrivals.come_in(["Xanthippe Quaresma"])
    demo.history.undo_last_count()
    raw = connect(tmp_path / DATABASE, KEY)
    blocks = b"".join(bytes(row[0]) for row in raw.execute("SELECT block FROM visitor_search_data").fetchall())
    raw.close()
    assert b"xanthippe" not in blocks
    assert b"uaresma" not in blocks


def test_the_file_may_be_read_by_its_owner_only(tmp_path: Path, clock: SetClock) -> None:
    if os.name == "nt":
        pytest.skip("Windows keeps a profile's folders to its user")
    from buurtkamer_app.startup import build

    house = build(tmp_path / "room", vault.create_practice(tmp_path / "room", on=NOON.date()), clock)
    house.close()
    assert (tmp_path / "room").stat().st_mode & 0o077 == 0
