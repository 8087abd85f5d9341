"""The rows of a day on the sheet in several languages: what is on, who else is there, and what is special."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.printing import words
from buurtkamer_app.printing.flow import Entry, Line, Piece
from buurtkamer_app.printing.house_style import DAY_COLOURS, SOFT_INK
from buurtkamer_app.printing.languages_columns import Look, Setting, columns
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.activities.records import DayProgramme, InUse, Occurrence, WeekProgramme
    from buurtkamer_app.printing.languages import Language
    from buurtkamer_app.room.records import Closure


# A reason that takes more lines in the narrow column of Dutch stands below, over all of the width.
_FEW: Final = 2


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def said(message: str, setting: Setting, span: tuple[float, float], look: Look) -> list[Line]:
    """Say one of the headings in each language."""
    return columns([capital(known.said(message)) for known in setting.languages], setting, span, look)


def _with_reason(
    told: Sequence[str], reason: str, setting: Setting, span: tuple[float, float], look: Look
) -> list[Line]:
    """Say something in each language, with a reason in the room's own words: behind it where it fits, else below."""
    if not reason:
        return columns(told, setting, span, look)
    together = columns([f"{told[0]}: {reason}", *told[1:]], setting, span, look)
    if len(together) <= _FEW:
        return together
    below = wrap(reason, Face.MEDIUM, look.size, span[1] - span[0])
    lines = [Line((Piece(line, Face.MEDIUM, look.size, span[0], look.colour),)) for line in below]
    return [*columns(told, setting, span, look), *lines]


def _heading(when: str, name: str, facts: Sequence[str], setting: Setting, room: float) -> list[Line]:
    """Set times and name, with place and price to the right of it where they fit, else below."""
    left, soft = setting.name_left, Look(Face.REGULAR, setting.size, SOFT_INK)
    heading = wrap(name, Face.BOLD, setting.large, room - left)
    lines = [[Piece(line, Face.BOLD, setting.large, left)] for line in heading]
    lines[0].insert(0, Piece(when, Face.BOLD, setting.size))
    below = wrap_parts(facts, soft.face, soft.size, room - left)
    used = left + width(heading[-1], Face.BOLD, setting.large) + setting.size
    if len(below) == 1 and used + width(below[0], soft.face, soft.size) <= room:
        lines[-1].append(Piece(below[0], soft.face, soft.size, room - width(below[0], soft.face, soft.size), SOFT_INK))
    else:
        lines += [[Piece(line, soft.face, soft.size, left, SOFT_INK)] for line in below]
    return [Line(tuple(pieces)) for pieces in lines]


def occurrence(entry: Occurrence, setting: Setting, room: float) -> Entry:
    """Lay out an activity: its own name, and in each language what it is and what one must know."""
    series, span = entry.series, (setting.name_left, room)
    picture, soft = pictogram(series), Look(Face.MEDIUM, setting.size, SOFT_INK)
    price = words.amount(series.price_cents) if series.price_cents else ""
    facts = [printable(series.space), price] if entry.goes_on else []
    when = words.span(series.starts, series.ends)
    lines = _heading(when, printable(series.name) or "…", [fact for fact in facts if fact], setting, room)
    meant = [known.said(WORDS[picture]) for known in setting.languages]
    lines += columns(meant, setting, span, Look(Face.REGULAR, setting.size))
    if not entry.goes_on:
        # Bold and in ink, so that it is seen in black and white as well.
        told = [capital(known.said("does not go on")) for known in setting.languages]
        lines += _with_reason(told, printable(entry.cancelled or ""), setting, span, Look(Face.BOLD, setting.size))
        return Entry(tuple(lines), picture)
    if entry.full or series.sign_up:
        lines += said("full, waiting list" if entry.full else "sign up first", setting, span, soft)
    if entry.rule_date and entry.rule_date != entry.on:
        lines += said("on another day than usual", setting, span, soft)
    return Entry(tuple(lines), picture)


def in_use(entry: InUse, setting: Setting, room: float) -> Entry:
    """Lay out who else uses a space; whose phone number it is stands nowhere."""
    place = [part for part in (printable(entry.space),) if part]
    lines = _heading(words.span(entry.starts, entry.ends), printable(entry.who) or "…", place, setting, room)
    look = Look(Face.REGULAR, setting.size, SOFT_INK)
    return Entry((*lines, *said("place in use", setting, (setting.name_left, room), look)))


def _shut(closure: Closure, language: Language) -> str:
    """Say that a space or a part of the day is closed, and when."""
    space, told = printable(closure.space), language.said("closed")
    if closure.starts is not None and closure.ends is not None:
        told = f"{told} {language.span(closure.starts, closure.ends)}"
    return f"{space}: {told}" if space else told


def _special(day: DayProgramme, week: WeekProgramme, language: Language) -> Iterator[tuple[str, str]]:
    """Give what is special about a day in a language, each with the name or reason that there is in Dutch alone."""
    if day.holiday:
        yield language.said("public holiday"), printable(day.holiday)
    if day.closure is not None:
        yield language.said("closed"), printable(day.closure.reason)
        return
    if day.opening is None:
        yield language.said("closed"), ""
    elif day.opening not in week.hours or not day.occurrences:
        yield f"{language.said('open')} {language.span(day.opening.opens, day.opening.closes)}", ""
    for closure in day.partly:
        yield _shut(closure, language), printable(closure.reason)


def special(day: DayProgramme, week: WeekProgramme, setting: Setting, room: float) -> list[Entry]:
    """Lay out what is special about a day: a holiday, that it is closed and why, or other hours than usual."""
    look = Look(Face.BOLD, setting.size, DAY_COLOURS[day.on.weekday()])
    every = zip(*(_special(day, week, known) for known in setting.languages), strict=True)
    entries = []
    for texts in every:
        told, reason = [capital(text) for text, _ in texts], texts[0][1]
        entries.append(Entry(tuple(_with_reason(told, reason, setting, (0.0, room), look))))
    return entries
