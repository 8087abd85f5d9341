"""A question for the professional, as the page of its wish shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a wish; `went_at` is when the first log was made that took it along (None: none did yet).

    `answered_at` None: no answer came yet.
    """

    id: UUID
    wish: UUID
    number: int
    text: str
    asked_at: datetime
    went_at: datetime | None = None
    answered_at: datetime | None = None
