"""The sheets of a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing import year_book as book

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def year_book(services: Services, wanted: Wanted) -> Made:
    """Make the year book of the ISO year that holds the day: all its weeks, past ones as they were."""
    year = wanted.day.isocalendar().year
    # 28 December is always in the last week.
    programmes = services.activities.weeks.weeks(date.fromisocalendar(year, 1, 1), date(year, 12, 28))
    became = services.planner.became_in([week.monday for week in programmes])
    weeks = [book.BookWeek(week, told) for week, told in zip(programmes, became, strict=True)]
    pdf = book.year_book(year, weeks, house(services, wanted.choices), pictures=wanted.choices.pictures)
    return Made(f"{translate('Year book')} {year}", pdf)
