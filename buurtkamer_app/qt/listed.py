"""A list that the coordinator keeps in an order of their own: add, change, move up and down, take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QTableView, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import RecordsModel, show_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.qt.tasks import Tasks

_SEEN: Final = 14  # lines of type: some five rows with their header
_ORDER: Final = 23  # from how many lines of type in width on the buttons of the list stand beside each other


class Keyed(Protocol):
    """A record that is changed by its key."""

    @property
    def id(self) -> UUID:
        """Give the key."""
        ...


class ListedPanel(Panel):
    """Who inherits says how a record stands in the fields (`fill`), and how it is kept, moved and taken away."""

    columns: QBoxLayout
    rows: QTableView
    none: QLabel
    order: QBoxLayout
    up: QPushButton
    down: QPushButton
    remove: QPushButton
    title: QLabel
    answer: Sentence
    keep: QPushButton
    fresh: QPushButton

    def __init__(self, tasks: Tasks[Any], model: RecordsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.chosen: UUID | None = None
        self.model = model
        model.setParent(self)
        show_in(self.rows, model)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.up.clicked.connect(lambda _=False: self._do(lambda s, key: self.moved(s, key, -1)))
        self.down.clicked.connect(lambda _=False: self._do(lambda s, key: self.moved(s, key, 1)))
        self.remove.clicked.connect(lambda _=False: self._do(self.ended))
        self.keep.clicked.connect(self._keep)
        self.fresh.clicked.connect(self._start_fresh)
        self.rows.hide()

    def fill(self, record: Any) -> None:
        """Put a record into the fields, None empties them."""
        raise NotImplementedError

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down what stands in the fields now, anew or under a key.

        Raises `RefusedError` for what cannot be read.
        """
        raise NotImplementedError

    def moved(self, services: Any, key: UUID, by: int) -> Change:
        """Move a record up or down."""
        raise NotImplementedError

    def ended(self, services: Any, key: UUID) -> Change:
        """Take a record away."""
        raise NotImplementedError

    def put(self, records: Sequence[Keyed]) -> None:
        """Show these records; the one that was chosen stays chosen, and what is typed stays typed."""
        chosen = self.chosen
        self.rows.selectionModel().blockSignals(True)
        self.model.put(records)
        place = next((row for row, record in enumerate(records) if record.id == chosen), None)
        if place is not None:
            self.rows.selectRow(place)
        self.rows.selectionModel().blockSignals(False)
        if place is None and chosen is not None:
            self._start_fresh()
        self.rows.setVisible(bool(records))
        self.none.setHidden(bool(records))
        self.rows.viewport().update()
        self._say_chosen()

    def say(self) -> None:
        self.model.say()
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        fold_within(self, _ORDER, self.order)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _say_chosen(self) -> None:
        new = self.chosen is None
        self.title.setText(translate("Write down a new one") if new else translate("Change this one"))
        self.keep.setText(translate("Write down") if new else translate("Keep the change"))
        self.fresh.setHidden(new)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(not new)

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            record = self.model.record(picked[0])
            self.chosen = record.id
            self.answer.clear()
            self.fill(record)
        self._say_chosen()

    def _start_fresh(self) -> None:
        self.chosen = None
        self.rows.clearSelection()
        self.answer.clear()
        self.fill(None)
        self._say_chosen()

    def _do(self, work: Callable[[Any, UUID], Change]) -> None:
        if (key := self.chosen) is not None:
            self.tasks.write(lambda services: work(services, key), lambda _: self.answer.clear(), self.answer.trouble)

    def _keep(self) -> None:
        self.answer.clear()
        try:
            key, work = self.chosen, self.keeping()
        except RefusedError as refused:
            self.answer.trouble(refused)
            return
        self.tasks.write(lambda services: work(services, key), self._kept, self.answer.trouble)

    def _kept(self, _: Outcome[UUID]) -> None:
        if self.chosen is None:
            self.fill(None)
        self.answer.tell(lambda: translate("This is written down."))
