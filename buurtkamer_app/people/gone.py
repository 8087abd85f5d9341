"""Somebody who left: no list has them any more, and no PIN is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.people import queries
from buurtkamer_app.storage import journal

if TYPE_CHECKING:
    from datetime import date

    from buurtkamer_app.storage.tables.people import HostRow
    from buurtkamer_app.storage.unit import Unit


def let_go(unit: Unit, row: HostRow, last_on: date) -> None:
    """Take somebody out of every list, and their PIN away for good."""
    row.left_on = last_on
    unit.session.flush()
    pin = queries.pin(unit.session, row.id)
    if pin is not None:
        # Neither the row nor its before-images may keep the hash: undoing gives no PIN back.
        journal.blank_rows(unit.session, [pin])
        queries.forget_pin(unit.session, pin)
