"""Notices for the door: what is closed, what moved or does not go on, and what a host writes on one by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.spans import monday
from buurtkamer_app.papers.gathering import house, week_name
from buurtkamer_app.papers.records import USUAL, Made
from buurtkamer_app.printing.door_notice import back_soon, door_notices, of_closed_days, of_moved, to_write

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.papers.records import Choices, Wanted
    from buurtkamer_app.services import Services


def closed(services: Services, wanted: Wanted) -> Made:
    """Make a notice of each closure of a week, those of the whole house first; without one, that we are back soon."""
    first = monday(wanted.day)
    known = services.room.closures(first, first + timedelta(days=6))
    in_order = sorted(known, key=lambda closure: (not closure.whole, closure.first, closure.space))
    told = [of_closed_days(services.closing.notice(closure.id)) for closure in in_order if closure.id is not None]
    pdf = door_notices(told or [back_soon()], house(services, wanted.choices))
    return Made(week_name(translate("Notice for the door"), first), pdf)


def activity(services: Services, wanted: Wanted) -> Made:
    """Make the notice of an activity: when it is now, or that it does not go on; without one, a notice to write on.

    Raises `RefusedError` when it is not on that day.
    """
    if wanted.series is not None:
        return of_occurrence(services, services.activities.occurrence(wanted.series, wanted.day), wanted.choices)
    pdf = door_notices([to_write()], house(services, wanted.choices))
    return Made(translate("Notice for the door"), pdf)


def of_closure(services: Services, closure: UUID) -> Made:
    """Make the notice of closed days; raises `RefusedError` when they are not on record any more."""
    told = services.closing.notice(closure)
    return Made(_name(told.closure.first), door_notices([of_closed_days(told)], house(services)))


def of_occurrence(services: Services, entry: Occurrence, choices: Choices = USUAL) -> Made:
    """Make the notice of one date of an activity."""
    return Made(_name(entry.on), door_notices([of_moved(entry)], house(services, choices)))


def _name(on: date) -> str:
    return translate("Notice for the door {day}", day=on.isoformat())
