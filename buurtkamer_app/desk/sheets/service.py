"""Paper tally sheets: their numbers, and keying them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.desk.sheets import queries, rules

if TYPE_CHECKING:
    from buurtkamer_app.desk.sheets.records import SheetLine
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Sheets:
    """Use cases of paper sheets."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def enter(self, line: SheetLine) -> Change:
        """Enter an hour of a paper sheet of today; the same sheet and hour a second time changes nothing."""
        rules.check_line(line)
        with self._store.work(Label(mark("A line of the paper sheet was entered"))) as unit:
            if not queries.hour_known(unit.session, line.sheet, line.hour):
                parts = {"children": line.children, "first_time": line.first_time, "sheet": line.sheet, "later": True}
                unit.session.add(visit(unit.now, self._room.today(), line.hour, line.count, **parts))
                unit.counts = line.count > 0
        return unit.change
