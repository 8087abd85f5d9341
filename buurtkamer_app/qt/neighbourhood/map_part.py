"""The map of who and what there is, with the ways to put something on it: dragging, keys, or words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.neighbourhood.resources import places
from buurtkamer_app.neighbourhood.resources.records import Direction, Distance
from buurtkamer_app.printing.resource_kinds import KINDS
from buurtkamer_app.qt import icons
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.neighbourhood.map_canvas import MapCanvas
from buurtkamer_app.qt.neighbourhood.map_words import DIRECTIONS, DISTANCES, name_of, where
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.neighbourhood.resources.records import Map, Spot
    from buurtkamer_app.qt.tasks import Tasks

_IN_A_ROW: Final = 4
_NARROW: Final = 2  # of them in a row where the window is narrow


class MapPart(Panel):
    """Shows the map; `chosen` gives the key of what was chosen on it."""

    form: ClassVar[str] = "neighbourhood/resource_map"
    kinds: ClassVar[frozenset[str]] = frozenset({"resource", "partner"})
    canvas_slot: QVBoxLayout
    legend: QGridLayout
    said: QLabel
    in_words: QBoxLayout
    direction: QComboBox
    distance: QComboBox
    there: QPushButton
    by_itself: QPushButton
    answer: Sentence
    foot: QBoxLayout

    chosen = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.canvas = MapCanvas()
        self.print_map = SheetButton(tasks, "resource_map", mark("Print the map"))
        self.print_list = SheetButton(tasks, "resource_list", mark("Print the list with numbers"))
        self.print_list.papers.guarded = True
        self._hidden, self._in_a_row = False, 0
        self.canvas_slot.addWidget(self.canvas)
        for button in (self.print_map, self.print_list):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self._words, self._pictures = [QLabel() for _ in KINDS], [QLabel() for _ in KINDS]
        self._entries = [_beside(*parts) for parts in zip(self._pictures, self._words, strict=True)]
        self.canvas.chosen.connect(self._tell)
        self.canvas.moved.connect(self._place)
        self.there.clicked.connect(self._put_there)
        self.by_itself.clicked.connect(lambda: self._place(self.canvas.key, None))
        self.say()

    def choose(self, key: UUID | None) -> None:
        """Let the mark of a key be the chosen one."""
        self.canvas.choose(key)
        self._say_chosen()

    def hide_names(self, hidden: bool) -> None:
        """Show residents without their names, or with them."""
        self._hidden = hidden
        self.canvas.put(self.canvas.map, hidden=hidden)
        self.print_list.setHidden(hidden)
        self._say_chosen()

    def refresh(self) -> None:
        """Read where all of it stands."""
        self.tasks.read(lambda services: services.resources.map(), self._show)

    def say(self) -> None:
        for combo, words in ((self.direction, DIRECTIONS.values()), (self.distance, DISTANCES.values())):
            now = max(0, combo.currentIndex())
            combo.clear()
            combo.addItems([translate(word) for word in words])
            combo.setCurrentIndex(now)
        side = self.fontMetrics().height()
        for picture, label, look in zip(self._pictures, self._words, KINDS.values(), strict=True):
            picture.setPixmap(icons.picture(look.icon, look.colour, side, side))
            label.setText(translate(look.several))
        self.canvas.setAccessibleName(translate("The map. The list above it says the same in words."))
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.in_words, self.foot)
        self._lay_legend()

    def _lay_legend(self) -> None:
        """Put the kinds in as many columns as there is room for."""
        in_a_row = _NARROW if narrow(self) else _IN_A_ROW
        if in_a_row != self._in_a_row:
            self._in_a_row = in_a_row
            for place, entry in enumerate(self._entries):
                self.legend.addWidget(entry, *divmod(place, in_a_row))

    def _show(self, found: Map) -> None:
        self.canvas.put(found, hidden=self._hidden)
        self._say_chosen()

    def _tell(self, key: UUID) -> None:
        self.answer.clear()
        self._say_chosen()
        self.chosen.emit(key)

    def _say_chosen(self) -> None:
        """Say what is chosen and where it is, and let the choice of words be that place."""
        chosen = self.canvas.mark()
        for part in (self.there, self.by_itself, self.direction, self.distance):
            part.setEnabled(self.canvas.key is not None)
        if chosen is None:
            self.said.setText(translate("Choose a mark on the map, or a line of the list."))
            return
        name = name_of(chosen.entry.it, hidden=self._hidden)
        told = translate("{number}. {name}: {where}", number=chosen.number, name=name, where=where(chosen.spot))
        self.said.setText(breakable(told))
        self.canvas.setAccessibleDescription(told)
        self.by_itself.setEnabled(chosen.placed)
        direction, distance = places.said(chosen.spot)
        self.direction.setCurrentIndex(direction.value)
        self.distance.setCurrentIndex(distance.value)

    def _put_there(self) -> None:
        spot = places.spot_of(Direction(self.direction.currentIndex()), Distance(self.distance.currentIndex()))
        self._place(self.canvas.key, spot)

    def _place(self, key: UUID | None, spot: Spot | None) -> None:
        if key is not None:
            self.answer.clear()
            self.tasks.write(
                lambda services: services.resources.place(key, spot),
                lambda done: self._placed(key, done),
                self.answer.trouble,
            )

    def _placed(self, key: UUID, done: Outcome[UUID]) -> None:
        """Go on with what a partner of the room became by it."""
        if self.canvas.key == key != done.value:
            self.canvas.key = done.value
            self.chosen.emit(done.value)


def _beside(picture: QLabel, words: QLabel) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(picture)
    row.addWidget(words, 1)
    return entry
