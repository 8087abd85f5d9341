from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.terms import DayPart, Experience, Prefers, WishStatus
from buurtkamer_app.replay.reading import LARGEST, read_room

if TYPE_CHECKING:
    from pathlib import Path

ROOM: dict[str, Any] = json.loads(paths.demo_room().read_text(encoding="utf-8"))
NOWHERE = object()


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    i18n.speak("en")


def spot(data: Any, path: str) -> tuple[Any, str | int]:
    """Give what holds the last step of `hosts/3/name`, and that step."""
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in steps:
        data = data[step]
    return data, last


def refusal(folder: Path, text: str) -> str:
    file = folder / "room.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileRefusedError) as refused:
        read_room(file)
    sentence = refused.value.sentence()
    assert "\n" not in sentence
    return sentence


def changed(path: str, value: Any) -> str:
    data = copy.deepcopy(ROOM)
    holder, key = spot(data, path)
    if value is NOWHERE:
        del holder[key]
    else:
        holder[key] = value
    return json.dumps(data)


def test_the_demo_room_is_read_as_it_is() -> None:
    room = read_room(paths.demo_room())
    assert (room.room.name, room.room.country) == ("Buurtkamer De Wilgenhof", "NL")
    assert (len(room.hosts), len(room.activities), len(room.partners), len(room.wishes)) == (20, 14, 12, 40)
    assert room.room.opening_hours.days()[list(room.room.opening_hours.days())[-1]] == ("10:00", "20:00")
    assert room.hosts[0].experience is Experience.EXPERIENCED
    assert room.hosts[0].availability[3].parts == (DayPart.MORNING, DayPart.AFTERNOON)
    assert room.activities[0].capacity is None
    assert (room.wishes[0].status, room.wishes[0].prefers) == (WishStatus.NEW, Prefers.WEEKDAY_MORNING)


@pytest.mark.parametrize(
    "path",
    [
        "room/street",
        "room/postcode",
        "room/entrance",
        "hosts/2/can",
        "activities/0/about",
        "activities/0/sign_up",
        "partners/0/professional",
        "wishes/0/prefers",
        "wishes/27/activity",
        "room/opening_hours/MO",
    ],
)
def test_a_key_that_may_be_left_out_may_be_left_out(path: str, tmp_path: Path) -> None:
    file = tmp_path / "room.json"
    file.write_text(changed(path, NOWHERE), encoding="utf-8")
    assert read_room(file).room.name == "Buurtkamer De Wilgenhof"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("format", "buurtkamer-room/2", "format: expected one of these: buurtkamer-room/1."),
        ("room/city", NOWHERE, "room.city: this key is missing."),
        ("room/mayor", "x", "room.mayor: this key is not known. Known are: name, city,"),
        ("room/country", "DE", "room.country: expected one of these: BE, NL."),
        ("room/timezone", "Europe", "room.timezone: expected a time zone such as Europe/Amsterdam."),
        ("room/timezone", "../../etc/passwd", "room.timezone: expected a time zone"),
        ("room/opening_hours/XX", ["10:00", "17:00"], "room.opening_hours.XX: this key is not known"),
        ("room/opening_hours/MO", ["10:00"], "room.opening_hours.MO: expected a list of 2 values."),
        ("room/opening_hours/MO/0", "9:00", "room.opening_hours.MO[0]: expected a time such as 09:45."),
        ("room/opening_hours/MO/1", "10:00", "room.opening_hours.MO[1]: expected a time after 10:00."),
        ("room/spaces/0/capacity", 0, "room.spaces[0].capacity: expected a whole number from 1 to 9999."),
        ("room/spaces/1/name", " Huiskamer", "room.spaces[1].name: Huiskamer stands there twice."),
        ("room/shift_patterns/0/name", "night", "[0].name: expected one of these: morning, afternoon, evening."),
        ("room/shift_patterns/0/experienced", 3, "room.shift_patterns[0].experienced: expected at most 2."),
        ("room/shift_patterns/0/end", "09:00", "room.shift_patterns[0].end: expected a time after 09:45."),
        ("room/shift_patterns/0/days/1", "MO", "room.shift_patterns[0].days[1]: MO stands there twice."),
        ("team/target_hours_year", [10, 5], "team.target_hours_year[1]: expected at least 10."),
        ("team/hours_before", "many", "team.hours_before: expected a number from 0 to 10000000."),
        ("regulars/2", "a" * 201, "regulars[2]: expected text of 1 to 200 letters."),
        ("regulars/2", "  ", "regulars[2]: this text is empty or holds signs that nobody can read."),
        ("regulars/2", "Jan\nPiet", "regulars[2]: this name is empty or holds signs that no name has."),
        ("regulars/2", "Jan\x00", "regulars[2]: this text is empty or holds signs that nobody can read."),
        ("regulars/2", "Jan\ud800", "regulars[2]: this text is empty or holds signs that nobody can read."),
        ("hosts/1/id", 1, "hosts[1].id: 1 stands there twice."),
        ("hosts/1/name", "Ria Postma ", "hosts[1].name: Ria Postma stands there twice."),
        ("hosts/3/availability/0/day", "ZO", "hosts[3].availability[0].day: expected one of these: MO, TU, WE,"),
        ("hosts/3/team_member", "yes", "hosts[3].team_member: expected true or false."),
        ("hosts/3", [], "hosts[3]: expected keys with values in curly brackets."),
        ("activities", {}, "activities: expected a list."),
        (
            "activities/4/rrule",
            "FREQ=WEEKLY;BYDAY=XX",
            "activities[4].rrule: expected a rule such as FREQ=WEEKLY;BYDAY=MO",
        ),
        ("activities/4/rrule", "FREQ=SECONDLY", "activities[4].rrule: expected a rule"),
        ("activities/4/rrule", "FREQ=DAILY;INTERVAL=0", "activities[4].rrule: expected a rule"),
        ("activities/4/rrule", "DTSTART:20260105T100000\nRRULE:FREQ=DAILY", "activities[4].rrule: expected a rule"),
        ("activities/4/from", "2026-02-30", "activities[4].from: expected a date such as 2026-03-11."),
        ("activities/4/from", "0001-01-01", "activities[4].from: expected a date from 1970 to 2099."),
        ("activities/4/end", "10:00", "activities[4].end: expected a time after 10:00."),
        ("activities/4/capacity", 1.5, "activities[4].capacity: expected a whole number from 1 to 9999."),
        ("activities/4/price_cents", -1, "activities[4].price_cents: expected a whole number from 0 to 100000000."),
        ("activities/4/space", "Zolder", "activities[4].space: the room has no space Zolder."),
        ("partners/0/professional", {"name": "Marit"}, "partners[0].professional.role: this key is missing."),
        ("wishes/1/id", 1, "wishes[1].id: 1 stands there twice."),
        ("wishes/1/status", "open", "wishes[1].status: expected one of these: new, talking, needs_lead,"),
        ("wishes/1/activity", 99, "wishes[1].activity: the room has no activity 99."),
        ("wishes/1/text", "x" * 10_001, "wishes[1].text: expected text of 1 to 10000 letters."),
    ],
)
def test_a_wrong_room_is_refused_with_the_file_the_path_and_what_belongs_there(
    path: str, value: Any, said: str, tmp_path: Path
) -> None:
    sentence = refusal(tmp_path, changed(path, value))
    assert sentence.startswith("room.json, ")
    assert said in sentence


