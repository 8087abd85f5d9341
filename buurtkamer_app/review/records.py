"""What a professional sees of the logs of rooms: opened or closed, their questions, and what was written down."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.exchange.log.records import Log, LogFile


class Why(enum.StrEnum):
    """Why a file did not open."""

    PASSPHRASE = "passphrase"  # noqa: S105 - it asks for one
    WRONG = "wrong"
    WAIT = "wait"
    ALTERED = "altered"
    DAMAGED = "damaged"
    NO_LOG = "no_log"
    NEWER = "newer"
    TWICE = "twice"
    UNREADABLE = "unreadable"


# What a passphrase may still open.
ASKS: frozenset[Why] = frozenset({Why.PASSPHRASE, Why.WRONG, Why.WAIT})


@dataclass(frozen=True, slots=True)
class ClosedFile:
    """A file that did not open: why, in words that say what to do, and for how many seconds it waits.

    `room` is the name of its room where the key at its end was seen before, else "".
    """

    path: Path
    why: Why
    told: Label
    seconds: int = 0
    room: str = ""

    @property
    def asks(self) -> bool:
        """Tell whether a passphrase may still open it."""
        return self.why in ASKS


@dataclass(frozen=True, slots=True)
class RoomLog:
    """A log that opened and is genuine. `key` tells it from all others (its check code), `room` is the room's own key.

    `called` is the name that the professional chose for the room, else that in the log. `newer`: a later version made
    it, and what this one does not know is left out. `other_key`: it is not signed as the first log of this room was.
    """

    key: str
    path: Path
    room: UUID
    called: str
    read: LogFile
    other_key: bool = False

    @property
    def log(self) -> Log:
        """Give its content."""
        return self.read.log

    @property
    def newer(self) -> bool:
        """Tell whether a later version made it."""
        return self.read.newer

    @property
    def days(self) -> int:
        """Give how many days it is about."""
        return (self.log.last - self.log.first).days + 1


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open now, by room and then by period, and which of the files that were asked for are not."""

    logs: tuple[RoomLog, ...] = ()
    closed: tuple[ClosedFile, ...] = ()


class Stage(enum.StrEnum):
    """How far something that the professional writes is."""

    OPEN = "open"
    DRAFT = "draft"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written down and how far it is; when it was last changed and, where it was, put in a reply."""

    text: str = ""
    stage: Stage = Stage.OPEN
    changed: datetime | None = None
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """An open question of a room in its newest log; `id` None: an old log, which cannot be answered by file."""

    log: str
    room: UUID
    called: str
    wish: int
    wish_text: str
    id: UUID | None
    text: str
    asked_on: date | None
    written: Written


@dataclass(frozen=True, slots=True)
class ReplyMade:
    """A reply on disk: which of its log it is (1 the first), and how much is in it."""

    path: Path
    number: int
    answers: int
    remarks: int
    advice: bool


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """What was written out or loaded: the files (none for a database), how many logs, how many rows, how many new."""

    paths: tuple[Path, ...]
    logs: int
    rows: int
    new: int = 0


class By(enum.StrEnum):
    """What is set beside each other."""

    ROOM = "room"
    PERIOD = "period"


class Unit(enum.StrEnum):
    """What a figure is counted in."""

    NUMBER = "number"
    MINUTES = "minutes"
    PERCENT = "percent"


class Per(enum.StrEnum):
    """Over what length of time figures were made alike; `WHOLE`: all were equally long, nothing was changed."""

    WHOLE = "whole"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in tenths: from `low` to `high` where cells were hidden (`high` None: nobody knows how many)."""

    low: int
    high: int | None

    @property
    def hidden(self) -> bool:
        """Tell whether it is not known exactly."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Side:
    """A room, or a period, that is compared: its name, its days, how many rooms are in it, and their logs' keys."""

    key: str
    name: str
    first: date
    last: date
    days: int
    rooms: int
    logs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of every side, in their order (None: that side does not say); `name` is in words already.

    `flows`: it grows with time, so that it was made alike; else it is how things stand. `whole`: it has no tenths.
    """

    figure: str
    name: str
    unit: Unit
    amounts: tuple[Amount | None, ...]
    flows: bool = True
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """Figures that belong together, under a heading in words."""

    key: str
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rooms or periods beside each other; `notes` say how they were made alike and what is hidden or left out.

    `per_room`: the periods have different rooms in them, so that what is told is of one room.
    """

    by: By
    per: Per
    sides: tuple[Side, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Label, ...]
    per_room: bool = False
