"""Changes one date, the dates from here on, or a whole series: what it moves is said before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.activities.changing.records import CallOff, Reach
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.activities import change_words
from buurtkamer_app.qt.activities.change_fields import ChangeFields
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.activities.changing.records import Effect, ToChange, Wanted
    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

# In heights of a line of type: how large the dialog wants to be, and from which widths it has three columns, or two.
_WIDE: Final = 54
_HIGH: Final = 36
_ENOUGH: Final = 44
_ROW: Final = 27
_PAUSE: Final = 150  # milliseconds after the last key, before it is looked at


class ChangeDialog(DialogForm):
    """Nothing is changed before "Change it"; `to` is the day on which a date was let go of, when it was dragged.

    It shows no name of anybody who signed up, so that there is nothing to hide.
    """

    form: ClassVar[str] = "activities/change"
    heading: QLabel
    slot: QVBoxLayout
    reaches: QGridLayout
    one: QPushButton
    from_here: QPushButton
    all: QPushButton
    extra: QPushButton
    moves: QLabel
    warned: QFrame
    warned_sign: QLabel
    clashes: QLabel
    all_the_same: QCheckBox
    told: Sentence
    ending: QBoxLayout
    keep: QPushButton
    back: QPushButton
    reason_label: QLabel
    reason: QLineEdit
    off: QPushButton

    def __init__(  # noqa: PLR0913 - what may be known already when it opens
        self,
        tasks: Tasks[Any],
        series: Series,
        on: date,
        parent: QWidget | None,
        *,
        to: date | None = None,
        reach: Reach = Reach.ONE,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._series, self._on, self._to = tasks, series, on, to
        self._given: ToChange | None = None
        self._effect: Effect | None = None
        self._asked: Asked | None = None
        self._over = False
        self._wanted: Wanted | None = None
        self.fields = ChangeFields()
        self.slot.addWidget(self.fields)
        self._chosen = QButtonGroup(self)
        for button in (self.one, self.from_here, self.all, self.extra):
            button.setCheckable(True)
            self._chosen.addButton(button)
        chosen = {Reach.ONE: self.one, Reach.FROM_HERE: self.from_here, Reach.ALL: self.all}[reach]
        chosen.setChecked(True)
        chosen.setFocus()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        show_icon(self.warned_sign, "triangle-exclamation", theme.colours().ink)
        self._connect()
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.warned.hide()
        self.say()
        self._choose()
        tasks.read(lambda s: s.changing.to_change(series.id, on), self._fill, lambda error: self._show(None, error))

    def say(self) -> None:
        self.heading.setText(f"{self._series.name} · {dates.day_and_date(self._on)}")
        effect = self._effect
        self.moves.setText(translate("Nothing is changed yet.") if effect is None else change_words.moves(effect))
        found = effect.conflicts if effect is not None else ()
        hard = [one for one in found if not one.gives_way]
        self.warned.setVisible(bool(found))
        self.clashes.setText(change_words.clashes(found))
        self.all_the_same.setVisible(bool(found) and not hard)
        allowed = not hard and (not found or self.all_the_same.isChecked())
        self.keep.setEnabled(effect is not None and bool(effect.dates) and allowed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do nothing but end it."""
        typing = isinstance(self.focusWidget(), (QLineEdit, QComboBox, QAbstractSpinBox))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and typing:
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        lines, ways = self.width() / self.fontMetrics().height(), QBoxLayout.Direction
        self.ending.setDirection(ways.TopToBottom if lines < _ENOUGH else ways.LeftToRight)
        across = 4 if lines >= _ENOUGH else 2
        for place, button in enumerate((self.one, self.from_here, self.all, self.extra)):
            self.reaches.addWidget(button, place // across, place % across)
        self.fields.fold(3 if lines >= _ENOUGH else 2 if lines >= _ROW else 1)

    def done(self, result: int) -> None:
        """Be gone: answers that still come have nobody to tell."""
        self._over = True
        self._timer.stop()
        if self._asked is not None:
            self._asked.cancel()
        super().done(result)
        self.deleteLater()

    @property
    def reach(self) -> Reach | None:
        """Tell which dates it is for, None for one more date."""
        buttons = {self.one: Reach.ONE, self.from_here: Reach.FROM_HERE, self.all: Reach.ALL}
        return next((reach for button, reach in buttons.items() if button.isChecked()), None)

    def _connect(self) -> None:
        self._chosen.buttonToggled.connect(lambda _, chosen: self._choose() if chosen else None)
        self.fields.changed.connect(self._soon)
        self.all_the_same.toggled.connect(self._soon)
        self.keep.clicked.connect(lambda: self._write(self._wanted))
        self.back.clicked.connect(self.reject)
        self.off.clicked.connect(self._call_off)
        self.reason.returnPressed.connect(self.off.click)

    def _choose(self) -> None:
        """Show the fields that count for what was chosen."""
        reach = self.reach
        self.fields.show_for(reach)
        for part in (self.reason_label, self.reason, self.off):
            part.setVisible(reach is not None)
        whole = reach is not Reach.ONE and bool(self._series.rrule)
        self.off.setText(translate("The series ends") if whole else translate("It does not go on"))
        self._soon()

    def _fill(self, given: ToChange) -> None:
        if self._over:
            return
        self._given = given
        single = not given.series.rrule
        for button in (self.from_here, self.extra):
            button.setVisible(not single)
        self.one.setVisible(not single)
        if single and self.reach is not Reach.ALL:
            self.all.setChecked(True)
        self.all.setVisible(not single)
        self.fields.fill(given, self._to)
        self._soon()

    def _soon(self) -> None:
        """Look at it when nobody types for a moment; until then nothing can be kept."""
        self.told.clear()
        self.keep.setEnabled(False)
        self._timer.start()

    def _look(self) -> None:
        if self._given is None or self._over:
            return
        try:
            wanted = self.fields.wanted(self.reach, all_the_same=self.all_the_same.isChecked())
        except RefusedError as error:
            self._show(None, error)
            return
        self._wanted = wanted
        if self._asked is not None:
            self._asked.cancel()
        if wanted is None:
            self._show(None)
            return
        self._asked = self._tasks.read(
            lambda s: s.changing.preview(wanted), self._show, lambda error: self._show(None, error)
        )

    def _show(self, effect: Effect | None, error: BuurtkamerError | None = None) -> None:
        """Show what it would do, or why it cannot be at all."""
        if not self._over:
            self._effect = effect
            self.say()
            if error is not None:
                self.told.trouble(error)

    def _call_off(self) -> None:
        reach = self.reach
        if reach is not None:
            if not self._series.rrule:
                reach = Reach.ONE
            self._write(CallOff(self._series.id, self._on, reach, self.reason.text()))

    def _write(self, wanted: Wanted | None) -> None:
        if wanted is None:
            return
        for button in (self.keep, self.off):
            button.setEnabled(False)
        self._tasks.write(
            lambda s: s.changing.apply(wanted), lambda _: None if self._over else self.accept(), self._not_kept
        )

    def _not_kept(self, error: BuurtkamerError) -> None:
        if self._over:
            self._tasks.troubled.emit(error)
            return
        self.off.setEnabled(True)
        self.say()
        self.told.trouble(error)
