"""The first start: a room is set up, or comes from an archive; then the recovery code, and somebody signs in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.qt.room.set_up import SetUp
from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.desktop.restoring import Outside
    from buurtkamer_app.exchange.archive.records import Owner
    from buurtkamer_app.qt.room.set_up_archive import ArchiveSetUp
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.room.starting import NewRoom
    from buurtkamer_app.services import Services


class SettingUp(QWidget):
    """Asks for a new room; whoever has an archive goes another way, and back without losing what was typed."""

    def __init__(self, tasks: Tasks[Any], door: Door, today: Callable[[], date], then: Callable[[], None]) -> None:
        super().__init__()
        self._tasks, self._door, self._today, self._then = tasks, door, today, then
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.wizard = SetUp(tasks, passphrase.draw, passphrase.acceptable)
        self._column.addWidget(self.wizard)
        self.archive: ArchiveSetUp | None = None
        self.backup: Outside | None = None
        self.wizard.room_asked.connect(self._make)
        self.wizard.archive_asked.connect(self._from_archive)
        self.wizard.backup_asked.connect(self._from_backup)
        self.wizard.second_asked.connect(self._second)
        self.wizard.done.connect(then)

    def _make(self, new: NewRoom) -> None:
        wizard, codes = self.wizard, list[str]()

        def build() -> Services:
            services, code = self._door.set_up(new)
            codes.append(code)
            return services

        self._tasks.open(build, self._door.reader, lambda: wizard.show_code(codes[-1], self._today()), wizard.refuse)

    def _second(self, name: str, words: str) -> None:
        from buurtkamer_app.base.roles import NOBODY
        from buurtkamer_app.safekeeping.keys.records import NewHolder
        from buurtkamer_app.startup import KEY_HOLDER

        def add(services: Services) -> None:
            services.sign_in.act_as(KEY_HOLDER)
            try:
                self._door.keys().add_words(services, NewHolder(name), words)
            finally:
                services.sign_in.act_as(NOBODY)

        self._tasks.write(add, lambda _: self.wizard.show_second(), self.wizard.refuse)

    def _from_archive(self) -> None:
        if self.archive is None:
            # It loads what reads archives, which few need.
            from buurtkamer_app.qt.room.set_up_archive import ArchiveSetUp

            self.archive = ArchiveSetUp(self._tasks, passphrase.draw, passphrase.acceptable)
            self.archive.archive_asked.connect(self._bring_in)
            self.archive.back_asked.connect(self._back)
            self.archive.done.connect(self._then)
            self._column.addWidget(self.archive)
        self.wizard.hide()
        self.archive.show()
        self.archive.choose.setFocus()

    def _from_backup(self) -> None:
        if self.backup is None:
            # As the archive's: few need it.
            from buurtkamer_app.desktop.restoring import Outside

            self.backup = Outside(self._tasks, self._door, self._then)
            self.backup.form.back_asked.connect(self._back)
            self._column.addWidget(self.backup.form)
        self.wizard.hide()
        self.backup.form.show()
        self.backup.form.choose.setFocus()
        self.backup.offer()

    def _back(self) -> None:
        if self.archive is not None:
            self.archive.hide()
        if self.backup is not None:
            self.backup.form.hide()
        self.wizard.show()

    def _bring_in(self, source: Path, owner: Owner, progress: Progress) -> None:
        archive, codes = self.archive, list[str]()
        if archive is None:
            return

        def build() -> Services:
            try:
                services, code = self._door.bring_in(source, owner, progress)
            except StoppedError as error:
                # Who waits for a room to be opened hears of everything that stands in its way.
                raise RefusedError("Stopped. Nothing was changed.") from error
            codes.append(code)
            return services

        self._tasks.open(build, self._door.reader, lambda: archive.show_code(codes[-1], self._today()), archive.refuse)
