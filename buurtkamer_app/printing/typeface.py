"""How wide a line of text is, and what can be drawn: Roboto, and the fonts of the scripts that it has not."""

from __future__ import annotations

from functools import cache, lru_cache

from buurtkamer_app.printing.roboto import Face, font, plain

__all__ = ["Face", "font", "letters", "width"]

_EM = 1000


@cache
def letters() -> frozenset[int]:
    """Give the code points that every weight of Roboto can draw."""
    return frozenset.intersection(*(font(face).drawn for face in Face))


@lru_cache(maxsize=8192)
def _ems(text: str, face: Face) -> float:
    if plain(text):
        return float(font(face).stringWidth(text, _EM)) / _EM
    # Shaping is loaded for the first text that needs it: most sheets have none.
    from buurtkamer_app.printing import shaping  # noqa: PLC0415

    return shaping.ems(text, face)


def width(text: str, face: Face, size: float) -> float:
    """Measure a line of text in points at a type size in points."""
    return _ems(text, face) * size
