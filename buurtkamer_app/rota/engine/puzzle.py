"""A rota as a puzzle: duties on days, members who may be on them, and what each choice costs; nothing of a room.

It holds what our rooms ask and what staff rotas in general ask (runs of days, weekends, minutes, requests), so that one
engine solves both. Source of the richer rules: the shift-scheduling instances of Curtois and Qu (2014).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One shift on one day, which any number of members may be on; a member is on at most one duty a day.

    `day` counts from the first day of the period; `kind` says which sort of shift it is, for who puts the puzzle.
    """

    day: int
    kind: int = 0


@dataclass(frozen=True, slots=True)
class Need:
    """How many members a duty wants, of all of them or only `among` some.

    `under` and `over` are the cost of each less or more. With `over` None there may not be more; with 0 more are
    welcome.
    """

    duty: int
    wanted: int
    under: int
    over: int | None = None
    among: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """At least and at most so much over some duties of one member: a number of shifts, or minutes with `amounts`."""

    duties: tuple[int, ...]
    most: int
    least: int = 0
    amounts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Runs:
    """How many days in a row a member is on or off at least and at most; what runs past the period counts as enough."""

    most_on: int | None = None
    least_on: int = 1
    least_off: int = 1


@dataclass(frozen=True, slots=True)
class Member:
    """Who can be on duties: `may` names them, `costs` what being on one costs, `misses` what not being on one costs.

    `fixed` are duties that they are on whatever it costs. `share` is the number of duties that is fair, `share_cost`
    the cost of each above or below. `weekends` is the most weekends (days 5 and 6 of a week from day 0) with a duty.
    """

    may: tuple[int, ...]
    costs: tuple[tuple[int, int], ...] = ()
    misses: tuple[tuple[int, int], ...] = ()
    fixed: tuple[int, ...] = ()
    limits: tuple[Limit, ...] = ()
    share: int | None = None
    share_cost: int = 0
    runs: Runs | None = None
    weekends: int | None = None


@dataclass(frozen=True, slots=True)
class Puzzle:
    """All of it: `apart` are pairs of duties on different days that one member cannot both be on (too little rest)."""

    days: int
    duties: tuple[Duty, ...]
    needs: tuple[Need, ...]
    members: tuple[Member, ...]
    apart: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is on which duties (their indices, for each member), what that costs, and the least that any answer costs.

    `proven` when no answer costs less. `bound` is never above the cost of the best answer.
    """

    on: tuple[tuple[int, ...], ...]
    cost: int
    bound: int
    proven: bool
