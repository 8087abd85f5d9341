"""What is known of backups: which were made, where they go on this computer, what is in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.terms_trust import BackupPlace

ENDING: Final = ".buurtkamer"


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was read back; `tried_at` is when somebody opened it in a copy to see what is in it."""

    id: UUID
    place: BackupPlace
    name: str
    at: datetime
    size: int
    tried_at: datetime | None


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made just now and looked at: where it stands."""

    place: BackupPlace
    path: Path
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Where backups of this computer go by themselves; `stick` is None when none was ever chosen."""

    folder: Path
    stick: Path | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What one turn of the schedule did: what is there now, what went wrong, whether the stick was in (None: none)."""

    made: tuple[Made, ...]
    trouble: BuurtkamerError | None = None
    stick_in: bool | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a room holds, to compare a backup with what is there now; `last_visit` is None before the first."""

    room: str
    last_visit: date | None
    visits: int
    wishes: int
    activities: int
    hosts: int


@dataclass(frozen=True, slots=True)
class TriedOut:
    """A backup that was opened in a copy: when it was made, what is in it, and what the room holds now (None: gone).

    `here` says that this computer's passphrases open it.
    """

    source: Path
    made_at: datetime
    contents: Contents
    now: Contents | None
    days_lost: int
    here: bool


@dataclass(frozen=True, slots=True)
class Asks:
    """What the schedule needs to tell: how long ago the last backup was, and what is missing."""

    days: int | None
    late: bool
    try_out: bool
    no_stick: bool
