"""What is to be told because of closed days, and is taken off the list again when the room is open after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.storage.tables.wishes import TellingRow
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.service import TellingPeople


class TellingOfClosures:
    """Use cases of telling people of closed days; always part of what closes or opens the room."""

    def __init__(self, store: Store, telling: TellingPeople) -> None:
        self._store = store
        self._telling = telling

    def tell(self, news: Iterable[NewTelling]) -> None:
        """Put people on the list."""
        self._telling.tell(news)

    def take_back(self, closure: UUID, since: date) -> tuple[list[NewTelling], list[NewTelling]]:
        """Let nobody be told any more of a closure from a day on; give who was told it, and who was not yet."""
        told: list[NewTelling] = []
        untold: list[NewTelling] = []
        with self._store.work(Label(mark("The list of whom to tell was put right"))) as unit:
            for row in unit.session.scalars(
                select(TellingRow).where(TellingRow.closure_id == closure).order_by(TellingRow.made_at, TellingRow.id)
            ):
                if row.on_date is not None and row.on_date < since:
                    # It has been, and so it was: who was not told yet may still hear of it.
                    continue
                (untold if row.told_at is None else told).append(_line(row))
                if row.told_at is None:
                    unit.session.delete(row)
                else:
                    row.closure_id = None
        return told, untold


def _line(row: TellingRow) -> NewTelling:
    return NewTelling(
        row.reason,
        row.name,
        row.contact,
        row.persons,
        series=row.series_id,
        on=row.on_date,
        moved_to=row.moved_to,
        part=row.part,
    )
