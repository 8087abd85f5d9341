"""Activities: series, their dates, who signed up and how many took part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.base.terms import LeadKind, Theme
    from buurtkamer_app.room.records import Closure, Opening, RoomFacts


@dataclass(frozen=True, slots=True)
class NewSeries:
    """A series as written down: a recurrence rule (RFC 5545, without DTSTART), or none for one date.

    `price_cents` in cents, `capacity` in persons (None is no limit), times are the room's wall clock.
    `lead` is a name, or `hosts` for whoever is on duty; `lead_on_paper` whether the lead agreed to stand on the wall.
    `last_date` ends it earlier than its rule does; `minimum` in persons, `bring` is what to bring, `meal` whether
    those who sign up choose what they eat, `uid` what another calendar calls it. `pictogram` names the picture that was
    chosen for it, "" for the one that its name and theme suggest.
    """

    name: str
    theme: Theme
    space: str
    first_date: date
    starts: time
    ends: time
    rrule: str = ""
    about: str = ""
    price_cents: int = 0
    capacity: int | None = None
    lead: str = "hosts"
    lead_on_paper: bool = False
    self_run: bool = False
    sign_up: bool = False
    number: int | None = None
    last_date: date | None = None
    reduced_cents: int | None = None
    minimum: int | None = None
    bring: str = ""
    meal: bool = False
    uid: str = ""
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A series on record; `last_date` is the last on which it can be, None when it does not end.

    `pictogram` names the picture that was chosen for it, "" for the one that its name and theme suggest.
    """

    id: UUID
    number: int
    name: str
    about: str
    rrule: str
    first_date: date
    starts: time
    ends: time
    price_cents: int
    capacity: int | None
    theme: Theme
    space: str
    lead_kind: LeadKind
    lead: str
    lead_on_paper: bool
    self_run: bool
    sign_up: bool
    last_date: date | None = None
    reduced_cents: int | None = None
    minimum: int | None = None
    bring: str = ""
    meal: bool = False
    continues: UUID | None = None
    uid: str = ""
    sequence: int = 0
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """One date of a series that is otherwise than its rule says; `rule_date` None: a date beside the rule."""

    id: UUID
    series: UUID
    rule_date: date | None
    on: date
    starts: time
    ends: time
    space: str
    lead_kind: LeadKind
    lead: str
    lead_on_paper: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a series: `signed_up` and `waiting` in persons, `headcount` who took part (None: not counted).

    The times, space and lead of `series` are those of this date; `changed` says that they or the date are not as the
    rule has them, `rule_date` is then the date that the rule names (None: one beside the rule).

    `cancelled` is why it does not go on, as residents may read it, "" when nobody said; None: it goes on. `closed` says
    that it does not because the room is closed then: it goes on again when the room is open after all.
    """

    series: Series
    on: date
    signed_up: int = 0
    waiting: int = 0
    headcount: int | None = None
    cancelled: str | None = None
    changed: bool = False
    rule_date: date | None = None
    closed: bool = False

    @property
    def goes_on(self) -> bool:
        """Tell whether it was not cancelled."""
        return self.cancelled is None

    @property
    def places_left(self) -> int | None:
        """Give how many persons can still sign up; None: there is no limit."""
        return None if self.series.capacity is None else max(0, self.series.capacity - self.signed_up)

    @property
    def full(self) -> bool:
        """Tell whether no place is left."""
        return self.series.capacity is not None and self.signed_up >= self.series.capacity


@dataclass(frozen=True, slots=True)
class InUse:
    """A space in use by a partner or a group on a date, as everybody may read it."""

    on: date
    starts: time
    ends: time
    who: str
    space: str


@dataclass(frozen=True, slots=True)
class DayProgramme:
    """A day of the week's programme: its hours (None: closed), what is on in order of time, why it is closed.

    `partly` are closures of a space or a part of the day, `in_use` who else uses a space and may stand on the wall,
    `school` is the name of a school holiday, where somebody asked for it.
    """

    on: date
    opening: Opening | None
    occurrences: tuple[Occurrence, ...]
    closure: Closure | None = None
    holiday: str = ""
    partly: tuple[Closure, ...] = ()
    in_use: tuple[InUse, ...] = ()
    school: str = ""


@dataclass(frozen=True, slots=True)
class WeekProgramme:
    """Seven days from Monday on, with the room's facts and usual hours; it holds no visitor's name."""

    facts: RoomFacts
    hours: tuple[Opening, ...]
    monday: date
    days: tuple[DayProgramme, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Persons who signed up together; `waiting` when they did not fit, `phone` to call when something changes."""

    id: UUID
    name: str
    persons: int
    waiting: bool
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A party that signed up, and whether it was ticked as present."""

    party: Party
    present: bool


@dataclass(frozen=True, slots=True)
class Present:
    """Persons who were just there, without signing up; `name` may be empty."""

    id: UUID
    name: str
    persons: int


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Who takes part on one date: the parties in the order in which they came, then who was just there.

    `over` tells whether the date has been.
    """

    occurrence: Occurrence
    parties: tuple[Ticked, ...]
    others: tuple[Present, ...]
    over: bool = False

    @property
    def proposed(self) -> int:
        """Give the headcount that follows from the ticks, in persons."""
        ticked = sum(entry.party.persons for entry in self.parties if entry.present)
        return ticked + sum(entry.persons for entry in self.others)

    @property
    def not_come(self) -> tuple[Party, ...]:
        """Give the parties that had a place and did not come: known only afterwards, and where others were ticked."""
        if not (self.over and self.occurrence.goes_on and any(entry.present for entry in self.parties)):
            return ()
        return tuple(entry.party for entry in self.parties if not entry.present and not entry.party.waiting)
