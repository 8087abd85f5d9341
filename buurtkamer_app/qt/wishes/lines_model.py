"""The list of wishes as a table: so many lines are read at first, more when somebody scrolls down to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.table_model import Column, RecordsModel
from buurtkamer_app.qt.terms import THEMES, quoted
from buurtkamer_app.wishes.records import Line
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from buurtkamer_app.wishes.records import Listed

_IN_A_ROW = 90  # letters of a wish


class LinesModel(RecordsModel[Line]):
    """The lines that were read; `more_asked` asks for those that come after so many."""

    more_asked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            [
                Column(mark("Wish"), _words),
                Column(mark("Where it stands"), _stands),
                Column(mark("Theme"), lambda line: translate(THEMES[line.theme][0])),
                Column(mark("Residents"), lambda line: str(line.supporters), figures=True),
                Column(mark("Written down"), lambda line: dates.day_and_year(line.recorded_on)),
                Column(mark("Moved"), lambda line: dates.day_and_year(line.moved_on)),
            ],
            parent,
        )
        self._total = self._asked = 0

    def show_part(self, part: Listed, *, after: int) -> None:
        """Show a part: the first one instead of what was shown, a later one under it."""
        self._total, self._asked = part.total, 0
        if after == 0:
            self.put(part.lines)
        elif after == len(self._records):
            self.beginInsertRows(QModelIndex(), after, after + len(part.lines) - 1)
            self._records += part.lines
            self.endInsertRows()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        return not parent.isValid() and len(self._records) < self._total

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        if not parent.isValid() and self._asked != len(self._records):
            self._asked = len(self._records)
            self.more_asked.emit(self._asked)


def _words(line: Line) -> str:
    return f"{quoted(line.text, _IN_A_ROW)}  +{line.members}" if line.members else quoted(line.text, _IN_A_ROW)


def _stands(line: Line) -> str:
    said = translate(STATUSES[line.status])
    if line.to_tell:
        return f"{said} · {translate('still to tell: {count}', count=line.to_tell)}"
    return f"{said} · {translate('grouped')}" if line.grouped else said
