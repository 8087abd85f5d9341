"""How old the next visitor looks: four choices, only where the coordinator wants it, and for one press only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import AgeBand
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.keys import hear

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

AGES: Final = {
    AgeBand.UNDER_18: mark("Under 18"),
    AgeBand.FROM_18: mark("18 to 34"),
    AgeBand.FROM_35: mark("35 to 64"),
    AgeBand.FROM_65: mark("65 and over"),
}


class AgeRow(Form):
    """One of the buttons is down, or none."""

    form: ClassVar[str] = "desk/age_row"
    grid: QGridLayout
    asked: QLabel
    under_18: QPushButton
    from_18: QPushButton
    from_35: QPushButton
    from_65: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = dict(zip(AGES, (self.under_18, self.from_18, self.from_35, self.from_65), strict=True))
        for number, (band, button) in enumerate(self.buttons.items(), 1):
            button.toggled.connect(partial(self._only, band))
            hear(self, f"Alt+{number}", button.toggle)
        self.say()

    def chosen(self) -> AgeBand | None:
        """Give the choice for the next press."""
        return next((band for band, button in self.buttons.items() if button.isChecked()), None)

    def clear(self) -> None:
        """Have no choice."""
        for button in self.buttons.values():
            button.setChecked(False)

    def say(self) -> None:
        for number, (band, button) in enumerate(self.buttons.items(), 1):
            button.setText(f"{translate(AGES[band])}  Alt+{number}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many choices in a row as the size of the type leaves room for."""
        super().resizeEvent(event)
        each = max(button.minimumSizeHint().width() for button in self.buttons.values()) + self.grid.spacing()
        beside = self.asked.sizeHint().width() + 4 * each <= self.width()
        columns = 4 if beside or 4 * each <= self.width() else 2 if 2 * each <= self.width() else 1
        self.grid.addWidget(self.asked, 0, 0, 1, 1 if beside else columns)
        for place, button in enumerate(self.buttons.values()):
            self.grid.addWidget(button, place // columns + (not beside), place % columns + beside)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than one choice."""
        hint = super().minimumSizeHint()
        hint.setWidth(max(button.minimumSizeHint().width() for button in self.buttons.values()))
        return hint

    def _only(self, band: AgeBand, down: bool) -> None:
        chosen = self.buttons[band]
        if down:
            dress(chosen, "check")
        else:
            chosen.setIcon(QIcon())
        for other, button in self.buttons.items():
            if down and other is not band:
                button.setChecked(False)
