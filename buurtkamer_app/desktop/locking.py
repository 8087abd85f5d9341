"""What covers the window when nobody works: the sign-in, and when the day is over, nothing but a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from buurtkamer_app.base.errors import TooManyTriesError
from buurtkamer_app.base.roles import NOBODY, Actor

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.desktop.door import Door
    from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.qt.window import Window


class Locking(QObject):
    """Locks the desk and lets people in again: `seated` gives who is at the desk from then on.

    `closed` comes when the data was let go of, with the reason that there may be for it. `overlay_asked` gives what
    somebody wants to see without signing in.
    """

    seated = Signal(object)
    closed = Signal(object)
    overlay_asked = Signal(str)

    def __init__(
        self,
        window: Window,
        tasks: Tasks[Any],
        door: Callable[[], Door],
        now: Callable[[], datetime],
        *,
        practice: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._door, self._now = window, tasks, door, now
        self._practice = practice

    def lock(self) -> None:
        """Cover the window until somebody signs in; what was being typed stays under it."""
        from buurtkamer_app.qt.activities.programme import ProgrammePanel
        from buurtkamer_app.qt.desk.tally import TallyPanel
        from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel

        if self._door().house is None:
            return
        self._tasks.write(lambda services: services.sign_in.leave(), lambda _: None)
        programme = ProgrammePanel(self._tasks)
        programme.hide_names(hidden=True)
        tally = TallyPanel(self._tasks, self._now)
        asking = SignInPanel(self._tasks, tally, programme, has_keys=not self._practice)
        asking.signed_in.connect(self.seat)
        asking.too_many.connect(self.close)
        refuse = partial(self._refuse_key, asking)
        for offered in (asking.key.offered, asking.key.stick_offered):
            offered.connect(lambda key: self._tasks.write(lambda s: self._door().prove(s, key), self.seat, refuse))
        asking.asked.connect(self.overlay_asked)
        self._window.cover(asking)
        self.seated.emit(NOBODY)

    def close(self, why: BuurtkamerError | None = None) -> None:
        """Let go of the data: only a key opens it again. What was being typed is kept before, under that key.

        A practice room has no key, so it is only locked.
        """
        if self._door().house is None or self._practice:
            return
        self._tasks.write(lambda services: services.sign_in.leave(), lambda _: None)
        # Who hears this keeps what was being typed, and puts away what is open.
        self.seated.emit(NOBODY)
        self._tasks.shut()
        self._door().house = None
        self.closed.emit(why)

    def rest(self, slept: float) -> None:
        """Nobody touched the desk for long, or the computer slept for so many seconds: close when the day is over."""
        if self._door().house is not None and not self._practice:
            from datetime import timedelta

            gone = timedelta(seconds=slept)
            self._tasks.read(lambda services: services.resting.over(gone), self._rest_when)

    def _rest_when(self, over: bool) -> None:
        if over:
            self.close()

    def seat(self, actor: Actor) -> None:
        """Let somebody who signed in work."""
        self._window.cover(None)
        self.seated.emit(actor)

    def _refuse_key(self, asking: SignInPanel, error: BuurtkamerError) -> None:
        if isinstance(error, TooManyTriesError):
            self.close(error)
        elif isValid(asking):
            asking.key.refuse(error)
