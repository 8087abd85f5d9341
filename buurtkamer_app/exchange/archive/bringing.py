"""Brings the rows of an archive into a store that has none, list after list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.exchange.archive import queries
from buurtkamer_app.exchange.archive.schema import lists

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.archive.reading import Archive


def fill(session: Session, archive: Archive, progress: Progress) -> None:
    """Write all rows of an archive; raises `FileRefusedError` for one that cannot be, `StoppedError`."""
    done, of = 0, archive.manifest.rows
    for kept in lists():
        for rows in archive.rows(kept):
            queries.put(session, kept, rows)
            done += len(rows)
            progress.at(done, of)
