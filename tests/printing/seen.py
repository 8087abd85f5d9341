"""A line of text as it is seen on a sheet of ours, and how alike two such pictures are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pypdfium2
from PIL import Image

from buurtkamer_app.printing.house_style import A4_ACROSS, Sheet
from buurtkamer_app.printing.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

REFERENCES: Final = Path(__file__).parent / "references"
SIZE: Final = 50.0


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Give how dark each pixel is, from 0 to 1, cut out to what is not white."""
    dark = 1 - grey.astype(np.float64) / 255
    rows, columns = np.flatnonzero(dark.max(axis=1) > 0.3), np.flatnonzero(dark.max(axis=0) > 0.3)
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def on_paper(draw: Callable[[Sheet], None]) -> NDArray[np.float64]:
    """Draw on a sheet, and give what is seen of it at one pixel a point."""
    sheet = Sheet("Seen", "Buurtkamer", paper=A4_ACROSS)
    draw(sheet)
    sheet.turn()
    with pypdfium2.PdfDocument(sheet.done()) as document:
        seen = document[0].render(scale=1, grayscale=True)
        return _ink(np.frombuffer(bytes(seen.buffer), np.uint8).reshape(seen.height, seen.stride)[:, : seen.width])


def line(words: str) -> NDArray[np.float64]:
    """Give a line as a sheet shows it."""
    return on_paper(lambda sheet: sheet.text(words, (100, 100), Face.REGULAR, SIZE, "#000000"))


def reference(name: str) -> NDArray[np.float64]:
    """Give the picture that another program made of the same words."""
    with Image.open(REFERENCES / f"{name}.png") as picture:
        return _ink(np.asarray(picture.convert("L")))


def alike(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Tell how alike two pictures are, from 0 to 1: the ink that they share, of all the ink.

    They are laid over each other as well as they fit within two pixels.
    """
    high, wide = (max(one.shape[axis], other.shape[axis]) + 4 for axis in (0, 1))
    first = np.zeros((high, wide))
    first[2 : 2 + one.shape[0], 2 : 2 + one.shape[1]] = one
    best = 0.0
    for down in range(5):
        for right in range(5):
            second = np.zeros((high, wide))
            space = second[down : down + other.shape[0], right : right + other.shape[1]]
            space[:] = other[: space.shape[0], : space.shape[1]]
            best = max(best, float(np.minimum(first, second).sum() / np.maximum(first, second).sum()))
    return best
