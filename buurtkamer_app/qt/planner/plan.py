"""The planning form: a wish, or a new idea, becomes an activity with a date, times, a space and a lead."""

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
    QWidget,
)

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.base.terms import Prefers, Theme
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.planner.price import PriceBox
from buurtkamer_app.qt.planner.proposal import HOSTS, Proposal, Repeats, name_of, propose, rule
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.terms import THEMES, quoted
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.startup import Services
    from buurtkamer_app.wishes.records import Wish

_REPEATS: Final = {
    Repeats.ONCE: mark("Once"),
    Repeats.WEEKLY: mark("Every week"),
    Repeats.FORTNIGHTLY: mark("Every two weeks"),
    Repeats.MONTHLY: mark("Every month"),
}


class PlanPanel(Panel):
    """What is typed stays until it was kept; `left` says that the form may be closed."""

    form: ClassVar[str] = "planner/plan"
    kinds = frozenset({"space", "host"})
    title: QLabel
    quote: QLabel
    why: QLabel
    cells: QGridLayout
    theme_cell: QFrame
    name: QLineEdit
    theme: QComboBox
    on: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    space: QComboBox
    lead: QComboBox
    repeats: QComboBox
    places: QSpinBox
    price: PriceBox
    sign_up: QCheckBox
    about: QLineEdit
    foot: QBoxLayout
    keep: QPushButton
    back: QPushButton
    told: Sentence

    left = Signal()

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._wish: Wish | None = None
        self._begun = False
        self._proposal: Proposal | None = None
        self._hosts: Sequence[str] = ()
        for theme in THEMES:
            self.theme.addItem("", theme)
        for repeats in _REPEATS:
            self.repeats.addItem("", repeats)
        self.lead.addItem("", HOSTS)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.left)
        self._cells = [cell for cell in self.findChildren(QFrame) if cell.objectName().endswith("_cell")]
        self.told.clear()
        self.say()

    def begin(self, wish: Wish | None = None) -> None:
        """Plan a wish, or something new; what was typed for the same one before is still there."""
        if self._begun and (wish and wish.id) == (self._wish and self._wish.id):
            return
        self._clear()
        self._wish, self._begun = wish, True
        self.name.setText(name_of(wish.text) if wish else "")
        self.tasks.read(lambda s: propose(s, wish.prefers if wish else Prefers.ANY), self._fill)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(_spaces_and_hosts, self._offer)

    def say(self) -> None:
        for row, (theme, _tint) in enumerate(THEMES.values()):
            self.theme.setItemText(row, translate(theme))
        for row, words in enumerate(_REPEATS.values()):
            self.repeats.setItemText(row, translate(words))
        self.lead.setItemText(0, translate("The host on duty"))
        self.places.setSpecialValueText(translate("no limit"))
        self.price.say()
        self.on.setLocale(QLocale(language()))
        wish = self._wish
        self.title.setText(translate("Plan as an activity") if wish else translate("New activity"))
        self.quote.setText(quoted(wish.text) if wish else "")
        self.quote.setVisible(wish is not None)
        self.theme_cell.setVisible(wish is None)
        self._explain()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus()
        self.name.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _offer(self, found: tuple[Sequence[str], Sequence[str]]) -> None:
        """Offer the spaces and hosts there are; what was chosen or typed stays."""
        spaces, self._hosts = found
        space, lead = self.space.currentText(), self.lead.currentText()
        self.space.clear()
        self.space.addItems(spaces)
        proposed = self._proposal.space if self._proposal else ""
        self.space.setCurrentIndex(max(0, self.space.findText(space or proposed)))
        while self.lead.count() > 1:
            self.lead.removeItem(1)
        self.lead.addItems(self._hosts)
        self.lead.setCurrentText(lead)

    def _fill(self, proposal: Proposal) -> None:
        self._proposal = proposal
        show_day(self.on, proposal.on)
        self.starts.setTime(QTime(proposal.starts.hour, proposal.starts.minute))
        self.ends.setTime(QTime(proposal.ends.hour, proposal.ends.minute))
        self.space.setCurrentIndex(max(0, self.space.findText(proposal.space)))
        self._explain()

    def _explain(self) -> None:
        """Say why this moment is proposed."""
        given = self._proposal
        if given is None:
            self.why.setText("")
        elif not given.space:
            self.why.setText(translate("No space is free in the coming weeks. Choose a day yourself."))
        else:
            day = dates.day_and_date(given.on)
            suits = (
                mark("Proposed: {day} at {time}. That suits this wish, and {space} is free then.")
                if given.suits and self._wish
                else mark("Proposed: {day} at {time}. {space} is free then.")
            )
            self.why.setText(translate(suits, day=day, time=dates.clock(given.starts), space=given.space))

    def _keep(self) -> None:
        new, wish = self._typed(), self._wish
        if wish is not None:
            key = wish.id
            self.tasks.write(lambda s: s.planner.plan_wish(key, new), self._kept, self.told.trouble)
        else:
            self.tasks.write(lambda s: _add(s, new), self._kept, self.told.trouble)

    def _typed(self) -> NewSeries:
        on, lead = as_date(self.on), self.lead.currentText().strip()
        by_hosts = lead == self.lead.itemText(0) or not lead
        return NewSeries(
            self.name.text(),
            Theme(self.theme.currentData()),
            self.space.currentText(),
            on,
            self.starts.time().toPython(),  # type: ignore[arg-type] # PySide's stubs say object
            self.ends.time().toPython(),  # type: ignore[arg-type] # as above
            rule(self.repeats.currentData(), on),
            self.about.text(),
            self.price.value(),
            self.places.value() or None,
            HOSTS if by_hosts else lead,
            # A host's first name may stand on the wall; a resident's only with their yes, which is not asked here.
            lead in self._hosts,
            sign_up=self.sign_up.isChecked(),
        )

    def _kept(self, _made: Outcome[UUID]) -> None:
        self._begun = False
        self._clear()
        self.left.emit()

    def _clear(self) -> None:
        self._wish, self._proposal = None, None
        self.name.clear()
        self.about.clear()
        self.theme.setCurrentIndex(0)
        self.repeats.setCurrentIndex(0)
        self.lead.setCurrentIndex(0)
        self.places.setValue(0)
        self.price.setValue(0)
        self.sign_up.setChecked(False)
        self.told.clear()

    def _fit(self) -> None:
        """Put the fields in three columns, or under each other where the window is narrow."""
        tight = narrow(self)
        across, place = (1 if tight else 3), 0
        for column in range(3):
            self.cells.setColumnStretch(column, int(column < across))
        for cell in self._cells:
            if cell is self.theme_cell and not cell.isVisibleTo(self):
                continue
            self.cells.addWidget(cell, place // across, place % across)
            place += 1
        fold(self, self.foot)


def _add(services: Services, new: NewSeries) -> Outcome[UUID]:
    services.planner.check(new)
    return services.activities.add_series(new)


def _spaces_and_hosts(services: Services) -> tuple[list[str], list[str]]:
    return [space.name for space in services.room.spaces()], [host.name for host in services.people.hosts()]
