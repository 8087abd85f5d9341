"""Reads a calendar file that somebody brings: whole and within bounds, or a sentence that says what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.storage.whole_file import read_at_most

if TYPE_CHECKING:
    from pathlib import Path

    from icalendar import Event

MOST_MEGABYTES: Final = 10
MOST_EVENTS: Final = 5000
# Deeper than calendar, event, alarm nothing is that we read; a file of nothing but BEGIN would go deeper for ever.
_DEEPEST: Final = 8
_LONGEST_LINE: Final = 200_000  # letters, also of what is folded over several lines
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_BEGIN: Final = re.compile(r"BEGIN:([A-Z-]+)\s*", re.IGNORECASE)
_END: Final = re.compile(r"END:([A-Z-]+)\s*", re.IGNORECASE)
# What is left out before the file is understood: alarms and tasks of others mean nothing here.
_KEPT: Final = frozenset({"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"})


def read_text(path: Path) -> str:
    """Read a file; raises `FileRefusedError` when it is too large or no text, `StoreError` when the disk fails."""
    content = read_at_most(path, MOST_MEGABYTES * 1_000_000)
    if content is None:
        raise FileRefusedError("The file {name} is not there any more.", name=path.name)
    if len(content) > MOST_MEGABYTES * 1_000_000:
        raise FileRefusedError("This file is larger than {most} MB. Ask for a shorter period.", most=MOST_MEGABYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefusedError("This is no calendar file. Its name ends in .ics.") from error
    if "\0" in text:
        raise FileRefusedError("This is no calendar file. Its name ends in .ics.")
    return text


def events(text: str) -> list[Event]:
    """Give the events of a calendar; raises `FileRefusedError` for a file that is no calendar, or broken off."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - loaded where it is used

    kept = _kept(_FOLD.sub("", text))
    try:
        calendar = Calendar.from_ical(kept)
        return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    except Exception as error:
        raise _broken(error) from error


def _kept(text: str) -> str:
    """Give the lines of one calendar that mean something here, after a look at whether all that begins also ends."""
    within: list[str] = []
    kept, count, calendars = [], 0, 0
    for line in text.splitlines():
        if len(line) > _LONGEST_LINE:
            raise FileRefusedError("A line of this file is too long. Ask for the file again.")
        begins, ends = _BEGIN.fullmatch(line), _END.fullmatch(line)
        if begins:
            within.append(begins[1].upper())
            calendars += within == ["VCALENDAR"]
            count += within[-1] == "VEVENT"
        if len(within) > _DEEPEST or (not within and line.strip()):
            raise _broken()
        # Two calendars in one file are one to us.
        again = within == ["VCALENDAR"] and ((begins and calendars > 1) or ends)
        if _KEPT.issuperset(within) and line.strip() and not again:
            kept.append(line)
        if ends and (not within or within.pop() != ends[1].upper()):
            raise _broken()
    if count > MOST_EVENTS:
        raise FileRefusedError("This file holds over {most} dates. Ask for a shorter period.", most=MOST_EVENTS)
    if within or not calendars:
        raise _broken()
    return "\r\n".join([*kept, "END:VCALENDAR", ""])


def _broken(error: Exception | None = None) -> FileRefusedError:
    sentence = "This calendar file is broken or cut off. Nothing was changed. Ask for it again."
    return FileRefusedError(sentence, details=type(error).__name__ if error else "")
