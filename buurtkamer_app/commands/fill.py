"""The command `fill`: the open shifts of one room file, or of a city of them, filled without a store."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import time as wall
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.terms import Experience, Willing
from buurtkamer_app.people.records import Available
from buurtkamer_app.people.times import said
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.replay.reading import read_room
from buurtkamer_app.rota.engine import solving
from buurtkamer_app.rota.filling.posing import pose
from buurtkamer_app.rota.filling.records import Asked, Hand, Question
from buurtkamer_app.rota.records import ShiftKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.replay.room_file import AvailablePart, HostPart, RoomFile
    from buurtkamer_app.rota.engine.puzzle import Answer
    from buurtkamer_app.rota.filling.posing import Posed

# Ten years, and what is left of the week in which they end.
MOST_WEEKS: Final = 523
_PROCESSES: Final = 2
_START: Final = 0.5  # seconds
_MOMENT: Final = 0.5  # seconds; with less a room of 25 hosts gains nothing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: the period, who is away when, and the days on which the rooms are closed."""

    first: date
    weeks: int
    absent: tuple[tuple[str, date, date], ...] = ()
    closed: frozenset[date] = frozenset()

    @property
    def last(self) -> date:
        """Give the last day of the period."""
        return self.first + timedelta(weeks=self.weeks, days=-1)


def wanted(first: date, weeks: int, absent: Iterable[str], closed: Iterable[date]) -> Wanted:
    """Give what was typed; raises `RefusedError` for a period or an absence that cannot be."""
    if not 1 <= weeks <= MOST_WEEKS:
        raise RefusedError("How many weeks? Between 1 and {most}.", most=MOST_WEEKS)
    return Wanted(first, weeks, tuple(_away(text) for text in absent), frozenset(closed))


def tell(rooms: Sequence[Path], asked: Wanted, seconds: float, *, as_json: bool) -> Iterator[tuple[str, bool]]:
    """Fill rooms within so many seconds; give the lines to print, and for each whether it is of a contradiction.

    Raises `FileRefusedError` for a file that is not valid, `RefusedError` for an absence of somebody unknown.
    """
    # With what Python took to come here: a command that was just started did not wait for anything yet.
    begun = time.monotonic() - min(time.process_time(), _START)
    files = [read_room(room) for room in rooms]
    known = {tidy(host.name) for file in files for host in file.hosts}
    for name, _first, _last in asked.absent:
        if tidy(name) not in known:
            raise RefusedError("There is no host called {name} in the room.", name=name)
    questions = [question(file, asked) for file in files]
    told = [label for file in files for label in _never(file)]
    filled = solve_all(questions, begun, seconds)
    told += [label for _found, troubles in filled for label in troubles]
    yield from ((label.say(), True) for label in told)
    found = [one for one, _troubles in filled]
    if as_json:
        whole = found[0] if len(found) == 1 else _city(files, found, begun)
        yield json.dumps(whole, ensure_ascii=False), False
        return
    for file, one in zip(files, found, strict=True):
        if len(found) > 1:
            yield file.room.name, False
        yield from ((line, False) for line in _lines(file, one))


def question(room: RoomFile, asked: Wanted) -> Question:
    """Give the question of a room file; a day that is closed has no shifts."""
    first, last = asked.first, asked.last
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    patterns: dict[int, list[tuple[wall, wall, DayPart, int, int]]] = {}
    for one in room.room.shift_patterns:
        times = wall.fromisoformat(one.start), wall.fromisoformat(one.end)
        for day in one.days:
            patterns.setdefault(day.number, []).append((*times, one.name, one.hosts, one.experienced))
    shifts = tuple(
        Asked(ShiftKey(on, part), starts, ends, hosts, experienced)
        for on in days
        if on not in asked.closed
        for starts, ends, part, hosts, experienced in sorted(patterns.get(on.weekday(), ()))
    )
    away: dict[str, list[Days]] = {}
    for name, begins, ends in asked.absent:
        away.setdefault(tidy(name), []).append(Days(begins, ends))
    hands = tuple(_hand(host, tuple(away.get(tidy(host.name), ()))) for host in room.hosts)
    return Question(first, last, shifts, hands)


