"""The commands that make a file to send, and the one that reads a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.rooms import passphrase
from buurtkamer_app.exchange.reading import read_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.services import Services


def write_calendar(services: Services, first: date | None, last: date | None, out: Path) -> None:
    """Write the programme of a period, or all of it, to an iCalendar file."""
    services.calendar.export(out, first, last)


def write_log(services: Services, first: date, last: date, out: Path, file: Path | None) -> Iterator[str]:
    """Write the log of a period; give the lines that tell its check code and, when it was drawn, its passphrase."""
    words = passphrase(file) if file is not None else services.exchange.propose_passphrase()
    made = services.exchange.write(services.exchange.draft(first, last), out, words).value
    yield str(out)
    yield translate("Check code: {code}", code=made.check_code)
    if file is None:
        yield translate("Passphrase: {words}", words=words)


def review_log(path: Path, words: str, code: str | None) -> Iterator[str]:
    """Verify a log and give what it says, line by line; raises `FileRefusedError` for one that was changed."""
    found = read_log(path, words, code)
    log = found.log
    yield translate("This log is whole and was signed by its room.")
    yield translate("Check code: {code}", code=found.check_code)
    yield f"{log.room}, {log.first.isoformat()} – {log.last.isoformat()}"
    for name, content in found.files.items():
        if name.endswith(".csv"):
            yield ""
            yield content.decode("utf-8-sig").rstrip()
    for question in log.questions:
        yield ""
        yield translate("A question about wish {number}: {text}", number=question.wish, text=question.text)
