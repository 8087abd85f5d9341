"""The six-digit PIN of a host: what is accepted, and how it is kept.

A PIN opens a desk that is on, never the disk: its hash is kept inside the encrypted store.
"""

from __future__ import annotations

import re
import secrets as randomness
from typing import Final

from buurtkamer_app.base.errors import RefusedError

_SIX_DIGITS: Final = re.compile("[0-9]{6}")
_TOO_EASY: Final = frozenset({"123456", "654321", *(digit * 6 for digit in "0123456789")})


def acceptable(pin: str, *, practice: bool) -> None:
    """Raise `RefusedError` for what is not six digits or, in a real room, is the first thing anybody tries."""
    if not _SIX_DIGITS.fullmatch(pin):
        raise RefusedError("A PIN has six digits.")
    if not practice and pin in _TOO_EASY:
        raise RefusedError("This PIN is easy to guess. Choose another one.")


def pin_hash(pin: str) -> str:
    """Give what is kept of a PIN: Argon2id with 19 MiB, 2 passes and 1 lane (OWASP's least), as a PHC string."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - heavy, after the window only

    argon = Argon2id(salt=randomness.token_bytes(16), length=32, iterations=2, lanes=1, memory_cost=19 * 1024)
    return argon.derive_phc_encoded(pin.encode())


def pin_matches(kept: str, pin: str) -> bool:
    """Tell whether a typed PIN is the one that was kept."""
    from cryptography.exceptions import InvalidKey  # noqa: PLC0415 - heavy, after the window only
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - heavy, after the window only

    try:
        Argon2id.verify_phc_encoded(pin.encode("utf-8", "surrogatepass"), kept)
    except InvalidKey:
        return False
    return True
