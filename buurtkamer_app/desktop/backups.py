"""Backups, asked for at the page and made with the key of the room; and one that is looked in, or brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desktop.schedule import plan_of, turn
from buurtkamer_app.qt.safekeeping.backup import BackupPanel, Shown

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.backups.records import Run
    from buurtkamer_app.startup import House


class Backups:
    """Does what is asked at the page of backups."""

    def __init__(self, tasks: Tasks[Any], handed: Handed) -> None:
        self._tasks, self._handed = tasks, handed
        self.panel = panel = BackupPanel(lambda: handed.now().date())
        panel.seen.connect(self.look)
        panel.now_asked.connect(self._make_now)
        panel.backup_asked.connect(self._make)
        panel.folder_chosen.connect(self._keep_folder)
        panel.stick_chosen.connect(self._keep_stick)
        panel.open_asked.connect(self._open)
        tasks.changed.connect(self._look_again)

    def look(self) -> None:
        """Show how the schedule stands now."""
        house, settings = self._house(), self._handed.settings()

        def read(services: Any) -> Shown:
            from buurtkamer_app.base.clock import local
            from buurtkamer_app.safekeeping.backups.by_schedule import same_disk, stick_in

            plan, zone = plan_of(house, settings), services.room.zone
            there = stick_in(plan.stick, house.opened.vault.id, _drives())
            asks = services.backups.asks(stick=plan.stick is not None, same_disk=same_disk(house.folder, plan.folder))
            last, tried = services.backups.last(), services.backups.last_tried()
            tried_at = tried.tried_at if tried else None
            return Shown(
                last,
                local(last.at, zone) if last else None,
                local(tried_at, zone) if tried_at else None,
                asks,
                plan.folder,
                plan.stick,
                None if plan.stick is None else there is not None,
            )

        self._tasks.read(read, self.panel.show_plan, self.panel.failed)

    def _look_again(self, change: Change) -> None:
        if "backup_made" in change.kinds and self.panel.isVisible():
            self.look()

    def _house(self) -> House:
        house = self._handed.door().house
        if house is None:
            raise RuntimeError("the room is not open yet")
        return house

    def _make_now(self) -> None:
        def told(run: Run) -> None:
            if run.trouble is not None:
                self.panel.failed(run.trouble)
            else:
                self.panel.made(run.made[0].path)

        turn(self._tasks, self._house(), self._handed.settings(), told, self.panel.failed, self._stopped)

    def _make(self, path: Path) -> None:
        house, tasks = self._house(), self._tasks

        def note(made: Any) -> None:
            tasks.write(lambda services: services.backups.note([made]), lambda _: self.panel.made(path))

        def work(_: object, __: object) -> object:
            from buurtkamer_app.base.terms_trust import BackupPlace
            from buurtkamer_app.safekeeping.backups.make import back_up
            from buurtkamer_app.safekeeping.backups.records import Made

            at = house.clock.now()
            back_up(house.folder, house.opened, path, at)
            return Made(BackupPlace.BY_HAND, path, at, path.stat().st_size)

        tasks.read_long(
            translate("The backup is being made and checked…"), work, note, self.panel.failed, self._stopped
        )

    def _stopped(self) -> None:
        self.panel.failed(RefusedError("Stopped. Nothing was changed."))

    def _keep_folder(self, folder: Path) -> None:
        self._keep(folder=folder)

    def _keep_stick(self, stick: Path) -> None:
        from buurtkamer_app.base.errors import BuurtkamerError
        from buurtkamer_app.safekeeping.backups.by_schedule import mark_stick

        try:
            mark_stick(stick, self._house().opened.vault.id)
        except BuurtkamerError as error:
            self.panel.failed(error)
            return
        self._keep(stick=stick)

    def _keep(self, **where: Path) -> None:
        from buurtkamer_app.storage.whole_file import file_trouble

        try:
            if any((path / "vault.json").exists() for path in where.values()):
                self.panel.failed(StoreError("The room itself is kept in this folder. Choose another one."))
                return
            self._handed.keep_backups(**where)
        except OSError as error:
            self.panel.failed(file_trouble(error))
            return
        self.panel.answer.clear()
        self.look()

    def _open(self) -> None:
        from buurtkamer_app.desktop.restoring import InTheRoom

        self.restoring = InTheRoom(self._tasks, self._handed, self.panel, self.look)


def _drives() -> list[Path]:
    from buurtkamer_app.desktop.schedule import drives

    return drives()


def backup_panel(tasks: Tasks[Any], handed: Handed) -> BackupPanel:
    """Give the page of backups, with somebody who makes them."""
    made = Backups(tasks, handed)
    # It lives as long as its page.
    made.panel.destroyed.connect(lambda: made)
    return made.panel
