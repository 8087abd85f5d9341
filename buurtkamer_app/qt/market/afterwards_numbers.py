"""How many visitors came to a market, and how those who made it look back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QSpinBox, QWidget

from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.market.event_card import EventCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.qt.tasks import Tasks

_MOST: Final = 100_000
_LINES: Final = 5


class NumbersCard(EventCard):
    """The visitors, or that nobody counted, and a text."""

    form: ClassVar[str] = "market/afterwards_numbers"
    not_counted: QCheckBox
    visitors_label: QLabel
    visitors: QSpinBox
    reflection: QPlainTextEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.visitors.setRange(0, _MOST)
        self.reflection.setTabChangesFocus(True)
        self.not_counted.toggled.connect(self._without)
        self.typed_by(self.not_counted.clicked, self.visitors.valueChanged, self.reflection.textChanged)

    def fill(self, event: MarketEvent) -> None:
        """Put a market into the fields."""
        self.not_counted.setChecked(event.visitors is None)
        self.visitors.setValue(event.visitors or 0)
        self.reflection.setPlainText(event.reflection)

    def keeping(self, key: UUID) -> Callable[[Any], Change]:
        """Give what writes down who came and how one looks back."""
        visitors = None if self.not_counted.isChecked() else self.visitors.value()
        text = self.reflection.toPlainText()
        return lambda services: services.market_afterwards.look_back(key, visitors, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.reflection, _LINES)

    def _without(self, without: bool) -> None:
        for part in (self.visitors_label, self.visitors):
            part.setHidden(without)
