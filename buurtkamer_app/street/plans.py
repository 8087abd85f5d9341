"""The plan of a street activity: ten fields on one page, changed, called off, or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.storage.tables.street import StreetActivityRow
from buurtkamer_app.street import queries, rules
from buurtkamer_app.street.records import Plan, Remembered

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.street.service import Streets


class StreetPlans:
    """Use cases of plans."""

    def __init__(self, store: Store, room: Room, streets: Streets) -> None:
        self._store, self._room, self._streets = store, room, streets

    def write(self, street: UUID, plan: Plan, key: UUID | None = None, version: int | None = None) -> Outcome[UUID]:
        """Write down the plan of an activity in a street, or change the one with a key.

        Raises `RefusedError` for what cannot be, `ClashError` when somebody else changed it meanwhile.
        """
        kept = rules.kept_plan(plan, self._room.today())
        words = mark("A street activity was planned") if key is None else mark("A street activity was changed")
        with self._store.work(Label(words)) as unit:
            if queries.street(unit.session, street) is None:
                raise RefusedError("This is not on record any more. Look at the list again.")
            values = {name: getattr(kept, name) for name in queries.PLAN}
            if key is None:
                row = StreetActivityRow(street_id=street, professionals=0, cancelled="", **values)
                unit.session.add(row)
                unit.session.flush()
            else:
                row = self._there(key)
                if version is not None and row.version != version:
                    raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
                known = queries.activity(unit.session, key)
                if known is not None:
                    rules.check_course(kept, known.course)
                for name, value in values.items():
                    setattr(row, name, value)
            queries.write_groups(unit.session, row.id, kept.targets, reached=False)
        return Outcome(unit.change, row.id)

    def cancel(self, key: UUID, why: str) -> Change:
        """Write down why an activity does not go on; "" lets it go on after all. Raises `RefusedError` as texts do.

        What was counted is not cancelled: raises `RefusedError`.
        """
        kept = rules.kept_text(why, rules.LONGEST_FIELD)
        with self._store.work(Label(mark("A street activity does not go on"))) as unit:
            row = self._there(key)
            if kept and row.headcount:
                raise RefusedError("{persons} took part. Set that number to 0 first.", persons=row.headcount)
            row.cancelled = kept
            if not kept:
                unit.label = Label(mark("A street activity goes on after all"))
        return unit.change

    def remove(self, key: UUID) -> Change:
        """Take an activity away with all that belongs to it."""
        with self._store.work(Label(mark("A street activity was taken away"))) as unit:
            queries.take_away(unit.session, key)
        return unit.change

    def proposed(self, street: UUID) -> Plan:
        """Give what a new plan begins with: the last one of the street, on the day by which one goes back there."""
        today = self._room.today()
        name, before = self._streets.known.one(street).it.name, self._streets.of(street)
        with self._store.reading() as session:
            leads = rules.led_by(queries.phases(session, street).get(street, []), today)
            back = rules.open_returns(before, queries.returns(session), today)
        due = back[0].due_on if back else None
        return rules.proposed(name, before[-1].plan if before else None, leads, today, due)

    def history(self, street: UUID) -> list[Remembered]:
        """Give what was and is planned in a street with its scores, the latest first."""
        of_street = self._streets.of(street)
        with self._store.reading() as session:
            said = queries.reflections(session)
        return [
            Remembered(
                one,
                said[one.id].recommend if one.id in said else None,
                said[one.id].impact if one.id in said else None,
                one.id in said and said[one.id].finished,
            )
            for one in reversed(of_street)
        ]

    def _there(self, key: UUID) -> StreetActivityRow:
        with self._store.reading() as session:
            row = queries.activity_row(session, key)
        if row is None:
            raise RefusedError("This is not on record any more. Look at the list again.")
        return row
