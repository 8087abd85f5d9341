"""Drafts: what is being typed is kept in the encrypted store, so that no lock, crash or power cut loses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.safekeeping import DraftRow
from buurtkamer_app.wishes.rules import LONGEST_TEXT

if TYPE_CHECKING:
    from buurtkamer_app.storage.unit_of_work import Store


class Drafts:
    """Use cases of drafts; `field` names where something is typed, such as `wish`.

    After an @ stands the key of the only host who gets it back (`concern@0190…`), where others may not read it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, field: str, text: str) -> None:
        """Keep what stands in a field now; an empty one has no draft. What no text can hold is left out."""
        typed = "".join(sign for sign in text if sign != "\x00" and not "\ud800" <= sign <= "\udfff")[:LONGEST_TEXT]
        with self._store.work(Label(mark("A draft was kept")), Role.NOBODY) as unit:
            row = unit.session.get(DraftRow, field)
            if not typed.strip():
                if row is not None:
                    unit.session.delete(row)
            elif row is None:
                unit.session.add(DraftRow(field=field, text=typed, at=unit.now))
            else:
                row.text, row.at = typed, unit.now

    def kept(self, field: str) -> str:
        """Give what was being typed in a field; for who is signed in."""
        self._store.allow(Role.HOST)
        host = self._store.actor.host
        if "@" in field and field.partition("@")[2] != (host.hex if host else ""):
            return ""
        with self._store.reading() as session:
            row = session.get(DraftRow, field)
            return row.text if row is not None else ""
