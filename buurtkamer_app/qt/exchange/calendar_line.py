"""One line of a calendar file as it would be brought in: chosen or not, its space, its theme, what is to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QFrame, QLabel

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.exchange.calendar.records import Chosen, Kind
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.terms import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.exchange.calendar.records import Found

_KINDS: Final = {Kind.NEW: mark("new"), Kind.CHANGED: mark("changed"), Kind.CANNOT: mark("cannot be brought in")}


class CalendarLine(Form):
    """Shows a line; `chosen` gives it as it was chosen."""

    form: ClassVar[str] = "exchange/calendar_line"
    take: QCheckBox
    when: QLabel
    choices: QFrame
    beside: QBoxLayout
    space: QComboBox
    theme: QComboBox
    told: QLabel

    def __init__(self, found: Found, spaces: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        series = found.series
        self.choices.setVisible(series is not None)
        self.take.setEnabled(series is not None)
        # What cannot be as it is proposed is not chosen by itself.
        self.take.setChecked(series is not None and not found.conflicts)
        self.space.addItems(list(spaces))
        self.theme.addItems([""] * len(Theme))
        if series is not None:
            self.space.setCurrentText(series.new.space)
            self.theme.setCurrentIndex(list(Theme).index(series.new.theme))
        self.space.currentTextChanged.connect(lambda _: self.say())
        self.say()

    def say(self) -> None:
        found = self._found
        kind = translate(_KINDS.get(found.kind, ""))
        self.take.setText(f"{found.name or translate('without a name')} ({kind})")
        self.when.setText(self._when())
        self.when.setVisible(found.series is not None)
        for place, theme in enumerate(Theme):
            self.theme.setItemText(place, translate(THEMES[theme][0]))
        self.told.setText("\n".join(self._told()))
        self.told.setVisible(bool(self.told.text()))

    def chosen(self) -> Chosen | None:
        """Give the line as it was chosen, None when it was not."""
        if not self.take.isChecked() or self._found.series is None:
            return None
        return Chosen(self._found, self.space.currentText(), list(Theme)[self.theme.currentIndex()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.beside)

    def _when(self) -> str:
        from buurtkamer_app.activities.rules import last_of
        from buurtkamer_app.activities.said import said
        from buurtkamer_app.qt.dates import clock

        if self._found.series is None:
            return ""
        new = self._found.series.new
        when = said(new.rrule, new.first_date, last_of(new.rrule, new.first_date))
        return translate("{when}, {starts} to {ends}", when=when, starts=clock(new.starts), ends=clock(new.ends))

    def _told(self) -> list[str]:
        found = self._found
        told = [found.why.sentence()] if found.why is not None else []
        told += [translate(note) for note in found.notes]
        if found.series is not None and not found.space_known:
            told.append(translate("The file names no space of ours. Look at it."))
        if found.series is not None and found.conflicts and self.space.currentText() == found.series.new.space:
            told.append(found.conflicts[0].sentence())
        return told
