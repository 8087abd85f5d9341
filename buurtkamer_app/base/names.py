"""Names of people as they are said in the room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLES: Final = frozenset(("mw", "mevr", "mevrouw", "mrs", "ms", "dhr", "meneer", "mr"))
_PARTICLES: Final = frozenset(("de", "den", "der", "van", "von", "het", "'t", "\u2019t", "ten", "ter", "el", "al"))


def first_name(name: str) -> str:
    """Give the first name; a name without one (`Mw. Tan`, `J. de Boer`, `De Boer`) stays as it is."""
    start = name.split(" ", 1)[0]
    return name if start.endswith(".") or start.lower() in _TITLES | _PARTICLES else start


def short_names(names: Iterable[str]) -> dict[str, str]:
    """Give for whole names what people are called: the first name, the whole one where two share it."""
    every = list(names)
    shared = Counter(map(first_name, every))
    return {name: first_name(name) if shared[first_name(name)] == 1 else name for name in every}
