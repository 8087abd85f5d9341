"""Closing the room: which days, what they touch, and what becomes of each of it, before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, as_time, show_day
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.paced import Paced
from buurtkamer_app.qt.planner import close_words
from buurtkamer_app.qt.planner.touched import Touched
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.room.records import NewClosure

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.planner.closing.records import Closed, Preview
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_WHOLE: Final = mark("The whole day")
_PARTS: Final = (
    (mark("The morning"), QTime(8, 0), QTime(13, 0)),
    (mark("The afternoon"), QTime(13, 0), QTime(17, 30)),
    (mark("The evening"), QTime(17, 0), QTime(23, 0)),
    (mark("From … until …"), None, None),
)
# In heights of a line of type: how large the dialog wants to be, and from which width on fields stand in a row.
_WIDE: Final = 52
_HIGH: Final = 40
_ENOUGH: Final = 36


class CloseDialog(DialogForm):
    """Shows at once what the chosen days touch; `closed` gives what was done, and whether a notice is wanted."""

    form: ClassVar[str] = "planner/close"
    days: QBoxLayout
    times: QBoxLayout
    first: QDateEdit
    last: QDateEdit
    what: QComboBox
    part: QComboBox
    starts_label: QLabel
    starts: QTimeEdit
    ends_label: QLabel
    ends: QTimeEdit
    reason: QLineEdit
    answer: Sentence
    summary: QLabel
    explained: QLabel
    move_all: QPushButton
    rows: QVBoxLayout
    notice: QCheckBox
    back: QPushButton
    close_now: QPushButton

    closed = Signal(object, bool)

    def __init__(
        self,
        tasks: Tasks[Any],
        parent: QWidget,
        spaces: tuple[str, ...],
        begin: NewClosure,
        names_hidden: bool = False,  # noqa: FBT002 - as every dialog of this page is called
    ) -> None:
        super().__init__(parent)
        self._tasks, self._spaces = tasks, spaces
        self._seen: Preview | None = None
        self._asked: Asked | None = None
        self._over = False
        self.touched = Touched(self.rows, self, names_hidden=names_hidden)
        self._paced = Paced(self._read, self)
        self._fill(begin)
        self._connect()
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.say()
        self._read()

    def hide_names(self, hidden: bool) -> None:
        """Show how many hosts only, or who they are again."""
        self.touched.hide_names(hidden=hidden)

    def say(self) -> None:
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
        for place, words in enumerate((mark("The whole house"), *self._spaces)):
            self.what.setItemText(place, translate(words) if place == 0 else words)
        for place, words in enumerate((_WHOLE, *(part[0] for part in _PARTS))):
            self.part.setItemText(place, translate(words))
        if self._seen is not None:
            self.summary.setText(close_words.summary(self._seen))
            self.explained.setText(self.touched.explained())
            self.explained.setVisible(bool(self.explained.text()))
            self.move_all.setVisible(self.touched.movable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.days, self.times)

    def done(self, result: int) -> None:
        """Be gone: answers that still come have nobody to tell."""
        self._over = True
        if self._asked is not None:
            self._asked.cancel()
        super().done(result)
        self.deleteLater()

    def _fill(self, begin: NewClosure) -> None:
        for _ in (None, *self._spaces):
            self.what.addItem("")
        for _ in (None, *_PARTS):
            self.part.addItem("")
        show_day(self.first, begin.first)
        show_day(self.last, begin.last)
        self.reason.setText(begin.reason)
        self._choose_part(0)

    def _connect(self) -> None:
        self.first.dateChanged.connect(self._no_earlier)
        for changed in (self.last.dateChanged, self.what.currentIndexChanged):
            changed.connect(self._paced.ask)
        for field in (self.starts, self.ends):
            field.timeChanged.connect(self._paced.ask)
        self.part.activated.connect(self._choose_part)
        self.move_all.clicked.connect(self.touched.move_all)
        self.close_now.clicked.connect(self._close)
        self.back.clicked.connect(self.reject)

    def _choose_part(self, place: int) -> None:
        _, *moments = _PARTS[place - 1] if place else ("", None, None)
        for field, moment in zip((self.starts, self.ends), moments, strict=True):
            if isinstance(moment, QTime):
                field.setTime(moment)
        for part in (self.starts_label, self.starts, self.ends_label, self.ends):
            part.setVisible(place > 0)
        self._paced.ask()

    def _no_earlier(self, day: QDate) -> None:
        """Let the last day come along with the first, never the other way round: what was typed stays."""
        if self.last.date() < day:
            self.last.setDate(day)
        self._paced.ask()

    def _new(self) -> NewClosure:
        whole = self.part.currentIndex() == 0
        at = self.what.currentIndex()
        return NewClosure(
            as_date(self.first),
            as_date(self.last),
            self.reason.text(),
            None if whole else as_time(self.starts),
            None if whole else as_time(self.ends),
            self._spaces[at - 1] if at > 0 else "",
        )

    def _read(self) -> None:
        if self._over:
            return
        new = self._new()
        if self._asked is not None:
            self._asked.cancel()
        self.answer.clear()
        self._asked = self._tasks.read(lambda s: (s.closing.preview(new), s.room.today()), self._show, self._refused)

    def _show(self, found: tuple[Preview, date]) -> None:
        before, (self._seen, today) = self._seen, found
        if before != self._seen:
            # What is open or has the keyboard stays, as long as nothing else is touched.
            self.touched.put(self._seen, today)
        self.say()

    def _refused(self, error: BuurtkamerError) -> None:
        if self._over:
            self._tasks.troubled.emit(error)
            return
        self.answer.trouble(error)

    def _close(self) -> None:
        if self._seen is None:
            return
        plan = self.touched.plan(self._new())
        self.answer.clear()
        self._tasks.write(lambda services: services.closing.close(plan), self._closed, self._refused)

    def _closed(self, outcome: Outcome[Closed]) -> None:
        if not self._over:
            self.closed.emit(outcome.value, self.notice.isChecked())
            self.accept()
