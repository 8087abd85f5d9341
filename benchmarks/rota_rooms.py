"""How fast and how well open shifts are filled: random rooms, by the command itself, against the greedy start.

Run as `python benchmarks/rota_rooms.py` (about a minute; `--seeds N` for fewer draws, `--room FILE --seed N` only
writes one random room). Timed is the whole command, the start of Python and the import of the solver included. A place
counts as fillable by a matching for each shift apart: as many of its places as hosts could be there at all.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

FIRST: Final = date(2026, 3, 2)
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PARTS: Final = {"morning": ("09:00", "12:45"), "afternoon": ("12:45", "17:15"), "evening": ("19:00", "22:30")}
EXPERIENCE: Final = ("trainee", "regular", "experienced")
SEEDS: Final = 20
SECONDS: Final = 10.0


@dataclass(frozen=True)
class Size:
    """How large a random room is, and the share of the parts of days on which its hosts can (from, to)."""

    hosts: int = 25
    days: int = 6
    places: int = 2
    experienced: int = 1
    available: tuple[float, float] = (0.4, 0.6)
    most: tuple[int, ...] = (1, 2, 3)


LARGE: Final = Size(100)
LARGEST: Final = Size(100, 7, 8, 4, most=(2, 3, 4))


def random_room(seed: int, size: Size = Size()) -> dict[str, Any]:
    """Give a room file of a random room: each host can on a share of the parts of days, and rather not on some.

    An evening ends at 22.30, so that nobody can be there again at 9.00 the next day.
    """
    dice = random.Random(seed)
    people = [_host(dice, number, size) for number in range(1, size.hosts + 1)]
    patterns = [
        {
            "name": part,
            "days": list(DAYS[: size.days]),
            "start": starts,
            "end": ends,
            "hosts": size.places,
            "experienced": size.experienced,
        }
        for part, (starts, ends) in PARTS.items()
    ]
    return {
        "format": "buurtkamer-room/1",
        "room": {
            "name": f"Room {seed}",
            "city": "",
            "country": "NL",
            "timezone": "Europe/Amsterdam",
            "phone": "",
            "opening_hours": {},
            "spaces": [],
            "shift_patterns": patterns,
        },
        "team": {
            "name": "Team",
            "started_on": "2025-01-01",
            "hours_before": 0,
            "target_hours_year": [0, 0],
            "members_besides_hosts": 0,
        },
        "regulars": [],
        "hosts": people,
        "activities": [],
        "partners": [],
        "wishes": [],
    }


def _host(dice: random.Random, number: int, size: Size) -> dict[str, Any]:
    share = dice.uniform(*size.available)
    can = [(day, [part for part in PARTS if dice.random() < share]) for day in DAYS[: size.days]]
    rather_not = [(day, [part for part in parts if dice.random() < 0.1]) for day, parts in can]
    return {
        "id": number,
        "name": f"Host {number:03}",
        "birth_year": 1960,
        "phone": "",
        "team_member": True,
        "experience": dice.choices(EXPERIENCE, (1, 6, 3))[0],
        "max_shifts_per_week": dice.choice(size.most),
        "availability": [{"day": day, "parts": parts} for day, parts in can if parts],
        "prefers_not": [{"day": day, "parts": parts} for day, parts in rather_not if parts],
    }


def fillable(room: dict[str, Any], weeks: int) -> int:
    """Give how many places could be held when each shift is looked at apart."""
    hosts = [host for host in room["hosts"] if host["experience"] != "trainee" and host["max_shifts_per_week"]]
    found = 0
    for pattern in room["room"]["shift_patterns"]:
        for day in pattern["days"]:
            found += min(int(pattern["hosts"]), sum(_can(host, day, pattern["name"]) for host in hosts))
    return weeks * found


def _can(host: dict[str, Any], day: str, part: str) -> bool:
    return any(entry["day"] == day and part in entry["parts"] for entry in host["availability"])


def filled(rooms: list[dict[str, Any]], weeks: int, seconds: float) -> tuple[dict[str, Any], float]:
    """Give what the command prints for rooms, and the seconds from its start to its end."""
    with tempfile.TemporaryDirectory() as scratch:
        words = []
        for number, room in enumerate(rooms):
            file = Path(scratch, f"room{number}.json")
            file.write_text(json.dumps(room), encoding="utf-8")
            words += ["--room", str(file)]
        call = [sys.executable, "-m", "buurtkamer_app", "fill", *words, "--from", FIRST.isoformat()]
        begun = time.perf_counter()
        done = subprocess.run(
            [*call, "--weeks", str(weeks), "--seconds", str(seconds), "--json"], capture_output=True, check=True
        )
        return json.loads(done.stdout), time.perf_counter() - begun


def greedy_cost(room: dict[str, Any], weeks: int) -> tuple[int, int]:
    """Give what the greedy start costs and how many places it leaves open."""
    from buurtkamer_app.commands.fill import Wanted, question
    from buurtkamer_app.replay.reading import read_room
    from buurtkamer_app.rota.engine import greedy, rules
    from buurtkamer_app.rota.filling.posing import pose

    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "room.json")
        file.write_text(json.dumps(room), encoding="utf-8")
        puzzle = pose(question(read_room(file), Wanted(FIRST, weeks))).puzzle
    on = greedy.fill(puzzle)
    return rules.cost(puzzle, on), rules.open_places(puzzle, on)


def _one_room(title: str, rooms: list[dict[str, Any]], weeks: int) -> None:
    print(f"{title}: seconds, cost (bound), open; greedy cost, open")
    for number, room in enumerate(rooms):
        found, seconds = filled([room], weeks, SECONDS)
        cost, gaps = greedy_cost(room, weeks)
        proven = "proven" if found["proven"] else f"bound {found['bound']}"
        print(
            f"{number:>4} {seconds:6.2f} {found['cost']:>8} ({proven}) {found['open_places']:>4};"
            f" greedy {cost:>8} {gaps:>4}"
        )


def _city(seeds: int) -> None:
    print("city of 20 rooms with 25 hosts, 13 weeks: seconds given, taken, open of fillable; cost, bound; greedy")
    for seed in range(seeds):
        rooms = [random_room(1000 * seed + number) for number in range(20)]
        could, greedy = sum(fillable(room, 13) for room in rooms), [greedy_cost(room, 13) for room in rooms]
        places = sum(len(pattern["days"]) * pattern["hosts"] for room in rooms for pattern in _patterns(room)) * 13
        for given in (1.0, SECONDS):
            found, seconds = filled(rooms, 13, given)
            gaps = found["open_places"] - (places - could)
            cost, left = sum(cost for cost, _gaps in greedy), sum(gaps for _cost, gaps in greedy) - (places - could)
            print(
                f"{seed:>4} {given:>4.0f} {seconds:6.2f} {gaps:>4} of {could};"
                f" {found['cost']} ({found['bound']}); greedy {cost} with {left} open"
            )


def _patterns(room: dict[str, Any]) -> list[dict[str, Any]]:
    return list(room["room"]["shift_patterns"])


def main() -> None:
    """Measure, or write one room."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=SEEDS)
    options.add_argument("--room", type=Path)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--hosts", type=int, default=25)
    typed = options.parse_args()
    if typed.room is not None:
        typed.room.write_text(json.dumps(random_room(typed.seed, Size(typed.hosts)), indent=1), encoding="utf-8")
        return
    _one_room("25 hosts, 13 weeks", [random_room(seed) for seed in range(typed.seeds)], 13)
    few = max(1, typed.seeds // 5)
    _one_room("100 hosts, 52 weeks", [random_room(seed, LARGE) for seed in range(few)], 52)
    _one_room("100 hosts, 52 weeks, 8 places a shift", [random_room(seed, LARGEST) for seed in range(few)], 52)
    _city(few)


if __name__ == "__main__":
    main()
