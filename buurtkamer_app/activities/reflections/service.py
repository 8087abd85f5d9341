"""A short look back at an activity: what went well, who came, whether it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities.reflections import queries, rules
from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.activities import ReflectionRow

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.reflections.records import NewReflection, Reflection, Waiting
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.service import Wishes


class Reflections:
    """Use cases of looking back."""

    def __init__(self, store: Store, room: Room, activities: Activities, wishes: Wishes) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._wishes = wishes

    def write(self, series: UUID, on: date, said: NewReflection) -> Change:
        """Write down how a date went; a second time changes what was written.

        When residents go on by themselves, the series and the wishes that became it are self-run from now on: it is
        counted as before. Raises `RefusedError` before the date is over, when it did not go on, or for a text that
        cannot be kept.
        """
        went_well, who_came = rules.kept_text(said.went_well), rules.kept_text(said.who_came)
        occurrence = self._activities.going_on(series, on)
        if not rules.is_over(occurrence, self._room.now()):
            raise RefusedError("This is not over yet. Look back afterwards.")
        label = Label(mark("A look back at {name} was written"), {"name": occurrence.series.name})
        with self._store.work(label) as unit:
            row = queries.row(unit.session, series, on)
            if row is None:
                row = ReflectionRow(series_id=series, on_date=on)
                unit.session.add(row)
            row.at, row.written_by = unit.now, unit.actor.host
            row.went_well, row.who_came = went_well, who_came
            row.goes_on, row.by_residents = said.goes_on, said.by_residents
            if said.by_residents:
                self._let_go(unit, series)
        return unit.change

    def of(self, series: UUID, on: date) -> Reflection | None:
        """Give the look back at one date, None while there is none; for who is signed in."""
        return next((one for one in self.of_series(series) if one.on == on), None)

    def of_series(self, series: UUID) -> list[Reflection]:
        """Give the looks back at a series, the latest date first; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.reflections(session, series)

    def waiting(self) -> list[Waiting]:
        """Give the activities of the last seven days that nobody looked back on; for who is signed in.

        Plain walk-ins and what residents run themselves are not asked about.
        """
        self._store.allow(Role.HOST)
        now = self._room.now()
        recent = self._activities.occurrences(now.date() - rules.LOOKED_BACK, now.date())
        over = [entry for entry in recent if rules.is_over(entry, now)]
        came_true = {wish.series for wish in self._wishes.all()}
        with self._store.reading() as session:
            looked_back = queries.looked_back(session)
        every = self._activities.series()
        lines = {entry.series.id: rules.lineage(entry.series.id, every) for entry in over}
        last = {
            key: max(days)
            for key, line in lines.items()
            if (days := [looked_back[one] for one in line & looked_back.keys()])
        }
        return rules.waiting(over, {key for key, line in lines.items() if line & came_true}, last, now.date())

    def _let_go(self, unit: Unit, series: UUID) -> None:
        """Let residents run a series by themselves, with the wishes that became it."""
        queries.series_row(unit.session, series).self_run = True
        same = rules.lineage(series, self._activities.series())
        for wish in self._wishes.all():
            if wish.series in same and wish.status is not WishStatus.SELF_RUN:
                self._wishes.move(wish.id, WishStatus.SELF_RUN)
        unit.counts = True
