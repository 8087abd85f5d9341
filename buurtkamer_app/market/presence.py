"""Who was at the sessions of a market: hosts, whose hours count, and others by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.market import queries, rules
from buurtkamer_app.market.records import Presence, Session
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.market import MarketPresenceRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class KeptPresence(Kept[Presence]):
    """The list of who was at a session, with all of a session at once."""

    def __init__(self, store: Store, room: Room, sessions: Kept[Session]) -> None:
        told = Told(mark("Somebody was there"), mark("Who was there was changed"), mark("Somebody was not there"))
        super().__init__(store, MarketPresenceRow, Presence, rules.kept_presence, told)
        self._room, self._sessions = room, sessions

    def of(self, session: UUID) -> tuple[frozenset[UUID], tuple[str, ...]]:
        """Give the hosts and the names of the others who were at a session."""
        found = [known.it for known in self.all(session_id=session)]
        hosts = frozenset(who.host_id for who in found if who.host_id is not None)
        return hosts, tuple(who.name for who in found if who.host_id is None)

    def set(self, session: UUID, hosts: Iterable[UUID], names: Iterable[str]) -> Change:
        """Write down who was at a session, in place of who was on it before; one undo step.

        Raises `RefusedError` when the session is gone or still to come, and for a name that cannot be.
        """
        kept = dict.fromkeys(name for name in map(one_line, names) if name)
        with self._store.work(Label(mark("Who was there was written down"))) as unit:
            rules.check_came(self._sessions.one(session).it, self._room.today())
            wanted: dict[tuple[UUID | None, str], None] = {(host, ""): None for host in hosts}
            wanted |= {(None, name): None for name in kept}
            for row in queries.presence_rows(unit.session, session):
                if (row.host_id, row.name) in wanted:
                    del wanted[row.host_id, row.name]
                else:
                    unit.session.delete(row)
            for host, name in wanted:
                unit.session.add(MarketPresenceRow(session_id=session, host_id=host, name=name))
        return unit.change
