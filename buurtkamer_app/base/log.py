"""The log file: what happened to the program, never to a person; it turns over at half a megabyte."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class _WithoutPeople(logging.Formatter):
    """Writes where an error came from and its type, never its text: a text may hold what somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line; what another handler made of the error before us is not used, since it holds its text."""
        theirs, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = theirs

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name that logging calls
        """Give the type and the places of an error, innermost last."""
        if not isinstance(ei, tuple) or ei[1] is None:
            return ""
        error: BaseException = ei[1]
        places, trace = [], error.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{code.co_filename.rsplit('buurtkamer_app', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        details = getattr(error, "details", "")
        return f"{type(error).__name__} {details} at " + " > ".join(places)


def keep_log(folder: Path) -> None:
    """Write the log of this process to `folder/log/buurtkamer.log`."""
    (folder / "log").mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "log" / "buurtkamer.log", maxBytes=512 * 1024, backupCount=3, encoding="utf-8", delay=True
    )
    handler.setFormatter(_WithoutPeople("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    for old in [entry for entry in root.handlers if isinstance(entry, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def let_go_of_log() -> None:
    """Write no log any more: its files are to go."""
    root = logging.getLogger()
    for old in [entry for entry in root.handlers if isinstance(entry, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
