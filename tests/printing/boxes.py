"""What every sheet promises, read back from its PDF: nothing cut off, nothing over another, nothing too small."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from buurtkamer_app.printing.house_style import MARGIN, SMALLEST

if TYPE_CHECKING:
    from collections.abc import Iterator

# Boxes of letters are as high as their tallest parts: two lines of one text may share a hair.
_HAIR = 0.4
# A letter may lean over the one beside it, as an Arabic one does where the script changes.
_LEAN = 1.0
_LARGEST_FILE = 300_000


def texts(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Give the boxes of text on a page: left, bottom, right and top in points."""
    read = page.get_textpage()
    return [read.get_rect(number) for number in range(read.count_rects())]


def sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Give the type size of every letter that was drawn; PDFium adds line ends and blanks of its own, without size."""
    read = page.get_textpage()
    for number in range(read.count_chars()):
        blank = chr(raw.FPDFText_GetUnicode(read.raw, number)).isspace()
        if not blank and not raw.FPDFText_IsGenerated(read.raw, number):
            yield float(raw.FPDFText_GetFontSize(read.raw, number))


def check(pdf: bytes, *, least: float = SMALLEST, margin: float = MARGIN - 6, largest: int = _LARGEST_FILE) -> None:
    """Check every page: text within the margins and apart, type of `least` points or more, no letter without a shape.

    `margin` in points, `largest` the size of the file in bytes.
    """
    assert len(pdf) <= largest, len(pdf)
    assert b"Helvetica" not in pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) >= 1
        for page in document:
            _check_page(page, least, margin)


def _check_page(page: pypdfium2.PdfPage, least: float, margin: float) -> None:
    wide, high = page.get_width(), page.get_height()
    # A letter and the mark that it bears are one glyph, and have the same box.
    boxes = list(dict.fromkeys(texts(page)))
    for left, bottom, right, top in boxes:
        assert margin <= left < right <= wide - margin, (left, right, wide)
        assert margin <= bottom < top <= high - margin, (bottom, top, high)
    for one, other in combinations(boxes, 2):
        apart = (
            one[2] <= other[0] + _LEAN
            or other[2] <= one[0] + _LEAN
            or one[3] <= other[1] + _HAIR
            or other[3] <= one[1] + _HAIR
        )
        assert apart, (one, other)
    assert min(sizes(page), default=least) >= least - 0.01
    read = page.get_textpage()
    unmapped = [n for n in range(read.count_chars()) if raw.FPDFText_HasUnicodeMapError(read.raw, n) > 0]
    assert not unmapped
