"""The rota as a plain list, in order of days or of names; of one host the list that they take home on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QHeaderView, QLabel, QMenu, QPushButton, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.spans import monday
from buurtkamer_app.papers.rota_week import WeekRota, read_days
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota.doing import Doing
from buurtkamer_app.qt.rota.said import moment, open_places, times
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.week_bar import WeekBar
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Shift
    from buurtkamer_app.services import Services

_WEEKS: Final = (1, 2, 4, 8, 13)
_LEAST: Final = 16  # sizes of type high


class Line(NamedTuple):
    """A line of the list: a shift and, in the order of names, whose it is (with what is said of them)."""

    shift: Shift
    host: UUID | None = None
    name: str = ""
    place: UUID | None = None


class RotaLists(Panel):
    """Shows one line a shift, or one line for each host on it."""

    form: ClassVar[str] = "rota/lists"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "shift",
            "place",
            "absence",
            "along",
            "host",
            "closure",
            "shift_pattern",
            "series",
            "fixed_shift",
            "cover_offer",
        }
    )
    head: QBoxLayout
    choosing: QBoxLayout
    summary: QLabel
    week_slot: QHBoxLayout
    how_long: QComboBox
    who: QComboBox
    by_day: QPushButton
    by_person: QPushButton
    print_own: QPushButton
    told: Sentence
    empty: QLabel
    table: QTableView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._rota: WeekRota | None = None
        self._weeks = 4
        self.doing = Doing(tasks, self, self.told)
        self.bar = WeekBar()
        self.week_slot.addWidget(self.bar)
        for count in _WEEKS:
            self.how_long.addItem("", count)
        self.how_long.setCurrentIndex(_WEEKS.index(self._weeks))
        self.who.addItem("", None)
        self.days = RecordsModel[Line](self._of_days(), self)
        self.people = RecordsModel[Line](self._of_people(), self)
        for button in (self.by_day, self.by_person):
            button.setAutoExclusive(True)
            button.toggled.connect(self._lay)
        self.by_day.setChecked(True)
        self.table.clicked.connect(self._ask)
        self.table.activated.connect(self._ask)
        self.bar.moved.connect(self.outdate)
        self.how_long.activated.connect(self.outdate)
        self.who.activated.connect(self._choose)
        self.print_own.clicked.connect(self._print)
        walk(self.bar.before, self.bar.now, self.bar.after, self.how_long)
        walk(self.how_long, self.who, self.by_day, self.by_person, self.print_own, self.table)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Read again for whoever is at the desk now."""
        self.doing.set_actor(actor)
        self.outdate()

    def refresh(self) -> None:
        day, weeks = self.bar.day, int(self.how_long.currentData())

        def read(services: Services) -> WeekRota:
            first = monday(day or services.room.today())
            return read_days(services, first, first + timedelta(days=7 * weeks - 1))

        self._weeks = weeks
        self.tasks.read(read, self._show)

    def say(self) -> None:
        for place, count in enumerate(_WEEKS):
            self.how_long.setItemText(place, _weeks(count))
        self.who.setItemText(0, translate("Everybody"))
        for model in (self.days, self.people):
            model.say()
        rota = self._rota
        if rota is None:
            return
        last = rota.monday + timedelta(days=7 * self._weeks - 1)
        self.summary.setText(f"{dates.period(rota.monday, last)} · {open_places(rota.gaps)}")
        self.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head, self.choosing)
        self.table.setMinimumHeight(_LEAST * self.fontInfo().pixelSize())
        self.table.horizontalHeader().setStretchLastSection(not narrow(self))

    def _show(self, rota: WeekRota) -> None:
        self._rota = rota
        self.doing.put(rota)
        self.bar.stands_at(rota.monday)
        chosen = self.who.currentData()
        while self.who.count() > 1:
            self.who.removeItem(1)
        for host in rota.hosts:
            self.who.addItem(host.name, host.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self._lay()
        self.say()

    def _choose(self) -> None:
        if self.who.currentData() is not None:
            self.by_person.setChecked(True)
        self._lay()

    def _lay(self) -> None:
        """Show the lines in the order that is wanted, of the one who is wanted."""
        rota = self._rota
        self.print_own.setEnabled(self.who.currentData() is not None)
        if rota is None:
            return
        host, model = self.who.currentData(), self.days if self.by_day.isChecked() else self.people
        if self.by_day.isChecked():
            model.put([Line(shift) for shift in rota.shifts if host is None or _holds(shift, host)])
        else:
            model.put(_by_name(rota, host))
        if self.table.model() is not model:
            show_in(self.table, model)
            self.table.setWordWrap(True)
            self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self.table.horizontalHeader().setStretchLastSection(not narrow(self))
        self.empty.setVisible(not model.rowCount())
        self.table.setVisible(bool(model.rowCount()))

    def _of_days(self) -> list[Column[Line]]:
        return [
            Column(mark("Day"), lambda line: dates.day_heading(line.shift.on)),
            Column(mark("Part of the day"), _part),
            Column(mark("Time"), lambda line: times(line.shift)),
            Column(mark("On the rota"), self._names),
            Column(mark("Still needed"), lambda line: self._rota.needed(line.shift) if self._rota else ""),
        ]

    def _of_people(self) -> list[Column[Line]]:
        return [
            Column(mark("Name"), lambda line: line.name),
            Column(mark("Day"), lambda line: dates.day_heading(line.shift.on)),
            Column(mark("Part of the day"), _part),
            Column(mark("Time"), lambda line: times(line.shift)),
            Column(mark("Together with"), self._others),
        ]

    def _names(self, line: Line) -> str:
        rota = self._rota
        told = [words for _, words in rota.told(line.shift, in_full=True)] if rota else []
        return ", ".join([*told, *(rota.along(line.shift) if rota else ())]) or translate("nobody yet")

    def _others(self, line: Line) -> str:
        rota = self._rota
        others = [place for place in line.shift.on_duty if place.host != line.host]
        named = [rota.name(place.host, place.host_name) if rota else "" for place in others]
        return ", ".join(named) or translate("nobody yet")

    def _ask(self, index: QModelIndex) -> None:
        """Open the menu of the line that was pressed: of that host, or of everybody and every open place."""
        line = (self.days if self.by_day.isChecked() else self.people).record(index)
        place = next((place for place in line.shift.places if place.id == line.place), None)

        def fill(menu: QMenu) -> None:
            if place is not None:
                self.doing.of_place(menu, line.shift, place)
            elif not line.name:
                self._fill(menu, line.shift)

        corner = self.table.visualRect(index).bottomLeft()
        self.doing.open_menu(fill, self.table.viewport().mapToGlobal(corner), line.name or moment(line.shift))

    def _fill(self, menu: QMenu, shift: Shift) -> None:
        """Put a menu for each host and one for the open places into a menu; what is empty is left out."""
        rota = self._rota
        if rota is None:
            return
        for place, words in rota.told(shift):
            own = QMenu(words, menu)
            self.doing.of_place(own, shift, place)
            if not own.isEmpty():
                menu.addMenu(own)
        if rota.open_places(shift):
            gap_menu = QMenu(open_places(rota.open_places(shift)), menu)
            self.doing.of_gap(gap_menu, shift)
            if not gap_menu.isEmpty():
                menu.addMenu(gap_menu)

    def _print(self) -> None:
        from buurtkamer_app.qt.rota.sheet import SheetDialog, own_sheet

        host, rota = self.who.currentData(), self._rota
        if host is not None and rota is not None:
            first, last = max(rota.monday, rota.today), rota.monday + timedelta(days=7 * self._weeks - 1)
            make = own_sheet(host, min(first, last), last)
            self.doing.open_dialog(SheetDialog(self.tasks, make, self, phones=False))


def _by_name(rota: WeekRota, only: UUID | None) -> list[Line]:
    """Give a line for each host on each shift, by name and then by date."""
    found = [
        Line(shift, place.host, words, place.id)
        for shift in rota.shifts
        for place, words in rota.told(shift, in_full=True)
        if only in {None, place.host}
    ]
    names = {host.id: host.name for host in rota.hosts}
    found += [
        Line(shift, one.host, translate("{name} goes along", name=one.host_name))
        for shift in rota.shifts
        for one in shift.along
        if only in {None, one.host}
    ]
    return sorted(found, key=lambda line: (names.get(line.host, line.name) if line.host else line.name, line.shift.on))


def _holds(shift: Shift, host: UUID) -> bool:
    return any(place.host == host for place in shift.places) or any(one.host == host for one in shift.along)


def _part(line: Line) -> str:
    said = translate(PARTS[line.shift.part])
    return f"{said} · {line.shift.task}" if line.shift.task else said


def _weeks(count: int) -> str:
    return translate("1 week") if count == 1 else translate("{count} weeks", count=count)
