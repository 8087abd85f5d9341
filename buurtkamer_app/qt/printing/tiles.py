"""The column of tiles, in groups: every sheet that there is, as it is this week; drawn one after the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QScrollArea, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.printing import making
from buurtkamer_app.qt.printing.following import Following
from buurtkamer_app.qt.printing.tile import Tile, TileWords
from buurtkamer_app.qt.wheel import let_scroll

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QHideEvent, QImage, QShowEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.printing.making import Question
    from buurtkamer_app.qt.tasks import Tasks

_CALM: Final = 120  # milliseconds without scrolling or a change until the next tile is drawn


class TileColumn(Form):
    """Shows tiles, and above them the groups to go to; `chosen` gives the name of one that was chosen.

    `question` says which sheet a tile is a picture of, None when there is none to see; while `waits` says so, the
    sheet that is looked at goes first.
    """

    form: ClassVar[str] = "printing/tiles"
    groups_label: QLabel
    groups: QComboBox
    area: QScrollArea
    column: QVBoxLayout

    chosen = Signal(str)

    def __init__(
        self,
        tasks: Tasks[Any],
        question: Callable[[str], Question | None],
        waits: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._question, self._waits = tasks, question, waits
        self.tiles: dict[str, Tile] = {}
        self._headings: dict[str, QLabel] = {}
        self._parts: list[QWidget] = []
        self._group = QButtonGroup(self)
        self.column.addStretch(1)
        self.groups_label.setBuddy(self.groups)
        let_scroll(self)
        self.groups.activated.connect(lambda _: self._go(self.groups.currentData()))
        self._old = set[str]()
        self._asked: Asked | None = None
        self._drawing = ""
        self._following = Following(self.area)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._next)
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self._calm.start())
        tasks.changed.connect(self._look)

    def offer(self, words: Sequence[TileWords]) -> None:
        """Have these tiles from now on."""
        self._drop()
        self._following.keep(None)
        discard(self.column, self._parts)
        self.tiles, self._headings = {}, {}
        for one in words:
            if one.group not in self._headings:
                label = self._headings[one.group] = QLabel()
                label.setProperty("kind", "strong")
                label.setWordWrap(True)
                self._put(label)
            tile = self.tiles[one.name] = Tile(one)
            tile.clicked.connect(lambda _=False, name=one.name: self.chosen.emit(name))
            self._group.addButton(tile)
            self._put(tile)
        self.say()
        self.outdate()

    def tick(self, name: str) -> None:
        """Let the tile of that name be the one that is chosen, in sight."""
        tile = self.tiles[name]
        tile.setChecked(True)
        self.groups.setCurrentIndex(self.groups.findData(tile.words.group))
        self._following.keep(tile)

    def outdate(self) -> None:
        """Draw every tile anew, those in sight now."""
        self._drop()
        self._old = set(self.tiles)
        self._calm.start()

    def put(self, name: str, image: QImage | None) -> None:
        """Show a tile that was drawn with its sheet."""
        self._old.discard(name)
        if name in self.tiles:
            self.tiles[name].put(image)
        self._calm.start()

    def room(self) -> QSize:
        """Give in how many pixels a sheet must fit on a tile."""
        return next(iter(self.tiles.values())).room()

    def say(self) -> None:
        at = self.groups.currentData()
        with QSignalBlocker(self.groups):
            self.groups.clear()
            for group, label in self._headings.items():
                label.setText(translate(group))
                self.groups.addItem(translate(group), group)
            self.groups.setCurrentIndex(self.groups.findData(at))
        for tile in self.tiles.values():
            tile.say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._calm.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drop()

    def _go(self, group: str) -> None:
        """Bring a group to the top, and choose its first tile."""
        self.area.verticalScrollBar().setValue(self._headings[group].y())
        self.chosen.emit(next(name for name, tile in self.tiles.items() if tile.words.group == group))

    def _put(self, part: QWidget) -> None:
        self.column.insertWidget(self.column.count() - 1, part)
        self._parts.append(part)

    def _look(self, change: Change) -> None:
        if change.kinds:
            self.outdate()

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
            self._old.add(self._drawing)

    def _next(self) -> None:
        """Draw the first tile in sight that is old; what nobody sees is not made."""
        if not self.isVisible() or (self._asked is not None and not self._asked.stop.is_set()):
            return
        if self._waits():
            self._calm.start()
            return
        name = next((one for one in self.tiles if one in self._old and _in_sight(self.tiles[one])), None)
        if name is None:
            return
        self._old.discard(name)
        question, room = self._question(name), self.tiles[name].room()
        if question is None:
            self.tiles[name].put(None)
            self._next()
            return
        self._drawing = name
        words = translate("The sheets are being drawn…")
        took, failed = partial(self._took, name), partial(self._took, name, None)
        self._asked = self._tasks.read_long(
            words,
            lambda services, _: making.tile_of(services, question, room),
            while_there(self, took),
            while_there(self, lambda _: failed()),
        )

    def _took(self, name: str, image: QImage | None) -> None:
        self._asked = None
        if name in self.tiles:
            self.tiles[name].put(image)
        QTimer.singleShot(0, self, self._next)


def _in_sight(tile: Tile) -> bool:
    return not tile.visibleRegion().isEmpty()
