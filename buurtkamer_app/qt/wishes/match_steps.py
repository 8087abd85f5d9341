"""Two residents brought together: what was done, and the one next step with its fields."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.wishes.step_line import lines
from buurtkamer_app.wishes.endings.records import Goes, Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.wishes.ending_now import EndingNow
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import Match


class MatchSteps(Form):
    """Shows where a match stands; `kept` gives the work of the step that somebody took."""

    form: ClassVar[str] = "wishes/match_steps"
    steps: QVBoxLayout
    numbers: QLabel
    helper_part: QFrame
    phone: QLineEdit
    yes: QPushButton
    meet_part: QFrame
    meeting: QBoxLayout
    on: QDateEdit
    at: QTimeEdit
    meet: QPushButton
    how_part: QFrame
    how: QPlainTextEdit
    answers: QBoxLayout
    well: QPushButton
    later: QPushButton
    stopped: QPushButton

    kept = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: EndingNow | None = None
        self._key: UUID | None = None
        self._lines: list[QWidget] = []
        self.at.setTime(QTime(10, 30))
        self.yes.clicked.connect(self._said_yes)
        self.meet.clicked.connect(self._meet)
        for button, goes in ((self.well, Goes.WELL), (self.later, Goes.ASK_AGAIN), (self.stopped, Goes.STOPPED)):
            button.clicked.connect(lambda _=False, goes=goes: self._how(goes))

    @property
    def match(self) -> Match | None:
        """Give the match that is shown."""
        return self._now.ending.match if self._now is not None and self._now.ending is not None else None

    def put(self, now: EndingNow) -> None:
        """Show where it stands; what is typed stays."""
        if self._now is None:
            show_day(self.on, now.today + timedelta(days=1))
        self._now, self._key = now, now.wish.id
        self.say()

    def say(self) -> None:
        match = self.match
        discard(self.steps, self._lines)
        self.on.setLocale(QLocale(language()))
        if match is None or self._now is None:
            return
        self._lines = lines(_steps(match))
        for line in self._lines:
            self.steps.addWidget(line)
        step, met = match.step, match.meets_on is not None and match.meets_on <= self._now.today
        self.numbers.setVisible(match.agreed and bool(match.asker_phone or match.helper_phone))
        said = ((match.asker or translate("who asked"), match.asker_phone), (match.helper, match.helper_phone))
        self.numbers.setText(" · ".join(f"{name}: {phone}" for name, phone in said if phone))
        self.yes.setVisible(step in {Step.ASK_ASKER, Step.ASK_HELPER})
        self.helper_part.setVisible(step is Step.ASK_HELPER)
        asker = match.asker or translate("Who asked")
        self.yes.setText(translate("{name} said yes", name=asker if step is Step.ASK_ASKER else match.helper))
        self.meet_part.setVisible(step is Step.MEET or (step is Step.ASK_HOW and not met))
        self.how_part.setVisible(step is Step.ASK_HOW and met)
        self._first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_lines(self.how, 2)

    def _first(self) -> None:
        """Put the keyboard where the next step is."""
        for part in (self.yes, self.meet, self.how):
            if part.isVisibleTo(self):
                part.setFocus()
                return

    def _said_yes(self) -> None:
        match, key, phone = self.match, self._key, self.phone.text()
        if match is None or key is None:
            return
        if match.step is Step.ASK_ASKER:
            self._keep(lambda s: s.endings.matches.asker_said_yes(key))
        else:
            self._keep(lambda s: s.endings.matches.helper_said_yes(key, phone))

    def _meet(self) -> None:
        key, on, at = self._key, as_date(self.on), time(self.at.time().hour(), self.at.time().minute())
        if key is not None:
            self._keep(lambda s: s.endings.matches.meet(key, on, at))

    def _how(self, goes: Goes) -> None:
        key, how = self._key, self.how.toPlainText()
        if key is not None:
            self._keep(lambda s: s.endings.matches.asked(key, how, goes))

    def _keep(self, work: Callable[[Services], Any]) -> None:
        self.kept.emit(work)


def _steps(match: Match) -> list[tuple[str, bool | None]]:
    asker = match.asker or translate("Who asked")
    meets = ""
    if match.meets_on is not None and match.meets_at is not None:
        day, at = dates.day_and_date(match.meets_on), dates.clock(match.meets_at)
        meets = translate("First meeting in the room: {day}, {time}", day=day, time=at)
    asked = ""
    if match.asked_on is not None:
        asked = translate("Asked how it goes on {day}.", day=dates.day_and_month(match.asked_on))
    return [
        (translate("{name} said yes", name=asker), match.asker_said_yes),
        (translate("{name} said yes", name=match.helper), match.helper_said_yes),
        (meets or translate("First meeting in the room"), match.meets_on is not None),
        (translate("After two weeks: how does it go?"), match.asked_on is not None),
        (f"{asked} {match.how_it_goes}".strip(), None),
        (translate("{name} may visit at home.", name=match.helper) if match.home_visits else "", None),
    ]
