"""The figures of a period, and the rows that they are the sums of."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from buurtkamer_app.base.terms import HelpTopic, Purpose

if TYPE_CHECKING:
    from uuid import UUID


class Figure(enum.StrEnum):
    """What is counted, in persons; only `help_asked` counts questions."""

    VISITS = "visits"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    CHILDREN = "children"
    FIRST_TIME = "first_time"
    HELP_ASKED = "help_asked"


@dataclass(frozen=True, slots=True)
class Sums:
    """Persons who came in some time; the children and the new faces are among them."""

    named: int = 0
    anonymous: int = 0
    children: int = 0
    first_time: int = 0

    @property
    def visits(self) -> int:
        """Give how many came in all."""
        return self.named + self.anonymous

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.named + other.named,
            self.anonymous + other.anonymous,
            self.children + other.children,
            self.first_time + other.first_time,
        )


class WeekFigures(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The visits of an ISO week and purpose, in persons; the children and the new faces are among them.

    Ten years have 2,000 of these: read and made as one they cost what the bare rows cost, dataclasses three times that.
    """

    monday: date
    purpose: Purpose
    persons: int
    named: int
    children: int
    first_time: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The rows behind a figure of a period, both days included; `hour` when only one hour of the day is meant."""

    first: date
    last: date
    figure: Figure = Figure.VISITS
    hour: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row behind a figure: people who came in at an hour, or (with persons 0) one question for help.

    `name` is empty without one, and where the one at the desk may not read it. `sheet` is the number of the paper
    sheet, `locked` was tallied on a locked desk, `later` entered afterwards; a line of help has only its `topic`.
    """

    id: UUID
    version: int
    on: date
    hour: int
    locked: bool
    purpose: Purpose = Purpose.HELP
    persons: int = 0
    children: int = 0
    first_time: int = 0
    named: bool = False
    name: str = ""
    sheet: str = ""
    later: bool = False
    topic: HelpTopic | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """So many lines at once, the latest first; `total` is the figure itself, over all lines there are.

    `after` fetches the next page (None: this is the last one); `correctable` when the one at the desk may correct.
    """

    lines: tuple[Line, ...]
    total: int
    after: Line | None
    correctable: bool


@dataclass(frozen=True, slots=True)
class Visitors:
    """How many came at an hour of the room's clock, and what for; the children and new faces are among them."""

    hour: int
    count: int
    purpose: Purpose = Purpose.WALK_IN
    children: int = 0
    first_time: int = 0
