"""What the wall sheet says of a week, as blocks of lines: its days, what became of wishes, how to come in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.flow import Block, Entry, Line, Piece
from buurtkamer_app.printing.house_style import DAY_COLOURS, INK, LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import BETWEEN, wrap, wrap_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.activities.records import DayProgramme, InUse, Occurrence, WeekProgramme
    from buurtkamer_app.wishes.records import BecameTrue


@dataclass(frozen=True, slots=True)
class Setting:
    """How large the type is, in points, and whether place and price stand beside a name or always below it."""

    size: float
    beside: bool

    @property
    def large(self) -> float:
        """Give the size of names."""
        return self.size * 1.08

    @property
    def label_size(self) -> float:
        """Give the size of a day's name."""
        return self.size * 1.12

    @property
    def inset(self) -> float:
        """Give the room between a frame and its text."""
        return self.size * 0.62


def label_width(week: WeekProgramme, setting: Setting) -> float:
    """Tell how wide the labels of the days are: the longest name fits."""
    names = [words.said(day.on, "EEEE") for day in week.days]
    longest = max(width(name, Face.BOLD, setting.label_size) for name in [*names, translate("continued")])
    return longest + 2 * setting.inset


def label_height(setting: Setting) -> float:
    """Tell how high a label is at least: the day's name, its number and, on a next page, that it goes on."""
    return setting.label_size * LEADING * 2.7 + setting.inset


def _plain(text: str, face: Face, size: float, room: float, colour: str = INK) -> Entry:
    return Entry(tuple(Line((Piece(line, face, size, 0, colour),)) for line in wrap(text, face, size, room)))


def _occurrence(occurrence: Occurrence, setting: Setting, room: float) -> Entry:
    series, size = occurrence.series, setting.size
    when = words.span(series.starts, series.ends)
    left = width("00.00\u00a0\u2013\u00a000.00", Face.BOLD, size) + size
    name = wrap(printable(series.name), Face.BOLD, setting.large, room - left) or ["…"]
    # Bold and in ink, so that it is seen in black and white as well.
    face, colour = (Face.REGULAR, SOFT_INK) if occurrence.goes_on else (Face.BOLD, INK)
    facts = words.facts(occurrence)
    beside = wrap_parts(facts, face, size, room)
    lines = [[Piece(line, Face.BOLD, setting.large, left)] for line in name]
    lines[0].insert(0, Piece(when, Face.BOLD, size))
    free = room - left - width(name[-1], Face.BOLD, setting.large) - size
    if setting.beside and len(beside) == 1 and width(beside[0], face, size) <= free:
        start = room - width(beside[0], face, size)
        lines[-1].append(Piece(beside[0], face, size, start, colour))
    else:
        below = wrap_parts(facts, face, size, room - left)
        lines += [[Piece(line, face, size, left, colour)] for line in below]
    return Entry(tuple(Line(tuple(pieces)) for pieces in lines))


def _in_use(entry: InUse, setting: Setting, room: float) -> Entry:
    """Say who else uses a space; whose phone number it is stands nowhere."""
    size = setting.size
    when = words.span(entry.starts, entry.ends)
    left = width("00.00\u00a0\u2013\u00a000.00", Face.BOLD, size) + size
    name = wrap(printable(entry.who), Face.BOLD, setting.large, room - left) or ["…"]
    below = wrap_parts([part for part in (printable(entry.space),) if part], Face.REGULAR, size, room - left)
    lines = [[Piece(line, Face.BOLD, setting.large, left)] for line in name]
    lines[0].insert(0, Piece(when, Face.BOLD, size))
    lines += [[Piece(line, Face.REGULAR, size, left, SOFT_INK)] for line in below]
    return Entry(tuple(Line(tuple(pieces)) for pieces in lines))


def _closed(day: DayProgramme) -> bool:
    return day.opening is None or day.closure is not None


def _note(day: DayProgramme, week: WeekProgramme) -> str:
    """Say what is special about a day: a holiday, that it is closed and why, or other hours than usual."""
    said = [printable(day.holiday)] if day.holiday else []
    if day.closure is not None:
        reason = printable(day.closure.reason)
        said.append(translate("closed: {reason}", reason=reason) if reason else translate("closed"))
    elif day.opening is None:
        said.append(translate("closed"))
    elif day.opening not in week.hours or not _shown(day):
        said.append(translate("open from {hours}", hours=words.span(day.opening.opens, day.opening.closes)))
    if day.closure is None:
        said += [words.closed(closure) for closure in day.partly]
    return BETWEEN.join(said)


