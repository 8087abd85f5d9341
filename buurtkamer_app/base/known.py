"""A thing as it is on record: under its key, with the version that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """`it` is what was written down; `version` grows with each change, so that nobody writes over another's."""

    id: UUID
    version: int
    it: T
