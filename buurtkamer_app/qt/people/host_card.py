"""The card of one host: their times, and what the coordinator keeps of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.terms import Experience
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.people.card_groups import PersonalGroup, ReachGroup, StartGroup, VogGroup, WorkingGroup
from buurtkamer_app.qt.people.card_lists import CertificatesGroup, KeysGroup, SkillsGroup
from buurtkamer_app.qt.people.fixed_group import FixedGroup
from buurtkamer_app.qt.people.other_days import OtherDays
from buurtkamer_app.qt.people.times_grid import TimesGrid
from buurtkamer_app.qt.people.times_reading import HostNow, read_times
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import follow

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.qt.people.card_group import CardGroup
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class HostCard(Panel):
    """Shows the host that `open_card` names; `shut` tells that the list is wanted again, after all was kept.

    `stop_asked` gives the key of a host who stops, `join_asked` of one who is still learning.
    """

    form: ClassVar[str] = "people/host_card"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "availability",
            "certificate",
            "closure",
            "fixed_shift",
            "host",
            "host_card",
            "house_key",
            "other_times",
            "place",
            "shift_pattern",
            "skill",
        }
    )
    head: QBoxLayout
    back: QPushButton
    who: QLabel
    joins: QPushButton
    stops: QPushButton
    answer: Sentence
    columns: QBoxLayout
    left: QVBoxLayout
    right: QVBoxLayout

    shut = Signal()
    stop_asked = Signal(object)
    join_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.host: UUID | None = None
        self.times, self.days, self.fixed = TimesGrid(tasks), OtherDays(tasks), FixedGroup(tasks)
        self.reach, self.working, self.start = ReachGroup(tasks), WorkingGroup(tasks), StartGroup(tasks)
        self.vog, self.personal = VogGroup(tasks), PersonalGroup(tasks)
        self.skills, self.certificates, self.keys = SkillsGroup(tasks), CertificatesGroup(tasks), KeysGroup(tasks)
        for group in (self.times, self.days, self.fixed, self.certificates, self.skills):
            self.left.addWidget(group)
        of_card = (self.reach, self.working, self.keys, self.vog, self.start, self.personal)
        for card_group in of_card:
            self.right.addWidget(card_group)
        self.left.addStretch(1)
        self.right.addStretch(1)
        self.of_card: tuple[CardGroup[Card], ...] = (*of_card, self.certificates, self.skills)
        self.of_times: tuple[CardGroup[HostNow], ...] = (self.days, self.fixed)
        self.back.clicked.connect(lambda _=False: self.leave(self.shut.emit))
        self.joins.hide()
        self.joins.clicked.connect(lambda _=False: self.leave(lambda: self.join_asked.emit(self.host)))
        self.stops.clicked.connect(lambda _=False: self.leave(lambda: self.stop_asked.emit(self.host)))

    def open_card(self, host: UUID) -> None:
        """Show the card of a host."""
        self.host = host
        self.answer.clear()
        self.outdate()

    def refresh(self) -> None:
        host = self.host
        if host is not None:
            self.tasks.read(lambda s: _read(s, host), while_there(self, self._show), while_there(self, self._gone))

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what is still being typed, group by group, and go; a refusal stays in sight and nobody goes."""
        groups: tuple[CardGroup[Any], ...] = (*self.of_card, *self.of_times)
        waiting = next((group for group in groups if group.unkept()), None)
        if waiting is None:
            then()
        else:
            waiting.save(lambda: self.leave(then))

    def hide_names(self, hidden: bool) -> None:
        """Hide what is nobody's business on the other side of the desk: number and birthday."""
        self.reach.hide_names(hidden)
        self.personal.hide_names(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head, self.columns)

    def _show(self, found: tuple[Card, HostNow]) -> None:
        card, now = found
        if card.host.id != self.host:
            return
        self.who.setText(card.host.name)
        self.joins.setVisible(card.host.experience is Experience.TRAINEE)
        self.times.put(now)
        for group in self.of_times:
            group.put(card.host.id, now, now.today)
        for card_group in self.of_card:
            card_group.put(card.host.id, card, now.today)
        # What was made just now is only seen after this.
        QTimer.singleShot(0, self, self._walk)

    def _walk(self) -> None:
        """Let Tab go down the left column and then the right one, with the times and the lines that came last."""
        left = [self.times, self.days, self.fixed, self.certificates, self.skills]
        follow([self.back, self.joins, self.stops], left, list(self.of_card[:-2]))

    def _gone(self, error: BuurtkamerError) -> None:
        """Go back to the list when there is no such card any more: they left, or the desk was locked."""
        self.answer.trouble(error)
        self.host = None
        self.shut.emit()


def _read(services: Services, host: UUID) -> tuple[Card, HostNow]:
    with services.seeing():
        return services.cards.card(host), read_times(services, host, plans=True)
