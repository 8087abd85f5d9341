"""The hard days on the desktop: what needs the key, the door or another page."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base import paths
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import leave_it
from buurtkamer_app.qt.safekeeping.hard_days import HardDaysPanel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desktop.handed import Handed
    from buurtkamer_app.qt.safekeeping.days.moving import MovedPanel, MovingPage
    from buurtkamer_app.qt.safekeeping.days.page import DayPage
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.startup import House


def hard_days_panel(tasks: Tasks[Any], handed: Handed) -> HardDaysPanel:
    """Give the page of the hard days, with somebody who does what they ask."""
    work = HardDays(tasks, handed)
    panel = HardDaysPanel(work.make)
    panel.work = work
    return panel


class HardDays:
    """Makes the page of each day when it is opened."""

    def __init__(self, tasks: Tasks[Any], handed: Handed) -> None:
        self._tasks, self._handed = tasks, handed

    def make(self, name: str) -> QWidget:
        """Make the page of a day."""
        page = self._page(name)
        page.go_asked.connect(self._handed.go)
        return page

    def _page(self, name: str) -> DayPage:
        from buurtkamer_app.qt.safekeeping.days import handing, home, losing, year

        if name == "moving":
            return self._moving()
        kinds = {"handing": handing.HandingPage, "home": home.HomePage, "losing": losing.LosingPage}
        return kinds.get(name, year.YearPage)(self._tasks)

    def _moving(self) -> MovingPage:
        from buurtkamer_app.qt.safekeeping.days.moving import MovingPage

        device = device_of(self._house().opened.vault.id)
        page = MovingPage(self._tasks, device)
        page.stick_asked.connect(lambda stick: self._pack(page, stick))

        def wipe(typed: str, backups: bool) -> None:
            # Looked at once more: what was counted while the question stood there is not erased.
            sure = lambda _: self._wipe(page, backups=backups)  # noqa: E731 - one line
            self._tasks.write(lambda s: s.hard_days.matches(device, typed), sure, page.failed)

        page.wipe_asked.connect(wipe)
        return page

    def _house(self) -> House:
        house = self._handed.door().house
        if house is None:
            raise RuntimeError("the room is not open yet")
        return house

    def _pack(self, page: MovingPage, stick: Path) -> None:
        """Write down that a moving begins, make a backup that knows of it, and count what is in that."""
        house, tasks = self._house(), self._tasks
        vault, at = house.opened.vault.id, house.clock.now()
        if house.opened.vault.practice:
            page.failed(RefusedError("This is the practice room. There is nothing to move."))
            return
        target = stick / f"buurtkamer-{at.astimezone():%Y-%m-%d-%H%M}.buurtkamer"

        def work(_: object, __: object) -> Any:
            from buurtkamer_app.base.terms_trust import BackupPlace
            from buurtkamer_app.safekeeping.backups.make import back_up
            from buurtkamer_app.safekeeping.backups.records import Made
            from buurtkamer_app.safekeeping.backups.restoring import unlock_as
            from buurtkamer_app.safekeeping.backups.trying import try_out
            from buurtkamer_app.safekeeping.hard_days.records import Figures

            back_up(house.folder, house.opened, target, at)
            found = try_out(target, house.folder, paths.user_secrets(), unlock_as(house.opened)).contents
            made = Made(BackupPlace.BY_HAND, target, at, target.stat().st_size)
            return Figures(found.visits, found.wishes, found.hosts, found.last_visit), made

        def begun(made: Any) -> None:
            moving: UUID = made.value
            words = translate("The backup is being made and checked…")
            tasks.read_long(words, work, lambda found: noted(moving, found), page.failed)

        def noted(moving: UUID, found: Any) -> None:
            figures, made = found
            tasks.write(lambda s: s.backups.note([made]), leave_it, page.failed)
            tasks.write(lambda s: s.hard_days.packed(moving, figures, at), lambda _: page.packed(), page.failed)

        tasks.write(lambda s: s.hard_days.begin_moving(device_of(vault)), begun, page.failed)

    def _wipe(self, page: MovingPage, *, backups: bool) -> None:
        """Close the services, take everything away, and show that the room lives elsewhere."""
        from buurtkamer_app.base.errors import StoreError
        from buurtkamer_app.desktop.schedule import plan_of
        from buurtkamer_app.safekeeping.hard_days.wiping import wipe
        from buurtkamer_app.startup import enter
        from buurtkamer_app.storage.alone import wait_alone
        from buurtkamer_app.storage.engine import DATABASE

        house, tasks, door = self._house(), self._tasks, self._handed.door()
        clock = house.clock
        also = plan_of(house, self._handed.settings()).folder if backups else None
        folder, vault = house.folder, house.opened.vault.id
        today = clock.now().astimezone().date()
        gone = RefusedError("The room lives on another computer.")
        troubles: list[BuurtkamerError] = []

        def build() -> Services:
            try:
                # Who reads still closes first: an open file cannot go everywhere.
                wait_alone(folder / DATABASE, house.opened.data_key)
                wipe(folder, paths.user_secrets(), vault, today, also)
            except StoreError as error:
                if not (folder / "vault.json").exists():
                    raise
                # Nothing went: the room as it was goes on, with who sat there.
                troubles.append(error)
                door.house = enter(folder, house.opened, clock, house.services.store.seat)
                return door.house.services
            raise gone

        def trouble(error: BuurtkamerError) -> None:
            door.house = None
            show_moved(page.window(), today, None if error is gone else error)

        tasks.cancel()
        tasks.shut()
        tasks.open(build, door.reader, lambda: page.failed(troubles[0]), trouble)


def show_moved(window: Any, on: date, trouble: BuurtkamerError | None = None) -> MovedPanel:
    """Cover the window: the room lives elsewhere; `trouble` is why something of it is left, without its keys."""
    from buurtkamer_app.qt import dates
    from buurtkamer_app.qt.safekeeping.days.moving import MovedPanel

    panel = MovedPanel(dates.day_and_year(on), trouble)
    if hasattr(window, "cover"):
        window.cover(panel)
    return panel


def say_moved(window: Any, folder: Path, then: Callable[[], None]) -> None:
    """Say at the start that the room lives elsewhere; `then` is for who wants a room here all the same."""
    from datetime import date

    from buurtkamer_app.safekeeping.hard_days.wiping import forget, moved_on

    panel = show_moved(window, moved_on(folder) or date.min)

    def again() -> None:
        forget(folder)
        then()

    panel.again.connect(again)


def device_of(vault: UUID) -> str:
    """Give what tells this computer from another one, without telling its secret."""
    from buurtkamer_app.storage.device_secret import read_device_secret

    secret = read_device_secret(paths.user_secrets(), vault) or b""
    return hashlib.sha256(b"device" + vault.bytes + secret).hexdigest()[:16]
