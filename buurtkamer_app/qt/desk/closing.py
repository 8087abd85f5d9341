"""Closing the day: the round, the key, the cash box, two names and a report; or one press of Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.desk.days.records import USUAL_ROUND, Cash, Closing
from buurtkamer_app.qt.amounts import cents, euros
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.days.records import DayState
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_LINES: Final = 4  # high is the field of the report, its frame included


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What the dialog begins with: the round, first names of who is on, the cash box (None: the room keeps none)."""

    points: tuple[str, ...]
    names: tuple[str, ...]
    cash: Cash | None
    pack_due: bool
    state: DayState


@dataclass(frozen=True, slots=True)
class ToPrint:
    """What is to come out on paper of a day that was closed."""

    on: date
    log: bool
    pack: bool


def look(services: Services) -> ClosingFacts:
    """Read what the dialog begins with."""
    on, settings = services.days.current(), services.room.desk_settings()
    names = {host.id: first_name(host.name) for host in services.people.hosts()}
    box = services.days.cash(on, on).get(on) or Cash(services.days.in_box() or 0, 0, 0)
    return ClosingFacts(
        settings.closing_round,
        tuple(dict.fromkeys(names[key] for key in reversed(services.rota.on_now()))),
        box if settings.cash else None,
        not services.days.pack_state(after_closing=True).current,
        services.days.state(on),
    )


def close_day(services: Services, cash: Cash | None, closing: Closing, *, all_leave: bool) -> Change:
    """Close the day; when all leave, hosts and visitors go home in the same step."""
    also = (services.rota.all_off, services.arrivals.all_left) if all_leave else ()
    return services.days.close(cash, closing, also)


