"""Hands at the desk: one that only types, one that only clicks; both count what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

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


def at_work(person: Person) -> QWidget:
    """Give the part that has the keys; a desktop makes the window the active one again when a dialog closed."""
    window = window_of(person)
    if not window.isActiveWindow():
        window.activateWindow()
        person.wait(window.isActiveWindow)
    return QApplication.focusWidget() or window


def seen(person: Person, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Give the one part of that name that is seen where one works now."""
    found = [part for part in window_of(person).findChildren(kind, name) if part.isVisible()]
    assert len(found) == 1, f"{len(found)} parts called {name} are seen"
    return found[0]


def letters(field: QWidget, words: str) -> None:
    """Type words letter by letter; QTest knows the keys of plain letters only."""
    for letter in words:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, _PLAIN, letter))


def says(part: QWidget, words: str) -> bool:
    """Tell whether a part has these words, or their beginning; no words are on everything."""
    said = part.text() if isinstance(part, (QPushButton, QLabel)) else ""
    return not words or said.startswith(words) or part.accessibleName().startswith(words)


def _pressable(part: QWidget) -> bool:
    return isinstance(part, QPushButton) or part.property("kind") == "pressed"


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
        focused = at_work(self.person)
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

    def go(self, number: int, name: str) -> None:
        """Go to a page with Ctrl and its number; a key on a button presses it a blink later."""
        self.ctrl(str(number))
        self.person.wait(lambda: self.person.desktop.window.current() == name)
        self.person.settle()

    def ask(self, name: str) -> None:
        """Press the key that opens something over the page, and wait until it is there."""
        self.key(name)
        self.person.wait(lambda: QApplication.activeModalWidget() is not None)
        self.person.settle()

    def write(self, words: str) -> None:
        """Type words where the cursor stands."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, (QLineEdit, QPlainTextEdit)), focused
        self.letters += len(words)
        letters(focused, words)
        self.person.settle()

    def reach(self, name: str, words: str = "") -> QWidget:
        """Go with Tab to the part of a name (any, when it is empty) with these words, as one does without a mouse."""
        for _ in range(_FAR):
            focused = at_work(self.person)
            if name in ("", focused.objectName()) and says(focused, words):
                return focused
            self.steps += 1
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name} {words}")

    def press(self, name: str, words: str = "") -> None:
        """Go to a button and press it."""
        self.reach(name, words)
        self.key("Space")


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
            for part in window_of(self.person).findChildren(QWidget)
            if part.isVisible() and says(part, words) and (part.objectName() == name if name else _pressable(part))
            if not isinstance(part, QLabel)
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
        self.click(name)
        # A click may bring another field in the place of this one: the one that is seen now is typed in.
        letters(seen(self.person, name), words)
        self.person.settle()

    def at_row(self, rows: QAbstractItemView, row: int) -> None:
        """Click on a row of a list."""
        self.clicks += 1
        cell = rows.visualRect(rows.model().index(row, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, _PLAIN, cell)
        self.person.settle()
