"""Every script is drawn as it is written: joined, in the right order, and found again when a sheet is searched."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pypdfium2
import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base import paths
from buurtkamer_app.printing import scripts, shaping
from buurtkamer_app.printing.house_style import LEADING, MARGIN, ROOM, Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
from buurtkamer_app.printing.wrapping import RIGHT_TO_LEFT, wrap

from .boxes import check
from .seen import alike, line, reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEEN: Final = {
    "arabic-week": "هذا الأسبوع",
    "arabic-hours": "أوقات العمل",
    "arabic-room": "هذا الأسبوع في Buurtkamer",
    "arabic-times": "الجمعة من 10.00 إلى 20.00",
    "mixed": "Taalcafé مقهى اللغة 13.30",
    "farsi": "همه خوش آمدید",
    "ukrainian-week": "Цього тижня: п’ятниця",
    "ukrainian-hours": "Години роботи",
}
ARABIC: Final = [name for name, words in SEEN.items() if any(scripts.script(char) for char in words)]
PLAIN: Final = """
import sys
from buurtkamer_app.printing.house_style import Sheet
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width
sheet = Sheet("Koffie", "Buurtkamer")
words = printable("Café Łódź Українська Ελένη")
sheet.text(words, (40, 40), Face.BOLD, 12)
print(width(words, Face.BOLD, 12) > 0, "bidi" in sys.modules)
"""
MIXED: Final = st.text("ابجدهـ אבג ሀለሐ abcÉÅ 0123 .,-/", max_size=50)


def sheet(*lines: str, size: float = 20.0) -> bytes:
    """Make a sheet of lines of text."""
    drawn = Sheet("Lines", "Buurtkamer")
    for number, words in enumerate(lines):
        drawn.text(words, (MARGIN, 40 + number * size * LEADING), Face.REGULAR, size)
    drawn.turn()
    return drawn.done()


def read(pdf: bytes) -> str:
    """Read the text of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


@pytest.mark.parametrize("name", SEEN)
def test_a_line_looks_as_another_program_sets_it(name: str) -> None:
    assert alike(line(SEEN[name]), reference(name)) > 0.75


@pytest.mark.parametrize("name", ARABIC)
def test_letters_that_stand_alone_would_be_seen(name: str) -> None:
    assert alike(line("\u200c".join(SEEN[name])), reference(name)) < 0.5


@pytest.mark.parametrize("name", SEEN)
def test_words_in_the_wrong_order_would_be_seen(name: str) -> None:
    assert alike(line(" ".join(reversed(SEEN[name].split()))), reference(name)) < 0.5


@pytest.mark.parametrize(
    "words", ["مقهى اللغة لا بأس", "می‌خواهم گلابی", "من 10.00 إلى 12.00", "מועדון שפה (13.30)", "ቋንቋ ካፌ", "Ọjọ́ ẹ̀kọ́"]
)
def test_a_line_is_read_back_in_the_order_in_which_one_reads(words: str) -> None:
    assert words in read(sheet(words))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Poppler is not installed")
@pytest.mark.parametrize("words", ["مقهى اللغة لا بأس", "می‌خواهم گلابی", "ቋንቋ ካፌ", "Ọjọ́ ẹ̀kọ́"])
def test_another_reader_finds_the_same(words: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sheet(words))
    told = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(tmp_path / "sheet.pdf"), "-"], capture_output=True, check=True
    )
    assert words in told.stdout.decode()


def test_its_fonts_are_embedded() -> None:
    pdf = sheet("قهوة שלום ቋንቋ")
    for name in (b"NotoSansArabic-Regular", b"NotoSansHebrew-Regular", b"NotoSansEthiopic-Regular"):
        assert b"+" + name in pdf
    assert pdf.count(b"/FontFile2") == 3
    assert b"Helvetica" not in pdf


def test_what_was_drawn_before_changes_no_byte() -> None:
    first = sheet("مقهى اللغة", "Ọjọ́")
    sheet("بيت الجيران والأصدقاء", "ẹ̀kọ́")
    assert sheet("مقهى اللغة", "Ọjọ́") == first


def test_a_sheet_of_plain_letters_loads_no_shaping() -> None:
    told = subprocess.run([sys.executable, "-c", PLAIN], capture_output=True, check=True, text=True)
    assert told.stdout.split() == ["True", "False"]


