"""Somebody stops as a host: what becomes free, what is due and what is erased is shown before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QCheckBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.people import farewell_words
from buurtkamer_app.qt.people.room_keys import RoomKeysGroup
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import follow
from buurtkamer_app.safekeeping.leaving.records import Leaver

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.leaving.records import Farewell

# In heights of a line of type: how large the dialog wants to be, from which widths columns, a row of buttons.
_WIDE: Final = 54
_HIGH: Final = 38
_ENOUGH: Final = 44
_ROW: Final = 28
_PAUSE: Final = 150  # milliseconds after the last key, before it is looked at


class LeavingDialog(DialogForm):
    """Nothing is changed before the button with the name; then it closes, and one press undoes all."""

    form: ClassVar[str] = "people/leaving"
    heading: QLabel
    last_on: QDateEdit
    until: QLabel
    columns: QBoxLayout
    foot: QBoxLayout
    shifts: QLabel
    leads: QLabel
    ends: QLabel
    keys_card: QFrame
    keys_none: QLabel
    key_rows: QVBoxLayout
    back_on_label: QLabel
    back_on: QDateEdit
    due: QLabel
    pin_about: QLabel
    slots: QVBoxLayout
    erase: QFrame
    erased: QGridLayout
    erase_now: QCheckBox
    erase_about: QLabel
    told: Sentence
    stop: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], host: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._host = tasks, host
        self._told: Farewell | None = None
        self._asked: Asked | None = None
        self._erased: list[QWidget] = []
        self.keys: dict[UUID, QCheckBox] = {}
        self.room_keys = RoomKeysGroup(tasks, host)
        self.slots.addWidget(self.room_keys)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        self.last_on.dateChanged.connect(self._soon)
        self.erase_now.toggled.connect(self._soon)
        self.stop.clicked.connect(self._stop)
        self.back.clicked.connect(self.reject)
        self.stop.setEnabled(False)
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.say()
        tasks.read(lambda s: (s.room.today(), s.people.host(host).name), while_there(self, self._begin), self._trouble)

    def say(self) -> None:
        for field in (self.last_on, self.back_on):
            field.setLocale(QLocale(language()))
        told = self._told
        if told is None:
            return
        self.until.setText(farewell_words.until(told))
        for label, words in (
            (self.shifts, farewell_words.shifts(told)),
            (self.leads, farewell_words.leads(told)),
            (self.ends, farewell_words.ends(told)),
            (self.due, farewell_words.due(told)),
            (self.pin_about, farewell_words.pin(told)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        for key in told.keys:
            self.keys[key.id].setText(translate("Key {number} is back", number=key.number))
        self.erase_now.setVisible(told.at_once)
        self.erase_about.setVisible(told.at_once)
        self._say_erased(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a day do nothing but end it."""
        typing = isinstance(self.focusWidget(), QAbstractSpinBox)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and typing:
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)
        fold_within(self, _ROW, self.foot)

    def done(self, result: int) -> None:
        """Be gone: answers that still come have nobody to tell."""
        self._timer.stop()
        if self._asked is not None:
            self._asked.cancel()
        super().done(result)
        self.deleteLater()

    def leaver(self) -> Leaver:
        """Give what stands in the fields."""
        back = tuple(key for key, box in self.keys.items() if box.isChecked())
        return Leaver(
            self._host, as_date(self.last_on), back, as_date(self.back_on) if back else None, self.erase_now.isChecked()
        )

    def _begin(self, begun: tuple[date, str]) -> None:
        today, name = begun
        self.heading.setText(translate("{name} stops as a host", name=name))
        self.stop.setText(translate("{name} stops", name=name))
        show_day(self.back_on, today)
        show_day(self.last_on, today)
        self._soon()

    def _soon(self) -> None:
        """Look at it when nobody types for a moment; until then nothing can be done."""
        self.told.clear()
        self.stop.setEnabled(False)
        self._timer.start()

    def _look(self) -> None:
        host, last_on, erase_now = self._host, as_date(self.last_on), self.erase_now.isChecked()
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.read(
            lambda s: s.leaving.look(host, last_on, erase_now=erase_now), while_there(self, self._show), self._trouble
        )

    def _show(self, told: Farewell) -> None:
        self._told = told
        for key in told.keys:
            if key.id not in self.keys:
                self.keys[key.id] = QCheckBox()
                self.key_rows.addWidget(self.keys[key.id])
        for part in (self.back_on, self.back_on_label):
            part.setVisible(bool(told.keys))
        self.keys_none.setVisible(not told.keys)
        self.stop.setEnabled(True)
        self.say()
        QTimer.singleShot(0, self, self._walk)

    def _walk(self) -> None:
        """Let Tab go from the day over keys and what is erased to the button with the name."""
        follow((self.last_on,), (self.keys_card, self.room_keys, self.erase), (self.stop, self.back))

    def _say_erased(self, told: Farewell) -> None:
        discard(self.erased, self._erased)
        for row, one in enumerate(told.erased):
            when, what = QLabel(dates.day_and_year(one.on)), QLabel(translate(one.what))
            when.setProperty("kind", "strong")
            when.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            what.setWordWrap(True)
            for column, part in enumerate((when, what)):
                self.erased.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
                self._erased.append(part)

    def _stop(self) -> None:
        leaver = self.leaver()
        self.told.clear()
        self.stop.setEnabled(False)
        self._tasks.write(lambda s: s.leaving.leave(leaver), while_there(self, lambda _: self.accept()), self._not_done)

    def _not_done(self, error: BuurtkamerError) -> None:
        while_there(self, self.stop.setEnabled)(True)
        self._trouble(error)

    def _trouble(self, error: BuurtkamerError) -> None:
        while_there(self, self.told.trouble, self._tasks.troubled.emit)(error)
