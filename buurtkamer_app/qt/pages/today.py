"""The frame of Vandaag: day, tally, who is coming in; under them programme and figures beside wishes and handover."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, dress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.panel import Panel

    Group = Sequence[QWidget]

_MINUTE = 60_000  # milliseconds


class Parts(NamedTuple):
    """The panels of Vandaag that the first paint does not wait for; `notices` show themselves when there is one."""

    arrivals: Panel
    programme: Panel
    figures: Panel
    heard: Panel
    help_asked: Panel | None = None
    handover: Panel | None = None
    notices: Sequence[Panel] = ()


class TodayPage(Form):
    """Is given its panels, first what one counts with; `names_hidden` says that names go, or may be seen again."""

    form: ClassVar[str] = "pages/today"
    top: QHBoxLayout
    hide_names: QPushButton
    notices: QVBoxLayout
    counting: QVBoxLayout
    coming_in: QHBoxLayout
    columns: QHBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    names_hidden = Signal(bool)

    def __init__(self, *, day: Panel, tally: Panel) -> None:
        super().__init__()
        self.panels: tuple[Panel, ...] = (day, tally)
        head: Group = (day, self.hide_names)
        self._walk: tuple[list[Group], Group, list[Group]] = ([head, (tally,)], (), [])
        self.hide_names.toggled.connect(self._hide)
        self.top.insertWidget(0, day, 1)
        self.counting.addWidget(tally)
        self.say()

    def complete(self, parts: Parts) -> None:
        """Put the rest under what is there; its room was kept, so that nothing above it moves."""
        for notice in parts.notices:
            self.notices.addWidget(notice)
        self.coming_in.addWidget(parts.arrivals, 1)
        self.left.addWidget(parts.programme, 3)
        self.left.addWidget(parts.figures, 2)
        self.right.addWidget(parts.heard)
        self.panels = (*self.panels, *parts.notices, parts.arrivals, parts.programme, parts.figures, parts.heard)
        if parts.help_asked is not None:
            self.coming_in.addWidget(parts.help_asked)
            self.panels += (parts.help_asked,)
        if parts.handover is not None:
            self.right.addWidget(parts.handover, 1)
            self.panels += (parts.handover,)
        head, tally = self._walk[0]
        below = (parts.programme, parts.figures, parts.heard, parts.handover)
        self._walk = (
            [head, *((notice,) for notice in parts.notices), tally],
            tuple(panel for panel in (parts.arrivals, parts.help_asked) if panel is not None),
            [(panel,) for panel in below if panel is not None],
        )
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
        self.coming_in.setDirection(way)
        self.columns.setDirection(way)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the widest panel, so that resizing finds out what fits beside each other."""
        wide = max(panel.minimumSizeHint().width() for panel in self.panels)
        return QSize(wide, super().minimumSizeHint().height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes: rows come and go all day, so the order is made when somebody presses it."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QWidget

        from buurtkamer_app.qt.walk import follow

        # What lies over the page, like the topics of a question, lies under what it came from.
        direct = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        over = [part for part in direct if part not in {*self.panels, self.hide_names}]
        above, coming, below = self._walk
        follow(*above, (*coming, *over), *below)
        return super().focusNextPrevChild(forward)

    def _hide(self, hidden: bool) -> None:
        self.say()
        self.names_hidden.emit(hidden)

    def _outdate(self) -> None:
        for panel in self.panels:
            panel.outdate()
