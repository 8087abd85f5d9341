"""Setting the team up, and changing it: its name, start, length, marks, and what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPushButton, QSpinBox

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.records import Team


def _read(services: Services) -> tuple[Team | None, date]:
    return services.teams.team(), services.room.today()


class SetUpPanel(Panel):
    """Is for the coordinator; what somebody typed stays while the team is read again."""

    form: ClassVar[str] = "team/set_up"
    kinds: ClassVar[frozenset[str]] = frozenset({"team"})
    heading: QLabel
    about: QLabel
    name: QLineEdit
    started: QDateEdit
    meant: QSpinBox
    length_warning: QLabel
    low: QSpinBox
    high: QSpinBox
    before: QSpinBox
    unnamed: QSpinBox
    answer: Sentence
    keep: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.team: Team | None = None
        self._touched = self._filling = False
        for number in (self.meant, self.low, self.high, self.before, self.unnamed):
            number.valueChanged.connect(self._touch)
            number.setGroupSeparatorShown(True)
        self.name.textEdited.connect(self._touch)
        self.started.dateChanged.connect(self._touch)
        self.meant.valueChanged.connect(self._say_length)
        self.keep.clicked.connect(self._keep)
        self.say()

    def refresh(self) -> None:
        """Read the team."""
        self.tasks.read(_read, self._show)

    def say(self) -> None:
        there = self.team is not None
        self.heading.setText(translate("Change the team") if there else translate("Set up the team"))
        self.keep.setText(translate("Keep the change") if there else translate("Set up the team"))
        self.about.setText(translate("Usual: 15 to 25 members, 4 to 6 years, 5,000 to 10,000 hours in the first year."))
        for number in (self.meant, self.low, self.high, self.before, self.unnamed, self.started):
            number.setLocale(QLocale(language()))
        self._say_length()

    def _say_length(self) -> None:
        from buurtkamer_app.printing.team_told import length_warning

        told = length_warning(self.meant.value())
        self.length_warning.setText(told)
        self.length_warning.setVisible(bool(told))

    def _touch(self) -> None:
        self._touched = self._touched or not self._filling

    def _show(self, found: tuple[Team | None, date]) -> None:
        self.team, today = found
        if not self._touched:
            self._fill(today)
        self.say()

    def _fill(self, today: date) -> None:
        """Put the team into the fields; of a new one what is usual."""
        from buurtkamer_app.team.rules import USUAL_HIGH, USUAL_LOW

        team = self.team
        self._filling = True
        self.name.setText(team.name if team else "")
        show_day(self.started, team.started_on if team else today)
        self.meant.setValue(team.years if team else 5)
        self.low.setValue(team.target_low if team else USUAL_LOW)
        self.high.setValue(team.target_high if team else USUAL_HIGH)
        self.before.setValue(team.minutes_before // 60 if team else 0)
        self.unnamed.setValue(team.members_besides_hosts if team else 0)
        self._filling = False

    def _keep(self) -> None:
        from buurtkamer_app.team.records import Team

        before = self.before.value() * 60
        if self.team is not None and self.team.minutes_before // 60 == self.before.value():
            # The minutes beyond whole hours stay.
            before = self.team.minutes_before
        new = Team(
            self.name.text(),
            as_date(self.started),
            before,
            self.low.value(),
            self.high.value(),
            self.unnamed.value(),
            self.meant.value(),
        )
        self.answer.clear()
        self.tasks.write(lambda services: services.teams.set_up(new), self._kept, self.answer.trouble)

    def _kept(self, _: object) -> None:
        self._touched = False
        self.outdate()
        self.answer.tell(lambda: translate("This is written down."))
