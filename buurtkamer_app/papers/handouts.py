"""The sheets that tell of a week in another form than the wall sheet: poster, flyer and large print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, week_name
from buurtkamer_app.papers.records import Made, Sides, Size
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing.flyer import flyer as folded
from buurtkamer_app.printing.house_style import A3, A4
from buurtkamer_app.printing.large_print import large_print as in_large_print
from buurtkamer_app.printing.poster import poster as hung

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def poster(services: Services, wanted: Wanted) -> Made:
    """Make the poster."""
    week, choices = told_week(services, wanted.day), wanted.choices
    paper = A3 if choices.size is Size.A3 else A4
    pdf = hung(week, house(services, choices, week.facts), paper=paper, pictures=choices.pictures)
    return Made(week_name(translate("Poster"), week.monday), pdf)


def flyer(services: Services, wanted: Wanted) -> Made:
    """Make the flyer, to be printed on both sides and folded."""
    week = told_week(services, wanted.day)
    became = services.planner.became(week.monday)
    pdf = folded(week, became, house(services, wanted.choices, week.facts), pictures=wanted.choices.pictures)
    return Made(week_name(translate("Flyer"), week.monday), pdf, Sides.SHORT_EDGE)


def large_print(services: Services, wanted: Wanted) -> Made:
    """Make the week in large print."""
    week = told_week(services, wanted.day)
    pdf = in_large_print(week, house(services, wanted.choices, week.facts))
    return Made(week_name(translate("Large print"), week.monday), pdf, Sides.LONG_EDGE)
