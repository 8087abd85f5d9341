"""The buttons that put something on a floor plan, each with icon and word, in as many rows as they need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.plan.words import KINDS
from buurtkamer_app.qt.forms import dress

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_APART = 8


class AddBar(QWidget):
    """`asked` gives the kind of thing that is wanted; `row` says that a row of stalls is."""

    asked = Signal(object)
    row = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_APART)
        self._wide = 0
        self.kinds = {kind: QPushButton() for kind in KINDS}
        self.stalls = QPushButton()
        for kind, button in self.kinds.items():
            dress(button, KINDS[kind][1])
            button.clicked.connect(partial(self._ask, kind))
        dress(self.stalls, "table-cells")
        self.stalls.clicked.connect(lambda _=False: self.row.emit())
        self._buttons = [*self.kinds.values()]
        self._buttons.insert(1, self.stalls)
        for button in self._buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid.setRowStretch(len(self._buttons), 1)
        self.say()

    def say(self) -> None:
        """Write the words of the buttons."""
        for kind, button in self.kinds.items():
            word = translate(KINDS[kind][0])
            button.setText(word)
            button.setAccessibleName(translate("Put on the plan: {thing}", thing=word))
        self.stalls.setText(translate("Row of stalls"))
        self._wide = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._wide = 0
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Need room for one button beside another no more: they come under each other."""
        high = self._grid.minimumSize().height()
        return QSize(max(button.sizeHint().width() for button in self._buttons), high)

    def _arrange(self) -> None:
        widest = max(button.sizeHint().width() for button in self._buttons) + _APART
        columns = max(1, min((self.width() + _APART) // widest, -(-len(self._buttons) // 2)))
        if columns != self._wide:
            self._wide = columns
            for number, button in enumerate(self._buttons):
                self._grid.addWidget(button, number // columns, number % columns)

    def _ask(self, kind: object, _: object = None) -> None:
        self.asked.emit(kind)