def _shown(day: DayProgramme) -> list[Occurrence]:
    """Give what is told of a day: what does not go on because all is closed needs no line of its own."""
    return [entry for entry in day.occurrences if day.closure is None or not entry.closed]


def _quiet(day: DayProgramme, week: WeekProgramme) -> bool:
    """Tell whether a day is one on which the room is never open and nothing is on."""
    usual = any(opening.weekday == day.on.weekday() for opening in week.hours)
    return _closed(day) and not usual and not _shown(day) and not day.in_use


def _day(day: DayProgramme, week: WeekProgramme, setting: Setting) -> Block:
    room = ROOM - label_width(week, setting) - 2 * setting.inset - setting.size * 0.4
    colour = DAY_COLOURS[day.on.weekday()]
    note = _note(day, week)
    entries = [_plain(note[:1].upper() + note[1:], Face.BOLD, setting.large, room, colour)] if note else []
    programme = [(entry.series.starts, _occurrence(entry, setting, room)) for entry in _shown(day)]
    programme += [(entry.starts, _in_use(entry, setting, room)) for entry in day.in_use]
    entries += [entry for _, entry in sorted(programme, key=itemgetter(0))]
    inset = setting.inset * 0.6
    return Block(tuple(entries), colour, day.on, inset=inset, least=label_height(setting))


def _quiet_days(days: Sequence[DayProgramme], note: str, setting: Setting) -> Block:
    names = words.joined([words.said(day.on, "EEEE d") for day in days])
    line = f"{names}{BETWEEN}{note}"
    return Block((_plain(line, Face.MEDIUM, setting.size, ROOM, SOFT_INK),), LINE, framed=False)


def days(week: WeekProgramme, setting: Setting) -> Iterator[Block]:
    """Give the blocks of Monday to Sunday; closed days in a row of which the same can be said share one line."""
    for (quiet, note), run in groupby(week.days, key=lambda day: (_quiet(day, week), _note(day, week))):
        if quiet:
            yield _quiet_days(list(run), note, setting)
        else:
            yield from (_day(day, week, setting) for day in run)


def _when(wish: BecameTrue, week: WeekProgramme) -> str:
    """Say when: day and time when it is on this week, else the day, or that the day is not known yet."""
    on = [
        entry for day in week.days for entry in day.occurrences if entry.goes_on and entry.series.name == wish.activity
    ]
    if on:
        return f"{words.said(on[0].on, 'EEEE')}\u00a0{words.clock(on[0].series.starts)}"
    return words.said(wish.when, "EEEE d MMMM") if wish.when else translate("the day follows")


def _became(wish: BecameTrue, week: WeekProgramme) -> str:
    values = {"activity": printable(wish.activity) or "…", "when": _when(wish, week)}
    if wish.supporters == 1:
        return translate("1 neighbour asked for it: {activity}, {when}", **values)
    return translate("{count} neighbours asked for it: {activity}, {when}", count=wish.supporters, **values)


def wishes(week: WeekProgramme, became: Sequence[BecameTrue], setting: Setting) -> Block:
    """Give the block that says what became of wishes, and how to tell one."""
    room = ROOM - 2 * setting.inset - setting.size * 0.4
    heading = _plain(translate("Your wish became this"), Face.BOLD, setting.size * 1.3, room, SECOND)
    told = [_plain(_became(wish, week), Face.REGULAR, setting.size, room) for wish in became]
    ask = _plain(translate("Do you have a wish? Tell the host."), Face.BOLD, setting.size, room)
    return Block((heading, *told, ask) if told else (ask,), SECOND, inset=setting.inset * 0.8)


def coming_in(week: WeekProgramme, setting: Setting) -> Block:
    """Give the lines that say when the room is open and how to get in."""
    first, *others = words.hours(week.hours) or [""]
    opened = wrap_parts((translate("Open: {hours}", hours=first), *others), Face.BOLD, setting.size, ROOM)
    lines = [Line((Piece(line, Face.BOLD, setting.size),)) for line in opened if first]
    entrance = printable(week.facts.entrance)
    how = _plain(translate("Entrance: {how}", how=entrance), Face.REGULAR, setting.size, ROOM).lines if entrance else ()
    return Block((Entry((*lines, *how)),) if first or entrance else (), LINE, framed=False)
