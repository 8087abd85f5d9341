"""Concerns and incidents: what is written down, what stands in the coordinator's list, and what its writer sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from buurtkamer_app.base.terms import IncidentKind


@dataclass(frozen=True, slots=True)
class UrgentNumber:
    """Whom to call when it is urgent: for what (a message id), and the number, empty where each town has its own."""

    what: str
    number: str


@dataclass(frozen=True, slots=True)
class MyConcern:
    """All that its writer sees of a concern afterwards: days, never words."""

    on: date
    seen_on: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class ConcernLine:
    """A concern in the coordinator's list, without its text; `recipient` weighs it, names are empty when unknown."""

    id: UUID
    on: date
    at: datetime
    urgent: bool
    written_by: str
    recipient: str
    review_on: date | None
    seen_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern as the coordinator reads it; `weighed` is what was decided."""

    line: ConcernLine
    text: str
    weighed: str


@dataclass(frozen=True, slots=True)
class Reading:
    """That somebody read a concern."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewIncident:
    """An incident as it is written down: day and time of the room's clock, who was called, who saw it."""

    kind: IncidentKind
    facts: str
    on: date
    at: time
    called: str = ""
    witness: str = ""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """An incident in the coordinator's list, without its facts; `written_at` is when it was written down."""

    id: UUID
    kind: IncidentKind
    on: date
    at: time
    written_at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as the coordinator reads and prints it."""

    line: IncidentLine
    facts: str
    called: str
    witness: str
