"""What a week holds, day by day in words, for sheets that tell all of it in a form of their own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.wall_words import Row, note_of, rows_of, shown

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day in words, or closed days in a row of which the same is told; `note` says what is special about it.

    `first` is the (first) day, None for what is told of more days at once.
    """

    first: date | None
    heading: str
    note: str
    entries: tuple[Row, ...]


def told_week(week: WeekProgramme) -> list[ToldDay]:
    """Give the days of a week in words."""
    runs = groupby(week.days, key=lambda day: _without_entries(day, week))
    days: list[ToldDay] = []
    for empty, run in runs:
        days += [_empty(list(run), empty)] if empty else [_day(day, week) for day in run]
    return days


def _without_entries(day: DayProgramme, week: WeekProgramme) -> str:
    """Give the note of a day on which nothing is told but why, "" of another."""
    if shown(day) or day.in_use:
        return ""
    return note_of(day, week)


def _empty(days: list[DayProgramme], note: str) -> ToldDay:
    names = words.joined([words.said(day.on, "EEEE d") for day in days])
    return ToldDay(days[0].on, f"{names} {words.said(days[-1].on, 'MMMM')}", note, ())


def _day(day: DayProgramme, week: WeekProgramme) -> ToldDay:
    entries = rows_of(day)
    note = note_of(day, week) or ("" if entries else translate("Nothing is planned then."))
    return ToldDay(day.on, words.said(day.on, "EEEE d MMMM"), note, entries)
