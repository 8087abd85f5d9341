"""The planning form: a wish, or a new idea, becomes an activity at one of the moments that suit best, or at another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.planner.repeating import Repeats, begins, rule
from buurtkamer_app.planner.slots.naming import named
from buurtkamer_app.planner.slots.records import HOSTS
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.planner import explaining, how_often
from buurtkamer_app.qt.planner.cells import COLUMNS, arrange, cells_of
from buurtkamer_app.qt.planner.more import MoreFields
from buurtkamer_app.qt.planner.price import PriceBox
from buurtkamer_app.qt.planner.slot_choices import SlotChoices
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import THEMES, quoted
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.planner.slots.records import Found, Reason, Slot
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.wishes.records import Wish

_ENDS_AFTER: Final = 13  # weeks: what is offered to who gives a series an end


class PlanPanel(Panel):
    """What is typed stays until it was kept; `left` says so, `other_way_asked` gives a wish that is no activity."""

    form: ClassVar[str] = "planner/plan"
    kinds = frozenset({"space", "host"})
    title: QLabel
    quote: QLabel
    other_way: QFrame
    ending: QLabel
    end_otherwise: QPushButton
    why: QLabel
    slots: QVBoxLayout
    foot: QBoxLayout
    keep: QPushButton
    back: QPushButton
    ask_why: QPushButton
    told: Sentence
    not_then: QLabel
    cells: QGridLayout
    theme_cell: QFrame
    last_date_cell: QFrame
    name: QLineEdit
    theme: QComboBox
    on: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    space: QComboBox
    lead: QComboBox
    repeats: QComboBox
    no_end: QCheckBox
    last_date: QDateEdit
    places: QSpinBox
    price: PriceBox
    sign_up: QCheckBox
    about: QLineEdit
    look: QLabel
    days: QLabel
    more: QPushButton
    more_slot: QVBoxLayout

    left = Signal()
    other_way_asked = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._wish: Wish | None = None
        self._begun = self._filling = False
        self._found: Found | None = None
        self._looked: tuple[Reason, ...] | None = None
        self._looking: Asked | None = None
        self._hosts: Sequence[str] = ()
        for theme in THEMES:
            self.theme.addItem("", theme)
        self.lead.addItem("", HOSTS)
        self.choices, self.further = SlotChoices(), MoreFields(self._typed)
        self.more_slot.addWidget(self.further)
        self.slots.addWidget(self.choices)
        self.choices.follows = self.end_otherwise
        self.choices.chosen.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.left)
        self.end_otherwise.clicked.connect(lambda: self.other_way_asked.emit(self._wish))
        for button in (self.ask_why, self.more, self.no_end):
            button.toggled.connect(self._show_parts)
        self.repeats.activated.connect(self._show_parts)
        self.last_date.dateChanged.connect(self._show_parts)
        for field in (self.on.dateChanged, self.starts.timeChanged, self.ends.timeChanged):
            field.connect(self._edited)
        self._places = explaining.Places(self.why, self.other_way, self.ending, self.ask_why, self.not_then, self.look)
        self._cells = [cell for cell in cells_of(self) if not self.further.isAncestorOf(cell)]
        self._clear()
        self.say()

    def begin(self, wish: Wish | None = None) -> None:
        """Plan a wish, or something new; what was typed for the same one before is still there."""
        if self._begun and (wish and wish.id) == (self._wish and self._wish.id):
            return
        self._clear()
        self._wish, self._begun = wish, True
        self.name.setText(named(wish.text, wish.number) if wish else "")
        key = wish.id if wish else None
        self._looking = self.tasks.read(lambda s: s.slots.find(key), self._show_found, self._trouble)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(explaining.spaces_and_hosts, self._offer)

    def say(self) -> None:
        for row, (theme, _tint) in enumerate(THEMES.values()):
            self.theme.setItemText(row, translate(theme))
        self.lead.setItemText(0, translate("The host on duty"))
        self.places.setSpecialValueText(translate("no limit"))
        self.price.say()
        for field in (self.on, self.last_date):
            field.setLocale(QLocale(language()))
        wish = self._wish
        self.title.setText(translate("Plan as an activity") if wish else translate("New activity"))
        self.quote.setText(quoted(wish.text) if wish else "")
        self.quote.setVisible(wish is not None)
        self.theme_cell.setVisible(wish is None)
        self.choices.say()
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.choices.focus():
            self.name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()

    def _offer(self, found: tuple[Sequence[str], Sequence[str]]) -> None:
        """Offer the spaces and hosts there are; what was chosen or typed stays."""
        spaces, self._hosts = found
        space, lead = self.space.currentText(), self.lead.currentText()
        proposed = self._found.slots[0].space if self._found and self._found.slots else ""
        self.space.clear()
        self.space.addItems(spaces)
        self.space.setCurrentIndex(max(0, self.space.findText(space or proposed)))
        while self.lead.count() > 1:
            self.lead.removeItem(1)
        self.lead.addItems(self._hosts)
        self.lead.setCurrentText(lead)

    def _show_found(self, found: Found) -> None:
        """Show the slots; the best one is chosen, and fills the fields."""
        self._found = found
        if not found.slots:
            show_day(self.on, found.first)
        self.choices.offer(found.slots)
        if self.isVisible():
            self.choices.focus()
        self._show_parts()

    def _choose(self, slot: Slot) -> None:
        """Fill the fields with what goes with a slot."""
        self._filling, self._looked = True, None
        show_day(self.on, slot.moment.on)
        show_day(self.last_date, slot.moment.on.fromordinal(slot.moment.on.toordinal() + 7 * _ENDS_AFTER))
        self.starts.setTime(QTime(slot.moment.starts.hour, slot.moment.starts.minute))
        self.ends.setTime(QTime(slot.moment.ends.hour, slot.moment.ends.minute))
        if self.space.findText(slot.space) < 0:
            self.space.addItem(slot.space)
        self.space.setCurrentIndex(self.space.findText(slot.space))
        self.lead.setCurrentText(self.lead.itemText(0) if slot.lead == HOSTS else slot.lead)
        self.places.setValue(slot.limit)
        self._filling = False
        self.told.clear()
        self._show_parts()

    def _edited(self) -> None:
        """Somebody chose another moment: no slot is chosen any more, and what stands in the way of it is said."""
        if self._filling or self._found is None:
            return
        self.choices.none()
        if self._looking is not None:
            self._looking.cancel()
        key, new = self._wish.id if self._wish else None, self._typed()
        look = (new.first_date, new.starts, new.ends)

        def looked(reasons: tuple[Reason, ...]) -> None:
            self._looked, self._looking = reasons, None
            self._show_parts()

        self._looking = self.tasks.read(lambda s: s.slots.look_at(key, *look), looked, lambda _: looked(()))
        self._show_parts()

    def _show_parts(self) -> None:
        """Say what goes with what is chosen, and show the parts that matter for it."""
        explaining.show(self._places, self._found, self._looked)
        on = as_date(self.on)
        how_often.offer(self.repeats, on)
        again, last = self.repeats.currentData(), None if self.no_end.isChecked() else as_date(self.last_date)
        self.last_date_cell.setVisible(again is not Repeats.ONCE)
        self.last_date.setVisible(last is not None)
        self.days.setText(how_often.days(again, on, last))
        self.days.setVisible(bool(self.days.text()))
        self.further.setVisible(self.more.isChecked())
        across = 1 if narrow(self) else COLUMNS
        arrange(self.cells, self._cells, across)
        self.further.arrange(across)
        self.choices.arrange(across)
        fold(self, self.foot)

    def _keep(self) -> None:
        new, wish, any_hours = self._typed(), self._wish, self.further.any_hours.isChecked()

        def kept(_made: Outcome[UUID]) -> None:
            self._begun = False
            self._clear()
            self.left.emit()

        key = wish.id if wish else None
        self.tasks.write(lambda s: s.planner.plan(key, new, any_hours=any_hours), kept, self._trouble)

    def _typed(self) -> NewSeries:
        again, lead = self.repeats.currentData() or Repeats.ONCE, self.lead.currentText().strip()
        on = begins(again, as_date(self.on))
        by_hosts = lead == self.lead.itemText(0) or not lead
        typed = NewSeries(
            self.name.text(),
            Theme(self.theme.currentData()),
            self.space.currentText(),
            on,
            self.starts.time().toPython(),  # type: ignore[arg-type] # PySide's stubs say object
            self.ends.time().toPython(),  # type: ignore[arg-type] # as above
            rule(again, on),
            self.about.text(),
            self.price.value(),
            self.places.value() or None,
            HOSTS if by_hosts else lead,
            # A host's first name may stand on the wall; a resident's only with their yes, which is not asked here.
            lead in self._hosts,
            sign_up=self.sign_up.isChecked(),
            last_date=None if again is Repeats.ONCE or self.no_end.isChecked() else as_date(self.last_date),
        )
        return self.further.into(typed)

    def _trouble(self, error: BuurtkamerError) -> None:
        """Say what went wrong; where it is about the hours, show how one can ask for others."""
        self.told.trouble(error)
        if explaining.about_hours(error):
            self.more.setChecked(True)
            self.further.any_hours.setFocus()

    def _clear(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._wish, self._found, self._looked, self._looking = None, None, None, None
        self.choices.offer(())
        for field in (self.name, self.about):
            field.clear()
        for box in (self.theme, self.repeats, self.lead):
            box.setCurrentIndex(0)
        for number in (self.places, self.price):
            number.setValue(0)
        self.sign_up.setChecked(False)
        self.no_end.setChecked(True)
        for button in (self.more, self.ask_why):
            button.setChecked(False)
        self.further.empty()
        self.told.clear()
