"""What the sheet in several languages says of a week, as blocks of lines: its days, and how to come in."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from buurtkamer_app.printing import words
from buurtkamer_app.printing.dress import SECOND
from buurtkamer_app.printing.flow import Block, Entry, Line, Piece
from buurtkamer_app.printing.house_style import DAY_COLOURS, LEADING, LINE, ROOM, SOFT_INK
from buurtkamer_app.printing.languages_columns import Look, Setting, columns
from buurtkamer_app.printing.languages_rows import in_use, occurrence, said, special
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wall_words import shown
from buurtkamer_app.printing.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
    from buurtkamer_app.printing.house import House


def label_lines(day: DayProgramme, setting: Setting) -> list[tuple[str, Look]]:
    """Give the name of a day in each language, the first one as the head of the others."""
    home, *others = setting.languages
    below = [(other, Look(Face.MEDIUM, setting.fitted(other, setting.size))) for other in others]
    first = (home.weekday(day.on), Look(Face.BOLD, setting.large))
    return [first, *((other.led(other.weekday(day.on)), look) for other, look in below)]


def label_width(week: WeekProgramme, setting: Setting) -> float:
    """Tell how wide the labels of the days are: the longest name of each language fits."""
    lines = [line for day in week.days for line in label_lines(day, setting)]
    return max(width(name, look.face, look.size) for name, look in lines) + 1.7 * setting.inset


def label_height(setting: Setting) -> float:
    """Tell how high a label is at least: the day's number and its names."""
    names = setting.large + sum(setting.fitted(other, setting.size) for other in setting.languages[1:])
    return (setting.large * 1.6 + names) * LEADING + setting.inset


def _day(day: DayProgramme, week: WeekProgramme, setting: Setting, label: float) -> Block:
    room = ROOM - label - 2 * setting.inset - setting.size * 0.4
    programme = [(entry.series.starts, occurrence(entry, setting, room)) for entry in shown(day)]
    programme += [(entry.starts, in_use(entry, setting, room)) for entry in day.in_use]
    rows = [entry for _, entry in sorted(programme, key=itemgetter(0))]
    entries = (*special(day, week, setting, room), *rows)
    colour = DAY_COLOURS[day.on.weekday()]
    return Block(entries, colour, day.on, inset=setting.inset * 0.6, least=label_height(setting))


def _quiet(day: DayProgramme, week: WeekProgramme) -> bool:
    """Tell whether a day is one on which the room is never open and nothing is to be told."""
    usual = any(opening.weekday == day.on.weekday() for opening in week.hours)
    told = shown(day) or day.in_use or day.holiday or day.closure or day.partly
    return day.opening is None and not usual and not told


def _quiet_days(days: Sequence[DayProgramme], setting: Setting) -> Block:
    """Say of closed days in a row that they are."""
    texts = []
    for known in setting.languages:
        names = known.row(f"{known.weekday(day.on)} {day.on.day}" for day in days)
        texts.append(f"{names}: {known.said('closed')}")
    lines = columns(texts, setting, (0.0, ROOM), Look(Face.MEDIUM, setting.size, SOFT_INK))
    return Block((Entry(tuple(lines)),), LINE, framed=False)


def _hours(week: WeekProgramme, setting: Setting, span: tuple[float, float]) -> Iterator[list[Line]]:
    """Give the opening hours, in each language its own column."""
    if week.hours:
        yield said("Opening hours", setting, span, Look(Face.BOLD, setting.size, SECOND))
    for days, spans in words.hour_runs(week.hours):
        texts = []
        for known in setting.languages:
            hours = known.row(known.span(*times) for times in spans)
            texts.append(f"{known.weekdays(days)} {hours}")
        yield columns(texts, setting, span, Look(Face.REGULAR, setting.size))


def _address(week: WeekProgramme, house: House, setting: Setting, span: tuple[float, float]) -> Iterator[list[Line]]:
    """Give where it is; how to get in is told in Dutch, as the room wrote it."""
    entrance = wrap(printable(week.facts.entrance), Face.REGULAR, setting.size, span[1])
    pieces = [Piece(line, Face.BOLD, setting.large) for line in wrap(house.address, Face.BOLD, setting.large, span[1])]
    pieces += [Piece(line, Face.REGULAR, setting.size) for line in entrance]
    if pieces:
        yield said("Address", setting, span, Look(Face.BOLD, setting.size, SECOND))
        yield [Line((piece,)) for piece in pieces]


def _coming_in(week: WeekProgramme, house: House, setting: Setting) -> Block:
    span, look = (0.0, ROOM - 2 * setting.inset), Look(Face.MEDIUM, setting.size)
    told = [*_hours(week, setting, span), *_address(week, house, setting, span)]
    if any(entry.series.sign_up for day in week.days for entry in day.occurrences):
        told.append(said("sign up with the host", setting, span, look))
    told.append(said("Do you have a wish? Tell the host.", setting, span, look))
    return Block(tuple(Entry(tuple(lines)) for lines in told), SECOND, inset=setting.inset)


def blocks(week: WeekProgramme, house: House, setting: Setting) -> list[Block]:
    """Give all of a week in one size of type."""
    label = label_width(week, setting)
    told: list[Block] = []
    for quiet, run in groupby(week.days, key=lambda day: _quiet(day, week)):
        days = list(run)
        told += [_quiet_days(days, setting)] if quiet else [_day(day, week, setting, label) for day in days]
    return [*told, _coming_in(week, house, setting)]
