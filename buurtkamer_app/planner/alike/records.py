"""What is compared, and what was found alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.terms import Theme

Kind = Literal["wish", "activity"]


@dataclass(frozen=True, slots=True)
class Text:
    """A wish or an activity as it is compared: `name` is what is shown, `about` is read along; `version` of its row."""

    kind: Kind
    key: UUID
    version: int
    number: int
    name: str
    about: str
    theme: Theme

    @property
    def said(self) -> str:
        """Give all that it says."""
        return f"{self.name}. {self.about}" if self.about else self.name


@dataclass(frozen=True, slots=True)
class LooksLike:
    """A wish or an activity that means the same as what was typed; `score` 0 to 100, `number` its own in the room."""

    kind: Kind
    key: UUID
    number: int
    name: str
    score: int
    theme: Theme


@dataclass(frozen=True, slots=True)
class Looked:
    """What looks like a text, best first, and the theme that it seems to have (None: it says nothing of one).

    `complete` is False while not everything on record was compared yet: a moment later more may be known.
    """

    entries: tuple[LooksLike, ...] = ()
    theme: Theme | None = None
    complete: bool = True
