"""Backups as the room knows them: what was made and tried out, when the next one is due, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_trust import BackupPlace
from buurtkamer_app.safekeeping.backups import queries, rules
from buurtkamer_app.safekeeping.backups.records import Asks
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.backups import BackupMadeRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.backups.records import BackupMade, Contents, Made
    from buurtkamer_app.storage.unit_of_work import Store

_MADE: Final = mark("A backup was made")
_TRIED: Final = mark("A backup was tried out")
# What only tells of backups is no reason for another one.
_OWN: Final = (_MADE, _TRIED)
# More than what is kept in a folder and on a stick.
_KEPT: Final = 60


class Backups:
    """Use cases of what was made; making and restoring need the key, and are no use cases of the store."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def last(self) -> BackupMade | None:
        """Give the newest backup that is known; anybody may know how old it is."""
        with self._store.reading() as session:
            row = queries.newest(session)
            return queries.made(row) if row else None

    def last_tried(self) -> BackupMade | None:
        """Give the backup that was tried out last."""
        with self._store.reading() as session:
            tried = BackupMadeRow.tried_at
            row = queries.newest(session, tried.is_not(None), by=tried)
            return queries.made(row) if row else None

    def last_on_stick(self) -> BackupMade | None:
        """Give the newest backup that went to the stick of the schedule."""
        with self._store.reading() as session:
            row = queries.newest(session, BackupMadeRow.place == BackupPlace.STICK)
            return queries.made(row) if row else None

    def is_due(self) -> bool:
        """Tell whether the schedule makes one now: also on a locked desk."""
        if not self._room.is_set_up():
            return False
        with self._store.reading() as session:
            last, changed = self._of_schedule(session), queries.changed_at(session, _OWN)
            closed = queries.closed_at(session)
            wall, now = self._wall, self._room.now()
            return rules.is_due(
                wall(last), wall(changed), now, closed=closed is not None and (last is None or closed > last)
            )

    def asks(self, *, stick: bool, same_disk: bool) -> Asks:
        """Give what people should know: how old the last backup is, whether one is to be tried out, or has no stick.

        `stick` says that a stick was chosen, `same_disk` that the folder is on the disk of the room.
        """
        with self._store.reading() as session:
            last, first = queries.newest(session), queries.first_at(session)
            tried, by_hand = self.last_tried(), queries.newest(session, BackupMadeRow.place != BackupPlace.FOLDER)
            now = self._room.now()
            days = rules.days_since(self._wall(last.at if last else None), now)
            return Asks(
                days,
                late=rules.is_late(days),
                try_out=rules.is_to_be_tried(self._wall(tried.tried_at if tried else None), self._wall(first), now),
                no_stick=same_disk and not stick and by_hand is None,
            )

    def note(self, made: Sequence[Made]) -> Change:
        """Write down which backups were made and found whole; what a locked desk may do, and nobody takes back."""
        with self._store.work(Label(_MADE), Role.NOBODY) as unit:
            unit.undoable = False
            for one in made:
                unit.session.add(
                    BackupMadeRow(place=one.place, name=one.path.name[-255:], at=one.at, size=one.size, tried_at=None)
                )
            unit.session.flush()
            for row in queries.older(unit.session, _KEPT):
                unit.session.delete(row)
        return unit.change

    def note_restored(self) -> Change:
        """Write down in the room that comes back that it was brought back, for the coordinator."""
        with self._store.work(Label(mark("The room was brought back from a backup")), Role.COORDINATOR) as unit:
            unit.undoable = False
            key = journal.write_down(unit.session, unit, ())
        return Change(key, unit.label, frozenset())

    def note_tried(self, made: Made) -> Change:
        """Write down that a backup was opened in a copy, for the coordinator."""
        with self._store.work(Label(_TRIED), Role.COORDINATOR) as unit:
            unit.undoable = False
            known = [row for row in queries.of_name(unit.session, made.path.name[-255:]) if row.at == made.at]
            if not known:
                known = [
                    BackupMadeRow(
                        place=made.place, name=made.path.name[-255:], at=made.at, size=made.size, tried_at=None
                    )
                ]
                unit.session.add_all(known)
            for row in known:
                row.tried_at = unit.now
        return unit.change

    def contents(self) -> Contents:
        """Give what the room holds now, for the coordinator, to put beside what is in a backup."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.contents(session)

    def _of_schedule(self, session: object) -> datetime | None:
        row = queries.newest(session, BackupMadeRow.place != BackupPlace.BY_HAND)  # type: ignore[arg-type]
        return row.at if row else None

    def _wall(self, at: datetime | None) -> datetime | None:
        return local(at, self._room.zone) if at is not None else None
