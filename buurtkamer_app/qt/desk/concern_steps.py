"""A concern in three steps: what was seen, who looks at it, when it is looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from buurtkamer_app.base.errors import BuurtkamerError, RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.desk.concerns import rules
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.careful import REFUSES
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.wishes.rules import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

STEPS: Final = 3
_LINES: Final = 5
# Days until it is looked at again, and how that is said; a week is usual.
_REVIEWS: Final = (
    (1, mark("Tomorrow: {day}")),
    (rules.USUAL_REVIEW.days, mark("In a week: {day}")),
    (14, mark("In two weeks: {day}")),
    (28, mark("In four weeks: {day}")),
)
_USUAL: Final = 1


def _number(what: str, number: str) -> QFrame:
    """Make a line that says what a number is for; the number stands large."""
    row = QFrame()
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 0, 0)
    words, large = QLabel(what), QLabel(number or translate("See “Whom do I call?”"))
    words.setWordWrap(True)
    large.setProperty("kind", "title" if number else "strong")
    beside.addWidget(words, 1)
    beside.addWidget(large)
    return row


class ConcernSteps(Form):
    """Holds what is typed and chosen of a concern; `moved` says that whether one may go on has changed."""

    form: ClassVar[str] = "desk/concern_steps"
    step: QLabel
    facts_page: QFrame
    contact_page: QFrame
    review_page: QFrame
    hidden: QLabel
    text: QPlainTextEdit
    trouble: Sentence
    urgent: QCheckBox
    call_first: QFrame
    numbers: QVBoxLayout
    called: QCheckBox
    recipient: QComboBox
    review: QComboBox

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at = 0
        self._today: date | None = None
        self._country = "NL"
        self._coordinators: Sequence[tuple[UUID, str]] = ()
        self._said: list[QWidget] = []
        for days, _ in _REVIEWS:
            self.review.addItem("", days)
        self.review.setCurrentIndex(_USUAL)
        self.text.setProperty(REFUSES, True)
        self.text.textChanged.connect(self._warn)
        self.urgent.toggled.connect(self._show_numbers)
        self.called.toggled.connect(self.moved)
        self.hide_names(False)
        self.show_step(0)

    def know(self, today: date, country: str, coordinators: Sequence[tuple[UUID, str]]) -> None:
        """Take in what day it is, in which country, and who the coordinators are; the first of them is proposed."""
        self._today, self._country, self._coordinators = today, country, coordinators
        self.recipient.clear()
        self.recipient.addItems([name for _, name in coordinators] or [translate("The coordinator")])
        self.say()

    def show_step(self, step: int) -> None:
        """Show one of the three steps, counted from 0, and put the keyboard in its field."""
        self.at = step
        pages = (self.facts_page, self.contact_page, self.review_page)
        for number, page in enumerate(pages):
            page.setVisible(number == step)
        (self.text, self.recipient, self.review)[step].setFocus()
        self.say()
        self.moved.emit()

    def may_go_on(self) -> bool:
        """Tell whether the next step is open: what is urgent is called first."""
        return not self.urgent.isChecked() or self.called.isChecked()

    def check(self) -> bool:
        """Tell whether the facts can be kept; if not, say beside them why."""
        try:
            rules.kept_observation(self.text.toPlainText())
        except RefusedError as error:
            self.refuse(error)
            return False
        self.trouble.clear()
        return True

    def refuse(self, error: BuurtkamerError) -> None:
        """Say what is wrong with the facts."""
        self.trouble.trouble(error)

    def who(self) -> UUID | None:
        """Give the coordinator who looks at it, None when none is on record."""
        chosen = self.recipient.currentIndex()
        return self._coordinators[chosen][0] if 0 <= chosen < len(self._coordinators) else None

    def review_on(self) -> date | None:
        """Give the day on which it is looked at again."""
        return self._today + timedelta(days=self.review.currentData()) if self._today else None

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of what is typed."""
        self.hidden.setVisible(hidden)
        self.text.setHidden(hidden)

    def say(self) -> None:
        self.step.setText(translate("Step {step} of {steps}", step=self.at + 1, steps=STEPS))
        self.hidden.setText(translate("What you wrote is hidden. Press F8 to see it."))
        if self._today is not None:
            for row, (days, message) in enumerate(_REVIEWS):
                day = dates.day_and_date(self._today + timedelta(days=days))
                self.review.setItemText(row, translate(message, day=day))
        self._show_numbers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        self.text.setFixedHeight((_LINES + 1) * self.text.fontMetrics().lineSpacing())

    def _warn(self) -> None:
        """Say at once when what is typed may never be written down."""
        typed = self.text.toPlainText()
        if len(typed) <= LONGEST_TEXT and rules.holds_citizen_number(typed):
            self.check()
        else:
            self.trouble.clear()

    def _show_numbers(self) -> None:
        """Show whom to call now, large; until then nothing is kept."""
        discard(self.numbers, self._said)
        for entry in rules.urgent_numbers(self._country) if self.urgent.isChecked() else ():
            row = _number(translate(entry.what), entry.number)
            self.numbers.addWidget(row)
            self._said.append(row)
        self.call_first.setVisible(self.urgent.isChecked())
        self.moved.emit()
