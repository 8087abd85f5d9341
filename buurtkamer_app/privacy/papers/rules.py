"""What a line of a room's own on its privacy papers can be, and how a period is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.concerns.rules import kept_line, kept_observation
from buurtkamer_app.privacy.retention.records import Per

if TYPE_CHECKING:
    from buurtkamer_app.privacy.papers.records import PaperLines, Period

_YEAR: Final = 12


def kept(lines: PaperLines) -> PaperLines:
    """Give the lines as they are kept; raises `RefusedError` for what no text can be."""
    return replace(
        lines,
        responsible=kept_line(lines.responsible),
        contact=kept_line(lines.contact),
        officer=kept_line(lines.officer),
        processors=kept_observation(lines.processors) if lines.processors.strip() else "",
    )


def said(period: Period) -> str:
    """Say how long something is kept, in the language of the moment: `6 months after they were closed`."""
    since, amount = translate(period.since), period.amount
    if not amount:
        return translate("till the end of the day")
    if period.per is Per.DAYS:
        if amount == 1:
            return translate("1 day {since}", since=since)
        return translate("{count} days {since}", count=amount, since=since)
    if amount == 1:
        return translate("1 month {since}", since=since)
    if amount % _YEAR == 0 and amount > _YEAR:
        return translate("{count} years {since}", count=amount // _YEAR, since=since)
    return translate("{count} months {since}", count=amount, since=since)
