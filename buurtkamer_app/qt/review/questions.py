"""Open questions of all rooms, other wishes, and rooms as a whole, with what the professional writes beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.review.answer import AnswerCard
from buurtkamer_app.qt.review.changed import LOGS
from buurtkamer_app.qt.review.items import Item, ItemsModel, What, items
from buurtkamer_app.qt.review.tables import Columns, hear_in, high, show_many

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_WHATS: Final = {
    What.ANSWER: mark("Questions of rooms"),
    What.REMARK: mark("Wishes"),
    What.ADVICE: mark("Advice for a room"),
}
_NOTHING: Final = {
    What.ANSWER: mark("No room asks something now."),
    What.REMARK: mark("There is no wish in these logs."),
    What.ADVICE: mark("No log is open yet. Open one on the page Logs."),
}
_WIDTHS: Final = (9, 0, 8.5)
_LEAST: Final = 5  # rows in sight


class QuestionsPanel(Panel):
    """`profile_asked`: somebody who reads without a name wants to keep what they write."""

    form: ClassVar[str] = "review/questions"
    kinds: ClassVar[frozenset[str]] = frozenset({LOGS})
    summary: QLabel
    nameless: QFrame
    nameless_row: QBoxLayout
    make_profile: QPushButton
    none: QLabel
    columns: QBoxLayout
    list: QFrame
    filters: QBoxLayout
    what: QComboBox
    search: QLineEdit
    rows: QTableView
    nothing: QLabel
    side: QVBoxLayout

    profile_asked = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._asked: Asked | None = None
        self._items: tuple[Item, ...] = ()
        self._any = False
        self._wanted = ""
        self.model, self.card = ItemsModel(self), AnswerCard(tasks)
        self.side.addWidget(self.card)
        for what in What:
            self.what.addItem("", what)
        show_many(self.rows, self.model)
        Columns(self.rows, _WIDTHS)
        self.what.currentIndexChanged.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._list())
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        hear_in(self.rows, ("Return", "Enter"), self.card.text.setFocus)
        self.make_profile.clicked.connect(self.profile_asked)
        self.card.written.connect(self._take_over)
        self.card.saved_for.connect(lambda _: self.refresh())
        self.say()
        self._list()

    def tell(self, *, named: bool) -> None:
        """Say whether somebody has a profile: what they typed before they had one is kept now."""
        self.card.named = named
        self.nameless.setHidden(named)
        self.card.keep()
        self.card.say()

    def keep_drafts(self) -> None:
        """Keep what is being typed now."""
        self.card.keep()

    def show_log(self, key: str) -> None:
        """Show what can be written to a log, its questions first."""
        self._wanted = key
        self.search.clear()
        self.what.setCurrentIndex(0)
        self._choose_wanted()

    def refresh(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        what = What(self.what.currentData())
        self._asked = self.tasks.read(lambda reviews: (items(reviews, what), bool(reviews.logs())), self._show)

    def say(self) -> None:
        for row, words in enumerate(_WHATS.values()):
            self.what.setItemText(row, translate(words))
        self.nothing.setText(translate(_NOTHING[What(self.what.currentData())]))
        if self.what.currentData() == What.ANSWER:
            still = sum(not item.written.text for item in self._items)
            one, more = translate("1 question without an answer"), translate("{count} questions without an answer")
            self.summary.setText(one if still == 1 else more.format(count=still))
        else:
            self.summary.setText("")
        self.summary.setVisible(bool(self.summary.text()) and self._any)
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.filters, self.nameless_row)
        self.rows.setMinimumHeight(high(self.rows, _LEAST))

    def _show(self, found: tuple[tuple[Item, ...], bool]) -> None:
        self._asked = None
        self._items, self._any = found
        self._list()
        self._choose_wanted()
        self.say()

    def _list(self) -> None:
        """List what is sought by the name of its room or its words; what is chosen stays so while it is in sight."""
        rows = self.rows.selectionModel().selectedRows()
        before = self.model.record(rows[0]).key if rows else None
        sought = self.search.text().casefold().strip()
        shown = [item for item in self._items if sought in item.log.called.casefold() or sought in item.said.casefold()]
        self.model.put(shown)
        place = self.model.place(before) if before is not None else None
        if shown:
            self.rows.selectRow(place or 0)
        self.none.setVisible(not self._any)
        self.list.setVisible(self._any)
        self.rows.setVisible(bool(shown))
        self.nothing.setVisible(self._any and not shown)
        self._choose()

    def _choose(self) -> None:
        rows = self.rows.selectionModel().selectedRows()
        self.card.show_item(self.model.record(rows[0]) if rows else None)

    def _choose_wanted(self) -> None:
        """Choose the first of the log that was asked for."""
        for row in range(self.model.rowCount()):
            if self._wanted and self.model.record(self.model.index(row, 0)).log.key == self._wanted:
                self.rows.selectRow(row)
                self._wanted = ""
                self.card.text.setFocus()
                return

    def _take_over(self, item: Item) -> None:
        self._items = tuple(item if one.key == item.key else one for one in self._items)
        if (row := self.model.place(item.key)) is not None:
            self.model.renew(row, item)
        self.say()
