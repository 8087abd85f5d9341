"""Reads an instance of Curtois and Qu in its own way and checks a rota by it; shares nothing with the program.

Also draws small instances, and finds the least cost of one by trying everything.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import groupby, pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# For each of the staff, in order: the shift on each day, "" for none.
Rota = list[list[str]]


@dataclass
class Instance:
    """An instance as its file says it, by the names of its columns."""

    days: int = 0
    minutes: dict[str, int] = field(default_factory=dict)
    not_next: dict[str, set[str]] = field(default_factory=dict)
    staff: dict[str, tuple[dict[str, int], list[int]]] = field(default_factory=dict)
    off: dict[str, set[int]] = field(default_factory=dict)
    wants: list[tuple[str, int, str, int]] = field(default_factory=list)
    wants_not: list[tuple[str, int, str, int]] = field(default_factory=list)
    cover: list[tuple[int, str, int, int, int]] = field(default_factory=list)


def instance(text: str) -> Instance:
    """Read a file that is known to be right."""
    found, section = Instance(), ""
    for line in (raw.strip() for raw in text.splitlines()):
        if line.startswith("SECTION_"):
            section = line
        elif line and not line.startswith("#"):
            _line(found, section, line.split(","))
    return found


def _line(found: Instance, section: str, row: list[str]) -> None:
    match section:
        case "SECTION_HORIZON":
            found.days = int(row[0])
        case "SECTION_SHIFTS":
            found.minutes[row[0]] = int(row[1])
            found.not_next[row[0]] = set(row[2].split("|")) - {""}
        case "SECTION_STAFF":
            most = dict(pair.split("=") for pair in row[1].split("|"))
            found.staff[row[0]] = ({kind: int(count) for kind, count in most.items()}, [int(each) for each in row[2:]])
        case "SECTION_DAYS_OFF":
            found.off[row[0]] = {int(day) for day in row[1:]}
        case "SECTION_SHIFT_ON_REQUESTS":
            found.wants.append((row[0], int(row[1]), row[2], int(row[3])))
        case "SECTION_SHIFT_OFF_REQUESTS":
            found.wants_not.append((row[0], int(row[1]), row[2], int(row[3])))
        case "SECTION_COVER":
            found.cover.append((int(row[0]), row[1], int(row[2]), int(row[3]), int(row[4])))


def breaks(found: Instance, name: str, line: list[str]) -> Iterator[str]:
    """Say each rule that the days of one of the staff break."""
    most, (most_minutes, least_minutes, most_on, least_on, least_off, most_weekends) = found.staff[name]
    yield from (f"on a day off {day}" for day in found.off.get(name, ()) if line[day])
    for kind, count in most.items():
        if line.count(kind) > count:
            yield f"too many {kind}"
    minutes = sum(found.minutes[kind] for kind in line if kind)
    if not least_minutes <= minutes <= most_minutes:
        yield f"{minutes} minutes"
    for day, (kind, following) in enumerate(pairwise(line)):
        if kind and following in found.not_next[kind]:
            yield f"{following} after {kind} on day {day}"
    runs = [(is_on, len(list(days))) for is_on, days in groupby(bool(kind) for kind in line)]
    for at, (is_on, length) in enumerate(runs):
        inner = 0 < at < len(runs) - 1
        if is_on and length > most_on:
            yield f"{length} days in a row"
        if inner and length < (least_on if is_on else least_off):
            yield f"only {length} days {'on' if is_on else 'off'}"
    if sum(any(line[week + 5 : week + 7]) for week in range(0, found.days, 7)) > most_weekends:
        yield "too many weekends"


def cost(found: Instance, rota: Rota) -> int:
    """Give what a rota costs: requests that are not met, and cover that is short or more than asked."""
    lines = dict(zip(found.staff, rota, strict=True))
    total = sum(weight for name, day, kind, weight in found.wants if lines[name][day] != kind)
    total += sum(weight for name, day, kind, weight in found.wants_not if lines[name][day] == kind)
    for day, kind, wanted, under, over in found.cover:
        there = sum(line[day] == kind for line in rota)
        total += under * max(0, wanted - there) + over * max(0, there - wanted)
    return total


def least(found: Instance) -> int | None:
    """Give the least cost of all rotas that break no rule; None when there are none."""
    kinds = ["", *found.minutes]
    every = [list(line) for line in product(kinds, repeat=found.days)]
    good = [[line for line in every if not any(breaks(found, name, line))] for name in found.staff]
    return min((cost(found, list(rota)) for rota in product(*good)), default=None)


def draw(seed: int, days: int = 7, staff: int = 2, *, plain: bool = False) -> str:
    """Draw an instance so small that everything can be tried; a plain one has shifts that are alike."""
    dice = random.Random(seed)
    minutes = (480, 480) if plain else dice.choice([(480, 480), (480, 360), (600, 420)])
    lines = [
        "SECTION_HORIZON",
        str(days),
        "SECTION_SHIFTS",
        f"E,{minutes[0]},",
        f"L,{minutes[1]},{dice.choice(['E', ''])}",
    ]
    lines.append("SECTION_STAFF")
    names = [chr(ord("A") + at) for at in range(staff)]
    for name in names:
        most = f"E={days}|L={days}" if plain else f"E={dice.randrange(1, days + 1)}|L={dice.randrange(days + 1)}"
        low = dice.randrange(1, 4) * 360
        runs = f"{dice.randrange(2, 5)},{dice.randrange(1, 3)},{dice.randrange(1, 3)},{dice.randrange(2)}"
        lines.append(f"{name},{most},{low + dice.randrange(3) * 480},{low},{runs}")
    lines.append("SECTION_DAYS_OFF")
    lines += [f"{name},{dice.randrange(days)}" for name in names if dice.random() < 0.7]
    for section in ("SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS"):
        asked = {(dice.choice(names), dice.randrange(days), dice.choice("EL")) for _ in range(staff * 2)}
        lines += [section, *(f"{who},{day},{kind},{dice.randrange(1, 4)}" for who, day, kind in sorted(asked))]
    lines.append("SECTION_COVER")
    lines += [
        f"{day},{kind},{dice.randrange(3)},{dice.choice([5, 100])},{dice.randrange(3)}"
        for day in range(days)
        for kind in "EL"
    ]
    return "\n".join(lines)
