"""Somebody is erased: their lines go or say nobody, figures stay, and no backup brings them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.privacy import tombstones
from buurtkamer_app.privacy.held import HELD
from buurtkamer_app.privacy.person import clearing, queries, rules
from buurtkamer_app.privacy.tombstones import Tombstone
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.erasing import TombstoneRow
from buurtkamer_app.storage.tables.safekeeping import DraftRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.privacy.person.records import Found
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Erasing:
    """Use cases of erasing, for the coordinator; none can be undone.

    `files` is the room's folder (None: a server); `let_former_go` lets go of what a restore left there.
    """

    def __init__(self, store: Store, room: Room, files: Path | None, let_former_go: Callable[[Path], object]) -> None:
        self._store, self._room, self._files, self._let_former_go = store, room, files, let_former_go

    def erase(self, chosen: Sequence[Found]) -> Outcome[int]:
        """Erase these lines, and give how many there were; figures stay.

        Raises `RefusedError` when none was chosen, or for one that cannot go now; `StoreError` when the list beside
        the room cannot be written: the lines are gone then, and it is written with the next one.
        """
        self._store.allow(Role.COORDINATOR)
        if not chosen:
            raise RefusedError("Choose first which lines are of this person.")
        mapped, gone = queries.tables(), 0
        with self._store.work(Label(mark("Somebody was erased")), Role.COORDINATOR) as unit:
            unit.undoable = False
            for one in chosen:
                # What was found may have changed since: a concern that was opened again, a host who came back.
                if stands := queries.stands(unit.session, one.kind, one.row):
                    raise RefusedError(stands)
                table, asked = mapped[one.kind], rules.asked_for(one.asked)
                if clearing.clear(unit, table, one.row, one.columns, asked):
                    gone += 1
                    _bury(unit.session, one.kind, one.row, one.columns, self._room.today())
            for asked in {rules.asked_for(one.asked) for one in chosen}:
                clearing.clear_around(unit.session, asked)
        self.write_list()
        if self._files is not None:
            # They are in the room of before a restore, too.
            self._let_former_go(self._files)
        return Outcome(unit.change, gone)

    def replay(self, known: Iterable[Tombstone]) -> Change:
        """Erase again what a store that came back still holds, and write it down there; twice changes nothing."""
        mapped = queries.tables()
        with self._store.work(Label(mark("Who was erased stays erased")), Role.COORDINATOR) as unit:
            unit.undoable = False
            here = {(one.kind, one.row, one.columns) for one in _buried(unit.session)}
            new = [stone for stone in sorted(known) if (stone.kind, stone.row, stone.columns) not in here]
            # The list lies on sticks as well: a line that we would never have written erases nothing.
            new = [stone for stone in new if stone.kind in mapped and HELD[stone.kind].holds(stone.columns)]
            if new:
                # What was being typed and done then may be about them as well, and nobody undoes it any more.
                unit.session.execute(delete(DraftRow))
                journal.blank(unit.session, unit.now)
            for stone in new:
                clearing.clear(unit, mapped[stone.kind], stone.row, stone.columns, None)
                _bury(unit.session, stone.kind, stone.row, stone.columns, stone.erased_on)
        self.write_list()
        return unit.change

    def known(self) -> frozenset[Tombstone]:
        """Give what was erased here, as keys that say nothing."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return _buried(session)

    def write_list(self) -> None:
        """Write the list beside the room, with what stands there already; raises `StoreError`."""
        if self._files is None:
            return
        here = self.known()
        try:
            there = tombstones.read(self._files)
        except StoreError:
            # It is damaged, and the store knows all of it.
            there = frozenset()
            tombstones.put_aside(self._files)
        if here - there:
            tombstones.keep(self._files, there | here)


def _bury(session: Session, kind: str, row: UUID, columns: tuple[str, ...], on: date) -> None:
    names = ",".join(columns)
    where = (TombstoneRow.kind == kind, TombstoneRow.row_id == row, TombstoneRow.columns == names)
    if session.scalars(select(TombstoneRow.id).where(*where)).first() is None:
        session.add(TombstoneRow(kind=kind, row_id=row, columns=names, erased_on=on))
        session.flush()


def _buried(session: Session) -> frozenset[Tombstone]:
    rows = session.scalars(select(TombstoneRow))
    return frozenset(
        Tombstone(row.kind, row.row_id, tuple(row.columns.split(",")) if row.columns else (), row.erased_on)
        for row in rows
    )
