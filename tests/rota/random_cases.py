"""Random rooms with a period, absences and closed days: those of the benchmark, made stranger."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.rota.checker import Case

GENERATOR = Path(__file__).parents[2] / "benchmarks" / "rota_rooms.py"
MONDAY = date(2026, 3, 2)
# Evenings after which nobody is there again the next morning, and those after which one is just in time.
EVENINGS = ("21:59", "22:00", "22:30", "23:30")
MORNINGS = ("08:00", "09:00", "10:00")


def generator() -> Any:
    """Load the generator, which is a file of its own."""
    name = "rota_rooms_of_the_benchmark"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, GENERATOR)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def case(seed: int) -> Case:
    """Give a random case of a room with up to 14 hosts in up to 5 weeks."""
    dice = random.Random(seed)
    rooms = generator()
    low = dice.uniform(0.1, 0.6)
    size = rooms.Size(dice.randint(1, 14), dice.randint(1, 7), available=(low, low + 0.3), most=(0, 1, 2, 3, 7))
    room = rooms.random_room(seed, size)
    for pattern in room["room"]["shift_patterns"]:
        pattern["hosts"] = dice.randint(1, 4)
        pattern["experienced"] = dice.randint(0, pattern["hosts"])
        pattern["days"] = dice.sample(pattern["days"], dice.randint(1, len(pattern["days"])))
    _change_times(room, dice)
    first = MONDAY + timedelta(days=dice.randint(0, 9))
    found = Case(room, first, dice.randint(1, 5))
    for host in dice.sample(room["hosts"], len(room["hosts"]) // 3):
        begins = first + timedelta(days=dice.randint(-3, 20))
        found.absent.append((host["name"], begins, begins + timedelta(days=dice.randint(0, 9))))
    found.closed += [first + timedelta(days=dice.randint(0, 20)) for _closed in range(dice.randint(0, 3))]
    return found


def small_case(seed: int) -> Case:
    """Give a random case of which every rota can be tried: three hosts, half a dozen shifts."""
    dice = random.Random(seed)
    rooms = generator()
    room = rooms.random_room(seed, rooms.Size(dice.randint(1, 3), 7, available=(0.5, 0.9), most=(0, 1, 2, 3)))
    days = ["SA", "SU", "MO"] if dice.random() < 0.5 else ["MO", "TU", "WE"]
    parts = dice.sample(("morning", "afternoon", "evening"), 2)
    patterns = room["room"]["shift_patterns"]
    room["room"]["shift_patterns"] = [pattern for pattern in patterns if pattern["name"] in parts]
    for pattern in room["room"]["shift_patterns"]:
        pattern["days"] = days
        pattern["hosts"] = dice.randint(1, 2)
        pattern["experienced"] = dice.randint(0, pattern["hosts"])
    _change_times(room, dice)
    # From a Friday on, so that Saturday and Monday lie in two weeks.
    return Case(room, MONDAY + timedelta(days=4), 1)


def _change_times(room: dict[str, Any], dice: random.Random) -> None:
    for pattern in room["room"]["shift_patterns"]:
        if pattern["name"] == "morning":
            pattern["start"] = dice.choice(MORNINGS)
        if pattern["name"] == "evening":
            pattern["end"] = dice.choice(EVENINGS)


def words(found: Case, folder: Path) -> list[str]:
    """Write the room of a case to a file; give what is typed to have it filled."""
    file = folder / "room.json"
    file.write_text(json.dumps(found.room), encoding="utf-8")
    absent = [word for name, begins, ends in found.absent for word in ("--absent", f"{name}:{begins}..{ends}")]
    closed = [word for day in found.closed for word in ("--closed", day.isoformat())]
    period = ["--from", found.first.isoformat(), "--weeks", str(found.weeks)]
    return ["fill", "--room", str(file), *period, *absent, *closed, "--json"]
