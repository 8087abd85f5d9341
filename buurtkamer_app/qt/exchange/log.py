"""The log for a professional: a period, what would go out, then the file with its check code."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QDateEdit,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.exchange.records import CleanedText, FreeText
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.paper import PaperView
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in

if TYPE_CHECKING:
    import threading

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.exchange.records import LogDraft, LogMade
    from buurtkamer_app.qt.tasks import Asked, Tasks
    from buurtkamer_app.services import Services

_SOURCES: Final = {
    FreeText.WISH: mark("Wish {number}"),
    FreeText.QUESTION: mark("Question about wish {number}"),
    FreeText.ACTIVITY: mark("Activity {number}"),
}
_CALM: Final = 500  # milliseconds without another key in a date before the draft is made anew


def last_month(today: date) -> tuple[date, date]:
    """Give the first and the last day of the month before this one."""
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


class LogPanel(Panel):
    """Shows what a log of a period tells, and writes it as one locked file."""

    form: ClassVar[str] = "exchange/log"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"visit", "wish", "wish_support", "advice_request", "series", "headcount", "day", "cash", "concern", "shift"}
    )
    columns: QBoxLayout
    period: QBoxLayout
    looks: QBoxLayout
    first: QDateEdit
    last: QDateEdit
    passphrase: QLineEdit
    other: QPushButton
    make: QPushButton
    answer: Sentence
    made: QFrame
    code: QLabel
    words: QLabel
    paper: PaperView
    see_texts: QPushButton
    texts: QTableView
    texts_words: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.draft: LogDraft | None = None
        self.dialog: QFileDialog | None = None
        self._asked: Asked | None = None
        self._filled = False
        self.model = RecordsModel[CleanedText](
            (
                Column(mark("From"), lambda text: translate(_SOURCES[text.source], number=text.number)),
                Column(mark("Taken out"), lambda text: str(text.taken_out) if text.taken_out else "", figures=True),
                Column(mark("Text as it goes out"), lambda text: text.text),
            ),
            self,
        )
        show_in(self.texts, self.model)
        self.made.hide()
        self.texts.hide()
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.outdate)
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self._calm.start())
        self.see_texts.toggled.connect(self.texts.setVisible)
        self.see_texts.toggled.connect(self.paper.setHidden)
        self.other.clicked.connect(self._propose)
        self.make.clicked.connect(self._ask_where)
        self.say()

    def refresh(self) -> None:
        """Make the draft of the period; the first time that is last month."""
        if not self._filled:
            self.tasks.read(lambda services: services.room.today(), self._begin)
            return
        if self._asked is not None:
            self._asked.cancel()
        first, last = as_date(self.first), as_date(self.last)

        def work(services: Services, _stop: threading.Event) -> LogDraft:
            return services.exchange.draft(first, last)

        self._asked = self.tasks.read_long(translate("The log is being drafted…"), work, self._show, self._undraft)

    def say(self) -> None:
        self.make.setEnabled(self.draft is not None)
        taken = self.draft.taken_out if self.draft is not None else 0
        if taken:
            words = translate("Names, numbers and addresses taken out: {count}. Read along.", count=taken)
        else:
            words = translate("Nothing had to be taken out. Read along.")
        self.texts_words.setText(words)
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.period, self.looks)

    def write(self, path: Path) -> None:
        """Write the draft that is shown to this file."""
        draft, passphrase = self.draft, self.passphrase.text()
        if draft is None:
            return
        self.make.setEnabled(False)
        self.made.hide()
        self.answer.tell(lambda: translate("The log is being made and checked…"))
        self.tasks.write(lambda services: services.exchange.write(draft, path, passphrase), self._tell, self._refuse)

    def _begin(self, today: date) -> None:
        self._filled = True
        for field, day in zip((self.first, self.last), last_month(today), strict=True):
            field.blockSignals(True)
            show_day(field, day)
            field.blockSignals(False)
        self._propose()
        self.refresh()

    def _propose(self) -> None:
        self.tasks.read(lambda services: services.exchange.propose_passphrase(), self.passphrase.setText)

    def _show(self, draft: LogDraft) -> None:
        self.draft = draft
        self.answer.clear()
        self.model.put(draft.texts)
        self.paper.show_pdf(self.tasks, draft.pages)
        self.say()

    def _undraft(self, error: BuurtkamerError) -> None:
        self.draft = None
        self.answer.trouble(error)
        self.say()

    def _ask_where(self) -> None:
        if self.draft is None:
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        log = self.draft.log
        name = translate("Log {first} to {last}", first=log.first.isoformat(), last=log.last.isoformat())
        self.dialog = dialogs.save_as(self, folder / f"{name}.pdf", "PDF", self.write)

    def _tell(self, made: Outcome[LogMade]) -> None:
        """Show what is read out on the phone; the next log gets other words."""
        name = made.value.path.name
        self.say()
        self.answer.tell(lambda: translate("Saved as {name}.", name=name))
        self.code.setText(made.value.check_code)
        self.words.setText(self.passphrase.text())
        self.made.show()
        self._propose()

    def _refuse(self, error: BuurtkamerError) -> None:
        self.say()
        self.answer.trouble(error)
