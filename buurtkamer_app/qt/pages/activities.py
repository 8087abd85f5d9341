"""The frame of Activiteiten: the week's programme, or the form in which an activity is planned."""

from __future__ import annotations

from buurtkamer_app.qt.pages.with_planning import WithPlanning


class ActivitiesPage(WithPlanning):
    """Is given the week's programme and a planning form."""
