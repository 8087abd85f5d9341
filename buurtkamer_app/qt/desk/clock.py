"""Asks whether the computer's clock is right, when it may not be: counting goes on meanwhile, but not unsaid."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.desk.clock_watch import ClockDoubt, ClockState
    from buurtkamer_app.qt.tasks import Tasks


def running() -> float:
    """Give seconds that nobody can set: they go on while the clock is moved, and while the computer sleeps."""
    # Linux stops its monotonic clock while the computer sleeps; Windows does not.
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class ClockPanel(Panel):
    """Takes no room while the clock can be right; what somebody said to be right is not asked again that day."""

    form: ClassVar[str] = "desk/clock"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "help_asked", "day"})
    sign: QLabel
    told: QLabel
    right: QPushButton

    def __init__(self, tasks: Tasks[Any], runs: Callable[[], float] = running, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._runs = runs
        self._looked: tuple[datetime, float] | None = None
        self._asked: ClockState | None = None
        self._right: set[tuple[ClockDoubt | None, date]] = set()
        self.right.clicked.connect(self._is_right)
        show_icon(self.sign, "triangle-exclamation", theme.colours().ink)
        self.hide()
        self.refresh()

    def outdate(self) -> None:
        """Read again, seen or not: it shows itself when there is something to ask."""
        self.refresh()

    def refresh(self) -> None:
        expected = None
        if self._looked is not None:
            then, ran = self._looked
            expected = then + timedelta(seconds=self._runs() - ran)
        self.tasks.read(lambda services: services.desk.clock_doubt(expected), self._show)

    def say(self) -> None:
        if self._asked is None:
            return
        here = self._asked.here
        clock = translate(
            "The computer's clock says {day}, {time}.", day=dates.day_and_date(here), time=dates.clock(here.time())
        )
        self.told.setText(f"{clock} {translate('Is that right? Ask the coordinator.')}")

    def _show(self, state: ClockState) -> None:
        self._looked = state.now, self._runs()
        asked = self._asked
        if state.doubt is not None and (state.doubt, state.here.date()) not in self._right:
            self._asked = state
        elif state.doubt is not None or (asked is not None and asked.here.date() != state.here.date()):
            # Said to be right, or put right.
            self._asked = None
        self.say()
        self.setVisible(self._asked is not None)

    def _is_right(self) -> None:
        if self._asked is not None:
            self._right.add((self._asked.doubt, self._asked.here.date()))
        self._asked = None
        self.hide()
