"""The commands that make a file to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.commands.rooms import passphrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.exchange.log.draft import LogDraft, Unseen
    from buurtkamer_app.services import Services


def write_calendar(services: Services, first: date | None, last: date | None, out: Path) -> None:
    """Write the programme of a period, or all of it, to an iCalendar file."""
    services.calendar.export(out, first, last)


def log_draft(services: Services, first: date, last: date, recipient: str | None, unseen: Unseen) -> LogDraft:
    """Draft the log of a period, for a recipient by their name or for nobody in particular.

    Raises `RefusedError` when nobody of that name gets logs.
    """
    to = services.recipients.called(recipient).id if recipient is not None else None
    return services.exchange.draft(first, last, to, unseen=unseen)


def write_log(services: Services, draft: LogDraft, out: Path, file: Path | None) -> Iterator[str]:
    """Write a log; give the lines that tell its check code and, when it was drawn, its passphrase."""
    made = services.exchange.write(draft, out, passphrase(file) if file is not None else None).value
    yield str(out)
    yield translate("Check code: {code}", code=made.check_code)
    if file is None and draft.recipient is None:
        yield translate("Passphrase: {words}", words=made.passphrase)
