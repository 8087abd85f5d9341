"""What a professional sends back to a log, in the file and as the room keeps it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

import msgspec
from msgspec import Meta

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.terms_exchange import Said

FORMAT_NAME: Final = "buurtkamer-reply"
FORMAT_NUMBER: Final = 1
FORMAT: Final = f"{FORMAT_NAME}/{FORMAT_NUMBER}"
# How the file of a reply ends.
SUFFIX: Final = ".antwoord"
LONGEST_TEXT: Final = 10_000
_LONGEST_NAME: Final = 200
_LARGEST_NUMBER: Final = 2**31 - 1

Text = Annotated[str, Meta(min_length=1, max_length=LONGEST_TEXT)]
Name = Annotated[str, Meta(max_length=_LONGEST_NAME)]
Number = Annotated[int, Meta(ge=1, le=_LARGEST_NUMBER)]
Moment = Annotated[datetime, Meta(tz=True)]


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was answered to a question of the log; `wish` is the number of the wish that it is about."""

    question: UUID
    wish: Number
    text: Text


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said of a wish without being asked."""

    wish: Number
    text: Text


class Reply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that one professional sends back to one log.

    `number` counts what they sent back to that log, from 1. `made_at` bears its zone. `advice` is for the room as a
    whole (empty: none).
    """

    format: str
    id: UUID
    log: UUID
    number: Number
    made_at: Moment
    said_by: Annotated[str, Meta(min_length=1, max_length=_LONGEST_NAME)]
    organisation: Name
    answers: tuple[Answer, ...]
    remarks: tuple[Remark, ...]
    advice: Annotated[str, Meta(max_length=LONGEST_TEXT)]


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reply as it travels: for which room (the id of its vault) and log, who signed it (Ed25519), and what is in it.

    `sealed` opens only with the key that lay in the log.
    """

    format: str
    room: UUID
    log: UUID
    nonce: bytes
    sealed: bytes
    public_key: bytes = b""
    signature: bytes = b""


class Landing(enum.Enum):
    """Where something in a reply ends up: beside its wish, or why nowhere."""

    LANDS = "lands"
    HERE = "here"
    NEWER = "newer"
    ANEW = "anew"
    TAKEN_BACK = "taken_back"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a reply before it is brought in; `wish` is a number, None in advice for the room as a whole.

    `wish_text` and `question` are the words of the room itself (empty: there is none, or it is gone).
    """

    kind: Said
    text: str
    landing: Landing
    wish: int | None = None
    wish_text: str = ""
    question: str = ""
    wish_id: UUID | None = None
    question_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A reply that was read and trusted, and what bringing it in would do; nothing was written.

    `recipient` is what the room calls who got the log (empty: nobody in particular), which told of `first` to `last`.
    `first_time`: no reply of theirs came before, so that their key is kept with this one.
    """

    envelope: Envelope = field(repr=False)
    reply: Reply = field(repr=False)
    items: tuple[Item, ...]
    recipient: str
    first: date
    last: date
    first_time: bool

    @property
    def landing(self) -> int:
        """Give how many things land."""
        return sum(item.landing is Landing.LANDS for item in self.items)


@dataclass(frozen=True, slots=True)
class Told:
    """Something that a professional wrote and the room kept; `number` and `wish_text` are of the wish that it is about.

    `question` is what was asked (empty: nothing was). `seen_at` None: nobody at the desk saw it yet. `on_list`: the one
    whose wish it is stands on the list of whom to tell, or was told.
    """

    id: UUID
    kind: Said
    text: str
    said_by: str
    organisation: str
    made_at: datetime
    brought_at: datetime
    signed_by: bytes = field(repr=False)
    wish: UUID | None = None
    number: int | None = None
    wish_text: str = ""
    question_id: UUID | None = None
    question: str = ""
    seen_at: datetime | None = None
    seen_by: str = ""
    on_list: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """A reply that was brought in, and all that it said; the log told of `first` to `last`."""

    id: UUID
    said_by: str
    organisation: str
    made_at: datetime
    brought_at: datetime
    first: date
    last: date
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who gets logs: whether the key of their computer is known, which it is once a reply came back."""

    id: UUID
    name: str
    organisation: str
    known: bool
