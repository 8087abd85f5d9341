"""Choosing the picture of an activity: all of them in a grid, large and with their word, the guess marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.pictured import Pictured
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from buurtkamer_app.qt.pictured import Index

_PICTURE: Final = Qt.ItemDataRole.UserRole
# In heights of a line of type: how large the dialog wants to be, a picture and the cell that it has with its words.
_WIDE: Final = 46
_HIGH: Final = 34
_MOST_LETTERS: Final = 80  # of a name
_SIDE: Final = 3.2
_CELL: Final = (8.4, 7.6)


class _Cells(Pictured):
    """Every picture has a cell of the same size, in which its words may take more lines."""

    size = QSize()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.size


class PictureChoice(DialogForm):
    """`chosen` gives the picture that was taken, "" when it is the one that would be guessed anyway."""

    form: ClassVar[str] = "activities/picture_choice"
    heading: QLabel
    search: QLineEdit
    none: QLabel
    grid: QListWidget
    keep: QPushButton
    back: QPushButton

    chosen = Signal(str)

    def __init__(self, name: str, now: str, guessed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._guessed = name, guessed
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self._cells = _Cells(self.grid, lambda index: str(index.data(_PICTURE)), _SIDE)
        self.grid.setItemDelegate(self._cells)
        for picture in WORDS:
            item = QListWidgetItem(self.grid)
            item.setData(_PICTURE, picture)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.grid.setFocus)
        self.grid.itemActivated.connect(self._take)
        self.keep.clicked.connect(self._take)
        self.back.clicked.connect(self.reject)
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.say()
        self._filter()
        self.grid.setCurrentItem(self._item(now))
        self.grid.setFocus()

    def say(self) -> None:
        self.heading.setText(translate("Picture for {name}", name=quoted(self._name, _MOST_LETTERS)))
        for row in range(self.grid.count()):
            item = self.grid.item(row)
            word = translate(WORDS[item.data(_PICTURE)])
            marked = f"{word}\n({translate('suggestion')})" if item.data(_PICTURE) == self._guessed else word
            item.setText(marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take a picture only in the grid."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the picture that it has now in sight."""
        super().showEvent(event)
        self._fit()
        self.grid.scrollToItem(self.grid.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def done(self, result: int) -> None:
        """Be gone."""
        super().done(result)
        self.deleteLater()

    def _fit(self) -> None:
        """Share the width among as many cells as fit beside each other."""
        line, room = self.grid.fontMetrics().height(), self.grid.viewport().width() - 1
        across = max(1, int(room / (_CELL[0] * line)))
        cell = QSize(room // across, round(_CELL[1] * line))
        if cell != self.grid.gridSize():
            self._cells.size = cell - QSize(6, 6)
            self.grid.setGridSize(cell)
            self.grid.doItemsLayout()

    def _item(self, picture: str) -> QListWidgetItem:
        return self.grid.item(max(0, list(WORDS).index(picture) if picture in WORDS else 0))

    def _filter(self) -> None:
        """Show the pictures whose word holds what is typed; of those the first is chosen when the chosen one is not."""
        typed = "".join(words(self.search.text()))
        shown = []
        for row in range(self.grid.count()):
            item = self.grid.item(row)
            item.setHidden(typed not in "".join(words(item.text())))
            shown += [] if item.isHidden() else [item]
        if shown and (self.grid.currentItem() is None or self.grid.currentItem().isHidden()):
            self.grid.setCurrentItem(shown[0])
        self.none.setVisible(not shown)
        self.keep.setEnabled(bool(shown))

    def _take(self) -> None:
        item = self.grid.currentItem()
        if item is not None and not item.isHidden():
            picture = str(item.data(_PICTURE))
            self.chosen.emit("" if picture == self._guessed else picture)
            self.accept()
