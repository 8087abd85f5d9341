"""The groups of a card that are fields: name and phone, how somebody works, how it began, the VOG, personal things."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QSpinBox, QWidget

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.cards.records import Card, Standing, Working
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.people.card_group import CardGroup
from buurtkamer_app.qt.people.ticked_day import TickedDay

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks

EXPERIENCE: Final = {
    Experience.TRAINEE: mark("Being trained"),
    Experience.REGULAR: mark("On their own"),
    Experience.EXPERIENCED: mark("Experienced"),
}
# How something with a last day stands, of a VOG.
VOG: Final = {
    Standing.HOLDS: mark("The VOG holds."),
    Standing.SOON: mark("The VOG must be renewed soon."),
    Standing.OVER: mark("The VOG has run out."),
}
_SIGNS: Final[dict[Standing | None, str]] = {None: "circle-info", Standing.HOLDS: "circle-check"}


class ReachGroup(CardGroup[Card]):
    """Name, phone, and whether the others may see it."""

    form: ClassVar[str] = "people/card_reach"
    name: QLineEdit
    phone: QLineEdit
    on_list: QCheckBox

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - nothing here goes by today
        self.name.setText(record.host.name)
        self.phone.setText(record.phone)
        self.on_list.setChecked(record.phone_on_list)

    def hide_names(self, hidden: bool) -> None:
        """Show stars instead of the number."""
        modes = QLineEdit.EchoMode
        self.phone.setEchoMode(modes.Password if hidden else modes.Normal)

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        name, phone, on_list = self.name.text(), self.phone.text(), self.on_list.isChecked()
        return lambda s: s.cards.set_reach(host, name, phone, on_list=on_list)


class WorkingGroup(CardGroup[Card]):
    """Experience, most shifts in a week, lives near, member of the team."""

    form: ClassVar[str] = "people/card_working"
    experience: QComboBox
    most: QSpinBox
    near: QCheckBox
    team: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        for experience in EXPERIENCE:
            self.experience.addItem("", experience)
        self.say()

    def say(self) -> None:
        for row, words in enumerate(EXPERIENCE.values()):
            self.experience.setItemText(row, translate(words))

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - nothing here goes by today
        self.experience.setCurrentIndex(list(EXPERIENCE).index(record.host.experience))
        self.most.setValue(record.host.most_a_week)
        self.near.setChecked(record.host.lives_near)
        self.team.setChecked(record.host.team_member)

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        working = Working(
            Experience(self.experience.currentData()),
            self.most.value(),
            self.team.isChecked(),
            self.near.isChecked(),
        )
        return lambda s: s.cards.set_working(host, working)


class StartGroup(CardGroup[Card]):
    """When the first talk was, and when the agreements were signed."""

    form: ClassVar[str] = "people/card_start"
    talked: QCheckBox
    talk: QDateEdit
    agreed: QCheckBox
    agree: QDateEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.talk_day, self.agree_day = TickedDay(self.talked, self.talk), TickedDay(self.agreed, self.agree)
        self.say()

    def say(self) -> None:
        self.talk.setAccessibleName(self.talked.text())
        self.agree.setAccessibleName(self.agreed.text())

    def fill(self, record: Card, today: date) -> None:
        self.talk_day.put(record.first_talk_on, today)
        self.agree_day.put(record.agreed_on, today)

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        talk, agreed = self.talk_day.day, self.agree_day.day
        return lambda s: s.cards.set_start(host, talk, agreed)


class VogGroup(CardGroup[Card]):
    """When the VOG was seen and by when there must be a new one; never the paper."""

    form: ClassVar[str] = "people/card_vog"
    sign: QLabel
    standing: QLabel
    seen: QCheckBox
    seen_on: QDateEdit
    renewed: QCheckBox
    renew_on: QDateEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.seen_day = TickedDay(self.seen, self.seen_on)
        self.renew_day = TickedDay(self.renewed, self.renew_on)
        self.say()

    def say(self) -> None:
        self.seen_on.setAccessibleName(self.seen.text())
        self.renew_on.setAccessibleName(self.renewed.text())
        vog = self.record.vog if self.record is not None else None
        self.standing.setText(translate(VOG[vog]) if vog is not None else translate("No VOG was seen yet."))
        fine = vog in {None, Standing.HOLDS}
        tints = theme.colours()
        show_icon(self.sign, _SIGNS.get(vog, "triangle-exclamation"), tints.soft if fine else tints.brick_dark)
        self.standing.setProperty("kind", "soft" if fine else "warning")
        self.standing.style().polish(self.standing)

    def fill(self, record: Card, today: date) -> None:
        self.seen_day.put(record.vog_seen_on, today)
        self.renew_day.put(record.vog_renew_on, _years_on(record.vog_seen_on or today))

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        seen, renew = self.seen_day.day, self.renew_day.day
        return lambda s: s.cards.set_vog(host, seen, renew)


class PersonalGroup(CardGroup[Card]):
    """The birthday of who wants it known, and the expense allowance."""

    form: ClassVar[str] = "people/card_personal"
    told: QCheckBox
    day: QSpinBox
    month: QComboBox
    allowance: QCheckBox
    year: QLineEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        for _ in range(12):
            self.month.addItem("")
        self.told.toggled.connect(self.day.setEnabled)
        self.told.toggled.connect(self.month.setEnabled)
        self.say()

    def say(self) -> None:
        for row in range(12):
            self.month.setItemText(row, dates.month(date(2000, row + 1, 1)).split(" ")[0])

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - nothing here goes by today
        day, month = record.birthday or (1, 1)
        for field in (self.day, self.month):
            field.setEnabled(record.birthday is not None)
        self.told.setChecked(record.birthday is not None)
        self.day.setValue(day)
        self.month.setCurrentIndex(month - 1)
        self.allowance.setChecked(record.wants_allowance)
        self.year.setText("" if record.birth_year is None else str(record.birth_year))

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of it, or show it again."""
        self.setHidden(hidden)

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        birthday = (self.day.value(), self.month.currentIndex() + 1) if self.told.isChecked() else None
        allowance, typed = self.allowance.isChecked(), self.year.text().strip()

        def work(services: Any) -> object:
            if typed and not (typed.isascii() and typed.isdecimal() and len(typed) == 4):
                raise RefusedError("Type a year of four digits, like 2006, or nothing.")
            year = int(typed) if typed else None
            return services.cards.set_personal(host, birthday, wants_allowance=allowance, birth_year=year)

        return work


def _years_on(seen: date) -> date:
    """Propose when there must be a new VOG: three years on, what most rooms keep to."""
    return seen.replace(year=seen.year + 3, day=min(seen.day, 28))
