"""Meetings of the team: planned, held, who was there, and agreements that stay in sight until they are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.team import TeamActionRow, TeamMeetingRow, TeamPresenceRow
from buurtkamer_app.team.meetings import queries, rules
from buurtkamer_app.team.meetings.records import Action, Meeting

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.service import Teams


class Meetings:
    """Use cases of meetings, for everybody who is signed in: a team steers itself."""

    def __init__(self, store: Store, room: Room, teams: Teams) -> None:
        self._store = store
        self._room = room
        self._teams = teams
        self.actions: Kept[Action] = Kept(
            store,
            TeamActionRow,
            Action,
            rules.kept_action,
            Told(
                mark("An agreement of the team was written down"),
                mark("An agreement of the team was changed"),
                mark("An agreement of the team was taken away"),
            ),
        )

    def all(self) -> list[Known[Meeting]]:
        """Give the meetings, the latest first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.meetings(session)

    def next_or_last(self) -> Known[Meeting] | None:
        """Give the meeting of today, else the first one to come, else the last one; None when there is none."""
        found, today = self.all(), self._room.today()
        coming = [known for known in found if known.it.on_date >= today]
        return (coming[-1] if coming else found[0]) if found else None

    def write(self, new: Meeting, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down a meeting with who was there, or change the one with a key.

        Raises what the rules refuse, `RefusedError` when it is gone, `ClashError` when somebody else changed it.
        """
        kept = rules.kept_meeting(new, self._teams.team(), self._room.now())
        words = mark("A meeting of the team was written down") if key is None else mark("A meeting was changed")
        with self._store.work(Label(words)) as unit:
            row = self._row(unit, key, version)
            row.on_date, row.starts, row.ends, row.agenda = kept.on_date, kept.starts, kept.ends, kept.agenda
            unit.session.add(row)
            unit.session.flush()
            known = {presence.host_id: presence for presence in queries.presences(unit.session, row.id)}
            for host in kept.there - known.keys():
                unit.session.add(TeamPresenceRow(meeting_id=row.id, host_id=host))
            for host in known.keys() - kept.there:
                unit.session.delete(known[host])
        return Outcome(unit.change, row.id)

    def take_away(self, key: UUID) -> Change:
        """Take a meeting away with who was there and what was agreed; what is gone already changes nothing."""
        with self._store.work(Label(mark("A meeting of the team was taken away"))) as unit:
            row = unit.session.get(TeamMeetingRow, key)
            if row is not None:
                for leaning in (*queries.presences(unit.session, key), *queries.actions(unit.session, key)):
                    unit.session.delete(leaning)
                unit.session.delete(row)
        return unit.change

    def agreed(self) -> list[Known[Action]]:
        """Give what was agreed: what is still to be done on top."""
        return rules.in_order(self.actions.all())

    def done(self, key: UUID) -> Change:
        """Write down that an agreement was done today, or that it was not when it stood as done."""
        with self._store.work(Label(mark("An agreement of the team was done"))) as unit:
            row = unit.session.get(TeamActionRow, key)
            if row is None:
                raise RefusedError("This is not on record any more. Look at the list again.")
            row.done_on = self._room.today() if row.done_on is None else None
        return unit.change

    @staticmethod
    def _row(unit: Unit, key: UUID | None, version: int | None) -> TeamMeetingRow:
        if key is None:
            return TeamMeetingRow()
        row = unit.session.get(TeamMeetingRow, key)
        if row is None:
            raise RefusedError("This is not on record any more. Look at the list again.")
        if version is not None and row.version != version:
            raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
        return row
