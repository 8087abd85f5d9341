"""The papers of privacy: the room's own lines, the notice for the door and the register of processing activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.privacy.papers.records import PaperLines
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_LINES = 3


class PapersPanel(Panel):
    """Keeps what stands on both papers, and prints or saves them."""

    form: ClassVar[str] = "privacy/papers"
    kinds: ClassVar[frozenset[str]] = frozenset({"privacy_lines"})
    columns: QBoxLayout
    responsible: QLineEdit
    contact: QLineEdit
    officer: QLineEdit
    processors: QPlainTextEdit
    keep: QPushButton
    answer: Sentence
    print_notice: QPushButton
    save_notice: QPushButton
    print_register: QPushButton
    save_register: QPushButton
    trouble: Sentence
    out: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._shown = PaperLines()
        self.papers = Papers(tasks)
        self.papers.guarded = False
        self.out.addWidget(self.papers)
        self.keep.clicked.connect(self._keep)
        for button, name, save in (
            (self.print_notice, "privacy_notice", False),
            (self.save_notice, "privacy_notice", True),
            (self.print_register, "processing_register", False),
            (self.save_register, "processing_register", True),
        ):
            then: Callable[[Made], None] = self.papers.ask_where if save else self._print
            button.clicked.connect(lambda _=False, name=name, then=then: self._make(name, then))
        self.say()

    def refresh(self) -> None:
        """Read what was filled in."""
        self.tasks.read(lambda services: services.processing.lines(), self._show)

    def say(self) -> None:
        for button, what in (
            (self.print_notice, "What we keep of you"),
            (self.save_notice, "What we keep of you"),
            (self.print_register, "Register of processing activities"),
            (self.save_register, "Register of processing activities"),
        ):
            button.setAccessibleName(f"{button.text()}: {translate(what)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)
        keep_lines(self.processors, _LINES)

    def _lines(self) -> PaperLines:
        return PaperLines(
            self.responsible.text(), self.contact.text(), self.officer.text(), self.processors.toPlainText()
        )

    def _show(self, lines: PaperLines) -> None:
        """Show what was filled in, unless somebody is typing something else."""
        if self._lines() != self._shown:
            return
        self._shown = lines
        self.responsible.setText(lines.responsible)
        self.contact.setText(lines.contact)
        self.officer.setText(lines.officer)
        self.processors.setPlainText(lines.processors)

    def _keep(self) -> None:
        typed = self._lines()
        self.tasks.write(lambda services: services.processing.fill_in(typed), self._kept, self.answer.trouble)

    def _kept(self, _: Change) -> None:
        self._shown = self._lines()
        self.refresh()
        self.answer.tell(lambda: translate("This is written down."))

    def _print(self, sheet: Made) -> None:
        self.papers.put_on([sheet])

    def _make(self, name: str, then: Callable[[Made], None]) -> None:
        def work(services: Services, _stop: object) -> Made:
            from buurtkamer_app.papers.records import Wanted
            from buurtkamer_app.papers.register.privacy import PRIVACY

            known = {one.name: one for one in PRIVACY}[name]
            return known.make(services, Wanted(services.room.today()))

        self.tasks.read_long(translate("The sheet is being made…"), work, then, self.trouble.trouble)
