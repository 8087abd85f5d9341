"""The profile of a professional on their computer: who they are, their keys and drafts, all of it encrypted."""

from __future__ import annotations

import secrets as randomness
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError, RefusedError, StoreError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.review.alone import alone
from buurtkamer_app.review.kept import FORMAT, FORMAT_NAME, Heading, Kept
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.device_secret import read_device_secret
from buurtkamer_app.storage.passphrase import acceptable
from buurtkamer_app.storage.whole_file import read_at_most, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

FILE: Final = "profile.sealed"
_LOCK: Final = "profile.lock"
# Of 10,000 rooms with answers to all of their questions.
_LARGEST: Final = 100_000_000
_NONCE_SIZE: Final = 12
_KEY_SIZE: Final = 32


class Profile:
    """An unlocked profile; several threads may use it, and two windows keep what the other wrote."""

    def __init__(self, folder: Path, opened: vault.Opened) -> None:
        self._folder = folder
        self._opened = opened
        self._lock = threading.Lock()
        self._kept = self._read()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether there is a profile in a folder (`paths.review_data()`), sound or not."""
        return (folder / vault.FILE).exists() or (folder / FILE).exists()

    @staticmethod
    def create(  # noqa: PLR0913 - all that is asked, once
        folder: Path, secrets: Path, *, name: str, organisation: str, passphrase: str, on: date
    ) -> tuple[Profile, str]:
        """Make the profile, once, and give the recovery code that is shown now and kept nowhere.

        `secrets` is `paths.user_secrets()`. Raises `RefusedError` for an empty or long name, an easy passphrase, or
        when there is a profile; `StoreError`.
        """
        if Profile.exists(folder):
            raise RefusedError("There is a profile on this computer already. Open that one.")
        called = named(name)
        works_for = one_line(organisation)
        acceptable(passphrase)
        made = vault.create(folder, secrets, passphrase, on=on)
        try:
            kept = Kept(FORMAT, called, works_for, randomness.token_bytes(_KEY_SIZE))
            write_whole(folder / FILE, _sealed(made, kept))
        except BuurtkamerError:
            # A key file without what it opens would look like a profile that was lost.
            with suppress(OSError):
                (folder / vault.FILE).unlink()
            raise
        return Profile(folder, made), made.recovery_code

    @staticmethod
    def unlock(folder: Path, secrets: Path, passphrase: str) -> Profile:
        """Open the profile; raises `KeyRefusedError` for a wrong passphrase, `StoreError` for a damaged profile."""
        found = _vault(folder)
        try:
            opened = vault.unlock(found, secrets, passphrase)
        except KeyRefusedError as error:
            if read_device_secret(secrets, found.id) is None:
                raise
            raise KeyRefusedError(
                "That passphrase does not open your profile. Check the words and their order."
            ) from error
        return Profile(folder, opened)

    @staticmethod
    def recover(folder: Path, secrets: Path, code: str, passphrase: str, *, on: date) -> Profile:
        """Open the profile with its recovery code and give it a new passphrase; raises as `create` and `unlock`."""
        acceptable(passphrase)
        try:
            opened = vault.unlock_with_recovery(_vault(folder), code)
        except KeyRefusedError as error:
            raise KeyRefusedError("That recovery code is not of your profile. Look for the right paper.") from error
        return Profile(folder, vault.after_recovery(folder, secrets, opened, passphrase, on=on))

    @property
    def name(self) -> str:
        """Give who it is."""
        return self._kept.name

    @property
    def organisation(self) -> str:
        """Give for whom they work, may be ""."""
        return self._kept.organisation

    @property
    def kept(self) -> Kept:
        """Give all that is kept."""
        return self._kept

    def change(self, work: Callable[[Kept], Kept]) -> Kept:
        """Let `work` make something else of what is kept, and keep that: on the disk when this returns.

        `work` may be asked twice, since another window may have written in between. Raises `StoreError` when the disk
        refuses or the profile was damaged meanwhile; then nothing changed.
        """
        with self._lock:
            before = self._read()
            after = work(before)
            if after != before:
                with alone(self._folder / _LOCK):
                    after = work(self._read())
                    write_whole(self._folder / FILE, _sealed(self._opened, after))
            self._kept = after
            return after

    def _read(self) -> Kept:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - heavy, after the window only
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        raw = read_at_most(self._folder / FILE, _LARGEST)
        if raw is None or len(raw) <= _NONCE_SIZE:
            raise _damaged()
        try:
            cipher = AESGCM(self._opened.data_key)
            written = cipher.decrypt(raw[:_NONCE_SIZE], raw[_NONCE_SIZE:], _bound_to(self._opened))
            form = msgspec.json.decode(written, type=Heading).format
            if form.startswith(f"{FORMAT_NAME}/") and form != FORMAT:
                raise StoreError("A newer version made this profile. Install that version on this computer.")
            return msgspec.json.decode(written, type=Kept)
        except (InvalidTag, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise _damaged() from error


def named(name: str) -> str:
    """Give a name as it is kept; raises `RefusedError` when it is empty or over 200 letters."""
    called = one_line(name)
    if not called:
        raise RefusedError("The name is still empty. Type it first.")
    return called


def _vault(folder: Path) -> vault.Vault:
    try:
        return vault.load(folder)
    except StoreError as error:
        raise _damaged(error.message) from error


def _damaged(details: str = "") -> StoreError:
    return StoreError(
        "Your profile is damaged; nothing was changed. Put back a copy of its folder {name}.",
        details,
        name="buurtkamer/review",
    )


def _bound_to(opened: vault.Opened) -> bytes:
    return f"{FORMAT_NAME} {opened.vault.id}".encode()


def _sealed(opened: vault.Opened, kept: Kept) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - heavy, after the window only

    nonce = randomness.token_bytes(_NONCE_SIZE)
    written = msgspec.json.encode(kept)
    return nonce + AESGCM(opened.data_key).encrypt(nonce, written, _bound_to(opened))
