"""What was counted while nobody was signed in, for whoever signs in next: it is right, or it goes, all together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.desk.records import LockedTallies
    from buurtkamer_app.qt.tasks import Tasks


class LockedTalliesPanel(Panel):
    """Takes no room while there is nothing to say, or nobody to say it to."""

    form: ClassVar[str] = "desk/locked_tallies"
    kinds: ClassVar[frozenset[str]] = frozenset({"visit", "help_asked"})
    told: QLabel
    right: QPushButton
    away: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._found: LockedTallies | None = None
        self.right.clicked.connect(lambda: tasks.write(lambda services: services.desk.accept_locked(), self._done))
        self.away.clicked.connect(lambda: tasks.write(lambda services: services.desk.take_back_locked(), self._done))
        self.hide()

    def set_actor(self, actor: Actor) -> None:
        """Tell it to this person; nobody takes back anything without signing in."""
        self._actor = actor
        self.hide()
        self.outdate()

    def outdate(self) -> None:
        """Read again, seen or not: it shows itself when there is something to say."""
        if self._actor.role >= Role.HOST:
            self.refresh()

    def refresh(self) -> None:
        self.tasks.read(lambda services: services.desk.locked_today(), self._show)

    def say(self) -> None:
        if self._found is None:
            return
        visitors, questions = self._found.visitors, self._found.questions
        parts = [
            translate("1 visitor") if visitors == 1 else translate("{count} visitors", count=visitors),
            translate("1 question") if questions == 1 else translate("{count} questions", count=questions),
        ]
        what = ", ".join(part for part, count in zip(parts, (visitors, questions), strict=True) if count)
        self.told.setText(translate("Counted while locked: {what}.", what=what))

    def _show(self, found: LockedTallies) -> None:
        self._found = found
        self.say()
        self.setVisible(bool(found) and self._actor.role >= Role.HOST)

    def _done(self, _: object) -> None:
        self.hide()
