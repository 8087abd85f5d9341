"""Who takes part on one date: ticked or counted; and a date that does not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.storage.unit_of_work import Store


class Attendance:
    """Use cases of one date of an activity."""

    def __init__(self, store: Store, activities: Activities) -> None:
        self._store = store
        self._activities = activities
