"""One column of the board: its name, how many wishes stand there, and their cards, walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, register
from buurtkamer_app.qt.table_model import Column, RecordsModel
from buurtkamer_app.qt.terms import STATUSES
from buurtkamer_app.qt.wishes import words
from buurtkamer_app.qt.wishes.card import CardDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.base.terms import WishStatus
    from buurtkamer_app.wishes.records import Wish


class CardList(QListView):
    """A list of cards; `sideways` asks for the column to the left (-1) or the right (1)."""

    sideways = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cards")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.sideways.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards again: Qt keeps heights that it measured while the column was hidden and narrow."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the cards again when the size of type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()


register(CardList)


class StatusColumn(Form):
    """The wishes of one status; `chosen` gives the wish whose card was opened."""

    form: ClassVar[str] = "wishes/column"
    heading: QLabel
    empty: QLabel
    cards: CardList

    chosen = Signal(object)

    def __init__(self, status: WishStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._today: date | None = None
        self.model: RecordsModel[Wish] = RecordsModel([Column("Wishes", self._spoken)], self)
        self._delegate = CardDelegate(self.cards, self.model)
        self.cards.setItemDelegate(self._delegate)
        self.cards.setModel(self.model)
        self.cards.opened.connect(self._open)
        self.put((), None)

    def put(self, wishes: Sequence[Wish], today: date | None) -> None:
        """Show these wishes; the card at hand stays at hand."""
        row = self.cards.currentIndex().row()
        self._today = self._delegate.today = today
        self.model.put(wishes)
        if 0 <= row < len(wishes):
            self.cards.setCurrentIndex(self.model.index(row, 0))
        self.cards.setVisible(bool(wishes))
        self.empty.setVisible(not wishes)
        self.say()

    def say(self) -> None:
        name, count = translate(STATUSES[self.status]), self.model.rowCount()
        self.heading.setText(f"{name}  {count}")
        said = (
            translate("{status}: 1 wish", status=name)
            if count == 1
            else translate("{status}: {count} wishes", status=name, count=count)
        )
        self.heading.setAccessibleName(said)
        self.cards.setAccessibleName(said)
        self.cards.viewport().update()

    def _open(self) -> None:
        index = self.cards.currentIndex()
        if index.isValid():
            self.chosen.emit(self.model.record(index))

    def _spoken(self, wish: Wish) -> str:
        return words.spoken(wish, self._today or wish.recorded_on)
