"""The pages of a PDF as pictures, for the screen and for the printer."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtGui import QImage

# PDFium works for one thread at a time: a sheet may be on its way to the printer while another is looked at.
PDFIUM: Final = threading.Lock()


def drawn(pdf: bytes, wide: int) -> list[QImage]:
    """Draw every page of a PDF, `wide` pixels wide."""
    from buurtkamer_app.printing import preview

    with PDFIUM:
        pages = preview.pages(pdf, wide)
    # A copy, since the bytes of a page are let go.
    form = QImage.Format.Format_RGBX8888
    return [QImage(page.rgbx, page.width, page.height, form).copy() for page in pages]
