"""What the wall sheet says of a week, in words: its days, what became of wishes, how to come in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import at_a_glance, words
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.wrapping import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.records import DayProgramme, InUse, Occurrence, WeekProgramme
    from buurtkamer_app.wishes.records import BecameTrue


@dataclass(frozen=True, slots=True)
class Row:
    """Something on a day: its times, its name, what is to be known of it; `picture` names its pictogram.

    What is to be known of what does not go on stands out. `series` is None for a space that others use.
    """

    starts: time
    when: str
    name: str
    facts: tuple[str, ...]
    goes_on: bool = True
    picture: str = ""
    series: UUID | None = None


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day: its name, what is special about it, what is on. Without a `day`: closed days in a row, in one line."""

    day: date | None
    name: str
    note: str
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class WallWords:
    """All that the wall sheet says below its head; `became` are activities and how many asked for each."""

    days: tuple[DayWords, ...]
    labels: tuple[str, ...]
    became: tuple[tuple[str, str], ...]
    hours: tuple[str, ...]
    entrance: str


def wall_words(week: WeekProgramme, became: Sequence[BecameTrue]) -> WallWords:
    """Put a week into words."""
    entrance = printable(week.facts.entrance)
    return WallWords(
        tuple(_days(week)),
        (*(words.said(day.on, "EEEE") for day in week.days), translate("continued")),
        tuple((f"{printable(wish.activity) or '…'}, {when_of(wish, week)}", _asked(wish)) for wish in became),
        tuple(at_a_glance.usually_open(week)),
        translate("Entrance: {how}", how=entrance) if entrance else "",
    )


def _days(week: WeekProgramme) -> Iterator[DayWords]:
    """Give Monday to Sunday; closed days in a row of which the same can be said share one line."""
    for (quiet, note), run in groupby(week.days, key=lambda day: (_quiet(day, week), note_of(day, week))):
        days = list(run)
        if quiet:
            yield DayWords(None, words.joined([words.said(day.on, "EEEE d") for day in days]), note)
            continue
        for day in days:
            yield DayWords(day.on, words.said(day.on, "EEEE"), note[:1].upper() + note[1:], rows_of(day))


def rows_of(day: DayProgramme) -> tuple[Row, ...]:
    """Give all that is told of a day, by time."""
    rows = [told(entry) for entry in shown(day)] + [_in_use(entry) for entry in day.in_use]
    return tuple(sorted(rows, key=attrgetter("starts")))


def told(entry: Occurrence) -> Row:
    """Put an activity on one day into words."""
    series = entry.series
    return Row(
        series.starts,
        words.span(series.starts, series.ends),
        printable(series.name) or "…",
        tuple(words.facts(entry)),
        entry.goes_on,
        pictogram(series),
        series.id,
    )


def _in_use(entry: InUse) -> Row:
    """Say who else uses a space; whose phone number it is stands nowhere."""
    place = printable(entry.space)
    when = words.span(entry.starts, entry.ends)
    return Row(entry.starts, when, printable(entry.who) or "…", (place,) if place else ())


def note_of(day: DayProgramme, week: WeekProgramme) -> str:
    """Say what is special about a day: a holiday, that it is closed and why, or other hours than usual."""
    said = [printable(day.holiday)] if day.holiday else []
    if day.closure is not None:
        reason = printable(day.closure.reason)
        said.append(translate("closed: {reason}", reason=reason) if reason else translate("closed"))
    elif day.opening is None:
        said.append(translate("closed"))
    elif day.opening not in week.hours or not shown(day):
        said.append(translate("open from {hours}", hours=words.span(day.opening.opens, day.opening.closes)))
    if day.closure is None:
        said += [words.closed(closure) for closure in day.partly]
    return BETWEEN.join(said)


def shown(day: DayProgramme) -> list[Occurrence]:
    """Give what is told of a day: what does not go on because all is closed needs no line of its own."""
    return [entry for entry in day.occurrences if day.closure is None or not entry.closed]


def _quiet(day: DayProgramme, week: WeekProgramme) -> bool:
    """Tell whether a day is one on which the room is never open and nothing is on."""
    closed = day.opening is None or day.closure is not None
    usual = any(opening.weekday == day.on.weekday() for opening in week.hours)
    return closed and not usual and not shown(day) and not day.in_use


def when_of(wish: BecameTrue, week: WeekProgramme) -> str:
    """Say when: day and time when it is on this week, else the day, or that the day is not known yet."""
    on = [
        entry for day in week.days for entry in day.occurrences if entry.goes_on and entry.series.name == wish.activity
    ]
    if on:
        return f"{words.said(on[0].on, 'EEEE')}\u00a0{words.clock(on[0].series.starts)}"
    return words.said(wish.when, "EEEE d MMMM") if wish.when else translate("the day follows")


def came_of(wish: BecameTrue, week: WeekProgramme) -> str:
    """Say in one line what became of a wish and how many asked for it."""
    values = {"activity": printable(wish.activity) or "…", "when": when_of(wish, week)}
    if wish.supporters == 1:
        return translate("1 neighbour asked for it: {activity}, {when}", **values)
    return translate("{count} neighbours asked for it: {activity}, {when}", count=wish.supporters, **values)


def _asked(wish: BecameTrue) -> str:
    if wish.supporters == 1:
        return translate("1 neighbour asked for it")
    return translate("{count} neighbours asked for it", count=wish.supporters)
