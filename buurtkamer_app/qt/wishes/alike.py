"""What looks like the wish that is being typed, looked up meanwhile: one press makes it "I want this too"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.wishes.words import on_a_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.terms import Theme
    from buurtkamer_app.planner.alike.records import Looked, LooksLike
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks

_PAUSE: Final = 150  # milliseconds without a key before what is alike is looked up
_AGAIN: Final = 400  # milliseconds until it is looked up again, while not everything was compared yet


class AlikeList(Form):
    """Shows at most `most` wishes and activities that are alike; nothing hides the list.

    `wanted` gives the one that is wanted too, `guessed` the theme that what is typed seems to have.
    """

    form: ClassVar[str] = "wishes/alike"
    heading: QLabel
    entries: QVBoxLayout

    wanted = Signal(object)
    guessed = Signal(object)

    def __init__(self, tasks: Tasks[Any], most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._most = tasks, most
        self._typed = ""
        self._asked: Asked | None = None
        self.theme: Theme | None = None
        self._alike: Sequence[LooksLike] = ()
        self._made: list[QWidget] = []
        self.follows: QWidget | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.put(())

    def look(self, typed: str) -> None:
        """Look up what is like this as soon as nobody types; an answer to what was typed before is not wanted."""
        self._drop()
        self._typed = typed
        if typed.strip():
            self._pause.start(_PAUSE)
        else:
            self.stop()

    def stop(self) -> None:
        """Show nothing, and ask for nothing any more."""
        self._drop()
        self.theme = None
        self.put(())

    def put(self, alike: Sequence[LooksLike]) -> None:
        """Show what is alike."""
        if alike != self._alike or not alike:
            self._alike = alike
            self.setVisible(bool(alike))
            self.say()

    def say(self) -> None:
        discard(self.entries, self._made)
        for entry in self._alike:
            self._made += [self._words(entry), self._button(entry)]
        for widget in self._made:
            self.entries.addWidget(widget)
        if self.follows is not None:
            walk(self.follows, *(made for made in self._made if isinstance(made, QPushButton)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every text as high as its lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for widget in self._made:
            if isinstance(widget, QLabel):
                widget.setMinimumHeight(widget.heightForWidth(self.width()))

    def _ask(self) -> None:
        typed, most = self._typed, self._most
        self._asked = self._tasks.read(lambda services: services.alike.find(typed, most), self._show, self._refused)

    def _show(self, found: Looked) -> None:
        self._asked = None
        self.put(found.entries)
        self.theme = found.theme
        if found.theme is not None:
            self.guessed.emit(found.theme)
        if not found.complete:
            self._pause.start(_AGAIN)

    def _refused(self, _error: object) -> None:
        """Show nothing: who may not see wishes is told so where they are kept."""
        self.stop()

    def _drop(self) -> None:
        self._pause.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _words(self, entry: LooksLike) -> QLabel:
        wish = entry.kind == "wish"
        label = QLabel(on_a_card(entry.name) if wish else translate("On the programme: {name}", name=entry.name))
        label.setWordWrap(True)
        return label

    def _button(self, entry: LooksLike) -> QPushButton:
        button = QPushButton(translate("I want this too"))
        button.setAccessibleName(f"{translate('I want this too')}: {entry.name}")
        dress(button, "hand")
        button.clicked.connect(lambda: self.wanted.emit(entry))
        return button
