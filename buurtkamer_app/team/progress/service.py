"""How the team gets on in a year of its programme, and the years beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.roles import Role
from buurtkamer_app.team.hours import queries
from buurtkamer_app.team.hours import rules as hours_rules
from buurtkamer_app.team.progress import rules
from buurtkamer_app.team.progress.records import Progress

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.hours.giving import Giving
    from buurtkamer_app.team.hours.records import Pace
    from buurtkamer_app.team.progress.records import TeamYear
    from buurtkamer_app.team.records import Team
    from buurtkamer_app.team.service import Teams


class TeamProgress:
    """Use cases of looking at it."""

    def __init__(self, store: Store, room: Room, teams: Teams, giving: Giving) -> None:
        self._store = store
        self._room = room
        self._teams = teams
        self._giving = giving

    def progress(self, number: int | None = None) -> Progress | None:
        """Give a year of the team by its number (None, or one that is not there: this year); None without a team.

        For who is signed in: it holds sums of all together, of nobody apart.
        """
        self._store.allow(Role.HOST)
        with self._store.reading():
            team = self._teams.team()
            if team is None:
                return None
            members, today = self._teams.members(), self._room.today()
            given = self._given(team, today)
        years = rules.years(team.started_on, today, given)
        year = next((one for one in years if one.number == number), years[-1])
        pace = self._pace(team, year, today, members.count - members.unnamed)
        marks = (rules.reached(pace.low, year, given), rules.reached(pace.high, year, given))
        without = sum(not member.most_a_week for member in members.named)
        line = rules.line(year, today, given)
        return Progress(team, years, year, line, pace, marks, members.count, without, members.unnamed)

    def given(self) -> dict[date, int]:
        """Give the minutes that the members gave together, by day since the team began; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading():
            team = self._teams.team()
            return self._given(team, self._room.today()) if team is not None else {}

    def _given(self, team: Team, today: date) -> dict[date, int]:
        with self._store.reading() as session:
            members = {member.id for member in queries.members(session) if member.team_member}
            spans = self._giving.spans(team.started_on, today) if team.started_on <= today else []
        theirs = [span for span in spans if span.host in members]
        given = rules.together(hours_rules.by_day(theirs, team.started_on).values())
        if not team.minutes_before:
            return given
        first, _ = hours_rules.team_year(team.started_on, max(team.started_on, self._giving.began()))
        before = rules.spread(team.minutes_before, first, self._giving.began())
        return rules.together((given, before))

    @staticmethod
    def _pace(team: Team, year: TeamYear, today: date, named: int) -> Pace:
        """Tell how far a year is; one that is over stands as it ended."""
        found = hours_rules.pace(team, min(today, year.last), year.minutes, named)
        return replace(found, today=today)
