"""The words of a log as it is read by people: what stands on its pages, in the language of the moment."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from babel.numbers import format_currency

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.exchange.log_kinds import KINDS
from buurtkamer_app.exchange.records import Hidden
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, LogText, Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from buurtkamer_app.exchange.records import Cell, Log

ACTIONS: Final = {"insert": mark("written down"), "update": mark("changed"), "delete": mark("taken away")}
ROLES: Final = {"nobody": mark("nobody signed in"), "host": mark("host"), "coordinator": mark("coordinator")}
PURPOSES: Final = {
    "walk_in": mark("to walk in"),
    "activity": mark("for an activity"),
    "help": mark("for help"),
    "child": mark("as a child"),
}
THEMES: Final = {
    "neighbourhood": mark("neighbourhood"),
    "community": mark("community"),
    "informal_care": mark("informal care"),
    "sustainability": mark("sustainability"),
    "personal_development": mark("personal development"),
    "health": mark("health"),
}
STATUSES: Final = {
    "new": mark("new"),
    "talking": mark("being talked about"),
    "needs_lead": mark("needs somebody to lead"),
    "planned": mark("planned"),
    "running": mark("running"),
    "done": mark("done"),
    "parked": mark("parked"),
    "self_run": mark("run by residents"),
}


def _said(cell: Cell | None) -> str:
    if cell is None:
        return translate("not counted")
    return {Hidden.SMALL: "<\u00a05", Hidden.BESIDE: "*"}[cell] if isinstance(cell, Hidden) else str(cell)


def _duration(minutes: int) -> str:
    return translate("{hours} hours {minutes} minutes", hours=minutes // 60, minutes=minutes % 60)


def _figures(log: Log) -> Section:
    figures = log.figures
    cash = figures.cash[-1] if figures.cash else None
    rows = [
        (translate("visits"), _said(figures.visits)),
        (translate("of whom known by name"), _said(figures.named)),
        (translate("of whom without a name"), _said(figures.anonymous)),
        (translate("children"), _said(figures.children)),
        (translate("here for the first time"), _said(figures.first_time)),
        (translate("entered later from paper"), _said(figures.entered_later)),
        *(
            (translate("came {purpose}", purpose=translate(PURPOSES[entry.purpose])), _said(entry.visits))
            for entry in figures.by_purpose
        ),
        (translate("took part in activities"), _said(figures.participations)),
        (translate("new wishes"), str(figures.wishes_new)),
        (translate("support for wishes"), str(figures.wish_supports)),
        *words.ended({Ending(name): count for name, count in figures.endings.items()}),
        (translate("wishes on record"), str(figures.wishes_total)),
        (translate("open questions for the professional"), str(figures.advice_open)),
        (translate("concerns"), _said(figures.concerns)),
        (translate("hosts who did not come"), _said(figures.no_shows)),
        (translate("hours of hosts"), _duration(figures.host_minutes)),
        (translate("hours of the team since its start"), _duration(figures.team_minutes)),
    ]
    if cash is not None:
        label = translate("cash box on {date}", date=words.said(cash.on, "d MMMM"))
        rows.append((label, format_currency(Decimal(cash.closing) / 100, "EUR", locale=language())))
    notes = (
        translate("< 5: from 1 to 4 people."),
        translate("*: not shown, so that nobody can be worked out."),
    )
    return Section(translate("Figures"), (Column("", 3), Column("", 2, right=True)), tuple(rows), notes)


def _hours(log: Log) -> Section:
    rows = tuple(
        (translate("from {from_hour} to {to_hour}", from_hour=entry.hour, to_hour=entry.hour + 1), _said(entry.visits))
        for entry in log.figures.by_hour
    )
    columns = (Column(translate("hour"), 3), Column(translate("people"), 2, right=True))
    return Section(translate("Visits by the hour"), columns, rows, empty=translate("No visits in this period."))


def _activities(log: Log) -> Section:
    rows = tuple(
        (
            words.said(entry.on, "EEE d MMM y"),
            words.span(entry.starts, entry.ends),
            entry.name,
            translate("no limit") if entry.places is None else str(entry.places),
            _said(entry.headcount),
        )
        for entry in log.activities
    )
    columns = (
        Column(translate("day"), 22),
        Column(translate("time"), 20),
        Column(translate("activity"), 36),
        Column(translate("places"), 14, right=True),
        Column(translate("took part"), 16, right=True),
    )
    return Section(translate("Activities"), columns, rows, empty=translate("No activities in this period."))


def _wishes(log: Log) -> Section:
    rows = tuple(
        (
            str(wish.number),
            wish.text,
            translate(THEMES[wish.theme]),
            translate(STATUSES[wish.status]),
            str(wish.supporters),
            words.said(wish.recorded_on, "d MMM y"),
        )
        for wish in log.wishes
    )
    columns = (
        Column(translate("no."), 7, right=True),
        Column(translate("wish"), 42),
        Column(translate("theme"), 20),
        Column(translate("stands"), 18),
        Column(translate("people"), 12, right=True),
        Column(translate("since"), 18),
    )
    return Section(translate("Wishes, without names"), columns, rows, empty=translate("No wishes yet."))


def _questions(log: Log) -> Section:
    rows = tuple((str(question.wish), question.text) for question in log.questions)
    columns = (Column(translate("wish"), 10, right=True), Column(translate("question"), 90))
    return Section(translate("Questions for you"), columns, rows, empty=translate("No open questions."))


def _journal(log: Log) -> Section:
    rows = tuple(
        (
            translate(KINDS[entry.kind]),
            translate(ACTIONS[entry.action]),
            translate(ROLES[entry.role]),
            _said(entry.times),
        )
        for entry in log.journal
    )
    columns = (
        Column(translate("what"), 40),
        Column(translate("was"), 22),
        Column(translate("by"), 24),
        Column(translate("times"), 14, right=True),
    )
    notes = (translate("How often something was written down, and in which role. Never by whom."),)
    return Section(translate("Journal"), columns, rows, notes, empty=translate("Nothing was written down."))


def log_text(log: Log, zone: ZoneInfo) -> LogText:
    """Give all words of a log; `zone` is that of the room."""
    period = words.days(log.first, log.last)
    made = local(log.made_at, zone)
    sections: Sequence[Section] = (
        _figures(log),
        _hours(log),
        _activities(log),
        _wishes(log),
        _questions(log),
        _journal(log),
    )
    return LogText(
        title=translate("Log of {room}", room=log.room),
        author=log.room,
        under=(period, translate("For the professional. Names and numbers were taken out of the texts.")),
        sections=tuple(sections),
        foot=(
            log.room,
            translate("made on {date}", date=f"{words.said(made.date(), 'd MMMM y')}, {words.clock(made.time())}"),
        ),
    )
