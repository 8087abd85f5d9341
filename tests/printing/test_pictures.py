"""Pictures, clocks, coins and the shapes of days on paper: the very files of the screen, as lines and curves."""

from __future__ import annotations

import io
import re
import time
from datetime import time as clock
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.printing.clock_face import hands, put_clock, put_light
from buurtkamer_app.printing.coins import money_height, pieces, put_money, rows_of
from buurtkamer_app.printing.day_marks import put_mark
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house_style import INK, Sheet
from buurtkamer_app.printing.pictures import put_picture
from buurtkamer_app.qt import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIDE = 200


def _drawn(pdf: bytes, scale: float = 1.0) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=scale).to_pil().convert("L")


def _sheet_with(name: str, side: float = SIDE) -> bytes:
    sheet = Sheet("t", "a")
    put_picture(sheet, name, (100, 100), side)
    sheet.turn()
    return sheet.done()


def _on_screen(name: str) -> Image.Image:
    """Draw a picture as the window does."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icons.picture(name, INK, SIDE, SIDE).save(buffer, "PNG")
    drawn = Image.open(io.BytesIO(buffer.data().data()))
    return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("L")


def _inked(picture: Image.Image) -> tuple[int, int, int, int]:
    """Give the box of what is not white."""
    box = ImageChops.invert(picture).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("name", ["mug-hot", "bicycle", "chess-knight", "table-cells", "bus", "dumbbell"])
def test_a_picture_on_paper_is_the_one_on_the_screen(qapp: QApplication, name: str) -> None:
    page, shown = _drawn(_sheet_with(name)), _on_screen(name)
    paper, screen = page.crop(_inked(page)), shown.crop(_inked(shown))
    # On the screen a little air is left around it.
    screen = screen.resize(paper.size)
    apart = sum(abs(one - other) > 128 for one, other in zip(paper.tobytes(), screen.tobytes(), strict=True))
    assert apart < 0.03 * len(paper.tobytes())


@pytest.mark.parametrize("name", ["dumbbell", "person", "mug-hot"])
def test_a_picture_lies_within_its_square_in_its_own_proportions(name: str) -> None:
    left, top, right, bottom = _inked(_drawn(_sheet_with(name)))
    assert left >= 100 - 1
    assert top >= 100 - 1
    assert right <= 300 + 1
    assert bottom <= 300 + 1
    small = _inked(_drawn(_sheet_with(name, SIDE / 2), 2.0))
    assert (right - left, bottom - top) == pytest.approx((small[2] - small[0], small[3] - small[1]), abs=2)


def test_every_picture_can_be_drawn_and_leaves_ink() -> None:
    sheet = Sheet("t", "a")
    for number, name in enumerate(WORDS):
        put_picture(sheet, name, (30 + number % 10 * 50, 30 + number // 10 * 50), 40)
    sheet.turn()
    page = _drawn(sheet.done())
    for number, name in enumerate(WORDS):
        left, top = 30 + number % 10 * 50, 30 + number // 10 * 50
        assert ImageChops.invert(page.crop((left, top, left + 40, top + 40))).getbbox(), name


def test_the_files_are_what_the_drawing_understands() -> None:
    for file in (paths.resources() / "icons").glob("*.svg"):
        written = file.read_text(encoding="utf-8")
        assert re.findall(r"<(\w+)", written) == ["svg", "path"], file
        assert "fill-rule" not in written, file
        assert "transform" not in written, file


def test_the_same_picture_twice_is_in_the_file_once() -> None:
    def size(times: int) -> int:
        sheet = Sheet("t", "a")
        for number in range(times):
            put_picture(sheet, "bicycle", (30, 30 + number), 40)
        sheet.turn()
        return len(sheet.done())

    assert size(100) - size(1) < 3_000


def test_a_picture_is_an_artifact_without_text() -> None:
    pdf = _sheet_with("bus")
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_textpage().get_text_range() == ""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        written = opened.pages[0].Contents.read_bytes()
    assert b"/Artifact BMC" in written
    assert written.count(b"BMC") == written.count(b"EMC")


def test_a_picture_wears_the_colours_of_the_sheet() -> None:
    def darkest(ink: Ink) -> tuple[int, int, int]:
        sheet = Sheet("t", "a", dress=Dress(ink=ink))
        put_picture(sheet, "egg", (100, 100), SIDE, "#a0303c")
        sheet.turn()
        with pypdfium2.PdfDocument(sheet.done()) as document:
            seen = document[0].render().to_pil().convert("RGB").crop((200, 200, 201, 201)).tobytes()
        return seen[0], seen[1], seen[2]

    assert darkest(Ink.COLOUR) == (0xA0, 0x30, 0x3C)
    assert len(set(darkest(Ink.BLACK))) == 1


def test_a_picture_that_is_missing_says_what_to_do() -> None:
    with pytest.raises(StoreError):
        put_picture(Sheet("t", "a"), "no-such-picture", (0, 0), 10)


def test_pictures_are_quick() -> None:
    sheet = Sheet("t", "a")
    put_picture(sheet, "bus", (10, 10), 10)
    begun = time.perf_counter()
    for _ in range(1_000):
        put_picture(sheet, "bus", (10, 10), 10)
    assert time.perf_counter() - begun < 0.5


@pytest.mark.parametrize(
    ("at", "turned"),
    [
        (clock(0), (0, 0)),
        (clock(3), (90, 0)),
        (clock(15), (90, 0)),
        (clock(10, 30), (315, 180)),
        (clock(19, 45), (232.5, 270)),
    ],
)
def test_the_hands_of_a_clock_stand_where_they_belong(at: clock, turned: tuple[float, float]) -> None:
    assert hands(at) == pytest.approx(turned)


def test_a_clock_shows_its_hands_and_the_light_tells_morning_from_evening() -> None:
    def drawn(at: clock) -> bytes:
        sheet = Sheet("t", "a")
        put_clock(sheet, (100, 100), 100, at)
        put_light(sheet, (300, 100), 40, at)
        sheet.turn()
        return _drawn(sheet.done()).tobytes()

    assert drawn(clock(7)) != drawn(clock(19))
    assert drawn(clock(7)) != drawn(clock(8))
    assert drawn(clock(7)) == drawn(clock(7))


@given(st.integers(0, 300_000))
def test_the_drawn_money_is_the_amount_or_a_heap(cents: int) -> None:
    found = pieces(cents)
    assert len(found) <= 8
    assert sum(found) in {0, cents}
    assert list(found) == sorted(found, reverse=True)
    assert [piece for row in rows_of(cents, 90) for piece in row] == list(found)
    # Eight notes under each other at most.
    assert 0 < money_height(cents, 90) < 280


def test_one_euro_fifty_is_two_coins_and_five_euros_a_note() -> None:
    assert pieces(150) == (100, 50)
    assert pieces(500) == (500,)
    assert pieces(1285) == (1000, 200, 50, 20, 10, 5)
    assert pieces(99_99) == ()


@pytest.mark.parametrize("ink", list(Ink))
def test_the_numbers_on_coins_can_be_read(ink: Ink) -> None:
    sheet = Sheet("t", "a", dress=Dress(ink=ink))
    put_money(sheet, 1285, (100, 100), 90)
    put_money(sheet, 0, (300, 100), 90)
    put_money(sheet, 99_99, (400, 100), 90)
    sheet.turn()
    with pypdfium2.PdfDocument(sheet.done()) as document:
        read = document[0].get_textpage().get_text_range().split()
    assert read == ["10", "2", "50", "20", "10", "5"]


@pytest.mark.parametrize("ink", list(Ink))
def test_the_shapes_of_the_days_differ_without_their_colours(ink: Ink) -> None:
    drawn = []
    for weekday in range(7):
        sheet = Sheet("t", "a", dress=Dress(ink=ink))
        put_mark(sheet, weekday, (100, 100), SIDE, colour="#000000")
        sheet.turn()
        page = _drawn(sheet.done())
        left, top, right, bottom = _inked(page)
        assert 90 <= left < right <= 310
        assert 90 <= top < bottom <= 310
        drawn.append(page.crop((90, 90, 310, 310)).tobytes())
    for one, other in combinations(drawn, 2):
        assert sum(abs(a - b) > 128 for a, b in zip(one, other, strict=True)) > 1_500


def test_the_readme_names_where_the_pictures_come_from() -> None:
    assert "CC BY 4.0" in Path(paths.resources() / "icons" / "README.md").read_text(encoding="utf-8")
