"""What the pages are handed by the desktop itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.qt.desk.today import Missing
    from buurtkamer_app.qt.room.screen import ScreenPanel


def _nowhere(*_: object) -> None:
    """Open nothing: there is no such page."""


class Handed(NamedTuple):  # made before the first paint: a dataclass takes 0.4 ms
    """The time, this computer's settings, and who hears what the pages ask."""

    now: Callable[[], datetime]
    settings: Callable[[], Settings]
    hear_screen: Callable[[ScreenPanel], None]
    door: Callable[[], Door]
    hide: Callable[[], None]
    names_hidden: Callable[[bool], None]
    ask: Callable[[str], None]
    ask_visitor: Callable[[Visitor], None]
    ask_cover: Callable[[Missing], None]
    ask_wish: Callable[[str], None]
    show_wish: Callable[[UUID], object] = _nowhere
    go: Callable[[str, str], object] = _nowhere  # to a page, and a part of it
    keep_backups: Callable[..., object] = _nowhere  # where backups of this computer go
    restored: Callable[[], object] = _nowhere  # a backup became the room: everybody signs in again
