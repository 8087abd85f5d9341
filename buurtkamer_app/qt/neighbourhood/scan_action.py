"""One action for the neighbourhood: what, who and when, whether it is late, and the buttons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS
from buurtkamer_app.qt import dates, icons, theme
from buurtkamer_app.qt.breaks import breakable
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.neighbourhood.scan.records import Action


class ScanActionLine(Form):
    """Shows an action as it stands on a day."""

    form: ClassVar[str] = "neighbourhood/scan_action"
    row: QBoxLayout
    words: QVBoxLayout
    state: QLabel
    told: QLabel
    by_whom: QLabel
    done: QPushButton
    again: QPushButton
    drop: QPushButton

    def __init__(self, action: Action, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action, self._today = action, today
        self.row.setStretchFactor(self.words, 1)
        self.done.setHidden(action.done_on is not None)
        self.again.setHidden(action.done_on is None)
        self.say()

    def say(self) -> None:
        """Say what, of which year, who, and until when or how late."""
        action, tints = self.action, theme.colours()
        side = round(1.2 * self.fontMetrics().height())
        late = action.overdue(self._today)
        glyph, colour = ("circle-check", tints.leaf) if action.done_on is not None else ("clock", tints.ink)
        if late:
            glyph, colour = "triangle-exclamation", tints.brick
        self.state.setPixmap(icons.picture(glyph, colour, side, side))
        name = translate(CHARACTERISTICS[action.about].name)
        told = translate("{name} ({year}): {what}", name=name, year=action.year, what=action.planned.what)
        self.told.setText(breakable(told))
        self.by_whom.setText(breakable(_by_whom(action, late=late)))
        self.by_whom.setProperty("kind", "warning" if late else "soft")
        self.by_whom.style().polish(self.by_whom)
        for button in (self.done, self.again, self.drop):
            button.setAccessibleName(f"{button.text()}: {action.planned.what}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.row)


def _by_whom(action: Action, *, late: bool) -> str:
    who = action.planned.who
    if action.done_on is not None:
        return translate("{who} · done on {day}", who=who, day=dates.day_and_year(action.done_on))
    day = dates.day_and_year(action.planned.by_date)
    if late:
        return translate("{who} · should have been done by {day}", who=who, day=day)
    return translate("{who} · before {day}", who=who, day=day)
