"""Why a file is not taken as a log: told apart, each with the one sentence that belongs to it."""

from __future__ import annotations

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.i18n import mark


class NoLogError(FileRefusedError):
    """It is something else."""

    def __init__(self) -> None:
        super().__init__(mark("This file is not a log of a buurtkamer. Ask for the right file."))


class AlteredLogError(FileRefusedError):
    """A byte of it is another one than when it was signed, or what is inside does not fit together."""

    def __init__(self) -> None:
        super().__init__(mark("This file was changed after it was made, or it is damaged. Ask for it once more."))


class DamagedLogError(FileRefusedError):
    """Its end, where the signature stands, is missing altogether."""

    def __init__(self) -> None:
        super().__init__(mark("This file is not whole: its end is missing. Copy it once more."))


class NewerLogError(FileRefusedError):
    """A later version made it, and too little of it can be understood."""

    def __init__(self) -> None:
        super().__init__(mark("A newer version of the program made this log. Install that version."))
