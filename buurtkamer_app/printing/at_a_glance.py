"""A week in few words, as posters and folders say it: short days, when the room is open this week, what is closed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing import words
from buurtkamer_app.printing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import DayProgramme, WeekProgramme
    from buurtkamer_app.room.records import RoomFacts

_DASH = "\u2013"


def short_day(on: date) -> str:
    """Say a day as short as a calendar does, with its number: `di 10`."""
    return words.said(on, "EEE d").replace(" ", "\u00a0")


def short_days(days: Iterable[date]) -> str:
    """Say days of one week without numbers, those in a row joined: `ma–do`, `ma en do`, `ma–wo en vr`."""
    runs: list[list[date]] = []
    for day in sorted(set(days)):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return words.listed([part for run in runs for part in _run(run)])


def _run(run: Sequence[date]) -> list[str]:
    names = [words.said(day, "EEE") for day in run]
    return [f"{names[0]}{_DASH}{names[-1]}"] if len(names) > 2 else names


def is_open(day: DayProgramme) -> bool:
    """Tell whether the room is open on a day of the week."""
    return day.opening is not None and day.closure is None


def usually_open(week: WeekProgramme) -> list[str]:
    """Say the usual hours, and that they are the usual ones in a week in which it is closed on one of these days."""
    first, *others = words.hours(week.hours) or [""]
    if not first:
        return []
    shut = bool(shut_days(week))
    told = translate("Usually open: {hours}", hours=first) if shut else translate("Open: {hours}", hours=first)
    return [told, *others]


def opened(week: WeekProgramme) -> list[str]:
    """Say when the room is open in this very week, days with equal hours joined: `ma–do 10.00–17.00`."""
    known = sorted(
        ((day.opening.opens, day.opening.closes), day.on)
        for day in week.days
        if day.opening is not None and is_open(day)
    )
    hours = [(run, [on for _, on in days]) for run, days in groupby(known, key=lambda entry: entry[0])]
    return [
        f"{short_days(days)}\u00a0{words.span(*run)}".replace(" ", "\u00a0")
        for run, days in sorted(hours, key=lambda entry: entry[1])
    ]


def shut_days(week: WeekProgramme) -> list[DayProgramme]:
    """Give the days on which the room would be open and is closed."""
    return [day for day in week.days if day.opening is not None and day.closure is not None]


def all_shut(week: WeekProgramme) -> bool:
    """Tell whether the room would be open this week and is closed all of it."""
    return bool(shut_days(week)) and not any(map(is_open, week.days))


def why_shut(week: WeekProgramme) -> str:
    """Say why the room is closed all of the week, where that has one reason."""
    reasons = {printable(day.closure.reason) for day in shut_days(week) if day.closure is not None}
    return reasons.pop() if all_shut(week) and len(reasons) == 1 else ""


def shut(week: WeekProgramme) -> list[str]:
    """Say on which days it is closed that are usually open, and why: `vr 3: Goede Vrijdag`."""
    runs = groupby(shut_days(week), key=lambda day: printable(day.closure.reason) if day.closure else "")
    said = []
    for reason, run in runs:
        names = [short_day(day.on) for day in run]
        when = names[0] if len(names) == 1 else f"{names[0]}{_DASH}{names[-1]}"
        said.append(f"{when}: {reason}" if reason else when)
    return said


def come(week: WeekProgramme) -> tuple[list[str], list[str], list[str]]:
    """Say in parts of three lines when it is open, when it is not, and where it is and whom to call."""
    open_, closed = opened(week), shut(week)
    facts = week.facts
    return (
        [translate("Open: {hours}", hours=open_[0]), *open_[1:]] if open_ else [],
        [translate("Closed: {why}", why=closed[0]), *closed[1:]] if closed else [],
        [part for part in (where(facts), printable(facts.phone)) if part],
    )


def welcome(week: WeekProgramme) -> str:
    """Say that everybody can come in, or that it is closed all of the week; without usual hours nobody can tell."""
    closed = bool(week.hours) and not any(map(is_open, week.days))
    return translate("Closed this week") if closed else translate("Come in. You are welcome.")


def places(highlight: Highlight) -> str:
    """Say whether to sign up, or that it is full on its only day; empty when one just comes."""
    if highlight.occurrence.full and len(highlight.days) == 1:
        return translate("full, waiting list")
    return translate("sign up") if highlight.series.sign_up else ""


def where(facts: RoomFacts) -> str:
    """Say where it is as a passer-by needs it: street and town."""
    return printable(", ".join(part for part in (facts.street, facts.city) if part.strip()))
