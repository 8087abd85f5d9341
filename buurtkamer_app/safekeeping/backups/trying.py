"""Tries a backup out: it is opened in a copy, brought to this program's schema and counted; nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from buurtkamer_app.safekeeping.backups import queries
from buurtkamer_app.safekeeping.backups.records import TriedOut
from buurtkamer_app.safekeeping.backups.restoring import copy_of, is_here
from buurtkamer_app.safekeeping.backups.rules import days_lost
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.key_slots import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.safekeeping.backups.records import Contents
    from buurtkamer_app.safekeeping.backups.restoring import Unlock


def try_out(source: Path, folder: Path, secrets: Path, unlock: Unlock, now: Contents | None = None) -> TriedOut:
    """Tell what is in a backup, beside what the room holds now; raises as `copy_of`, and changes nothing."""
    with copy_of(source, folder, unlock) as copy:
        engine = open_embedded(copy.folder / DATABASE, copy.opened.data_key)
        try:
            migrate.upgrade(engine)
            with Session(engine) as session:
                contents = queries.contents(session)
        finally:
            engine.dispose()
        lost = days_lost(contents.last_visit, now.last_visit) if now is not None else 0
        practice = any(slot.kind is Kind.PRACTICE for slot in copy.opened.vault.slots)
        here = practice or is_here(copy.opened.vault, secrets)
        return TriedOut(source, copy.about.made_at, contents, now, lost, here=here)
