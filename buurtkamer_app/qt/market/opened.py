"""The market that is opened: its name and day, which roles are still vacant, and the way back; its sections below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market.words import ROLES
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import MarketEvent, RoleHeld
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

    Head = tuple[date, Known[MarketEvent], tuple[RoleHeld, ...]]


class OpenedMarket(Panel):
    """`left` comes when somebody goes back to the list, or when the market is gone."""

    form: ClassVar[str] = "market/opened"
    kinds: ClassVar[frozenset[str]] = frozenset({"market_event", "market_role", "host"})
    stack: QVBoxLayout
    top: QBoxLayout
    title: QLabel
    facts: QLabel
    sign: QLabel
    open_roles: QLabel
    back: QPushButton

    left = Signal()

    def __init__(self, tasks: Tasks[Any], sections: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.key: UUID | None = None
        self._head: Head | None = None
        self._sections = sections
        self.stack.addWidget(sections)
        self.stack.addStretch()
        self.back.clicked.connect(lambda _=False: self.left.emit())

    def open_market(self, key: UUID) -> None:
        """Show another market."""
        self.key = key
        self.outdate()

    def fill(self, *, fills: bool) -> None:
        """Let the sections have all of the height, or as much as they need."""
        self.stack.setStretchFactor(self._sections, int(fills))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.top)

    def refresh(self) -> None:
        """Read the market and its roles."""
        if (key := self.key) is not None:
            self.tasks.read(lambda services: _read(services, key), self._show, self._gone)

    def say(self) -> None:
        if self._head is None:
            return
        today, known, roles = self._head
        it = known.it
        self.title.setText(breakable(it.name))
        told = (dates.day_and_date(it.on_date), dates.span(it.starts, it.ends), it.place, _days(it, today))
        self.facts.setText(breakable(" · ".join(told)))
        vacant = [translate(ROLES[role.role]) for role in roles if role.vacant]
        for part in (self.sign, self.open_roles):
            part.setVisible(bool(vacant))
        if vacant:
            show_icon(self.sign, "triangle-exclamation", theme.colours().brick_dark)
            self.open_roles.setText(translate("Still without anybody: {roles}", roles=", ".join(vacant)))

    def _show(self, head: Head) -> None:
        if head[1].id == self.key:
            self._head = head
            self.say()

    def _gone(self, _: BuurtkamerError) -> None:
        self.key = None
        self.left.emit()


def _read(services: Services, key: UUID) -> Head:
    with services.seeing():
        return services.room.today(), services.markets.events.one(key), services.markets.roles_of(key)


def _days(it: MarketEvent, today: date) -> str:
    if it.cancelled:
        return translate("does not go on")
    days = (it.on_date - today).days
    if days == 0:
        return translate("today")
    return translate("in {count} days", count=days) if days > 0 else translate("{count} days ago", count=-days)
