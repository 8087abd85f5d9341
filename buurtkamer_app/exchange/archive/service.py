"""Everything of the room in one open file, and back into a room that has nothing yet."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import ClashError, FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.archive.records import Saved
from buurtkamer_app.exchange.delivery import delivering
from buurtkamer_app.storage.tables.exchange import ArchiveRow

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.records import Manifest
    from buurtkamer_app.storage.unit_of_work import Store


class Archives:
    """Use cases of archives, for the coordinator."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ask(self) -> Change:
        """Write down that an archive of everything is made: whoever makes one does this first."""
        with self._store.work(Label(mark("An archive of everything was asked for")), Role.COORDINATOR) as unit:
            unit.undoable = False
            unit.session.add(ArchiveRow(at=unit.now, brought_in=False, made_by=unit.actor.host))
        return unit.change

    def save(self, path: Path, progress: Progress) -> Saved:
        """Write everything of the room to a file, read it back, and only then give it its name.

        Raises `StoppedError` when it is to stop, `RefusedError` when `path` cannot be a file, `StoreError` when the
        disk is full, gone or read-only; then there is no file.
        """
        # What makes it knows every table, and nobody needs them to count visitors.
        from buurtkamer_app.exchange.archive import queries, reading, writing  # noqa: PLC0415

        self._store.allow(Role.COORDINATOR)
        made: list[Manifest] = []
        with self._store.reading() as session:

            def content(out: IO[bytes]) -> None:
                queries.see_one_moment(session)
                with queries.frugal(session):
                    made.append(writing.write(session, out, progress))

            with delivering(path, content, lambda fresh: reading.prove(fresh, progress)) as place:
                place()
        return Saved(path, made[0].rows, path.stat().st_size)

    def bring_in(self, path: Path, progress: Progress) -> Outcome[Manifest]:
        """Bring everything of an archive into a room that has nothing yet, all of it or nothing.

        PINs, signature, passphrases of recipients and what fields held before are not in it: `left_out.py` says why.
        Raises `StoppedError`, `RefusedError` when something was written here already, `FileRefusedError` for what is no
        archive or not as it should be.
        """
        self._store.allow(Role.COORDINATOR)
        from buurtkamer_app.exchange.archive import bringing, queries, reading  # noqa: PLC0415 - see save

        label = Label(mark("An archive of everything was brought in"))
        with reading.opened(path) as archive:
            try:
                with self._store.work(label, Role.COORDINATOR) as unit:
                    unit.undoable = False
                    if not queries.is_empty(unit.session):
                        raise RefusedError("There is a room here already. An archive needs a new one.")
                    with queries.frugal(unit.session):
                        bringing.fill(unit.session, archive, progress)
                    unit.session.add(ArchiveRow(at=unit.now, brought_in=True, made_by=unit.actor.host))
            except ClashError as error:
                # References are checked when a transaction ends, and nobody else is here to clash with.
                raise FileRefusedError("This archive is not whole: it refers to what is not in it.") from error
        return Outcome(unit.change, archive.manifest)
