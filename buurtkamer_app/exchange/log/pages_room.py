"""The pages of a log about the room: figures at a glance, visits, activities and hours."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from babel.numbers import format_currency

from buurtkamer_app.base.durations import in_words
from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.terms import Ending, LeadKind
from buurtkamer_app.exchange.log import pictures
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.words import LEADS, PURPOSES, THEMES, said
from buurtkamer_app.printing import words
from buurtkamer_app.printing.charts import number
from buurtkamer_app.printing.house_style import ROOM
from buurtkamer_app.printing.log_pages import Column, Section
from buurtkamer_app.printing.log_pictures import tiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.exchange.log.records import Log, LogActivity
    from buurtkamer_app.printing.dress import Dress


def hidden_notes(cells: Sequence[object]) -> tuple[str, ...]:
    """Say what stands in place of counts that are not told, where one does."""
    notes = []
    if Hidden.SMALL in cells:
        notes.append(translate("< 5: from 1 to 4 people."))
    if Hidden.BESIDE in cells:
        notes.append(translate("*: not shown, so that nobody can be worked out."))
    return tuple(notes)


def figures(log: Log, dress: Dress) -> Section:
    """Give the figures at a glance: the ones that matter large, the others in a table."""
    found = log.figures
    rows = [
        (translate("visits by name"), said(found.named)),
        (translate("visits without a name"), said(found.anonymous)),
        (translate("children"), said(found.children)),
        (translate("here for the first time"), said(found.first_time)),
        (translate("entered later from paper"), said(found.entered_later)),
        (translate("support for wishes"), number(found.wish_supports)),
        *words.ended({Ending(name): count for name, count in found.endings.items() if name in set(Ending)}),
        (translate("wishes on record"), number(found.wishes_total)),
        (translate("concerns"), said(found.concerns)),
        (translate("hosts who did not come"), said(found.no_shows)),
        (translate("hours of hosts"), in_words(found.host_minutes)),
        (translate("hours of the team since its start"), in_words(found.team_minutes)),
        *_cash(log),
    ]
    cells = (found.visits, found.participations, found.named, found.anonymous, found.children, found.first_time)
    notes = hidden_notes((*cells, found.entered_later, found.concerns, found.no_shows))
    columns = (Column("", 30), Column("", 14, right=True), Column("", 34), Column("", 22, right=True))
    half = (len(rows) + 1) // 2
    beside = tuple((*one, *other) for one, other in zip_longest(rows[:half], rows[half:], fillvalue=("", "")))
    return Section(
        translate("At a glance"), columns, beside, notes, picture=tiles(ROOM, _large(log), dress), together=True
    )


def _large(log: Log) -> tuple[tuple[str, str], ...]:
    """Give the figures that matter most, each with what it counts."""
    found, hours = log.figures, log.hours
    counted = (
        (found.wishes_new, translate("new wish"), translate("new wishes")),
        (found.wishes_fulfilled, translate("wish that came true"), translate("wishes that came true")),
        (sum(theme.dates for theme in log.themes), translate("activity held"), translate("activities held")),
        (round(hours.residents / 60), translate("hour of residents"), translate("hours of residents")),
        (round(hours.professionals / 60), translate("hour of professionals"), translate("hours of professionals")),
        (found.advice_open, translate("open question for you"), translate("open questions for you")),
    )
    return (
        (said(found.visits), translate("visits")),
        (said(found.participations), translate("took part in activities")),
        *((number(count), one if count == 1 else more) for count, one, more in counted),
    )


def _cash(log: Log) -> Iterator[tuple[str, str]]:
    if log.figures.cash:
        last = log.figures.cash[-1]
        label = translate("cash box on {date}", date=words.said(last.on, "d MMMM"))
        yield label, format_currency(last.closing / 100, "EUR", locale=language())


def visits(log: Log, dress: Dress) -> Iterator[Section]:
    """Give the visits over time, and by the hour of the day with what they were for."""
    cells = [bar.visits for bar in log.bars]
    none = translate("No visits in this period.")
    drawn = bool(log.bars) and any(cells)
    picture = pictures.visits(log.bars, ROOM, dress) if drawn else None
    yield Section(
        translate("Visits"),
        (),
        (),
        hidden_notes(cells) if drawn else (),
        empty="" if drawn else none,
        picture=picture,
    )
    found = log.figures
    if not found.by_hour and not found.by_purpose:
        return
    rows = tuple(
        (translate("came {purpose}", purpose=translate(PURPOSES[entry.purpose])), said(entry.visits))
        for entry in found.by_purpose
        if entry.purpose in PURPOSES
    )
    yield Section(
        translate("Visits by the hour, and what they were for"),
        (Column("", 3), Column("", 2, right=True)),
        rows,
        hidden_notes([*(one.visits for one in found.by_hour), *(one.visits for one in found.by_purpose)]),
        picture=pictures.by_hour(found.by_hour, ROOM, dress) if found.by_hour else None,
        together=True,
    )


def activities(log: Log, dress: Dress) -> Iterator[Section]:
    """Give the activities by theme, and each with its days and how many took part on each of them."""
    known = [theme for theme in log.themes if theme.theme in THEMES]
    if known:
        yield Section(
            translate("Activities by theme"),
            (),
            (),
            hidden_notes([theme.participations for theme in known]),
            picture=pictures.themes(known, ROOM, dress),
        )
    each: dict[tuple[str, str], list[LogActivity]] = {}
    for entry in log.activities:
        each.setdefault((entry.name, entry.led_by), []).append(entry)
    columns = (
        Column(translate("activity"), 30),
        Column(translate("days"), 30),
        Column(translate("led by"), 19),
        Column(translate("took part"), 21, right=True),
    )
    rows = tuple(
        (name, ", ".join(_whole(words.said(entry.on, "d MMM")) for entry in dates), _lead(dates[0]), _heads(dates))
        for (name, _), dates in sorted(each.items(), key=lambda one: one[0][0].casefold())
    )
    yield Section(
        translate("Activities and who took part"),
        columns,
        rows,
        (
            translate("How many took part stands in the order of the days. \u2013: not counted."),
            *hidden_notes([entry.headcount for entry in log.activities]),
        )
        if rows
        else (),
        empty=translate("No activities in this period."),
    )


def _heads(dates: Sequence[LogActivity]) -> str:
    counts = [entry.headcount for entry in dates]
    if not any(count is not None for count in counts):
        return "\u2013"
    # The dot ends a line; it never begins one.
    return "\u00a0\u00b7 ".join("\u2013" if count is None else said(count) for count in counts)


def _whole(words_of_a_day: str) -> str:
    """Keep a day and its month on one line."""
    return words_of_a_day.replace(" ", "\u00a0")


def _lead(one: LogActivity) -> str:
    if one.lead == LeadKind.HOST and one.led_by:
        return one.led_by
    kind = translate(LEADS[one.lead]) if one.lead in LEADS else ""
    return f"{kind} {one.led_by}".strip()


def hours(log: Log, dress: Dress) -> Section:
    """Give the hours of residents by what they were for, and those of professionals."""
    found = log.hours
    gave = found.by_kind or found.professionals
    notes: tuple[str, ...] = ()
    if gave:
        told = translate(
            "Residents gave {hours} hours. How many people gave them: {givers}.",
            hours=number(round(found.residents / 60)),
            givers=said(found.givers),
        )
        notes = (told, translate("What overlaps for one person counts once."))
    return Section(
        translate("Hours"),
        (),
        (),
        notes,
        empty="" if gave else translate("Nothing was written down."),
        picture=pictures.hours(found, ROOM, dress) if gave else None,
    )
