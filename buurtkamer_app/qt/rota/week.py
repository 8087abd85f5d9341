"""The rota of a week as a grid: the coordinator puts people on, moves them and takes them off by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers.rota_week import WeekRota, read_week
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota.doing import Doing
from buurtkamer_app.qt.rota.grid import RotaGrid
from buurtkamer_app.qt.rota.said import open_places
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.week_bar import WeekBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from buurtkamer_app.base.roles import Actor
    from buurtkamer_app.qt.tasks import Tasks


class RotaPanel(Panel):
    """The week's rota; a press on a name or an open place shows what one can do."""

    form: ClassVar[str] = "rota/week"
    kinds = frozenset(
        {
            "shift",
            "place",
            "absence",
            "along",
            "host",
            "availability",
            "other_times",
            "fixed_shift",
            "closure",
            "shift_pattern",
            "week_groups",
            "cover_offer",
            "sign_on",
            "series",
            "changed_date",
            "cancelled_date",
        }
    )
    head: QBoxLayout
    summary: QLabel
    week_slot: QHBoxLayout
    extra: QPushButton
    print_it: QPushButton
    turn: QLabel
    now_on: QLabel
    how: QLabel
    told: Sentence
    empty: QLabel
    area: QScrollArea

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._week: WeekRota | None = None
        self.weeks, self.grid = WeekBar(), RotaGrid()
        self.week_slot.addWidget(self.weeks)
        self.area.setWidget(self.grid)
        self.doing = Doing(tasks, self, self.told, self.grid.carry)
        self.weeks.moved.connect(self.refresh)
        doing = self.doing
        self.grid.place_pressed.connect(
            lambda button, shift, place: self._ask(button, lambda menu: doing.of_place(menu, shift, place))
        )
        self.grid.gap_pressed.connect(lambda button, shift: self._ask(button, lambda menu: doing.of_gap(menu, shift)))
        self.grid.extra_pressed.connect(
            lambda button, shift: self._ask(button, lambda menu: doing.of_extra(menu, shift))
        )
        self.grid.move_asked.connect(doing.move)
        self.grid.moving.connect(self._say_how)
        self.extra.clicked.connect(self._add_extra)
        self.print_it.clicked.connect(self._print)
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Read again for whoever is at the desk now: only the coordinator plans."""
        self.doing.set_actor(actor)
        self.outdate()

    def show_day(self, day: date) -> None:
        """Show the week of a day."""
        self.weeks.day = day
        self.outdate()

    def refresh(self) -> None:
        day = self.weeks.day
        self.tasks.read(lambda s: read_week(s, day), self._show)

    def say(self) -> None:
        week = self._week
        self.empty.setVisible(week is not None and not week.days)
        self.area.setVisible(week is not None and bool(week.days))
        self.extra.setVisible(week is not None and week.may_plan)
        self.print_it.setVisible(week is not None and bool(week.days))
        if week is not None:
            self.summary.setText(f"{dates.week_span(week.monday)} · {open_places(week.gaps)}")
            self.turn.setText(_turn(week))
            self.now_on.setText(_now(week))
        for line in (self.turn, self.now_on):
            line.setVisible(bool(line.text()))
        self._say_how(moving=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.head)
        self._fit()

    def _show(self, week: WeekRota) -> None:
        self._week = week
        self.doing.put(week)
        self.weeks.stands_at(week.monday)
        self.grid.put(week)
        for before, after in ((self.weeks.after, self.extra), (self.extra, self.print_it)):
            QWidget.setTabOrder(before, after)
        self._fit()
        self.say()

    def _fit(self) -> None:
        """Let the area be as high as the grid: it only scrolls sideways, where large type makes the grid wide."""
        bar = self.area.horizontalScrollBar().sizeHint().height()
        wide = self.grid.minimumSizeHint().width() > self.width()
        self.area.setFixedHeight(self.grid.sizeHint().height() + (bar if wide else 0))

    def _say_how(self, moving: bool) -> None:
        self.how.setText(translate("Choose a shift with the arrows, then Enter. Or press it. Esc: let it be."))
        self.how.setVisible(moving)
        if moving:
            self.told.clear()

    def _ask(self, button: QPushButton, fill: Callable[[QMenu], None]) -> None:
        self.doing.open_menu(fill, button.mapToGlobal(QPoint(0, button.height())), button.accessibleName())

    def _add_extra(self) -> None:
        from buurtkamer_app.qt.rota.extra import ExtraDialog

        if self._week is not None:
            on = max(self._week.today, self._week.monday)
            self.doing.open_dialog(ExtraDialog(self.tasks, on, self))

    def _print(self) -> None:
        from buurtkamer_app.qt.rota.sheet import SheetDialog, week_sheet

        if self._week is not None:
            make = week_sheet(self._week.monday)
            self.doing.open_dialog(SheetDialog(self.tasks, make, self, phones=self.doing.plans))


def _turn(week: WeekRota) -> str:
    """Say whose turn the week is, where groups take turns."""
    if not week.turn:
        return ""
    names = ", ".join(week.short[host.id] for host in week.hosts if host.week_group == week.turn)
    said = translate("This week is for group {turn} of {groups}", turn=week.turn, groups=week.groups)
    return f"{said}: {names}" if names else said


def _now(week: WeekRota) -> str:
    """Say who is on now, and who should be."""
    now = week.on_now
    if now is None or not (now.here or now.missing):
        return ""
    short = {host.name: week.short[host.id] for host in week.hosts}
    here = ", ".join(short.get(name, name) for name in now.here) or translate("nobody")
    told = [translate("On now: {names}", names=here)]
    if now.missing:
        names = ", ".join(short.get(name, name) for name, _ in now.missing)
        told.append(translate("Not signed on yet: {names}", names=names))
    return " · ".join(told)
