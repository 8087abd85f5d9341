"""The day of a street activity: how many came, until when who was there, who helped, and the two lists."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.days import as_time, show_time
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.qt.forms import DialogForm, dress
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.ticked import Ticked, TickedPanel
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.street.records import BringsHome, Course, GoesBack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.street.records import Activity

# In heights of a line of type.
_WIDE: Final = 68
_HIGH: Final = 40
_BESIDE: Final = 40
HOME: Final = Ticked(
    mark("Who brings whom home?"),
    mark("Who brings?"),
    mark("Who is brought?"),
    mark("Write down who goes along"),
    mark("{first} brings {second} home"),
    BringsHome,
    ("who", "whom"),
    lambda services: services.street_days.home,
)
BACK: Final = Ticked(
    mark("What goes back to whom?"),
    mark("What goes back?"),
    mark("To whom?"),
    mark("Write down what goes back"),
    mark("{first}: back to {second}"),
    GoesBack,
    ("what", "whose"),
    lambda services: services.street_days.back,
)


class DayDialog(DialogForm):
    """Writes down how an activity went; what residents lead asks for nobody of the team."""

    form: ClassVar[str] = "street/day"
    heading: QLabel
    first: QBoxLayout
    counting: QBoxLayout
    headcount: QSpinBox
    professionals_label: QLabel
    professionals: QSpinBox
    went: QCheckBox
    professionals_until_label: QLabel
    professionals_until: QTimeEdit
    went_on: QCheckBox
    residents_until_label: QLabel
    residents_until: QTimeEdit
    told: Sentence
    present_about: QLabel
    adding: QBoxLayout
    host: QComboBox
    add_host: QPushButton
    present: QVBoxLayout
    lists: QBoxLayout
    home_slot: QVBoxLayout
    back_slot: QVBoxLayout
    keep: QPushButton
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], key: UUID, parent: QWidget, *, names_hidden: bool) -> None:
        super().__init__(parent)
        self._tasks, self._key = tasks, key
        self._known: Activity | None = None
        self._hosts: Sequence[Host] = ()
        self.helped: list[UUID] = []
        self._made: list[QWidget] = []
        self._aways: list[QWidget] = []
        self.home = TickedPanel(tasks, HOME, key, names_hidden=names_hidden)
        self.goes_back = TickedPanel(tasks, BACK, key, names_hidden=names_hidden)
        self.home_slot.addWidget(self.home)
        self.back_slot.addWidget(self.goes_back)
        for listed in (self.home, self.goes_back):
            listed.laid.connect(self._walk)
        self.went.toggled.connect(self._see)
        self.went_on.toggled.connect(self._see)
        self.add_host.clicked.connect(self._help)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        for shortcut in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.keep.click)
        self.keep.setEnabled(False)
        self._see()
        self.say()
        line, room = self.fontMetrics().height(), parent.window().size()
        self.resize(min(_WIDE * line, room.width() - 20), min(_HIGH * line, room.height() - 20))
        self._tasks.read(
            lambda services: (services.streets.one(key), services.people.hosts()),
            while_there(self, self._show),
            while_there(self, self.told.trouble),
        )

    def say(self) -> None:
        self.keep.setText(f"{translate('Write down')}  Ctrl+Enter")
        self.headcount.setSpecialValueText(translate("Not counted yet"))
        known = self._known
        if known is None:
            return
        plan = known.plan
        self.heading.setText(f"{dates.day_and_date(plan.on_date)} · {plan.name}")
        own = translate("Residents do it themselves: nobody of the team is needed.")
        hours = translate(
            "Their hours count from {start} to {end}.", start=dates.clock(plan.starts), end=dates.clock(plan.ends)
        )
        self.present_about.setText(own if plan.led_by is LedBy.RESIDENTS else hours)
        self._show_present()

    def hide_names(self, hidden: bool) -> None:
        """Show nobody who is brought home, or show them again."""
        for listed in (self.home, self.goes_back):
            listed.hide_names(hidden)

    def course(self) -> Course:
        """Give what stands in the fields now."""
        count = self.headcount.value()
        return Course(
            None if count < 0 else count,
            self.professionals.value(),
            as_time(self.professionals_until) if self.went.isChecked() else None,
            as_time(self.residents_until) if self.went_on.isChecked() else None,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _BESIDE, self.first, self.lists)
        fold_within(self, _BESIDE // 2, self.counting, self.adding)

    def _show(self, found: tuple[Activity, Sequence[Host]]) -> None:
        self._known, self._hosts = found
        plan, course = self._known.plan, self._known.course
        self.headcount.setValue(-1 if course.headcount is None else course.headcount)
        self.professionals.setValue(course.professionals)
        self.went.setChecked(course.professionals_until is not None)
        self.went_on.setChecked(course.residents_until is not None)
        show_time(self.professionals_until, course.professionals_until or plan.ends)
        show_time(self.residents_until, course.residents_until or plan.ends)
        self.helped = [host.id for host in self._hosts if host.id in self._known.present]
        own = plan.led_by is LedBy.RESIDENTS
        for part in (self.host, self.add_host, self.professionals, self.professionals_label, self.went):
            part.setHidden(own)
        self.host.clear()
        for host in self._hosts:
            self.host.addItem(host.name, host.id)
        self.keep.setEnabled(True)
        self.say()
        self.headcount.setFocus()
        self.headcount.selectAll()

    def _see(self) -> None:
        """Ask until when only where there is something to say."""
        for tick, parts in (
            (self.went, (self.professionals_until_label, self.professionals_until)),
            (self.went_on, (self.residents_until_label, self.residents_until)),
        ):
            for part in parts:
                part.setVisible(tick.isChecked())

    def _show_present(self) -> None:
        discard(self.present, self._made)
        self._aways = []
        for host in self._hosts:
            if host.id not in self.helped:
                continue
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            away = QPushButton(translate("Take away"))
            away.setAutoDefault(False)
            away.setAccessibleName(f"{away.text()}: {host.name}")
            dress(away, "trash-can")
            away.clicked.connect(partial(self._not_there, host.id))
            row.addWidget(QLabel(host.name), 1)
            row.addWidget(away)
            self._made.append(line)
            self.present.addWidget(line)
            self._aways.append(away)
        self._walk()

    def _walk(self) -> None:
        """Let Tab go as the eye goes."""
        times = (self.went, self.professionals_until, self.went_on, self.residents_until)
        team = (self.host, self.add_host, *self._aways)
        lists = (*self.home.stops, *self.goes_back.stops)
        walk(self.headcount, self.professionals, *times, *team, *lists, self.keep, self.back)

    def _help(self) -> None:
        host = self.host.currentData()
        if host is not None and host not in self.helped:
            self.helped.append(host)
            self._show_present()

    def _not_there(self, host: UUID, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        self.helped.remove(host)
        self._show_present()

    def _keep(self) -> None:
        key, course, helped = self._key, self.course(), tuple(self.helped)
        self.keep.setEnabled(False)
        self.told.clear()
        self._tasks.write(
            lambda services: services.street_days.went(key, course, helped),
            while_there(self, lambda _: self.accept()),
            while_there(self, self._refused, self._tasks.troubled.emit),
        )

    def _refused(self, error: BuurtkamerError) -> None:
        self.keep.setEnabled(True)
        self.told.trouble(error)
