"""Writes down a new wish beside the board, with what is alike shown while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Prefers, Theme
from buurtkamer_app.qt.draft import Draft
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.line_high import keep_lines
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import PREFERS, THEMES
from buurtkamer_app.qt.wishes.alike import AlikeList
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.qt.tasks import Asked, Tasks
    from buurtkamer_app.startup import Services
    from buurtkamer_app.wishes.records import Alike

_PAUSE: Final = 250  # milliseconds without a key before what is alike is looked up
_LINES: Final = 3
_MOST: Final = 2  # more would push the button off a small screen


class NotedWish(Form):
    """A wish as it is typed; what was typed stays until it was kept. `left` says that it may be closed."""

    form: ClassVar[str] = "wishes/noted"
    text: QPlainTextEdit
    theme: QComboBox
    prefers: QComboBox
    keep: QPushButton
    told: Sentence
    shut: QPushButton
    below_text: QVBoxLayout

    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._theme_chosen = False
        self.alike = AlikeList()
        self.below_text.addWidget(self.alike)
        for theme in THEMES:
            self.theme.addItem("", theme)
        for prefers in PREFERS:
            self.prefers.addItem("", prefers)
        self.text.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.text.textChanged.connect(self._pause.start)
        self.theme.activated.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.alike.wanted.connect(self._support)
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

    def _look(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        typed = self.text.toPlainText()
        if typed.strip():
            self._asked = self._tasks.read(lambda s: _alike(s, typed), self._show)
        else:
            self.alike.put(())

    def _show(self, found: tuple[Sequence[Alike], Theme | None]) -> None:
        alike, theme = found
        self.alike.put(alike)
        if theme is not None and not self._theme_chosen:
            self.theme.setCurrentIndex(self.theme.findData(theme))

    def _keep(self) -> None:
        # Qt keeps theme and preference as the texts that they are.
        theme, prefers = Theme(self.theme.currentData()), Prefers(self.prefers.currentData())
        new = NewWish(self.text.toPlainText(), theme, prefers=prefers)
        self._tasks.write(lambda s: s.wishes.write(new), self._kept, self.told.trouble)

    def _support(self, wish: object) -> None:
        self._tasks.write(lambda s: s.wishes.support(wish), self._kept, self.told.trouble)

    def _kept(self, _made: Change | Outcome[Any]) -> None:
        self._clear()
        self.left.emit()

    def _clear(self) -> None:
        self.text.clear()
        self.theme.setCurrentIndex(self.theme.findData(Theme.COMMUNITY))
        self.prefers.setCurrentIndex(0)
        self._theme_chosen = False
        self.alike.put(())
        self.told.clear()


def _alike(services: Services, typed: str) -> tuple[list[Alike], Theme | None]:
    """Look up what is alike, and guess the theme: that of the wish or activity that is most alike."""
    found = services.planner.alike(typed, _MOST)
    themes = {wish.id: wish.theme for wish in services.wishes.all()}
    themes |= {series.id: series.theme for series in services.activities.series()}
    best = next((key for entry in found if (key := entry.wish or entry.series) is not None), None)
    return found, themes[best] if best is not None else None
