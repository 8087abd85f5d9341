"""The type of every sheet: Roboto, which comes with qt_material and is embedded as the letters that are used."""

from __future__ import annotations

import enum
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from buurtkamer_app.base.errors import StoreError

_EM = 1000


class Face(enum.StrEnum):
    """The weights in use, by the name that the PDF knows them by."""

    REGULAR = "Roboto-Regular"
    MEDIUM = "Roboto-Medium"
    BOLD = "Roboto-Bold"


@cache
def font(face: Face) -> TTFont:
    """Give the typeface, made known to ReportLab once a process (3 ms each); StoreError when its file is missing."""
    # The package is only found, not imported: importing it would start Qt.
    package = find_spec("qt_material")
    folders = package.submodule_search_locations if package else None
    file = Path(folders[0]) / "fonts" / "roboto" / f"{face}.ttf" if folders else None
    if file is None or not file.is_file():
        raise StoreError("The letters for printing are missing. Install the program again.")
    loaded = TTFont(face.value, str(file))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def letters() -> frozenset[int]:
    """Give the code points that every weight can draw."""
    return frozenset.intersection(*(frozenset(font(face).face.charToGlyph) for face in Face))


@lru_cache(maxsize=8192)
def _ems(text: str, face: Face) -> float:
    return float(font(face).stringWidth(text, _EM)) / _EM


def width(text: str, face: Face, size: float) -> float:
    """Measure a line of text in points at a type size in points."""
    return _ems(text, face) * size
