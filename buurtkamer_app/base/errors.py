"""What may go wrong, each with a sentence for the volunteer; details without personal data go to the log."""

from __future__ import annotations

from buurtkamer_app.base.i18n import translate


class BuurtkamerError(Exception):
    """Something a person can act on: `message` is an English message id, `values` fill its braces.

    `details` is for the log and never holds what a person typed.
    """

    def __init__(self, message: str, details: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values
        self.details = details

    def sentence(self) -> str:
        """Say in the language of the moment what happened and what to do."""
        return translate(self.message, **self.values)

    def __str__(self) -> str:
        return self.sentence()


class RefusedError(BuurtkamerError):
    """What was asked cannot be, as it was typed: nothing was written."""


class NameClosedError(RefusedError):
    """A name takes no PIN until somebody lets them in."""


class TooManyTriesError(RefusedError):
    """So many wrong tries that the room closes: only a key opens it again."""


class NotAllowedError(BuurtkamerError):
    """The one who asks has not the role for it."""


class ClashError(BuurtkamerError):
    """Somebody else changed the same thing meanwhile: nothing was written."""


class StoreError(BuurtkamerError):
    """The place where the room is kept cannot be used: the data is untouched."""


class DamagedError(StoreError):
    """A file of the room itself is gone or not as it was written: a backup is the way back."""


class KeyRefusedError(StoreError):
    """A passphrase, recovery code or key slot does not open the vault."""


class FileRefusedError(BuurtkamerError):
    """A file that somebody brought is not what it should be: nothing was taken from it."""
