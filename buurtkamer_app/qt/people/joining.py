"""The card of somebody new, from the first talk on; it can be left half done and gone on with later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import DialogForm
from buurtkamer_app.qt.people.going_along import GoingAlong
from buurtkamer_app.qt.people.new_pin import NewPin
from buurtkamer_app.qt.people.ticked_day import TickedDay
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.walk import follow
from buurtkamer_app.safekeeping.joining.records import Step, Written

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.learning.records import ToJoin
    from buurtkamer_app.safekeeping.joining.records import NewcomerCard
    from buurtkamer_app.services import Services

# In heights of a line of type: how large the dialog wants to be, and from which widths there are two columns.
_WIDE: Final = 54
_HIGH: Final = 40
_ENOUGH: Final = 44
_ROW: Final = 28
_STEPS: Final = {
    Step.TALK: mark("the first talk"),
    Step.ALONG: mark("two shifts along"),
    Step.AGREED: mark("sign the agreements"),
    Step.VOG: mark("show a VOG"),
    Step.PIN: mark("a PIN"),
    Step.TIMES: mark("say when they can"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows: who is new (None: not on record yet), what they could join, and today."""

    card: NewcomerCard | None
    to_join: tuple[ToJoin, ...]
    today: date
    asks_vog: bool


def look(services: Services, host: UUID | None) -> Shown:
    """Read a card, or what an empty one begins with."""
    today = services.room.today()
    asks_vog = any(pattern.asks_vog for pattern in services.room.plan().patterns)
    if host is None:
        return Shown(None, (), today, asks_vog)
    card = services.joining.card(host)
    new = card.card.host.experience is Experience.TRAINEE
    return Shown(card, tuple(services.learning.to_join(host)) if new else (), today, asks_vog)


