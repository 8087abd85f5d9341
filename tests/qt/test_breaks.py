"""Words that are wider than their line: they go on below, and say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from buurtkamer_app.qt.breaks import breakable, fitting
from buurtkamer_app.qt.table_model import Column, RecordsModel, WholeLines, share_width, show_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_BREAK = "\u200b"
_WORDS = st.text(st.characters(exclude_characters=_BREAK, exclude_categories=["Cs"]), max_size=80)


def wide(word: str) -> int:
    """Reckon ten for every letter."""
    return 10 * len(word)


@given(_WORDS)
def test_a_label_says_the_same_words_with_no_piece_that_is_long(words: str) -> None:
    told = breakable(words)
    assert told.replace(_BREAK, "") == words
    assert all(len(piece) < 25 for word in told.split() for piece in word.split(_BREAK))


def test_words_of_a_language_are_not_broken_in_a_label() -> None:
    words = "Vraag de evenementenvergunning aan bij Ömer Şahin, 020 000 01 01"
    assert breakable(words) == words


@given(_WORDS, st.integers(10, 200))
def test_a_cell_breaks_no_word_that_fits_and_all_that_do_not(words: str, room: int) -> None:
    told = fitting(words, wide, room)
    assert told.replace(_BREAK, "") == words
    assert all(wide(piece) <= room for word in told.split() for piece in word.split(_BREAK))
    if all(wide(word) <= room for word in words.split()):
        assert told == words


def test_no_letter_is_left_alone_where_a_word_is_broken() -> None:
    assert fitting("Nu aanvragen", wide, 80) == f"Nu aanvr{_BREAK}agen"


def test_a_long_word_makes_its_row_as_high_as_it_needs(qtbot: QtBot) -> None:
    view, model = QTableView(), RecordsModel([Column("Name", str)])
    show_in(view, model)
    share_width(view, {0})
    qtbot.addWidget(view)
    view.resize(200, 400)
    model.put(["Ria", "W" * 100])
    view.show()
    lines = view.fontMetrics().height()
    qtbot.waitUntil(lambda: view.rowHeight(1) > 5 * lines)
    assert view.rowHeight(0) < 4 * lines
    # What is read aloud and copied has no breaks in it.
    assert model.index(1, 0).data() == "W" * 100


def test_a_cell_too_narrow_for_words_is_left_alone(qtbot: QtBot) -> None:
    view, model = QTableView(), RecordsModel([Column("Name", str)])
    qtbot.addWidget(view)
    show_in(view, model)
    share_width(view, {0})
    model.put(["Communitybuilder"])
    option: Any = QStyleOptionViewItem()
    option.rect.setWidth(3)
    delegate = view.itemDelegate()
    assert isinstance(delegate, WholeLines)
    delegate.initStyleOption(option, model.index(0, 0))
    assert option.text == "Communitybuilder"
