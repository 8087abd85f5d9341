"""The sheets of a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.papers.told_week import told_weeks
from buurtkamer_app.printing import year_book as book

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def year_book(services: Services, wanted: Wanted) -> Made:
    """Make the year book of the ISO year that holds the day: all its weeks, past ones as they were."""
    year = wanted.day.isocalendar().year
    # 28 December is always in the last week.
    weeks = services.activities.weeks.weeks(date.fromisocalendar(year, 1, 1), date(year, 12, 28))
    programmes = told_weeks(services, weeks)
    became = services.planner.became_in([week.monday for week in programmes])
    told = [book.BookWeek(week, true) for week, true in zip(programmes, became, strict=True)]
    pdf = book.year_book(year, told, house(services, wanted.choices), pictures=wanted.choices.pictures)
    return Made(f"{translate('Year book')} {year}", pdf)
