"""What goes to a professional in a log, and what is known of a log that was made or read."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

import msgspec

FORMAT_NAME = "buurtkamer-log"
FORMAT_NUMBER = 1
FORMAT = f"{FORMAT_NAME}/{FORMAT_NUMBER}"


class Hidden(enum.StrEnum):
    """What stands in place of a count that could point at somebody."""

    # 1 to 4 persons.
    SMALL = "<5"
    # Any count, left out so that a small one beside it cannot be worked out from what is told.
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
    wishes_fulfilled: int = 0


class LogBar(msgspec.Struct, frozen=True):
    """Visits in a part of the period, both days included, in persons."""

    first: date
    last: date
    visits: Cell


class LogTheme(msgspec.Struct, frozen=True):
    """The activities of a theme: dates that were held, how many took part (persons), dates that residents led."""

    theme: str
    dates: int
    participations: Cell
    by_residents: int


class LogHours(msgspec.Struct, frozen=True):
    """Minutes of the period; `by_kind` are those of residents, counted once, and `givers` how many people gave them."""

    residents: int = 0
    professionals: int = 0
    by_kind: dict[str, int] = {}
    givers: Cell = 0


class LogReflection(msgspec.Struct, frozen=True):
    """A look back at an activity, street or market: its name, scores (out of ten), and what was said, cleaned.

    `goes_on` (yes, no, unsure) and `by_residents` are said of activities (empty and None: nobody said).
    """

    about: str
    kind: str
    on: date
    scores: dict[str, int] = {}
    said: dict[str, str] = {}
    goes_on: str = ""
    by_residents: bool | None = None


class Changed(enum.StrEnum):
    """What became different in a period."""

    WISH_MOVED = "wish_moved"
    WISH_FULFILLED = "wish_fulfilled"
    WISH_ENDED = "wish_ended"
    ACTIVITY_BEGAN = "activity_began"
    ACTIVITY_STOPPED = "activity_stopped"
    ACTIVITY_CANCELLED = "activity_cancelled"
    ACTIVITY_MOVED = "activity_moved"
    SELF_RUN = "self_run"
    STREET_SELF_RUN = "street_self_run"
    CLOSED = "closed"
    OPENING_HOURS = "opening_hours"
    ROOM = "room"
    SPACES = "spaces"
    SHIFTS = "shifts"
    PROGRAMMES = "programmes"


class LogChange(msgspec.Struct, frozen=True):
    """Something that became different: `what` (of `Changed`), what it is about (cleaned), and what it became.

    Of a wish that is its number in `wish` and where it stands now or what it came to (a value of `WishStatus` or
    `Ending`), of an activity that was moved the other day, of what does not go on or is closed why (cleaned).
    """

    on: date
    what: str
    about: str
    became: str = ""
    wish: int | None = None


class LogEntry(msgspec.Struct, frozen=True):
    """A line of the journal: a day, who by pseudonym (empty: nobody signed in), what was done, and how often."""

    on: date
    who: str
    role: str
    did: str
    times: int


class LogAround(msgspec.Struct, frozen=True):
    """A figure of what is around the room: of which programme, what it counts, of what (cleaned; empty: all).

    Averages (`…_tenths`) are in tenths. `on` is the day of a market or result, `unit` what a result is counted in.
    """

    programme: str
    figure: str
    about: str
    value: Cell
    on: date | None = None
    unit: str = ""


class LogActivity(msgspec.Struct, frozen=True):
    """An activity on a date: `headcount` in persons (None: not counted), `places` its capacity (None: no limit).

    `lead` says what kind of lead it has (hosts, host, resident), `led_by` a pseudonym where that is one person.
    """

    name: str
    on: date
    starts: time
    ends: time
    headcount: Cell | None
    places: int | None
    theme: str = ""
    lead: str = ""
    led_by: str = ""


class LogWish(msgspec.Struct, frozen=True):
    """A wish; `supporters` in persons, `asked_by` a pseudonym (empty: not known), since `moved_on` it stands there."""

    number: int
    theme: str
    status: str
    supporters: int
    recorded_on: date
    text: str
    asked_by: str = ""
    moved_on: date | None = None
    ending: str = ""


class LogQuestion(msgspec.Struct, frozen=True):
    """A question for the professional about a wish, without names; `id` is what the answer refers to."""

    wish: int
    text: str
    id: UUID | None = None
    asked_on: date | None = None


class LogActions(msgspec.Struct, frozen=True):
    """How often a role did something (`insert`, `update`, `delete`) to a kind of record; never who."""

    kind: str
    action: str
    role: str
    times: Cell


class Log(msgspec.Struct, frozen=True):
    """The whole content of a log; `made_at` in UTC.

    `recipient` is the code of who it is for. `previous` is the log that they got before, which ran to `previous_last`.
    With `names` people are called by them. Fields are only ever added: an older version reads what it knows.
    """

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
    id: UUID | None = None
    recipient: str = ""
    previous: UUID | None = None
    previous_last: date | None = None
    names: bool = False
    bars: tuple[LogBar, ...] = ()
    themes: tuple[LogTheme, ...] = ()
    hours: LogHours = LogHours()
    reflections: tuple[LogReflection, ...] = ()
    changes: tuple[LogChange, ...] = ()
    entries: tuple[LogEntry, ...] = ()
    around: tuple[LogAround, ...] = ()


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
    REFLECTION = "reflection"
    STREET = "street"
    MARKET = "market"
    RESULT = "result"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class LogFile:
    """A log that was read and verified: its content, its data files by name, and its check code.

    `reply_secret` seals what is answered (32 bytes; empty: it asks for no reply). `newer`: a later version made it, and
    what this one does not know is left out.
    """

    log: Log
    manifest: Manifest
    files: dict[str, bytes]
    check_code: str
    reply_secret: bytes = field(default=b"", repr=False)
    newer: bool = False