class JoiningDialog(DialogForm):
    """Keeps what is written when it is asked to; what is refused stays as typed."""

    form: ClassVar[str] = "people/joining"
    heading: QLabel
    still: QLabel
    who: QFrame
    start: QFrame
    vog: QFrame
    key_card: QFrame
    columns: QBoxLayout
    start_row: QBoxLayout
    vog_row: QBoxLayout
    key_row: QBoxLayout
    foot: QBoxLayout
    name: QLineEdit
    phone: QLineEdit
    phone_on_list: QCheckBox
    talked: QCheckBox
    talk: QDateEdit
    agreed: QCheckBox
    agree: QDateEdit
    vog_about: QLabel
    seen: QCheckBox
    seen_on: QDateEdit
    renewed: QCheckBox
    renew_on: QDateEdit
    along_slot: QVBoxLayout
    pin_slot: QVBoxLayout
    key_held: QLabel
    key: QLineEdit
    key_on: QDateEdit
    told: Sentence
    keep: QPushButton
    finish: QPushButton
    back: QPushButton

    def __init__(
        self, tasks: Tasks[Any], host: UUID | None, parent: QWidget | None = None, *, names_hidden: bool = False
    ) -> None:
        super().__init__(parent)
        if names_hidden:
            self.phone.setEchoMode(QLineEdit.EchoMode.Password)
        self._tasks, self._host = tasks, host
        self._shown: Shown | None = None
        self.along, self.new_pin = GoingAlong(tasks), NewPin(tasks)
        self.along_slot.addWidget(self.along)
        self.pin_slot.addWidget(self.new_pin)
        self._talk, self._agree = TickedDay(self.talked, self.talk), TickedDay(self.agreed, self.agree)
        self._seen, self._renew = TickedDay(self.seen, self.seen_on), TickedDay(self.renewed, self.renew_on)
        self.keep.clicked.connect(self._keep)
        self.finish.clicked.connect(self._finish)
        self.back.clicked.connect(self.reject)
        for part in (self.along.turned, self.new_pin.given):
            part.connect(self._read)
        self.finished.connect(self.deleteLater)
        line, room = self.fontMetrics().height(), self.screen().availableSize()
        self.resize(min(_WIDE * line, room.width() - 40), min(_HIGH * line, room.height() - 60))
        self.name.setFocus()
        self.say()
        self._read(fill=True)

    def say(self) -> None:
        card = self._shown.card if self._shown is not None else None
        self.heading.setText(translate("Somebody new") if card is None else card.name)
        self.still.setText(_still(card))
        self.finish.setVisible(card is not None and card.card.host.experience is Experience.TRAINEE)
        self.finish.setEnabled(card is not None and card.ready)
        asked = self._shown is not None and self._shown.asks_vog
        self.vog_about.setText(
            translate("A task of this room asks one.") if asked else translate("No task of this room asks one.")
        )
        held = [key.number for key in card.card.keys if key.back_on is None] if card is not None else []
        self.key_held.setText(translate("Has: {numbers}", numbers=", ".join(held)))
        self.key_held.setVisible(bool(held))
        self.key_on.setLocale(QLocale(language()))
        for ticked in (self._talk, self._agree, self._seen, self._renew):
            ticked.say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in a field do nothing but end it."""
        typing = isinstance(self.focusWidget(), (QLineEdit, QComboBox, QAbstractSpinBox))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and typing:
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything under each other where large type leaves no room beside each other."""
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.columns)
        fold_within(self, _ROW, self.start_row, self.vog_row, self.key_row, self.foot)

    def written(self) -> Written:
        """Give what stands in the fields."""
        return Written(
            self.name.text(),
            self.phone.text(),
            self.phone_on_list.isChecked(),
            self._talk.day,
            self._agree.day,
            self._seen.day,
            self._renew.day,
            self.key.text(),
            as_date(self.key_on),
        )

    def _read(self, *, fill: bool = False) -> None:
        host = self._host
        then = self._begin if fill else self._show
        self._tasks.read(lambda s: look(s, host), while_there(self, then), self._trouble)

    def _begin(self, shown: Shown) -> None:
        """Fill the fields with what is on record."""
        known = shown.card.card if shown.card is not None else None
        self.name.setText(known.host.name if known else "")
        self.phone.setText(known.phone if known else "")
        self.phone_on_list.setChecked(known is None or known.phone_on_list)
        today = shown.today
        self._talk.put(known.first_talk_on if known else None, today)
        self._agree.put(known.agreed_on if known else None, today)
        self._seen.put(known.vog_seen_on if known else None, today)
        self._renew.put(known.vog_renew_on if known else None, _in_three_years(today))
        show_day(self.key_on, today)
        self._show(shown)

    def _show(self, shown: Shown) -> None:
        """Show how far it is; what is typed and not kept yet stays."""
        self._shown = shown
        card = shown.card
        self.along.put(self._host, card.along if card is not None else (), shown.to_join)
        self.new_pin.put(self._host, has=card is not None and card.has_pin)
        self.say()
        QTimer.singleShot(0, self, self._walk)

    def _walk(self) -> None:
        """Let Tab go down the left column and then the right one, the rows of shifts too."""
        left, right = (self.who, self.start, self.vog), (self.along, self.key_card, self.new_pin)
        follow(left, right, (self.keep, self.finish, self.back))

    def _keep(self) -> None:
        host, written = self._host, self.written()
        self.told.clear()
        self._tasks.write(lambda s: s.joining.keep(host, written), while_there(self, self._kept), self._trouble)

    def _kept(self, made: Outcome[UUID]) -> None:
        self._host = made.value
        self.key.clear()
        self.told.tell(lambda: translate("The card is kept. You can go on with it later."))
        self._read()

    def _finish(self) -> None:
        host = self._host
        self.told.clear()
        self._tasks.write(lambda s: s.joining.finish(host), while_there(self, self._is_host), self._trouble)

    def _is_host(self, change: Change) -> None:
        self.told.tell(change.label.say)
        self._read()

    def _trouble(self, error: BuurtkamerError) -> None:
        while_there(self, self.told.trouble, self._tasks.troubled.emit)(error)


def _still(card: NewcomerCard | None) -> str:
    """Say what is still to do."""
    if card is None:
        return translate("Only the name is needed. The rest can come later.")
    if card.card.host.experience is not Experience.TRAINEE:
        return translate("{name} is a host already.", name=card.name)
    if not card.to_do:
        return translate("All is done.")
    return translate("Still to do: {what}", what=", ".join(translate(_STEPS[step]) for step in card.to_do))


def _in_three_years(day: date) -> date:
    """Give when a VOG is asked anew, as most organisations do; 29 February becomes the 28th."""
    return day.replace(year=day.year + 3, day=min(day.day, 28) if day.month == 2 else day.day)
