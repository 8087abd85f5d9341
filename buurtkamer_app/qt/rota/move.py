"""Before a host is moved to another shift: what that breaks, in words; the coordinator may all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.rota.said import moment, times
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.base.changes import Change, Label
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Place, Shift


class MoveDialog(DialogForm):
    """Closes when the host was moved; a refusal is said in it."""

    form: ClassVar[str] = "rota/move"
    heading: QLabel
    where: QLabel
    breaks: QLabel
    told: Sentence
    go: QPushButton
    back: QPushButton

    def __init__(  # noqa: PLR0913, PLR0917 - who goes from where to where, and what it breaks
        self, tasks: Tasks[Any], place: Place, before: Shift, after: Shift, breaks: Sequence[Label], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._place, self._before, self._after, self._breaks = tasks, place, before, after, tuple(breaks)
        self.go.clicked.connect(self._move)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(40 * em, room.width()), self.sizeHint().height())

    def say(self) -> None:
        self.setWindowTitle(translate("Move to another shift"))
        self.heading.setText(translate("Move {name} all the same?", name=self._place.host_name))
        before, after = (f"{moment(shift)}, {times(shift)}" for shift in (self._before, self._after))
        self.where.setText(translate("From {before}\nto {after}", before=before, after=after))
        self.breaks.setText("\n".join(f"• {one.say()}" for one in self._breaks))

    def _move(self) -> None:
        place, key = self._place.id, self._after.key
        self.told.clear()
        self._tasks.write(lambda s: s.putting.move(place, key), self._done, self.told.trouble)

    def _done(self, _change: Change) -> None:
        self.accept()
