"""What is written down of the host at the desk besides hours: the expense allowance of this year, what they learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.team.words import money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import Entry


@dataclass(frozen=True, slots=True)
class Mine:
    """What was read of a host: this year, what was written down in it, their topics with the latest day, their card."""

    year: int
    entries: Sequence[Entry]
    learned: Sequence[tuple[str, date]]
    card: Card


def _read(services: Services, host: UUID) -> Mine:
    year = services.room.today().year
    trainings, _talks = services.trainings.of_host(host)
    latest = {training.topic: training.on for training in reversed(trainings)}
    learned = [(topic.name, latest[topic.id]) for topic in services.trainings.topics() if topic.id in latest]
    return Mine(year, services.allowances.of(host, year), learned, services.cards.card(host))


class MinePart(Panel):
    """Is there for a host only: the coordinator has pages of their own for it."""

    form: ClassVar[str] = "team/mine"
    kinds: ClassVar[frozenset[str]] = frozenset({"allowance", "training", "training_topic", "host_card", "certificate"})
    told: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._mine: Mine | None = None
        self.hide()

    def set_actor(self, actor: Actor) -> None:
        """Show what is the host's who is at the desk now; that of who was there before goes at once."""
        self._actor, self._mine = actor, None
        self.setVisible(actor.role is Role.HOST and actor.host is not None)
        self.say()
        self.outdate()

    def refresh(self) -> None:
        """Read it."""
        actor = self._actor
        if actor.role is Role.HOST and (host := actor.host) is not None:
            self.tasks.read(lambda s: _read(s, host), lambda mine: self._show(actor, mine))

    def say(self) -> None:
        self.told.setText("\n".join(_lines(self._mine)) if self._mine is not None else "")

    def _show(self, actor: Actor, mine: Mine) -> None:
        if actor is self._actor:
            self._mine = mine
            self.say()


def _lines(mine: Mine) -> list[str]:
    given, paid = (sum(entry.cents for entry in mine.entries if entry.paid_on or not only) for only in (False, True))
    told = []
    if mine.entries:
        told.append(
            translate(
                "Expense allowance in {year}: {given} written down, {paid} paid.",
                year=mine.year,
                given=money(given),
                paid=money(paid),
            )
        )
    elif not mine.card.wants_allowance:
        told.append(translate("You take no expense allowance."))
    if mine.learned:
        learned = ", ".join(f"{name} ({dates.day_and_year(on)})" for name, on in mine.learned)
        told.append(translate("Learned: {topics}", topics=learned))
    if mine.card.vog_renew_on is not None:
        told.append(translate("Your VOG counts until {day}.", day=dates.day_and_year(mine.card.vog_renew_on)))
    told += [
        translate("{what} holds until {day}.", what=one.name, day=dates.day_and_year(one.until))
        for one in mine.card.certificates
        if one.until is not None
    ]
    return told or [translate("Nothing else is written down.")]
