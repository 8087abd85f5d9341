"""The command `fill` as a person types it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.cli import buurtkamer
from buurtkamer_app.people.times import said
from tests.rota import checker, random_cases
from tests.rota.checker import Case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

DEMO = paths.demo_room()
MARCH = date(2026, 3, 2)
KEYS = ["shifts", "open_places", "missing_experienced", "cost", "bound", "proven", "seconds"]


def typed(*words: str | Path) -> Result:
    """Type `fill` with the first Monday of March 2026, and more."""
    return CliRunner().invoke(buurtkamer, ["fill", "--from", "2026-03-02", *map(str, words)])


def said_no(*words: str | Path) -> tuple[int, str]:
    """Run the command as its own process; give what it ended with and what it said."""
    call = [sys.executable, "-m", "buurtkamer_app", "fill", "--from", "2026-03-02", *map(str, words)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL)
    assert done.stdout == ""
    return done.returncode, done.stderr.strip()


@pytest.fixture
def room() -> dict[str, Any]:
    """Give the demo room as it stands in its file."""
    found: dict[str, Any] = json.loads(DEMO.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """Give what writes a room to a file."""

    def write(room: dict[str, Any]) -> Path:
        file = tmp_path / "room.json"
        file.write_text(json.dumps(room), encoding="utf-8")
        return file

    return write


def test_a_quarter_of_the_demo_room_is_filled_as_well_as_can_be(room: dict[str, Any]) -> None:
    told = json.loads(typed("--room", DEMO, "--weeks", "13", "--json").stdout)
    assert list(told) == KEYS
    assert all(list(shift) == ["date", "pattern", "hosts"] for shift in told["shifts"])
    assert checker.faults(Case(room, MARCH, 13), told) == []
    assert (told["proven"], told["open_places"]) == (True, 0)
    assert isinstance(told["seconds"], float)


def test_an_absence_and_a_closed_day_are_kept(room: dict[str, Any]) -> None:
    words = ["--absent", "  Ria Postma :2026-03-03..2026-03-12", "--absent", "Joop Kramer:2026-03-04"]
    told = json.loads(typed("--room", DEMO, "--weeks", "2", *words, "--closed", "2026-03-06", "--json").stdout)
    absent = [("Ria Postma", date(2026, 3, 3), date(2026, 3, 12)), ("Joop Kramer", date(2026, 3, 4), date(2026, 3, 4))]
    assert checker.faults(Case(room, MARCH, 2, absent, [date(2026, 3, 6)]), told) == []
    assert "2026-03-06" not in {shift["date"] for shift in told["shifts"]}


def test_without_json_it_is_told_to_a_person(room: dict[str, Any], written: Callable[[dict[str, Any]], Path]) -> None:
    for host in room["hosts"]:
        host["availability"] = [entry for entry in host["availability"] if entry["day"] != "MO"]
    told = typed("--room", written(room), "--weeks", "1").stdout.splitlines()
    assert told[0] == f"2026-03-02 {said.moment(0, DayPart.MORNING)}: {translate('{count} open', count=2)}"
    assert translate("Open places: {count}", count=4) in told


def test_a_city_is_many_rooms_with_the_sums_of_all(tmp_path: Path) -> None:
    words: list[str] = []
    cases = [random_cases.case(seed) for seed in range(4)]
    for number, case in enumerate(cases):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(case.room), encoding="utf-8")
        words += ["--room", str(file)]
    told = json.loads(typed(*words, "--weeks", "2", "--json").stdout)
    assert list(told) == ["rooms", *KEYS[1:]]
    assert [one.pop("room") for one in told["rooms"]] == [case.room["room"]["name"] for case in cases]
    for case, one in zip(cases, told["rooms"], strict=True):
        assert checker.faults(Case(case.room, MARCH, 2), one) == []
    for sums in ("open_places", "missing_experienced", "cost", "bound"):
        assert told[sums] == sum(one[sums] for one in told["rooms"])
    lines = typed(*words, "--weeks", "1").stdout.splitlines()
    assert {case.room["room"]["name"] for case in cases} <= set(lines)


@pytest.mark.parametrize("weeks", ["0", "-3", "1000"])
def test_a_period_that_cannot_be_is_refused_in_a_sentence(weeks: str) -> None:
    assert said_no("--room", DEMO, "--weeks", weeks) == (
        2,
        translate("How many weeks? Between 1 and {most}.", most=523),
    )


@pytest.mark.parametrize(
    ("absent", "sentence"),
    [
        ("Wie Dan Ook:2026-03-09", translate("There is no host called {name} in the room.", name="Wie Dan Ook")),
        ("Ria Postma", translate("Write an absence as NAME:2026-03-09..2026-03-20.")),
        (":2026-03-09", translate("Write an absence as NAME:2026-03-09..2026-03-20.")),
        ("Ria Postma:2026-02-30", translate("Write an absence as NAME:2026-03-09..2026-03-20.")),
        (
            "Ria Postma:2026-03-09..2026-03-01",
            translate("{name} is back before they leave. Look at the dates.", name="Ria Postma"),
        ),
    ],
)
def test_an_absence_that_cannot_be_is_refused_in_a_sentence(absent: str, sentence: str) -> None:
    done = typed("--room", DEMO, "--weeks", "1", "--absent", absent)
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (2, "", sentence)


@pytest.mark.parametrize(
    "words", [["--closed", "soon"], ["--seconds", "-1"], ["--from", "2026-02-30"], ["--from", "1800-01-01"]]
)
def test_what_is_no_date_or_time_ends_with_2(words: list[str]) -> None:
    assert typed("--room", DEMO, "--weeks", "1", *words).exit_code == 2
    assert typed("--weeks", "1").exit_code == 2


def test_a_name_that_stands_there_twice_is_refused_with_its_place(
    room: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    room["hosts"][1]["name"] = room["hosts"][0]["name"]
    done = typed("--room", written(room), "--weeks", "1", "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "hosts[1].name" in done.stderr


def test_a_wish_about_a_time_that_is_not_theirs_is_told_and_the_rest_is_filled(
    room: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    room["hosts"][0]["prefers_not"] = [{"day": "SU", "parts": ["evening"]}]
    done = typed("--room", written(room), "--weeks", "1", "--json")
    moment = said.moment(6, DayPart.EVENING)
    told = translate("{host} would rather not on {moment}, but cannot then anyway.", host="Ria Postma", moment=moment)
    assert done.stderr.strip() == told
    assert json.loads(done.stdout)["open_places"] == 0


def test_a_room_without_hosts_has_only_open_places(
    room: dict[str, Any], written: Callable[[dict[str, Any]], Path]
) -> None:
    room["hosts"] = []
    done = typed("--room", written(room), "--weeks", "1", "--json")
    assert done.stderr.strip() == translate("There is nobody yet who can be on the rota.")
    told = json.loads(done.stdout)
    assert checker.faults(Case(room, MARCH, 1), told) == []
    assert (told["open_places"], told["proven"]) == (22, True)


def test_ten_years_are_filled_too(room: dict[str, Any], written: Callable[[dict[str, Any]], Path]) -> None:
    room["hosts"] = room["hosts"][:3]
    room["room"]["shift_patterns"] = room["room"]["shift_patterns"][:1]
    done = typed("--room", written(room), "--weeks", "522", "--seconds", "60", "--json")
    told = json.loads(done.stdout)
    assert checker.faults(Case(room, MARCH, 522), told) == []
    assert told["proven"]


def test_without_time_the_start_is_told_and_nothing_is_proven_that_is_not() -> None:
    told = json.loads(typed("--room", DEMO, "--weeks", "13", "--seconds", "0", "--json").stdout)
    assert checker.faults(Case(json.loads(DEMO.read_text(encoding="utf-8")), MARCH, 13), told) == []
    assert told["bound"] == 0


def test_filling_from_a_file_loads_neither_a_store_nor_a_window() -> None:
    call = [sys.executable, "-X", "importtime", "-m", "buurtkamer_app", "fill", "--room", str(DEMO)]
    done = subprocess.run([*call, "--from", "2026-03-02", "--weeks", "1"], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "highspy" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "PySide6", "reportlab"})
