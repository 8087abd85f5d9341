"""A log before it leaves: its lines, what was decided about each, and what it is when it was made."""

from __future__ import annotations

import enum
import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.exchange.log.records import FreeText, Log


class Unseen(enum.Enum):
    """What becomes of a line that nobody looked at: somebody is asked, it stays here, or it goes as it was cleaned."""

    ASK = "ask"
    LEAVE_OUT = "leave_out"
    AS_CLEANED = "as_cleaned"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided who read a line: it goes in these words (empty: as it was cleaned), or it stays here."""

    text: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class CleanedText:
    """A typed text beside what goes out of it; `number` is that of the wish or series (0: none).

    `cleaned` is what the program made of it, `taken_out` how many things it took out. `digest` (SHA-256) is of where it
    stands and of the cleaned text. `decision` is None as long as nobody looked at it.
    """

    source: FreeText
    number: int
    original: str = field(repr=False)
    cleaned: str = field(repr=False)
    taken_out: int
    digest: bytes
    outgoing: str = field(repr=False)
    decision: Decision | None = None

    def decided(self, decision: Decision | None) -> CleanedText:
        """Give the line as it goes out after a decision; None: nobody looked at it."""
        return replace(self, outgoing=as_it_goes(self.cleaned, decision), decision=decision)


def digest_of(source: FreeText, number: int, cleaned: str) -> bytes:
    """Give what a line is known by: the same words at the same place need no second look."""
    return hashlib.sha256("\0".join((source.value, str(number), cleaned)).encode("utf-8", "surrogatepass")).digest()


def left_out_words() -> str:
    """Say what stands where a line was left out."""
    return translate("[left out]")


def as_it_goes(cleaned: str, decision: Decision | None) -> str:
    """Give a line as it goes out."""
    if decision is None:
        return cleaned
    return left_out_words() if decision.left_out else decision.text or cleaned


@dataclass(frozen=True, slots=True)
class LogDraft:
    """A log before it leaves: its content, every typed text beside what goes out of it, and its pages as a PDF.

    `recipient` is who gets it (None: nobody in particular), `names_because` why names stand in it (empty: they do not).
    `shares` are the periods of earlier logs that are about some of the same days, so that more is hidden in this one.
    """

    log: Log
    texts: tuple[CleanedText, ...]
    pages: bytes = field(repr=False)
    recipient: UUID | None = None
    names_because: str = ""
    unseen: Unseen = Unseen.ASK
    shares: tuple[tuple[date, date], ...] = ()

    @property
    def taken_out(self) -> int:
        """Give how many things were taken out of the texts in all."""
        return sum(text.taken_out for text in self.texts)

    @property
    def open(self) -> int:
        """Give how many lines nobody looked at."""
        return sum(1 for text in self.texts if text.decision is None)


@dataclass(frozen=True, slots=True)
class LogMade:
    """A log on disk, and what is read out on the phone: the check code and the words that open it."""

    path: Path
    check_code: str
    passphrase: str = field(default="", repr=False)
