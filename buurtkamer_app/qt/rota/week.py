"""The rota of a week: a grid, or the same as a list; the coordinator puts people on and takes them off by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QTableView, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota.choose import ChooseHost
from buurtkamer_app.qt.rota.grid import RotaGrid, times
from buurtkamer_app.qt.rota.reading import WeekRota, read_week
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.terms import PARTS
from buurtkamer_app.qt.week_bar import WeekBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Place, Shift


class RotaPanel(Panel):
    """The week's rota."""

    form: ClassVar[str] = "rota/week"
    kinds = frozenset({"shift", "place", "absence", "host", "availability", "closure", "shift_pattern"})
    head: QBoxLayout
    summary: QLabel
    week_slot: QHBoxLayout
    as_list: QPushButton
    empty: QLabel
    area: QScrollArea
    table: QTableView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._week: WeekRota | None = None
        self._listed = False
        self.weeks, self.grid = WeekBar(), RotaGrid()
        self.week_slot.addWidget(self.weeks)
        self.area.setWidget(self.grid)
        self.model: RecordsModel[Shift] = RecordsModel(
            [
                Column(mark("Day"), lambda shift: dates.day_heading(shift.on)),
                Column(mark("Part of the day"), lambda shift: translate(PARTS[shift.part])),
                Column(mark("Time"), times),
                Column(mark("Open places"), self._open_words),
                Column(mark("On the rota"), self._names),
            ],
            self,
        )
        show_in(self.table, self.model)
        self.table.setWordWrap(True)
        self.weeks.moved.connect(self.refresh)
        self.as_list.clicked.connect(self._turn)
        self.grid.put_asked.connect(self._ask_who)
        self.grid.off_asked.connect(self._take_off)
        self.choosing: ChooseHost | None = None
        self._choose_form()

    def set_actor(self, _actor: Actor) -> None:
        """Read again for whoever is at the desk now: only the coordinator plans."""
        self.outdate()

    def refresh(self) -> None:
        day = self.weeks.day
        self.tasks.read(lambda s: read_week(s, day), self._show)

    def say(self) -> None:
        week = self._week
        if week is None:
            return
        gaps = {0: translate("no open places"), 1: translate("1 open place")}.get(
            week.gaps, translate("{count} open places", count=week.gaps)
        )
        self.summary.setText(f"{dates.week_span(week.monday)} · {gaps}")
        self.as_list.setText(translate("As a grid") if self._listed else translate("As a list"))
        self.model.say()
        self.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head)
        self._fit()

    def _show(self, week: WeekRota) -> None:
        self._week = week
        self.weeks.stands_at(week.monday)
        self.grid.put(week)
        # Only now something that takes the keyboard stands between the two: Qt leaves neighbours as they are.
        QWidget.setTabOrder(self.weeks.after, self.as_list)
        self._fit()
        self.model.put(week.shifts)
        self._choose_form()

    def _fit(self) -> None:
        """Let the area be as high as the grid: it only scrolls sideways, where large type makes the grid wide."""
        bar = self.area.horizontalScrollBar().sizeHint().height()
        wide = self.grid.minimumSizeHint().width() > self.width()
        self.table.setMinimumHeight(16 * self.fontInfo().pixelSize())
        # Stretched, the last column would be squeezed where there is little room.
        self.table.horizontalHeader().setStretchLastSection(not wide)
        self.area.setFixedHeight(self.grid.sizeHint().height() + (bar if wide else 0))

    def _turn(self) -> None:
        self._listed = not self._listed
        self._choose_form()

    def _choose_form(self) -> None:
        has_days = self._week is not None and bool(self._week.days)
        self.empty.setVisible(self._week is not None and not has_days)
        self.area.setVisible(has_days and not self._listed)
        self.table.setVisible(has_days and self._listed)
        self.say()

    def _open_words(self, shift: Shift) -> str:
        count = self._week.open_places(shift) if self._week else 0
        if count == 0:
            return translate("none")
        return translate("1 open place") if count == 1 else translate("{count} open places", count=count)

    def _names(self, shift: Shift) -> str:
        told = self._week.told(shift, in_full=True) if self._week else []
        return ", ".join(words for _place, words in told) or translate("nobody yet")

    def _ask_who(self, shift: Shift) -> None:
        if self._week is not None:
            self.choosing = ChooseHost(self.tasks, self._week, shift, self)
            self.choosing.open()

    def _take_off(self, place: Place) -> None:
        self.tasks.write(lambda s: s.rota.take_off(place.id), lambda _: None)
