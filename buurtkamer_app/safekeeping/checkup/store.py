"""What a check-up sees of a room's data with its key: every page, its version, figures that agree, the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.safekeeping.checkup import queries
from buurtkamer_app.safekeeping.checkup.records import Finding, State, Topic
from buurtkamer_app.storage import migrate, snapshot
from buurtkamer_app.storage.engine import DATABASE, open_embedded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path


def findings(folder: Path, data_key: bytes, now: datetime) -> Iterator[Finding]:
    """Look at a store with its key; raises `StoreError` when it cannot be used, after what was seen of it."""
    path = folder / DATABASE
    snapshot.verify(path, data_key)
    size = path.stat().st_size // 1024
    yield Finding(Topic.PAGES, State.GOOD, Label(mark("Every page is as it was written: {size} kB."), {"size": size}))
    engine = open_embedded(path, data_key, read_only=True)
    try:
        found, known = migrate.revision_of(engine), migrate.known_revisions()
        if found != known[-1]:
            raise _other_version(found, known)
        yield Finding(
            Topic.VERSION, State.GOOD, Label(mark("Version {revision}, that of this program."), {"revision": found})
        )
        with Session(engine) as session:
            yield _figures(session)
            yield _clock(session, now)
    finally:
        engine.dispose()


def _other_version(found: str | None, known: list[str]) -> StoreError:
    if found is not None and found not in known and found > known[0]:
        return StoreError("A newer version of the program made this room. Install that version. Nothing was changed.")
    return StoreError("An older version of the program made this room. Open it once.")


def _figures(session: Session) -> Finding:
    if queries.sums_agree(session):
        return Finding(Topic.FIGURES, State.GOOD, Label(mark("The sums by week are those of all visits.")))
    return Finding(Topic.FIGURES, State.BAD, Label(mark("The sums by week differ from the visits. Restore a backup.")))


def _clock(session: Session, now: datetime) -> Finding:
    last = queries.last_done(session)
    if last is not None and last > now:
        label = Label(mark("The clock stands before what was done last. Set it right."))
        return Finding(Topic.CLOCK, State.LOOK, label)
    return Finding(Topic.CLOCK, State.GOOD, Label(mark("It stands after what was done last.")))
