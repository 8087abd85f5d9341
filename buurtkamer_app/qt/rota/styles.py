"""How this room shares its work: shifts of the week, of tasks and of activities; groups that take turns by the week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.rota.fields import ShiftFields
from buurtkamer_app.qt.rota.group_members import GroupMembers, GroupParts
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.walk import walk
from buurtkamer_app.qt.widths import narrow
from buurtkamer_app.room.records import ShiftPattern
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.rota.records import Turns
    from buurtkamer_app.services import Services

_SEEN: Final = 16  # lines of type: some five rows with their header
_WHAT_FOR: Final = 1  # the column that takes what is left of the width
_ROOM, _TASK, _ACTIVITY = range(3)
_KINDS: Final = (mark("The room itself"), mark("A task"), mark("An activity"))


class Styles(NamedTuple):
    """What was read: the shifts of the week, series that go on, certificates, groups and hosts."""

    patterns: Sequence[ShiftPattern]
    series: Sequence[Series]
    certificates: Sequence[str]
    turns: Turns
    this_week: int
    hosts: Sequence[Host]


class StylesPanel(Panel):
    """A press on a shift puts it in the fields beside it; each is kept by itself."""

    form: ClassVar[str] = "rota/styles"
    kinds: ClassVar[frozenset[str]] = frozenset({"shift_pattern", "series", "week_groups", "host", "certificate"})
    columns: QBoxLayout
    rows: QTableView
    none: QLabel
    remove: QPushButton
    edit_title: QLabel
    kind: QComboBox
    series_label: QLabel
    series: QComboBox
    when: QBoxLayout
    weekday_label: QLabel
    weekday: QComboBox
    part_label: QLabel
    part: QComboBox
    fields_slot: QVBoxLayout
    answer: Sentence
    foot: QBoxLayout
    keep: QPushButton
    fresh: QPushButton
    turns: QBoxLayout
    groups: QComboBox
    this_week: QComboBox
    keep_groups: QPushButton
    groups_answer: Sentence
    members_how: QLabel
    members: QGridLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._found: Styles | None = None
        self._chosen: ShiftPattern | None = None
        self.fields = ShiftFields()
        self.fields_slot.addWidget(self.fields)
        self.model = RecordsModel[ShiftPattern](_columns(), self)
        show_in(self.rows, self.model)
        self.rows.setWordWrap(True)
        for _ in _KINDS:
            self.kind.addItem("")
        for weekday in range(7):
            self.weekday.addItem("", weekday)
        for part in DayPart:
            self.part.addItem("", part)
        about = GroupParts(
            self.groups, self.this_week, self.keep_groups, self.groups_answer, self.members_how, self.members
        )
        self.taking_turns = GroupMembers(tasks, about, self)
        self.rows.clicked.connect(lambda index: self._fill(self.model.record(index)))
        self.rows.activated.connect(lambda index: self._fill(self.model.record(index)))
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.keep.clicked.connect(self._keep)
        self.fresh.clicked.connect(self._start_fresh)
        self.remove.clicked.connect(self._remove)
        walk(self.part, *self.fields.stops, self.keep)
        self._fill(None)
        self.say()

    def refresh(self) -> None:
        self.tasks.read(read_styles, self._show)

    def say(self) -> None:
        self.model.say()
        for place, words in enumerate(_KINDS):
            self.kind.setItemText(place, translate(words))
        for weekday in range(7):
            name = dates.weekday(weekday)
            self.weekday.setItemText(weekday, name[:1].upper() + name[1:])
        for place, part in enumerate(DayPart):
            self.part.setItemText(place, translate(PARTS[part]))
        new = self._chosen is None
        self.edit_title.setText(translate("Write down a new one") if new else translate("Change this one"))
        self.keep.setText(translate("Write down") if new else translate("Keep the change"))
        self.fresh.setVisible(not new)
        self.remove.setEnabled(not new)
        self.taking_turns.say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.columns, self.turns)
        header, mode = self.rows.horizontalHeader(), QHeaderView.ResizeMode
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHAT_FOR, mode.ResizeToContents if narrow(self) else mode.Stretch)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())
        self.taking_turns.fit()

    def _show(self, found: Styles) -> None:
        self._found = found
        self.model.put(found.patterns)
        self.none.setVisible(not found.patterns)
        self.rows.setVisible(bool(found.patterns))
        self.fields.offer(found.certificates)
        chosen = self.series.currentData()
        self.series.clear()
        for one in found.series:
            self.series.addItem(one.name, one.id)
        self.series.setCurrentIndex(max(0, self.series.findData(chosen)))
        if self._chosen is not None and self._chosen not in found.patterns:
            self._fill(None)
        self.taking_turns.put(found.turns, found.this_week, found.hosts)
        self.say()

    def _fill(self, pattern: ShiftPattern | None) -> None:
        """Put a shift into the fields; None: what is typed stays, for a new one."""
        self._chosen = pattern
        self.answer.clear()
        if pattern is None:
            self.rows.clearSelection()
        else:
            of = _ACTIVITY if pattern.series_id is not None else _TASK if pattern.task else _ROOM
            self.kind.setCurrentIndex(of)
            self.weekday.setCurrentIndex(pattern.weekday)
            self.part.setCurrentIndex(list(DayPart).index(pattern.part))
            if pattern.series_id is not None:
                self.series.setCurrentIndex(self.series.findData(pattern.series_id))
            self.fields.put(
                pattern.task,
                pattern.starts,
                pattern.ends,
                pattern.hosts,
                pattern.experienced,
                asks_vog=pattern.asks_vog,
                asks=pattern.asks,
            )
        self._follow_kind()
        self.say()

    def _start_fresh(self) -> None:
        self._fill(None)

    def _follow_kind(self) -> None:
        """Show the fields that go with what the shift is for."""
        kind = self.kind.currentIndex()
        for part in (self.series_label, self.series):
            part.setVisible(kind == _ACTIVITY)
        for part in (self.weekday_label, self.weekday, self.part_label, self.part):
            part.setVisible(kind != _ACTIVITY)
        self.fields.task_label.setVisible(kind == _TASK)
        self.fields.task.setVisible(kind == _TASK)
        self.fields.show_times(shown=kind != _ACTIVITY)

    def _pattern(self) -> ShiftPattern | None:
        """Give the shift as it stands in the fields; None where no activity is chosen."""
        from buurtkamer_app.rota.rules import part_of

        fields, kind = self.fields, self.kind.currentIndex()
        asks = fields.hosts.value(), fields.experienced.value()
        papers = fields.asks_vog.isChecked(), fields.asks.currentText()
        if kind != _ACTIVITY:
            task = fields.task.text() if kind == _TASK else ""
            weekday, part = self.weekday.currentData(), DayPart(self.part.currentData())
            return ShiftPattern(weekday, part, *fields.span, *asks, task, None, *papers)
        found = self._found.series if self._found is not None else ()
        one = next((series for series in found if series.id == self.series.currentData()), None)
        if one is None:
            return None
        weekday, part = one.first_date.weekday(), part_of(one.starts)
        return ShiftPattern(weekday, part, one.starts, one.ends, *asks, one.name[:60], one.id, *papers)

    def _keep(self) -> None:
        pattern, chosen = self._pattern(), self._chosen
        self.answer.clear()
        if pattern is None:
            self.answer.tell(lambda: translate("Choose an activity first."))
        elif self.kind.currentIndex() == _TASK and not pattern.task.strip():
            self.answer.tell(lambda: translate("Say what the shift is for."))
        else:

            def write(services: Services) -> Change:
                from buurtkamer_app.rota.patterns import key_of

                return services.shift_patterns.keep(pattern, key_of(chosen) if chosen is not None else None)

            self.tasks.write(write, lambda _: self._kept(pattern), self.answer.trouble)

    def _kept(self, pattern: ShiftPattern) -> None:
        if self._chosen is not None:
            self._chosen = pattern
        self.answer.tell(lambda: translate("This is written down."))

    def _remove(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return

        def write(services: Services) -> Change:
            from buurtkamer_app.rota.patterns import key_of

            return services.shift_patterns.remove(key_of(chosen))

        self.answer.clear()
        self.tasks.write(write, lambda _: self._fill(None), self.answer.trouble)


def read_styles(services: Services) -> Styles:
    """Read how this room shares its work."""
    today, turns = services.room.today(), services.week_groups.turns()
    goes_on = [one for one in services.activities.series() if one.last_date is None or one.last_date >= today]
    return Styles(
        sorted(services.room.plan().patterns, key=lambda one: one.series_id is not None),
        sorted(goes_on, key=lambda one: one.name),
        services.outlook.certificates(),
        turns,
        turns.of_week(today),
        [host for host in services.people.hosts() if host.rostered],
    )


def _columns() -> list[Column[ShiftPattern]]:
    return [
        Column(mark("Day"), lambda one: f"{_day(one)}\n{dates.span(one.starts, one.ends)}"),
        Column(mark("What for"), lambda one: one.task or translate("The room itself")),
        Column(mark("How many hosts"), _hosts),
    ]


def _day(pattern: ShiftPattern) -> str:
    if pattern.series_id is not None:
        return translate("On each of its dates")
    name = dates.weekday(pattern.weekday)
    return f"{name[:1].upper()}{name[1:]}, {translate(PARTS[pattern.part]).lower()}"


def _hosts(pattern: ShiftPattern) -> str:
    told = [str(pattern.hosts)]
    if pattern.experienced:
        told.append(translate("{count} experienced", count=pattern.experienced))
    if pattern.asks_vog:
        told.append(translate("VOG"))
    return " · ".join([*told, *([pattern.asks] if pattern.asks else [])])
