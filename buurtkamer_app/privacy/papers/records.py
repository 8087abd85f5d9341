"""What stands in the register of processing activities and in the privacy notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.privacy.retention.records import Per


@dataclass(frozen=True, slots=True)
class PaperLines:
    """What the room fills in itself: who is responsible, how to reach them, who watches over it, who has a contract.

    `officer` is the data protection officer, empty for none; `processors` one a line, empty for none.
    """

    responsible: str = ""
    contact: str = ""
    officer: str = ""
    processors: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """One use of data of people, all words message ids; `kinds` are the kinds of `retention` that it keeps."""

    name: str
    why: str
    basis: str
    whose: str
    what: str
    seen_by: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """How long one kind of thing is kept: `words` and `since` are message ids."""

    words: str
    since: str
    amount: int
    per: Per


@dataclass(frozen=True, slots=True)
class Processed:
    """A use of data with its periods as they are set here."""

    use: Use
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register: the room's own lines, each use, and whom data may go to (names of partners)."""

    lines: PaperLines
    processed: tuple[Processed, ...]
    partners: tuple[str, ...]
    authority: str
