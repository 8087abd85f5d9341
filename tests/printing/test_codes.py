"""The code of a number: what a hand scanner types is the number, from the sheet and from a bad copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from buurtkamer_app.printing.codes import CODE, LEAST_MODULE, put_code, put_number
from buurtkamer_app.printing.house_style import MARGIN, WIDTH, Sheet
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBERS = ("2026-0007", "2026-9999", "2026-123456")


def sheet_with(number: str) -> bytes:
    sheet = Sheet("Blad", "Buurtkamer")
    put_number(sheet, number, WIDTH - MARGIN, MARGIN)
    sheet.turn()
    return sheet.done()


def seen(pdf: bytes, dots: int = 200) -> list[Image.Image]:
    """Give the pages as a scanner of so many dots an inch sees them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dots / 72).to_pil().convert("L") for page in document]


def read(picture: Image.Image) -> list[str]:
    """Read every code of a picture."""
    return [found.text for found in zxingcpp.read_barcodes(np.asarray(picture))]


def copied(picture: Image.Image, turned: float) -> Image.Image:
    """Give what a worn copier makes of a page: askew, blurred, grey, with specks."""
    drawn = np.random.default_rng(7)
    worn = picture.rotate(turned, fillcolor=255, resample=Image.Resampling.BICUBIC)
    grey = np.asarray(worn.filter(ImageFilter.GaussianBlur(1.3)), dtype=float) * 0.6 + 70
    grey += drawn.normal(0, 22, grey.shape)
    grey[drawn.random(grey.shape) < 0.02] = 20
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def read_back(pdf: bytes) -> Sequence[Sequence[str]]:
    """Read the codes of every page."""
    return [read(page) for page in seen(pdf)]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_code_reads_back_as_its_number(number: str) -> None:
    pdf = sheet_with(number)
    assert read_back(pdf) == [[number]]
    assert text(pdf) == number
    check(pdf)


@pytest.mark.parametrize("number", NUMBERS[:2])
@pytest.mark.parametrize("turned", [-4.0, 0.0, 3.0, 180.0])
def test_a_code_reads_back_from_a_bad_copy_at_150_dots(number: str, turned: float) -> None:
    assert read(copied(seen(sheet_with(number), 150)[0], turned)) == [number]


def test_a_quarter_of_the_code_may_be_damaged() -> None:
    page = seen(sheet_with(NUMBERS[0]))[0]
    side = round(CODE * 200 / 72)
    left, top = page.width - round(MARGIN * 200 / 72) - side, round(MARGIN * 200 / 72)
    # A stain over the middle, where no corner mark is.
    stain = Image.new("L", (side // 4, side // 4), 90)
    page.paste(stain, (left + side * 45 // 100, top + side * 45 // 100))
    assert read(page) == [NUMBERS[0]]


def test_the_modules_are_large_enough_for_cheap_scanners() -> None:
    sheet = Sheet("Blad", "Buurtkamer")
    with pytest.raises(ValueError, match="too few"):
        put_code(sheet, NUMBERS[0], (MARGIN, MARGIN), 28 * LEAST_MODULE)
    put_code(sheet, NUMBERS[0], (MARGIN, MARGIN), 30 * LEAST_MODULE)
    sheet.turn()
    assert read_back(sheet.done()) == [[NUMBERS[0]]]


def test_the_quiet_zone_stays_empty_on_a_filled_area() -> None:
    sheet = Sheet("Blad", "Buurtkamer")
    sheet.band(200, "#0b5563")
    put_code(sheet, NUMBERS[0], (100, 40), CODE)
    sheet.turn()
    assert read_back(sheet.done()) == [[NUMBERS[0]]]


def test_without_a_number_there_is_a_line_to_write_it_on() -> None:
    pdf = sheet_with("")
    assert read_back(pdf) == [[]]
    check(pdf)


def test_the_same_number_gives_the_same_bytes() -> None:
    assert sheet_with(NUMBERS[0]) == sheet_with(NUMBERS[0])
    assert len(sheet_with(NUMBERS[0])) < 40_000
