"""What was done, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import ClashError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.journal import JournalUnitRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


@dataclass(frozen=True, slots=True)
class Undoable:
    """A unit of work that can be taken back, and what it did."""

    unit: UUID
    label: Label


class History:
    """Use cases of the journal for the people at the desk."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def last(self, *, counting: bool = False) -> Undoable | None:
        """Give the last thing done today that the one at the desk may take back, None when there is nothing.

        With `counting`, only what changed a printed figure.
        """
        with self._store.reading() as session:
            row = journal.last_undoable(session, self._since(), self._store.actor.role, counting=counting)
            return Undoable(row.id, journal.label_of(row)) if row else None

    def undo(self, unit: UUID, *, over_later: bool = False) -> Change:
        """Take back a unit of work; with `over_later` also what was changed in its records since.

        Raises `ClashError` when it was taken back already or its records were changed since, `NotAllowedError` when
        it was the coordinator's.
        """
        with self._store.reading() as session:
            found = session.get(JournalUnitRow, unit)
        if found is None:
            raise ClashError("This was undone already.")
        label = Label(mark("Undone: {what}"), {"what": journal.label_of(found).say()})
        with self._store.work(label, Role(found.needs)) as work:
            target = work.session.get(JournalUnitRow, unit)
            if target is None or journal.is_undone(work.session, unit) or not target.undoable:
                raise ClashError("This was undone already.")
            journal.undo(work, target, over_later=over_later)
        return work.change

    def undo_last_count(self) -> Change | None:
        """Take back the last thing done today that changed a figure; None when nothing is left.

        What was done since changed no figure, so it does not stand in the way.
        """
        last = self.last(counting=True)
        return self.undo(last.unit, over_later=True) if last else None

    def forget_before_images(self) -> None:
        """Blank the before-images of what can no longer be undone: all from before yesterday.

        The undo window of a day ends with the next one. Source: architecture, mechanism 2.
        """
        if not self._room.is_set_up():
            return
        with self._store.work(Label(mark("Old before-images were blanked")), Role.NOBODY) as unit:
            journal.blank(unit.session, self._since(days_ago=1))

    def _since(self, days_ago: int = 0) -> datetime:
        day = self._room.today()
        return instant(type(day).fromordinal(day.toordinal() - days_ago), time(), self._room.zone)