def test_a_sheet_comes_out_when_a_font_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    # As they are before anything is kept: another test has loaded these fonts.
    monkeypatch.setattr(scripts, "font", scripts.font.__wrapped__)
    monkeypatch.setattr(scripts, "drawn", scripts.drawn.__wrapped__)
    assert printable("حمدي en Ria") == "Hmdy en Ria"
    assert "Hmdy en Ria" in read(sheet(printable("حمدي en Ria")))


def test_facts_keep_their_places_whatever_script_they_are_in() -> None:
    starts = [run.codes for run in shaping.shaped("محمد · Huiskamer · € 1,50", Face.REGULAR)]
    assert [codes for codes in starts if codes.isascii() or "€" in codes] == ["Huiskamer", "€ 1,50"]
    assert not starts[0].isascii()


def test_a_line_that_is_marked_goes_from_right_to_left_whatever_it_begins_with() -> None:
    marked = shaping.shaped(RIGHT_TO_LEFT + "Buurtkamer مقهى", Face.REGULAR)
    assert shaping.shaped("Buurtkamer مقهى", Face.REGULAR)[0].codes.strip() == "Buurtkamer"
    assert marked[-1].codes == "Buurtkamer"


def test_a_text_from_right_to_left_is_broken_in_the_order_in_which_one_reads() -> None:
    words = "هذا الأسبوع في بيت الجيران قهوة وشاي"
    lines = wrap(RIGHT_TO_LEFT + words, Face.REGULAR, 20, 120)
    assert len(lines) > 2
    assert all(part.startswith(RIGHT_TO_LEFT) and width(part, Face.REGULAR, 20) <= 120 for part in lines)
    assert " ".join(part.removeprefix(RIGHT_TO_LEFT) for part in lines) == words


@given(MIXED)
def test_runs_go_as_another_program_lays_them_out(words: str) -> None:
    for base, way in ((0, "L"), (1, "R")):
        levels = shaping._levels(words, base)
        order = shaping._reordered(levels)
        shown = "".join(words[at] for at in order)
        # Blanks at the end of a line belong to the line; we set none there.
        assert shown.strip() == get_display(words, base_dir=way).strip()


@given(st.text("e\u0301\u0323\u0300o\u0308nA", max_size=20))
def test_a_mark_takes_no_room_beside_its_letter(words: str) -> None:
    known = printable(words)
    bare = "".join(char for char in known if not "\u0300" <= char <= "\u036f")
    assert width(known, Face.REGULAR, 10) == pytest.approx(width(bare, Face.REGULAR, 10), abs=1.5)


@pytest.mark.parametrize(
    ("typed", "paper"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ria\u200c\u200d de Wit", "Ria de Wit"),
        ("سَلَام", "سلام"),
        ("שָׁלוֹם", "שלום"),
        ("\u0301Ria", "Ria"),
        ("e\u0301\u0323\u0300\u0308\u0301", "ẹ́̀"),
        ("ሰላም 👋", "ሰላም"),
        ("नमस्ते", "Nmste"),
    ],
)
def test_a_text_is_brought_to_what_a_line_can_hold(typed: str, paper: str) -> None:
    assert printable(typed) == paper


def lines(texts: list[str], size: float) -> Iterator[str]:
    """Give texts in lines as wide as a sheet, as many as fit on one."""
    every = [part for text in texts for part in wrap(printable(text), Face.BOLD, size, ROOM)]
    yield from every[: int(700 / (size * LEADING))]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("ابتثجحخدرزسشصضطظعغفقكلمنهويىئؤأإآةپچژگکی אבגץ ሀለሸ ÉÅgjpy 0123، ().", max_size=60), max_size=9))
def test_lines_of_any_script_keep_apart(texts: list[str]) -> None:
    drawn = Sheet("Lines", "Buurtkamer")
    for number, part in enumerate(lines(texts, 13)):
        assert width(part, Face.BOLD, 13) <= ROOM + 0.01
        drawn.text(part, (MARGIN, 40 + number * 13 * LEADING), Face.BOLD, 13)
    drawn.turn()
    check(drawn.done())


def test_every_weight_of_a_script_draws_the_same_letters() -> None:
    for script in scripts.Script:
        regular, bold = scripts.font(script, bold=False), scripts.font(script, bold=True)
        assert regular is not None
        assert bold is not None
        assert regular.drawn == bold.drawn


def test_blocks_of_scripts_are_in_order_and_apart() -> None:
    assert all(one[1] < other[0] for one, other in pairwise(scripts._BLOCKS))
