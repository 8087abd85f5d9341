"""Street activities: what waits, the streets, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.one import OneStreet
from buurtkamer_app.qt.street.waits import WaitsPanel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.walk import follow
from buurtkamer_app.street.said import SHORT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_SEEN: Final = 14  # lines of type
_WRITING: Final = 16  # lines of type in width from which on the button stands beside its field


class Listed(NamedTuple):
    """A street in the list, and who leads there now."""

    id: UUID
    name: str
    leads: LedBy


def read(services: Services) -> list[Listed]:
    """Read the streets in the order of their names."""
    leading = services.street_turns.leading(services.room.today())
    return [
        Listed(known.id, known.it.name, leading.get(known.id, LedBy.PROFESSIONALS))
        for known in services.streets.known.all()
    ]


class StreetsPanel(Panel):
    """Writes streets down and opens one; what waits leads to its own page."""

    form: ClassVar[str] = "street/streets"
    kinds: ClassVar[frozenset[str]] = frozenset({"street", "street_phase"})
    columns: QBoxLayout
    waits_slot: QVBoxLayout
    writing: QBoxLayout
    name: QLineEdit
    add: QPushButton
    answer: Sentence
    none: QLabel
    rows: QTableView
    choose: QLabel
    one_slot: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.model = RecordsModel[Listed](
            (
                Column(mark("Street"), lambda one: one.name),
                Column(mark("Led by"), lambda one: translate(SHORT[one.leads])),
            ),
            self,
        )
        show_in(self.rows, self.model)
        share_width(self.rows, frozenset({0}))
        self.waits, self.one = WaitsPanel(tasks), OneStreet(tasks)
        self.waits_slot.addWidget(self.waits)
        self.one_slot.addWidget(self.one)
        self.one.hide()
        self.rows.hide()
        self.rows.selectionModel().selectionChanged.connect(self._chosen)
        self.waits.asked.connect(self.show_street)
        self.waits.look_back.connect(self.one.open_look_back)
        self.waits.plan_asked.connect(self.one.open_plan_for)
        for part in (self.waits, self.one.phases):
            part.laid.connect(self._walk_soon)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.say()

    def refresh(self) -> None:
        """Read the streets."""
        self.tasks.read(read, self._show)

    def say(self) -> None:
        self.none.setText(translate("No street yet. Type the name of the first one."))
        self.model.say()

    def hide_names(self, hidden: bool) -> None:
        """Show no notes and no names, or show them again."""
        self.one.hide_names(hidden)

    def show_street(self, street: UUID) -> None:
        """Choose a street."""
        self.one.belong(street)
        place = next((row for row in range(self.model.rowCount()) if self._at(row).id == street), None)
        if place is not None:
            self.rows.selectRow(place)
        self._see_one()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        fold_within(self, 2 * _WRITING, self.writing)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _at(self, row: int) -> Listed:
        return self.model.record(self.model.index(row, 0))

    def _show(self, found: Sequence[Listed]) -> None:
        chosen = self.one.street
        self.rows.selectionModel().blockSignals(True)
        self.model.put(found)
        place = next((row for row, one in enumerate(found) if one.id == chosen), None)
        if place is not None:
            self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        if place is None and chosen is not None:
            self.one.belong(None)
        self.rows.setVisible(bool(found))
        self.none.setHidden(bool(found))
        self._see_one()
        self._walk_soon()

    def _walk_soon(self) -> None:
        """Let Tab go as the eye goes, when what was shown has its place."""
        QTimer.singleShot(0, self, self._walk)

    def _walk(self) -> None:
        follow([self.waits], [self.name, self.add, self.rows], [self.one])

    def _see_one(self) -> None:
        self.one.setVisible(self.one.street is not None)
        self.choose.setHidden(self.one.street is not None)

    def _chosen(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            self.one.belong(self.model.record(picked[0]).id)
        self._see_one()

    def _add(self) -> None:
        name = self.name.text()
        self.answer.clear()
        self.tasks.write(lambda services: services.streets.add(name), self._added, self.answer.trouble)

    def _added(self, added: Outcome[UUID]) -> None:
        self.name.clear()
        self.answer.tell(lambda: translate("This street is written down."))
        self.one.belong(added.value)
        self.outdate()
