"""Who asked to be called when they stay away, and is missed: whom to call, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QBoxLayout, QDateEdit, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import MissedResult
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, Form
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.missed.records import Missed
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_KINDS: Final = frozenset({"call_if_missed", "missed_contact", "visit", "visitor", "closure"})
_HOLIDAY: Final = timedelta(days=7)  # what stands in the field before somebody says how long
_ENOUGH: Final = 30  # lines of type: so wide must a card be to show its buttons beside each other


def _read(services: Services) -> tuple[date, Sequence[Missed]]:
    return services.room.today(), services.missed.missed()


class MissedRow(Form):
    """One regular who is missed; `concern_asked` gives the name when a host is worried about them."""

    form: ClassVar[str] = "desk/missed_row"
    who: QLabel
    hint: QLabel
    call: QLabel
    also: QLabel
    last: QLabel
    tried: QLabel
    answers: QBoxLayout
    spoken: QPushButton
    unreached: QPushButton
    worried: QPushButton
    holiday: QBoxLayout
    until: QDateEdit
    gone: QPushButton
    told: Sentence

    concern_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], today: date, missed: Missed) -> None:
        super().__init__()
        self._tasks = tasks
        self._missed = missed
        show_day(self.until, today + _HOLIDAY)
        self.spoken.clicked.connect(lambda _=False: self._answer(MissedResult.COMES_AGAIN))
        self.unreached.clicked.connect(lambda _=False: self._answer(MissedResult.NOT_REACHED))
        self.worried.clicked.connect(lambda _=False: self._answer(MissedResult.CONCERN))
        self.gone.clicked.connect(self._away)
        self.say()

    def put(self, missed: Missed) -> None:
        """Show what is known of this regular now."""
        self._missed = missed
        self.say()

    def say(self) -> None:
        missed, tried = self._missed, self._missed.tried
        self.who.setText(translate("We miss {name}", name=missed.name))
        self.setAccessibleName(self.who.text())
        self.hint.setText(missed.hint)
        self.hint.setVisible(bool(missed.hint))
        self.call.setText(translate("Call {phone}", phone=missed.phone))
        self.also.setText(translate("Or call {whom}", whom=missed.also_call))
        self.also.setVisible(bool(missed.also_call))
        self.last.setVisible(missed.last_seen is not None)
        if missed.last_seen is not None:
            self.last.setText(translate("Last here on {day}.", day=dates.day_and_date(missed.last_seen)))
        self.tried.setVisible(tried is not None)
        if tried is not None:
            day = dates.day_and_date(tried.on)
            unreached = tried.result is MissedResult.NOT_REACHED
            # That somebody is worried is for the coordinator, so a host only reads that the question was asked.
            words = mark("Called on {day}, not reached.") if unreached else mark("Asked after on {day}.")
            self.tried.setText(translate(words, day=day))
        self.until.setLocale(QLocale(language()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.answers, self.holiday)

    def _answer(self, result: MissedResult) -> None:
        key, name = self._missed.visitor, self._missed.name

        def done(_: Change) -> None:
            self.told.clear()
            if result is MissedResult.CONCERN:
                self.concern_asked.emit(name)

        self._write(lambda services: services.missed.contacted(key, result), done)

    def _away(self) -> None:
        key, until = self._missed.visitor, as_date(self.until)
        self._write(lambda services: services.missed.away(key, until), lambda _: self.told.clear())

    def _write(self, work: Callable[[Services], Change], then: Callable[[Change], None]) -> None:
        trouble = while_there(self, self.told.trouble, self._tasks.troubled.emit)
        self._tasks.write(work, while_there(self, then), trouble)


class MissedDialog(DialogForm):
    """Lists who is missed; `concern_asked` gives the name of whom a host is worried about."""

    form: ClassVar[str] = "desk/missed"
    about: QLabel
    hidden: QLabel
    none: QLabel
    area: QScrollArea
    rows: QVBoxLayout
    told: Sentence
    back: QPushButton

    concern_asked = Signal(str)

    def __init__(self, tasks: Tasks[Any], parent: QWidget, *, names_hidden: bool = False) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.shown: dict[UUID, MissedRow] = {}
        self._empty = False
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look)
        self.hide_names(names_hidden)
        self.refresh()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(66 * em, room.width()), min(46 * em, round(0.95 * room.height())))

    def hide_names(self, hidden: bool) -> None:
        """Show nobody, or everybody again."""
        self.hidden.setVisible(hidden)
        self.area.setHidden(hidden)
        self.none.setVisible(self._empty and not hidden)

    def refresh(self) -> None:
        """Read who is missed now."""
        self._tasks.read(_read, while_there(self, self._show), while_there(self, self.told.trouble))

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS:
            self.refresh()

    def _show(self, found: tuple[date, Sequence[Missed]]) -> None:
        today, everybody = found
        now = {missed.visitor: missed for missed in everybody}
        gone = [row for key, row in self.shown.items() if key not in now]
        self.shown = {key: row for key, row in self.shown.items() if key in now}
        # Who was pressed in a row that goes stays in this dialog with the keyboard.
        if any(row.isAncestorOf(self.focusWidget() or self) for row in gone):
            self.back.setFocus()
        discard(self.rows, list[QWidget](gone))
        for place, (key, missed) in enumerate(now.items()):
            if key in self.shown:
                self.shown[key].put(missed)
                continue
            row = self.shown[key] = MissedRow(self._tasks, today, missed)
            row.concern_asked.connect(self.concern_asked)
            self.rows.insertWidget(place, row)
        self._empty = not now
        self.hide_names(self.area.isHidden())
