"""What is done about a low score: what is proposed, the actions with who and when, and one of them in fields."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Characteristic
from buurtkamer_app.neighbourhood.scan.records import Planned, Seen
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, tenths
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.neighbourhood.scan_action import ScanActionLine
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks

_TIME: Final = timedelta(weeks=8)
_ALL: Final = tuple(Characteristic)


class ScanActions(Form):
    """Shows what the panel read; there is one action for each characteristic of a year."""

    form: ClassVar[str] = "neighbourhood/scan_actions"
    proposed: QLabel
    lines: QVBoxLayout
    planning: QFrame
    first: QBoxLayout
    second: QBoxLayout
    about: QComboBox
    what: QLineEdit
    who: QLineEdit
    day: QDateEdit
    plan: QPushButton
    action_answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.seen: Seen | None = None
        self.rows: list[ScanActionLine] = []
        self.first.setStretch(1, 1)
        self.second.setStretch(0, 1)
        self.about.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.about.addItems([""] * len(_ALL))
        self.about.activated.connect(lambda _: self._show_plan())
        self.plan.clicked.connect(self._plan)

    def put(self, seen: Seen) -> None:
        """Show the actions of a year; what is being typed stays, unless it is of another year."""
        other = self.seen is None or self.seen.year != seen.year or not self.seen.answers
        self.seen = seen
        discard(self.lines, list[QWidget](self.rows))
        self.rows = [ScanActionLine(action, seen.today) for action in seen.actions]
        for row in self.rows:
            self.lines.addWidget(row)
            row.done.clicked.connect(partial(self._do, lambda s, key: s.scans.done(key), row.action.id))
            row.again.clicked.connect(partial(self._do, lambda s, key: s.scans.done(key, done=False), row.action.id))
            row.drop.clicked.connect(partial(self._do, lambda s, key: s.scans.drop(key), row.action.id))
        self.planning.setVisible(bool(seen.answers))
        if other or not self._typed():
            self._propose()
        self.say()

    def say(self) -> None:
        """Say what asks for an action, and what one can choose."""
        seen = self.seen
        if seen is None:
            return
        for place, about in enumerate(_ALL):
            average = tenths(seen.now.of(about).tenths)
            name = translate(CHARACTERISTICS[about].name)
            self.about.setItemText(place, translate("{name} (average {average})", name=name, average=average))
        names = ", ".join(translate(CHARACTERISTICS[about].name) for about in seen.low)
        told = translate("Low, or lower than before: {names}. What will you do?", names=names)
        if not seen.answers:
            told = translate("Key in the papers first. Then it shows what asks for an action.")
        elif not seen.low:
            told = translate("Nothing asks for a new action now.")
        self.proposed.setText(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.first, self.second)

    def _propose(self) -> None:
        """Begin with the first that asks for an action."""
        if self.seen is not None:
            self.about.setCurrentIndex(_ALL.index(self.seen.low[0]) if self.seen.low else self.about.currentIndex())
            self._show_plan()

    def _show_plan(self) -> None:
        """Show what was planned about what is chosen, to change it; else empty fields."""
        seen = self.seen
        if seen is None:
            return
        about = _ALL[self.about.currentIndex()]
        mine = [action for action in seen.actions if action.year == seen.year and action.about is about]
        planned = mine[0].planned if mine else None
        self.what.setText(planned.what if planned else "")
        self.who.setText(planned.who if planned else "")
        show_day(self.day, planned.by_date if planned else seen.today + _TIME)

    def _typed(self) -> bool:
        return bool(self.what.isModified() or self.who.isModified())

    def _plan(self) -> None:
        if self.seen is None:
            return
        year, about = self.seen.year, _ALL[self.about.currentIndex()]
        planned = Planned(self.what.text(), self.who.text(), as_date(self.day))
        self.action_answer.clear()
        self._tasks.write(lambda s: s.scans.plan(year, about, planned), self._planned, self.action_answer.trouble)

    def _planned(self, _: Outcome[Any]) -> None:
        for field in (self.what, self.who):
            field.setModified(False)
        self.action_answer.tell(lambda: translate("This is written down."))

    def _do(self, work: Callable[[Any, Any], Any], key: Any, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        self.action_answer.clear()
        self._tasks.write(lambda services: work(services, key), lambda _: None, self.action_answer.trouble)
