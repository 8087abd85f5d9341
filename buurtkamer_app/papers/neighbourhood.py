"""The sheets of Buurt: whom to call, customs, open tasks, ties between groups, and the form for a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing import call_guide_sheet, customs_sheet, outreach_form, task_sheet, ties_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def call_guide(services: Services, wanted: Wanted) -> Made:
    """Make the call guide for the wall."""
    pdf = call_guide_sheet.call_guide_sheet(services.neighbourhood.call_guide(), house(services, wanted.choices))
    return Made(translate("Whom do I call?"), pdf)


def customs(services: Services, wanted: Wanted) -> Made:
    """Make the customs with whom to call under them."""
    texts = [known.it.text for known in services.living.customs.all()]
    guide = services.neighbourhood.call_guide()
    pdf = customs_sheet.customs_sheet(texts, guide, house(services, wanted.choices))
    return Made(translate("How we do that here"), pdf)


def tasks(services: Services, wanted: Wanted) -> Made:
    """Make the open tasks with their slips."""
    found = [known.it for known in services.living.tasks.all() if known.it.is_open]
    return Made(translate("Who does this?"), task_sheet.task_sheet(found, house(services, wanted.choices)))


def ties(services: Services, wanted: Wanted) -> Made:
    """Make the picture of the ties with its words."""
    pdf = ties_sheet.ties_sheet(services.living.web(), house(services, wanted.choices))
    return Made(translate("How groups here know each other"), pdf)


def outreach(services: Services, wanted: Wanted) -> Made:
    """Make the form for a round."""
    return Made(translate("Past the doors"), outreach_form.outreach_form(house(services, wanted.choices)))
