"""Where things are: what ships with the program, and the folders of this user."""

from __future__ import annotations

import sys
from pathlib import Path


def shipped() -> Path:
    """Give the folder that holds `resources/` and `ui/`: the checkout, or what the installer unpacked."""
    unpacked: str | None = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parents[2]


def resources() -> Path:
    """Give the folder of icons, theme, catalogues and the demo room."""
    return shipped() / "resources"


def made() -> Path:
    """Give the folder of what the set-up makes from `resources/`: stylesheet and compiled catalogues."""
    return resources() / "made"


def catalogues() -> Path:
    """Give the folder of the compiled catalogues."""
    return made() / "i18n"


def forms() -> Path:
    """Give the folder of the Qt Designer forms."""
    return shipped() / "ui"


def demo_room() -> Path:
    """Give the room file of the practice room."""
    return resources() / "demo" / "room.json"


def user_data() -> Path:
    """Give the folder of this user's own room."""
    # platformdirs costs 5 ms, and the window is made before anybody asks for this.
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("buurtkamer", appauthor=False)) / "room"


def practice_data() -> Path:
    """Give the folder of the practice room, apart from any real one."""
    return user_data().parent / "practice"


def review_data() -> Path:
    """Give the folder of a professional's profile, apart from any room."""
    return user_data().parent / "review"


def user_secrets() -> Path:
    """Give the folder of the device secrets in this user's profile, apart from the data folder."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_config_dir("buurtkamer", appauthor=False, roaming=False))
