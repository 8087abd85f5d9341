"""The neighbourhood team: setting it up, and who is in it, with shifts or without."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import phone_number
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people.gone import let_go
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.storage.tables.room import TeamRow
from buurtkamer_app.team import queries, rules
from buurtkamer_app.team.records import Members, TeamMember

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.people import HostRow
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.records import Team

# What somebody begins with who does shifts from now on.
_SHIFTS: Final = 2


class Teams:
    """Use cases of the team; changing it is the coordinator's."""

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store = store
        self._room = room
        self._people = people

    def set_up(self, team: Team) -> Change:
        """Write down the team of the room, or change it; raises `RefusedError` for what a team cannot be."""
        kept = rules.kept_team(team)
        words = mark("The team was changed") if self.team() else mark("The team was set up")
        with self._store.work(Label(words), Role.COORDINATOR) as unit:
            row = queries.team_row(unit.session)
            if row is None:
                unit.session.add(TeamRow(single=True, **asdict(kept)))
            else:
                for name, value in asdict(kept).items():
                    setattr(row, name, value)
        return unit.change

    def team(self) -> Team | None:
        """Give the team, None when the room has none."""
        with self._store.reading() as session:
            return queries.team(session)

    def members(self) -> Members:
        """Give who is in the team and who is not, by name; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading():
            team, hosts = self.team(), self._people.hosts()
        return Members(
            tuple(_member(host) for host in hosts if host.team_member),
            tuple(_member(host) for host in hosts if not host.team_member),
            team.members_besides_hosts if team else 0,
        )

    def add_member(self, name: str, phone: str = "", *, of_unnamed: bool = False) -> Outcome[UUID]:
        """Write down a member who does no shifts; with `of_unnamed` one of those who had no name here yet.

        They get no PIN, and their number stands on no list. Raises `RefusedError` without a team, for what is no name,
        and when somebody has it already.
        """
        number = phone_number(phone) if phone.strip() else ""
        label = Label(mark("{name} is in the team now"), {"name": name.strip()[:80]})
        with self._store.work(label, Role.COORDINATOR) as unit:
            team = _there(unit.session)
            new = NewHost(name, phone=number, team_member=True, max_shifts_per_week=0, phone_on_list=False)
            made = self._people.add_host(new).value
            if of_unnamed and team.members_besides_hosts:
                team.members_besides_hosts -= 1
        return Outcome(unit.change, made.id)

    def join(self, host: UUID) -> Change:
        """Let a host be in the team too."""
        label = Label(mark("{name} is in the team now"), {"name": self._people.host(host).name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            _there(unit.session)
            _host(unit.session, host).team_member = True
        return unit.change

    def leave(self, host: UUID) -> Change:
        """Let somebody be in the team no more; who does no shifts leaves altogether, and their hours stay counted."""
        label = Label(mark("{name} is not in the team any more"), {"name": self._people.host(host).name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = _host(unit.session, host)
            if row.max_shifts_per_week or row.role == int(Role.COORDINATOR):
                row.team_member = False
            else:
                row.leaves_on = self._room.today()
                let_go(unit, row, row.leaves_on)
        return unit.change

    def with_shifts(self, host: UUID, *, does: bool) -> Change:
        """Let a member do shifts from now on, or none any more; without shifts they are on no rota."""
        words = mark("{name} does shifts now") if does else mark("{name} does no shifts any more")
        with self._store.work(Label(words, {"name": self._people.host(host).name}), Role.COORDINATOR) as unit:
            row = _host(unit.session, host)
            row.max_shifts_per_week = (row.max_shifts_per_week or _SHIFTS) if does else 0
        return unit.change


def _member(host: Host) -> TeamMember:
    return TeamMember(host.id, host.name, host.most_a_week, host.role is Role.COORDINATOR)


def _there(session: Session) -> TeamRow:
    row = queries.team_row(session)
    if row is None:
        raise RefusedError("Set up the team first.")
    return row


def _host(session: Session, key: UUID) -> HostRow:
    row = queries.host_row(session, key)
    if row is None:
        raise RefusedError("This host is not on record any more.")
    return row
