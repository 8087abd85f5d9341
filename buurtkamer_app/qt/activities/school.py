"""School holidays beside the days of a week: to know, for they close nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import FileRefusedError

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import WeekProgramme
    from buurtkamer_app.services import Services


def with_school_holidays(services: Services, week: WeekProgramme) -> WeekProgramme:
    """Give a week with the names of school holidays; a file that cannot be read is told with the closed days."""
    try:
        found = services.closing.school_holidays(week.monday, week.days[-1].on)
    except FileRefusedError:
        return week
    if not found:
        return week
    days = tuple(
        replace(day, school=next((entry.name for entry in found if entry.first <= day.on <= entry.last), ""))
        for day in week.days
    )
    return replace(week, days=days)
