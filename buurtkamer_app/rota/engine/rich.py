"""Fills a rota with all the rules of a staff rota: a quick start, then parts of it solved again while there is time.

The start gives each member in turn the cheapest days beside those who have theirs, and goes round until nobody gains.
Then the whole is tried, where it is not too large; it is proven so, or it is not. Then parts, each as large as what is
solved in a few seconds: some days of many members, or many days of some, mostly where the cost is.
"""

from __future__ import annotations

import random
import time
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from importlib.util import find_spec
from threading import Lock
from typing import TYPE_CHECKING, Final

from buurtkamer_app.rota.engine import rules, rules_rich
from buurtkamer_app.rota.engine.part import Cutter, Part
from buurtkamer_app.rota.engine.puzzle import Answer
from buurtkamer_app.rota.engine.turns import ENDLESS, Turns

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.rota.engine.puzzle import Member, Puzzle
    from buurtkamer_app.rota.engine.turns import Heard, Improve

# Choices (a member on a duty) above which the whole is not tried: its relaxation alone would take minutes.
_WHOLE: Final = 40_000
# The parts of the time that are for going round and for the whole at first; and how near (as a part of the cost) the
# bound must be for the whole to be tried again.
_FOR_ROUNDS: Final = 0.3
_FOR_WHOLE: Final = 0.1
_NEAR: Final = 0.1
# What is there to choose in a part, at first and at least; and how long one is tried (seconds).
_CHOICES: Final = 1500
_FEWEST: Final = 100
_TRIED: Final = 10.0
_QUICK: Final = 2.0
_GROWS: Final = 1.25
_INSTANT: Final = 0.01
# How often a length of part that gains nothing is tried, for each time that the best one is.
_OTHERS: Final = 0.1
_WINDOWS: Final = (5, 7, 10, 14, 21, 28, 56)


def search(puzzle: Puzzle, ends: float, tell: Heard, improve: Improve) -> Answer:
    """Give the best answer found before a moment (of the monotonic clock); `improve` solves a puzzle from an answer.

    The whole is tried beside the parts: the solver leaves Python to others while it works.
    """
    begun, solves = time.monotonic(), find_spec("highspy") is not None
    state = Search(puzzle, tell, improve if solves else _as_it_is)
    if state.is_good:
        state.rounds(begun + (ends - begun) * _FOR_ROUNDS)
    if state.is_good and not solves:
        return state.best
    if not state.is_good:
        state.whole(ends)
    if not state.is_good:
        return state.given_up()
    is_small = sum(len(member.may) for member in puzzle.members) <= _WHOLE
    with ThreadPoolExecutor(2) as both:
        works = [both.submit(state.whole if is_small else state.parts, ends), both.submit(state.parts, ends)]
        # Where one fails the other stops too.
        state.is_over = any(work.exception() is not None for work in wait(works, return_when=FIRST_EXCEPTION).done)
    for work in works:
        work.result()
    return state.best


def _as_it_is(_puzzle: Puzzle, begin: Answer, _ends: float, _tell: Heard, _enough: Callable[[], bool]) -> Answer:
    """Improve nothing, where there is no solver on this computer."""
    return begin


