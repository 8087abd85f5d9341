"""What people said yes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.terms_trust import ConsentFor


@dataclass(frozen=True, slots=True)
class Given:
    """A yes that stands: whose, to what, in which words, when and to whom it was said.

    `key` is the record that it is kept with, `helper` whether it is the yes of who helps another (else of who asked).
    `who` may be empty: then it is known without a name. `given_at` None: it was given before this was written down, or
    came with a list. `taken_by` may be empty. Of who is under 16 it is the yes of `parent`.
    """

    purpose: ConsentFor
    key: UUID
    who: str
    hint: str
    text: str
    given_at: datetime | None
    taken_by: str
    under_16: bool = False
    parent: str = ""
    helper: bool = False
