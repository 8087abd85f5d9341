"""Opens the profile of a professional in a folder; it loads what is heavy, so it works behind the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base import paths

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.review.profile import Profile


class ProfileDoor:
    """Makes a profile or opens it; the recovery code of one that was made is given once."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._code = ""

    def take_code(self) -> str:
        """Give the recovery code that is to be shown now, or nothing."""
        code, self._code = self._code, ""
        return code

    def create(self, name: str, organisation: str, words: str) -> Profile:
        """Make the profile; raises `RefusedError` and `StoreError` as `Profile.create` does."""
        from buurtkamer_app.review.profile import Profile

        profile, self._code = Profile.create(
            self._folder,
            paths.user_secrets(),
            name=name,
            organisation=organisation,
            passphrase=words,
            on=self._clock.now().date(),
        )
        return profile

    def unlock(self, words: str) -> Profile:
        """Open it with the passphrase; raises `KeyRefusedError` and `StoreError`."""
        from buurtkamer_app.review.profile import Profile

        return Profile.unlock(self._folder, paths.user_secrets(), words)

    def recover(self, code: str, words: str) -> Profile:
        """Open it with the recovery code, with these words from now on; raises as `unlock`."""
        from buurtkamer_app.review.profile import Profile

        return Profile.recover(self._folder, paths.user_secrets(), code, words, on=self._clock.now().date())
