"""The hours of one host in a month, day by day; what was written down by hand can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from buurtkamer_app.base.durations import in_column, in_words
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.team.words import FROM
from buurtkamer_app.qt.wrapped import wrap_in

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.hours.records import Line, Sheet

_ROWS: Final = 6  # rows in sight, in each three lines of type high


class SheetPart(Form):
    """Shows nothing while nobody is chosen."""

    form: ClassVar[str] = "team/sheet"
    name: QLabel
    sums: QLabel
    lines: QTableView
    nothing: QLabel
    remove: QPushButton
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._sheet: Sheet | None = None
        self.model: RecordsModel[Line] = RecordsModel(
            [
                Column(mark("Day"), lambda line: dates.short_day(line.on)),
                Column(mark("Time"), lambda line: dates.span(line.starts, line.ends)),
                Column(mark("Counts"), lambda line: in_column(line.minutes), figures=True),
                Column(mark("What"), _what),
            ],
            self,
        )
        show_in(self.lines, self.model)
        wrap_in(self.lines)
        self.lines.selectionModel().selectionChanged.connect(self._say_chosen)
        self.remove.clicked.connect(self._take_away)
        self.hide()

    def put(self, sheet: Sheet | None) -> None:
        """Show a sheet."""
        self._sheet = sheet
        self.model.put(sheet.lines if sheet is not None else ())
        self.setVisible(sheet is not None)
        self.say()

    def say(self) -> None:
        self.model.say()
        sheet = self._sheet
        if sheet is None:
            return
        self.name.setText(translate("The hours of {name}", name=sheet.member.name))
        self.sums.setText("\n".join(_sums(sheet)))
        self.lines.setVisible(bool(sheet.lines))
        self.nothing.setVisible(not sheet.lines)
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lines.setMinimumHeight(_ROWS * 3 * self.fontMetrics().height())

    def _line(self) -> Line | None:
        picked = self.lines.selectionModel().selectedRows()
        return self.model.record(picked[0]) if picked else None

    def _say_chosen(self) -> None:
        """Offer to take away what was written down by hand only."""
        line = self._line()
        self.remove.setEnabled(line is not None and line.key is not None)
        self.remove.setVisible(any(each.key is not None for each in self._sheet.lines) if self._sheet else False)

    def _take_away(self) -> None:
        line = self._line()
        if line is not None and (key := line.key) is not None:
            self.answer.clear()
            self._tasks.write(lambda services: services.hours.take_away(key), lambda _: None, self.answer.trouble)


def _what(line: Line) -> str:
    words = translate(FROM[line.kind])
    return f"{words}: {line.what}" if line.what else words


def _sums(sheet: Sheet) -> list[str]:
    """Say the sums, and what counts nothing yet."""
    sums, over = sheet.sums, sheet.periods
    told = [
        translate("This month: {hours}", hours=in_words(sums.month)),
        translate("In {year}: {hours}", year=over.month.year, hours=in_words(sums.year)),
    ]
    if over.team_first is not None:
        since = dates.day_and_year(over.team_first)
        told.append(translate("In the team year, from {day}: {hours}", day=since, hours=in_words(sums.team_year)))
    told += [
        translate("{day} has no end yet, so it counts nothing.", day=dates.short_date(on.on)) for on in sheet.unended
    ]
    return told
