"""How the themes are said where one is chosen."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.terms import THEMES

THEME_WORDS: Final = {theme: THEMES[theme][0] for theme in Theme}
