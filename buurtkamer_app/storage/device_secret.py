"""The part of the key that never leaves this computer: a stolen copy of the data folder is nothing without it."""

from __future__ import annotations

import secrets as randomness
import sys
from typing import TYPE_CHECKING, Final

from buurtkamer_app.storage.whole_file import file_trouble, read_at_most, write_whole

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

_SIZE: Final = 32
# What Windows makes of 32 bytes is a few hundred long.
_LONGEST: Final = 4096


def write_device_secret(secrets: Path, vault: UUID) -> bytes:
    """Draw a device secret for a vault, keep it in the folder `secrets` and give it: 32 bytes.

    Raises `StoreError` when it cannot be kept.
    """
    secret = randomness.token_bytes(_SIZE)
    try:
        kept = _protected(secret)
    except OSError as error:
        raise file_trouble(error) from error
    write_whole(secrets / str(vault), kept)
    return secret


def read_device_secret(secrets: Path, vault: UUID) -> bytes | None:
    """Give the device secret of a vault, or None when this computer has none that can be used.

    Raises `StoreError` when it is there and cannot be read.
    """
    kept = read_at_most(secrets / str(vault), _LONGEST)
    secret = _unprotected(kept) if kept else None
    return secret if secret is not None and len(secret) == _SIZE else None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    # CRYPTPROTECT_UI_FORBIDDEN: no question may pop up behind the window.
    _NO_QUESTIONS: Final = 1

    class _Blob(ctypes.Structure):
        """DATA_BLOB of wincrypt.h."""

        _fields_ = (("length", wintypes.DWORD), ("start", ctypes.POINTER(ctypes.c_char)))

    def _through_windows(name: str, content: bytes) -> bytes | None:
        given = _Blob(len(content), ctypes.cast(ctypes.create_string_buffer(content), ctypes.POINTER(ctypes.c_char)))
        made = _Blob()
        done = getattr(ctypes.windll.crypt32, name)(
            ctypes.byref(given), None, None, None, None, _NO_QUESTIONS, ctypes.byref(made)
        )
        if not done:
            return None
        try:
            return ctypes.string_at(made.start, made.length)
        finally:
            ctypes.windll.kernel32.LocalFree(made.start)

    def _protected(secret: bytes) -> bytes:
        made = _through_windows("CryptProtectData", secret)
        if made is None:
            raise ctypes.WinError()
        return made

    def _unprotected(kept: bytes) -> bytes | None:
        return _through_windows("CryptUnprotectData", kept)

else:

    def _protected(secret: bytes) -> bytes:
        return secret

    def _unprotected(kept: bytes) -> bytes | None:
        return kept
