"""What is found of one person, and what is told to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Found:
    """A line that may be of the one who was looked for: a row of a table, and the columns in which it was found.

    `title` (a message id) is what the table is called, `shown` what stands there (empty: not shown here), `on` the day
    that it is of. `asked` is what was looked for. `names_it` when the row is of that person, and not only about.
    `stands` (a message id) is why it cannot be erased now, empty when it can.
    """

    kind: str
    row: UUID
    version: int
    title: str
    columns: tuple[str, ...]
    shown: str
    on: date | None
    asked: str
    names_it: bool
    stands: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told: what stands there, of which day, and until when it is kept (a sentence)."""

    shown: str
    on: date | None
    kept: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of somebody, as it is told to them: by what it is called, each with its lines.

    `asked` is what was looked for, `on` the day; `room` and `contact` say whom to ask.
    """

    asked: str
    on: date
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
