"""The parts of a log that one reads: what each is called, and which of the log's own sections are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from buurtkamer_app.exchange.log.records import Log
    from buurtkamer_app.printing.log_pages import Section


# A log does not say where its room is; the Netherlands and Flanders have one time.
_ZONE: Final = "Europe/Amsterdam"


class Part(NamedTuple):
    """A part: its name in code, its title (message id), its icon, and what makes its sections on another thread."""

    name: str
    title: str
    icon: str
    sections: Callable[[Log], Sequence[Section]]


def _figures(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_room
    from buurtkamer_app.printing.dress import PLAIN

    return (pages_room.figures(log, PLAIN), *pages_room.visits(log, PLAIN))


def _asked(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_wishes

    return (pages_wishes.questions(log),)


def _wishes(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_wishes
    from buurtkamer_app.printing.dress import PLAIN

    return tuple(pages_wishes.wishes(log, PLAIN))


def _activities(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_room
    from buurtkamer_app.printing.dress import PLAIN

    return tuple(pages_room.activities(log, PLAIN))


def _hours(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_room
    from buurtkamer_app.printing.dress import PLAIN

    return (pages_room.hours(log, PLAIN),)


def _reflections(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_done

    return (pages_done.reflections(log),)


def _changes(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_done

    return (pages_done.changes(log),)


def _around(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_around

    return tuple(pages_around.around(log))


def _journal(log: Log) -> Sequence[Section]:
    from buurtkamer_app.exchange.log import pages_done

    return tuple(pages_done.journal(log))


PARTS: Final = (
    Part("figures", mark("Figures"), "chart-simple", _figures),
    Part("asked", mark("Questions"), "circle-question", _asked),
    Part("wishes", mark("Wishes"), "lightbulb", _wishes),
    Part("activities", mark("Activities"), "calendar-days", _activities),
    Part("reflections", mark("Looking back"), "comments", _reflections),
    Part("hours", mark("Hours"), "clock", _hours),
    Part("changes", mark("Changes"), "rotate-right", _changes),
    Part("around", mark("Around the room"), "map-location-dot", _around),
    Part("journal", mark("Who did what"), "book-open", _journal),
)


def on_paper(log: Log) -> bytes:
    """Make the pages of a log as they are in its file, as a PDF without a passphrase; away from the main thread."""
    from zoneinfo import ZoneInfo

    from buurtkamer_app.exchange.log.pages import log_text
    from buurtkamer_app.printing.log_pages import log_pages

    return log_pages(log_text(log, ZoneInfo(_ZONE)))
