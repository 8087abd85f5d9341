"""A real room from its first start: set up, closed, opened with the passphrase and with the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base import paths
from buurtkamer_app.qt.desk.tally_button import TallyButton
from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Person

LEFT = Qt.MouseButton.LeftButton
WORDS = "molen fiets regen kaas brood"
PIN = "271828"


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the device secrets of this test in a profile of its own."""
    monkeypatch.setattr(paths, "user_secrets", lambda: tmp_path / "profile")


def write(person: Person, name: str, text: str) -> None:
    """Type in a field, over what stood there; QTest types plain letters only."""
    field = person.see(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.clear()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        field.insert(text)


def press(person: Person, name: str) -> None:
    """Click a button."""
    QTest.mouseClick(person.see(QPushButton, name), LEFT)


def set_up(person: Person) -> str:
    """Go through the five steps of the set-up, the second key holder later; give the recovery code."""
    person.wait(lambda: any(field.isVisible() for field in person.desktop.window.findChildren(QLineEdit, "street")))
    write(person, "name", "Buurtkamer De Linde")
    press(person, "next")
    press(person, "next")
    for field, text in (("name", "Wilma"), ("pin", PIN), ("pin_again", PIN), ("words", WORDS), ("again", WORDS)):
        write(person, field, text)
    press(person, "next")
    person.wait(lambda: person.desktop.entrance.door.house is not None)
    person.wait(lambda: any(label.isVisible() for label in person.desktop.window.findChildren(QLabel, "code")))
    code = person.see(QLabel, "code")
    assert isinstance(code, QLabel)
    person.wait(lambda: code.text() != "")
    have = person.see(QCheckBox, "have")
    assert isinstance(have, QCheckBox)
    have.setChecked(True)
    said = code.text()
    press(person, "next")
    press(person, "later")
    return said


def sign_in(person: Person) -> None:
    """Sign the coordinator in."""

    def wilma() -> list[QPushButton]:
        buttons = person.desktop.window.findChildren(QPushButton)
        return [button for button in buttons if button.isVisible() and button.text() == "Wilma"]

    person.wait(lambda: bool(wilma()))
    QTest.mouseClick(wilma()[0], LEFT)
    pin = person.see(QLineEdit, "pin")
    QTest.keyClicks(pin, PIN)
    QTest.keyClick(pin, Qt.Key.Key_Return)
    person.wait(lambda: person.desktop.actor.name == "Wilma")
    person.settle()


def count(person: Person) -> int:
    """Read how many walked in off the button."""
    button = person.see(TallyButton, "walk_in")
    assert isinstance(button, TallyButton)
    return button.counted or 0


def answer(person: Person) -> str:
    """Read what the cold desk says."""
    panel = person.desktop.window.findChild(UnlockPanel)
    assert panel is not None
    return str(panel.answer.text())


def test_a_room_is_set_up_closed_and_opened_again(open_desk: Callable[..., Person]) -> None:
    first = open_desk(real=True)
    code = set_up(first)
    sign_in(first)
    assert set(first.desktop.window.rail.buttons) == {
        "today",
        "wishes",
        "activities",
        "rota",
        "looking_back",
        "prints",
        "office",
    }
    QTest.mouseClick(first.see(TallyButton, "walk_in"), LEFT)
    first.settle()
    assert count(first) == 1
    first.desktop.window.close()

    second = open_desk(real=True)
    second.wait(lambda: second.desktop.window.findChild(UnlockPanel) is not None)
    assert second.desktop.entrance.door.house is None
    assert not [b for b in second.desktop.window.findChildren(TallyButton) if b.isVisible()]
    write(second, "words", "iets heel anders")
    press(second, "open")
    second.wait(lambda: "wachtzin" in answer(second).lower())
    assert second.desktop.entrance.door.house is None
    write(second, "words", WORDS)
    press(second, "open")
    sign_in(second)
    assert count(second) == 1
    second.desktop.window.close()

    third = open_desk(real=True)
    third.wait(lambda: third.desktop.window.findChild(UnlockPanel) is not None)
    press(third, "switch_way")
    for field, text in (
        ("code", " ".join(code.lower().split())),
        ("fresh", "nieuwe woorden voor hier"),
        ("again", "nieuwe woorden voor hier"),
    ):
        write(third, field, text)
    press(third, "open")
    sign_in(third)
    assert count(third) == 1
