"""Every word that a person sees goes through the catalogues, and the catalogues have all of them."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import i18n, paths

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(paths.shipped() / "installer"))

import catalogues

_BRACES = re.compile(r"{(\w+)}")
_LETTERS = re.compile(r"(?!(?:Ctrl|Alt|Enter|Esc)\b)\b[A-Za-z]{2,}")
# Calls that put words on the screen or on paper.
_SHOWS = frozenset(
    {
        "setText",
        "setTitle",
        "setWindowTitle",
        "setToolTip",
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setStatusTip",
        "setSuffix",
        "setPrefix",
        "setInformativeText",
        "addItem",
        "addAction",
        "addButton",
        "drawString",
        "drawText",
        "echo",
    }
)
# Classes that show the words that they are made with.
_MADE_WITH_WORDS = frozenset({"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"})


@pytest.fixture(scope="module")
def dutch() -> dict[str, str]:
    """Give the Dutch words by message id."""
    return catalogues.words_of("nl")


def test_the_dutch_catalogue_has_every_message_and_no_other(dutch: dict[str, str]) -> None:
    said = set(catalogues.said())
    assert said - dutch.keys() == set()
    assert dutch.keys() - said == set()
    assert [message for message, words in dutch.items() if not words] == []


def test_the_flemish_catalogue_holds_only_what_differs(dutch: dict[str, str]) -> None:
    for message, words in catalogues.words_of("nl_BE").items():
        assert words
        assert words != dutch[message]


@pytest.mark.parametrize("language", ["nl", "nl_BE"])
def test_a_translation_fills_the_same_braces_as_its_message(language: str) -> None:
    for message, words in catalogues.words_of(language).items():
        assert set(_BRACES.findall(words)) == set(_BRACES.findall(message)), message


def test_sentences_are_short_enough_to_be_read_at_the_desk(dutch: dict[str, str]) -> None:
    """B1: at most twelve words a sentence; help of the command line is for who can look it up."""
    long = []
    for message, files in catalogues.said().items():
        if not all(file.endswith(("cli.py", "_group.py")) for file in files):
            long += [said for said in re.split(r"[.!?:·]\s", dutch[message]) if len(said.split()) > 12]
    assert long == []


def test_no_word_is_shown_that_is_not_in_the_catalogues() -> None:
    assert list(_literal_words()) == []


def test_switching_the_language_changes_what_is_said() -> None:
    said = {}
    for language in i18n.LANGUAGES:
        i18n.speak(language)
        said[language] = i18n.translate("Only the coordinator can do this.")
    assert said["en"] == "Only the coordinator can do this."
    assert len(set(said.values())) == 3


def _literal_words() -> Iterator[str]:
    """Give every place where a call that shows words is given some as they are."""
    for folder in ("qt", "desktop", "printing", "commands"):
        for path in sorted((Path(paths.shipped()) / "buurtkamer_app" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in _SHOWS | _MADE_WITH_WORDS:
                    for argument in node.args:
                        for text in _texts(argument):
                            if _LETTERS.search(text):
                                yield f"{path.name}:{node.lineno} {text!r}"


def _texts(node: ast.expr) -> Iterator[str]:
    """Give the texts that stand in an expression as they are, those of an f-string too, but not in calls inside it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from _texts(part)
