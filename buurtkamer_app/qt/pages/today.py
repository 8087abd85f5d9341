"""The frame of Vandaag: day, tally and who is coming in; under them the programme beside what is heard and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.panel import Panel

_MINUTE = 60_000  # milliseconds


class TodayPage(Form):
    """Is given its panels, first what one counts with; `names_hidden` says that names go, or may be seen again."""

    form: ClassVar[str] = "pages/today"
    top: QHBoxLayout
    hide_names: QPushButton
    counting: QVBoxLayout
    coming_in: QVBoxLayout
    columns: QHBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    names_hidden = Signal(bool)

    def __init__(self, *, day: Panel, tally: Panel) -> None:
        super().__init__()
        self.panels: tuple[Panel, ...] = (day, tally)
        self.hide_names.toggled.connect(self._hide)
        self.top.insertWidget(0, day, 1)
        self.counting.addWidget(tally)
        self.say()

    def complete(self, *, arrivals: Panel, programme: Panel, heard: Panel, figures: Panel) -> None:
        """Put the rest under what is there; its room was kept, so that nothing above it moves."""
        self.panels = (*self.panels, arrivals, programme, heard, figures)
        self.coming_in.addWidget(arrivals)
        self.left.addWidget(programme, 1)
        self.right.addWidget(heard)
        self.right.addWidget(figures, 1)
        # The next day, the next shift: they come without anybody changing anything.
        clock = QTimer(self, interval=_MINUTE)
        clock.timeout.connect(self._outdate)
        clock.start()

    def say(self) -> None:
        hidden = self.hide_names.isChecked()
        dress(self.hide_names, "eye" if hidden else "eye-slash")
        self.hide_names.setText(f"{translate('Show names') if hidden else translate('Hide names')}  F8")
        self.hide_names.setProperty("shortcut", "F8")  # as in the rail

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if self.width() < 40 * self.fontMetrics().height() else ways.LeftToRight
        self.top.setDirection(way)
        self.columns.setDirection(way)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest panel, so that resizing finds out what fits beside each other."""
        wide = max(panel.minimumSizeHint().width() for panel in self.panels)
        return QSize(wide, super().minimumSizeHint().height())

    def _hide(self, hidden: bool) -> None:
        self.say()
        self.names_hidden.emit(hidden)

    def _outdate(self) -> None:
        for panel in self.panels:
            panel.outdate()
