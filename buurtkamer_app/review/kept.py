"""What the profile of a professional holds, as it is kept on the disk."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

FORMAT_NAME: Final = "buurtkamer-review"
FORMAT: Final = f"{FORMAT_NAME}/1"
_KEY: Final = msgspec.Meta(min_length=32, max_length=32)


class Heading(msgspec.Struct, frozen=True):
    """What every version says first."""

    format: str


class Tries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many wrong passphrases were typed for a log since it last opened, and when the last one was (UTC)."""

    wrong: int
    at: datetime


class KnownRoom(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A room whose log was opened: the key that signs them, its name in the newest, and the one that was chosen."""

    key: Annotated[bytes, _KEY]
    name: str
    called: str = ""


class Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was written for a room; `sent` and `sent_in` are when and to which log it went, until it is changed."""

    text: str
    changed: datetime
    sent: datetime | None = None
    sent_in: UUID | None = None


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole profile.

    `ring` gives the passphrase that opened the logs which a public key (hexadecimal) signed, the newest last. `drafts`
    are by room and by what they are about; `numbers` is the number of the last reply by log.
    """

    format: str
    name: str
    organisation: str
    signing_key: Annotated[bytes, _KEY]
    rooms: dict[UUID, KnownRoom] = {}
    ring: dict[str, str] = {}
    tries: dict[str, Tries] = {}
    drafts: dict[UUID, dict[str, Draft]] = {}
    numbers: dict[UUID, int] = {}

    def __repr__(self) -> str:
        # Keys and passphrases stand in no log and no message.
        return f"{type(self).__name__}(...)"


def about_key(about: UUID | int | None) -> str:
    """Give how a draft is found: of a question (its key), a wish (its number), or advice."""
    if about is None:
        return "advice"
    return f"wish {about}" if isinstance(about, int) else f"question {about}"
