"""Hands at the desk: one that only types, one that only clicks; both count what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

if TYPE_CHECKING:
    from .conftest import Person

_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Esc": Qt.Key.Key_Escape,
    "Down": Qt.Key.Key_Down,
    **{f"F{number}": Qt.Key(Qt.Key.Key_F1.value + number - 1) for number in range(1, 13)},
}
_FAR = 200  # steps with Tab after which nothing is found


def window_of(person: Person) -> QWidget:
    """Give the window that has the keys: a dialog that is open, else the desktop."""
    return QApplication.activeModalWidget() or person.desktop.window


def seen(person: Person, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Give the one part of that name that is seen where one works now."""
    found = [part for part in window_of(person).findChildren(kind, name) if part.isVisible()]
    assert len(found) == 1, f"{len(found)} parts called {name} are seen"
    return found[0]


class Keyboard:
    """Works with keys alone; `pressed` counts keys, letters of words and steps with Tab apart."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.pressed = self.letters = self.steps = 0

    def at(self, moment: str) -> None:
        """Let it be this time, and begin to count anew."""
        self.person.at(moment)
        self.pressed = self.letters = self.steps = 0

    def key(self, name: str, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key; a digit or a sign is named by itself."""
        self.pressed += 1
        focused = QApplication.focusWidget() or window_of(self.person)
        if name in _KEYS:
            QTest.keyClick(focused, _KEYS[name], modifier)
        elif modifier is _PLAIN:
            QTest.keyClicks(focused, name)
        else:
            QTest.keyClick(focused, Qt.Key(ord(name.upper())), modifier)
        self.person.settle()

    def ctrl(self, name: str) -> None:
        """Press a key with Ctrl."""
        self.key(name, Qt.KeyboardModifier.ControlModifier)

    def write(self, words: str) -> None:
        """Type words where the cursor stands."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, (QLineEdit, QPlainTextEdit)), focused
        self.letters += len(words)
        QTest.keyClicks(focused, words)
        self.person.settle()

    def reach(self, name: str, words: str = "") -> QWidget:
        """Go with Tab to the part of a name (and with these words), as somebody without a mouse does."""
        for _ in range(_FAR):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name and self._says(focused, words):
                return focused
            self.steps += 1
            QTest.keyClick(focused or window_of(self.person), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name} {words}")

    def press(self, name: str, words: str = "") -> None:
        """Go to a button and press it."""
        self.reach(name, words)
        self.key("Space")

    @staticmethod
    def _says(part: QWidget, words: str) -> bool:
        said = part.text() if isinstance(part, QPushButton) else ""
        return not words or words in (said, part.accessibleName())


class Mouse:
    """Works with clicks alone, but for words, which nobody can click; `clicks` counts."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.clicks = 0

    def at(self, moment: str) -> None:
        """Let it be this time, and begin to count anew."""
        self.person.at(moment)
        self.clicks = 0

    def click(self, name: str, words: str = "") -> QWidget:
        """Click on the part of a name (and with these words), scrolled to when it is not seen."""
        found = [
            part
            for part in window_of(self.person).findChildren(QWidget, name)
            if part.isVisible() and Keyboard._says(part, words)
        ]
        assert len(found) == 1, f"{len(found)} parts called {name} {words} are seen"
        return self.on(found[0])

    def on(self, part: QWidget) -> QWidget:
        """Click on a part."""
        assert part.isEnabled(), part.objectName()
        self.clicks += 1
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        self.person.settle()
        return part

    def write(self, name: str, words: str) -> None:
        """Click in a field and type words."""
        field = self.click(name)
        QTest.keyClicks(field, words)
        self.person.settle()
