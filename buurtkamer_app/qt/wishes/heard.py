"""A wish that was heard: typed at the desk in the resident's own words, with what is alike shown while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.wishes.alike import AlikeList
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.planner.alike.records import LooksLike
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.wishes.asker import AskerFields
    from buurtkamer_app.services import Services

_LINES: Final = 2


def _write(services: Services, new: NewWish) -> Outcome[int]:
    outcome = services.wishes.write(new)
    return Outcome(outcome.change, services.wish_lists.opened(outcome.value).wish.number)


class HeardPanel(Panel):
    """Keeps a wish, or one more resident's support of one; what is typed stays until that is on disk."""

    form: ClassVar[str] = "wishes/heard"
    hidden: QLabel
    text: QPlainTextEdit
    below_text: QVBoxLayout
    asker_slot: QVBoxLayout
    more: QPushButton
    keep: QPushButton
    told: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._allowed = False
        self._sent: str | None = None
        self.alike = AlikeList(tasks, parent=self)
        self.below_text.addWidget(self.alike)
        self.asker: AskerFields | None = None
        self.more.toggled.connect(self._unfold)
        self.hidden.hide()
        self.text.textChanged.connect(self._typed)
        self.draft = Draft(self.text, tasks, "wish")
        self.keep.clicked.connect(self._keep)
        self.alike.wanted.connect(self._support)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.text, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.keep.click)
        self.set_actor(NOBODY)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Let this person write; what was typed stays, wishes that are alike are not shown to nobody."""
        self._allowed = actor.role >= Role.HOST
        self.text.setEnabled(self._allowed)
        self.more.setEnabled(self._allowed)
        self._typed()
        if self._allowed:
            self.told.clear()
            self.draft.bring_back()
        else:
            self.told.tell(lambda: translate("Sign in first."))

    def hide_names(self, hidden: bool) -> None:
        """Show no wishes, neither what is typed nor what is like it."""
        self.hidden.setVisible(hidden)
        self.text.setHidden(hidden)
        self._unfold(self.more.isChecked())
        self._typed()

    def say(self) -> None:
        self.keep.setText(f"{translate('Keep this wish')}  Ctrl+Enter")
        self.hidden.setText(translate("Wishes are hidden. Press F8 to see them."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        keep_lines(self.text, _LINES)

    def _typed(self) -> None:
        self.keep.setEnabled(self._allowed and bool(self.text.toPlainText().strip()) and self._sent is None)
        self._seek()

    def _seek(self) -> None:
        """Look up what is alike; wishes are not shown to nobody, nor while names are hidden."""
        if self._allowed and not self.text.isHidden():
            self.alike.look(self.text.toPlainText())
        else:
            self.alike.stop()

    def _unfold(self, unfolded: bool) -> None:
        """Show who asks, when it suits and how to reach them: most wishes need none of it at the desk."""
        if self.asker is None and unfolded:
            from buurtkamer_app.qt.wishes.asker import AskerFields

            self.asker = AskerFields()
            self.asker_slot.addWidget(self.asker)
        if self.asker is not None:
            self.asker.setVisible(unfolded and not self.text.isHidden())

    def _new(self, text: str) -> NewWish:
        theme = self.alike.theme or Theme.COMMUNITY
        return NewWish(text, theme, **self.asker.said()._asdict()) if self.asker is not None else NewWish(text, theme)

    def _keep(self) -> None:
        new = self._new(self._send())

        def kept(outcome: Outcome[int]) -> None:
            self._done(lambda: translate("Wish {number} is kept", number=outcome.value))

        self.tasks.write(lambda services: _write(services, new), kept, self._trouble)

    def _support(self, found: LooksLike) -> None:
        new = self._new(self._send())

        def kept(_: Change) -> None:
            self._done(lambda: translate("One more resident wants this"))

        self.tasks.write(lambda services: services.alike.want_too(new, found), kept, self._trouble)

    def _send(self) -> str:
        """Take what is typed along; until it is on disk it cannot be sent twice."""
        self._sent = self.text.toPlainText()
        self.keep.setEnabled(False)
        self.alike.setEnabled(False)
        return self._sent

    def _done(self, words: Callable[[], str]) -> None:
        sent, self._sent = self._sent, None
        self.alike.setEnabled(True)
        if self.text.toPlainText() == sent:
            self.text.clear()
            self.alike.stop()
            self.more.setChecked(False)
            if self.asker is not None:
                self.asker.clear()
        self._typed()
        self.told.tell(words)

    def _trouble(self, error: BuurtkamerError) -> None:
        self._sent = None
        self.alike.setEnabled(True)
        self._typed()
        self.told.trouble(error)
