"""Streets, what is planned there and what came of it, who leads, and what waits for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms_around import LedBy

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms_around import TargetGroup


@dataclass(frozen=True, slots=True)
class Street:
    """A street, with the four notes that stay in the room."""

    name: str
    willingness: str = ""
    energy: str = ""
    not_reached: str = ""
    stakeholders: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a street activity: ten fields, of which the talk cart and what to bring are one."""

    name: str
    on_date: date
    starts: time
    ends: time
    place: str = ""
    led_by: LedBy = LedBy.PROFESSIONALS
    partners: str = ""
    volunteers: str = ""
    targets: frozenset[TargetGroup] = frozenset()
    talk_cart: bool = False
    to_bring: str = ""
    by_rain: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """How it went: how many came (None: not counted yet), how many professionals were there.

    `professionals_until` is when those went, None when they stayed; `residents_until` when residents ended it by
    themselves, None when it ended as announced.
    """

    headcount: int | None = None
    professionals: int = 0
    professionals_until: time | None = None
    residents_until: time | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """A street activity on record; `cancelled` is why it does not go on, `present` are keys of hosts who helped."""

    id: UUID
    version: int
    street: UUID
    street_name: str
    plan: Plan
    course: Course = Course()
    present: frozenset[UUID] = frozenset()
    cancelled: str = ""

    @property
    def by_themselves(self) -> bool:
        """Tell whether residents went on by themselves after the professionals had gone."""
        return self.course.residents_until is not None

    @property
    def ended(self) -> time:
        """Give when the last of it was over."""
        return self.course.residents_until or self.plan.ends


@dataclass(frozen=True, slots=True)
class Phase:
    """Since when a street is led by whom, and why that changed."""

    id: UUID
    led_by: LedBy
    since: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class BringsHome:
    """Who brings whom home after an activity."""

    activity_id: UUID
    who: str
    whom: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class GoesBack:
    """What was borrowed for an activity, and to whom it goes back."""

    activity_id: UUID
    what: str
    whose: str
    done: bool = False


@dataclass(frozen=True, slots=True)
class Reflection:
    """A look back with everything that the form of Tegoare op de stroate asks for; half done while not `finished`.

    The target groups are those that were reached; the goals are numbers of the 17 sustainable development goals; the
    scores are out of ten.
    """

    about: str = ""
    partners: str = ""
    where_active: str = ""
    contact: str = ""
    period: str = ""
    with_volunteers: bool | None = None
    strong: str = ""
    barriers: str = ""
    differently: str = ""
    remains: str = ""
    anecdote: str = ""
    recommend: int | None = None
    impact: int | None = None
    reached: frozenset[TargetGroup] = frozenset()
    goals: frozenset[int] = frozenset()
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """An activity that waits for its look back: `left` days are left of the seven, below zero when it is late."""

    activity: Activity
    left: int
    begun: bool


@dataclass(frozen=True, slots=True)
class Return:
    """That a street was promised a return after an activity, by a day; `late` when that day was before today."""

    activity: Activity
    due_on: date
    late: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """What of a past activity is shown in the history of its street."""

    activity: Activity
    recommend: int | None
    impact: int | None
    looked_back: bool
