"""Whom to call when a host does not come: a number, what the call gave, and who said yes takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.names import first_name
from buurtkamer_app.base.terms import CallResult
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Candidate

_RESULTS: Final = (
    (CallResult.YES, mark("Yes, comes"), "check"),
    (CallResult.NO, mark("No"), "xmark"),
    (CallResult.NO_ANSWER, mark("No answer"), "phone"),
)
_CALLED: Final = {CallResult.NO: mark("said no"), CallResult.NO_ANSWER: mark("did not answer")}


class CoverDialog(DialogForm):
    """Closes when somebody takes over from the host `gone`, whose first name it says."""

    form: ClassVar[str] = "rota/cover"
    heading: QLabel
    about: QLabel
    area: QScrollArea
    rows: QGridLayout
    told: Sentence
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], gone: UUID, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._gone, self._name = tasks, gone, name
        self._found: Sequence[Candidate] = ()
        self._parts: list[QWidget] = []
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(48 * em, room.width()), min(34 * em, round(0.95 * room.height())))
        self._read()

    def say(self) -> None:
        self.setWindowTitle(translate("Who can take over?"))
        self.heading.setText(translate("Who can take over from {name}?", name=first_name(self._name)))
        self.about.setText(translate("Call somebody who can come now. Each call is kept with the shift."))
        self._lay()

    def _read(self) -> None:
        self._tasks.read(lambda services: services.cover.candidates(), self._show)

    def _show(self, found: Sequence[Candidate]) -> None:
        self._found = found
        self._lay()
        if not found:
            self.told.tell(lambda: translate("Nobody else can come now. Call the coordinator."))

    def _lay(self) -> None:
        discard(self.rows, self._parts)
        for row, candidate in enumerate(self._found):
            number = candidate.phone or translate("no number known")
            word = translate(_CALLED[candidate.called]) if candidate.called in _CALLED else ""
            told = QLabel(f"{candidate.name}\n{number}{' · ' + word if word else ''}", self)
            told.setTextFormat(Qt.TextFormat.PlainText)
            told.setWordWrap(True)
            told.setObjectName(f"who {row}")
            self._put(told, row, 0)
            for column, (result, words, glyph) in enumerate(_RESULTS, 1):
                button = QPushButton(translate(words), self)
                dress(button, glyph)
                button.setObjectName(f"{result} {row}")
                button.setAccessibleName(f"{candidate.name}: {translate(words)}")
                button.clicked.connect(lambda _=False, one=candidate, result=result: self._called(one, result))
                self._put(button, row, column)
        self.rows.setColumnStretch(0, 1)

    def _put(self, part: QWidget, row: int, column: int) -> None:
        self.rows.addWidget(part, row, column)
        self._parts.append(part)

    def _called(self, candidate: Candidate, result: CallResult) -> None:
        self.told.clear()
        host, gone = candidate.id, self._gone
        if result is CallResult.YES:
            self._tasks.write(lambda s: s.cover.takes_over(host, gone), self._taken, self.told.trouble)
        else:
            self._tasks.write(lambda s: s.rota.called(host, result), lambda _: self._read(), self.told.trouble)

    def _taken(self, _change: Change) -> None:
        self.accept()
