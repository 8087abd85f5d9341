"""Who saw or gave out what, and when."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.changes import Label


class Topic(enum.Enum):
    """What kind of thing was done."""

    READ = "read"
    PERSON = "person"
    OUT = "out"
    COPIES = "copies"
    SIGNED_IN = "signed_in"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class Seen:
    """That somebody did something that one must be able to account for; `by` is empty for nobody known."""

    at: datetime
    by: str
    topic: Topic
    what: Label


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: a period with both its days, of one person (None: all) and one topic (None: all)."""

    first: date
    last: date
    host: UUID | None = None
    topic: Topic | None = None
