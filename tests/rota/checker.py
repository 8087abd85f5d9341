"""Checks what `fill` printed against the room file and the rules as they are written down, with nothing of the program.

Only the standard library is used; every rule and every cost is computed anew from the two files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Rota = dict[tuple[date, str], tuple[str, ...]]


@dataclass
class Case:
    """A room file with the period, the absences (name, first and last day) and the closed days that were asked."""

    room: dict[str, Any]
    first: date
    weeks: int
    absent: list[tuple[str, date, date]] = field(default_factory=list)
    closed: list[date] = field(default_factory=list)

    @cached_property
    def shifts(self) -> list[tuple[date, dict[str, Any]]]:
        """Give the shifts of the period in order."""
        found = [
            (day, pattern)
            for day in (self.first + timedelta(days=ahead) for ahead in range(7 * self.weeks))
            for pattern in self.room["room"]["shift_patterns"]
            if DAYS[day.weekday()] in pattern["days"] and day not in self.closed
        ]
        return sorted(found, key=lambda one: (one[0], one[1]["start"], one[1]["end"]))

    def can(self, host: dict[str, Any], day: date, part: str) -> bool:
        """Tell whether a host is available."""
        return stands_in(host["availability"], day, part) and not any(
            name == host["name"] and begins <= day <= ends for name, begins, ends in self.absent
        )

    @cached_property
    def shares(self) -> dict[str, int]:
        """Give the fair share of everybody who can hold a place."""
        hosts = [host for host in self.room["hosts"] if host["experience"] != "trainee"]
        places = sum(pattern["hosts"] for _day, pattern in self.shifts)
        weights = sum(host["max_shifts_per_week"] for host in hosts)
        found = {}
        for host in hosts:
            days = {day for day, pattern in self.shifts if self.can(host, day, pattern["name"])}
            weeks: dict[tuple[int, int], int] = {}
            for day in days:
                week = day.isocalendar()[:2]
                weeks[week] = weeks.get(week, 0) + 1
            cap = sum(min(count, host["max_shifts_per_week"]) for count in weeks.values())
            numerator = places * host["max_shifts_per_week"]
            # Half up: the fraction is compared with a half as whole numbers.
            share = numerator // weights + (2 * (numerator % weights) >= weights) if weights else 0
            found[host["name"]] = min(share, cap)
        return found


def stands_in(entries: Iterable[dict[str, Any]], day: date, part: str) -> bool:
    """Tell whether a part of a day is among entries of a weekday with its parts."""
    return any(entry["day"] == DAYS[day.weekday()] and part in entry["parts"] for entry in entries)


def rota(told: dict[str, Any]) -> Rota:
    """Give the rota that was printed."""
    return {(date.fromisoformat(one["date"]), one["pattern"]): tuple(one["hosts"]) for one in told["shifts"]}


def faults(case: Case, told: dict[str, Any]) -> list[str]:
    """Give everything that is wrong in what was printed: a rule that is broken, a figure that is not so."""
    printed = [(date.fromisoformat(one["date"]), one["pattern"]) for one in told["shifts"]]
    found = [] if printed == [(day, one["name"]) for day, one in case.shifts] else ["the shifts are not those asked"]
    filled = rota(told)
    found += broken(case, filled)
    found += [f"{key}: not by name" for key, hosts in filled.items() if list(hosts) != sorted(hosts)]
    figures = costs(case, filled)
    found += [f"{name}: {told[name]}, but it is {value}" for name, value in figures.items() if told[name] != value]
    if told["bound"] > told["cost"] or told["bound"] % 5 or told["proven"] != (told["bound"] == told["cost"]):
        found.append("the bound does not fit")
    return found


def broken(case: Case, filled: Rota) -> Iterator[str]:
    """Give each hard rule that a rota breaks."""
    hosts = {host["name"]: host for host in case.room["hosts"]}
    patterns = {(day, pattern["name"]): pattern for day, pattern in case.shifts}
    mine: dict[str, list[tuple[date, str]]] = {}
    for key, names in filled.items():
        if len(names) > patterns[key]["hosts"]:
            yield f"{key}: more hosts than places"
        if len(set(names)) < len(names):
            yield f"{key}: twice the same host"
        for name in names:
            mine.setdefault(name, []).append(key)
            if hosts[name]["experience"] == "trainee":
                yield f"{key}: {name} is a trainee"
            if not case.can(hosts[name], *key):
                yield f"{key}: {name} cannot"
    for name, keys in mine.items():
        yield from (f"{one}, {other}: {name} rests too little" for one, other in _too_near(patterns, keys))
        weeks = [day.isocalendar()[:2] for day, _part in keys]
        if any(weeks.count(week) > hosts[name]["max_shifts_per_week"] for week in weeks):
            yield f"{name} has too many shifts in a week"


def _too_near(
    patterns: dict[tuple[date, str], dict[str, Any]], keys: list[tuple[date, str]]
) -> Iterator[tuple[tuple[date, str], tuple[date, str]]]:
    """Give the pairs of shifts on one day, or with less than 11 hours between them."""
    # In the order of time: when each rests enough before the next, it rests enough before all that come later.
    for one, other in pairwise(sorted(keys, key=lambda key: (key[0], patterns[key]["start"]))):
        ends = datetime.fromisoformat(f"{one[0]}T{patterns[one]['end']}")
        starts = datetime.fromisoformat(f"{other[0]}T{patterns[other]['start']}")
        if one[0] == other[0] or starts - ends < timedelta(hours=11):
            yield one, other


def costs(case: Case, filled: Rota) -> dict[str, int]:
    """Give the figures of a rota."""
    hosts = {host["name"]: host for host in case.room["hosts"]}
    gaps = missing = avoided = 0
    counts = dict.fromkeys(case.shares, 0)
    for day, pattern in case.shifts:
        names = filled[day, pattern["name"]]
        gaps += pattern["hosts"] - len(names)
        experienced = sum(hosts[name]["experience"] == "experienced" for name in names)
        missing += max(0, pattern["experienced"] - experienced)
        avoided += sum(stands_in(hosts[name].get("prefers_not", ()), day, pattern["name"]) for name in names)
        for name in names:
            counts[name] += 1
    unfair = sum(abs(counts[name] - share) for name, share in case.shares.items())
    cost = 1000 * gaps + 200 * missing + 10 * unfair + 5 * avoided
    return {"open_places": gaps, "missing_experienced": missing, "cost": cost}


def least(case: Case) -> int:
    """Give the smallest cost of any rota that breaks no rule, by trying them all: only for very small rooms."""
    hosts = {host["name"]: host for host in case.room["hosts"] if host["experience"] != "trainee"}
    shifts = case.shifts
    patterns = {(day, pattern["name"]): pattern for day, pattern in shifts}
    best = costs(case, dict.fromkeys(patterns, ()))["cost"]

    def fill(at: int, filled: Rota) -> None:
        nonlocal best
        if at == len(shifts):
            best = min(best, costs(case, filled)["cost"])
            return
        day, pattern = shifts[at]
        can = [name for name, host in hosts.items() if case.can(host, day, pattern["name"])]
        for count in range(pattern["hosts"] + 1):
            for names in combinations(can, count):
                so_far = {**filled, (day, pattern["name"]): names}
                if not any(broken(case, so_far)):
                    fill(at + 1, so_far)

    fill(0, {})
    return best
