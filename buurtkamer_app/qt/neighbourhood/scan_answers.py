"""The papers of a year: the list of those that were keyed in, and the form in the order of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QTableView, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked, Numbered, Seen
from buurtkamer_app.neighbourhood.scan.said import ROLES
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.neighbourhood.scan_digits import DigitRow
from buurtkamer_app.qt.neighbourhood.scan_question import ScanQuestion
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks

_ROWS: Final = 16  # lines of type that the list is high at least


class ScanAnswers(Form):
    """Shows what the panel read; `number` is that of the paper that is being corrected, None: a new one."""

    form: ClassVar[str] = "neighbourhood/scan_answers"
    columns: QBoxLayout
    those: QFrame
    one: QFrame
    none: QLabel
    rows: QTableView
    remove: QPushButton
    printing: QVBoxLayout
    title: QLabel
    role: QBoxLayout
    questions: QVBoxLayout
    answer: Sentence
    foot: QBoxLayout
    keep: QPushButton
    fresh: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.seen: Seen | None = None
        self.number: int | None = None
        self.model: RecordsModel[Numbered] = RecordsModel(
            [
                Column(mark("No."), lambda one: str(one.number), figures=True),
                Column(mark("From whom"), lambda one: translate(ROLES[one.answer.respondent])),
                Column(mark("Scores"), _scores),
            ],
            self,
        )
        show_in(self.rows, self.model)
        share_width(self.rows, {1})
        self.roles = DigitRow(tuple(Respondent))
        self.role.addWidget(self.roles)
        self.role.addStretch(1)
        self.fields = {about: ScanQuestion(place, about) for place, about in enumerate(Characteristic, 1)}
        for part in self.fields.values():
            self.questions.addWidget(part)
        stops = [self.roles, *(part.scores for part in self.fields.values())]
        for stop, after in zip(stops, [*(row.take_focus for row in stops[1:]), self.keep.setFocus], strict=True):
            stop.typed.connect(after)
        self.sheet = SheetButton(tasks, "scan_form", mark("Print the form to fill in"))
        self.printing.addWidget(self.sheet)
        self.rows.selectionModel().selectionChanged.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        self.keep.clicked.connect(self._keep)
        self.fresh.clicked.connect(self._start_fresh)
        self.say()

    def put(self, seen: Seen) -> None:
        """Show the papers of a year; what is typed stays typed, unless it is of another year."""
        other = self.seen is not None and self.seen.year != seen.year
        self.seen = seen
        gone = self.number is not None and self.number not in {one.number for one in seen.answers}
        choosing = self.rows.selectionModel()
        choosing.blockSignals(True)
        self.model.put(seen.answers)
        for row, one in enumerate(seen.answers):
            if one.number == self.number and not other:
                self.rows.selectRow(row)
        choosing.blockSignals(False)
        self.rows.setVisible(bool(seen.answers))
        self.none.setHidden(bool(seen.answers))
        self.rows.viewport().update()
        if gone or other:
            self._start_fresh()
        self.say()

    def say(self) -> None:
        self.model.say()
        self.roles.say(
            [f"{place} {translate(words)}" for place, words in enumerate(ROLES.values(), 1)], translate("I am a:")
        )
        new = self.number is None
        self.title.setText(
            translate("Key in a paper") if new else translate("Correct paper {number}", number=self.number)
        )
        self.keep.setText(translate("Write down") if new else translate("Keep the change"))
        self.fresh.setHidden(new)
        self.remove.setEnabled(not new)
        self.rows.setAccessibleName(translate("The papers"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.roles.box)
        self.rows.setMinimumHeight(_ROWS * self.rows.fontMetrics().height())

    def _choose(self) -> None:
        picked = self.rows.selectionModel().selectedRows()
        if picked:
            chosen = self.model.record(picked[0])
            self.number = chosen.number
            self.answer.clear()
            self._fill(chosen.answer)
            self.say()

    def _fill(self, given: Answer | None) -> None:
        self.roles.put(given.respondent if given else None)
        for about, part in self.fields.items():
            part.put(given.mark(about) if given else Marked())

    def _start_fresh(self) -> None:
        self.number = None
        self.rows.clearSelection()
        self.answer.clear()
        self._fill(None)
        self.say()
        if self.isVisible() and self.fresh.isEnabled() and self.window().focusWidget() is self.fresh:
            self.roles.take_focus()

    def _keep(self) -> None:
        from buurtkamer_app.base.errors import RefusedError

        self.answer.clear()
        role, number, year = self.roles.value(), self.number, self.seen.year if self.seen else None
        if role is None:
            self.answer.trouble(RefusedError("Say first from where this paper comes."))
            self.roles.take_focus()
            return
        given = Answer(role, {about: part.value() for about, part in self.fields.items()})
        if year is not None:
            self._tasks.write(lambda s: s.scans.answer(year, given, number), self._kept, self._trouble)

    def _kept(self, done: Outcome[int]) -> None:
        """Begin with the next paper; a corrected one stays in sight."""
        number = done.value
        if self.number is None:
            self._fill(None)
            self.roles.take_focus()
            self.answer.tell(lambda: translate("This is paper {number}. Write that on it.", number=number))
        else:
            self.answer.tell(lambda: translate("This is written down."))

    def _trouble(self, error: BuurtkamerError) -> None:
        self.answer.trouble(error)
        next(iter(self.fields.values())).scores.take_focus()

    def _remove(self) -> None:
        if self.number is not None and self.seen is not None:
            year, number = self.seen.year, self.number
            self._tasks.write(lambda s: s.scans.take_away(year, number), lambda _: None, self.answer.trouble)


def _scores(one: Numbered) -> str:
    scores = [one.answer.mark(about).score for about in Characteristic]
    return "  ".join("\u2013" if score is None else str(score) for score in scores)
