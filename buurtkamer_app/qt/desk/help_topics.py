"""What somebody asked help with: a row that lies over the page, so that nothing moves, and may be left alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import HelpTopic
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

TOPICS: Final = {
    HelpTopic.LETTER: mark("A letter"),
    HelpTopic.MONEY: mark("Money"),
    HelpTopic.HOUSING: mark("Housing"),
    HelpTopic.CARE: mark("Care"),
    HelpTopic.PHONE: mark("A phone or computer"),
    HelpTopic.OTHER: mark("Another topic"),
}
_ACROSS: Final = (len(TOPICS) + 1, 4, 2, 1)  # how many may stand in a row, with the button that takes it away


class HelpTopics(Form):
    """Asks once; `chosen` gives the topic, `left` that nobody wants to say it."""

    form: ClassVar[str] = "desk/help_topics"
    about: QLabel
    grid: QGridLayout
    later: QPushButton

    chosen = Signal(object)
    left = Signal()

    def __init__(self, button: QWidget, panel: QWidget) -> None:
        super().__init__(panel)
        self._button, self._panel = button, panel
        self.buttons = {topic: QPushButton(self) for topic in TOPICS}
        for topic, choice in self.buttons.items():
            choice.setObjectName(topic.value)
            choice.clicked.connect(partial(self.chosen.emit, topic))
        self.later.clicked.connect(self.left)
        self.say()
        self.hide()

    def say(self) -> None:
        for topic, choice in self.buttons.items():
            choice.setText(translate(TOPICS[topic]))

    def lie_under_button(self) -> None:
        """Lie over the page under the button, as wide as fits."""
        page = self._panel.parentWidget() or self._panel
        if self.parentWidget() is not page:
            self.setParent(page)
        self._arrange(page.width())
        self.adjustSize()
        corner = self._button.mapTo(page, QPoint(self._button.width(), self._button.height()))
        self.move(max(0, min(corner.x(), page.width()) - self.width()), corner.y() + 2)
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab lead from the button to the topics."""
        super().showEvent(event)
        walk(self._button, *self.buttons.values(), self.later)

    def _arrange(self, width: int) -> None:
        choices = (*self.buttons.values(), self.later)
        sides = self.contentsMargins().left() + self.contentsMargins().right() + 2 * self.grid.spacing() + 36
        each = max(choice.sizeHint().width() for choice in choices) + self.grid.spacing()
        across = next((count for count in _ACROSS if count * each + sides <= width), 1)
        for place, choice in enumerate(choices):
            self.grid.addWidget(choice, place // across, place % across)
