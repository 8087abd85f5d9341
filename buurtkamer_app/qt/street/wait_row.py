"""One thing that waits: what, how long still, and the one button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, icons, theme
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.street.records import Return

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.street.records import Waiting


_BESIDE: Final = 16  # lines of type in width


class WaitRow(Form):
    """`done` asks for what waits; a return can also be given up (`given_up`, why) or be later (`put_off_to`, when)."""

    form: ClassVar[str] = "street/wait_row"
    done = Signal()
    given_up = Signal(str)
    put_off_to = Signal(object)
    glyph: QLabel
    words: QLabel
    buttons: QBoxLayout
    do: QPushButton
    no: QPushButton
    why_field: QBoxLayout
    why_label: QLabel
    why: QLineEdit
    give_up: QPushButton
    due_label: QLabel
    due: QDateEdit
    put_off: QPushButton
    answer: Sentence

    def __init__(self, today: date, entry: Waiting | Return, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._entry = today, entry
        self.activity = entry.activity
        self.is_return = isinstance(entry, Return)
        self._late = entry.late if isinstance(entry, Return) else entry.left < 0
        glyph = "triangle-exclamation" if self._late else "clock"
        tints = theme.colours()
        side = self.fontMetrics().height()
        self.glyph.setPixmap(icons.icon(glyph, tints.brick if self._late else tints.petrol).pixmap(side, side))
        dress(self.do, "calendar-plus" if self.is_return else "comment")
        self.no.setCheckable(True)
        self.no.setVisible(self.is_return)
        if isinstance(entry, Return):
            show_day(self.due, max(entry.due_on, today))
        self._open(False)
        self.no.toggled.connect(self._open)
        self.do.clicked.connect(lambda _=False: self.done.emit())
        self.give_up.clicked.connect(lambda _=False: self.given_up.emit(self.why.text()))
        self.why.returnPressed.connect(lambda: self.given_up.emit(self.why.text()))
        self.put_off.clicked.connect(lambda _=False: self.put_off_to.emit(as_date(self.due)))
        self.say()

    def say(self) -> None:
        entry, plan = self._entry, self.activity.plan
        street = self.activity.street_name
        if isinstance(entry, Return):
            words = translate("Go back to {street}, by {day}.", street=street, day=dates.day_and_date(entry.due_on))
            late = translate("That day is past.")
            self.do.setText(translate("Plan the return"))
        else:
            words = translate("Look back at {name}, {day}.", name=plan.name, day=dates.short_date(plan.on_date))
            late = translate("Too late, but still welcome.")
            self.do.setText(translate("Go on with it") if entry.begun else translate("Look back"))
            if entry.left > 1:
                words = f"{words} {translate('{days} days left.', days=entry.left)}"
            elif entry.left >= 0:
                last = translate("1 day left.") if entry.left else translate("Today is the last day.")
                words = f"{words} {last}"
        self.words.setText(f"{words} {late}" if self._late else words)
        self.words.setProperty("kind", "warning" if self._late else "strong")
        self.do.setAccessibleName(f"{self.do.text()}: {street}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _BESIDE, self.buttons)

    def _open(self, opened: bool) -> None:
        parts: tuple[Any, ...] = (self.why_label, self.why, self.give_up, self.due_label, self.due, self.put_off)
        for part in parts:
            part.setVisible(opened)
        if opened:
            self.why.setFocus()
