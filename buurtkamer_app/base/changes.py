"""What a unit of work did: a label that can be said in any language, and the kinds of record it touched."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Label:
    """What was done, as a message id and the values for its braces (kept in the journal, said when shown)."""

    message: str
    values: dict[str, str | int] = field(default_factory=dict)

    def say(self) -> str:
        """Say it in the language of the moment."""
        return translate(self.message, **self.values)


@dataclass(frozen=True, slots=True)
class Change:
    """One committed unit of work: its key in the journal (None when nothing changed) and the kinds touched."""

    unit: UUID | None
    label: Label
    kinds: frozenset[str]

    def __bool__(self) -> bool:
        return self.unit is not None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a use case made, and the change that it was."""

    change: Change
    value: T
