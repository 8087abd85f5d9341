"""The pages of a PDF as pictures, for the screen and for the printer."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtGui import QImage

# PDFium works for one thread at a time: a sheet may be on its way to the printer while another is looked at.
PDFIUM: Final = threading.Lock()


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Give how wide and high every page of a PDF is, in points."""
    from buurtkamer_app.printing import preview

    with PDFIUM:
        return preview.sizes(pdf)


def drawn_page(pdf: bytes, number: int, wide: int) -> QImage:
    """Draw one page of a PDF, the first is 0, `wide` pixels wide: whoever waits for PDFium waits for one page only."""
    from buurtkamer_app.printing import preview

    with PDFIUM:
        page = preview.page(pdf, number, wide)
    # A copy, since the bytes of a page are let go.
    return QImage(page.rgbx, page.width, page.height, QImage.Format.Format_RGBX8888).copy()
