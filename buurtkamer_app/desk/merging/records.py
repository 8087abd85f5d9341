"""Two cards of what may be one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.people.records import Visitor


@dataclass(frozen=True, slots=True)
class Card:
    """A visitor, the last day on which they came (None: never), and whether they asked to be called when missed."""

    visitor: Visitor
    last_came: date | None
    agreed: bool