def test_a_key_that_stands_twice_is_refused_with_its_path(tmp_path: Path) -> None:
    text = json.dumps(ROOM).replace('"capacity": 40,', '"capacity": 40, "capacity": 41,', 1)
    assert refusal(tmp_path, text) == "room.json, room.spaces[0].capacity: this key stands there twice."


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"a": NaN}', "[" * 100_000, '{"a": 1' + "0" * 5000 + "}"])
def test_what_is_no_json_is_refused(text: str, tmp_path: Path) -> None:
    assert "this is not JSON, look at line" in refusal(tmp_path, text)


def test_a_file_over_the_limit_is_refused_before_it_is_read_as_json(tmp_path: Path) -> None:
    assert refusal(tmp_path, " " * (LARGEST + 1)) == "room.json: this file is larger than 20 MB."


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "room.json").write_bytes('{"format": "é"}'.encode("latin-1"))
    with pytest.raises(FileRefusedError, match=r"room\.json: this file is not text in UTF-8\."):
        read_room(tmp_path / "room.json")


def test_a_file_that_is_not_there_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"gone\.json: this file cannot be opened"):
        read_room(tmp_path / "gone.json")


def test_a_byte_order_mark_does_not_hurt(tmp_path: Path) -> None:
    (tmp_path / "room.json").write_text(json.dumps(ROOM), encoding="utf-8-sig")
    assert read_room(tmp_path / "room.json") == read_room(paths.demo_room())


def every_spot(data: Any, path: str = "") -> list[str]:
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    below = [(f"{path}/{key}".lstrip("/"), value) for key, value in steps]
    return [*(place for place, _value in below), *(deep for place, value in below for deep in every_spot(value, place))]


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=st.sampled_from(every_spot(ROOM)),
    value=st.sampled_from(
        [NOWHERE, None, True, -1, 0, 7, 1.5, 10**30, "", "x", "\ud83d", "a\nb", [], {}, [1], {"a": 1}]
    )
    | st.text(max_size=20),
)
def test_whatever_is_changed_the_room_is_read_or_refused_in_one_line(tmp_path: Path, path: str, value: Any) -> None:
    file = tmp_path / "room.json"
    file.write_text(changed(path, value), encoding="utf-8")
    sentence = ""
    try:
        read_room(file)
    except FileRefusedError as refused:
        sentence = refused.sentence()
    assert sentence.isprintable()
    assert sentence.startswith("room.json") or not sentence