def solve_all(
    asked: Sequence[Question], begun: float, seconds: float
) -> list[tuple[dict[str, Any], tuple[Label, ...]]]:
    """Fill rooms, which have nothing to do with each other, in so many seconds from `begun` on; in two processes.

    Give for each what the command prints, and what contradicts itself.
    """
    if len(asked) == 1:
        return _solve_some(asked, begun, seconds)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only a city pays for it
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    # Nothing runs beside this in the command, so that what is loaded can be taken along where the system can do that.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    count = min(_PROCESSES, os.cpu_count() or 1)
    shares = [asked[number::count] for number in range(count)]
    with ProcessPoolExecutor(count, context) as processes:
        # The clock counts from another moment in another process of some systems.
        gone = time.monotonic() - begun
        parts = list(processes.map(_solve_later, shares, [gone] * count, [seconds] * count))
    return [parts[number % count][number // count] for number in range(len(asked))]


def _solve_later(
    asked: Sequence[Question], gone: float, seconds: float
) -> list[tuple[dict[str, Any], tuple[Label, ...]]]:
    return _solve_some(asked, time.monotonic() - gone, seconds)


def _solve_some(
    asked: Sequence[Question], begun: float, seconds: float
) -> list[tuple[dict[str, Any], tuple[Label, ...]]]:
    """Fill rooms one after another, all of them at once first; what one does not need of its time is for the others."""
    ends, found = begun + seconds, []
    started = [(posed := pose(one), solving.start(posed.puzzle)) for one in asked]
    for number, (posed, start) in enumerate(started):
        now = time.monotonic()
        share = max(_MOMENT, (ends - now) * 2 / (len(started) - number))
        answer = solving.search(posed.puzzle, start, min(ends, now + share))
        found.append((_told(posed, answer, time.monotonic() - begun), posed.troubles))
    return found


def _told(posed: Posed, answer: Answer, seconds: float) -> dict[str, Any]:
    """Give an answer as it is printed."""
    shifts = [
        {"date": shift.key.on.isoformat(), "pattern": str(shift.key.part), "hosts": [hand.name for hand in hands]}
        for shift, hands in zip(posed.shifts, posed.who(answer), strict=True)
    ]
    return {
        "shifts": shifts,
        "open_places": sum(posed.open_places(answer)),
        "missing_experienced": posed.missing_experienced(answer),
        "cost": answer.cost,
        "bound": answer.bound,
        "proven": answer.proven,
        "seconds": round(seconds, 3),
    }


def _city(rooms: Sequence[RoomFile], found: Sequence[dict[str, Any]], begun: float) -> dict[str, Any]:
    """Put rooms together, with the sums of all."""
    sums = {name: sum(one[name] for one in found) for name in ("open_places", "missing_experienced", "cost", "bound")}
    return {
        "rooms": [{"room": room.room.name, **one} for room, one in zip(rooms, found, strict=True)],
        **sums,
        "proven": all(one["proven"] for one in found),
        "seconds": round(time.monotonic() - begun, 3),
    }


def _hand(host: HostPart, away: tuple[Days, ...]) -> Hand:
    avoided = set(_slots(host.prefers_not))
    return Hand(
        UUID(int=host.id),
        host.name,
        host.experience is Experience.TRAINEE,
        host.experience is Experience.EXPERIENCED,
        host.max_shifts_per_week,
        tuple(
            Available(weekday, part, Willing.RATHER_NOT if (weekday, part) in avoided else Willing.CAN)
            for weekday, part in dict.fromkeys(_slots(host.availability))
        ),
        away,
    )


def _never(room: RoomFile) -> Iterator[Label]:
    """Give what hosts would rather not do, and cannot do either."""
    for host in room.hosts:
        can = set(_slots(host.availability))
        for weekday, part in dict.fromkeys(_slots(host.prefers_not)):
            if (weekday, part) not in can:
                yield Label(
                    mark("{host} would rather not on {moment}, but cannot then anyway."),
                    {"host": host.name, "moment": said.moment(weekday, part)},
                )


def _slots(parts: Iterable[AvailablePart]) -> Iterator[tuple[int, DayPart]]:
    return ((entry.day.number, part) for entry in parts for part in entry.parts)


def _away(text: str) -> tuple[str, date, date]:
    """Read `NAME:2026-03-09..2026-03-20`; a single day may stand alone."""
    name, colon, days = text.rpartition(":")
    begins, dots, ends = days.partition("..")
    try:
        first = date.fromisoformat(begins)
        last = date.fromisoformat(ends) if dots else first
    except ValueError as error:
        raise RefusedError("Write an absence as NAME:2026-03-09..2026-03-20.") from error
    if not colon or not name.strip():
        raise RefusedError("Write an absence as NAME:2026-03-09..2026-03-20.")
    if last < first:
        raise RefusedError("{name} is back before they leave. Look at the dates.", name=name.strip())
    return name.strip(), first, last


def _lines(room: RoomFile, found: dict[str, Any]) -> Iterator[str]:
    """Say what was filled as a person reads it."""
    wanted_hosts = {(day.number, part.name): part.hosts for part in room.room.shift_patterns for day in part.days}
    moments = {one: said.moment(*one) for one in wanted_hosts}
    for shift in found["shifts"]:
        on = date.fromisoformat(shift["date"])
        slot = next(one for one in moments if one[0] == on.weekday() and str(one[1]) == shift["pattern"])
        gaps = wanted_hosts[slot] - len(shift["hosts"])
        words = [*shift["hosts"], *([translate("{count} open", count=gaps)] if gaps else [])]
        yield f"{shift['date']} {moments[slot]}: {', '.join(words)}"
    yield translate("Open places: {count}", count=found["open_places"])
    yield translate("Experienced hosts missing: {count}", count=found["missing_experienced"])
    if found["proven"]:
        yield translate("It cannot be better (cost {cost}).", cost=found["cost"])
    else:
        yield translate("Cost {cost}; at least {bound} whatever one does.", cost=found["cost"], bound=found["bound"])
