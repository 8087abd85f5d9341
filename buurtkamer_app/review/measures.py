"""The figures of a log that rooms and periods are compared by, each with where it stands in a log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.exchange.log.records import LogHours
from buurtkamer_app.exchange.log.words import THEMES
from buurtkamer_app.review.records import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from buurtkamer_app.exchange.log.records import Cell, Log

    Cells = Callable[[Log], Iterable[Cell | None]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: its name as a message id (with the values of its braces), and which cells of a log add up to it.

    `of`: it is told as a share of that. `flows`: it grows with time; else the newest log of a room says how it stands.
    """

    key: str
    name: str
    cells: Cells
    unit: Unit = Unit.NUMBER
    of: Cells | None = None
    flows: bool = True
    theme: str = ""


def _figure(name: str) -> Cells:
    return lambda log: [getattr(log.figures, name)]


def _dates(log: Log) -> list[Cell | None]:
    return [theme.dates for theme in log.themes] or [len(log.activities)]


def _of_theme(theme: str, figure: str) -> Cells:
    def cells(log: Log) -> list[Cell | None]:
        # A log without themes does not say; one with others had none of this one.
        return [getattr(one, figure) for one in log.themes if one.theme == theme] or ([0] if log.themes else [None])

    return cells


def _led(log: Log) -> list[Cell | None]:
    return [theme.by_residents for theme in log.themes] or [None]


def _residents(log: Log) -> list[Cell | None]:
    return [None if log.hours == LogHours() else log.hours.residents]


def _professionals(log: Log) -> list[Cell | None]:
    return [None if log.hours == LogHours() else log.hours.professionals]


def _all_hours(log: Log) -> list[Cell | None]:
    return _residents(log) + _professionals(log)


def _around(programme: str, figure: str, *, each: bool) -> Cells:
    def cells(log: Log) -> list[Cell | None]:
        found = [
            one.value
            for one in log.around
            if (one.programme, one.figure) == (programme, figure) and bool(one.about) == each
        ]
        return [*found] or [None]

    return cells


def _results(log: Log) -> list[Cell | None]:
    return [sum(one.programme == "results" for one in log.around) if log.around else None]


# By block: its key, its heading, its figures.
MEASURES: Final[tuple[tuple[str, str, tuple[Measure, ...]], ...]] = (
    (
        "visits",
        mark("Visits"),
        (
            Measure("visits", mark("Visits"), _figure("visits")),
            Measure("named", mark("Of these by name"), _figure("named")),
            Measure("children", mark("Of these children"), _figure("children")),
            Measure("first_time", mark("New faces"), _figure("first_time")),
        ),
    ),
    (
        "wishes",
        mark("Wishes and questions"),
        (
            Measure("wishes_new", mark("New wishes"), _figure("wishes_new")),
            Measure(
                "fulfilled", mark("Wishes that came to something"), lambda log: [sum(log.figures.endings.values())]
            ),
            Measure("wishes_total", mark("All wishes"), _figure("wishes_total"), flows=False),
            Measure("questions", mark("Open questions"), lambda log: [len(log.questions)], flows=False),
        ),
    ),
    (
        "activities",
        mark("Activities"),
        (
            Measure("dates", mark("Times that there was an activity"), _dates),
            Measure("participations", mark("Participations"), _figure("participations")),
            Measure("led", mark("Share led by residents"), _led, Unit.PERCENT, of=_dates),
            *(
                Measure(f"theme.{theme}", mark("Activities for {theme}"), _of_theme(theme, "dates"), theme=theme)
                for theme in THEMES
            ),
        ),
    ),
    (
        "hours",
        mark("Hours"),
        (
            Measure("residents", mark("Hours of residents"), _residents, Unit.MINUTES),
            Measure("professionals", mark("Hours of professionals"), _professionals, Unit.MINUTES),
            Measure("share", mark("Share of residents in the hours"), _residents, Unit.PERCENT, of=_all_hours),
        ),
    ),
    (
        "around",
        mark("Around the room"),
        (
            Measure("gatherings", mark("Gatherings in streets"), _around("street", "gatherings", each=False)),
            Measure("in_streets", mark("Participations in streets"), _around("street", "participations", each=False)),
            Measure("visitors", mark("Visitors of markets"), _around("market", "visitors", each=True)),
            Measure("new_ties", mark("New ties at markets"), _around("market", "new_ties", each=True)),
            Measure("results", mark("Results that can be seen"), _results),
        ),
    ),
)
