"""Looking back at a street activity within seven days, half done or finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.street import StreetReflectionRow
from buurtkamer_app.street import queries, rules

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.street.records import Activity, Reflection, Waiting
    from buurtkamer_app.street.service import Streets


class StreetReflections:
    """Use cases of looking back at street activities."""

    def __init__(self, store: Store, room: Room, streets: Streets) -> None:
        self._store, self._room, self._streets = store, room, streets

    def write(self, key: UUID, said: Reflection) -> Change:
        """Write down a look back, half done or `finished`; a second time changes what was written.

        Raises `RefusedError` before it is over, when it did not go on, and for what cannot be kept.
        """
        kept, known = rules.kept_reflection(said), self._streets.one(key)
        if not rules.is_over(known, self._room.now()):
            raise RefusedError("This is not over yet. Look back afterwards.")
        words = mark("A look back at a street was written") if kept.finished else mark("A look back was begun")
        with self._store.work(Label(words)) as unit:
            row = queries.reflection_row(unit.session, key)
            if row is None:
                row = StreetReflectionRow(activity_id=key)
                unit.session.add(row)
            for name in queries.SAID:
                setattr(row, name, getattr(kept, name))
            row.finished_at = (row.finished_at or unit.now) if kept.finished else None
            queries.write_groups(unit.session, key, kept.reached, reached=True)
            queries.write_goals(unit.session, key, kept.goals)
        return unit.change

    def of(self, key: UUID) -> Reflection | None:
        """Give the look back at an activity, None while there is none."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.reflections(session, key).get(key)

    def begun(self, key: UUID) -> Reflection:
        """Give the look back, or what a new one begins with: the plan's own words, and the period of the last one."""
        found, known = self.of(key), self._streets.one(key)
        if found is not None:
            return found
        before = [self.of(one.id) for one in self._streets.of(known.street) if one.id != key]
        facts = self._room.facts()
        contact = ", ".join(part for part in (facts.name, facts.phone) if part)
        return rules.begun(known, next((said for said in reversed(before) if said is not None), None), contact)

    def waiting(self) -> list[Waiting]:
        """Give what waits for a look back from the day after on, the one that waits longest first."""
        self._store.allow(Role.HOST)
        today = self._room.today()
        with self._store.reading() as session:
            said, every = queries.reflections(session), queries.activities(session, last=today)
        asked = [rules.waiting(one, today, begun=one.id in said) for one in every if not _finished(one, said)]
        return [one for one in asked if one is not None]


def _finished(activity: Activity, said: dict[UUID, Reflection]) -> bool:
    return activity.id in said and said[activity.id].finished
