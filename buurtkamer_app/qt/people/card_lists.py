"""The groups of a card that are lists: what somebody can do, certificates, keys of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.people.cards.records import Card, Standing
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.people.card_group import CardGroup
from buurtkamer_app.qt.people.card_line import CardLine
from buurtkamer_app.qt.people.ticked_day import TickedDay

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.records import Certificate, HouseKey, Skill
    from buurtkamer_app.qt.tasks import Tasks

_STANDING: Final = {
    Standing.SOON: mark("This ends soon."),
    Standing.OVER: mark("This has run out."),
}


class SkillsGroup(CardGroup[Card]):
    """What somebody can lead or teach, in words."""

    form: ClassVar[str] = "people/card_skills"
    rows: QVBoxLayout
    words: QLineEdit

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - nothing here goes by today
        self.words.clear()

    def say(self) -> None:
        if self.record is not None:
            self.show_lines(self.rows, [self._line(skill) for skill in self.record.skills])

    def unkept(self) -> bool:
        return bool(self.words.text().strip())

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        words = self.words.text()
        return lambda s: s.cards.add_skill(host, words)

    def after(self) -> None:
        self.words.clear()
        self.words.setFocus()

    def _line(self, skill: Skill) -> CardLine:
        host = self.host
        take_off = translate("Take off")
        return CardLine(skill.words).offer(
            take_off, "xmark", lambda: self.write(lambda s: s.cards.take_off(host, skill.id))
        )


class CertificatesGroup(CardGroup[Card]):
    """Certificates, since when and until when; one that has run out says so."""

    form: ClassVar[str] = "people/card_certificates"
    rows: QVBoxLayout
    name: QLineEdit
    got: QDateEdit
    ends: QCheckBox
    until: QDateEdit

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.until_day = TickedDay(self.ends, self.until)
        self.say()

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - a new one begins empty
        self.name.clear()
        show_day(self.got, today)
        self.until_day.put(None, today)

    def say(self) -> None:
        self.until.setAccessibleName(self.ends.text())
        if self.record is not None:
            self.show_lines(self.rows, [self._line(one) for one in self.record.certificates])

    def unkept(self) -> bool:
        return bool(self.name.text().strip())

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        name, got, until = self.name.text(), as_date(self.got), self.until_day.day
        return lambda s: s.cards.add_certificate(host, name, got, until)

    def after(self) -> None:
        self.name.clear()
        self.ends.setChecked(False)
        self.name.setFocus()

    def _line(self, one: Certificate) -> CardLine:
        host = self.host
        since = translate("since {day}", day=dates.day_and_year(one.got_on))
        until = translate("holds until {day}", day=dates.day_and_year(one.until)) if one.until else ""
        line = CardLine(one.name, " · ".join(part for part in (since, until) if part))
        line.offer(translate("Take off"), "xmark", lambda: self.write(lambda s: s.cards.take_off(host, one.id)))
        return line.warn(translate(_STANDING[one.standing])) if one.standing in _STANDING else line


class KeysGroup(CardGroup[Card]):
    """The keys that somebody has now; that one is back is written here or on the key list."""

    form: ClassVar[str] = "people/card_keys"
    rows: QVBoxLayout
    number: QLineEdit
    on: QDateEdit

    def fill(self, record: Card, today: date) -> None:  # noqa: ARG002 - a new one begins empty
        self.number.clear()
        show_day(self.on, today)

    def say(self) -> None:
        if self.record is not None:
            self.show_lines(self.rows, [self._line(key) for key in self.record.keys if key.back_on is None])

    def unkept(self) -> bool:
        return bool(self.number.text().strip())

    def keeping(self, host: UUID) -> Callable[[Any], object]:
        number, on = self.number.text(), as_date(self.on)
        return lambda s: s.house_keys.give(host, number, on)

    def after(self) -> None:
        self.number.clear()

    def _line(self, key: HouseKey) -> CardLine:
        since = translate("since {day}", day=dates.day_and_year(key.out_on))
        line = CardLine(translate("Key {number}", number=key.number), since)
        return line.offer(translate("Is back"), "check", lambda: self.write(lambda s: _back(s, key.id)))


def _back(services: Any, key: UUID) -> object:
    return services.house_keys.back(key, services.room.today())
