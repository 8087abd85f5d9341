"""The programme as a calendar file for others, and a calendar of others brought in after a look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QLocale, QStandardPaths
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QDateEdit, QFrame, QLabel, QPushButton

from buurtkamer_app.base.i18n import language, translate
from buurtkamer_app.exchange.calendar.records import Kind
from buurtkamer_app.qt import dialogs
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.exchange.calendar_line import CalendarLine
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from threading import Event

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QFileDialog, QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.exchange.calendar.records import Found
    from buurtkamer_app.qt.hands import Asked
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_ENDING = ".ics"


class CalendarPanel(Panel):
    """Saves the programme as a calendar file, and brings one in: what it would do is shown first, line by line."""

    form: ClassVar[str] = "exchange/calendar"
    kinds: ClassVar[frozenset[str]] = frozenset({"series", "changed_date", "cancelled_date", "closure", "space"})
    columns: QBoxLayout
    period: QBoxLayout
    whole: QCheckBox
    days: QFrame
    first: QDateEdit
    last: QDateEdit
    save: QPushButton
    saved: Sentence
    choose: QPushButton
    refused: Sentence
    found_words: QLabel
    lines: QBoxLayout
    bring_in: QPushButton
    brought: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.dialog: QFileDialog | None = None
        self.rows: list[QWidget] = []
        self._found: Sequence[Found] = ()
        self._path: Path | None = None
        self._asked: Asked | None = None
        self._filled = False
        self.days.hide()
        self.bring_in.hide()
        self.found_words.hide()
        self.whole.toggled.connect(self.days.setHidden)
        self.save.clicked.connect(self._ask_where)
        self.choose.clicked.connect(self._ask_which)
        self.bring_in.clicked.connect(self._bring_in)
        self.say()

    def refresh(self) -> None:
        """Fill in the days the first time, and look again at a file that was opened: the room is another now."""
        if not self._filled:
            self._filled = True
            self.tasks.read(lambda services: services.room.today(), self._begin)
        if self._path is not None:
            self.look_at(self._path)

    def say(self) -> None:
        for field in (self.first, self.last):
            field.setLocale(QLocale(language()))
        same = sum(line.kind is Kind.SAME for line in self._found)
        told = translate("Found: {count}. Already here: {same}.", count=len(self._found), same=same)
        self.found_words.setText(told)
        for row in self.rows:
            if isinstance(row, CalendarLine):
                row.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.period)

    def write(self, path: Path) -> None:
        """Write the programme, whole or of the days that were chosen, to this file."""
        whole = self.whole.isChecked()
        days = (None, None) if whole else (as_date(self.first), as_date(self.last))
        words = translate("The calendar file is being made…")

        def work(services: Services, _stop: Event) -> Path:
            return services.calendar.export(path, *days)

        def tell(made: Path) -> None:
            self.saved.tell(lambda: translate("Saved as {name}.", name=made.name))

        self.tasks.read_long(words, work, tell, self.saved.trouble)

    def look_at(self, path: Path) -> None:
        """Show what bringing in this file would do."""
        self._path = path
        if self._asked is not None:
            self._asked.cancel()
        words = translate("The calendar file is being read…")

        def work(services: Services, _stop: Event) -> tuple[Sequence[Found], tuple[str, ...]]:
            return services.calendar.preview(path), tuple(space.name for space in services.room.spaces())

        self._asked = self.tasks.read_long(words, work, self._show, self._refuse)

    def _begin(self, today: date) -> None:
        from datetime import timedelta

        show_day(self.first, today)
        show_day(self.last, today + timedelta(days=90))

    def _ask_where(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        proposed = folder / f"{translate('Programme')}{_ENDING}"
        self.dialog = dialogs.save_as(self, proposed, translate("Calendar file"), self.write)

    def _ask_which(self) -> None:
        self.dialog = dialogs.open_one(self, translate("Calendar file"), _ENDING, self._opened)

    def _opened(self, path: Path) -> None:
        self.brought.clear()
        self.look_at(path)

    def _show(self, found: tuple[Sequence[Found], tuple[str, ...]]) -> None:
        self.refused.clear()
        self._clear()
        self._found, spaces = found
        for line in self._found:
            if line.kind is not Kind.SAME:
                row = CalendarLine(line, spaces)
                self.lines.addWidget(row)
                self.rows.append(row)
        self.found_words.show()
        can = any(line.kind in {Kind.NEW, Kind.CHANGED} for line in self._found)
        self.bring_in.setVisible(can)
        self.say()

    def _refuse(self, error: BuurtkamerError) -> None:
        self._path = None
        self._clear()
        self.refused.trouble(error)

    def _clear(self) -> None:
        self._found = ()
        discard(self.lines, self.rows)
        self.bring_in.hide()
        self.found_words.hide()

    def _bring_in(self) -> None:
        rows = [row for row in self.rows if isinstance(row, CalendarLine)]
        chosen = [one for one in (row.chosen() for row in rows) if one is not None]
        self.bring_in.setEnabled(False)

        def done(made: Outcome[int]) -> None:
            self.bring_in.setEnabled(True)
            count = made.value
            self.brought.tell(lambda: translate("Brought in: {count}.", count=count))

        def refused(error: BuurtkamerError) -> None:
            self.bring_in.setEnabled(True)
            self.brought.trouble(error)

        self.tasks.write(lambda services: services.calendar.bring_in(chosen), done, refused)
