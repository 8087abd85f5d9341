"""For whom the next log is, of which days, and whether names are in it: proposed from what went before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QDateEdit, QFrame, QLabel, QLineEdit, QPushButton

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.exchange.recipients.records import Before, Beside
from buurtkamer_app.exchange.recipients.rules import joining, proposed
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold, fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.exchange.recipients.records import Recipient, Sent
    from buurtkamer_app.services import Services

_CALM: Final = 500  # milliseconds without another key in a field before it counts
_BUTTONS: Final = 15  # lines of type in width from which two buttons stand beside each other


class Known(NamedTuple):
    """What the page knows of who gets logs, and of what went out."""

    people: list[Recipient]
    before: dict[UUID, Before]
    sent: list[Sent]
    zone: ZoneInfo
    today: date


def read_known(services: Services) -> Known:
    """Read it."""
    people = services.recipients.all()
    before = {one.id: services.recipients.before(one.id) for one in people}
    return Known(people, before, services.recipients.sent(), services.room.zone, services.room.today())


class Wanted(NamedTuple):
    """What is asked for: the period, for whom, and why names stand in it (empty: they do not)."""

    first: date
    last: date
    recipient: UUID
    names_because: str


class LogAsked(Form):
    """`outdated` is heard at once when another log is asked for, `changed` when nobody types any more.

    With it comes whether it is another log for the same person, and not another person.
    """

    form: ClassVar[str] = "exchange/log_asked"
    who: QComboBox
    nobody: QLabel
    people_buttons: QBoxLayout
    details: QPushButton
    fresh: QPushButton
    period: QBoxLayout
    first: QDateEdit
    last: QDateEdit
    joins: QLabel
    names: QCheckBox
    why: QFrame
    because: QLineEdit

    outdated = Signal(bool)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self._proposed_for: UUID | None = None
        self._next: UUID | None = None
        self._saved: Wanted | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self.changed)
        for field in (self.first, self.last):
            field.dateChanged.connect(self._wait)
        self.names.toggled.connect(self._wait)
        self.because.setMaxLength(400)
        self.because.textChanged.connect(self._wait)
        self.who.currentIndexChanged.connect(lambda _: self._choose())
        self.say()

    @property
    def person(self) -> Recipient | None:
        """Give who is chosen."""
        key = self.who.currentData()
        people = self._known.people if self._known is not None else []
        return next((one for one in people if one.id == key), None)

    @property
    def wanted(self) -> Wanted | None:
        """Give what is asked for; None when nobody is chosen who gets logs."""
        person = self.person
        if person is None or person.stopped_on is not None:
            return None
        because = self.because.text().strip() if self.names.isChecked() else ""
        return Wanted(as_date(self.first), as_date(self.last), person.id, because)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is missing: names need a reason."""
        return bool(self.because.text().strip()) or not self.names.isChecked()

    @property
    def chooses(self) -> bool:
        """Tell whether somebody who was just added will be chosen."""
        return self._next is not None

    def choose_next(self, key: UUID) -> None:
        """Choose somebody as soon as they are offered."""
        self._next = key

    def quiet(self) -> None:
        """Say nothing of days that went out before while the log that was just saved is still asked for."""
        self._saved = self.wanted
        self.say()

    def show_known(self, known: Known) -> None:
        """Offer who gets logs, and last who does no more; who was chosen stays chosen, and so do the days."""
        chosen, self._next = self._next or self.who.currentData(), None
        self._known = known
        self.who.blockSignals(True)
        self.who.clear()
        for one in sorted(known.people, key=lambda person: person.stopped_on is not None):
            words = f"{one.name} ({one.organisation})" if one.organisation else one.name
            stopped = translate("{name}, gets no logs any more", name=words)
            self.who.addItem(stopped if one.stopped_on else words, one.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)
        self._propose()
        self.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.period)
        fold_within(self, _BUTTONS, self.people_buttons)

    def say(self) -> None:
        nobody = self._known is not None and not self._known.people
        self.nobody.setVisible(nobody)
        for part in (self.who, self.details):
            part.setHidden(nobody)
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
            field.setEnabled(self.person is not None)
        self.why.setVisible(self.names.isChecked())
        words, look = self._how_it_joins()
        self.joins.setText(words)
        self.joins.setVisible(bool(words))
        self.joins.setProperty("kind", "warning" if look else "soft")
        self.joins.style().polish(self.joins)

    def _wait(self) -> None:
        self.outdated.emit(True)
        self.say()
        self._calm.start()

    def _choose(self) -> None:
        self._proposed_for = None
        self._propose()
        self._calm.stop()
        self.outdated.emit(False)
        self.say()
        self.changed.emit()

    def _propose(self) -> None:
        """Fill in the days that the next log is about, once for who is chosen."""
        person, known = self.person, self._known
        if known is None or (person is not None and self._proposed_for == person.id):
            return
        self._proposed_for = person.id if person is not None else None
        before = known.before[person.id] if person is not None else Before(known.today)
        for field, day in zip((self.first, self.last), proposed(before), strict=True):
            field.blockSignals(True)
            show_day(field, day)
            field.blockSignals(False)

    def _how_it_joins(self) -> tuple[str, bool]:
        """Say how the period joins what went before, and whether that asks for a look."""
        person, known = self.person, self._known
        first, last = as_date(self.first), as_date(self.last)
        if person is None or known is None or last < first:
            return "", False
        if self._saved is not None and self._saved == self.wanted:
            return translate("The log of these days was saved just now."), False
        found = joining(first, last, known.before[person.id].periods)
        if found.first is None or found.last is None:
            if found.how is Beside.FIRST:
                return translate("This is the first log for them."), False
            return translate("It goes on where the last log ended."), False
        days = dates.period(found.first, found.last)
        if found.how is Beside.GAP:
            return translate("These days stand in no log: {days}.", days=days), True
        return translate("These days went out before: {days}.", days=days), True
