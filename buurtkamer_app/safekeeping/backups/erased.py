"""Who was erased since a backup was made: told beside the backups, without a name, so that nobody comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.privacy import tombstones

if TYPE_CHECKING:
    from pathlib import Path


def carry_erased(folder: Path, beside: Path) -> None:
    """Let a folder know, too, who was erased; raises `StoreError`."""
    known = tombstones.merged(folder, beside)
    if known != tombstones.read(beside):
        tombstones.keep(beside, known)