class Search:
    """The best answer so far, and what is known of the puzzle."""

    def __init__(self, puzzle: Puzzle, tell: Heard, improve: Improve) -> None:
        self._puzzle, self._tell, self._improve = puzzle, tell, improve
        self._one_at_a_time = Lock()
        self._busy: set[int] = set()
        self.is_over = False
        self._cutter = Cutter(puzzle)
        self._turns = Turns(puzzle, self._cutter, improve)
        self._draw = random.Random(1)  # noqa: S311 - the same answer each time, nothing secret
        self._choices: dict[int, float] = {}
        self._gains: dict[int, float] = {}
        self.best = self._start()

    def _start(self) -> Answer:
        self._turns.start()
        on = tuple(self._turns.on)
        keeps = not rules_rich.lacks(self._puzzle, on) and not any(rules.too_many(self._puzzle, on))
        best = Answer(on, rules.cost(self._puzzle, on) if keeps else ENDLESS, 0, proven=False)
        if keeps:
            self._tell(best)
        return best

    def rounds(self, ends: float) -> None:
        """Let each member in turn choose again, until nobody gains by it."""
        order, still = list(range(len(self._puzzle.members))), 0
        while still < len(order):
            self._draw.shuffle(order)
            for number in order:
                if time.monotonic() > ends:
                    return
                gain = self._turns.again(number)
                still = 0 if gain else still + 1
                if gain:
                    self.keep(Answer(tuple(self._turns.on), self.best.cost - gain, 0, proven=False))

    def keep(self, answer: Answer) -> None:
        """Keep an answer that is better, or of which more is known."""
        with self._one_at_a_time:
            bound = max(self.best.bound, answer.bound)
            better = answer if answer.cost < self.best.cost else self.best
            known = Answer(better.on, better.cost, min(bound, better.cost), better.cost <= bound)
            if (known.cost, known.bound) != (self.best.cost, self.best.bound):
                self.best = known
                self._tell(known)

    @property
    def is_good(self) -> bool:
        """Tell whether there is an answer that keeps the rules."""
        return self.best.cost < ENDLESS

    def given_up(self) -> Answer:
        """Give what comes nearest where no answer was found; where even that has too many, what is fixed alone."""
        on = self.best.on
        if any(rules.too_many(self._puzzle, on)):
            on = tuple(member.fixed for member in self._puzzle.members)
        return Answer(on, rules.cost(self._puzzle, on), 0, proven=False)

    def whole(self, ends: float) -> None:
        """Solve the whole for a while, and again when parts have brought the cost near to the bound."""
        begun = time.monotonic()
        self._whole(begun + (ends - begun) * _FOR_WHOLE if self.is_good else ends)
        while not self._is_done(ends):
            if self.best.cost - self.best.bound <= self.best.cost * _NEAR:
                self._whole(ends)
            else:
                self._part(ends)

    def _whole(self, ends: float) -> None:
        found = self._improve(self._puzzle, self.best, ends, self.keep, lambda: self.is_over or self.best.proven)
        self.keep(found)

    def parts(self, ends: float) -> None:
        """Solve parts again and again."""
        while not self._is_done(ends):
            self._part(ends)

    def _is_done(self, ends: float) -> bool:
        return self.is_over or self.best.proven or time.monotonic() >= ends

    def _part(self, ends: float) -> None:
        """Solve one part again."""
        days, before = self._length(), self.best
        choices = self._choices.setdefault(days, _CHOICES)
        part = self._chosen(before, days, choices)
        self._busy.update(part.members)
        puzzle = self._cutter.cut(part, before.on)
        on = tuple(before.on[number] for number in part.members)
        begun, start = time.monotonic(), Answer(on, rules.cost(puzzle, on), 0, proven=False)
        until = min(ends, begun + _TRIED)
        found = self._improve(puzzle, start, until, lambda _answer: None, lambda: self.is_over or self.best.proven)
        took = time.monotonic() - begun
        self._busy.difference_update(part.members)
        gain = (start.cost - found.cost) / max(took, _INSTANT)
        self._gains[days] = (self._gains[days] + gain) / 2
        if gain > 0:
            self._take(part, before, found)
        if took < _QUICK:
            self._choices[days] = choices * _GROWS
        elif not found.proven:
            self._choices[days] = max(_FEWEST, choices / _GROWS)

    def _length(self) -> int:
        """Choose how many days the next part has: each length once, then mostly what gained most in its time."""
        lengths = sorted({min(days, self._puzzle.days) for days in _WINDOWS})
        for days in lengths:
            if days not in self._gains:
                self._gains[days] = 0.0
                return days
        gains = [self._gains[days] for days in lengths]
        return self._draw.choices(lengths, [gain + max(gains) * _OTHERS + _INSTANT for gain in gains])[0]

    def _take(self, part: Part, before: Answer, found: Answer) -> None:
        """Take over what was found for some members on some days, beside what else was found meanwhile."""
        now = self.best.on
        on = list(now)
        for number, mine in zip(part.members, found.on, strict=True):
            on[number] = mine if now[number] is before.on[number] else _joined(self._puzzle, part, now[number], mine)
        changed = now is not before.on and (any(rules.broken(self._puzzle, on)) or rules_rich.broken(self._puzzle, on))
        if not changed:
            self.keep(Answer(tuple(on), rules.cost(self._puzzle, on), 0, proven=False))

    def _chosen(self, best: Answer, days: int, choices: float) -> Part:
        """Choose a part of so many days: around one that costs much, members until there is enough to choose."""
        costs = _day_costs(self._puzzle, best)
        day = self._draw.choices(range(self._puzzle.days), costs)[0]
        first = min(max(0, day - self._draw.randrange(days)), self._puzzle.days - days)
        end, members = first + days, list(range(len(self._puzzle.members)))
        self._draw.shuffle(members)
        members.sort(key=self._busy.__contains__)
        chosen, much = list[int](), 0
        for number in members:
            many = _many(self._puzzle, self._puzzle.members[number], first, end)
            if many and (not chosen or much + many <= choices):
                chosen.append(number)
                much += many
        return Part(tuple(sorted(chosen)), first, end)


def _joined(puzzle: Puzzle, part: Part, now: tuple[int, ...], found: tuple[int, ...]) -> tuple[int, ...]:
    """Give what a member is on now, but on the days of a part what was found."""
    days = range(part.first, part.end)
    outside = [duty for duty in now if puzzle.duties[duty].day not in days]
    return tuple(sorted([*outside, *(duty for duty in found if puzzle.duties[duty].day in days)]))


def _many(puzzle: Puzzle, member: Member, first: int, end: int) -> int:
    """Give how much there is to choose for a member on some days, about."""
    return -(-len(member.may) * (end - first) // puzzle.days)


def _day_costs(puzzle: Puzzle, best: Answer) -> list[int]:
    """Give for each day what its needs cost now, and something for every day."""
    costs = [1] * puzzle.days
    for need, count in zip(puzzle.needs, rules.counts(puzzle, best.on), strict=True):
        costs[puzzle.duties[need.duty].day] += rules.need_cost(need, count)
    return costs
