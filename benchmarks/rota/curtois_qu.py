"""Solves instances of Curtois and Qu with the program's own engine.

Run: `python benchmarks/rota/curtois_qu.py FILE… [--seconds S] [--json]` (S is the most for each file, 600 unless said).
Prints for each file its cost, the bound, whether that is proven, the seconds to the first answer, to the best and to
the proof, the cost of the greedy start and the best known value. The 24 instances are those of T. Curtois and R. Qu,
"Computational results on new staff scheduling benchmark instances" (2014), www.schedulingbenchmarks.org.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine.puzzle import Duty, Limit, Member, Need, Puzzle, Runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.rota.engine.puzzle import Answer

    Section = Callable[["_Read", list[str]], None]


# The best values that were published when this was written (2026); all of 1 to 4 are proven.
BEST_KNOWN: Final = {"Instance1": 607, "Instance2": 828, "Instance3": 1001, "Instance4": 1716}
SECONDS: Final = 600.0
LONGEST: Final = 3660  # days: ten years
MOST: Final = 10_000_000  # duties times members: more is a mistake in the file


class FormatError(ValueError):
    """What is wrong in a file, with its line."""


@dataclass(slots=True)
class _Person:
    """Who works: `most` shifts of each kind, minutes, runs of days, weekends, days off and requests (day, kind)."""

    most: dict[int, int]
    minutes: tuple[int, int]
    runs: Runs
    weekends: int
    off: set[int] = field(default_factory=set)
    wants: dict[tuple[int, int], int] = field(default_factory=dict)
    wants_not: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(slots=True)
class _Read:
    """What was read so far."""

    days: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    minutes: list[int] = field(default_factory=list)
    not_after: list[list[str]] = field(default_factory=list)
    people: dict[str, _Person] = field(default_factory=dict)
    cover: dict[tuple[int, int], tuple[int, int, int]] = field(default_factory=dict)

    def day(self, text: str) -> int:
        """Give a day of the horizon."""
        if not 0 <= (day := number(text)) < self.days:
            raise FormatError(f"day {day} is not within the {self.days} days")
        return day

    def kind(self, text: str) -> int:
        """Give the number of a shift that was said."""
        if text not in self.kinds:
            raise FormatError(f'there is no shift "{text}"')
        return self.kinds[text]

    def person(self, text: str) -> _Person:
        """Give somebody who was said."""
        if text not in self.people:
            raise FormatError(f'there is nobody called "{text}"')
        return self.people[text]


def number(text: str) -> int:
    """Read a whole number from 0 on."""
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise FormatError(f'"{text[:20]}" is not a whole number')
    return int(text)


def _horizon(read: _Read, fields: list[str]) -> None:
    (days,) = fields
    read.days = number(days)
    if not 1 <= read.days <= LONGEST:
        raise FormatError(f"a horizon of {read.days} days is not between 1 and {LONGEST}")


def _shift(read: _Read, fields: list[str]) -> None:
    name, minutes, *others = fields
    if name in read.kinds:
        raise FormatError(f'the shift "{name}" is there twice')
    read.kinds[name] = len(read.kinds)
    read.minutes.append(number(minutes))
    read.not_after.append([other for text in others for other in text.split("|") if other])


def _staff(read: _Read, fields: list[str]) -> None:
    name, most, most_minutes, least_minutes, most_on, least_on, least_off, weekends = fields
    if name in read.people:
        raise FormatError(f'"{name}" is there twice')
    pairs = [text.partition("=") for text in most.split("|") if text]
    runs = Runs(number(most_on), number(least_on), number(least_off))
    mosts = {read.kind(kind): number(count) for kind, _is, count in pairs}
    read.people[name] = _Person(mosts, (number(least_minutes), number(most_minutes)), runs, number(weekends))


def _days_off(read: _Read, fields: list[str]) -> None:
    name, *days = fields
    read.person(name).off.update(read.day(day) for day in days if day)


def _on_request(read: _Read, fields: list[str]) -> None:
    name, day, kind, weight = fields
    wants, key = read.person(name).wants, (read.day(day), read.kind(kind))
    wants[key] = wants.get(key, 0) + number(weight)


def _off_request(read: _Read, fields: list[str]) -> None:
    name, day, kind, weight = fields
    wants, key = read.person(name).wants_not, (read.day(day), read.kind(kind))
    wants[key] = wants.get(key, 0) + number(weight)


def _cover(read: _Read, fields: list[str]) -> None:
    day, kind, wanted, under, over = fields
    key = (read.day(day), read.kind(kind))
    if key in read.cover:
        raise FormatError(f'day {day} asks twice for "{kind}"')
    read.cover[key] = (number(wanted), number(under), number(over))


def _nowhere(_read: _Read, _fields: list[str]) -> None:
    raise FormatError("there is no section above it")


def _unknown(_read: _Read, fields: list[str]) -> None:
    raise FormatError(f'"{fields[0][:40]}" is not a section')


_SECTIONS: Final[dict[str, Section]] = {
    "SECTION_HORIZON": _horizon,
    "SECTION_SHIFTS": _shift,
    "SECTION_STAFF": _staff,
    "SECTION_DAYS_OFF": _days_off,
    "SECTION_SHIFT_ON_REQUESTS": _on_request,
    "SECTION_SHIFT_OFF_REQUESTS": _off_request,
    "SECTION_COVER": _cover,
}


def parse(text: str) -> Puzzle:
    """Read an instance; raise FormatError with the line and what is wrong there."""
    read = _Read()
    section: Section = _nowhere
    for at, line in enumerate(text.splitlines(), start=1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        try:
            if said.startswith("SECTION_"):
                section = _SECTIONS.get(said, _unknown)
                if section is _unknown:
                    section(read, [said])
            else:
                section(read, [each.strip() for each in said.split(",")])
        except FormatError as trouble:
            raise FormatError(f"Line {at}: {trouble}.") from None
        except ValueError:
            raise FormatError(f"Line {at}: it has too few or too many fields.") from None
    if not read.days:
        raise FormatError("The file says no horizon.")
    if read.days * len(read.kinds) * len(read.people) > MOST:
        raise FormatError(f"More than {MOST} choices are more than fits.")
    return _puzzle(read)


def _puzzle(read: _Read) -> Puzzle:
    """Put what was read as a puzzle: a duty for each shift of each day."""
    kinds = len(read.kinds)
    duties = tuple(Duty(day, kind) for day in range(read.days) for kind in range(kinds))
    unknown = {other for others in read.not_after for other in others if other not in read.kinds}
    if unknown:
        raise FormatError(f'There is no shift "{min(unknown)}" that could not follow another.')
    apart = tuple(
        (day * kinds + kind, (day + 1) * kinds + read.kinds[other])
        for day in range(read.days - 1)
        for kind, others in enumerate(read.not_after)
        for other in dict.fromkeys(others)
    )
    needs = tuple(Need(day * kinds + kind, *asked) for (day, kind), asked in read.cover.items())
    return Puzzle(read.days, duties, needs, tuple(_member(read, person) for person in read.people.values()), apart)


def _member(read: _Read, person: _Person) -> Member:
    kinds, least, most = len(read.kinds), *person.minutes
    able = [kind for kind in range(kinds) if person.most.get(kind, read.days) > 0]
    may = tuple(day * kinds + kind for day in range(read.days) if day not in person.off for kind in able)
    limits = [Limit(may, most, least, tuple(read.minutes[duty % kinds] for duty in may))]
    limits += [
        Limit(tuple(duty for duty in may if duty % kinds == kind), person.most[kind])
        for kind in able
        if person.most.get(kind, read.days) < read.days
    ]
    costs = tuple((day * kinds + kind, weight) for (day, kind), weight in person.wants_not.items())
    misses = tuple((day * kinds + kind, weight) for (day, kind), weight in person.wants.items())
    return Member(may, costs, misses, limits=tuple(limits), runs=person.runs, weekends=person.weekends)


@dataclass(slots=True)
class _Heard:
    """When what was heard: seconds, cost and bound, from the first answer on."""

    begun: float
    told: list[tuple[float, int, int]] = field(default_factory=list)

    def hear(self, answer: Answer) -> None:
        """Note an answer."""
        self.told.append((time.monotonic() - self.begun, answer.cost, answer.bound))


def run(path: Path, seconds: float) -> dict[str, object]:
    """Solve one file; give the figures of its line in the table."""
    # What is timed includes loading the solver.
    heard = _Heard(time.monotonic())
    puzzle = parse(path.read_text(encoding="utf-8-sig"))
    from buurtkamer_app.rota.engine import rules, rules_rich, solving

    answer = solving.solve(puzzle, seconds - (time.monotonic() - heard.begun), heard.hear)
    took = time.monotonic() - heard.begun
    breaks = any(rules.broken(puzzle, answer.on)) or bool(rules_rich.broken(puzzle, answer.on))
    return {
        "instance": path.stem,
        "best known": BEST_KNOWN.get(path.stem),
        "cost": answer.cost,
        "bound": answer.bound,
        "proven": answer.proven,
        "keeps the rules": not breaks and rules.cost(puzzle, answer.on) == answer.cost,
        "greedy": heard.told[0][1],
        "first (s)": round(heard.told[0][0], 2),
        "best (s)": round(next(at for at, cost, _bound in heard.told if cost == answer.cost), 2),
        "proof (s)": round(took, 2) if answer.proven else None,
        "seconds": round(took, 2),
    }


def main() -> None:
    """Print a table of the files that are named, or the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the time for each file (600)")
    parser.add_argument("--json", action="store_true", help="print JSON, a line for each file")
    asked = parser.parse_args()
    head = True
    for path in asked.files:
        try:
            figures = run(path, asked.seconds)
        except (FormatError, OSError, UnicodeDecodeError) as trouble:
            sys.exit(f"{path}: {trouble}")
        if asked.json:
            print(json.dumps(figures), flush=True)
            continue
        if head:
            print(" | ".join(figures), flush=True)
            head = False
        print(" | ".join("-" if value is None else str(value) for value in figures.values()), flush=True)


if __name__ == "__main__":
    main()
