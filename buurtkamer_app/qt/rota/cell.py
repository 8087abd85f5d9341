"""One shift in the grid: who is on and which places are open, as buttons; a name can be dragged to another shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.rota.offering import offer_words
from buurtkamer_app.qt.rota.said import moment, times
from buurtkamer_app.rota.said import needed

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.papers.rota_week import WeekRota
    from buurtkamer_app.rota.records import Place, Shift

_KIND: Final = "application/x-buurtkamer-place"


def as_mime(place: UUID) -> QMimeData:
    """Give a place in the shape in which it is dragged."""
    told = QMimeData()
    told.setData(_KIND, str(place).encode())
    return told


def of_mime(told: QMimeData) -> UUID | None:
    """Give the place that is dragged, None for anything else."""
    return UUID(bytes(told.data(_KIND).data()).decode()) if told.hasFormat(_KIND) else None


class PlaceChip(QPushButton):
    """A host on a shift; a press asks what one can do, the mouse can drag it elsewhere when `may_drag`."""

    def __init__(self, place: Place, words: str, *, may_drag: bool) -> None:
        super().__init__(words.replace("&", "&&"))
        self._place, self._may_drag = place, may_drag
        self._from: QPoint | None = None
        self.setProperty("kind", "absent" if place.absent else "on")
        self.setObjectName(f"place {place.id}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember from where it may be dragged."""
        self._from = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse is on its way."""
        far = QApplication.startDragDistance()
        if not self._may_drag or self._from is None:
            return
        if (event.position().toPoint() - self._from).manhattanLength() < far:
            return
        drag = QDrag(self)
        drag.setMimeData(as_mime(self._place.id))
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._from)
        self._from = None
        self.setDown(False)
        drag.exec(Qt.DropAction.MoveAction)


class ShiftCell(QFrame):
    """Shows a shift. `place_pressed` and `gap_pressed` give the button that was pressed and what it stands for.

    `dropped` gives the key of a place that was let go of here, `chosen` says that it was pressed as the shift to go to.
    """

    place_pressed = Signal(object, object, object)
    gap_pressed = Signal(object, object)
    extra_pressed = Signal(object, object)
    dropped = Signal(object, object)
    chosen = Signal(object)

    def __init__(self, shift: Shift, week: WeekRota, *, say_times: bool) -> None:
        super().__init__()
        self.shift = shift
        self._targeted = False
        self.setAcceptDrops(week.may_plan)
        self.setAccessibleName(moment(shift))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._stack.setSpacing(6)
        self._head(week, say_times=say_times)
        pressed = week.may_plan or not week.is_over(shift)
        for place, words in week.told(shift):
            self._place(place, words, week, pressed=pressed)
        for words in week.along(shift):
            self._put(_word(words, "on"))
        for host in week.not_on_yet(shift):
            self._put(_soft(translate("{name}: fixed, not on yet", name=week.name(host.id, host.name))))
        self._gaps(week, pressed=pressed)
        if offered := offer_words(week.offers.get(shift.key, ()), week.name):
            self._put(_soft(offered))
        self._stack.addStretch(1)

    def target(self, on: bool) -> None:
        """Let this shift be one that a host can go to, with the keys or a press, or not any more."""
        self._targeted = on
        self.setProperty("kind", "pressed" if on else None)
        self.style().polish(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        for button in self.findChildren(QPushButton):
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it, when somebody is to go somewhere."""
        if self._targeted and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.shift)
        else:
            super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a host be let go of here."""
        if of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell who was let go of here."""
        place = of_mime(event.mimeData())
        if place is not None:
            event.acceptProposedAction()
            self.dropped.emit(place, self.shift)

    def _head(self, week: WeekRota, *, say_times: bool) -> None:
        """Say what it is for and when, where that is not the same all over the row; an extra shift can be pressed."""
        shift = self.shift
        if shift.extra and week.may_plan:
            button = QPushButton(f"{shift.task}\n{times(shift)}".replace("&", "&&"))
            button.setObjectName(f"extra {shift.on} {shift.part} {shift.task}")
            button.setProperty("kind", "link")
            button.setAccessibleName(f"{translate('Extra shift')}: {moment(shift)}, {times(shift)}")
            button.clicked.connect(lambda: self.extra_pressed.emit(button, shift))
            self._put(button)
        elif shift.task:
            self._put(_strong(f"{shift.task}\n{times(shift)}"))
        elif say_times:
            self._put(_soft(times(shift)))

    def _place(self, place: Place, words: str, week: WeekRota, *, pressed: bool) -> None:
        if not pressed:
            label = _word(words, "absent" if place.absent else "on")
            label.setAccessibleName(f"{moment(self.shift)}: {words}")
            self._put(label)
            return
        chip = PlaceChip(place, words, may_drag=week.may_plan)
        chip.setAccessibleName(f"{moment(self.shift)}: {words}")
        chip.clicked.connect(lambda: self.place_pressed.emit(chip, self.shift, place))
        self._put(chip)

    def _gaps(self, week: WeekRota, *, pressed: bool) -> None:
        shift, count = self.shift, week.open_places(self.shift)
        experienced = week.wants_experience(shift)
        for number in range(count):
            name = f"open {shift.on} {shift.part} {number}"
            gap: QPushButton | QLabel
            if pressed:
                gap = QPushButton(translate("Open place"))
                gap.setProperty("kind", "open")
                dress(gap, "user-plus")
                gap.clicked.connect(lambda _=False, button=gap: self.gap_pressed.emit(button, shift))
            else:
                gap = _word(translate("Open place"), "open")
            gap.setObjectName(f"{name} {shift.task}" if shift.task else name)
            gap.setAccessibleName(f"{moment(shift)}: {needed(count, experienced=experienced)}")
            self._put(gap)
        if experienced and count:
            self._put(_soft(translate("preferably with experience")))
        elif experienced and shift.on_duty:
            self._put(_soft(translate("nobody with experience")))

    def _put(self, part: QWidget) -> None:
        self._stack.addWidget(part)


def _soft(words: str) -> QLabel:
    label = _plain(words)
    label.setProperty("kind", "soft")
    return label


def _strong(words: str) -> QLabel:
    label = _plain(words)
    label.setProperty("kind", "strong")
    return label


def _word(words: str, kind: str) -> QLabel:
    """Make a chip that only says something."""
    label = _plain(words)
    label.setProperty("place", kind)
    return label


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
