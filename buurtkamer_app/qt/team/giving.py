"""Writes down an expense allowance or travel of one host for a month, and warns of the caps before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout

from buurtkamer_app.base.durations import in_column, in_words
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind
from buurtkamer_app.qt import amounts, dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.team import words
from buurtkamer_app.qt.team.written import WrittenPart
from buurtkamer_app.team.allowance import rules

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import Proposal, Weighed


class GivingPart(Form):
    """Proposes what the hours say; what is typed is weighed at once, by the rules that the service keeps too."""

    form: ClassVar[str] = "team/giving"
    name: QLabel
    given: QLabel
    left: QLabel
    fields: QBoxLayout
    kind: QComboBox
    amount_label: QLabel
    amount: QLineEdit
    note_cell: QFrame
    note: QLineEdit
    worth: QLabel
    warning: QFrame
    sign: QLabel
    warned: QLabel
    write_fitting: QPushButton
    write_anyway: QPushButton
    answer: Sentence
    write: QPushButton
    written_slot: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Proposal | None = None
        for kind in AllowanceKind:
            self.kind.addItem("", kind)
        self.written = WrittenPart(tasks)
        self.written_slot.addWidget(self.written)
        self.kind.activated.connect(self._propose)
        self.amount.textEdited.connect(self._weigh)
        self.amount.returnPressed.connect(self.write.click)
        self.write.clicked.connect(lambda: self._write(warned=False))
        self.write_anyway.clicked.connect(lambda: self._write(warned=True))
        self.write_fitting.clicked.connect(self._write_fitting)
        self.hide()

    def put(self, asked: Proposal | None) -> None:
        """Show a month of somebody; what is typed for them and that month stays, unless something was written down."""
        before, self._asked = self._asked, asked
        self.setVisible(asked is not None)
        self.written.put(asked)
        if asked is None:
            return
        same = before is not None and (before.taker.id, before.month) == (asked.taker.id, asked.month)
        if not same:
            self.answer.clear()
            self.kind.setCurrentIndex(0)
        if not same or before is None or (before.entries, before.proposed) != (asked.entries, asked.proposed):
            self.note.clear()
            self._propose()
        self.say()

    def say(self) -> None:
        asked = self._asked
        show_icon(self.sign, "triangle-exclamation", theme.colours().brick_dark)
        if asked is None:
            return
        by_hour = asked.by is AllowanceBy.HOUR
        kinds = (mark("Expenses by the hour") if by_hour else mark("Expenses by the day"), mark("Travel"))
        for place, message in enumerate(kinds):
            self.kind.setItemText(place, translate(message))
        self.name.setText(f"{asked.taker.name} · {dates.month(asked.month)}")
        amount = in_words(asked.given) if by_hour else translate("{count} days with hours", count=asked.given)
        self.given.setText(translate("On record for this month: {hours}", hours=amount))
        self.left.setText(_left(asked))
        if len(asked.portions) > 1:
            young = words.money(asked.portions[0].cents)
            self.left.setText(f"{self.left.text()} {translate('Before the 21st birthday: {euros}.', euros=young)}")
        self._say_kind()
        self._weigh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.fields)

    def _travel(self) -> bool:
        return bool(self.kind.currentData() == AllowanceKind.TRAVEL)

    def _say_kind(self) -> None:
        label = mark("Hours, like 12:30")
        if self._travel():
            label = mark("Amount, like 12,50")
        elif self._asked is not None and self._asked.by is AllowanceBy.DAY:
            label = mark("Days")
        self.amount_label.setText(translate(label))
        self.note_cell.setVisible(self._travel())

    def _propose(self) -> None:
        """Put what the hours say into the field, for travel nothing."""
        asked = self._asked
        if asked is not None and not self._travel() and asked.proposed:
            self.amount.setText(in_column(asked.proposed) if asked.by is AllowanceBy.HOUR else str(asked.proposed))
        else:
            self.amount.clear()
        self._say_kind()
        self._weigh()

    def _typed(self, asked: Proposal) -> int:
        """Read what is typed, in minutes, days or cents; raises `RefusedError`."""
        if self._travel():
            return amounts.cents(self.amount.text())
        return words.minutes(self.amount.text()) if asked.by is AllowanceBy.HOUR else words.days(self.amount.text())

    def _weighed(self) -> Weighed | None:
        """Weigh what is typed; None while that cannot be read."""
        asked = self._asked
        if asked is None or not self.amount.text().strip():
            return None
        try:
            typed = self._typed(asked)
        except RefusedError:
            return None
        if self._travel():
            return rules.weigh_travel(typed, asked.room)
        return rules.weigh(typed, asked.portions, asked.by, asked.room)

    def _weigh(self) -> None:
        """Say what is typed comes to, and warn when it passes a cap: then writing it down is a choice."""
        weighed, asked = self._weighed(), self._asked
        passes = weighed is not None and weighed.passes
        self.warning.setVisible(passes)
        self.write.setVisible(not passes)
        self.worth.setText("")
        if weighed is None or asked is None:
            return
        self.worth.setText(translate("That is {euros}", euros=words.money(weighed.cents)))
        if passes:
            self.warned.setText(_warning(weighed, asked))
            fits = words.money(weighed.fits_cents)
            if not self._travel():
                amount = in_column(weighed.fits) if asked.by is AllowanceBy.HOUR else _days(weighed.fits)
                fits = f"{amount}, {fits}"
            self.write_fitting.setText(translate("Write down what fits: {fits}", fits=fits))
            self.write_fitting.setVisible(weighed.fits_cents > 0)

    def _write_fitting(self) -> None:
        if (weighed := self._weighed()) is not None:
            self._send(weighed.fits, warned=False)

    def _write(self, *, warned: bool) -> None:
        asked = self._asked
        if asked is None:
            return
        try:
            self._send(self._typed(asked), warned=warned)
        except RefusedError as error:
            self.answer.trouble(error)

    def _send(self, amount: int, *, warned: bool) -> None:
        if (asked := self._asked) is None:
            return
        host, month, travel, note = asked.taker.id, asked.month, self._travel(), self.note.text()
        self.answer.clear()

        def work(services: Services) -> Change:
            if travel:
                return services.allowances.write_travel(host, month, amount, note, warned=warned)
            return services.allowances.write(host, month, amount, warned=warned)

        self._tasks.write(work, self._written, self.answer.trouble)

    def _written(self, _: Change) -> None:
        self.answer.tell(lambda: translate("This is written down."))


def _days(count: int) -> str:
    return translate("1 day") if count == 1 else translate("{count} days", count=count)


def _left(asked: Proposal) -> str:
    """Say what the caps leave, of the month where there is such a cap and of the year."""
    year = translate("{euros} is left of this year.", euros=words.money(asked.room.year))
    if asked.room.month is None:
        return year
    return translate("{euros} is left of this month.", euros=words.money(asked.room.month)) + " " + year


def _warning(weighed: Weighed, asked: Proposal) -> str:
    """Say by how much which cap is passed, and what fits."""
    told = []
    if weighed.over_month:
        month = dates.month(asked.month)
        told.append(
            translate("This is {euros} too much for {month}.", euros=words.money(weighed.over_month), month=month)
        )
    if weighed.over_year:
        told.append(
            translate(
                "This is {euros} too much for {year}.", euros=words.money(weighed.over_year), year=asked.month.year
            )
        )
    if not weighed.fits_cents:
        told.append(translate("Nothing fits any more."))
    return " ".join(told)
