"""What is kept of one person: looked for, ticked, given on paper or as data, put right, erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QLabel, QLineEdit, QMessageBox, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, dialogs
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import as_file, save, usual_folder
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.privacy.person.records import Found
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_MOST: Final = 60  # lines that are shown; who finds more types more of the name


class FoundLine(QFrame):
    """One line that was found, to be ticked when it is of this person."""

    def __init__(self, found: Found, changed: Callable[[], None]) -> None:
        super().__init__()
        self.found = found
        stack = QVBoxLayout(self)
        stack.setContentsMargins(14, 8, 14, 10)
        stack.setSpacing(4)
        day = f" · {dates.day_and_year(found.on)}" if found.on is not None else ""
        self.chosen = QCheckBox(f"{translate(found.title)}{day}")
        self.chosen.toggled.connect(lambda _: changed())
        stack.addWidget(self.chosen)
        shown = found.shown or translate("What stands in it is read under Concerns.")
        self.words = self._label(shown)
        stack.addWidget(self.words)
        if found.stands:
            self.why = self._label(translate(found.stands))
            self.why.setProperty("kind", "warning")
            stack.addWidget(self.why)
        self.chosen.setAccessibleName(f"{self.chosen.text()}: {shown}")
        self.setProperty("kind", "card")

    def _label(self, words: str) -> QLabel:
        made = QLabel(words)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        return made


class PersonPanel(Panel):
    """Looks for a name or a number everywhere; nothing is of this person until somebody says so."""

    form: ClassVar[str] = "privacy/person"
    typed: QLineEdit
    look: QPushButton
    told: Sentence
    lines: QVBoxLayout
    doing: QFrame
    every: QPushButton
    count: QLabel
    sheet: QPushButton
    data: QPushButton
    right: QPushButton
    fresh: QLineEdit
    fresh_label: QLabel
    keep: QPushButton
    erase: QPushButton
    answer: Sentence
    hidden: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.found: list[FoundLine] = []
        self.dialog: QFileDialog | None = None
        self.question: QMessageBox | None = None
        self._names = True
        self.look.clicked.connect(self._look_for)
        self.typed.returnPressed.connect(self._look_for)
        self.every.clicked.connect(lambda: _tick(self.found))
        self.sheet.clicked.connect(lambda: _give(self, "pdf"))
        self.data.clicked.connect(lambda: _give(self, "json"))
        self.right.clicked.connect(self._begin_right)
        self.keep.clicked.connect(self._put_right)
        self.fresh.returnPressed.connect(self._put_right)
        self.erase.clicked.connect(self._ask_erase)
        for part in (self.doing, self.hidden, self.fresh, self.fresh_label, self.keep):
            part.hide()
        self.say()

    @property
    def chosen(self) -> list[Found]:
        """Give the lines that were ticked."""
        return [line.found for line in self.found if line.chosen.isChecked()]

    def say(self) -> None:
        self.hidden.setText(translate("Names are hidden. Press F8 to see them."))
        self._count()

    def hide_names(self, hidden: bool) -> None:
        """Show nobody, or show again who was found."""
        self._names = not hidden
        self.hidden.setVisible(hidden)
        for line in self.found:
            line.setVisible(not hidden)
        self.typed.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.fresh.setEchoMode(self.typed.echoMode())
        self._count()

    def _look_for(self) -> None:
        typed = self.typed.text()
        self.answer.clear()
        words = translate("Everything is being searched…")
        self.tasks.read_long(words, lambda services, _: services.person_data.find(typed), self._show, self._refuse)

    def _show(self, found: Sequence[Found]) -> None:
        discard(self.lines, self.found)
        self.found += [FoundLine(one, self._count) for one in found[:_MOST]]
        for line in self.found:
            self.lines.addWidget(line)
            line.setVisible(self._names)
        many = len(found)
        if not found:
            self.told.tell(lambda: translate("Nothing was found. Try another spelling, or a number."))
        elif many > _MOST:
            self.told.tell(lambda: translate("{count} lines were found. Type more of the name.", count=many))
        else:
            self.told.tell(lambda: translate("Found: {count}. Tick what is of this person.", count=many))
        self.doing.setVisible(bool(found))
        walk(self.typed, self.look, *(line.chosen for line in self.found), self.every, self.sheet, self.data)
        walk(self.data, self.right, self.fresh, self.keep, self.erase)
        self._count()

    def _refuse(self, error: BuurtkamerError) -> None:
        self._show(())
        self.told.trouble(error)

    def _count(self) -> None:
        chosen = self.chosen
        self.count.setText(translate("Ticked: {count}", count=len(chosen)))
        for button in (self.sheet, self.data, self.erase):
            button.setEnabled(bool(chosen) and self._names)
        self.right.setEnabled(len(chosen) == 1 and chosen[0].names_it and self._names)
        if not self.right.isEnabled():
            for part in (self.fresh, self.fresh_label, self.keep):
                part.hide()

    def _begin_right(self) -> None:
        line = self.chosen[0]
        for part in (self.fresh_label, self.fresh, self.keep):
            part.show()
        self.fresh.setText(line.shown.partition(" · ")[0])
        self.fresh.setFocus()
        self.fresh.selectAll()

    def _put_right(self) -> None:
        chosen = self.chosen
        if len(chosen) == 1 and self.fresh.isVisible():
            line, text = chosen[0], self.fresh.text()
            self.tasks.write(
                lambda services: services.person_data.correct(line, line.columns[0], text), self._righted, self._wrong
            )

    def _righted(self, _: object) -> None:
        self.typed.setText(self.fresh.text())
        self._look_for()
        self.answer.tell(lambda: translate("It is put right."))

    def _wrong(self, error: BuurtkamerError) -> None:
        self.answer.trouble(error)
        self.fresh.setFocus()

    def _ask_erase(self) -> None:
        chosen = self.chosen
        stands = next((one.stands for one in chosen if one.stands), "")
        if stands:
            self.answer.tell(lambda: translate(stands))
            return
        question = translate("Erase what is ticked for good? It cannot be undone. Counts stay.")
        self.question = dialogs.ask(self, question, translate("Erase"), lambda: self._erase(chosen))

    def _erase(self, chosen: Sequence[Found]) -> None:
        self.tasks.write(lambda services: services.erasing.erase(chosen).value, self._erased, self.answer.trouble)

    def _erased(self, many: int) -> None:
        self._look_for()
        self.answer.tell(lambda: translate("Erased: {count}. No backup brings it back.", count=many))


def _tick(lines: Sequence[FoundLine]) -> None:
    for line in lines:
        line.chosen.setChecked(True)


def _give(panel: PersonPanel, ending: str) -> None:
    """Let somebody choose where it goes; that it was told is written down first."""
    chosen, tasks, answer = panel.chosen, panel.tasks, panel.answer
    name = as_file(translate("What we keep of you")).removesuffix(".pdf")

    def write(path: Path) -> None:
        tasks.write(lambda services: services.person_data.write_down_telling(), lambda _: make(path), answer.trouble)

    def make(path: Path) -> None:
        words = translate("The sheet is being made…")
        tasks.read_long(words, lambda services, _: save(_made(services, chosen, ending), path), kept, answer.trouble)

    def kept(path: Path) -> None:
        told = path.name
        answer.tell(lambda: translate("Saved as {name}. Print it, then remove the file.", name=told))

    panel.dialog = dialogs.save_as(panel, usual_folder() / f"{name}.{ending}", ending.upper(), write)


def _made(services: Services, chosen: Sequence[Found], ending: str) -> bytes:
    from buurtkamer_app.papers.person import told_data, told_sheet

    told = services.person_data.tell(chosen)
    return told_data(told) if ending == "json" else told_sheet(services, told).pdf
