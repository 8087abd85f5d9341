"""A proposal for all open wishes together: as a puzzle of numbers, and as it is shown and taken over."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.errors import RefusedError
    from buurtkamer_app.planner.ending import ProposedEnding
    from buurtkamer_app.planner.slots.records import Asked, Reason, Running, Slot


@dataclass(frozen=True, slots=True)
class Limit:
    """That what is chosen of some pieces may take so much at most; a piece takes its amount."""

    most: int
    pieces: tuple[int, ...]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Puzzle:
    """Pieces, each of a group and worth something; to be chosen is what is worth most within all limits.

    Of a group at most one is chosen. It holds numbers only: nothing of who wishes what goes to who solves it.
    """

    worth: tuple[int, ...]
    group: tuple[int, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """The pieces that were chosen; no choice whatever is worth more than `bound`."""

    chosen: tuple[int, ...]
    bound: int


class How(enum.Enum):
    """How a proposal came about: proven best, as far as the time went, stopped by somebody, or without the solver."""

    BEST = enum.auto()
    TIME = enum.auto()
    STOPPED = enum.auto()
    ALONE = enum.auto()


@dataclass(frozen=True, slots=True)
class Planned:
    """A slot that is proposed for a wish."""

    asked: Asked
    slot: Slot


@dataclass(frozen=True, slots=True)
class Left:
    """A wish for which there is no slot, and why."""

    asked: Asked
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OtherEnding:
    """A wish that seems to ask for something else than an activity."""

    asked: Asked
    ending: ProposedEnding


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, by date; what is left; `gap` is by how many percent at most another plan could be better.

    `running` is what goes on already on the days of the proposal.
    """

    plans: tuple[Planned, ...]
    left: tuple[Left, ...]
    endings: tuple[OtherEnding, ...]
    running: tuple[Running, ...]
    how: How
    gap: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a day as it would be; `new` is what the proposal adds."""

    name: str
    space: str
    starts: time
    ends: time
    new: bool


@dataclass(frozen=True, slots=True)
class DayAsItWouldBe:
    """A day to which a proposal adds something, in the order of time."""

    on: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A wish whose slot could not be taken over any more, and the sentence that says why."""

    asked: Asked
    why: RefusedError


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Which wishes became which series, and which did not."""

    made: tuple[tuple[Asked, UUID], ...]
    refused: tuple[NotTaken, ...]
