"""What came back from a professional, for whoever is at the desk: it stays until somebody saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.exchange.replies.records import Told
    from buurtkamer_app.qt.tasks import Tasks

_AT_ONCE: Final = 2  # lines before one asks for all: the tally stays in sight
_LONG: Final = 70  # letters of a wish
_ENOUGH: Final = 34  # heights of a line of type: what words with two buttons beside them need


class AnsweredLine(QWidget):
    """One thing that came back; `opened` asks to see it where it belongs, `seen` says that it was seen."""

    opened = Signal()
    seen = Signal()

    def __init__(self, told: Told, *, names_hidden: bool) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.words = QLabel(about(told, names_hidden=names_hidden))
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self.words, 1)
        where = translate("Look at the wish") if told.wish is not None else translate("Look at Answers")
        self.open = self._button(where, "arrow-right")
        self.open.clicked.connect(self.opened)
        self.tick = self._button(translate("Seen"), "eye")
        self.tick.clicked.connect(self.seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self._row)

    def _button(self, words: str, glyph: str) -> QPushButton:
        button = QPushButton(words)
        dress(button, glyph)
        button.setAccessibleName(f"{words}: {self.words.text()}")
        self._row.addWidget(button)
        return button


class AnsweredPanel(Panel):
    """Takes no room while there is nothing to say, or nobody to say it to.

    `wish_asked` gives the key of a wish that is to be opened; `answers_asked` asks for the page of all answers.
    """

    form: ClassVar[str] = "exchange/answered"
    kinds: ClassVar[frozenset[str]] = frozenset({"said", "reply", "wish"})
    sign: QLabel
    heading: QLabel
    more: QPushButton
    lines: QVBoxLayout
    trouble: Sentence

    wish_asked = Signal(object)
    answers_asked = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.names_hidden = self._every = False
        self._actor = NOBODY
        self._told: Sequence[Told] = ()
        self.rows: list[AnsweredLine] = []
        show_icon(self.sign, "envelope-open-text", theme.colours().ink)
        self.more.clicked.connect(self._show_every)
        self.hide()

    def set_actor(self, actor: Actor) -> None:
        """Tell it to this person; to nobody nothing is told."""
        self._actor, self._told, self._every = actor, (), False
        self.trouble.clear()
        self.say()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show only the number of a wish."""
        self.names_hidden = hidden
        self.say()

    def outdate(self) -> None:
        """Read again, seen or not: it shows itself when there is something to say."""
        if self._actor.role >= Role.HOST:
            self.refresh()

    def refresh(self) -> None:
        self.tasks.read(lambda services: services.replies.news(), self._show, _not_now)

    def say(self) -> None:
        at = next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self._focused())), None)
        discard(self.lines, self.rows)
        count = len(self._told)
        shown = self._told if self._every else self._told[:_AT_ONCE]
        for told in shown:
            row = AnsweredLine(told, names_hidden=self.names_hidden)
            row.opened.connect(lambda told=told: self._open(told))
            row.seen.connect(lambda told=told: self._seen(told))
            self.lines.addWidget(row)
            row.show()
            self.rows.append(row)
        words = translate("{count} answers came back from the professional.", count=count)
        self.heading.setText(translate("An answer came back from the professional.") if count == 1 else words)
        self.more.setText(translate("Show all {count}", count=count))
        self.more.setVisible(len(shown) < count)
        self.setVisible(bool(count) and self._actor.role >= Role.HOST)
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].tick.setFocus()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _show(self, told: Sequence[Told]) -> None:
        # The page asks every minute: what is as it was keeps its place, and the keyboard its button.
        if self._actor.role >= Role.HOST and told != self._told:
            self._told = told
            self.say()

    def _show_every(self) -> None:
        self._every = True
        self.say()

    def _open(self, told: Told) -> None:
        if told.wish is not None:
            self.wish_asked.emit(told.wish)
        else:
            self.answers_asked.emit()

    def _seen(self, told: Told) -> None:
        self.trouble.clear()
        self.tasks.write(lambda services: services.replies.seen([told.id]), lambda _: None, self.trouble.trouble)


def about(told: Told, *, names_hidden: bool) -> str:
    """Say what came back: the wish that it is about, or that it is advice."""
    if told.number is None:
        return translate("Advice for the whole room")
    wish = translate("Wish {number}", number=told.number)
    return wish if names_hidden else f"{wish}: {quoted(told.wish_text, _LONG)}"


def _not_now(_: BuurtkamerError) -> None:
    """Leave it: somebody locked the desk before the answer came, and then there is nothing to read."""
