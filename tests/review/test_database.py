"""An office loads logs into its own PostgreSQL database: whole or nothing, and twice changes nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import msgspec
import psycopg
import pytest

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.exchange.log.records import Hidden, LogWish
from tests.review import rooms
from tests.server import sql

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.review.service import Reviews


@pytest.fixture
def office(postgresql: str) -> Iterator[str]:
    """Give the address of an empty database of an office."""
    sql(postgresql, "DROP DATABASE IF EXISTS office")
    sql(postgresql, "CREATE DATABASE office")
    yield postgresql.replace("/postgres?", "/office?")
    sql(postgresql, "DROP DATABASE IF EXISTS office WITH (FORCE)")


def _all(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def _keys(reviews: Reviews) -> list[str]:
    return [log.key for log in reviews.logs()]


def test_logs_are_loaded_once_however_often_they_are_brought(
    reviews: Reviews, office: str, logs: Path, words: list[str]
) -> None:
    reviews.open([logs], words)
    first = reviews.into(office, _keys(reviews))
    assert (first.logs, first.new) == (4, 4)
    before = _all(office, "SELECT * FROM buurtkamer_review.figure ORDER BY 1, 2")
    again = reviews.into(office, _keys(reviews))
    assert (again.new, again.rows) == (0, 0)
    assert _all(office, "SELECT * FROM buurtkamer_review.figure ORDER BY 1, 2") == before
    assert len(before) > 200


def test_a_later_log_of_the_same_period_is_another_row_and_the_views_take_it(
    reviews: Reviews, office: str, tmp_path: Path
) -> None:
    older, newer = rooms.month(1), rooms.month(1)
    later = older.made_at.replace(day=30, month=4)
    figures = msgspec.structs.replace(newer.figures, visits=Hidden.SMALL)
    newer = msgspec.structs.replace(newer, made_at=later, figures=figures)
    reviews.open([rooms.put(tmp_path, 1, older, "a.pdf"), rooms.put(tmp_path, 1, newer, "b.pdf")], [rooms.words(1)])
    reviews.into(office, _keys(reviews))
    assert _all(office, "SELECT count(*) FROM buurtkamer_review.log") == [(2,)]
    visits = "SELECT value, shown, low, high FROM buurtkamer_review.{} WHERE section = 'figures' AND figure = 'visits'"
    for view in ("latest_figure", "current_figure"):
        assert _all(office, visits.format(view)) == [(None, "<5", 1, 4)]
    assert len(_all(office, "SELECT * FROM buurtkamer_review.open_question")) == 2


def test_names_with_quotes_and_nul_are_only_texts(reviews: Reviews, office: str, tmp_path: Path) -> None:
    name = "Kamer'; DROP SCHEMA buurtkamer_review CASCADE; --\t\\N"
    wish = LogWish(1, "community", "new", 0, rooms.MARCH[0], "nul \0 en 😀")
    log = msgspec.structs.replace(rooms.month(1, name=name), wishes=(wish,))
    reviews.open([rooms.put(tmp_path, 1, log)], [rooms.words(1)])
    reviews.into(office, _keys(reviews))
    assert _all(office, "SELECT own_name FROM buurtkamer_review.log") == [(name,)]
    assert _all(office, "SELECT text FROM buurtkamer_review.wish") == [("nul  en 😀",)]


def test_stopping_or_a_refusal_changes_nothing(reviews: Reviews, office: str, logs: Path, words: list[str]) -> None:
    reviews.open([logs], words)
    progress = Progress()
    progress.set()
    with pytest.raises(StoppedError):
        reviews.into(office, _keys(reviews), progress)
    assert _all(office, "SELECT to_regclass('buurtkamer_review.log')") == [(None,)]
    sql(office, "CREATE SCHEMA buurtkamer_review; CREATE TABLE buurtkamer_review.log (other text)")
    with pytest.raises(StoreError):
        reviews.into(office, _keys(reviews))
    assert _all(office, "SELECT to_regclass('buurtkamer_review.figure')") == [(None,)]


def test_a_database_that_is_not_there_is_told_without_its_password(
    reviews: Reviews, office: str, logs: Path, words: list[str]
) -> None:
    reviews.open([logs], words)
    for url in (
        office.replace("/office?", "/nothing?").replace("desk@", "desk:zeergeheim@"),
        "postgresql://x:zeergeheim@/office?host=/nowhere",
        "postgresql://x:zeergeheim@[broken",
    ):
        with pytest.raises(StoreError) as told:
            reviews.into(url, _keys(reviews))
        assert "zeergeheim" not in f"{told.value} {told.value.details} {told.value.__cause__}"
    for url in ("mysql://x:zeergeheim@host/x", "", "office"):
        with pytest.raises(RefusedError):
            reviews.into(url, _keys(reviews))


def test_a_database_without_utf_8_is_refused(reviews: Reviews, postgresql: str, logs: Path, words: list[str]) -> None:
    reviews.open([logs], words)
    sql(postgresql, "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    try:
        with pytest.raises(StoreError, match="UTF-8"):
            reviews.into(postgresql.replace("/postgres?", "/latin?"), _keys(reviews))
    finally:
        sql(postgresql, "DROP DATABASE latin WITH (FORCE)")


def test_without_psycopg_it_is_refused_with_a_sentence(
    reviews: Reviews, logs: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reviews.open([logs], words)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(RefusedError, match="psycopg"):
        reviews.into("postgresql://office@/office", _keys(reviews))


@pytest.mark.long
def test_two_hundred_rooms_are_loaded(reviews: Reviews, office: str, tmp_path: Path) -> None:
    for number in range(200):
        rooms.put(tmp_path, number)
    reviews.open([tmp_path], [rooms.words(number) for number in range(200)])
    assert reviews.into(office, _keys(reviews)).new == 200
    assert _all(office, "SELECT count(DISTINCT room_id) FROM buurtkamer_review.latest_figure") == [(200,)]


def test_one_log_with_numbers_of_no_room_keeps_no_other_out(reviews: Reviews, office: str, tmp_path: Path) -> None:
    log = rooms.month(1)
    huge = msgspec.structs.replace(
        log,
        wishes=tuple(msgspec.structs.replace(one, number=10**30, supporters=-(10**30)) for one in log.wishes),
        questions=tuple(msgspec.structs.replace(one, wish=10**30) for one in log.questions),
        activities=tuple(msgspec.structs.replace(one, headcount=10**30, places=10**30) for one in log.activities),
    )
    reviews.open([rooms.put(tmp_path, 1, huge), rooms.put(tmp_path, 2)], [rooms.words(1), rooms.words(2)])
    assert reviews.into(office, _keys(reviews)).new == 2
    assert _all(office, "SELECT max(number), min(supporters) FROM buurtkamer_review.wish") == [(10**15, -(10**15))]
    assert _all(office, "SELECT max(headcount), max(places) FROM buurtkamer_review.activity") == [(10**15, 10**15)]
