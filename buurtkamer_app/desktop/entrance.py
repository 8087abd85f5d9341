"""What covers the window before somebody works: the set-up, the passphrase, the sign-in."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from buurtkamer_app.base.roles import NOBODY, Actor

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import Clock
    from buurtkamer_app.desktop import Practice
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window


class Entrance(QObject):
    """Opens the room and lets people in: `opened` comes once, `seated` gives who is at the desk from then on.

    `overlay_asked` gives what somebody wants to see without signing in.
    """

    opened = Signal()
    seated = Signal(object)
    overlay_asked = Signal(str)

    def __init__(
        self, window: Window, tasks: Tasks[Any], folder: Path, clock: Clock, practice: Practice | None
    ) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._folder, self._clock, self._practice = folder, clock, practice
        # The files that a professional, who has no room, reads once this window is gone; None: somebody of the room.
        self.review: list[Path] | None = None
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
        else:
            self._set_up()

    def lock(self) -> None:
        """Cover the window until somebody signs in; what was being typed stays under it."""
        from buurtkamer_app.qt.activities.programme import ProgrammePanel
        from buurtkamer_app.qt.desk.tally import TallyPanel
        from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel

        if self.door.house is None:
            return
        self._tasks.write(lambda services: services.sign_in.leave(), lambda _: None)
        programme = ProgrammePanel(self._tasks)
        programme.hide_names(hidden=True)
        asking = SignInPanel(self._tasks, TallyPanel(self._tasks, self._clock.now), programme)
        asking.signed_in.connect(self.seat)
        asking.asked.connect(self.overlay_asked)
        self._window.cover(asking)
        self.seated.emit(NOBODY)

    def seat(self, actor: Actor) -> None:
        """Let somebody who signed in work."""
        self._window.cover(None)
        self.seated.emit(actor)

    def _ask_passphrase(self) -> None:
        from buurtkamer_app.qt.safekeeping.unlock import UnlockPanel

        panel, tasks, door = UnlockPanel(), self._tasks, self.door
        panel.asked.connect(lambda typed: tasks.open(lambda: door.unlock(typed), door.reader, self._in, panel.refuse))
        panel.recovery_asked.connect(
            lambda code, fresh: tasks.open(lambda: door.recover(code, fresh), door.reader, self._in, panel.refuse)
        )
        self._offer_review(panel, panel.review_asked)
        self._window.cover(panel)

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
        self._tasks.read(lambda services: services.room.facts().name, self._window.set_room)

    def _look(self, change: Change) -> None:
        if "room" in change.kinds:
            self._name()

    def _today(self) -> date:
        return self._clock.now().astimezone().date()

    def _in(self) -> None:
        self._name()
        self.opened.emit()
        if self._practice is None:
            self.lock()
        elif self._practice.picture is not None:
            from buurtkamer_app.desktop.picture import take

            take(self._window, self._tasks, self.seat, self._practice.picture)
