"""The frame of Activiteiten: its sections, or the form in which an activity is planned."""

from __future__ import annotations

from buurtkamer_app.qt.pages.with_planning import WithPlanning


class ActivitiesPage(WithPlanning):
    """Is given the sections around the programme and a planning form."""
