"""Figures over all of it, for a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.team.rules import host_minutes

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.desk.concerns.service import Concerns
    from buurtkamer_app.desk.days.service import Days
    from buurtkamer_app.desk.service import Desk
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.team.service import Teams
    from buurtkamer_app.wishes.service import Wishes


class Evaluation:
    """Use cases of looking back."""

    def __init__(  # noqa: PLR0913, PLR0917 - figures are over all of it
        self,
        activities: Activities,
        wishes: Wishes,
        rota: Rota,
        desk: Desk,
        days: Days,
        concerns: Concerns,
        teams: Teams,
    ) -> None:
        self._activities = activities
        self._wishes = wishes
        self._rota = rota
        self._desk = desk
        self._days = days
        self._concerns = concerns
        self._teams = teams

    def figures(self, first: date, last: date) -> Figures:
        """Give the figures of a period, both days included."""
        new, supports, total, advice = self._wishes.counts(first, last)
        worked = self._rota.worked(first, last)
        team = self._teams.team()
        return Figures(
            first,
            last,
            self._desk.figures(first, last),
            self._activities.participations(first, last),
            new,
            supports,
            total,
            advice,
            self._concerns.count(first, last),
            self._rota.no_shows(first, last),
            host_minutes(worked),
            (team.minutes_before if team else 0) + host_minutes(worked, team_only=True),
            {on: cash.closing for on, cash in self._days.cash(first, last).items()},
        )
