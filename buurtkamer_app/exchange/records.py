"""What goes to a professional in a log, and what is known of a log that was made or read."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from buurtkamer_app.base.terms import Theme, WishStatus

if TYPE_CHECKING:
    from pathlib import Path

FORMAT_NAME = "buurtkamer-log"
FORMAT_NUMBER = 1
FORMAT = f"{FORMAT_NAME}/{FORMAT_NUMBER}"


class Hidden(enum.StrEnum):
    """What stands in place of a count that could point at somebody."""

    # 1 to 4 persons.
    SMALL = "<5"
    # A larger count, left out so that a small one beside it cannot be worked out from the total.
    BESIDE = "*"


Cell = int | Hidden


class HourCount(msgspec.Struct, frozen=True):
    """Visits in one hour of the day (0 to 23), in persons."""

    hour: int
    visits: Cell


class PurposeCount(msgspec.Struct, frozen=True):
    """Visits for one purpose, in persons."""

    purpose: str
    visits: Cell


class CashCount(msgspec.Struct, frozen=True):
    """The cash box at the end of a day, in cents."""

    on: date
    closing: int


class LogFigures(msgspec.Struct, frozen=True):
    """The figures of the period with small counts hidden; persons, except times in minutes."""

    visits: Cell
    named: Cell
    anonymous: Cell
    children: Cell
    first_time: Cell
    entered_later: Cell
    by_hour: tuple[HourCount, ...]
    by_purpose: tuple[PurposeCount, ...]
    participations: Cell
    wishes_new: int
    wish_supports: int
    wishes_total: int
    advice_open: int
    concerns: Cell
    no_shows: Cell
    host_minutes: int
    team_minutes: int
    cash: tuple[CashCount, ...]
    endings: dict[str, int] = {}


class LogActivity(msgspec.Struct, frozen=True):
    """An activity on a date: `headcount` in persons (None: not counted), `places` its capacity (None: no limit)."""

    name: str
    on: date
    starts: time
    ends: time
    headcount: Cell | None
    places: int | None


class LogWish(msgspec.Struct, frozen=True):
    """A wish without names; `supporters` in persons."""

    number: int
    theme: Theme
    status: WishStatus
    supporters: int
    recorded_on: date
    text: str


class LogQuestion(msgspec.Struct, frozen=True):
    """A question for the professional about a wish, without names."""

    wish: int
    text: str


class LogActions(msgspec.Struct, frozen=True):
    """How often a role did something (`insert`, `update`, `delete`) to a kind of record; never who."""

    kind: str
    action: str
    role: str
    times: Cell


class Log(msgspec.Struct, frozen=True):
    """The whole content of a log; `made_at` in UTC."""

    format: str
    room: str
    first: date
    last: date
    made_at: datetime
    figures: LogFigures
    activities: tuple[LogActivity, ...]
    wishes: tuple[LogWish, ...]
    questions: tuple[LogQuestion, ...]
    journal: tuple[LogActions, ...]


class DataFile(msgspec.Struct, frozen=True):
    """A file inside a log: its size in bytes and its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a log vouches for: which room made it (`public_key` is Ed25519 in PEM), and what is in it."""

    format: str
    vault_id: UUID
    public_key: str
    first: date
    last: date
    made_at: datetime
    files: tuple[DataFile, ...]


class FreeText(enum.StrEnum):
    """Where a text that somebody typed stands."""

    WISH = "wish"
    QUESTION = "question"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class CleanedText:
    """A typed text as it will go out; `number` is that of the wish or series, `taken_out` how many things were."""

    source: FreeText
    number: int
    text: str
    taken_out: int


@dataclass(frozen=True, slots=True)
class LogDraft:
    """A log before it leaves: its content, every typed text to look at, and its pages as a PDF for the screen."""

    log: Log
    texts: tuple[CleanedText, ...]
    pages: bytes

    @property
    def taken_out(self) -> int:
        """Give how many things were taken out of the texts in all."""
        return sum(text.taken_out for text in self.texts)


@dataclass(frozen=True, slots=True)
class LogMade:
    """A log on disk, and the check code that is read out on the phone."""

    path: Path
    check_code: str


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log that was read and verified: its content, its data files by name, and its check code."""

    log: Log
    manifest: Manifest
    files: dict[str, bytes]
    check_code: str
