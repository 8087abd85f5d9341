"""Days, times, money and people in the words that stand on paper, in the language of the moment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from babel.dates import format_date, get_day_names
from babel.numbers import format_currency

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.base.terms import Ending, LeadKind
from buurtkamer_app.printing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, time

    from buurtkamer_app.activities.records import Occurrence, Series
    from buurtkamer_app.room.records import Closure, Opening

_ENDED: Final = {
    Ending.ACTIVITY: mark("wishes that became an activity"),
    Ending.MATCH: mark("residents brought together"),
    Ending.HANDED_ON: mark("wishes passed on"),
    Ending.REPORTED: mark("wishes reported"),
    Ending.EXISTS: mark("wishes that were there already"),
}


def ended(counts: Mapping[Ending, int]) -> list[tuple[str, str]]:
    """Say what wishes came to: the words and the number of wishes, in the order of the endings."""
    return [(translate(words), str(counts[ending])) for ending, words in _ENDED.items() if ending in counts]


def said(day: date, pattern: str) -> str:
    """Say a day after a pattern of Unicode's date symbols (`EEEE d MMMM`)."""
    return format_date(day, pattern, locale=language())


def clock(at: time) -> str:
    """Say a time of the wall clock as posters do: `10.00`."""
    return f"{at:%H.%M}"


def span(starts: time, ends: time) -> str:
    """Say from when until when, as everywhere in the program: `10.00–13.00`."""
    return f"{clock(starts)}\u2013{clock(ends)}"


def dated(made_on: date, about: date | None = None, until: date | None = None) -> str:
    """Say for a footer when a sheet was made, with the number of the week that it is about (None: that one).

    `until` is a day of the last week, for a sheet that is about several.
    """
    first = (about or made_on).isocalendar().week
    last = until.isocalendar().week if until else first
    week = translate("Week {week}", week=first if first == last else f"{first}\u2013{last}")
    return f"{week} · {translate('made on {date}', date=said(made_on, 'd MMMM y'))}"


def days(first: date, last: date) -> str:
    """Say from which day to which, the year at the end: `maandag 9 tot en met zondag 15 maart 2026`."""
    until = said(last, "EEEE d MMMM y")
    if first.year != last.year:
        return translate("{first} to {last}", first=said(first, "EEEE d MMMM y"), last=until)
    pattern = "EEEE d" if first.month == last.month else "EEEE d MMMM"
    return translate("{first} to {last}", first=said(first, pattern), last=until)


def joined(names: Sequence[str]) -> str:
    """Say a run of days: one, two with "and", more as the first "to" the last."""
    if len(names) == 1:
        return names[0]
    message = "{first} and {last}" if len(names) == 2 else "{first} to {last}"
    return translate(message, first=names[0], last=names[-1])


def listed(names: Sequence[str]) -> str:
    """Say each of several days: with a comma between them, and "and" before the last."""
    return joined([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def hour_runs(openings: Iterable[Opening]) -> list[tuple[list[int], list[tuple[time, time]]]]:
    """Give days of the week in a row that have the same usual hours, and these hours."""
    of_day: dict[int, list[tuple[time, time]]] = {}
    for opening in sorted(openings, key=lambda entry: (entry.weekday, entry.opens)):
        of_day.setdefault(opening.weekday, []).append((opening.opens, opening.closes))
    runs: list[list[int]] = []
    for weekday, spans in of_day.items():
        if runs and runs[-1][-1] == weekday - 1 and spans == of_day[weekday - 1]:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return [(run, of_day[run[0]]) for run in runs]


def hours(openings: Iterable[Opening]) -> list[str]:
    """Say the usual hours, those of days in a row joined where they are equal."""
    names = get_day_names("wide", locale=language())
    return [
        f"{joined([names[day] for day in run])} {', '.join(span(*times) for times in spans)}"
        for run, spans in hour_runs(openings)
    ]


def amount(cents: int) -> str:
    """Say an amount of money, nothing as an amount too: `€ 0,00`."""
    return str(format_currency(Decimal(cents) / 100, "EUR", locale=language()))


def price(cents: int) -> str:
    """Say what it costs: `gratis`, `€ 1,50`."""
    return amount(cents) if cents else translate("free")


def leads(series: Series) -> str:
    """Say who leads: a first name only of who agreed to stand on the wall."""
    name = printable(series.lead)
    if series.lead_kind is not LeadKind.HOSTS and series.lead_on_paper and name:
        return first_name(name)
    return translate("residents") if series.lead_kind is LeadKind.RESIDENT else translate("the host on duty")


def closed(closure: Closure) -> str:
    """Say that a space or a part of the day is closed, when and why."""
    space, reason = printable(closure.space), printable(closure.reason)
    if closure.starts is None or closure.ends is None:
        told = translate("{space} is closed", space=space) if space else translate("closed")
    elif space:
        told = translate("{space} is closed {hours}", space=space, hours=span(closure.starts, closure.ends))
    else:
        told = translate("closed {hours}", hours=span(closure.starts, closure.ends))
    return f"{told}: {reason}" if reason else told


def facts(occurrence: Occurrence) -> list[str]:
    """Say of an occurrence its place, price, whether to sign up, and who leads; or that it does not go on, and why."""
    series = occurrence.series
    if occurrence.cancelled is not None:
        return [part for part in (translate("does not go on"), printable(occurrence.cancelled)) if part]
    sign_up = translate("sign up") if series.sign_up else ""
    place = translate("full, waiting list") if occurrence.full else sign_up
    was = occurrence.rule_date
    moved = translate("instead of {day}", day=said(was, "EEEE d MMMM")) if was and was != occurrence.on else ""
    return [part for part in (moved, printable(series.space), price(series.price_cents), place, leads(series)) if part]
