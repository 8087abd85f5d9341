"""All series in a list: when each is, in words, where, who leads, when next; the way to change a whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHeaderView, QLabel, QLineEdit, QPushButton, QTableView

from buurtkamer_app.activities.changing.records import Reach, Whole
from buurtkamer_app.activities.pictograms import guess, pictogram
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.pictured import Pictured
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks

_ROW: Final = 11  # thirds of a line of type: two lines of words with air around them
_LEAST: Final = 4  # lines of type in width, of a column
_WIDEST: Final = 11  # the same where one scrolls sideways anyway
_SEEN: Final = 12  # lines of type
_LOOKED_AT: Final = 60  # rows, to find out how wide a column is
_PICTURE: Final = 1.5  # lines of type
_NAME: Final = 0
_WHEN: Final = 1
_PAUSE: Final = 120  # milliseconds after the last letter


class SeriesPanel(Panel):
    """Shows what goes on or what is over; residents who lead are not named while names are hidden."""

    form: ClassVar[str] = "activities/series_list"
    kinds: ClassVar[frozenset[str]] = frozenset({"series", "changed_date", "space"})
    head: QBoxLayout
    finding: QBoxLayout
    summary: QLabel
    going: QPushButton
    over: QPushButton
    search: QLineEdit
    rows: QTableView
    change: QPushButton
    picture: QPushButton
    told: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: Sequence[Whole] = ()
        self._names_hidden = False
        self.model = RecordsModel[Whole](self._columns(), self)
        show_in(self.rows, self.model)
        pictured = Pictured(self.rows, lambda index: pictogram(self.model.record(index).series), _PICTURE)
        self.rows.setItemDelegateForColumn(_NAME, pictured)
        self.rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.rows.horizontalHeader()
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setStretchLastSection(False)
        for column in (_NAME, _WHEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._which = QButtonGroup(self)
        for button in (self.going, self.over):
            self._which.addButton(button)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self._which.buttonToggled.connect(lambda _, chosen: self.outdate() if chosen else None)
        self.rows.activated.connect(self._open)
        self.change.clicked.connect(lambda: self._open(self.rows.currentIndex()))
        self.picture.clicked.connect(self._choose_picture)
        self.told.clear()

    def refresh(self) -> None:
        over = self.over.isChecked()
        self.tasks.read(lambda s: s.changing.series(over=over), self._show)

    def say(self) -> None:
        self.model.say()
        count = self.model.rowCount()
        self.summary.setText(translate("1 series") if count == 1 else translate("{count} series", count=count))

    def hide_names(self, hidden: bool) -> None:
        """Name no resident who leads, or name them again."""
        self._names_hidden = hidden
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head, self.finding)
        line = self.rows.fontMetrics().height()
        self.rows.verticalHeader().setDefaultSectionSize(_ROW * line // 3)
        self.rows.horizontalHeader().setMinimumSectionSize((_WIDEST if narrow(self) else _LEAST) * line)
        self.rows.setMinimumHeight(_SEEN * line)

    def _show(self, found: Sequence[Whole]) -> None:
        self._found = found
        self._filter()

    def _filter(self) -> None:
        """Show what holds every word that is typed; the row that was chosen stays chosen."""
        words = self.search.text().casefold().split()
        chosen = self.model.record(self.rows.currentIndex()).series.id if self.rows.currentIndex().isValid() else None
        fitting = [one for one in self._found if _holds(one, words)]
        self.model.put(fitting)
        row = next((place for place, one in enumerate(fitting) if one.series.id == chosen), 0)
        if fitting:
            self.rows.selectRow(row)
        for button in (self.change, self.picture):
            button.setEnabled(bool(fitting))
        self.say()

    def _open(self, index: QModelIndex) -> None:
        """Open the form with which a whole series is changed, on the date that comes next."""
        if not index.isValid():
            return
        one = self.model.record(index)
        if one.next_on is None:
            self.told.tell(lambda: translate("This series is over. Plan a new activity."))
            return
        from buurtkamer_app.qt.activities.change import ChangeDialog

        self.told.clear()
        ChangeDialog(self.tasks, one.series, one.next_on, self, reach=Reach.ALL).open()

    def _choose_picture(self) -> None:
        """Offer all pictures for the series that is chosen."""
        index = self.rows.currentIndex()
        if not index.isValid():
            return
        from buurtkamer_app.qt.picture_choice import PictureChoice

        self.told.clear()
        series = self.model.record(index).series
        dialog = PictureChoice(series.name, pictogram(series), guess(series), self)
        dialog.chosen.connect(
            lambda picture: self.tasks.write(
                lambda s: s.changing.choose_pictogram(series.id, picture), lambda _: None, self.told.trouble
            )
        )
        dialog.open()

    def _columns(self) -> tuple[Column[Whole], ...]:
        return (
            Column(mark("Name"), lambda one: one.series.name),
            Column(mark("When"), _when),
            Column(mark("Space"), lambda one: one.series.space),
            Column(mark("Lead"), lambda one: _lead(one, hidden=self._names_hidden)),
            Column(mark("Next"), lambda one: dates.short_date(one.next_on) if one.next_on else ""),
            Column(mark("Until"), lambda one: dates.short_date(one.last_on) if one.last_on else translate("no end")),
        )


def _when(one: Whole) -> str:
    from buurtkamer_app.activities.said import how_often, said

    series = one.series
    often = how_often(series.rrule, series.first_date) if series.rrule else said("", series.first_date, None)
    return f"{often}, {dates.clock(series.starts)}-{dates.clock(series.ends)}"


def _lead(one: Whole, *, hidden: bool) -> str:
    series = one.series
    if series.lead_kind is LeadKind.HOSTS:
        return translate("host on duty")
    return translate("a resident") if hidden and series.lead_kind is LeadKind.RESIDENT else series.lead


def _holds(one: Whole, words: Sequence[str]) -> bool:
    text = f"{one.series.name} {one.series.space} {one.series.lead}".casefold()
    return all(word in text for word in words)
