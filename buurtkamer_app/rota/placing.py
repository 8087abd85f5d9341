"""Puts a host on a shift: on an open place, or in the place of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.rota import queries
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.rota import PlaceRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.storage.tables.rota import ShiftRow
    from buurtkamer_app.storage.unit import Unit


def check_there(unit: Unit, who: Host) -> None:
    """Raise `RefusedError` for a host who stopped, as another desk may have written down just now."""
    if unit.session.get_one(HostRow, who.id).left_on is not None:
        raise RefusedError("{name} stopped before. Nothing was changed.", name=who.name)


def put_in_place(unit: Unit, who: Host, shift: ShiftRow, replaces: UUID | None = None) -> PlaceRow:
    """Put a host on a shift; one who signed on today without a place is on for this one from then.

    Raises `RefusedError` when they are on it already, or stopped meanwhile.
    """
    check_there(unit, who)
    if any(other.shift_id == shift.id for other, _shift in queries.held(unit.session, who.id, shift.on_date)):
        raise RefusedError("{name} is on this shift already.", name=who.name)
    made = PlaceRow(shift_id=shift.id, host_id=who.id, replaces_id=replaces, filled=False)
    unit.session.add(made)
    unit.session.flush()
    for row in queries.still_on(unit.session, [shift.on_date]):
        if row.host_id == who.id and row.place_id is None:
            row.place_id = made.id
    return made