class ClosingDialog(DialogForm):
    """Closes the day when it is agreed to; what is refused stays as typed. `closed` tells what is to be printed."""

    form: ClassVar[str] = "desk/closing"
    sheet: QScrollArea
    columns: QBoxLayout
    cash_row: QBoxLayout
    counted_row: QBoxLayout
    names_row: QBoxLayout
    ticks: QBoxLayout
    points: QVBoxLayout
    key_with: QComboBox
    first: QLineEdit
    second: QLineEdit
    box: QFrame
    opened_with: QLineEdit
    received: QLineEdit
    spent: QLineEdit
    counted: QLineEdit
    what_for: QLineEdit
    expected: QLabel
    difference: QLabel
    note_label: QLabel
    note: QLineEdit
    report: QPlainTextEdit
    all_leave: QCheckBox
    log: QCheckBox
    pack: QCheckBox
    trouble: Sentence
    shut: QPushButton
    back: QPushButton

    closed = Signal(object)

    def __init__(self, tasks: Tasks[Any], facts: ClosingFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._facts = tasks, facts
        self._amounts = (self.opened_with, self.received, self.spent, self.counted)
        self.round: list[QCheckBox] = []
        self._put_round()
        self._put_people()
        self._put_cash()
        self.draft = Draft(self.report, tasks, "day_report")
        for field in self._amounts:
            field.textEdited.connect(self.say)
        self.shut.clicked.connect(self._close_day)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self._close_day)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(68 * em, room.width()), min(46 * em, round(0.98 * room.height())))
        self.round[0].setFocus()
        self.draft.bring_back()

    def say(self) -> None:
        """Say what should be in the box, and kindly what differs, as soon as that can be told."""
        self.trouble.clear()
        for box, point in zip(self.round, self._facts.points or USUAL_ROUND, strict=True):
            box.setText(point if self._facts.points else translate(point))
        cash = self._readable()
        told = differs = ""
        if cash is not None and cash.closing < 0:
            told = translate("More went out than there was. Look at it again.")
        elif cash is not None:
            told = translate("There should be {euros} euros", euros=euros(cash.closing))
            differs = _told_difference(cash.difference)
        self.expected.setText(told)
        self.difference.setText(differs)
        for part in (self.difference, self.note_label, self.note):
            part.setVisible(bool(differs) or (part is not self.difference and bool(self.note.text())))

    def reject(self) -> None:
        """Go back, unless the day is being closed already."""
        if self.shut.isEnabled():
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        fold(self, self.columns, self.cash_row, self.counted_row, self.names_row, self.ticks)

    def _put_round(self) -> None:
        for at, point in enumerate(self._facts.points or USUAL_ROUND):
            box = QCheckBox()
            box.setObjectName(f"point_{at}")
            words = point if self._facts.points else translate(point)
            box.setChecked(words in self._facts.state.round_done)
            self.points.addWidget(box)
            self.round.append(box)

    def _put_people(self) -> None:
        facts, state = self._facts, self._facts.state
        self.key_with.addItems(["", *facts.names])
        self.key_with.setCurrentText(state.key_with)
        first, second, *_ = (*facts.names, "", "")
        self.first.setText(state.signed_first or first)
        self.second.setText(state.signed_second or second)
        self.report.setPlainText(state.report)
        self.report.setFixedHeight(_LINES * self.report.fontMetrics().lineSpacing())
        self.pack.setChecked(facts.pack_due)

    def _put_cash(self) -> None:
        cash = self._facts.cash
        self.box.setVisible(cash is not None)
        if cash is None:
            return
        for field, amount in zip(self._amounts, (cash.opened_with, cash.received, cash.spent), strict=False):
            field.setText(euros(amount) if amount else "")
        self.counted.setText("" if cash.counted is None else euros(cash.counted))
        self.what_for.setText(cash.what_for)
        self.note.setText(cash.note)

    def _readable(self) -> Cash | None:
        try:
            return self._cash()
        except RefusedError:
            # Half an amount is no mistake yet: it is refused when one closes the day with it.
            return None

    def _cash(self) -> Cash | None:
        """Give the cash as it is typed, None when there is nothing; a refused amount gets the keyboard."""
        words = (self.what_for.text(), self.note.text())
        if self._facts.cash is None or not any(text.strip() for text in (*map(_typed, self._amounts), *words)):
            return None
        opened_with, received, spent, counted = (cents(_typed(field)) for field in self._amounts)
        return Cash(opened_with, received, spent, counted if _typed(self.counted).strip() else None, *words)

    def _close_day(self) -> None:
        try:
            cash = self._cash()
        except RefusedError as error:
            self.trouble.trouble(error)
            next(field for field in self._amounts if not _is_amount(field)).setFocus()
            return
        closing = Closing(
            tuple(box.text() for box in self.round if box.isChecked()),
            self.key_with.currentText(),
            self.first.text(),
            self.second.text(),
            self.report.toPlainText(),
        )
        leave = self.all_leave.isChecked()
        self.shut.setEnabled(False)
        self._tasks.write(lambda s: close_day(s, cash, closing, all_leave=leave), self._done, self._refused)

    def _done(self, _: Change) -> None:
        self.report.clear()
        self.draft.keep()
        self.closed.emit(ToPrint(self._facts.state.on, self.log.isChecked(), self.pack.isChecked()))
        self.accept()

    def _refused(self, error: BuurtkamerError) -> None:
        self.shut.setEnabled(True)
        self.trouble.trouble(error)


def _typed(field: QLineEdit) -> str:
    return field.text()


def _is_amount(field: QLineEdit) -> bool:
    try:
        cents(field.text())
    except RefusedError:
        return False
    return True


def _told_difference(difference: int | None) -> str:
    """Say kindly that the box holds more or less than it should; nothing when it does not."""
    if not difference:
        return ""
    if difference > 0:
        words = mark("There is {euros} euros more than expected. That is fine: write down what you know.")
    else:
        words = mark("There is {euros} euros less than expected. That is fine: write down what you know.")
    return translate(words, euros=euros(abs(difference)))
