from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.replay.reading import read_book

if TYPE_CHECKING:
    from pathlib import Path

WEDNESDAY, THURSDAY, FRIDAY = "2026-03-11", "2026-03-12", "2026-03-13"
ROTA = [
    {"date": WEDNESDAY, "pattern": "morning", "hosts": ["Truus Bakker"]},
    {"date": WEDNESDAY, "pattern": "afternoon", "hosts": ["Ria Postma", "Kees Vos"]},
]
Event = dict[str, Any]


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    i18n.speak("en")


def event(do: str, at: str = "13:00", **keys: Any) -> Event:
    return {"at": at, "do": do, **keys}


def book(*events: Event, **parts: Any) -> dict[str, Any]:
    days = [{"date": WEDNESDAY, "events": list(events)}]
    base: dict[str, Any] = {
        "format": "buurtkamer-daybook/1",
        "room": "room.json",
        "before": {"rota": ROTA},
        "days": days,
    }
    return {**base, **parts}


def check(folder: Path, given: dict[str, Any], room: dict[str, Any] | None = None) -> str:
    """Give what is said of a book, nothing when it is right."""
    (folder / "book.json").write_text(json.dumps(given), encoding="utf-8")
    beside = paths.demo_room()
    if room is not None:
        beside = folder / "room.json"
        beside.write_text(json.dumps(room), encoding="utf-8")
    try:
        read_book(folder / "book.json", beside)
    except FileRefusedError as refused:
        return refused.sentence()
    return ""


def sign_up(name: str = "Wies", day: str = FRIDAY, activity: str = "Eettafel", at: str = "13:00") -> Event:
    return event("sign_up", at, activity=activity, date=day, name=name, persons=2)


def cancel(name: str = "Wies", day: str = FRIDAY, activity: str = "Eettafel", at: str = "13:00") -> Event:
    return event("cancel_sign_up", at, activity=activity, date=day, name=name)


WRONG: list[tuple[str, list[Event], str]] = [
    ("an unknown host signs on", [event("shift_start", host="Jan")], "1: host: no host is called Jan."),
    ("an unknown host is called", [event("call", host="Jan", result="yes")], "1: host: no host is called Jan."),
    (
        "an unknown activity",
        [event("headcount", activity="Bingo", count=3)],
        "1: activity: no activity is called Bingo.",
    ),
    (
        "an activity of another day",
        [event("tally", count=3, activity="Eettafel")],
        "1: activity: Eettafel is not on 2026-03-11.",
    ),
    ("a sign-up on another day", [sign_up(day=THURSDAY)], "1: activity: Eettafel is not on 2026-03-12."),
    (
        "a sign-up before the series began",
        [sign_up(day="2025-12-05")],
        "1: activity: Eettafel is not on 2025-12-05.",
    ),
    ("an unknown wish", [event("wish_support", wish=99)], "1: wish: no wish is known as 99 yet."),
    (
        "a ref that comes later",
        [event("wish_support", wish="a"), event("wish", text="x", theme="health", ref="a")],
        "1: wish: no wish is known as a yet.",
    ),
    (
        "a ref that stands twice",
        [event("wish", text="x", theme="health", ref="a"), event("wish", text="y", theme="health", ref="a")],
        "2: ref: a stands there twice.",
    ),
    (
        "advice without consent",
        [event("ask_advice", wish=1, question="x", consent=False)],
        "1: consent: expected true: without consent nothing is asked.",
    ),
    (
        "advice without a word about consent",
        [event("ask_advice", wish=1, question="x")],
        "1: consent: expected true: without consent nothing is asked.",
    ),
    ("a cancelled party that never signed up", [cancel()], "1: name: Wies is not signed up for this."),
    ("a party cancelled twice", [sign_up(), cancel(), cancel()], "3: name: Wies is not signed up for this."),
    ("another day's party", [sign_up(), cancel(day="2026-03-20")], "2: name: Wies is not signed up for this."),
    (
        "a no-show without a shift",
        [event("no_show", host="Joop Kramer", reason="ill")],
        "1: host: Joop Kramer has no shift on that day.",
    ),
    (
        "a substitute for nobody's shift",
        [event("substitute", host="Ria Postma", replaces="Joop Kramer")],
        "1: replaces: Joop Kramer has no shift on that day.",
    ),
    (
        "a substitute who is on that shift",
        [event("substitute", host="Ria Postma", replaces="Kees Vos")],
        "1: host: Ria Postma is on this shift already.",
    ),
    (
        "a no-show after the shift was taken over",
        [
            event("substitute", host="Joop Kramer", replaces="Kees Vos"),
            event("no_show", host="Kees Vos", reason="unknown"),
        ],
        "2: host: Kees Vos has no shift on that day.",
    ),
    ("a sign-off of who is not on", [event("shift_end", host="Ria Postma")], "1: host: Ria Postma is not signed on."),
    (
        "an event back in time",
        [event("undo", "13:00"), event("undo", "12:59")],
        "2: at: expected a time from 13:00 on.",
    ),
    (
        "an event while the computer is off",
        [event("computer_off"), event("tally", count=1)],
        "2: do: the computer is off: computer_on first.",
    ),
    ("a computer that is on already", [event("computer_on")], "1: do: the computer is on already."),
    ("too many children", [event("tally", count=3, children=4)], "1: children: expected at most the count, 3."),
    (
        "too many new faces",
        [event("paper_tally", sheet="1", hour=9, count=3, first_time=4)],
        "1: first_time: expected at most the count, 3.",
    ),
    ("a name of two lines", [event("visit", visitors=["A\nB"])], "1: visitors[0]: this name is empty or holds signs"),
]


