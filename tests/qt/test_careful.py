"""The gentle line under a field: it comes after a pause, says what to do, goes again, and stops nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QGridLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.people.careful import Delicate
from buurtkamer_app.qt.careful import REFUSES, WORDS, Careful, warnings
from buurtkamer_app.qt.text_field import TextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NUMBER = "This looks like a citizen service number. Take it out."


def test_every_kind_has_its_sentence() -> None:
    assert WORDS.keys() == {kind.value for kind in Delicate}


def test_a_number_that_passes_is_warned_of_unless_the_field_refuses_it_itself() -> None:
    assert warnings("bel 111222333") == [NUMBER]
    assert warnings("bel 111222333", numbers=False) == []
    assert warnings("bel 0612345678 om 10.00") == []


@pytest.mark.parametrize("kind", [QVBoxLayout, QHBoxLayout, QGridLayout, QFormLayout])
def test_the_line_stands_under_the_field_in_any_form_and_goes_again(qtbot: QtBot, kind: type[QLayout]) -> None:
    window, inner = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(inner)
    layout = kind(inner)
    field = TextField()
    layout.addWidget(field)
    window.show()
    QTest.keyClicks(field, "Zij is depressief")
    qtbot.waitUntil(lambda: field.careful.line is not None and field.careful.line.isVisible())
    line = field.careful.line
    assert line is not None
    assert line.text() == translate(WORDS["health"])
    assert line.mapTo(window, line.rect().topLeft()).y() >= field.mapTo(window, field.rect().topLeft()).y()
    assert field.accessibleDescription() == line.text()
    field.clear()
    assert not line.isVisible()
    assert field.accessibleDescription() == ""


def test_nothing_is_said_of_plain_words_and_nothing_is_stopped(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    careful = Careful(field)
    window.show()
    QTest.keyClicks(field, "de Turkse bakker, geloof ik")
    qtbot.wait(600)
    assert careful.line is None
    assert careful.said == []
    QTest.keyClicks(field, " is dement")
    qtbot.waitUntil(lambda: careful.said == [WORDS["health"]])
    assert field.text() == "de Turkse bakker, geloof ik is dement"


def test_a_field_that_refuses_numbers_itself_says_it_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = TextField(window)
    QVBoxLayout(window).addWidget(field)
    field.setProperty(REFUSES, True)
    window.show()
    QTest.keyClicks(field, "111222333 is dement")
    qtbot.waitUntil(lambda: field.careful.said == [WORDS["health"]])
    window.close()
