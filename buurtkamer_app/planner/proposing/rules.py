"""Turns slots of many wishes into one puzzle of numbers, solves it simply, and shows the days as they would be."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.planner.proposing.records import DayAsItWouldBe, Entry, Limit, Puzzle, Solution
from buurtkamer_app.planner.slots.moments import HOUR
from buurtkamer_app.planner.slots.records import HOSTS
from buurtkamer_app.planner.slots.rules import slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, time

    from buurtkamer_app.planner.proposing.records import Planned
    from buurtkamer_app.planner.slots.records import Asked, Running, Slot
    from buurtkamer_app.planner.slots.table import Table

    Options = Sequence[tuple[int, Slot]]  # the place of a wish among what is asked, and a slot for it

K = TypeVar("K")

MOST_A_DAY: Final = 3  # new activities: more is too much for the hosts and for the wall
# That a wish gets a slot at all is worth more than that another one gets a better slot.
_AT_ALL: Final = 100
_MOST_PERSONS: Final = 20
_LONGEST_WAIT: Final = 180  # days


def options(every: Sequence[Asked], table: Table) -> list[tuple[int, Slot]]:
    """Give every slot at a whole hour that suits somebody who asked; where none does, those at any time."""
    found = []
    for place, asked in enumerate(every):
        wanted = list(slots(asked, table, HOUR, suiting=True)) or list(slots(asked, table, HOUR))
        found += [(place, slot) for slot in wanted]
    return found


def worth(asked: Asked, slot: Slot) -> int:
    """Tell what a slot is worth in the whole: how well it suits, for how many, and more the longer somebody waits."""
    suits = _AT_ALL + slot.suits + min(asked.persons, _MOST_PERSONS)
    return max(1, suits * (100 + min(asked.waited, _LONGEST_WAIT)) // 100)


def puzzle(every: Sequence[Asked], found: Options, table: Table) -> Puzzle:
    """Give the puzzle: one slot a wish, one use of a space unless all fit, nobody in two places, not too much a day."""
    limits = [
        *_at_most(1, _grouped(found, lambda place, _slot: place)),
        *_at_most(MOST_A_DAY, _grouped(found, lambda _place, slot: slot.moment.on)),
    ]
    for (on, space), pieces in _grouped(found, lambda _place, slot: (slot.moment.on, slot.space)).items():
        limits += _space(found, pieces, table, on, space)
    for (on, lead), pieces in _grouped(found, lambda _place, slot: (slot.moment.on, slot.lead)).items():
        limits += _lead(found, pieces, table, on, lead)
    values = tuple(worth(every[place], slot) for place, slot in found)
    return Puzzle(values, tuple(place for place, _slot in found), tuple(dict.fromkeys(limits)))


def greedy(given: Puzzle) -> Solution:
    """Choose the piece that is worth most of those that still fit, again and again: quick, seldom the best."""
    of_piece: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, limit in enumerate(given.limits):
        for piece, amount in zip(limit.pieces, limit.amounts, strict=True):
            of_piece[piece].append((number, amount))
    left, chosen = [limit.most for limit in given.limits], []
    for piece in sorted(range(len(given.worth)), key=lambda piece: (-given.worth[piece], piece)):
        if all(amount <= left[number] for number, amount in of_piece[piece]):
            chosen.append(piece)
            for number, amount in of_piece[piece]:
                left[number] -= amount
    return Solution(tuple(sorted(chosen)), _bound(given))


def value(given: Puzzle, chosen: Iterable[int]) -> int:
    """Give what a choice is worth."""
    return sum(given.worth[piece] for piece in chosen)


def fits(given: Puzzle, chosen: Sequence[int]) -> bool:
    """Tell whether a choice is within every limit; what comes from another process is looked at again."""
    among = set(chosen)
    if len(among) != len(chosen) or not among <= set(range(len(given.worth))):
        return False
    return all(
        sum(amount for piece, amount in zip(limit.pieces, limit.amounts, strict=True) if piece in among) <= limit.most
        for limit in given.limits
    )


def gap(given: Puzzle, solution: Solution) -> int:
    """Give by how many percent at most another choice could be better, rounded up."""
    reached = value(given, solution.chosen)
    return 0 if solution.bound <= reached else -(-100 * (solution.bound - reached) // max(reached, 1))


def as_it_would_be(running: Iterable[Running], plans: Iterable[Planned]) -> tuple[DayAsItWouldBe, ...]:
    """Give the days to which something is added, with what is there already."""
    added = [
        (
            plan.slot.moment.on,
            Entry(plan.asked.name, plan.slot.space, plan.slot.moment.starts, plan.slot.moment.ends, new=True),
        )
        for plan in plans
    ]
    days = {on for on, _entry in added}
    there = [(one.on, Entry(one.name, one.space, one.starts, one.ends, new=False)) for one in running if one.on in days]
    every = sorted([*there, *added], key=lambda line: (line[0], line[1].starts, line[1].new, line[1].name))
    return tuple(
        DayAsItWouldBe(on, tuple(entry for _on, entry in lines))
        for on, lines in groupby(every, key=lambda line: line[0])
    )


def _bound(given: Puzzle) -> int:
    """Give more than can be had: the best piece of each group, as if nothing were in another's way."""
    best: dict[int, int] = defaultdict(int)
    for group, worth_of in zip(given.group, given.worth, strict=True):
        best[group] = max(best[group], worth_of)
    return sum(best.values())


def _grouped(found: Options, key: Callable[[int, Slot], K]) -> dict[K, list[int]]:
    groups: dict[K, list[int]] = defaultdict(list)
    for piece, (place, slot) in enumerate(found):
        groups[key(place, slot)].append(piece)
    return groups


def _at_most(most: int, groups: dict[K, list[int]]) -> Iterator[Limit]:
    for pieces in groups.values():
        if len(pieces) > most:
            yield Limit(most, tuple(pieces), (1,) * len(pieces))


def _space(found: Options, pieces: Sequence[int], table: Table, on: date, space: str) -> Iterator[Limit]:
    """Limit a space on a day: one at a time, or where it is shared as many persons at any time as fit in."""
    room = next(entry for entry in table.situation.spaces if entry.name == space)
    there = [use for use in table.day(on).uses if use.space == space]
    for at in _times(found, pieces, [use.starts for use in there]):
        now = _then(found, pieces, at)
        if room.shared:
            taken = sum(use.persons or 0 for use in there if use.starts <= at < use.ends)
            amounts = tuple(found[piece][1].limit for piece in now)
            if sum(amounts) > room.capacity - taken:
                yield Limit(max(0, room.capacity - taken), now, amounts)
        elif len(now) > 1:
            yield Limit(1, now, (1,) * len(now))


def _lead(found: Options, pieces: Sequence[int], table: Table, on: date, lead: str) -> Iterator[Limit]:
    """Limit a lead on a day to one place at a time, the hosts on duty to one place each."""
    for at in _times(found, pieces, table.changes(on) if lead == HOSTS else ()):
        now = _then(found, pieces, at)
        most = table.hosts_free(on, at) if lead == HOSTS else 1
        if len(now) > most:
            yield Limit(most, now, (1,) * len(now))


def _times(found: Options, pieces: Sequence[int], also: Iterable[time]) -> list[time]:
    """Give the times of a day at which there may come to be less room than before."""
    return sorted({*(found[piece][1].moment.starts for piece in pieces), *also})


def _then(found: Options, pieces: Sequence[int], at: time) -> tuple[int, ...]:
    return tuple(piece for piece in pieces if found[piece][1].moment.starts <= at < found[piece][1].moment.ends)
