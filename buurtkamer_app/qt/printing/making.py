"""What the page Afdrukken asks the reading threads for: a sheet with the page of it that is looked at, and its tile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from buurtkamer_app.base.spans import monday
from buurtkamer_app.papers.events import chosen_event, events_of
from buurtkamer_app.papers.records import Per, Wanted
from buurtkamer_app.qt.paper import Shown, shown
from buurtkamer_app.qt.pdf_pages import drawn_page, sizes

if TYPE_CHECKING:
    import threading
    from collections.abc import Sequence
    from datetime import date, time
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.papers.events import Event
    from buurtkamer_app.papers.kinds import SheetKind
    from buurtkamer_app.papers.records import Choices, Made
    from buurtkamer_app.services import Services


class Question(NamedTuple):
    """Which sheet: None as a day is today, as choices those that are remembered, as a key the first that fits.

    The key is that of a series, a market or a street activity; with `blank` it is a sheet of none at all.
    """

    kind: SheetKind
    day: date | None = None
    choices: Choices | None = None
    key: UUID | None = None
    blank: bool = False


class View(NamedTuple):
    """How a sheet is looked at: `wide` pixels, at which page; and in how many pixels its tile fits."""

    wide: int
    at: int
    tile: QSize


class Entry(NamedTuple):
    """An activity of the week, a market or a street activity, of which there can be a sheet."""

    key: UUID
    on: date
    starts: time
    name: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A sheet as it is looked at: what was asked, the sheet, the page that is shown, its tile, what to choose from."""

    kind: SheetKind
    wanted: Wanted
    made: Made
    page: Shown
    tile: QImage
    entries: tuple[Entry, ...]


def wanted(services: Services, question: Question) -> tuple[Wanted, tuple[Entry, ...]]:
    """Give what a question comes to, and the activities of the week, or the events, that can be chosen from."""
    kind, day = question.kind, question.day or services.room.today()
    choices = question.choices or kind.usual.with_kept(services.looks.choices(kind.name))
    asked, entries = Wanted(day, choices), tuple[Entry, ...]()
    if kind.per is Per.ACTIVITY:
        first = monday(day)
        found = services.activities.occurrences(first, first + timedelta(days=6))
        entries = tuple(Entry(one.series.id, one.on, one.series.starts, one.series.name) for one in found)
        chosen = None if question.blank else _chosen(found, kind.fitting(found), question.key, day)
        own = {"series": chosen.series.id, "day": chosen.on} if chosen is not None else {"blank": True}
        asked = replace(asked, **own)
    elif kind.per in (Per.MARKET, Per.STREET):
        events = events_of(services, kind.per)
        entries = tuple(Entry(one.key, one.on, one.starts, one.name) for one in events)
        event = None if question.blank else _event(events, question, services.room.today())
        asked = replace(asked, event=event.key, day=event.on) if event is not None else replace(asked, blank=True)
    return asked, entries


def _event(events: Sequence[Event], question: Question, today: date) -> Event | None:
    return chosen_event(events, question.key, today, looks_back=question.kind.looks_back)


def _chosen(
    entries: Sequence[Occurrence], fitting: Sequence[Occurrence], series: UUID | None, day: date
) -> Occurrence | None:
    """Give the activity of that series, on that day when it can be; else the first fitting one from that day on."""
    own = [one for one in entries if one.series.id == series]
    later = [one for one in fitting if one.on >= day]
    same = [one for one in own if one.on == day]
    return next(iter((*same, *own, *later, *fitting)), None)


def see(services: Services, question: Question, view: View) -> Seen:
    """Make a sheet, and draw the page that is looked at; raises as `SheetKind.make`."""
    asked, entries = wanted(services, question)
    made = question.kind.make(services, asked)
    page = shown(made.pdf, view.at, view.wide)
    return Seen(question.kind, asked, made, page, small(made.pdf, view.tile), entries)


def small(pdf: bytes, tile: QSize) -> QImage:
    """Draw the first page of a sheet as large as it fits in a tile."""
    wide, high = sizes(pdf)[0]
    across = min(tile.width(), round(tile.height() * wide / high))
    return drawn_page(pdf, 0, max(1, across))


def tile_of(services: Services, question: Question, tile: QSize) -> QImage:
    """Draw the tile of a sheet; raises as `SheetKind.make`."""
    asked, _ = wanted(services, question)
    return small(question.kind.make(services, asked).pdf, tile)


def numbered(services: Services, kind: SheetKind, asked: Wanted, count: int) -> list[Wanted]:
    """Give so many sheets their numbers; this writes."""
    return [kind.numbered(services, asked) for _ in range(count)]


def all_made(services: Services, kind: SheetKind, asked: Sequence[Wanted], stop: threading.Event) -> list[Made]:
    """Make sheets, until somebody stops it."""
    return [kind.make(services, one) for one in asked if not stop.is_set()]
