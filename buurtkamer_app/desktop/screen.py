"""How this computer is set: language, size of type, when names are hidden and when the PIN is asked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base import settings as remembered
from buurtkamer_app.qt import theme, words
from buurtkamer_app.qt.idle import Idle

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.qt.room.screen import ScreenPanel

_MINUTE: Final = 60_000  # milliseconds


class Screen:
    """Remembers the settings of one computer, and lets them be so at once."""

    def __init__(self, app: QApplication, folder: Path, settings: Settings) -> None:
        self._app, self._folder, self.settings = app, folder, settings
        self.idle = Idle(settings.hide_minutes * _MINUTE, settings.lock_minutes * _MINUTE)

    def keep(self, settings: Settings) -> None:
        """Set this computer otherwise, from now on and at the next start."""
        changed, self.settings = settings != self.settings, settings
        if not changed:
            return
        remembered.save(self._folder, settings)
        self.idle.set_times(settings.hide_minutes * _MINUTE, settings.lock_minutes * _MINUTE)
        theme.resize(self._app, settings.scale)
        words.switch_language(self._app, settings)
        self._fit()

    def keep_printer(self, name: str) -> None:
        """Remember which printer of this computer was chosen last."""
        self.settings = replace(self.settings, printer=name)
        # What is printed does not wait for a disk that is full: it is asked again next time.
        with suppress(OSError):
            remembered.save(self._folder, self.settings)

    def keep_country(self, country: str) -> None:
        """Remember in which country the room is: whom to call is said before the room is open."""
        if country != self.settings.country:
            self.settings = replace(self.settings, country=country)
            with suppress(OSError):
                remembered.save(self._folder, self.settings)

    def keep_backups(self, folder: Path | None = None, stick: Path | None = None) -> None:
        """Remember where backups of this computer go by themselves; raises `OSError` when the disk refuses."""
        where = {"backup_folder": folder, "backup_stick": stick}
        fresh = replace(self.settings, **{name: str(path) for name, path in where.items() if path is not None})  # type: ignore[arg-type] # words
        remembered.save(self._folder, fresh)
        self.settings = fresh

    def _fit(self) -> None:
        """Let everything look again whether it fits beside each other: the window stays as large as it was."""
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtGui import QResizeEvent

        for widget in self._app.allWidgets():
            QCoreApplication.postEvent(widget, QResizeEvent(widget.size(), widget.size()))

    def hear(self, panel: ScreenPanel) -> None:
        """Do what somebody chooses on the page."""

        def keep(field: str, value: object) -> None:
            self.keep(replace(self.settings, **{field: value}))  # type: ignore[arg-type] # one of its own fields

        panel.language_chosen.connect(partial(keep, "language"))
        panel.scale_chosen.connect(partial(keep, "scale"))
        panel.lock_minutes_chosen.connect(partial(keep, "lock_minutes"))
        panel.hide_minutes_chosen.connect(partial(keep, "hide_minutes"))
