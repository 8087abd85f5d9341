"""What is for one pair of eyes is in no part of the window once it is locked, nor when somebody else signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from buurtkamer_app.qt.desk.concern_row import ConcernRow

from .test_afternoon import LEFT, sign_in, sign_in_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Person

CONCERN, NOTE, TYPED = "Geheimzorg", "Geheimbrief", "Geheimtekst"
COORDINATOR = "Coördinator (oefenen)"


def seen(person: Person) -> str:
    """Give all words that are seen now, in whatever part of the window or of a dialog."""
    found: list[str] = []
    for part in person.desktop.window.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, (QLabel, QPushButton, QLineEdit)):
            found.append(part.text())
        elif isinstance(part, (QPlainTextEdit, QTextEdit)):
            found.append(part.toPlainText())
        elif isinstance(part, QComboBox):
            found.append(part.currentText())
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
    return "\n".join(found)


def look_everywhere(person: Person) -> str:
    """Give all words of all pages that whoever is at the desk may open."""
    words = [seen(person)]
    for button in person.desktop.window.rail.buttons.values():
        if button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, LEFT)
            person.settle()
            words.append(seen(person))
    return "\n".join(words)


def lock(person: Person) -> None:
    """Lock with the key, from whatever is open."""
    at = QApplication.activeModalWidget() or person.desktop.window
    person.wait(at.isActiveWindow)
    QTest.keyClick(at, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: person.desktop.actor.name == "")
    person.settle()


def test_a_concern_that_is_open_and_a_note_for_one_are_read_by_nobody_else(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, COORDINATOR)
    carlos: list[object] = []

    def write(services: object) -> None:
        services.concerns.write(CONCERN)  # type: ignore[attr-defined]
        services.handover.write(NOTE, services.people.host_named("Carlos Pinas").id)  # type: ignore[attr-defined]

    person.desktop.tasks.write(write, carlos.append)
    person.settle()
    person.desktop.overlays.ask("concerns")
    person.settle()
    person.wait(lambda: any(row.isVisible() for row in person.desktop.window.findChildren(ConcernRow)))
    row = next(row for row in person.desktop.window.findChildren(ConcernRow) if row.isVisible())
    QTest.mouseClick(row.open, LEFT)
    person.wait(lambda: CONCERN in seen(person))
    field = person.see(QPlainTextEdit, "decided")
    QTest.keyClicks(field, TYPED)
    lock(person)
    assert not any(secret in seen(person) for secret in (CONCERN, NOTE, TYPED))
    sign_in_here(person, "Ria Postma")
    words = look_everywhere(person)
    assert not any(secret in words for secret in (CONCERN, NOTE, TYPED))
    lock(person)
    sign_in_here(person, "Carlos Pinas")
    words = look_everywhere(person)
    assert NOTE in words
    assert not any(secret in words for secret in (CONCERN, TYPED))


def begin(person: Person, dialog: QWidget) -> QPlainTextEdit:
    """Go to where one writes what was seen, of a visitor."""
    for name in ("worry", "visitor"):
        button = dialog.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, LEFT)
        person.settle()
    return next(part for part in dialog.findChildren(QPlainTextEdit) if part.isVisible())


def test_a_concern_that_is_being_written_is_given_back_to_its_writer_only(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    person.desktop.overlays.ask("concern")
    person.settle()
    dialog = person.see(QDialog, "concern")
    field = begin(person, dialog)
    QTest.keyClicks(field, TYPED)
    lock(person)
    assert TYPED not in seen(person)
    sign_in_here(person, "Carlos Pinas")
    assert TYPED not in look_everywhere(person)
    person.desktop.overlays.ask("concern")
    person.settle()
    assert TYPED not in begin(person, person.see(QDialog, "concern")).toPlainText()
    lock(person)
    sign_in_here(person, "Ria Postma")
    person.desktop.overlays.ask("concern")
    person.settle()
    again = begin(person, person.see(QDialog, "concern"))
    person.wait(lambda: again.toPlainText() == TYPED)


def test_names_are_hidden_with_one_key_also_in_a_dialog(open_desk: Callable[[], Person]) -> None:
    person = open_desk()
    sign_in(person, "Ria Postma")
    person.desktop.tasks.write(lambda services: services.arrivals.come_in(["Zeynep"]), lambda _: None)
    person.settle()
    person.desktop.overlays.ask("inside")
    person.wait(lambda: "Zeynep" in seen(person))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    person.wait(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    person.wait(lambda: "Zeynep" not in seen(person))
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    person.wait(lambda: "Zeynep" in seen(person))
