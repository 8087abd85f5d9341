"""A secret that is shown once: large, to print or keep as a PDF before one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks

_ROW = 24  # lines of type, below which the buttons stand under each other


class Slip(Form):
    """Shows a recovery code, or the words of a key holder; `have` is ticked by who has it on paper."""

    form: ClassVar[str] = "shell/slip"
    about: QLabel
    secret: QLabel
    foot: QHBoxLayout
    print_now: QPushButton
    keep: QPushButton
    out: QVBoxLayout
    have: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._about = ""
        self._sheet: Callable[[Any], Made] | None = None
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        self.print_now.clicked.connect(lambda: self._make(lambda made: self.papers.put_on([made])))
        self.keep.clicked.connect(lambda: self._make(self.papers.ask_where))

    def say(self) -> None:
        self.about.setText(translate(self._about) if self._about else "")

    def show_secret(self, secret: str, about: str, sheet: Callable[[Any], Made]) -> None:
        """Show a secret; `about` says in a message id what it is, `sheet` makes its paper with the services."""
        self._about, self._sheet = about, sheet
        self.have.setChecked(False)
        # A code may be broken between its groups only.
        self.secret.setText(secret.replace("-", "-\u200b"))
        self.secret.setAccessibleName(secret)
        self.say()

    def forget(self) -> None:
        """Let go of the secret."""
        self._sheet = None
        self.secret.clear()
        self.secret.setAccessibleName("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under each other where large type leaves no room."""
        super().resizeEvent(event)
        fold_within(self, _ROW, self.foot)

    def _make(self, then: Callable[[Made], None]) -> None:
        if (sheet := self._sheet) is not None:
            words, trouble = translate("The sheet is being drawn…"), self.papers.answer.trouble
            self._tasks.read_long(words, lambda services, _: sheet(services), then, trouble)


def code_sheet(services: Any, code: str) -> Made:
    """Make the paper of a recovery code."""
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.recovery_sheet import recovery_sheet

    house = House(services.room.facts(), services.room.today())
    return Made(translate("Recovery code"), recovery_sheet(code, house))


def words_sheet(services: Any, name: str, words: str) -> Made:
    """Make the paper of a key holder's words."""
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.key_slip import key_slip

    house = House(services.room.facts(), services.room.today())
    return Made(translate("Passphrase of {name}", name=name), key_slip(name, words, house))
