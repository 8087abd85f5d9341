"""A question for the professional about one wish, kept only with the yes of the one whose wish it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.questions.records import Question
    from buurtkamer_app.wishes.records import Wish


class AskingDialog(DialogForm):
    """Closes when the question is kept; what was typed stays until then. `before` is one that is asked otherwise."""

    form: ClassVar[str] = "wishes/asking"
    quote: QLabel
    late: QLabel
    question: QPlainTextEdit
    consent: QCheckBox
    told: Sentence
    keep: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], wish: Wish, parent: QWidget, before: Question | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._wish, self._before = tasks, wish, before
        self.late.setVisible(before is not None and before.went_at is not None)
        if before is not None:
            self.question.setPlainText(before.text)
        self.quote.setText(quoted(wish.text))
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.say()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(36 * em, room.width()), min(26 * em, round(0.95 * room.height())))

    def say(self) -> None:
        self.setWindowTitle(translate("A question for the professional"))

    def _keep(self) -> None:
        key, question, consent = self._wish.id, self.question.toPlainText(), self.consent.isChecked()
        self.told.clear()
        if (before := self._before) is not None:
            self._write(lambda s: s.questions.reword(before.id, question, consent=consent))
        else:
            self._write(lambda s: s.wishes.ask_advice(key, question, consent=consent))

    def _write(self, work: Callable[[Services], Change]) -> None:
        self._tasks.write(work, lambda _: self.accept(), self.told.trouble)
