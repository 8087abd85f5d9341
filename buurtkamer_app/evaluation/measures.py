"""The figures that an agreement or a unit value can go by: what each counts, and the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.evaluation.looking.records import Behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from buurtkamer_app.evaluation.looking.service import Looking


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a period, both days included: its words (message id), how it is counted, the rows behind it."""

    words: str
    count: Callable[[Looking, date, date], int]
    behind: Behind


def _hours(minutes: int) -> int:
    return minutes // 60


EVERY: Final[Mapping[str, Measure]] = {
    "visits": Measure(mark("Visits"), lambda look, a, b: look.visits(a, b).sums.visits, Behind.VISITS),
    "first_time": Measure(mark("New faces"), lambda look, a, b: look.visits(a, b).sums.first_time, Behind.FIRST_TIME),
    "helped": Measure(mark("Questions and help"), lambda look, a, b: look.visits(a, b).helped, Behind.HELPED),
    "wishes_done": Measure(mark("Wishes that came true"), lambda look, a, b: look.wishes(a, b).done, Behind.FULFILLED),
    "matches": Measure(
        mark("Residents brought together"),
        lambda look, a, b: look.wishes(a, b).endings.get(Ending.MATCH, 0),
        Behind.ENDINGS,
    ),
    "activities": Measure(
        mark("Activities held"), lambda look, a, b: look.activities(a, b).held.dates, Behind.ACTIVITIES
    ),
    "by_residents": Measure(
        mark("Activities led by residents"),
        lambda look, a, b: look.activities(a, b).held.by_residents,
        Behind.BY_RESIDENTS,
    ),
    "participations": Measure(
        mark("Times somebody took part"),
        lambda look, a, b: look.activities(a, b).held.participations,
        Behind.PARTICIPATIONS,
    ),
    "self_run": Measure(
        mark("What residents do by themselves now"),
        lambda look, a, b: len(look.activities(a, b).became_self_run),
        Behind.SELF_RUN,
    ),
    "resident_hours": Measure(
        mark("Hours of residents"), lambda look, a, b: _hours(look.hours(a, b).residents), Behind.HOURS
    ),
    "team_hours": Measure(mark("Hours of the team"), lambda look, a, b: _hours(look.hours(a, b).team), Behind.HOURS),
    "street_gatherings": Measure(
        mark("Street activities"), lambda look, a, b: look.streets(a, b).gatherings, Behind.STREETS
    ),
    "markets": Measure(mark("Markets"), lambda look, a, b: len(look.markets(a, b)), Behind.MARKETS),
}
# Those that count people: from 1 to 4 of them are told to nobody outside.
PEOPLE: Final = frozenset({"visits", "first_time", "helped", "participations"})
WORDS: Final[Mapping[str, str]] = {name: measure.words for name, measure in EVERY.items()}


def counted(name: str, looking: Looking, first: date, last: date) -> int:
    """Give the figure of a period, both days included; 0 for a name that a later version knew."""
    measure = EVERY.get(name)
    return measure.count(looking, first, last) if measure is not None else 0
