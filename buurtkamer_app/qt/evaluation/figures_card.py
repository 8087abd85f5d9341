"""A card of a look back: figures that open their rows, sentences, and a picture of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.drawn import Drawn
from buurtkamer_app.qt.evaluation.figures_number import BackNumber
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.evaluation.looking.records import Behind
    from buurtkamer_app.qt.evaluation.figures_seen import Card, Seen
    from buurtkamer_app.qt.tasks import Tasks

_BESIDE = 46  # lines of type in width from which on the picture stands beside the words


class BackCard(Form):
    """Shows what it is given, nothing where there is nothing; `opened` tells which figure is to be opened."""

    form: ClassVar[str] = "evaluation/back_card"
    heading: QLabel
    row: QBoxLayout
    numbers: QGridLayout
    told: QLabel
    picture: QVBoxLayout

    opened = Signal(object, str)

    def __init__(self, tasks: Tasks[Any], card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.buttons: dict[Behind, BackNumber] = {}
        self.drawn = Drawn(tasks)
        self.picture.addWidget(self.drawn)
        self.hide()
        self.say()

    def say(self) -> None:
        self.heading.setText(translate(self._card.heading))

    def put(self, seen: Seen | None) -> None:
        """Show these figures instead of those before."""
        self.setVisible(seen is not None)
        if seen is None:
            self.drawn.picture(None, "")
            return
        for number in seen.numbers:
            if number.figure not in self.buttons:
                self._add(number.figure)
            self.buttons[number.figure].put(number.number, number.word, number.beside)
        self.told.setText("\n".join(seen.sentences))
        self.told.setVisible(bool(seen.sentences))
        self.drawn.setVisible(seen.picture is not None)
        self.drawn.picture(seen.picture, seen.told, seen.high)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture under the words, and the figures under each other, where there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _add(self, figure: Behind) -> None:
        button = BackNumber(self)
        button.clicked.connect(lambda: self.opened.emit(figure, button.word.text()))
        self.buttons[figure] = button

    def _arrange(self) -> None:
        fold_within(self, _BESIDE, self.row)
        if not self.buttons:
            return
        room = self.width() - 3 * self.fontMetrics().height()
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        across = max(1, min(len(self.buttons), room // max(1, widest + 4)))
        for place, button in enumerate(self.buttons.values()):
            self.numbers.addWidget(button, place // across, place % across, Qt.AlignmentFlag.AlignTop)
