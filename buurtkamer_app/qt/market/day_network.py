"""The network moment of a market: when residents, professionals and initiatives meet, and what happens then."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QTimeEdit, QWidget

from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.market.event_card import EventCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.market.records import MarketEvent
    from buurtkamer_app.qt.tasks import Tasks

_USUAL: Final = time(15, 0)
_LINES: Final = 3


class NetworkCard(EventCard):
    """The time, or that it has none yet, and what happens."""

    form: ClassVar[str] = "market/day_network"
    no_time: QCheckBox
    at_label: QLabel
    at: QTimeEdit
    about: QPlainTextEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.at.setDisplayFormat("HH:mm")
        self.about.setTabChangesFocus(True)
        self.no_time.toggled.connect(self._without)
        self.typed_by(self.no_time.clicked, self.at.timeChanged, self.about.textChanged)

    def fill(self, event: MarketEvent) -> None:
        """Put a market into the fields."""
        self.no_time.setChecked(event.network_at is None)
        show_time(self.at, event.network_at or _USUAL)
        self.about.setPlainText(event.network)

    def keeping(self, key: UUID) -> Callable[[Any], Change]:
        """Give what writes down when it is, and what happens."""
        at, about = None if self.no_time.isChecked() else as_time(self.at), self.about.toPlainText()
        return lambda services: services.market_days.set_network(key, at, about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.about, _LINES)

    def _without(self, without: bool) -> None:
        for part in (self.at_label, self.at):
            part.setHidden(without)
