"""Telling people: what came true, what was cancelled or moved; nobody who asked is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason, ToldHow
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.wishes import TellingRow
from buurtkamer_app.wishes import moving, putting
from buurtkamer_app.wishes.telling import queries, rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.records import NewTelling, Telling


class TellingPeople:
    """Use cases of the list "bel terug"."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def tell(self, news: Iterable[NewTelling]) -> Change:
        """Put people on the list; who did not hear yet that something moved is told only where it is now."""
        with self._store.work(Label(mark("People are to be told"))) as unit:
            unit.session.flush()
            for new in news:
                if new.reason is TellReason.MOVED and self._moved_on(unit, new):
                    continue
                unit.session.add(
                    TellingRow(
                        reason=new.reason,
                        wish_id=new.wish,
                        series_id=new.series,
                        on_date=new.on,
                        moved_to=new.moved_to,
                        part=new.part,
                        name=new.name,
                        contact=new.contact,
                        persons=new.persons,
                        made_at=unit.now,
                        tried_at=None,
                        told_at=None,
                        told_by=None,
                        how=None,
                        closure_id=new.closure,
                    )
                )
        return unit.change

    def tell_wish(self, wish: UUID, reason: TellReason) -> Change:
        """Put the people of a wish, and of those grouped with it, on the list; a second time adds only who is new.

        Raises `RefusedError` when the wish is gone.
        """
        with self._store.work(Label(mark("People are to be told"))) as unit:
            rows = moving.group_of(unit.session, wish)
            putting.put(unit, rows, reason, series=rows[0].series_id)
        return unit.change

    def tellings(self, since: datetime | None = None) -> Sequence[Telling]:
        """Give who is still to be told, the oldest first, with `since` also who was told; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.tellings(session, since)

    def told(self, telling: UUID, how: ToldHow, persons: int | None = None) -> Change:
        """Write down that somebody was told; of several without a name so many `persons` (None: all of them).

        The wish is done when it only waited for that and nobody is left. Who was told stays told as it was.
        Raises `RefusedError` when they are not on the list any more, or for more persons than wait.
        """
        with self._store.work(Label(mark("Somebody was told"))) as unit:
            row = self._row(unit, telling)
            if row.told_at is None:
                self._told(unit, row, how, rules.check_told(persons, row.persons))
                self._settle(unit, row.wish_id)
        return unit.change

    def told_all(self, wish: UUID, how: ToldHow = ToldHow.IN_PERSON) -> Change:
        """Write down that all who wait to hear of a wish were told; raises `RefusedError` when the wish is gone."""
        with self._store.work(Label(mark("Everybody was told"))) as unit:
            rows = moving.group_of(unit.session, wish)
            for row in queries.open_of(unit.session, [one.id for one in rows]):
                self._told(unit, row, how, row.persons)
            self._settle(unit, wish)
        return unit.change

    def told_each(self, tellings: Iterable[UUID], how: ToldHow) -> Change:
        """Write down that all of these were told, whole; who is not on the list any more is left out."""
        with self._store.work(Label(mark("Everybody was told"))) as unit:
            rows = [row for key in tellings if (row := unit.session.get(TellingRow, key)) and row.told_at is None]
            for row in rows:
                self._told(unit, row, how, row.persons)
            for wish in dict.fromkeys(row.wish_id for row in rows):
                self._settle(unit, wish)
        return unit.change

    def not_reached(self, telling: UUID) -> Change:
        """Write down that nobody answered; they stay on the list. Raises `RefusedError` when they are not on it."""
        with self._store.work(Label(mark("Somebody was not reached"))) as unit:
            row = self._row(unit, telling)
            if row.told_at is None:
                row.tried_at = unit.now
        return unit.change

    def persons_to_tell(self) -> int:
        """Give how many persons are still to be told something."""
        with self._store.reading() as session:
            return queries.persons_to_tell(session)

    def forget_names(self, until: date | None = None) -> None:
        """Empty names and contacts of who was told 30 days before the last opened day; that they were told stays.

        With `until` those of up to and including that day. It cannot be undone. Nothing goes while the clock may be
        wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                queries.forget_names(unit.session, until or sure - rules.KEPT_NAMES, self._room.zone)

    def _moved_on(self, unit: Unit, new: NewTelling) -> bool:
        """Put right what somebody is still to be told, when that moves again; tell whether there was such a line."""
        row = queries.on_its_way(unit.session, new)
        if row is None:
            return False
        if new.moved_to == row.on_date and not queries.is_otherwise(unit.session, row):
            # Back where they know it to be.
            unit.session.delete(row)
        else:
            row.moved_to = new.moved_to
        unit.session.flush()
        return True

    def _told(self, unit: Unit, row: TellingRow, how: ToldHow, persons: int) -> None:
        if persons < row.persons:
            row.persons -= persons
            row = queries.like(row, persons)
            unit.session.add(row)
        row.told_at, row.told_by, row.how = unit.now, unit.actor.host, how

    def _settle(self, unit: Unit, wish: UUID | None) -> None:
        """Let a wish be done that only waited until its people know."""
        if wish is None:
            return
        unit.session.flush()
        rows = moving.group_of(unit.session, wish)
        if rows[0].done_when_told:
            moving.finish(unit, rows)

    def _row(self, unit: Unit, telling: UUID) -> TellingRow:
        row = unit.session.get(TellingRow, telling)
        if row is None:
            raise RefusedError("This is not on the list any more.")
        return row
