"""What is never written down of a person, found in free text: it warns and never stops anybody.

Source: safety.md, privacy 1. The words stand in `resources/words/careful.txt`.
"""

from __future__ import annotations

import enum
import functools
import re
from typing import Final

from buurtkamer_app.base import paths

# What a long text says after so many letters nobody is warned of: no field takes more.
_MOST: Final = 20_000
_BLANKS: Final = re.compile(r"\s+")


class Delicate(enum.Enum):
    """A kind of thing that is never written down of a person."""

    IDENTITY = "identity"
    ORIGIN = "origin"
    RELIGION = "religion"
    POLITICS = "politics"
    ORIENTATION = "orientation"
    HEALTH = "health"
    CRIMINAL = "criminal"


def delicate(text: str) -> tuple[Delicate, ...]:
    """Give what a text seems to say of a person, each kind once; nothing for what is said in general."""
    plain = _BLANKS.sub(" ", text[:_MOST].casefold()).replace("\u2019", "'")
    return tuple(kind for kind, pattern in _patterns().items() if pattern.search(plain))


@functools.cache
def _patterns() -> dict[Delicate, re.Pattern[str]]:
    found: dict[Delicate, list[str]] = {}
    for line in (paths.resources() / "words" / "careful.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, pattern = line.split("\t")
            found.setdefault(Delicate(kind), []).append(pattern)
    return {kind: re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)") for kind, patterns in found.items()}
