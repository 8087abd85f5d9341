"""How the words of looking back are said on screen."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.qt.terms import THEMES

BEARERS: Final = {
    Bearer.MUNICIPALITY: mark("Municipality"),
    Bearer.HOUSING: mark("Housing association"),
    Bearer.CARE: mark("Care"),
    Bearer.RESIDENTS: mark("Residents"),
}
THEME_WORDS: Final = {theme: THEMES[theme][0] for theme in Theme}
