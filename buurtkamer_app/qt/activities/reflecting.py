"""A short look back at one date: what went well, who came, does it go on, do residents go on by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import GoesOn
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.activities.reflections.records import NewReflection, Reflection
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_LINES: Final = 3
_QUARTER: Final = timedelta(days=92)
# In heights of a line of type.
_WIDE: Final = 38
_HIGH: Final = 30
_ENOUGH: Final = 30


class ReflectingDialog(DialogForm):
    """Writes a look back or changes it; of what stops it offers to end the dates to come.

    What was typed is kept as a draft until it is written.
    """

    form: ClassVar[str] = "activities/reflecting"
    heading: QLabel
    took_part: QLabel
    went_well: QPlainTextEdit
    who_came: QPlainTextEdit
    goes_on_line: QBoxLayout
    yes: QRadioButton
    no: QRadioButton
    unsure: QRadioButton
    by_residents: QCheckBox
    by_residents_about: QLabel
    told: Sentence
    keep: QPushButton
    end: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], series: Series, on: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._series, self._on = tasks, series, on
        self._behind = parent
        self._headcount: int | None = None
        self._next: date | None = None
        self._answers = {GoesOn.YES: self.yes, GoesOn.NO: self.no, GoesOn.UNSURE: self.unsure}
        self.unsure.setChecked(True)
        name = f"{series.id.hex}/{on}"
        self.drafts = (
            Draft(self.went_well, tasks, f"went_well/{name}"),
            Draft(self.who_came, tasks, f"who_came/{name}"),
        )
        self.end.hide()
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.end.clicked.connect(self._end)
        self.finished.connect(self.deleteLater)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.keep.click)
        self.say()
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 40))
        self._read()

    def say(self) -> None:
        self.heading.setText(f"{dates.day_and_date(self._on)} · {self._series.name}")
        self.keep.setText(f"{translate('Keep the look back')}  Ctrl+Enter")
        counted = translate("{persons} took part", persons=self._headcount) if self._headcount is not None else ""
        self.took_part.setText(counted or translate("How many took part was not counted yet."))

    def keep_drafts(self) -> None:
        """Keep what is being typed now."""
        for draft in self.drafts:
            draft.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for field in (self.went_well, self.who_came):
            keep_lines(field, _LINES)
        fold_within(self, _ENOUGH, self.goes_on_line)

    def said(self) -> NewReflection:
        """Give what stands in the fields now."""
        from buurtkamer_app.activities.reflections.records import NewReflection

        goes_on = next(answer for answer, button in self._answers.items() if button.isChecked())
        return NewReflection(
            self.went_well.toPlainText(), self.who_came.toPlainText(), goes_on, self.by_residents.isChecked()
        )

    def _read(self) -> None:
        series, on = self._series.id, self._on
        self._tasks.read(
            lambda services: _read(services, series, on),
            while_there(self, self._show),
            while_there(self, self.told.trouble),
        )

    def _show(self, found: tuple[Reflection | None, int | None, date | None]) -> None:
        before, self._headcount, self._next = found
        self.say()
        if before is not None:
            self._put(before.said)
        else:
            for draft in self.drafts:
                draft.bring_back()
        self.went_well.setFocus()

    def _put(self, said: NewReflection) -> None:
        for field, text in ((self.went_well, said.went_well), (self.who_came, said.who_came)):
            if not field.toPlainText():
                field.setPlainText(text)
        self._answers[said.goes_on].setChecked(True)
        self.by_residents.setChecked(bool(said.by_residents))

    def _keep(self) -> None:
        series, on, said = self._series.id, self._on, self.said()
        self.keep.setEnabled(False)
        self._tasks.write(
            lambda services: services.reflections.write(series, on, said),
            while_there(self, self._kept),
            while_there(self, self._refused, self._tasks.troubled.emit),
        )

    def _refused(self, error: Any) -> None:
        self.keep.setEnabled(True)
        self.told.trouble(error)

    def _kept(self, _: Change) -> None:
        self._forget_drafts()
        if not self.no.isChecked() or self._next is None:
            self.accept()
            return
        # It stops: somebody may want to take it off the programme at once.
        self.keep.setEnabled(True)
        self.told.tell(lambda: translate("This is written down. You can end the activity now."))
        self.end.show()
        self.end.setFocus()

    def _forget_drafts(self) -> None:
        for draft in self.drafts:
            draft.forget()

    def _end(self) -> None:
        from buurtkamer_app.activities.changing.records import Reach
        from buurtkamer_app.qt.activities.change import ChangeDialog

        if self._next is not None:
            ChangeDialog(self._tasks, self._series, self._next, self._behind, reach=Reach.FROM_HERE).open()
        self.accept()


def _read(services: Services, series: UUID, on: date) -> tuple[Reflection | None, int | None, date | None]:
    """Read what was written, how many took part, and when it is on again (None: not within a quarter of a year)."""
    coming = services.activities.occurrences(on + timedelta(days=1), on + _QUARTER)
    again = next((entry.on for entry in coming if entry.series.id == series and entry.goes_on), None)
    return services.reflections.of(series, on), services.activities.occurrence(series, on).headcount, again
