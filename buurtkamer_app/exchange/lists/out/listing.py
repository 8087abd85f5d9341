"""What stands in each list that can be taken out: its heads, and how a row of the store is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.lists.out import queries
from buurtkamer_app.exchange.lists.out.records import Listed, Taken
from buurtkamer_app.printing.back_words import PURPOSES, THEMES
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.exchange.lists.out.records import Value

_HEADS: Final = {
    Taken.VISITORS: (mark("Name"), mark("Hint"), mark("First seen"), mark("May be remembered")),
    Taken.WISHES: (
        mark("Number"),
        mark("Wish"),
        mark("Theme"),
        mark("Status"),
        mark("Persons"),
        mark("Written down on"),
        mark("Asked by"),
    ),
    Taken.SIGN_UPS: (
        mark("Date"),
        mark("Activity"),
        mark("Name"),
        mark("Persons"),
        mark("Waiting list"),
        mark("Paid"),
    ),
    Taken.TALLIES: (mark("Date"), mark("Visits"), mark("Children"), mark("First time"), *PURPOSES.values()),
    Taken.VISITS: (
        mark("Date"),
        mark("Hour"),
        mark("Purpose"),
        mark("Persons"),
        mark("Children"),
        mark("First time"),
        mark("By name"),
        mark("Entered later"),
    ),
}
_PROGRAMME: Final = (
    mark("Date"),
    mark("From"),
    mark("Until"),
    mark("Activity"),
    mark("Space"),
    mark("Theme"),
    mark("Took part"),
    mark("Goes on"),
)
_ASKED: Final[dict[Taken, Callable[[date, date], Select[*tuple[Any, ...]]]]] = {
    Taken.VISITORS: lambda _, __: queries.visitors(),
    Taken.WISHES: queries.wishes,
    Taken.SIGN_UPS: queries.sign_ups,
    Taken.TALLIES: queries.tallies,
    Taken.VISITS: queries.visits,
}
_AHEAD: Final = timedelta(days=366)  # of a programme that goes on for good


def from_store(session: Session, taken: Taken, first: date, last: date) -> Listed:
    """Give a list whose rows come straight from the store."""
    asked = _ASKED[taken](first, last)
    said = _SAID.get(taken, _as_it_is)()
    return Listed(_HEADS[taken], (said(row) for row in queries.rows(session, asked)), queries.many(session, asked))


def programme(occurrences: list[Occurrence]) -> Listed:
    """Give the dates of a programme, those that did not go on too."""
    rows = [
        (
            entry.on,
            entry.series.starts,
            entry.series.ends,
            entry.series.name,
            entry.series.space,
            translate(THEMES[entry.series.theme]),
            entry.headcount,
            entry.goes_on,
        )
        for entry in occurrences
    ]
    return Listed(_PROGRAMME, rows, len(rows))


def planned(first: date, last: date, today: date) -> tuple[date, date]:
    """Give the part of a period in which a programme has dates: an endless series is told a year ahead."""
    return first, min(last, today + _AHEAD)


def _as_it_is() -> Callable[[tuple[Any, ...]], tuple[Value, ...]]:
    return lambda row: row


def _wish() -> Callable[[tuple[Any, ...]], tuple[Value, ...]]:
    themes = {theme: translate(words) for theme, words in THEMES.items()}
    statuses = {status: translate(words) for status, words in STATUSES.items()}
    return lambda row: (*row[:2], themes[row[2]], statuses[row[3]], *row[4:])


def _visit() -> Callable[[tuple[Any, ...]], tuple[Value, ...]]:
    purposes = {purpose: translate(words) for purpose, words in PURPOSES.items()}
    return lambda row: (row[0], row[1], purposes[row[2]], *row[3:])


_SAID: Final = {Taken.WISHES: _wish, Taken.VISITS: _visit}
