"""Meetings of the team: what is talked about, who was there, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, planned or held; `there` are the keys of who was there, and have its hours."""

    on_date: date
    starts: time
    ends: time
    agenda: str = ""
    there: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Action:
    """What was agreed at a meeting: who does it, by when (None: no day), and when it was done.

    Without a meeting it is none: the rules refuse it.
    """

    meeting_id: UUID | None
    what: str
    who: str
    by_date: date | None = None
    done_on: date | None = None
