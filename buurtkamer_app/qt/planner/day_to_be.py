"""A day as it would be with what is chosen of a proposal: what is new there is marked with an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.bars import show_icon
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.planner.proposing.records import DayAsItWouldBe, Entry


class DayToBe(Form):
    """Can have the focus, so that it is read aloud."""

    form: ClassVar[str] = "planner/day_to_be"
    heading: QLabel
    rows: QGridLayout

    def __init__(self, day: DayAsItWouldBe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.heading.setText(dates.day_heading(day.on))
        self.rows.setColumnStretch(3, 1)
        for row, entry in enumerate(day.entries):
            self._add(row, entry)
        told = [f"{translate('New')}: {_told(entry)}" if entry.new else _told(entry) for entry in day.entries]
        self.setAccessibleName(". ".join([self.heading.text(), *told]))

    def _add(self, row: int, entry: Entry) -> None:
        if entry.new:
            mark, word = QLabel(), QLabel(translate("New"))
            word.setProperty("chip", "leaf")
            self.rows.addWidget(mark, row, 0)
            self.rows.addWidget(word, row, 1, Qt.AlignmentFlag.AlignVCenter)
            show_icon(mark, "plus", theme.colours().ink)
        at = QLabel(dates.clock(entry.starts))
        at.setProperty("kind", "time")
        what = QLabel(f"{entry.name} · {entry.space}")
        what.setWordWrap(True)
        what.setProperty("kind", "strong" if entry.new else "soft")
        self.rows.addWidget(at, row, 2)
        self.rows.addWidget(what, row, 3)


def _told(entry: Entry) -> str:
    return f"{dates.clock(entry.starts)} {entry.name}, {entry.space}"
