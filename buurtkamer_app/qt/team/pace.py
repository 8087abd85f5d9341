"""How far the team is towards the hours of its year, in words and as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.team.hours_kinds import HOURS
from buurtkamer_app.qt.team.pace_bar import PaceBar
from buurtkamer_app.qt.team.words import number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.hours.records import Pace


class PacePanel(Panel):
    """Is not there for a room without a team."""

    form: ClassVar[str] = "team/pace"
    kinds: ClassVar[frozenset[str]] = HOURS
    heading: QLabel
    given: QLabel
    picture: PaceBar
    asked: QLabel
    standing: QLabel
    foreseen: QLabel
    others: QLabel

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.setProperty("kind", "card")
        self._actor = NOBODY
        self._asked: Asked | None = None
        self._pace: Pace | None = None
        self._hide_all()

    def set_actor(self, actor: Actor) -> None:
        """Read for who is at the desk now."""
        self._actor = actor
        if self._asked is not None:
            self._asked.cancel()
        self.outdate()

    def refresh(self) -> None:
        """Read how far the team is."""
        if self._asked is not None:
            self._asked.cancel()
        if self._actor.role >= Role.HOST:
            self._asked = self.tasks.read(lambda services: services.hours.pace(), self._show)

    def say(self) -> None:
        pace = self._pace
        if pace is None:
            return
        self.heading.setText(translate("The hours of {team}", team=pace.team))
        self.given.setText(
            translate(
                "Given since {day}: {hours} hours.", day=dates.day_and_year(pace.first), hours=_hours(pace.minutes)
            )
        )
        marks = ((pace.low, pace.low_now), (pace.high, pace.high_now))
        self.asked.setText(
            " ".join(
                translate("For {target} hours there should be {now} by today.", target=_hours(mark), now=_hours(now))
                for mark, now in marks
            )
        )
        self.standing.setText(_standing(pace))
        self.foreseen.setText(_foreseen(pace))
        self.others.setVisible(pace.others > 0)
        self.others.setText(
            translate("{count} of the team are no hosts. Their hours are not in here.", count=pace.others)
        )
        told = (self.given, self.asked, self.standing, self.foreseen)
        self.picture.setAccessibleName(" ".join(label.text() for label in told))
        self.picture.put(pace)

    def _show(self, pace: Pace | None) -> None:
        self._pace = pace
        self._hide_all()
        self.say()

    def _hide_all(self) -> None:
        for part in (self.heading, self.given, self.picture, self.asked, self.standing, self.foreseen, self.others):
            part.setVisible(self._pace is not None)


def _hours(minutes: int) -> str:
    return number(minutes // 60)


def _standing(pace: Pace) -> str:
    if pace.minutes >= pace.high_now:
        return translate("The team is ahead of both marks.")
    if pace.minutes >= pace.low_now:
        return translate("The team is ahead of the first mark.")
    return translate("The team is {hours} hours behind the first mark.", hours=_hours(pace.low_now - pace.minutes))


def _foreseen(pace: Pace) -> str:
    if pace.foreseen is None:
        return translate("It is too early to say how the year will end.")
    return translate(
        "At this pace there will be {hours} hours by {day}.",
        hours=_hours(pace.foreseen),
        day=dates.day_and_year(pace.last),
    )
