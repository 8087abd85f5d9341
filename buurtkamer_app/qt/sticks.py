"""The sticks that are in this computer."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

# Where systems hang what somebody puts in; a root of one letter and a colon is asked for on Windows.
_PLACES: Final = {"linux": ("/media/", "/run/media/"), "darwin": ("/Volumes/",)}
_DISCS: Final = frozenset((b"iso9660", b"udf", b"CDFS", b"UDF", b"cd9660"))
_REMOVABLE: Final = 2  # DRIVE_REMOVABLE of Windows' GetDriveTypeW


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: what it is called, and its uppermost folder."""

    name: str
    path: Path


def is_stick(root: str, kind: bytes) -> bool:
    """Tell whether a volume is one that somebody put in and can write to; `kind` is its file system."""
    if kind in _DISCS:
        return False
    if sys.platform == "win32":
        import ctypes  # there only

        return ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE
    return root.startswith(_PLACES.get(sys.platform, ()))


def named(volumes: Iterable[tuple[str, str]]) -> list[Stick]:
    """Give sticks by the label and the root of each, in order of name; without a label the folder is the name."""
    found = [Stick(label.strip() or Path(root).name or root, Path(root)) for label, root in volumes]
    return sorted(found, key=lambda one: (one.name.casefold(), one.path))


def sticks() -> list[Stick]:
    """Give the sticks that are in this computer; not on the main thread, since a disk may sleep."""
    volumes = (one for one in QStorageInfo.mountedVolumes() if one.isValid() and one.isReady())
    return named(
        (one.name(), one.rootPath()) for one in volumes if is_stick(one.rootPath(), bytes(one.fileSystemType().data()))
    )
