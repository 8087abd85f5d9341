"""Concerns and incidents: written by anybody at the desk, read by the coordinator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desk.concerns import queries
from buurtkamer_app.storage.tables.concerns import ConcernRow
from buurtkamer_app.wishes.rules import kept_text

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Concerns:
    """Use cases of concerns and incidents."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def write(self, text: str) -> Change:
        """Write down a concern for the coordinator; a host cannot read it back."""
        kept = kept_text(text)
        with self._store.work(Label(mark("A concern was written down"))) as unit:
            unit.session.add(
                ConcernRow(
                    on_date=self._room.today(),
                    at=unit.now,
                    text=kept,
                    written_by=unit.actor.host,
                    urgent=False,
                    weighed="",
                )
            )
            unit.counts = True
        return unit.change

    def count(self, first: date, last: date) -> int:
        """Give how many concerns were written in a period; what they say is another matter."""
        with self._store.reading() as session:
            return queries.count(session, first, last)
