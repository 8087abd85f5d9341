"""One column of the board: its name, how many wishes stand there, and their cards, walked and moved with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, register
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.qt.wishes import words
from buurtkamer_app.qt.wishes.card import CardDelegate
from buurtkamer_app.qt.wishes.dragged import CardsModel, dragged
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent

    from buurtkamer_app.base.terms import WishStatus
    from buurtkamer_app.wishes.records import BoardColumn, Wish


class CardList(QListView):
    """A list of cards; `sideways` goes to the column on the left (-1) or right (1), `moved` takes the card along."""

    sideways = Signal(int)
    moved = Signal(int)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cards")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # The column takes what is dropped: an empty one shows no list.
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, along = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            (self.moved if along else self.sideways).emit(-1 if key == Qt.Key.Key_Left else 1)
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
    """The wishes of one status; `chosen` gives the wish whose card was opened, `dropped` the key of one put here.

    `earlier_asked` asks for those that the column does not show.
    """

    form: ClassVar[str] = "wishes/column"
    heading: QLabel
    empty: QLabel
    cards: CardList
    earlier: QPushButton

    chosen = Signal(object)
    dropped = Signal(object)
    earlier_asked = Signal()

    def __init__(self, status: WishStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._today: date | None = None
        self._earlier = 0
        self.model = CardsModel([Column("Wishes", self._spoken)], self)
        self._delegate = CardDelegate(self.cards, self.model)
        self.cards.setItemDelegate(self._delegate)
        self.cards.setModel(self.model)
        self.cards.opened.connect(self._open)
        self.earlier.clicked.connect(self.earlier_asked)
        self.setAcceptDrops(True)
        self.put(None, None)

    @property
    def current(self) -> Wish | None:
        """Give the wish of the card at hand."""
        index = self.cards.currentIndex()
        return self.model.record(index) if index.isValid() else None

    def put(self, column: BoardColumn | None, today: date | None) -> None:
        """Show these wishes; the card at hand stays at hand."""
        row = self.cards.currentIndex().row()
        wishes = column.wishes if column is not None else ()
        self._earlier = column.earlier if column is not None else 0
        self._today = self._delegate.today = today
        self.model.put(wishes)
        if 0 <= row < len(wishes):
            self.cards.setCurrentIndex(self.model.index(row, 0))
        self.cards.setVisible(bool(wishes))
        self.empty.setVisible(not wishes)
        self.earlier.setVisible(self._earlier > 0)
        self.say()

    def go_to(self, wish: UUID) -> bool:
        """Make the card of a wish the one at hand; tell whether it is here."""
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if self.model.record(index).id == wish:
                self.cards.setCurrentIndex(index)
                return True
        return False

    def say(self) -> None:
        name, count = translate(STATUSES[self.status]), self.model.rowCount() + self._earlier
        self.heading.setText(f"{name}  {count}")
        said = (
            translate("{status}: 1 wish", status=name)
            if count == 1
            else translate("{status}: {count} wishes", status=name, count=count)
        )
        self.heading.setAccessibleName(said)
        self.cards.setAccessibleName(said)
        if self._earlier:
            self.earlier.setText(translate("and {count} earlier", count=words.number(self._earlier)))
        self.cards.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._mark(target=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark(target=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(target=False)
        wish = dragged(event.mimeData())
        if wish is not None:
            event.acceptProposedAction()
            self.dropped.emit(wish)

    def _mark(self, *, target: bool) -> None:
        self.setProperty("target", target)
        self.style().unpolish(self)
        self.style().polish(self)

    def _open(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def _spoken(self, wish: Wish) -> str:
        return words.spoken(wish, self._today or wish.recorded_on)
