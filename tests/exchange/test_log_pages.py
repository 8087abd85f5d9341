"""The pages of a log: nothing is lost where a table or a text goes on, and nothing runs off the page."""

from __future__ import annotations

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.printing.log_pages import Column, LogText, Section, log_pages

COLUMNS = (Column("nummer", 10, right=True), Column("wens", 60), Column("sinds", 30))


def _text(rows: tuple[tuple[str, ...], ...], title: str = "Log van de kamer") -> LogText:
    sections = (Section("Leeg", COLUMNS, (), empty="Nog niets."), Section("Wensen", COLUMNS, rows, ("Een noot.",)))
    return LogText(title, "De kamer", ("maart",), sections, ("De kamer", "gemaakt op 11 maart"))


def _read(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_a_long_table_goes_on_under_its_own_head() -> None:
    pages = _read(log_pages(_text(tuple((str(number), f"wens{number}", "maart") for number in range(120)))))
    assert len(pages) >= 3
    assert all(page.count("nummer") == 1 for page in pages)
    assert [
        number
        for number in range(120)
        if not any(f"wens{number}\r" in page or f"wens{number} " in page for page in pages)
    ] == []
    assert [f"{number}/{len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


def test_a_text_of_ten_thousand_letters_is_whole() -> None:
    pages = _read(log_pages(_text((("7", "lang " * 2000, "maart"), ("8", "kort", "mei")))))
    assert sum(page.count("lang") for page in pages) == 2000
    assert "kort" in pages[-1]


def test_a_section_without_rows_says_so_without_a_table() -> None:
    page = _read(log_pages(_text(())))[0]
    assert "Nog niets." in page
    assert "nummer" not in page


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=400), st.text(max_size=40)), max_size=40), st.text())
def test_whatever_was_typed_stays_within_the_page(rows: list[tuple[str, str, str]], title: str) -> None:
    with pypdfium2.PdfDocument(log_pages(_text(tuple(rows), title))) as document:
        for page in document:
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                assert 20 <= left <= right <= page.get_width() - 20
                assert 15 <= bottom <= top <= page.get_height() - 15
