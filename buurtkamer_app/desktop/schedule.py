"""Backups that are made by themselves: when the day closes, in the evening, and when one was missed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.base.settings import Settings
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.bars import Banners
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.safekeeping.backups.records import Asks, Plan, Run
    from buurtkamer_app.startup import House

_LOOKS: Final = 600_000  # milliseconds between two looks whether one is due
_SOON: Final = 20_000  # after opening: whoever came in is served first
_BANNER: Final = "backup"


class Schedule(QObject):
    """Makes backups by itself, one at a time, and says when the last one is old."""

    def __init__(self, tasks: Tasks[Any], handed: Handed, banners: Banners, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._handed, self._banners = tasks, handed, banners
        self.busy = False
        self.actor: Actor = NOBODY
        self._asks: Asks | None = None
        self.looking = QTimer(self, interval=_LOOKS)
        self.looking.timeout.connect(self.look)
        self.soon = QTimer(self, singleShot=True, interval=_SOON)
        self.soon.timeout.connect(self.look)
        tasks.changed.connect(self._hear)

    def begin(self) -> None:
        """Look in a moment whether one was missed, and every now and then from then on."""
        self.soon.start()
        self.looking.start()

    def set_actor(self, actor: Actor) -> None:
        """Tell who is at the desk, who reads other words than the next."""
        self.actor = actor
        self._say()

    def look(self) -> None:
        """Make a backup when one is due; a practice room needs none."""
        house = self._handed.door().house
        if house is None or house.opened.vault.practice or self.busy:
            return
        self._tasks.read(lambda services: services.backups.is_due(), self._due)

    def _hear(self, change: Change) -> None:
        if "day" in change.kinds:
            self.look()
        if "backup_made" in change.kinds:
            self._ask()

    def _due(self, due: bool) -> None:
        house = self._handed.door().house
        if self.busy or house is None:
            return
        if not due:
            self._ask()
            return
        self.busy = True
        turn(self._tasks, house, self._handed.settings(), self._done, self._failed, self._stopped)

    def _done(self, run: Run) -> None:
        self.busy = False
        if run.trouble is not None:
            self._failed(run.trouble)
        else:
            self._ask()

    def _stopped(self) -> None:
        """Somebody stopped it: the next look makes it."""
        self.busy = False

    def _failed(self, error: BuurtkamerError) -> None:
        from buurtkamer_app.qt.bars import Tone

        self.busy = False
        self._banners.put(
            _BANNER,
            lambda: translate("No backup was made by itself. {why}", why=error.sentence()),
            Tone.WARNING,
        )

    def _ask(self) -> None:
        house, settings = self._handed.door().house, self._handed.settings()
        if house is None or house.opened.vault.practice:
            return

        def read(services: Any) -> Asks:
            from buurtkamer_app.safekeeping.backups.by_schedule import same_disk

            plan = plan_of(house, settings)
            asks: Asks = services.backups.asks(
                stick=plan.stick is not None, same_disk=same_disk(house.folder, plan.folder)
            )
            return asks

        self._tasks.read(read, self._told)

    def _told(self, asks: Asks) -> None:
        self._asks = asks
        self._say()

    def _say(self) -> None:
        from buurtkamer_app.qt.bars import Tone

        if self._asks is None:
            return
        words = _words(self._asks, self.actor)
        if words is None:
            self._banners.remove(_BANNER)
        else:
            self._banners.put(_BANNER, words, Tone.NOTE)


def _words(asks: Asks, actor: Actor) -> Callable[[], str] | None:
    """Give what somebody should know: the coordinator what to do, a host only that the coordinator should know."""
    leads = actor.role is Role.COORDINATOR
    if asks.late and actor is not NOBODY:
        if not leads:
            return partial(translate, mark("The last backup is old. Tell the coordinator."))
        if asks.days is None:
            return partial(translate, mark("There is no backup yet. Look at Beheer, Backup."))
        return partial(translate, mark("The last backup is {days} days old. Look at Beheer, Backup."), days=asks.days)
    if leads and asks.no_stick:
        return partial(translate, mark("All backups are on this one disk. Choose a stick at Beheer, Backup."))
    if leads and asks.try_out:
        return partial(translate, mark("Try out a backup once a quarter, at Beheer, Backup."))
    return None


def plan_of(house: House, settings: Settings) -> Plan:
    """Give where backups of this computer go."""
    from buurtkamer_app.safekeeping.backups.by_schedule import usual_folder
    from buurtkamer_app.safekeeping.backups.records import Plan

    folder = Path(settings.backup_folder) if settings.backup_folder else usual_folder(house.folder)
    return Plan(folder, Path(settings.backup_stick) if settings.backup_stick else None)


def turn(  # noqa: PLR0913, PLR0917 - what is made, and whom to tell
    tasks: Tasks[Any],
    house: House,
    settings: Settings,
    then: Callable[[Run], None],
    trouble: Callable[[BuurtkamerError], None],
    stopped: Callable[[], None],
) -> None:
    """Let the schedule make its backups now, beside what is being done, and write down what was made."""
    there = drives()

    def work(services: Any, _: object) -> Run:
        from buurtkamer_app.safekeeping.backups.by_schedule import run

        return run(house.folder, house.opened, plan_of(house, settings), house.clock.now(), services.room.zone, there)

    def made(run: Run) -> None:
        if not run.made:
            then(run)
            return
        tasks.write(lambda services: services.backups.note(run.made), lambda _: then(run), trouble)

    tasks.read_long(translate("The backup is being made and checked…"), work, made, trouble, stopped)


def drives() -> list[Path]:
    """Give where disks and sticks stand on this computer now."""
    from PySide6.QtCore import QStorageInfo

    return [Path(one.rootPath()) for one in QStorageInfo.mountedVolumes() if one.isReady()]
