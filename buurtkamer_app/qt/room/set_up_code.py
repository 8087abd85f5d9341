"""The last step of setting up: the recovery code, large, to print or keep before one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks


def _sheet(room: str, code: str, on: date) -> Made:
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.printing.recovery_sheet import recovery_sheet
    from buurtkamer_app.room.records import RoomFacts

    # Of a room that is only being set up no more than its name is known.
    pdf = recovery_sheet(code, House(RoomFacts(room, "", "", "", "", "", "", ""), on))
    return Made(translate("Recovery code"), pdf)


class CodeStep(Form):
    """Shows the recovery code once, prints it or keeps it as a PDF; `have` is ticked by who has it on paper."""

    form: ClassVar[str] = "room/set_up_code"
    title: ClassVar[str] = mark("The recovery code")
    code: QLabel
    print_now: QPushButton
    keep: QPushButton
    out: QVBoxLayout
    have: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._given: tuple[str, str, date] | None = None
        self.papers = Papers(tasks)
        self.out.addWidget(self.papers)
        self.print_now.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep.clicked.connect(lambda: self._make(self.papers.ask_where))

    def show_code(self, room: str, code: str, on: date) -> None:
        """Show the code of a room that was made on this day."""
        self._given = (room, code, on)
        # It may be broken between its groups only.
        self.code.setText(code.replace("-", "-\u200b"))
        self.code.setAccessibleName(code)

    def _make(self, then: Callable[[Made], None]) -> None:
        if (given := self._given) is not None:
            words, trouble = translate("The sheet is being drawn…"), self.papers.answer.trouble
            self._tasks.read_long(words, lambda _, __: _sheet(*given), then, trouble)
