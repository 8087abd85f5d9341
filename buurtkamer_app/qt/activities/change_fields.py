"""The fields with which an activity is changed: when and where for one date, all that it is for a series."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFrame, QGridLayout, QLineEdit, QSpinBox, QTimeEdit

from buurtkamer_app.activities.changing.records import NEVER, Alter, Details, Extra, Placed, Reach
from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.qt.amounts import cents, euros
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.terms import THEMES

if TYPE_CHECKING:
    from datetime import date, time

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.changing.records import ToChange, Wanted
    from buurtkamer_app.activities.records import Series

HOSTS: Final = "hosts"
_AS_NOW: Final = ""


class ChangeFields(Form):
    """Filled once with how it is now; `changed` says that somebody typed or chose something."""

    form: ClassVar[str] = "activities/change_fields"
    when: QGridLayout
    whole: QGridLayout
    on: QDateEdit
    starts: QTimeEdit
    ends: QTimeEdit
    space: QComboBox
    lead: QComboBox
    repeats: QComboBox
    last: QDateEdit
    endless: QCheckBox
    name: QLineEdit
    theme: QComboBox
    places: QSpinBox
    minimum: QSpinBox
    price: QLineEdit
    reduced: QLineEdit
    about: QLineEdit
    bring: QLineEdit
    sign_up: QCheckBox
    meal: QCheckBox
    self_run: QCheckBox

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: ToChange | None = None
        self._reach: Reach | None = Reach.ONE
        self._across = 0
        self._on: date | None = None
        for one in THEMES:
            self.theme.addItem("", one)
        self.lead.addItem("", HOSTS)
        self._when = self._cells("on", "starts", "ends", "space", "lead")
        self._whole = self._cells(
            "name", "theme", "repeats", "last", "endless", "places", "minimum", "price", "reduced"
        )
        self._whole += self._cells("about", "bring", "sign_up", "meal", "self_run")
        for part in self.findChildren(QLineEdit):
            part.textEdited.connect(self.changed)
        for field in (self.on, self.starts, self.ends, self.last):
            field.dateTimeChanged.connect(self.changed)
        for box in self.findChildren(QComboBox):
            box.currentIndexChanged.connect(self.changed)
        for spin in (self.places, self.minimum):
            spin.valueChanged.connect(self.changed)
        for tick in self.findChildren(QCheckBox):
            tick.toggled.connect(self.changed)
        self.endless.toggled.connect(self.last.setDisabled)
        self.say()
        self.fold(3)

    def say(self) -> None:
        for row, (words, _) in enumerate(THEMES.values()):
            self.theme.setItemText(row, translate(words))
        self.lead.setItemText(0, translate("The host on duty"))
        self.places.setSpecialValueText(translate("no limit"))
        self.minimum.setSpecialValueText(translate("no minimum"))
        for field in (self.on, self.last):
            field.setLocale(QLocale(language()))
        if self._given is not None:
            self._offer_rules(self._given.series)

    def fill(self, given: ToChange, to: date | None) -> None:
        """Show how it is now, on the day to which it was dragged when it was."""
        self._given, series, there = given, given.series, given.occurrence.series
        self._on = given.occurrence.on
        self.blockSignals(True)
        show_day(self.on, to or given.occurrence.on)
        self.starts.setTime(_time(there.starts))
        self.ends.setTime(_time(there.ends))
        self.space.addItems(given.spaces)
        self.space.setCurrentText(there.space)
        self.lead.addItems(given.hosts)
        if there.lead == HOSTS:
            self.lead.setCurrentIndex(0)
        else:
            self.lead.setCurrentText(there.lead)
        self._offer_rules(series)
        self.endless.setChecked(series.last_date is None)
        show_day(self.last, series.last_date or given.occurrence.on)
        self.name.setText(series.name)
        self.theme.setCurrentIndex(self.theme.findData(series.theme))
        self.places.setValue(series.capacity or 0)
        self.minimum.setValue(series.minimum or 0)
        self.price.setText(euros(series.price_cents) if series.price_cents else "")
        self.reduced.setText("" if series.reduced_cents is None else euros(series.reduced_cents))
        self.about.setText(" ".join(series.about.split()))
        self.bring.setText(series.bring)
        for field in (self.name, self.about, self.bring):
            field.setCursorPosition(0)
        for box, value in ((self.sign_up, series.sign_up), (self.meal, series.meal), (self.self_run, series.self_run)):
            box.setChecked(value)
        self.blockSignals(False)
        self.show_for(self._reach)

    def show_for(self, reach: Reach | None) -> None:
        """Show what counts for these dates: of one, and of one more, only when and where."""
        self._reach = reach
        rule = self._given is not None and bool(self._given.series.rrule)
        for cell in self._whole:
            of_rule = cell.objectName() in {"last_cell", "endless_cell"}
            cell.setVisible(reach in {Reach.FROM_HERE, Reach.ALL} and (rule or not of_rule))

    def fold(self, across: int) -> None:
        """Put the fields in so many columns."""
        if across == self._across:
            return
        self._across = across
        for grid, cells in ((self.when, self._when), (self.whole, self._whole)):
            for place, cell in enumerate(cells):
                grid.addWidget(cell, place // across, place % across)
            for column in range(3):
                grid.setColumnStretch(column, int(column < across))

    def wanted(self, reach: Reach | None, *, all_the_same: bool) -> Wanted | None:
        """Give what is typed as a change; None when nothing is other than it was.

        Raises `RefusedError` for an amount that is none.
        """
        if self._given is None:
            return None
        series, entry = self._given.series, self._given.occurrence
        placed, on = self._placed(entry.series), as_date(self.on)
        if reach is None:
            return None if on == entry.on else Extra(series.id, on, placed, all_the_same)
        whole = reach is not Reach.ONE
        alter = Alter(
            series.id,
            entry.on,
            reach,
            None if on == entry.on else on,
            None if placed == _as_placed(entry.series) else placed,
            self._details() if whole else None,
            self.repeats.currentData() or None if whole else None,
            self._ends(series) if whole else None,
            all_the_same,
        )
        return None if alter == Alter(series.id, entry.on, reach, all_the_same=all_the_same) else alter

    def _ends(self, series: Series) -> date | None:
        if not series.rrule:
            return None
        if self.endless.isChecked():
            return None if series.last_date is None else NEVER
        return None if as_date(self.last) == series.last_date else as_date(self.last)

    def _placed(self, there: Series) -> Placed:
        lead = self.lead.currentText().strip()
        by_hosts = not lead or lead == self.lead.itemText(0)
        named = self._given is not None and lead in self._given.hosts
        chosen = HOSTS if by_hosts else lead
        # A host's first name may stand on the wall; a resident's only with their yes, which is not asked here.
        on_paper = there.lead_on_paper if chosen == there.lead else named and not by_hosts
        starts, ends = self.starts.time().toPython(), self.ends.time().toPython()
        return Placed(starts, ends, self.space.currentText(), chosen, on_paper)  # type: ignore[arg-type] # PySide's stubs say object

    def _details(self) -> Details | None:
        """Give what a series is as typed, None when it is as it was."""
        if self._given is None:
            return None
        before = Details(**{name: getattr(self._given.series, name) for name in Details.__dataclass_fields__})
        typed: dict[str, Any] = {
            "name": self.name.text().strip(),
            "theme": Theme(self.theme.currentData()),
            "bring": self.bring.text().strip(),
            "price_cents": cents(self.price.text()),
            "reduced_cents": cents(self.reduced.text()) if self.reduced.text().strip() else None,
            "capacity": self.places.value() or None,
            "minimum": self.minimum.value() or None,
            "meal": self.meal.isChecked(),
            "sign_up": self.sign_up.isChecked(),
            "self_run": self.self_run.isChecked(),
        }
        if self.about.text().strip() != " ".join(before.about.split()):
            typed["about"] = self.about.text().strip()
        after = replace(before, **typed)
        return None if after == before else after

    def _offer_rules(self, series: Series) -> None:
        """Offer how often it can be: as it is, or in one of the usual ways from the day of the date on."""
        from buurtkamer_app.activities.said import how_often, said
        from buurtkamer_app.planner.repeating import Repeats, rule

        on = self._on or series.first_date
        chosen = self.repeats.currentData()
        now = how_often(series.rrule, series.first_date) if series.rrule else said("", on, None)
        ways = {_AS_NOW: translate("As it is: {when}", when=now)}
        for repeats in (Repeats.WEEKLY, Repeats.FORTNIGHTLY, Repeats.MONTHLY, Repeats.LAST):
            text = rule(repeats, on)
            ways.setdefault(text, how_often(text, on))
        self.repeats.blockSignals(True)
        self.repeats.clear()
        for text, words in ways.items():
            self.repeats.addItem(words, text)
        self.repeats.setCurrentIndex(max(0, self.repeats.findData(chosen)))
        self.repeats.blockSignals(False)

    def _cells(self, *names: str) -> list[QFrame]:
        found = [self.findChild(QFrame, f"{name}_cell") for name in names]
        return [cell for cell in found if isinstance(cell, QFrame)]


def _as_placed(series: Series) -> Placed:
    return Placed(series.starts, series.ends, series.space, series.lead, series.lead_on_paper)


def _time(moment: time) -> QTime:
    return QTime(moment.hour, moment.minute)
