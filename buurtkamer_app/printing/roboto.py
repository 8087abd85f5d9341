"""Roboto, the type of every sheet: it comes with qt_material and is embedded as the letters that are used."""

from __future__ import annotations

import enum
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.printing.joined_font import JoinedFont, whole

# Latin, Greek and Cyrillic letters with the signs around them: one character is one letter, one after the other.
_PLAIN: Final = re.compile(
    "[\u0020-\u02ff\u0370-\u0482\u048a-\u058a\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u2030-\u205e\u2070-\u20cf"
    "\u2100-\u2bff\ufb00-\ufb06]*"
).fullmatch


class Face(enum.StrEnum):
    """The weights in use, by the name that the PDF knows them by."""

    REGULAR = "Roboto-Regular"
    MEDIUM = "Roboto-Medium"
    BOLD = "Roboto-Bold"


@cache
def font(face: Face) -> JoinedFont:
    """Give the typeface, made known to ReportLab once a process (3 ms each); StoreError without its file."""
    # The package is only found, not imported: importing it would start Qt.
    package = find_spec("qt_material")
    folders = package.submodule_search_locations if package else None
    file = Path(folders[0]) / "fonts" / "roboto" / f"{face}.ttf" if folders else None
    if file is None or not whole(file):
        raise StoreError("The letters for printing are missing. Install the program again.")
    loaded = JoinedFont(face.value, file)
    pdfmetrics.registerFont(loaded)
    return loaded


def plain(text: str) -> bool:
    """Tell whether a text can be set letter after letter, as ReportLab does by itself."""
    return _PLAIN(text) is not None
