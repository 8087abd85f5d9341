"""One thing that a closure touches, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDateEdit, QLabel

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_ENOUGH = 26  # lines of type beside each other


class Becomes(enum.Enum):
    """What becomes of something on a closed day."""

    OFF = enum.auto()
    DAY = enum.auto()
    OTHER_DAY = enum.auto()
    SPACE = enum.auto()
    SAME = enum.auto()


@dataclass(frozen=True, slots=True)
class Fate:
    """What was chosen: with `DAY` and `OTHER_DAY` the day, with `SPACE` the space."""

    becomes: Becomes
    day: date | None = None
    space: str = ""


class CloseRow(Form):
    """Says what it is, and lets somebody choose; `changed` tells that they did."""

    form: ClassVar[str] = "planner/close_row"
    line: QBoxLayout
    what: QLabel
    facts: QLabel
    choice: QComboBox
    day: QDateEdit

    changed = Signal()

    def __init__(self, told: tuple[str, str], fates: Sequence[Fate], chosen: Fate | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.fates = tuple(fates)
        self.what.setText(told[0])
        self.facts.setText(told[1])
        self.facts.setVisible(bool(told[1]))
        self.day.setLocale(QLocale(language()))
        self.choice.setAccessibleName(f"{told[0]}: {translate('What becomes of it?')}")
        self.day.setAccessibleName(f"{told[0]}: {translate('On which day?')}")
        for fate in self.fates:
            self.choice.addItem(_said(fate), fate)
        self._take(chosen)
        self.choice.activated.connect(self._changed)
        self.day.dateChanged.connect(self.changed)

    @property
    def fate(self) -> Fate:
        """Give what was chosen."""
        fate = self.fates[self.choice.currentIndex()]
        return Fate(Becomes.OTHER_DAY, as_date(self.day)) if fate.becomes is Becomes.OTHER_DAY else fate

    def choose(self, becomes: Becomes) -> bool:
        """Choose a kind of fate; tell whether there is one."""
        place = next((place for place, fate in enumerate(self.fates) if fate.becomes is becomes), None)
        if place is not None:
            self.choice.setCurrentIndex(place)
            self._changed()
        return place is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.line)

    def _take(self, chosen: Fate | None) -> None:
        kinds = [fate.becomes for fate in self.fates]
        place = 0
        if chosen is not None and chosen in self.fates:
            place = self.fates.index(chosen)
        elif chosen is not None and chosen.becomes is Becomes.OTHER_DAY and Becomes.OTHER_DAY in kinds:
            place = kinds.index(Becomes.OTHER_DAY)
        other = next((fate for fate in self.fates if fate.becomes is Becomes.OTHER_DAY), None)
        start = chosen if chosen is not None and chosen.becomes is Becomes.OTHER_DAY else other
        if start is not None and start.day is not None:
            show_day(self.day, start.day)
        self.choice.setCurrentIndex(place)
        self.day.setVisible(self.fates[place].becomes is Becomes.OTHER_DAY)

    def _changed(self) -> None:
        self.day.setVisible(self.fates[self.choice.currentIndex()].becomes is Becomes.OTHER_DAY)
        self.changed.emit()


def _said(fate: Fate) -> str:
    if fate.becomes is Becomes.DAY and fate.day is not None:
        return translate("moves to {day}", day=dates.short_date(fate.day))
    if fate.becomes is Becomes.SPACE:
        return translate("moves to {space}", space=fate.space)
    if fate.becomes is Becomes.OTHER_DAY:
        return translate("moves to another day…")
    return translate("goes on all the same") if fate.becomes is Becomes.SAME else translate("does not go on")
