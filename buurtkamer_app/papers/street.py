"""The sheets of street activities: the plan, the invitation, the look back, and the two lists for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.events import event_wanted
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made, Per
from buurtkamer_app.printing.street_invitation_sheet import street_invitation_sheet
from buurtkamer_app.printing.street_lists_sheet import street_lists_sheet
from buurtkamer_app.printing.street_plan_sheet import street_plan_sheet
from buurtkamer_app.printing.street_reflection_sheet import street_reflection_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Activity


def _activity(services: Services, wanted: Wanted) -> Activity | None:
    key = event_wanted(services, wanted, Per.STREET)
    return services.streets.one(key) if key is not None else None


def _name(title: str, at: Activity | None) -> str:
    return f"{title} {at.plan.on_date.isoformat()}" if at is not None else title


def plan(services: Services, wanted: Wanted) -> Made:
    """Make the plan of an activity; without one a form to fill in."""
    at = _activity(services, wanted)
    sheet = street_plan_sheet(at, house(services, wanted.choices))
    return Made(_name(translate("Plan of a street activity"), at), sheet)


def invitation(services: Services, wanted: Wanted) -> Made:
    """Make four invitations on a sheet; without an activity with lines to write on."""
    at = _activity(services, wanted)
    sheet = street_invitation_sheet(at, house(services, wanted.choices))
    return Made(_name(translate("Invitation to the street"), at), sheet)


def reflection(services: Services, wanted: Wanted) -> Made:
    """Make what was said of an activity; the form for it where nobody looked back yet."""
    at = _activity(services, wanted)
    said = services.street_reflections.of(at.id) if at is not None else None
    sheet = street_reflection_sheet(at, said, house(services, wanted.choices))
    return Made(_name(translate("Look back at a street activity"), at), sheet)


def lists(services: Services, wanted: Wanted) -> Made:
    """Make the lists of who brings whom home and of what goes back to whom."""
    at = _activity(services, wanted)
    home = services.street_days.home.all(activity_id=at.id) if at is not None else []
    back = services.street_days.back.all(activity_id=at.id) if at is not None else []
    sheet = street_lists_sheet(at, [one.it for one in home], [one.it for one in back], house(services, wanted.choices))
    return Made(_name(translate("For after the street activity"), at), sheet)
