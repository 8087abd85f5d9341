"""What covers the window before somebody works: the set-up, the passphrase, then what locks it."""

from __future__ import annotations

import functools
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.desktop.locking import Locking

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desktop import Practice
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window
    from buurtkamer_app.room.records import RoomFacts


class Entrance(QObject):
    """Opens the room, and lets `locking` cover it: `opened` comes once.

    `country_known` gives the country of the room: whom to call stands on the screen while the room is closed, too.
    """

    opened = Signal()
    country_known = Signal(str)

    def __init__(
        self, window: Window, tasks: Tasks[Any], folder: Path, clock: Clock, practice: Practice | None
    ) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._folder, self._clock, self._practice = folder, clock, practice
        # The files that a professional, who has no room, reads once this window is gone; None: somebody of the room.
        self.review: list[Path] | None = None
        self.country = ""
        self._was_open = False
        self.locking = Locking(window, tasks, lambda: self.door, clock.now, practice=practice is not None)
        self.locking.closed.connect(self._ask_passphrase)
        tasks.changed.connect(self._look)

    @functools.cached_property
    def door(self) -> Door:
        """Give what opens the room of the folder."""
        from buurtkamer_app.desktop.door import Door

        return Door(self._folder, self._clock, self._practice.room if self._practice else None)

    def open(self) -> None:
        """Open the room in its own way: at once, with a passphrase, or by setting it up."""
        from buurtkamer_app.desktop.door import Way

        way = self.door.way(practice=self._practice is not None)
        if way is Way.PRACTICE:
            self._tasks.open(self.door.open_practice, self.door.reader, self._in, self._window.trouble)
        elif way is Way.UNLOCK:
            self._ask_passphrase()
        elif way is Way.MOVED:
            from buurtkamer_app.desktop.hard_days import say_moved

            self.door.at_place(lambda folder, _: say_moved(self._window, folder, self.open))
        else:
            self._set_up()

    def _ask_passphrase(self, why: BuurtkamerError | None = None) -> None:
        from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel

        panel, tasks, door = UnlockPanel(), self._tasks, self.door
        refuse = partial(self._refuse, panel)
        panel.asked.connect(lambda typed: tasks.open(lambda: door.unlock(typed), door.reader, self._in, refuse))
        panel.recovery_asked.connect(
            lambda code, fresh: tasks.open(lambda: door.recover(code, fresh), door.reader, self._in, refuse)
        )
        panel.stick_asked.connect(
            lambda place: tasks.open(lambda: door.unlock_with_stick(place), door.reader, self._in, refuse)
        )
        self._offer_review(panel, panel.review_asked)
        panel.set_country(self.country)
        if why is not None:
            panel.refuse(why)
        self._window.cover(panel)

    def _refuse(self, panel: UnlockPanel, error: BuurtkamerError) -> None:
        """Say why the room stays closed; when its own file is wrong, the way back is a backup."""
        from buurtkamer_app.desktop.restoring import rescue

        if not rescue(self._tasks, self.door, error, self._window.cover, self._in, self._ask_passphrase):
            panel.refuse(error)

    def _set_up(self) -> None:
        from buurtkamer_app.desktop.setting_up import SettingUp

        asking = SettingUp(self._tasks, self.door, self._today, self._in)
        self._offer_review(asking, asking.wizard.review_asked)
        self._window.cover(asking)

    def _offer_review(self, panel: QWidget, asked: SignalInstance) -> None:
        """Let a professional go on to the logs: by a button, or by files that are dragged here."""
        from buurtkamer_app.qt.review.dropping import Dropping

        def leave(files: list[Path]) -> None:
            self.review = files
            self._window.close()

        asked.connect(lambda: leave([]))
        Dropping(panel, leave)

    def _name(self) -> None:
        self._tasks.read(lambda services: services.room.facts(), self._know)

    def _know(self, facts: RoomFacts) -> None:
        self._window.set_room(facts.name)
        self.country = facts.country
        if self._practice is None:
            self.country_known.emit(facts.country)

    def _look(self, change: Change) -> None:
        if "room" in change.kinds:
            self._name()

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def restored(self) -> None:
        """Let everybody sign in again: another state of the room is open now."""
        from buurtkamer_app.qt.panel import Panel

        self._name()
        for panel in self._window.findChildren(Panel):
            panel.outdate()
        self.locking.lock()

    def _in(self) -> None:
        if self._was_open:
            self.restored()
            return
        self._was_open = True
        self._name()
        self.opened.emit()
        if self._practice is None:
            self.locking.lock()
        elif self._practice.picture is not None:
            from buurtkamer_app.desktop.picture import take

            take(self._window, self._tasks, self.locking.seat, self._practice.picture)
