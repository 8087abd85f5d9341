"""Whether there is a screen for a window, and how a window is drawn where there is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: always on Windows and macOS, elsewhere when a display is named."""
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def on_a_screen(command: list[str], *, display: bool) -> tuple[list[str], dict[str, str]]:
    """Give a command and what its environment needs, so that it can open windows with or without a `display`.

    Without one it is a screen in memory of the size of the shared computer; without that, Qt's own drawing on nothing.
    """
    if display:
        return command, {}
    if shutil.which("xvfb-run"):
        return ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24", *command], {}
    return command, {"QT_QPA_PLATFORM": "offscreen"}
