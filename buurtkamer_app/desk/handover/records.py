"""What one shift leaves to the next: notes, whom to call back, what was lent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Note:
    """A note as one host sees it: `text` is empty when it is for somebody else, whose name is `for_name`.

    `by` is who wrote it, `mine` whether that is the one who reads; `seen_by` are names, only told to who wrote it.
    """

    id: UUID
    text: str
    at: datetime
    by: str
    mine: bool = False
    for_me: bool = False
    for_name: str = ""
    seen_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CallBack:
    """Somebody to call back: who, on which number, what about, and since which day they wait."""

    id: UUID
    who: str
    phone: str
    about: str
    on: date


@dataclass(frozen=True, slots=True)
class Loan:
    """Something that was lent; `overdue` when it should have come back before today."""

    id: UUID
    what: str
    who: str
    lent_on: date
    due_on: date | None = None
    back_on: date | None = None
    overdue: bool = False
