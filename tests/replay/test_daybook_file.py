from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.terms import AbsenceReason, CallResult
from buurtkamer_app.replay import daybook_file as book_of
from buurtkamer_app.replay.reading import read_book, room_beside

from .plain_model import figures_of
from .random_book import random_book

if TYPE_CHECKING:
    from pathlib import Path

AFTERNOON = paths.demo_room().with_name("afternoon.json")
BOOK: dict[str, Any] = json.loads(AFTERNOON.read_text(encoding="utf-8"))
ROOM: dict[str, Any] = json.loads(paths.demo_room().read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    i18n.speak("en")


def read(folder: Path, book: dict[str, Any]) -> book_of.Book:
    (folder / "book.json").write_text(json.dumps(book), encoding="utf-8")
    return read_book(folder / "book.json", paths.demo_room())


def refusal(folder: Path, book: dict[str, Any]) -> str:
    with pytest.raises(FileRefusedError) as refused:
        read(folder, book)
    sentence = refused.value.sentence()
    assert sentence.isprintable()
    return sentence


def with_event(number: int, event: Any) -> dict[str, Any]:
    """Give the afternoon with one event (from 1) changed, or replaced by what is no event."""
    book = copy.deepcopy(BOOK)
    events = book["days"][0]["events"]
    events[number - 1] = {**events[number - 1], **event} if isinstance(event, dict) else event
    return book


def test_the_afternoon_is_read_with_its_events_in_order() -> None:
    book = read_book(AFTERNOON)
    events = book.days[0].events
    assert len(events) == 38
    assert events[0] == book_of.ShiftStart(at="12:45", host="Ria Postma")
    assert events[3] == book_of.NoShow(at="13:08", host="Kees Vos", reason=AbsenceReason.UNKNOWN)
    assert events[4] == book_of.Call(at="13:09", host="Samira El Idrissi", result=CallResult.NO_ANSWER)
    assert isinstance(events[35], book_of.CloseRoom)
    assert events[35].cash == book_of.CashPart(opened_with_cents=2500, received_cents=1750, spent_cents=640)


def test_the_expected_figures_come_out_under_their_own_names() -> None:
    assert msgspec.to_builtins(read_book(AFTERNOON).expected) == BOOK["expected"]


def test_a_room_given_instead_is_the_one_that_is_checked_against(tmp_path: Path) -> None:
    (tmp_path / "room.json").write_text(json.dumps({**ROOM, "hosts": []}), encoding="utf-8")
    with pytest.raises(
        FileRefusedError, match=r"afternoon\.json, before\.rota\[0\]\.hosts\[0\]: no host is called Ria"
    ):
        read_book(AFTERNOON, tmp_path / "room.json")


def test_the_room_lies_beside_the_book(tmp_path: Path) -> None:
    (tmp_path / "book.json").write_text(AFTERNOON.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(FileRefusedError, match=r"room\.json: this file cannot be opened"):
        read_book(tmp_path / "book.json")
    (tmp_path / "room.json").write_text(json.dumps(ROOM), encoding="utf-8")
    assert room_beside(tmp_path / "book.json", read_book(tmp_path / "book.json")) == tmp_path / "room.json"


def test_a_wrong_room_is_told_by_its_own_name_and_path(tmp_path: Path) -> None:
    (tmp_path / "room.json").write_text(json.dumps({**ROOM, "regulars": 3}), encoding="utf-8")
    with pytest.raises(FileRefusedError, match=r"^room\.json, regulars: expected a list\.$"):
        read_book(AFTERNOON, tmp_path / "room.json")


@pytest.mark.parametrize("place", ["//server/share/room.json", "\\\\server\\share\\room.json"])
def test_a_room_on_another_computer_is_refused(place: str, tmp_path: Path) -> None:
    (tmp_path / "book.json").write_text(json.dumps({**BOOK, "room": place}), encoding="utf-8")
    with pytest.raises(FileRefusedError, match=r"book\.json, room: expected a path beside the book\."):
        read_book(tmp_path / "book.json")


@pytest.mark.parametrize(
    ("number", "event", "said"),
    [
        (6, {"count": "3"}, "count: expected a whole number from 1 to 999."),
        (6, {"count": 0}, "count: expected a whole number from 1 to 999."),
        (6, {"count": 1000}, "count: expected a whole number from 1 to 999."),
        (6, {"count": None}, "count: expected a whole number from 1 to 999."),
        (6, {"kount": 3}, "kount: this key is not known. Known are: do, at, count, children, first_time, activity."),
        (6, {"a\nb": 3}, "a?b: this key is not known."),
        (6, {"at": "9:00"}, "at: expected a time such as 09:45."),
        (6, {"at": "25:00"}, "at: expected a time such as 09:45."),
        (6, {"do": "dance"}, "do: expected one of these: open_room, close_room, shift_start,"),
        (6, {"do": 3}, "do: expected one of these: open_room, close_room, shift_start,"),
        (6, 3, "do: expected keys with values in curly brackets."),
        (3, {"visitors": []}, "visitors: expected a list, not empty."),
        (3, {"visitors": ["x", 3]}, "visitors[1]: expected text of 1 to 200 letters."),
        (4, {"reason": "lazy"}, "reason: expected one of these: unknown, ill, excused."),
        (9, {"theme": "sport"}, "theme: expected one of these: neighbourhood, community,"),
        (9, {"text": ""}, "text: expected text of 1 to 10000 letters."),
        (20, {"wish": 1.5}, "wish: expected the number of a wish, or the ref of an earlier one."),
        (23, {"count": -1}, "count: expected a whole number from 0 to 9999."),
        (27, {"hour": 24}, "hour: expected a whole number from 0 to 23."),
        (17, {"date": "13-03-2026"}, "date: expected a date such as 2026-03-11."),
        (17, {"persons": 0}, "persons: expected a whole number from 1 to 999."),
        (36, {"cash": {"opened_with_cents": 1, "received_cents": 2}}, "cash.spent_cents: this key is missing."),
        (
            36,
            {"cash": {**BOOK["days"][0]["events"][35]["cash"], "spent_cents": -1}},
            "cash.spent_cents: expected a whole",
        ),
        (36, {"cash": 3}, "cash: expected keys with values in curly brackets."),
    ],
)
def test_a_wrong_event_is_told_by_its_number_date_and_key(number: int, event: Any, said: str, tmp_path: Path) -> None:
    sentence = refusal(tmp_path, with_event(number, event))
    assert sentence.startswith(f"book.json, event {number} of 2026-03-11, {said}")


def test_a_missing_key_of_an_event_is_named(tmp_path: Path) -> None:
    book = copy.deepcopy(BOOK)
    del book["days"][0]["events"][6]["result"]
    assert refusal(tmp_path, book) == "book.json, event 7 of 2026-03-11, result: this key is missing."


def test_a_key_that_stands_twice_in_an_event_is_named(tmp_path: Path) -> None:
    text = json.dumps(BOOK).replace('"count": 6', '"count": 6, "count": 7', 1)
    (tmp_path / "book.json").write_text(text, encoding="utf-8")
    with pytest.raises(FileRefusedError, match=r"event 12 of 2026-03-11, count: this key stands there twice\."):
        read_book(tmp_path / "book.json", paths.demo_room())


def test_half_a_sign_in_a_text_is_refused_where_it_stands(tmp_path: Path) -> None:
    sentence = refusal(tmp_path, with_event(9, {"text": "fietsen \ud83d"}))
    assert sentence.startswith("book.json, event 9 of 2026-03-11, text: this text is empty or holds signs")


def test_a_whole_emoji_written_as_an_escape_is_no_half_sign(tmp_path: Path) -> None:
    events = read(tmp_path, with_event(9, {"text": "fietsen 🚲"})).days[0].events
    assert isinstance(events[8], book_of.WishIn)
    assert events[8].text == "fietsen 🚲"


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ({"visitors": 3}, "expected.visitors: this key is not known. Known are: visits, named,"),
        ({"visits": "35"}, "expected.visits: expected a whole number"),
        ({"by_hour": {"24": 1}}, "expected.by_hour: expected an hour from 0 to 23."),
        ({"by_hour": {"9": "x"}}, "expected.by_hour[...]: expected a whole number"),
        ({"cash_cents": {"today": 1}}, "expected.cash_cents: expected a date such as 2026-03-11."),
        ({"volunteer_hours": "8"}, "expected.volunteer_hours: expected a number"),
    ],
)
def test_only_known_figures_are_expected(expected: dict[str, Any], said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, {**BOOK, "expected": expected}).startswith(f"book.json, {said}")


def test_a_book_may_do_without_before_and_expected(tmp_path: Path) -> None:
    book = read(tmp_path, {"format": BOOK["format"], "room": "room.json", "days": []})
    assert (book.before, book.expected, book.days) == (book_of.Before(), None, ())


def test_the_plain_model_gives_the_afternoon_its_figures() -> None:
    assert figures_of(BOOK, ROOM) == BOOK["expected"]


@pytest.mark.parametrize("seed", range(8))
def test_a_random_book_is_valid_and_its_figures_come_out_again(seed: int, tmp_path: Path) -> None:
    book = random_book(ROOM, seed)
    assert msgspec.to_builtins(read(tmp_path, book).expected) == book["expected"]
    assert figures_of(book, ROOM) == book["expected"]
    assert random_book(ROOM, seed) == book
