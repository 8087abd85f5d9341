"""Sign-ons that nobody ended: they count nothing until the coordinator sets when the host stopped."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QPushButton, QTableView, QTimeEdit

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold, keep_last
from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.team.hours.records import Unended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_SEEN: Final = 4  # rows in sight


class UnendedPart(Form):
    """Is there while there are any; proposes the planned end of the shift."""

    form: ClassVar[str] = "team/unended"
    fields: QBoxLayout
    rows: QTableView
    ended_at: QTimeEdit
    set_end: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._tasks = tasks
        self.model = RecordsModel[Unended](
            (
                Column(mark("Name"), lambda row: row.name),
                Column(mark("Day"), lambda row: dates.short_date(row.on)),
                Column(mark("Began"), lambda row: dates.clock(row.since)),
                Column(mark("Planned until"), lambda row: dates.clock(row.planned) if row.planned else "–"),
            ),
            self,
        )
        show_in(self.rows, self.model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.set_end.clicked.connect(self._end)
        self.hide()

    def put(self, unended: Sequence[Unended]) -> None:
        """Show these."""
        self.model.put(unended)
        self.setVisible(bool(unended))
        # A row is as high as a finger needs: with its room some three lines of type.
        self.rows.setFixedHeight((min(_SEEN, len(unended)) + 1) * 3 * self.fontMetrics().height())
        if unended:
            self.rows.selectRow(0)

    def say(self) -> None:
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.fields)
        keep_last(self.rows)

    def _chosen(self) -> Unended | None:
        rows = self.rows.selectionModel().selectedRows()
        return self.model.record(rows[0]) if rows else None

    def _choose(self) -> None:
        if (chosen := self._chosen()) is not None:
            show_time(self.ended_at, chosen.planned or time(min(chosen.since.hour + 1, 23)))

    def _end(self) -> None:
        if (chosen := self._chosen()) is None:
            return
        key, at = chosen.id, as_time(self.ended_at)
        self.answer.clear()
        self._tasks.write(lambda services: services.hours.end(key, at), self._ended, self.answer.trouble)

    def _ended(self, _: Change) -> None:
        self.answer.tell(lambda: translate("The end is set. These hours count now."))
