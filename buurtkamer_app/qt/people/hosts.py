"""The hosts: who they are, one more of them, and their PINs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.records import Available, Host, NewHost
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.base.terms import DayPart
    from buurtkamer_app.qt.tasks import Tasks

_EXPERIENCE: Final = {
    Experience.TRAINEE: mark("Being trained"),
    Experience.REGULAR: mark("On their own"),
    Experience.EXPERIENCED: mark("Experienced"),
}
_ROLES: Final = {Role.HOST: mark("Host"), Role.COORDINATOR: mark("Coordinator")}


class HostsPanel(Panel):
    """Shows the hosts, writes down a new one, and gives the one that is chosen a PIN."""

    form: ClassVar[str] = "people/hosts"
    kinds: ClassVar[frozenset[str]] = frozenset({"host"})
    columns: QBoxLayout
    who: QBoxLayout
    what: QBoxLayout
    pin_fields: QBoxLayout
    hosts: QTableView
    pins: QFrame
    pin_heading: QLabel
    pin: QLineEdit
    pin_again: QLineEdit
    pin_answer: Sentence
    give: QPushButton
    name: QLineEdit
    phone: QLineEdit
    experience: QComboBox
    role: QComboBox
    most: QSpinBox
    when: QGridLayout
    answer: Sentence
    add: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._chosen: Host | None = None
        self.days: dict[tuple[int, DayPart], QCheckBox] = {}
        self._headings: list[QLabel] = []
        self.model = RecordsModel[Host](
            (
                Column(mark("Name"), lambda host: host.name),
                Column(mark("Experience"), lambda host: translate(_EXPERIENCE[host.experience])),
                # What nearly everybody is goes without saying.
                Column(mark("Role"), lambda host: "" if host.role is Role.HOST else translate(_ROLES[host.role])),
            ),
            self,
        )
        show_in(self.hosts, self.model)
        self.hosts.selectionModel().selectionChanged.connect(self._choose_selected)
        for experience in _EXPERIENCE:
            self.experience.addItem("", experience)
        for role in _ROLES:
            self.role.addItem("", role)
        self.experience.setCurrentIndex(1)
        self._make_days()
        self.add.clicked.connect(self._write)
        self.give.clicked.connect(self._give_pin)
        self.say()

    def refresh(self) -> None:
        """Read who the hosts are."""
        self.tasks.read(lambda services: services.people.hosts(), self._show)

    def say(self) -> None:
        for field, words in ((self.experience, _EXPERIENCE), (self.role, _ROLES)):
            for row, message in enumerate(words.values()):
                field.setItemText(row, translate(message))
        for weekday, heading in enumerate(self._headings):
            heading.setText(dates.weekday(weekday)[:2])
        for (weekday, part), box in self.days.items():
            box.setAccessibleName(f"{dates.weekday(weekday)} {translate(PARTS[part])}")
        self.pins.setEnabled(self._chosen is not None)
        if self._chosen is None:
            self.pin_heading.setText(translate("Choose somebody to give a PIN"))
        else:
            self.pin_heading.setText(translate("A PIN for {name}", name=self._chosen.name))
        self.model.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.who, self.what, self.pin_fields)

    def _make_days(self) -> None:
        """Make a box for each part of each day, under the name of the day and beside that of the part."""
        middle = Qt.AlignmentFlag.AlignHCenter
        for weekday in range(7):
            self._headings.append(QLabel())
            self.when.addWidget(self._headings[-1], 0, weekday + 1, middle)
        for row, part in enumerate(PARTS, start=1):
            for weekday in range(7):
                box = self.days[weekday, part] = QCheckBox()
                self.when.addWidget(box, row, weekday + 1, middle)

    def _show(self, hosts: list[Host]) -> None:
        self.model.put(hosts)
        kept = next((row for row, host in enumerate(hosts) if self._chosen and host.id == self._chosen.id), None)
        if kept is not None:
            self.hosts.selectRow(kept)

    def _choose_selected(self) -> None:
        """Hear which row was chosen: a table that merely gets the keyboard chooses nobody."""
        rows = self.hosts.selectionModel().selectedRows()
        if rows:
            self._choose(self.model.record(rows[0]))

    def _choose(self, host: Host) -> None:
        """Hear for whom a PIN is; what was typed for somebody else goes."""
        if self._chosen is None or host.id != self._chosen.id:
            self.pin.clear()
            self.pin_again.clear()
            self.pin_answer.clear()
        self._chosen = host
        self.say()

    def _write(self) -> None:
        new = NewHost(
            name=self.name.text(),
            phone=self.phone.text(),
            experience=self.experience.currentData(),
            max_shifts_per_week=self.most.value(),
            role=Role(self.role.currentData()),
            availability=tuple(Available(day, part) for (day, part), box in self.days.items() if box.isChecked()),
        )
        self.answer.clear()
        self.tasks.write(lambda services: services.people.add_host(new), self._written, self.answer.trouble)

    def _written(self, made: Outcome[Host]) -> None:
        """Make room for the next one; only now, since a refusal keeps what was typed."""
        name = made.value.name
        self.answer.tell(lambda: translate("{name} is a host now. Give them a PIN.", name=name))
        self.name.clear()
        self.phone.clear()
        for box in self.days.values():
            box.setChecked(False)
        self._choose(made.value)

    def _give_pin(self) -> None:
        host, pin = self._chosen, self.pin.text()
        if host is None:
            return
        if pin != self.pin_again.text():
            self.pin_answer.trouble(RefusedError("The two PINs are not the same. Type them again."))
            return
        self.pin_answer.clear()
        self.tasks.write(lambda services: services.sign_in.set_pin(host.id, pin), self._given, self.pin_answer.trouble)

    def _given(self, _: Change) -> None:
        self.pin.clear()
        self.pin_again.clear()
        self.pin_answer.tell(lambda: translate("The PIN was set."))
