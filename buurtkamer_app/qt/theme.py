"""The look: colours, the three weights of Roboto, and one stylesheet that grows with the type scale."""

from __future__ import annotations

import functools
import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from buurtkamer_app.base import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TYPE_SIZE: Final = 16  # pixels at 100 %
WEIGHTS: Final = ("Regular", "Medium", "Bold")
_COLOUR: Final = re.compile(r'<color name="(\w+)">(#[0-9a-f]{6})</color>')
_PIXELS: Final = r"(\d+)px"


class Colours(NamedTuple):  # made before the first paint: a dataclass takes 0.4 ms
    """The colours of the theme file, as `#rrggbb`.

    On `paper` and `card` one writes in `ink` (7:1) or `soft`; on `petrol` and `brick` in `white`; placeholders
    are in `hint`.
    """

    paper: str
    sand: str
    card: str
    line: str
    edge: str
    ink: str
    soft: str
    hint: str
    idle: str
    petrol: str
    petrol_dark: str
    petrol_pale: str
    brick: str
    brick_dark: str
    rose: str
    leaf: str
    straw: str
    white: str
    sun: str


@functools.cache
def colours() -> Colours:
    """Read the colours of the theme file."""
    given = dict(_COLOUR.findall((paths.resources() / "theme" / "buurtkamer.xml").read_text(encoding="utf-8")))
    return Colours(**{name: given[name] for name in Colours._fields})


@functools.cache
def _fonts() -> Path:
    """Find the fonts that qt-material brings, without importing it: that would cost more than the window."""
    found = importlib.util.find_spec("qt_material")
    if found is None or found.origin is None:
        message = "qt_material is not installed: run the set-up again"
        raise ModuleNotFoundError(message)
    return Path(found.origin).parent / "fonts" / "roboto"


def scaled(sheet: str, scale: int) -> str:
    """Let every length of a stylesheet grow by `scale` percent, rounded up."""
    if scale == 100:
        return sheet
    return re.sub(_PIXELS, lambda found: f"{-(-int(found[1]) * scale // 100)}px", sheet)


def _palette() -> QPalette:
    tints, roles, palette = colours(), QPalette.ColorRole, QPalette()
    for role, tint in (
        (roles.Window, tints.paper),
        (roles.Button, tints.card),
        (roles.WindowText, tints.ink),
        (roles.Text, tints.ink),
        (roles.ButtonText, tints.ink),
        (roles.Base, tints.card),
        (roles.AlternateBase, tints.paper),
        (roles.Highlight, tints.petrol),
        (roles.HighlightedText, tints.white),
        (roles.PlaceholderText, tints.hint),
        (roles.Link, tints.petrol),
    ):
        palette.setColor(role, QColor(tint))
    return palette


def start(app: QApplication, scale: int) -> None:
    """Give the application its look for the first time, before anything is made."""
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(_fonts() / f"Roboto-{weight}.ttf"))
    QDir.setSearchPaths("made", [str(paths.made())])
    if sys.platform in {"win32", "darwin"}:  # elsewhere it is Qt's own, and naming it costs 6 ms
        app.setStyle("Fusion")
    app.setPalette(_palette())
    resize(app, scale)


def resize(app: QApplication, scale: int) -> None:
    """Show everything at `scale` percent of its normal size (100 to 200)."""
    font = QFont("Roboto")
    font.setPixelSize(round(TYPE_SIZE * scale / 100))
    app.setFont(font)
    app.setStyleSheet(scaled((paths.made() / "buurtkamer.qss").read_text(encoding="utf-8"), scale))
