"""What a service holds inside a unit of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.roles import Actor, Role


@dataclass
class Unit:
    """What a service works with inside a unit of work; `counts` is set when a printed figure changes.

    `undoable` is cleared for what the undo button must not take back: keys, PINs, logs that left.
    """

    session: Session
    actor: Actor
    now: datetime
    label: Label
    needs: Role
    counts: bool = False
    undoable: bool = True
    undoes: UUID | None = None
    change: Change = field(init=False)

    def __post_init__(self) -> None:
        self.change = Change(None, self.label, frozenset())
