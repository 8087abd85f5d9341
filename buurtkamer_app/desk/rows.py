"""Makes the row of a visit, so that everything that counts fills it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.storage.tables.desk import HelpRow, VisitRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from buurtkamer_app.base.terms import HelpTopic


def visit(at: datetime, on: date, hour: int, persons: int, **more: Any) -> VisitRow:
    """Make a visit of so many persons without a name, unless `more` says otherwise."""
    nothing: dict[str, Any] = {"children": 0, "first_time": 0, "named": False, "later": False, "locked": False}
    return VisitRow(at=at, on_date=on, hour=hour, persons=persons, **({"purpose": Purpose.WALK_IN} | nothing | more))


def help_asked(at: datetime, here: datetime, topic: HelpTopic | None, *, locked: bool) -> HelpRow:
    """Make help that was asked, at an instant that the room's clock shows as `here`."""
    return HelpRow(at=at, on_date=here.date(), hour=here.hour, topic=topic, locked=locked)
