"""The window: rail, banners, one page at a time, what the window says, and undo."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.rail import Rail
from buurtkamer_app.qt.undo import UndoButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.bars import Banners, MessageBar
    from buurtkamer_app.qt.page import PageSpec


class Scrolled(QScrollArea):
    """Holds a page and scrolls, so that all of it is reached at every size of type."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        # No focus of its own; as a property, since a call would load Qt's enumerations: 15 ms before the first paint.
        self.setProperty("focusPolicy", 0)
        self.setWidget(page)
        self.page = page


class Window(QMainWindow):
    """Shows the pages that it is given, and makes each when it is first asked for.

    `page_shown` gives the name of the page that is now seen; `undo_asked`, `lock_asked` and `stop_asked` say what
    somebody wants; `closing` comes before the window goes. What undo takes back is told to `undo`.
    """

    page_shown = Signal(str)
    undo_asked = Signal()
    lock_asked = Signal()
    stop_asked = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rail, self.undo = Rail(), UndoButton()
        self._specs: dict[str, PageSpec] = {}
        self._made: dict[str, Scrolled] = {}
        self._cover: Scrolled | None = None
        self._pages, self._layers, desk = QStackedWidget(), QStackedWidget(), QWidget()
        self.setCentralWidget(self._layers)
        self._layers.addWidget(desk)
        across, self._down, self._foot = QHBoxLayout(desk), QVBoxLayout(), QBoxLayout(QBoxLayout.Direction.TopToBottom)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._down.setContentsMargins(28, 14, 20, 8)
        self._down.setSpacing(8)
        across.addWidget(self.rail)
        across.addLayout(self._down, 1)
        self._down.addWidget(self._pages, 1)
        self._down.addLayout(self._foot)
        self._foot.addStretch()
        self._foot.addWidget(self.undo)
        self.rail.chosen.connect(self.show_page)
        self.rail.lock_asked.connect(self.lock_asked)
        self.undo.clicked.connect(self.undo_asked)
        self._room = ""
        self.set_room("")

    @functools.cached_property
    def messages(self) -> MessageBar:
        """What the window says; made when it first says something, which is after the first paint."""
        from buurtkamer_app.qt.bars import MessageBar

        bar = MessageBar()
        bar.stop_asked.connect(self.stop_asked)
        self._foot.insertWidget(0, bar, 1)
        bar.show()
        return bar

    @functools.cached_property
    def banners(self) -> Banners:
        """The sentences that stay above every page; made with the first of them."""
        from buurtkamer_app.qt.bars import Banners

        strip = Banners()
        self._down.insertWidget(0, strip)
        return strip

    def set_room(self, name: str) -> None:
        """Write the room's name on the rail and in the title."""
        self._room = name
        self.rail.room.setText(name)
        self.setWindowTitle(f"{name} – {translate('Neighbourhood room')}" if name else translate("Neighbourhood room"))

    def set_pages(self, specs: Sequence[PageSpec]) -> None:
        """Have these pages from now on; one that goes keeps what is typed in it until it comes back."""
        fresh = {spec.name: spec for spec in specs}
        shown = self.current()
        self._specs = fresh
        self.rail.set_pages(specs)
        if fresh:
            self.show_page(shown if shown in fresh else min(specs, key=lambda spec: spec.number).name)

    def page(self, name: str) -> QWidget:
        """Give a page, made when it was not yet."""
        if name not in self._made:
            self._made[name] = Scrolled(self._specs[name].make(), self._pages)
            self._pages.addWidget(self._made[name])
        return self._made[name].page

    def current(self) -> str:
        """Give the name of the page that is shown, empty when there is none."""
        area = self._pages.currentWidget()
        return next((name for name, made in self._made.items() if made is area), "")

    def show_page(self, name: str) -> None:
        """Show a page."""
        self.page(name)
        self._pages.setCurrentWidget(self._made[name])
        if self._made[name].hasFocus():
            # Nothing on the page takes the keys yet: the page itself has them, and no ring is drawn around all of it.
            self.rest()
        self.rail.buttons[name].setChecked(True)
        self.page_shown.emit(name)

    def cover(self, widget: QWidget | None) -> None:
        """Show a widget over everything (sign-in, set-up); None takes it away. What was covered stays as it was."""
        if self._cover is not None:
            self._layers.removeWidget(self._cover)
            self._cover.deleteLater()
        self._cover = None if widget is None else Scrolled(widget, self._layers)
        if self._cover is not None:
            self._layers.setCurrentIndex(self._layers.addWidget(self._cover))
        else:
            self.rest()

    def rest(self) -> None:
        """Put the focus on the page itself, where neither Enter nor space counts somebody or opens the day."""
        self.page(self.current()).setFocus()

    def trouble(self, error: BuurtkamerError) -> None:
        """Say what went wrong and what to do."""
        from buurtkamer_app.qt.bars import Tone

        self.messages.tell(error.sentence, Tone.WARNING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a field with Esc when nothing else wants that key: then the keys of the page count again."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self._cover is None:
            self.rest()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_room(self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the foot in two rows where large type leaves no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < 54 * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        self._foot.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
