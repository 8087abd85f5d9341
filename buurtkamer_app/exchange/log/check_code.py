"""The check code of a file: twelve letters that are read out on the phone."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from buurtkamer_app.storage.recovery_code import CROCKFORD

# Crockford's base 32 (https://www.crockford.com/base32.html) for the letters of RFC 4648.
CROCKFORD_LETTERS: Final = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", CROCKFORD.encode())
_READ_AS: Final = str.maketrans("OIL", "011")
_LETTERS: Final = 12
_GROUP: Final = 4


def check_code(content: bytes) -> str:
    """Give 60 bits of the SHA-256 of a whole file, in three groups of four letters."""
    letters = base64.b32encode(hashlib.sha256(content).digest()).translate(CROCKFORD_LETTERS)[:_LETTERS].decode()
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))


def same_code(heard: str, code: str) -> bool:
    """Tell whether a code that was typed is this one: o is 0, i and l are 1, blanks, hyphens and case are nothing."""
    return _as_read(heard) == _as_read(code)


def _as_read(code: str) -> str:
    return "".join(letter for letter in code.upper().translate(_READ_AS) if letter.isalnum())
