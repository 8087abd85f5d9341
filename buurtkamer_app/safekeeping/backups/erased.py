"""Who was erased since a backup was made: told beside the backups, without a name, so that nobody comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.privacy import tombstones

if TYPE_CHECKING:
    from pathlib import Path


def carry_erased(folder: Path, beside: Path) -> None:
    """Let a folder know, too, who was erased; a list there that is damaged stands aside. Raises `StoreError`."""
    try:
        tombstones.read(beside)
    except StoreError:
        tombstones.put_aside(beside)
    known = tombstones.merged(folder, beside)
    if known != tombstones.read(beside):
        tombstones.keep(beside, known)
