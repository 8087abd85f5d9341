"""Plain letters: how a name or a word is compared and found, however it is spelled."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from anyascii import anyascii

_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """Bring text to one spelling of its characters (NFC) without blanks around it; two names are equal when this is."""
    return unicodedata.normalize("NFC", text).strip()


def words(text: str) -> list[str]:
    """Split text into words of plain letters and digits: `Ömer Şahin` -> `omer`, `sahin`; `’t Hof` -> `t`, `hof`."""
    return [word for word in _NOT_PLAIN.split(anyascii(unicodedata.normalize("NFC", text)).lower()) if word]


def search_terms(name: str) -> str:
    """Give every start from which a name can be typed in plain letters, separated by blanks.

    Its words (`van`, `t`, `hof`), the words run together from each on (`vanthof`, `thof`), its initials (`vth`).
    """
    parts = words(name)
    joined = ["".join(parts[start:]) for start in range(len(parts) - 1)]
    initials = ["".join(part[0] for part in parts)] if len(parts) > 1 else []
    return " ".join(dict.fromkeys([*parts, *joined, *initials]))
