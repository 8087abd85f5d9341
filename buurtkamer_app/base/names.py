"""Names of people as they are said in the room."""

from __future__ import annotations

from typing import Final

_TITLES: Final = frozenset(("mw", "mevr", "mevrouw", "mrs", "ms", "dhr", "meneer", "mr"))
_PARTICLES: Final = frozenset(("de", "den", "der", "van", "von", "het", "'t", "\u2019t", "ten", "ter", "el", "al"))


def first_name(name: str) -> str:
    """Give the first name; a name without one (`Mw. Tan`, `J. de Boer`, `De Boer`) stays as it is."""
    start = name.split(" ", 1)[0]
    return name if start.endswith(".") or start.lower() in _TITLES | _PARTICLES else start
