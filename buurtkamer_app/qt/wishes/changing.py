"""Changes a wish in the place where it is read; what is typed stays until it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import THEMES
from buurtkamer_app.qt.wishes.asker import AskerFields
from buurtkamer_app.wishes.records import Said

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish

_LINES: Final = 4


class ChangingWish(Form):
    """All that can be changed of a wish; `left` says that it was kept, or that somebody goes back."""

    form: ClassVar[str] = "wishes/changing"
    text: QPlainTextEdit
    theme: QComboBox
    asker_slot: QVBoxLayout
    told: Sentence
    keep: QPushButton
    back: QPushButton

    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.wish: Wish | None = None
        self._draft: Draft | None = None
        self.asker = AskerFields()
        self.asker_slot.addWidget(self.asker)
        for theme in THEMES:
            self.theme.addItem("", theme)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._leave)
        self.say()

    def begin(self, wish: Wish) -> None:
        """Show a wish to be changed, with what somebody was typing of it before the program ended."""
        if self._draft is not None:
            self._draft.keep()
            self._draft.deleteLater()
        self.wish = wish
        self.told.clear()
        self.text.setPlainText(wish.text)
        self.theme.setCurrentIndex(self.theme.findData(wish.theme))
        self.asker.put(wish)
        name = f"wish {wish.id.hex}"
        self._draft = Draft(self.text, self._tasks, name)
        self._tasks.read(lambda services: services.drafts.kept(name), self._bring_back)
        self.text.setFocus()

    def say(self) -> None:
        for row, (name, _tint) in enumerate(THEMES.values()):
            self.theme.setItemText(row, translate(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        keep_lines(self.text, _LINES)

    def _bring_back(self, text: str) -> None:
        if text and self.wish is not None and self.text.toPlainText() == self.wish.text:
            self.text.setPlainText(text)

    def _keep(self) -> None:
        if self.wish is None:
            return
        key, asker = self.wish.id, self.asker.said()
        said = Said(
            self.text.toPlainText(),
            Theme(self.theme.currentData()),  # Qt keeps it as the text that it is
            asker.prefers,
            asker.asked_by,
            asker.own_part,
            asker.contact,
            asker.may_contact,
            self.wish.version,
        )
        self.told.clear()
        self._tasks.write(lambda services: services.wishes.change(key, said), self._kept, self.told.trouble)

    def _kept(self, _change: Change) -> None:
        self._leave()

    def _leave(self) -> None:
        if self._draft is not None:
            self._draft.forget()
            self._draft.deleteLater()
            self._draft = None
        self.wish = None
        self.left.emit()
