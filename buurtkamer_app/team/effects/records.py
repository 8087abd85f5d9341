"""What people say of taking part, on slips without a name: by what it changed, how many said less, the same, more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.base.terms_around import EffectOn


@dataclass(frozen=True, slots=True)
class Answers:
    """How many slips say less, the same and more of one effect."""

    less: int = 0
    same: int = 0
    more: int = 0

    @property
    def people(self) -> int:
        """Give how many answered."""
        return self.less + self.same + self.more


@dataclass(frozen=True, slots=True)
class Batch:
    """The slips of a box, emptied on a day: what they say of each effect; one that nobody answered is not there."""

    on: date
    of: tuple[tuple[EffectOn, Answers], ...]

    @property
    def people(self) -> int:
        """Give of how many people it is at least."""
        return max((answers.people for _, answers in self.of), default=0)