@pytest.mark.parametrize(("events", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_cannot_be_is_refused_before_anything_is_done(events: list[Event], said: str, tmp_path: Path) -> None:
    number, rest = said.split(": ", 1)
    assert check(tmp_path, book(*events)).startswith(f"book.json, event {number} of 2026-03-11, {rest}")


RIGHT: list[tuple[str, list[Event]]] = [
    ("names in other spellings", [event("shift_start", host=" Ria Postma"), event("shift_end", host="Ria Postma ")]),
    ("children and new faces that overlap", [event("tally", count=3, children=3, first_time=3)]),
    ("an empty line on paper", [event("paper_tally", sheet="1", hour=9, count=0)]),
    ("a sign-off brought back by undo", [
        event("shift_start", host="Ria Postma"),
        event("shift_end", host="Ria Postma"),
        event("undo"),
        event("shift_end", host="Ria Postma"),
    ]),
    ("a party brought back by undo", [sign_up(), cancel(), event("undo"), cancel()]),
    ("two parties of one name", [sign_up(), sign_up(" Wies "), cancel(), cancel()]),
    ("a substitute who does not come either", [
        event("substitute", host="Joop Kramer", replaces="Kees Vos"),
        event("no_show", host="Joop Kramer", reason="unknown"),
        event("substitute", host="Anil Ramdin", replaces="Joop Kramer"),
    ]),
    ("the computer off at the end of the book", [event("computer_off")]),
    ("a wish by its ref and by its number", [
        event("wish", text="x", theme="health", ref="7"),
        event("wish_support", wish="7"),
        event("wish_support", wish=7),
    ]),
]  # fmt: skip


@pytest.mark.parametrize("events", [case[1] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_what_can_be_is_read(events: list[Event], tmp_path: Path) -> None:
    assert check(tmp_path, book(*events)) == ""


def test_undo_reaches_no_further_back_than_the_day(tmp_path: Path) -> None:
    days = [
        {"date": WEDNESDAY, "events": [sign_up(), cancel()]},
        {"date": THURSDAY, "events": [event("undo"), cancel()]},
    ]
    said = "book.json, event 2 of 2026-03-12, name: Wies is not signed up for this."
    assert check(tmp_path, book(days=days)) == said


def test_who_stayed_on_yesterday_is_not_on_today(tmp_path: Path) -> None:
    days = [
        {"date": WEDNESDAY, "events": [event("shift_start", host="Ria Postma")]},
        {"date": THURSDAY, "events": [event("shift_end", host="Ria Postma")]},
    ]
    assert "event 1 of 2026-03-12, host: Ria Postma is not signed on." in check(tmp_path, book(days=days))


def test_the_computer_may_be_off_overnight(tmp_path: Path) -> None:
    days = [
        {"date": WEDNESDAY, "events": [event("computer_off")]},
        {"date": THURSDAY, "events": [event("computer_on", "09:00")]},
    ]
    assert check(tmp_path, book(days=days)) == ""


@pytest.mark.parametrize("second", [WEDNESDAY, "2026-03-10"])
def test_dates_rise(second: str, tmp_path: Path) -> None:
    days = [{"date": WEDNESDAY, "events": []}, {"date": second, "events": []}]
    assert check(tmp_path, book(days=days)) == "book.json, days[1].date: expected a date after 2026-03-11."


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ({"rota": [{**ROTA[0], "pattern": "evening"}]}, "rota[0].pattern: the room has no such shift on that weekday."),
        ({"rota": [{**ROTA[0], "hosts": ["Jan"]}]}, "rota[0].hosts[0]: no host is called Jan."),
        ({"rota": [ROTA[0], ROTA[0]]}, "rota[1].hosts[0]: Truus Bakker is on this shift already."),
        (
            {"sign_ups": [{"activity": "Eettafel", "date": THURSDAY, "persons": 2}]},
            "sign_ups[0].activity: Eettafel is not on 2026-03-12.",
        ),
        ({"rota": [{**ROTA[0], "date": "9999-12-31"}]}, "rota[0].date: expected a date from 1970 to 2099."),
    ],
)
def test_what_was_before_must_fit_the_room(before: dict[str, Any], said: str, tmp_path: Path) -> None:
    assert check(tmp_path, book(before=before)) == f"book.json, before.{said}"


def test_of_two_series_with_one_name_the_one_of_that_date_counts(tmp_path: Path) -> None:
    room = json.loads(paths.demo_room().read_text(encoding="utf-8"))
    eettafel = next(entry for entry in room["activities"] if entry["name"] == "Eettafel")
    room["activities"].append({**eettafel, "id": 99, "rrule": "FREQ=WEEKLY;BYDAY=TH"})
    assert check(tmp_path, book(sign_up(day=THURSDAY), sign_up(day=FRIDAY)), room) == ""
    said = "event 2 of 2026-03-11, name: Wies is not signed up for this."
    assert said in check(tmp_path, book(sign_up(day=THURSDAY), cancel(day=FRIDAY)), room)
