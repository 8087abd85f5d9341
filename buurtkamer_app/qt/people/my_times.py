"""What a host sees of their own: when they can, what is fixed, and the days on which they cannot or come extra."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.people.other_days import OtherDays
from buurtkamer_app.qt.people.times_grid import TimesGrid
from buurtkamer_app.qt.people.times_reading import HostNow, read_times

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks


class MyTimesPanel(Panel):
    """The times of whoever is at the desk."""

    form: ClassVar[str] = "people/my_times"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"availability", "closure", "fixed_shift", "other_times", "place", "shift_pattern"}
    )
    who: QLabel
    none: QLabel
    columns: QBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self.days, self.times = OtherDays(tasks, own=True), TimesGrid(tasks, own=True)
        self.left.addWidget(self.days)
        self.right.addWidget(self.times)
        self.left.addStretch(1)
        self.right.addStretch(1)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Show the times of whoever is at the desk now, nothing of who went."""
        if actor.host != self._actor.host:
            self._seen(there=False)
        self._actor = actor
        self.say()
        self.outdate()

    def refresh(self) -> None:
        host = self._actor.host
        if host is None:
            self._seen(there=False)
            return
        self.tasks.read(
            lambda s: read_times(s, host, plans=False), while_there(self, self._show), while_there(self, self._not_now)
        )

    def say(self) -> None:
        self.who.setText(translate("Times of {name}", name=self._actor.name) if self._actor.name else "")
        self.none.setText(translate("Sign in to see your own times."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns)

    def _show(self, now: HostNow) -> None:
        if now.times.host != self._actor.host:
            return
        self.times.put(now)
        self.days.put(now.times.host, now, now.today)
        self._seen(there=True)

    def _seen(self, *, there: bool) -> None:
        for part in (self.times, self.days):
            part.setVisible(there)
        self.none.setVisible(not there)

    def _not_now(self, _: BuurtkamerError) -> None:
        """Show nothing: the desk was locked before the answer came."""
        self._seen(there=False)
