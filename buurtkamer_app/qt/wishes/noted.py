"""Writes down a new wish beside the board, with what is alike shown while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Prefers, Theme
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import PREFERS, THEMES
from buurtkamer_app.qt.whole import Whole
from buurtkamer_app.qt.wishes.alike import AlikeList
from buurtkamer_app.qt.wishes.asker import AskerFields
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.planner.alike.records import LooksLike
    from buurtkamer_app.qt.tasks import Tasks

_LINES: Final = 3
_HIGH: Final = 14  # times the size of type: what is seen of it at least
_MOST: Final = 2  # more would push the button off a small screen


class NotedWish(Form):
    """A wish as it is typed; what was typed stays until it was kept. `left` says that it may be closed."""

    form: ClassVar[str] = "wishes/noted"
    area: QScrollArea
    inside: QWidget
    text: QPlainTextEdit
    theme: QComboBox
    prefers: QComboBox
    keep: QPushButton
    told: Sentence
    shut: QPushButton
    below_text: QVBoxLayout
    more: QPushButton
    asker_slot: QVBoxLayout

    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._theme_chosen = False
        self.alike = AlikeList(tasks, _MOST)
        # The button under it stays in sight, however much is alike.
        Whole(self.area, self.inside, _HIGH)
        self.below_text.addWidget(self.alike)
        self.alike.follows = self.text
        self.asker = AskerFields(when=False)
        self.asker_slot.addWidget(self.asker)
        self.asker.hide()
        self.more.toggled.connect(self._unfold)
        for theme in THEMES:
            self.theme.addItem("", theme)
        for prefers in PREFERS:
            self.prefers.addItem("", prefers)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(lambda: self.alike.look(self.text.toPlainText()))
        self.theme.activated.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.alike.wanted.connect(self._support)
        self.alike.guessed.connect(self._guess)
        self.shut.clicked.connect(self.left)
        self.draft = Draft(self.text, tasks, "new wish")
        self.say()
        self._clear()

    def say(self) -> None:
        for row, (name, _tint) in enumerate(THEMES.values()):
            self.theme.setItemText(row, translate(name))
        for row, name in enumerate(PREFERS.values()):
            self.prefers.setItemText(row, translate(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the field as high as a few lines of the type that is chosen."""
        super().resizeEvent(event)
        keep_lines(self.text, _LINES)

    def _choose(self) -> None:
        self._theme_chosen = True

    def _unfold(self, unfolded: bool) -> None:
        self.asker.setVisible(unfolded)
        if unfolded:
            self.asker.asked_by.setFocus()

    def _guess(self, theme: Theme) -> None:
        if not self._theme_chosen:
            self.theme.setCurrentIndex(self.theme.findData(theme))

    def _new(self) -> NewWish:
        # Qt keeps theme and preference as the texts that they are.
        theme, prefers = Theme(self.theme.currentData()), Prefers(self.prefers.currentData())
        asker = self.asker.said()
        return NewWish(
            self.text.toPlainText(),
            theme,
            prefers=prefers,
            asked_by=asker.asked_by,
            own_part=asker.own_part,
            contact=asker.contact,
            may_contact=asker.may_contact,
        )

    def _keep(self) -> None:
        new = self._new()
        self._tasks.write(lambda s: s.wishes.write(new), self._kept, self.told.trouble)

    def _support(self, found: LooksLike) -> None:
        new = self._new()
        self._tasks.write(lambda s: s.alike.want_too(new, found), self._kept, self.told.trouble)

    def _kept(self, _made: Change | Outcome[Any]) -> None:
        self._clear()
        self.left.emit()

    def _clear(self) -> None:
        self.text.clear()
        self.theme.setCurrentIndex(self.theme.findData(Theme.COMMUNITY))
        self.prefers.setCurrentIndex(0)
        self._theme_chosen = False
        self.asker.clear()
        self.more.setChecked(False)
        self.alike.stop()
        self.told.clear()
