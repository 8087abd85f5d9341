"""Records of the look at the neighbourhood: what one respondent answered, averages, what will be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms_around import Characteristic, Respondent


@dataclass(frozen=True, slots=True)
class Marked:
    """What somebody gave one characteristic: 1 to 5, None when it was left open; and what they wrote with it."""

    score: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One paper: from where somebody looks, and what they gave; whoever it was has no name."""

    respondent: Respondent
    marks: Mapping[Characteristic, Marked] = field(default_factory=dict)

    def mark(self, of: Characteristic) -> Marked:
        """Give what a characteristic got."""
        return self.marks.get(of, Marked())


@dataclass(frozen=True, slots=True)
class Numbered:
    """An answer under the number that stands on its paper."""

    number: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Mean:
    """An average as what it comes from: the sum of the scores, and of how many respondents."""

    total: int = 0
    count: int = 0

    @property
    def tenths(self) -> int | None:
        """Give the average in tenths, halves up; None of nobody."""
        return (20 * self.total + self.count) // (2 * self.count) if self.count else None

    def below(self, score: int) -> bool:
        """Tell whether the average, not rounded, is under a score."""
        return self.total < score * self.count

    def less_than(self, other: Mean) -> bool:
        """Tell whether the average, not rounded, is under another one; nothing is under that of nobody."""
        return bool(self.count and other.count) and self.total * other.count < other.total * self.count


@dataclass(frozen=True, slots=True)
class Averages:
    """What a year's answers come to: how many there are, and the average of each characteristic, all and by role."""

    year: int
    respondents: int = 0
    all: Mapping[Characteristic, Mean] = field(default_factory=dict)
    by_role: Mapping[Respondent, Mapping[Characteristic, Mean]] = field(default_factory=dict)

    def of(self, characteristic: Characteristic) -> Mean:
        """Give the average of a characteristic over all who answered it."""
        return self.all.get(characteristic, Mean())


@dataclass(frozen=True, slots=True)
class Planned:
    """What will be done about a characteristic: by whom, until when."""

    what: str
    who: str
    by_date: date


@dataclass(frozen=True, slots=True)
class Action:
    """What was planned, of which year and about what; `done_on` None: it is still to be done."""

    id: UUID
    year: int
    about: Characteristic
    planned: Planned
    done_on: date | None = None

    def overdue(self, today: date) -> bool:
        """Tell whether it should have been done by now."""
        return self.done_on is None and self.planned.by_date < today


@dataclass(frozen=True, slots=True)
class Seen:
    """All of one year: its answers and averages, the last averages before it, and the actions that are in sight.

    `low` are the characteristics that ask for an action and have none; `began` says whether anybody answered.
    """

    year: int
    today: date
    answers: tuple[Numbered, ...] = ()
    now: Averages = field(default_factory=lambda: Averages(0))
    before: Averages | None = None
    actions: tuple[Action, ...] = ()
    low: tuple[Characteristic, ...] = ()
    years: tuple[int, ...] = ()
