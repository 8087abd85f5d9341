"""The recovery code on paper: 130 random bits in letters that are hard to confuse, read back forgivingly."""

from __future__ import annotations

import hashlib
import secrets as randomness
from typing import Final

from buurtkamer_app.base.errors import KeyRefusedError

# Crockford's base 32: no I, L, O or U (https://www.crockford.com/base32.html).
CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_DRAWN: Final = 26
# Two letters of a hash tell a slip of the pen from the code of another room, before any slow work.
_CHECK: Final = 2
_GROUP: Final = 4


def draw_recovery_code() -> str:
    """Draw a code of 26 letters (130 bits) and 2 that check it, written in seven groups of four."""
    drawn = "".join(randomness.choice(CROCKFORD) for _ in range(_DRAWN))
    whole = drawn + _check(drawn)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def read_recovery_code(code: str) -> bytes:
    """Give what a code means, however it was typed: o is 0, i and l are 1, blanks, hyphens and case are nothing.

    Raises `KeyRefusedError` when letters are missing or wrong.
    """
    said = "".join(letter for letter in code.upper().translate(_READ_AS) if letter.isalnum())
    drawn, check = said[:_DRAWN], said[_DRAWN:]
    if not set(said) <= set(CROCKFORD) or check != _check(drawn):
        raise KeyRefusedError("This recovery code has a slip in it. Read the paper again, group by group.")
    return drawn.encode()


def _check(drawn: str) -> str:
    digest = int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:2], "big")
    return "".join(CROCKFORD[(digest >> shift) % len(CROCKFORD)] for shift in (0, 5))
