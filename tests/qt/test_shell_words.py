from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base.settings import Settings
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.words import switch_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

FORM = """<ui version="4.0"><class>Day</class><widget class="QWidget" name="day">
<layout class="QVBoxLayout" name="column"><item><widget class="QPushButton" name="shut">
<property name="text"><string>Close the day</string></property></widget></item>
</layout></widget></ui>"""
WORDS = {"nl": "De dag afsluiten", "nl_BE": "De dag sluiten"}
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGUE = HEAD + 'msgid "Close the day"\nmsgstr "{}"\n'


class Day(Form):
    shut: QPushButton
    said = ""

    def say(self) -> None:
        self.said = i18n.translate("Close the day")


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for language, words in WORDS.items():
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "buurtkamer.mo").open("wb") as out:
            write_mo(out, read_po(CATALOGUE.format(words).splitlines(keepends=True)))
    monkeypatch.setattr(paths, "catalogues", lambda: tmp_path)
    monkeypatch.setattr(gettext, "_translations", {})
    yield tmp_path
    switch_language(qapp, Settings(language="en"))


def test_forms_and_code_change_language_while_they_are_shown(
    qapp: QApplication, qtbot: QtBot, catalogues: Path
) -> None:
    (catalogues / "day.ui").write_text(FORM, encoding="utf-8")
    day = type("Shown", (Day,), {"form": str(catalogues / "day")})()
    qtbot.addWidget(day)
    day.show()
    assert isinstance(day.shut, QPushButton)
    for language, words in [("nl", WORDS["nl"]), ("nl_BE", WORDS["nl_BE"]), ("en", "Close the day")]:
        switch_language(qapp, Settings(language=language))
        qtbot.waitUntil(lambda words=words: day.shut.text() == words)  # type: ignore[misc] # mypy: the default
        assert day.said == words


def test_qt_itself_speaks_dutch_in_flanders_too(qapp: QApplication, catalogues: Path) -> None:
    for language in ("nl", "nl_BE"):
        switch_language(qapp, Settings(language=language))
        assert qapp.translate("QPlatformTheme", "Cancel").replace("&", "") == "Annuleren"
    switch_language(qapp, Settings(language="en"))
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
