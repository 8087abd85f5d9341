"""What was handed on or reported: to whom, since when, and the answer that is waited for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import Ending
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.wishes.step_line import lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.wishes.ending_now import EndingNow
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import WishEnding

_ASK_AGAIN = timedelta(days=21)


class GivenSteps(Form):
    """Shows to whom a wish went; `kept` gives the work of what somebody wrote down."""

    form: ClassVar[str] = "wishes/given_steps"
    steps: QVBoxLayout
    answer: QPlainTextEdit
    number: QLineEdit
    ask_again: QCheckBox
    again: QDateEdit
    buttons: QBoxLayout
    answered: QPushButton
    later: QPushButton
    enough: QPushButton

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: EndingNow | None = None
        self._key: UUID | None = None
        self._lines: list[QWidget] = []
        self.ask_again.toggled.connect(self.again.setVisible)
        self.again.setVisible(False)
        self.answered.clicked.connect(self._answered)
        self.later.clicked.connect(self._later)
        self.enough.clicked.connect(self._enough)

    def put(self, now: EndingNow) -> None:
        """Show where it stands; what is typed stays."""
        if self._now is None and now.ending is not None:
            show_day(self.again, now.today + _ASK_AGAIN)
            self.number.setText(now.ending.number)
        self._now, self._key = now, now.wish.id
        self.say()

    def say(self) -> None:
        ending = self._now.ending if self._now is not None else None
        discard(self.steps, self._lines)
        self.again.setLocale(QLocale(language()))
        if ending is None:
            return
        self._lines = lines(_facts(ending))
        for line in self._lines:
            self.steps.addWidget(line)
        self.enough.setVisible(ending.closed_on is None)
        self.later.setVisible(ending.closed_on is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.answer, 2)

    def _day(self) -> date | None:
        return as_date(self.again) if self.ask_again.isChecked() else None

    def _answered(self) -> None:
        key, answer, number, again = self._key, self.answer.toPlainText(), self.number.text(), self._day()
        if key is not None:
            self._keep(lambda s: s.endings.answered(key, answer, number, again))

    def _later(self) -> None:
        """Ask again on the day that is chosen; without one in three weeks."""
        key, today = self._key, self._now.today if self._now is not None else None
        if key is not None and today is not None:
            again = self._day() or today + _ASK_AGAIN
            self._keep(lambda s: s.endings.ask_later(key, again))

    def _enough(self) -> None:
        key = self._key
        if key is not None:
            self._keep(lambda s: s.endings.ask_later(key, None))

    def _keep(self, work: Callable[[Services], Any]) -> None:
        self.kept.emit(work)


def _facts(ending: WishEnding) -> list[tuple[str, bool | None]]:
    reported = ending.kind is Ending.REPORTED
    message = mark("Reported to {whom} on {day}") if reported else mark("Passed on to {whom} on {day}")
    given = translate(message, whom=ending.whom, day=dates.day_and_month(ending.begun_on))
    number = translate("The number is {number}.", number=ending.number) if ending.number else ""
    answer = ""
    if ending.answered_on is not None:
        day = dates.day_and_month(ending.answered_on)
        answer = translate("Answered on {day}: {answer}", day=day, answer=ending.answer)
    again = ""
    if ending.ask_again_on is not None:
        again = translate("Ask again on {day}", day=dates.day_and_date(ending.ask_again_on))
    return [
        (given, True),
        (number, None),
        (answer or translate("Waiting for an answer"), bool(answer)),
        (again, False),
    ]
