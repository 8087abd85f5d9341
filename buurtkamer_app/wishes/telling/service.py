"""Telling people: what came true, what was cancelled or moved; nobody who asked is forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.wishes import TellingRow
from buurtkamer_app.wishes.telling import queries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import ToldHow
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.records import NewTelling, Telling


class TellingPeople:
    """Use cases of the list "bel terug"."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tell(self, news: Iterable[NewTelling]) -> Change:
        """Put people on the list."""
        with self._store.work(Label(mark("People are to be told"))) as unit:
            for new in news:
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
                    )
                )
        return unit.change

    def tellings(self, since: datetime | None = None) -> Sequence[Telling]:
        """Give who is still to be told, the oldest first, with `since` also who was told; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.tellings(session, since)

    def told(self, telling: UUID, how: ToldHow) -> Change:
        """Write down that somebody was told; raises `RefusedError` when they are not on the list any more."""
        with self._store.work(Label(mark("Somebody was told"))) as unit:
            row = unit.session.get(TellingRow, telling)
            if row is None:
                raise RefusedError("This is not on the list any more.")
            row.told_at, row.told_by, row.how = unit.now, unit.actor.host, how
        return unit.change

    def persons_to_tell(self) -> int:
        """Give how many persons are still to be told something."""
        with self._store.reading() as session:
            return queries.persons_to_tell(session)
