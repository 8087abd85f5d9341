"""Sentences that the window says: a message with its colour, icon and word, and banners that stay."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable


class Tone(enum.Enum):
    """How a sentence is meant: the colour of the stylesheet, the icon and the word beside it."""

    DONE = ("done", "circle-check", mark("Done"))
    NOTE = ("note", "circle-info", mark("Please note"))
    WARNING = ("warning", "triangle-exclamation", mark("This did not work"))
    PRACTICE = ("practice", "circle-info", mark("Practice room"))
    READ_ONLY = ("warning", "lock", mark("Only to read"))


def show_icon(label: QLabel, name: str, colour: str) -> None:
    """Show an icon in a label, as high as its letters are."""
    size = round(label.fontInfo().pixelSize() * 1.4)
    ratio = label.devicePixelRatio()
    pixels = round(size * ratio)
    picture = icons.picture(name, colour, pixels, pixels).copy()
    picture.setDevicePixelRatio(ratio)
    label.setPixmap(picture)


class MessageBar(Form):
    """The last thing that the window said; it stays until it is closed or the next one comes."""

    form: ClassVar[str] = "shell/message"
    bar: QFrame
    sign: QLabel
    word: QLabel
    sentence: QLabel
    waiting: QLabel
    progress: QProgressBar
    stop: QPushButton
    shut: QPushButton

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], str] | None = None
        self._tone = Tone.NOTE
        self.stop.clicked.connect(self.stop_asked)
        self.shut.clicked.connect(self.clear)
        self.wait("")
        self.clear()

    def tell(self, words: Callable[[], str], tone: Tone) -> None:
        """Say a sentence; `words` gives it in the language of the moment."""
        self._words, self._tone = words, tone
        self.bar.setProperty("tone", tone.value[0])
        self.bar.style().polish(self.bar)
        show_icon(self.sign, tone.value[1], theme.colours().ink)
        self.say()
        self.bar.show()
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self.sentence, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the sentence away."""
        self._words = None
        self.bar.hide()

    def wait(self, words: str) -> None:
        """Show that something takes long, with a button that stops it; no words: it is done."""
        self.waiting.setText(words)
        self.progress.setAccessibleName(words)
        self.progress.setRange(0, 0)
        for part in (self.waiting, self.progress, self.stop):
            part.setVisible(bool(words))

    def show_part(self, part: float) -> None:
        """Show how much of it is done, from 0 to 1."""
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(part * 1000))

    def say(self) -> None:
        if self._words is not None:
            self.word.setText(translate(self._tone.value[2]))
            self.sentence.setText(self._words())
            self.bar.setAccessibleName(f"{self.word.text()}: {self.sentence.text()}")


class Banner(QFrame):
    """A sentence that stays above every page."""

    def __init__(self, words: Callable[[], str], tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tone = words, tone
        self.setProperty("tone", tone.value[0])
        sign, self._label = QLabel(self), QLabel(self)
        self._label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(sign)
        row.addWidget(self._label, 1)
        show_icon(sign, tone.value[1], theme.colours().ink)
        self.say()

    def say(self) -> None:
        """Write the sentence in the language of the moment."""
        sentence = f"{translate(self._tone.value[2])}: {self._words()}"
        self._label.setText(sentence)
        self.setAccessibleName(sentence)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()


class Banners(QWidget):
    """The strip of banners above the page: each has a name, by which it is changed or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.shown: dict[str, Banner] = {}
        self.hide()

    def put(self, name: str, words: Callable[[], str], tone: Tone) -> None:
        """Show a banner instead of the one of that name before."""
        self.remove(name)
        self.shown[name] = Banner(words, tone, self)
        self._column.addWidget(self.shown[name])
        self.show()

    def remove(self, name: str) -> None:
        """Take a banner away, if it is there."""
        if (banner := self.shown.pop(name, None)) is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self.shown))
