"""The sheet of a week in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, week_name
from buurtkamer_app.papers.records import Made, Sides
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing.languages import chosen
from buurtkamer_app.printing.languages_sheet import languages_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def several(services: Services, wanted: Wanted) -> Made:
    """Make the week in Dutch and the two languages that were chosen."""
    week = told_week(services, wanted.day)
    pdf = languages_sheet(week, chosen(wanted.choices.languages), house(services, wanted.choices, week.facts))
    return Made(week_name(translate("Several languages"), week.monday), pdf, Sides.LONG_EDGE)
