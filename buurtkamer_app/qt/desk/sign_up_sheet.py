"""Keying a sign-up sheet back: who wrote a name on it, line by line as they stand on the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.desk.folding import BUTTONS, fold
from buurtkamer_app.qt.desk.sign_up_rows import SignUpRows
from buurtkamer_app.qt.desk.typed_dialog import TypedDialog
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desk.sheets.records import KeyedLines, SignUpSheet
    from buurtkamer_app.qt.tasks import Tasks

_WIDE: Final = 56  # times the size of type


class SignUpSheetDialog(TypedDialog):
    """Keeps lines of one sheet, in one step; a line that was entered before is shown, locked, and never counted again.

    What is typed is kept as a draft of this sheet.
    """

    form: ClassVar[str] = "desk/sign_up_sheet"
    area: QScrollArea
    inside: QWidget
    heading: QLabel
    what: QLabel
    trouble: Sentence
    rows: QGridLayout
    together: QLabel
    told: Sentence
    foot: QBoxLayout
    keep: QPushButton
    shut: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget, number: str, *, names_hidden: bool = False) -> None:
        super().__init__(tasks, parent, f"sign_up_sheet {number}")
        self._number, self._hidden = number, names_hidden
        self._sheet: SignUpSheet | None = None
        self.lines = SignUpRows(self.rows, self.inside, self.typed)
        self.lines.edited.connect(self._sum)
        self.lines.ended.connect(self.keep.setFocus)
        self.keep.clicked.connect(self._keep)
        self.shut.clicked.connect(self.reject)
        self.press_by_keys(self.keep)
        self.keep.setEnabled(False)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(_WIDE * em, room.width()), round(0.95 * room.height()))
        self._seek()

    def say(self) -> None:
        self.keep.setText(f"{translate('Keep this sheet')}  Ctrl+Enter")
        self.lines.say()
        title = translate("Sign-up sheet {number}", number=self._number)
        self.setWindowTitle(title)
        self.heading.setText(title)
        if self._sheet is not None:
            of = self._sheet.occurrence
            self.what.setText(f"{of.series.name} · {dates.day_and_date(of.on)}")
        self._sum()

    def hide_names(self, hidden: bool) -> None:
        """Show the lines that were entered with names or without."""
        self._hidden = hidden
        if self._sheet is not None:
            self.lines.put(self._sheet.entered, hidden=hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.foot, BUTTONS)

    def _seek(self) -> None:
        number = self._number
        self._asked = self._tasks.read(
            lambda services: services.sign_up_sheets.sheet(number), self._show, self.trouble.trouble
        )

    def _show(self, sheet: SignUpSheet) -> None:
        first, self._sheet = self._sheet is None, sheet
        if first:
            self.lines.make(sheet, self.keep)
        self.lines.put(sheet.entered, hidden=self._hidden)
        self.keep.setEnabled(True)
        self.say()
        if first and not self._hidden:
            self.typed.bring_back(self._sum)
        if not self.lines.start():
            self.shut.setFocus()

    def _sum(self) -> None:
        """Say how many are typed, and how many places there are for them."""
        if self._sheet is None:
            return
        persons, left = self.lines.persons(), self._sheet.occurrence.places_left
        words = translate("To be entered: {persons} people.", persons=persons)
        if left is not None:
            words += " " + translate("Places left: {left}.", left=left)
        if left is not None and persons > left:
            words += " " + translate("Who does not fit goes on the waiting list.")
        self.together.setText(words)

    def _keep(self) -> None:
        self.told.clear()
        lines = self.lines.lines()
        if lines is None:
            return
        self.keep.setEnabled(False)
        number = self._number
        self._tasks.write(lambda services: services.sign_up_sheets.enter(number, lines), self._kept, self._refused)

    def _kept(self, outcome: Outcome[KeyedLines]) -> None:
        if self._gone:
            return
        self.told.tell(lambda: _said(outcome.value))
        self.typed.forget()
        self._seek()

    def _refused(self, error: BuurtkamerError) -> None:
        if self._gone:
            return
        self.keep.setEnabled(True)
        row = self.lines.at(error.values.get("line"))
        if row is not None and row.entered is None:
            row.refuse(error)
        else:
            self.told.trouble(error)


def _said(kept: KeyedLines) -> str:
    """Say what was kept, who is on the waiting list, and each line that stood there before."""
    done = translate("Sheet {number} is kept.", number=kept.number)
    said = [done if kept.new else translate("Nothing was changed.")]
    said += [
        translate("Line {line}: on the waiting list, it is full.", line=one.line) for one in kept.new if one.waiting
    ]
    said += [translate("Line {line} was entered before.", line=one.line) for one in kept.known]
    return " ".join(said)
