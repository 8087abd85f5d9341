"""What becomes old when logs are opened or something is written, so that panels read again by themselves."""

from __future__ import annotations

from typing import Final, TypeVar
from uuid import uuid4

from buurtkamer_app.base.changes import Change, Label, Outcome

T = TypeVar("T")
LOGS: Final = "review logs"
WRITTEN: Final = "review written"


def changed(value: T, *kinds: str) -> Outcome[T]:
    """Give what was done with the kinds that it made old."""
    return Outcome(Change(uuid4(), Label(""), frozenset(kinds)), value)
