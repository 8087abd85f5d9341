"""What filling proposes, with all that the coordinator needs to change it before it is taken over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.rota.filling.records import Filled, Question
    from buurtkamer_app.rota.records import ShiftKey


@dataclass(frozen=True, slots=True)
class Share:
    """How many shifts of the period a host would have, and how many are a fair share; for the coordinator only."""

    host: UUID
    name: str
    shifts: int
    fair: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A host who is to be put on a shift, or with `off` taken off; `by_hand` when a person chose them for it."""

    key: ShiftKey
    host: UUID
    name: str
    by_hand: bool = False
    off: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal: who would be put on (`filled`), who would be taken off, and how many shifts each would have.

    `question` is what was asked; `off` are places that the program filled earlier and would give to another.
    `stopped` when somebody said that the best so far was good enough.
    """

    question: Question
    filled: Filled
    off: tuple[Chosen, ...]
    shares: tuple[Share, ...]
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What could not be taken over any more, and the sentence that says why."""

    chosen: Chosen
    why: Label


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Who was put on and taken off, and what could not be."""

    on: tuple[Chosen, ...]
    off: tuple[Chosen, ...]
    refused: tuple[NotTaken, ...]
