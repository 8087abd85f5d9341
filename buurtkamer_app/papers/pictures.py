"""The pictogram sheet of a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, week_name
from buurtkamer_app.papers.records import Made
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing.picture_sheet import picture_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def pictures(services: Services, wanted: Wanted) -> Made:
    """Make the sheet of pictures, clocks and coins for who does not read well."""
    week = told_week(services, wanted.day)
    pdf = picture_sheet(week, house(services, wanted.choices, week.facts))
    return Made(week_name(translate("Pictogram sheet"), week.monday), pdf)
