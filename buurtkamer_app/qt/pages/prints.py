"""The page on which everything that comes out on paper is seen and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

# In lines of type: how wide the tiles are, and from which width of the page on they are there at all.
_TILES: Final = 16
_ENOUGH: Final = 50


class Words(Protocol):
    """What is said of a part of the page."""

    @property
    def name(self) -> str:
        """Its name in code."""
        ...

    @property
    def title(self) -> str:
        """Its title (message id)."""
        ...

    @property
    def group(self) -> str:
        """The heading under which it stands (message id)."""
        ...


class PrintsPage(Form):
    """Tiles and what they show; where there is no room for them, with large type, a list in their place.

    `chosen` gives the name of what somebody chose.
    """

    form: ClassVar[str] = "pages/prints"
    which: QLabel
    chooser: QComboBox
    left: QVBoxLayout
    right: QVBoxLayout

    chosen = Signal(str)

    def __init__(self, tiles: QWidget, sheet: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles, self._sheet = tiles, sheet
        self._words: Sequence[Words] = ()
        self._name = ""
        self._close = False
        self._others: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._listed = QStandardItemModel(self)
        self.chooser.setModel(self._listed)
        self.left.addWidget(tiles)
        self.right.addWidget(sheet)
        self.which.setBuddy(self.chooser)
        let_scroll(self)
        self.chooser.activated.connect(lambda _: self.chosen.emit(self.chooser.currentData()))

    def add(self, name: str, make: Callable[[], QWidget]) -> None:
        """Have something in the place of a sheet, made when it is first shown."""
        self._others[name] = make

    def offer(self, words: Sequence[Words]) -> None:
        """Have this to choose from."""
        self._words = words
        self.say()

    def show_part(self, name: str) -> None:
        """Show what belongs to a name: the sheet, or what was added for it."""
        self._name = name
        if name in self._others and name not in self._made:
            self._made[name] = self._others[name]()
            self.right.addWidget(self._made[name])
        for other, part in self._made.items():
            part.setVisible(other == name)
        self._sheet.setVisible(name not in self._others)
        self.say()

    def say(self) -> None:
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            group = ""
            for one in self._words:
                if one.group != group:
                    group = one.group
                    self._put_heading(translate(group))
                self.chooser.addItem(translate(one.title), one.name)
            # The first one is a heading.
            self.chooser.setCurrentIndex(max(1, self.chooser.findData(self._name)))

    def _put_heading(self, words: str) -> None:
        """Put words into the list that cannot be chosen."""
        heading = QStandardItem(words)
        heading.setEnabled(False)
        font = QFont(self.chooser.font())
        font.setBold(True)
        heading.setFont(font)
        self._listed.appendRow(heading)

    def look_closer(self, close: bool) -> None:
        """Give a sheet that is looked at from close by the room of the tiles, too."""
        self._close = close
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        roomy = self.width() >= _ENOUGH * line
        self._tiles.setVisible(roomy and not self._close)
        self._tiles.setFixedWidth(_TILES * line)
        for part in (self.which, self.chooser):
            part.setVisible(not roomy)
