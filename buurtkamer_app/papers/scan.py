"""The sheets of the look at the neighbourhood: the form to fill in, and what a year came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing.scan_form import scan_form
from buurtkamer_app.printing.scan_sheet import scan_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def form(services: Services, wanted: Wanted) -> Made:
    """Make the form of the year that holds the day; it bears nothing of anybody."""
    year = wanted.day.year
    return Made(f"{translate('Form about the neighbourhood')} {year}", scan_form(year, house(services, wanted.choices)))


def picture(services: Services, wanted: Wanted) -> Made:
    """Make what the papers of the year that holds the day came to."""
    year = wanted.day.year
    pdf = scan_sheet(services.scans.seen(year), house(services, wanted.choices))
    return Made(f"{translate('How our neighbourhood is doing')} {year}", pdf)
