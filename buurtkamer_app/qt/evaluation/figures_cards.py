"""The cards of a look back, in the order in which they stand on the page."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.evaluation.figures_around import markets, results, scan, streets
from buurtkamer_app.qt.evaluation.figures_seen import Card, activities, hours, visits, wishes

CARDS: Final = (
    Card(mark("Visits"), lambda looking, first, last: looking.visits(first, last), visits),
    Card(mark("Wishes"), lambda looking, first, last: looking.wishes(first, last), wishes),
    Card(mark("Activities"), lambda looking, first, last: looking.activities(first, last), activities),
    Card(mark("Hours"), lambda looking, first, last: looking.hours(first, last), hours),
    Card(mark("Visible results"), lambda looking, first, last: looking.results(first, last), results),
    Card(mark("Streets"), lambda looking, first, last: looking.streets(first, last), streets, Programme.STREET),
    Card(mark("Markets"), lambda looking, first, last: looking.markets(first, last), markets, Programme.MARKET),
    Card(
        mark("The neighbourhood"), lambda looking, first, last: looking.scan(first, last), scan, Programme.NEIGHBOURHOOD
    ),
)
