"""What is known of one visitor: the name, whether it may be remembered, and whether to call when they stay away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.desk.same_person import SamePerson
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.desk.missed.records import Agreement
    from buurtkamer_app.people.records import Visitor
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_KINDS: Final = frozenset({"visitor", "call_if_missed"})
_HOLIDAY: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the services know of the visitor, the day on which they agreed, and today."""

    visitor: Visitor
    agreement: Agreement | None
    agreed_on: date | None
    today: date


def _read(services: Services, visitor: Visitor) -> _Known:
    agreement = services.missed.agreement(visitor.id)
    agreed_on = agreement.agreed_at.astimezone(services.room.zone).date() if agreement else None
    return _Known(services.people.visitor(visitor.id), agreement, agreed_on, services.room.today())


class VisitorDialog(DialogForm):
    """Each part has one button of its own; what it does can be undone, what is typed elsewhere stays."""

    form: ClassVar[str] = "desk/visitor"
    heading: QLabel
    hidden: QLabel
    area: QScrollArea
    columns: QBoxLayout
    name: QLineEdit
    rename: QPushButton
    name_told: Sentence
    hint: QLineEdit
    set_hint: QPushButton
    hint_told: Sentence
    remembered: QLabel
    under_16: QCheckBox
    parent_label: QLabel
    parent_name: QLineEdit
    remember: QPushButton
    remember_told: Sentence
    sentence: QLabel
    agreed: QLabel
    phone: QLineEdit
    also: QLineEdit
    agree: QPushButton
    agree_foot: QBoxLayout
    withdraw: QPushButton
    missing_told: Sentence
    holiday: QFrame
    holiday_foot: QBoxLayout
    away: QLabel
    until: QDateEdit
    gone: QPushButton
    home: QPushButton
    away_told: Sentence
    same_slot: QVBoxLayout
    told: Sentence
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], visitor: Visitor, parent: QWidget) -> None:
        super().__init__(parent)
        Careful(self.hint)
        self._tasks, self._visitor = tasks, visitor
        self._known: _Known | None = None
        self._young = False
        self.same = SamePerson(tasks, visitor)
        self.same_slot.addWidget(self.same)
        walk(self.remember, self.same.search, self.phone)
        self._connect()
        self.hide_names(hidden=False)
        self.say()
        self.finished.connect(self.deleteLater)
        tasks.changed.connect(self._look)
        self.refresh()
        em, room = self.fontInfo().pixelSize(), parent.window().size()
        self.resize(min(66 * em, room.width()), min(46 * em, round(0.95 * room.height())))

    def hide_names(self, hidden: bool) -> None:
        """Show nothing of this visitor, or all of it again; what was typed stays."""
        self.hidden.setVisible(hidden)
        self.area.setHidden(hidden)
        self.heading.setHidden(hidden)

    def refresh(self) -> None:
        """Read what is known of the visitor now."""
        visitor = self._visitor
        self._tasks.read(
            lambda services: _read(services, visitor),
            while_there(self, self._show),
            while_there(self, self.told.trouble),
        )

    def say(self) -> None:
        known = self._known
        visitor = known.visitor if known else self._visitor
        self.heading.setText(f"{visitor.name} · {visitor.hint}" if visitor.hint else visitor.name)
        remembered = known is None or known.visitor.remembered
        kept = translate("Yes: this name stays.")
        goes = translate("Not yet. Without a yes the name goes after seven days. The count stays.")
        self.remembered.setText(kept if remembered else goes)
        self.remember.setHidden(remembered)
        self.under_16.setHidden(remembered)
        self._ask_parent(self.under_16.isChecked())
        self.until.setLocale(QLocale(language()))
        self._say_agreement(known.agreement if known else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.agree_foot, self.holiday_foot)

    def _connect(self) -> None:
        key = self._visitor.id
        self._does(self.rename, self.name_told, lambda s, typed: s.people.rename(key, typed), self.name)
        self._does(self.set_hint, self.hint_told, lambda s, typed: s.people.set_hint(key, typed), self.hint)
        keep: Callable[..., Change] = lambda s, parent: s.people.remember(key, under_16=self._young, parent=parent)  # noqa: E731
        self._does(self.remember, self.remember_told, keep, self.parent_name)
        self.under_16.toggled.connect(self._ask_parent)
        agree: Callable[..., Change] = lambda s, phone, also: s.missed.consent(key, phone, also)  # noqa: E731
        self._does(self.agree, self.missing_told, agree, self.phone, self.also)
        self._does(self.withdraw, self.missing_told, lambda s: s.missed.withdraw(key))
        self._does(self.home, self.away_told, lambda s: s.missed.away(key, None))
        self.gone.clicked.connect(self._go_away)
        self.back.clicked.connect(self.reject)
        # The card that is looked at may be the one that goes.
        self.same.merged.connect(lambda stays: None if stays == key else self.accept())
        # Enter in a field does what the button under it does.
        entered = {
            self.name: self.rename,
            self.hint: self.set_hint,
            self.also: self.agree,
            self.parent_name: self.remember,
        }
        for field, button in entered.items():
            field.returnPressed.connect(button.click)

    def _ask_parent(self, young: bool) -> None:
        """Under 16 a parent says yes, by name."""
        self._young = young
        for part in (self.parent_label, self.parent_name):
            part.setVisible(young and not self.remember.isHidden())

    def _does(self, button: QPushButton, told: Sentence, work: Callable[..., Change], *fields: QLineEdit) -> None:
        """Let a button do something with what stands in some fields; a refusal is said under it."""

        def press() -> None:
            typed = [field.text() for field in fields]

            def done(_: Change) -> None:
                told.clear()
                for field, sent in zip(fields, typed, strict=True):
                    field.setModified(field.text() != sent)

            self._write(lambda services: work(services, *typed), done, told)

        button.clicked.connect(press)

    def _go_away(self) -> None:
        key, until = self._visitor.id, as_date(self.until)
        self._write(lambda services: services.missed.away(key, until), lambda _: self.away_told.clear(), self.away_told)

    def _write(self, work: Callable[[Services], Change], then: Callable[[Change], None], told: Sentence) -> None:
        trouble = while_there(self, told.trouble, self._tasks.troubled.emit)
        self._tasks.write(work, while_there(self, then), trouble)

    def _look(self, change: Change) -> None:
        if change.kinds & _KINDS:
            self.refresh()

    def _show(self, known: _Known) -> None:
        if self._known is None:
            show_day(self.until, known.today + _HOLIDAY)
        self._known = known
        self.same.show_visitor(known.visitor)
        agreement = known.agreement
        phone, also = (agreement.phone, agreement.also_call) if agreement else ("", "")
        kept = {self.name: known.visitor.name, self.hint: known.visitor.hint, self.phone: phone, self.also: also}
        for field, text in kept.items():
            # What somebody is typing is not taken away by what another wrote.
            if not field.isModified():
                field.setText(text)
        self.say()

    def _say_agreement(self, agreement: Agreement | None) -> None:
        from buurtkamer_app.desk.missed.rules import AGREED

        self.sentence.setText(f"“{agreement.sentence if agreement else translate(AGREED)}”")
        self.agree.setText(translate("Keep this number") if agreement else translate("They agree: write it down"))
        for part in (self.agreed, self.withdraw, self.holiday):
            part.setVisible(agreement is not None)
        if agreement is None or self._known is None or self._known.agreed_on is None:
            return
        day = dates.day_and_date(self._known.agreed_on)
        to_whom = translate("Agreed on {day}, said to {host}.", day=day, host=agreement.taken_by)
        self.agreed.setText(to_whom if agreement.taken_by else translate("Agreed on {day}.", day=day))
        until = agreement.away_until
        away = until is not None and until >= self._known.today
        self.home.setVisible(away)
        self.away.setVisible(away)
        if until is not None:
            self.away.setText(translate("Away up to and including {day}.", day=dates.day_and_date(until)))
