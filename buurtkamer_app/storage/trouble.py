"""Troubles of the disk, the file and the server, each as a sentence that says what to do."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.errors import DamagedError, StoreError
from buurtkamer_app.base.i18n import mark

_SENTENCES: Final = (
    ("disk is full", mark("The disk is full. Nothing is lost. Free some space and try again.")),
    ("readonly database", mark("This folder can only be read. Ask who looks after the computer.")),
    ("read-only", mark("This folder can only be read. Ask who looks after the computer.")),
    ("not a database", mark("The key does not fit, or the file is damaged. Nothing was changed. Restore a backup.")),
    ("malformed", mark("The file is damaged. Nothing was changed. Restore a backup.")),
    ("unable to open", mark("The folder of the room cannot be opened. Is it still there?")),
    ("database is locked", mark("Another program keeps the store busy. Close it and try again.")),
    ("disk i/o error", mark("The disk does not answer well. Make a backup on a stick.")),
    ("connection", mark("The server cannot be reached. What you typed is kept. Try again.")),
)
# What a backup is the way back from.
_DAMAGED: Final = ("not a database", "malformed")
_OTHERWISE: Final = mark("The store does not answer well. Start the program again.")


def as_store_error(error: BaseException) -> StoreError:
    """Give the sentence for what a database driver complained of; its own words go to the log only."""
    said = str(error).lower()
    sentence = next((words for part, words in _SENTENCES if part in said), _OTHERWISE)
    kind = DamagedError if any(part in said for part in _DAMAGED) else StoreError
    return kind(sentence, details=type(error).__name__)
