"""Who leads in a street since when, and when one goes back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.street import StreetPhaseRow, StreetReturnRow
from buurtkamer_app.street import queries, rules

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.base.terms_around import LedBy
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.street.records import Phase, Return
    from buurtkamer_app.street.service import Streets


class StreetTurns:
    """Use cases of the life cycle of a street: professionals, together, residents by themselves; and of returning."""

    def __init__(self, store: Store, room: Room, streets: Streets) -> None:
        self._store, self._room, self._streets = store, room, streets

    def phases(self, street: UUID) -> list[Phase]:
        """Give who led since when, the earliest first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.phases(session, street).get(street, [])

    def leading(self, on: date) -> dict[UUID, LedBy]:
        """Tell who leads on a day in the streets where that was written down; elsewhere professionals do."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return {street: rules.led_by(known, on) for street, known in queries.phases(session).items()}

    def lead(self, street: UUID, led_by: LedBy, since: date, why: str = "") -> Change:
        """Write down who leads from a day on, and why; it can go back too. A second time on a day changes that.

        Raises `RefusedError` for a day to come, or a text that cannot be kept.
        """
        kept = rules.kept_text(why, rules.LONGEST_FIELD)
        if since > self._room.today():
            raise RefusedError("This day is to come. Write it down when it is so.")
        with self._store.work(Label(mark("Who leads in a street was written down"))) as unit:
            self._streets.known.one(street)
            row = queries.phase_row(unit.session, street, since)
            if row is None:
                row = StreetPhaseRow(street_id=street, since=since)
                unit.session.add(row)
            row.led_by, row.why = led_by, kept
        return unit.change

    def take_away(self, street: UUID, since: date) -> Change:
        """Take away what began on a day; nothing happens when it is gone already."""
        with self._store.work(Label(mark("Who leads in a street was taken away"))) as unit:
            row = queries.phase_row(unit.session, street, since)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def returns(self) -> list[Return]:
        """Give the streets that one still has to go back to, the earliest day first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            every, said = queries.activities(session), queries.returns(session)
        return rules.open_returns(every, said, self._room.today())

    def put_off(self, key: UUID, due_on: date) -> Change:
        """Go back to the street of an activity by another day; raises `RefusedError` for one that is past."""
        if due_on < self._room.today():
            raise RefusedError("This day is past. Choose a day to come.")
        return self._say(key, due_on, "")

    def give_up(self, key: UUID, reason: str) -> Change:
        """Do not go back after an activity; raises `RefusedError` without a reason."""
        kept = rules.kept_text(reason, rules.LONGEST_FIELD)
        if not kept:
            raise RefusedError("Why does nobody go back? A few words are enough.")
        return self._say(key, self._streets.one(key).plan.on_date + rules.RETURN, kept)

    def _say(self, key: UUID, due_on: date, reason: str) -> Change:
        self._streets.one(key)
        with self._store.work(Label(mark("The return to a street was written down"))) as unit:
            row = queries.return_row(unit.session, key)
            if row is None:
                row = StreetReturnRow(activity_id=key)
                unit.session.add(row)
            row.due_on, row.reason = due_on, reason
        return unit.change
