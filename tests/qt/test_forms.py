from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from buurtkamer_app.qt.forms import Form, FormError, fill, register

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Tally</class><widget class="QWidget" name="tally">
 <layout class="QVBoxLayout" name="column">
  <item><widget class="QLineEdit" name="search"/></item>
  <item><widget class="QPushButton" name="count">
    <property name="text"><string>Count one</string></property>
    <property name="glyph" stdset="0"><string notr="true">plus</string></property>
  </widget></item>
  <item><widget class="{promoted}" name="special"/></item>
 </layout>
</widget></ui>
"""


class Special(QLabel):
    """A widget of our own."""


class Tally(Form):
    search: QLineEdit
    count: QPushButton
    special: QLabel
    column: QVBoxLayout
    said = 0
    answer: int

    def say(self) -> None:
        self.said += 1


class Missing(Form):
    nowhere: QLineEdit


class Other(Form):
    search: QSpinBox


@pytest.fixture
def form(tmp_path: Path) -> str:
    file = tmp_path / "tally.ui"
    file.write_text(FORM.replace("{promoted}", "QLabel"), encoding="utf-8")
    return str(file.with_suffix(""))


def test_a_form_gives_a_class_the_parts_that_it_annotates(qtbot: QtBot, form: str) -> None:
    tally = type("Shown", (Tally,), {"form": form})()
    qtbot.addWidget(tally)
    assert tally.objectName() == "tally"
    assert tally.search.parent() is tally
    assert tally.count.text() == "Count one"
    assert not tally.count.icon().isNull()
    assert tally.layout() is tally.column
    assert not hasattr(tally, "answer")


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Missing, "uses nowhere as a QLineEdit, but it is not there"),
        (Other, "uses search as a QSpinBox, but it is a QLineEdit"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_with_names(
    qtbot: QtBot, form: str, kind: type[Form], sentence: str
) -> None:
    class Shown(kind):  # type: ignore[valid-type,misc] # the kind is what the test is about
        pass

    Shown.form = form
    with pytest.raises(FormError, match=sentence):
        Shown()


def test_a_form_that_is_not_there_is_refused_by_its_name(qtbot: QtBot) -> None:
    class Lost(Form):
        form: ClassVar[str] = "shell/lost"

    with pytest.raises(FormError, match="shell/lost"):
        Lost()


def test_a_form_may_use_a_widget_of_our_own(qtbot: QtBot, tmp_path: Path) -> None:
    register(Special)
    (tmp_path / "own.ui").write_text(FORM.replace("{promoted}", "Special"), encoding="utf-8")
    holder = QWidget()
    qtbot.addWidget(holder)
    fill(holder, str(tmp_path / "own"))
    special = holder.findChild(Special)
    assert special is not None
    assert special.objectName() == "special"


def test_a_change_of_language_reaches_what_code_says(qtbot: QtBot, form: str) -> None:
    tally = type("Shown", (Tally,), {"form": form})()
    qtbot.addWidget(tally)
    QApplication.sendEvent(tally, QEvent(QEvent.Type.LanguageChange))
    assert tally.said == 1


def test_a_form_loads_in_a_few_milliseconds(qtbot: QtBot, form: str) -> None:
    shown = type("Shown", (Tally,), {"form": form})
    qtbot.addWidget(shown())
    began = time.perf_counter()
    for _ in range(10):
        qtbot.addWidget(shown())
    assert (time.perf_counter() - began) / 10 < 0.005
