"""Opening the day where the room keeps a cash box: what is in it, and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.qt.amounts import cents, euros
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def open_day(services: Services, in_box: int | None, begins: UUID | None) -> Change:
    """Open the day; whoever begins is signed on in the same step."""
    also = (lambda: services.rota.sign_on(begins),) if begins is not None else ()
    return services.days.open(in_box, also)


class OpeningDialog(DialogForm):
    """Opens the day when it is agreed to, whether the box was counted or not; `begins` is who may sign on with it."""

    form: ClassVar[str] = "desk/opening"
    in_box: QLineEdit
    begin_too: QCheckBox
    trouble: Sentence
    agree: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], in_box: int | None, begins: UUID | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._begins = tasks, begins
        self.begin_too.setVisible(begins is not None)
        if in_box is not None:
            self.in_box.setText(euros(in_box))
            self.in_box.selectAll()
        self.in_box.textEdited.connect(self.trouble.clear)
        self.agree.clicked.connect(self._open_day)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.in_box.setFocus()

    def reject(self) -> None:
        """Go back, unless the day is being opened already."""
        if self.agree.isEnabled():
            super().reject()

    def _open_day(self) -> None:
        try:
            in_box = cents(self.in_box.text()) if self.in_box.text().strip() else None
        except RefusedError as error:
            self.trouble.trouble(error)
            self.in_box.setFocus()
            return
        self.agree.setEnabled(False)
        begins = self._begins if self.begin_too.isChecked() else None
        self._tasks.write(lambda s: open_day(s, in_box, begins), lambda _: self.accept(), self._refused)

    def _refused(self, error: BuurtkamerError) -> None:
        self.agree.setEnabled(True)
        self.trouble.trouble(error)
