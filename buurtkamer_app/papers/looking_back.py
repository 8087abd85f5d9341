"""The sheet of a look back at an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.gathering import house, occurrence
from buurtkamer_app.papers.records import Made
from buurtkamer_app.printing.reflection_sheet import reflection_sheet

if TYPE_CHECKING:
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


def reflection(services: Services, wanted: Wanted) -> Made:
    """Make what is on record of a date, the form for it when nobody looked back yet; without a series an empty form."""
    at, whose = occurrence(services, wanted), house(services, wanted.choices)
    if at is None:
        return Made(translate("Look back"), reflection_sheet(None, None, whose))
    found = services.reflections.of(at.series.id, at.on)
    name = translate("Look back {day}", day=at.on.isoformat())
    return Made(name, reflection_sheet(at, found, whose))
