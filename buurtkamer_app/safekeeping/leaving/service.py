"""Gone: somebody stops as a host, in one undo step; what they held is free again, and what of them goes is told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.people import queries as people_queries
from buurtkamer_app.people.gone import let_go
from buurtkamer_app.safekeeping.leaving import queries, rules
from buurtkamer_app.safekeeping.leaving.freeing import Freeing
from buurtkamer_app.safekeeping.leaving.records import Farewell

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.leading.service import Leads
    from buurtkamer_app.people.cards.keys import HouseKeys
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.safekeeping.leaving.records import Leaver
    from buurtkamer_app.storage.tables.people import HostRow
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.allowance.service import Allowances


class Leaving:
    """Use cases of leaving, for the coordinator."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that somebody may hold
        self,
        store: Store,
        room: Room,
        people: People,
        rota: Rota,
        leads: Leads,
        keys: HouseKeys,
        allowances: Allowances,
    ) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._rota = rota
        self._leads = leads
        self._keys = keys
        self._allowances = allowances

    def look(self, host: UUID, last_on: date, *, erase_now: bool = False) -> Farewell:
        """Tell what leaving would mean, before anything is done; raises `RefusedError` as `leave`."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            who = self._may_leave(session, host, last_on)
            today, at_once = self._room.today(), self._goes_now(session, host, last_on)
            after = rules.free_after(last_on, today)
            has_pin = people_queries.pin(session, host) is not None
            due, paid = self._allowances.due(host, last_on), queries.has_allowance(session, host)
            return Farewell(
                host,
                who.name,
                last_on,
                at_once,
                tuple(Freeing(session, host, after, today).shifts()),
                len(queries.agreements(session, host, after)),
                len(queries.offers(session, host, after)),
                tuple(self._leads.of(host, after + timedelta(days=1))),
                tuple(key for key in self._keys.all() if key.host == host and key.back_on is None),
                due.cents,
                due.missing,
                has_pin,
                queries.concerns(session, host),
                rules.erased(last_on, today, at_once=at_once, now=erase_now, paid=paid or due.cents > 0, pin=has_pin),
            )

    def leave(self, leaver: Leaver) -> Change:
        """Let somebody stop after their last day; a day to come is only announced, and they stay until then.

        Shifts, agreements, offers and leads after it are free again, keys that came back are written down. Who stops
        today or stopped before is in no list from now on and has no PIN: undoing brings back all but the PIN.
        Raises `RefusedError` for the last coordinator, for oneself, for who is signed on, and for a day that cannot be.
        """
        with self._store.work(Label(mark("{name} stops as a host"), {"name": ""}), Role.COORDINATOR) as unit:
            who = self._may_leave(unit.session, leaver.host, leaver.last_on)
            unit.label.values["name"] = who.name
            today = self._room.today()
            at_once = self._goes_now(unit.session, leaver.host, leaver.last_on)
            after = rules.free_after(leaver.last_on, today)
            freeing = Freeing(unit.session, leaver.host, after, today)
            freeing.free()
            self._leads.free(leaver.host, after + timedelta(days=1))
            for key in leaver.keys_back:
                self._keys.back(key, leaver.back_on or today)
            row = self._row(unit.session, leaver.host)
            freeing.take_back_absence(row.leaves_on)
            row.leaves_on = leaver.last_on
            if at_once:
                let_go(unit, row, leaver.last_on)
                if leaver.erase_now:
                    freeing.erase()
            else:
                freeing.be_away(leaver.last_on)
        return unit.change

    def _goes_now(self, session: Session, host: UUID, last_on: date) -> bool:
        """Tell whether somebody is gone at once: not on their last day, while they have a shift to come on it."""
        now = self._room.now()
        if last_on != now.date():
            return last_on < now.date()
        return not any(
            shift.on_date == last_on and shift.ends > now.time()
            for _place, shift in Freeing(session, host, last_on - timedelta(days=1), last_on).held()
        )

    def _may_leave(self, session: Session, host: UUID, last_on: date) -> Host:
        """Give the host; raises `RefusedError` when they cannot leave like that."""
        who = self._people.host(host)
        if self._row(session, host).left_on is not None:
            raise RefusedError("{name} stopped before. Nothing was changed.", name=who.name)
        if who.role is Role.COORDINATOR and not queries.others_with_role(session, host, int(Role.COORDINATOR)):
            raise RefusedError("{name} is the only coordinator. Name another one first.", name=who.name)
        if host == self._store.actor.host:
            raise RefusedError("Let another coordinator write down that you stop.")
        if last_on <= self._room.today() and host in self._rota.on_now():
            raise RefusedError("{name} is signed on. Sign them off first.", name=who.name)
        rules.check_last_day(who.name, last_on, self._room.today(), queries.last_there(session, host))
        return who

    @staticmethod
    def _row(session: Session, host: UUID) -> HostRow:
        row = queries.host_row(session, host)
        if row is None:
            raise RefusedError("This host is not on record any more.")
        return row
