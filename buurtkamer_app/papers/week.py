"""The sheets of a week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, week_name
from buurtkamer_app.papers.records import Made
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing.wall_sheet import wall_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def wall(services: Services, wanted: Wanted) -> Made:
    """Make the wall sheet."""
    week = told_week(services, wanted.day)
    became = services.planner.became(week.monday)
    pdf = wall_sheet(week, became, house(services, wanted.choices, week.facts), pictures=wanted.choices.pictures)
    return Made(week_name(translate("Wall sheet"), week.monday), pdf)
