"""Lengths of time, kept in minutes, as they are said and as they stand in a column."""

from __future__ import annotations

from buurtkamer_app.base.i18n import translate


def in_words(minutes: int) -> str:
    """Say a length of time: `12 uur en 30 minuten`, `12 uur`, `30 minuten`."""
    hours, rest = divmod(minutes, 60)
    if minutes == 60:
        return translate("1 hour")
    if not rest:
        return translate("{hours} hours", hours=hours)
    left = translate("1 minute") if rest == 1 else translate("{minutes} minutes", minutes=rest)
    if not hours:
        return left
    if rest == 1:
        return translate("{hours} hours 1 minute", hours=hours)
    return translate("{hours} hours {minutes} minutes", hours=hours, minutes=rest)


def in_column(minutes: int) -> str:
    """Say a length of time where it stands in a column: `12:30`."""
    return f"{minutes // 60}:{minutes % 60:02}"
