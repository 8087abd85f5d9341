"""A PDF as pictures of its pages, for the preview and for the printer, exactly as it will be on paper."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page in pixels; `rgbx` holds four bytes a pixel (red, green, blue, unused), row after row without gaps."""

    width: int
    height: int
    rgbx: bytes


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Give how wide and high every page of a PDF is, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(page.get_width(), page.get_height()) for page in document]
    finally:
        document.close()


def page(pdf: bytes, number: int, pixels_wide: int) -> RenderedPage:
    """Draw one page of a PDF, the first is 0, `pixels_wide` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[number]
        # A hair under the exact scale, since pdfium rounds the size in pixels up.
        scale = (pixels_wide - 0.001) / drawn.get_width()
        bitmap = drawn.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        return RenderedPage(bitmap.width, bitmap.height, bytes(bitmap.buffer))
    finally:
        document.close()
