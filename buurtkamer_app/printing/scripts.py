"""The scripts that Roboto has not: which characters are theirs, and where their fonts lie."""

from __future__ import annotations

import enum
from functools import cache
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics

from buurtkamer_app.base import paths
from buurtkamer_app.printing.joined_font import JoinedFont, whole

if TYPE_CHECKING:
    from collections.abc import Iterable


class Script(enum.Enum):
    """A script by the name of its font."""

    HEBREW = "NotoSansHebrew"
    ARABIC = "NotoSansArabic"
    ETHIOPIC = "NotoSansEthiopic"


# At what scale and how far above the baseline, in parts of its size, a script is drawn. Arabic reaches further down and
# up than Roboto (a yeh to -0.46, an alef with hamza to 0.98): at this scale a line of it fits between its neighbours.
_FITTED: Final = {Script.ARABIC: (0.88, 0.1)}
# Unicode's blocks of each; presentation forms are old texts' own joined letters.
_BLOCKS: Final = (
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0x0870, 0x08FF, Script.ARABIC),
    (0x1200, 0x139F, Script.ETHIOPIC),
    (0x2D80, 0x2DDF, Script.ETHIOPIC),
    (0xAB00, 0xAB2F, Script.ETHIOPIC),
    (0xFB1D, 0xFB4F, Script.HEBREW),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
)


@cache
def script(char: str) -> Script | None:
    """Tell of which of these scripts a character is; None when it is of none."""
    code = ord(char)
    return next((known for first, last, known in _BLOCKS if first <= code <= last), None)


@cache
def font(of: Script, *, bold: bool) -> JoinedFont | None:
    """Give the font of a script, made known to ReportLab once a process; None when its file is missing or damaged."""
    name = f"{of.value}-{'Bold' if bold else 'Regular'}"
    file = paths.resources() / "fonts" / f"{name}.ttf"
    if not whole(file):
        return None
    loaded = JoinedFont(name, file, *_FITTED.get(of, (1.0, 0.0)))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def drawn(char: str) -> bool:
    """Tell whether a script's font draws a character, in every weight."""
    of = script(char)
    fonts: Iterable[JoinedFont | None] = (font(of, bold=False), font(of, bold=True)) if of else (None,)
    return all(known is not None and ord(char) in known.drawn for known in fonts)
