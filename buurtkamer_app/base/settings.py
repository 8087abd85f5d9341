"""The settings of this computer (not of the room): language, type size, which notes were seen; one small JSON file."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.i18n import DEFAULT, LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

SCALES = (100, 125, 150, 175, 200)
_LONGEST = 100_000  # bytes: what is cut off there is no JSON


@dataclass(frozen=True, slots=True)
class Settings:
    """What this computer remembers: `scale` in percent of normal type, `lock_minutes` idle minutes before the PIN.

    `printer` is the name of the one that was chosen last, empty for the usual one.
    `backup_folder` and `backup_stick` are the folders that backups go to by themselves, empty when nobody chose.
    `country` is the room's (NL, BE), for the numbers to call while the room is closed; empty before it was ever open.
    """

    language: str = DEFAULT
    scale: int = 100
    lock_minutes: int = 10
    hide_minutes: int = 3
    printer: str = ""
    backup_folder: str = ""
    backup_stick: str = ""
    country: str = ""

    def tidied(self) -> Settings:
        """Give the same settings with every value that cannot be brought back to its default."""
        return Settings(
            self.language if self.language in LANGUAGES else DEFAULT,
            self.scale if self.scale in SCALES else 100,
            self.lock_minutes if 5 <= self.lock_minutes <= 30 else 10,
            self.hide_minutes if 1 <= self.hide_minutes <= 30 else 3,
            self.printer,
            self.backup_folder,
            self.backup_stick,
            self.country[:2],
        )


def _file(folder: Path) -> Path:
    return folder / "settings.json"


def load(folder: Path) -> Settings:
    """Read the settings of a data folder; what is missing or unreadable has its default."""
    try:
        with _file(folder).open("rb") as source:
            text = source.read(_LONGEST)
    except OSError:
        return Settings()
    import json  # noqa: PLC0415 - a computer that was never set otherwise does not need it at start-up

    try:
        raw = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        return Settings()
    known = asdict(Settings())
    given = raw if isinstance(raw, dict) else {}
    values: dict[str, Any] = {key: given[key] for key in known if type(given.get(key)) is type(known[key])}
    return Settings(**values).tidied()


def save(folder: Path, settings: Settings) -> None:
    """Write the settings in one step: an old file or a new one, never half of one."""
    import json  # noqa: PLC0415 - a computer that was never set otherwise does not need it at start-up

    folder.mkdir(parents=True, exist_ok=True)
    fresh = _file(folder).with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(asdict(settings), out)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(_file(folder))
