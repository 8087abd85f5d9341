"""The groups that take turns by the week: how many, whose week this is, and in which each host is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard
from buurtkamer_app.rota.groups import MOST_GROUPS
from buurtkamer_app.rota.records import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.people.records import Host
    from buurtkamer_app.qt.sentence import Sentence
    from buurtkamer_app.qt.tasks import Tasks

_COLUMN: Final = 18  # lines of type in width for a name with its group


class GroupParts(NamedTuple):
    """The widgets of a panel that are about groups."""

    groups: QComboBox
    this_week: QComboBox
    keep: QPushButton
    answer: Sentence
    how: QLabel
    members: QGridLayout


class GroupMembers(QObject):
    """Keeps the part of a panel that is about groups."""

    def __init__(self, tasks: Tasks[Any], parts: GroupParts, panel: QWidget) -> None:
        super().__init__(panel)
        self._tasks, self._parts, self._panel = tasks, parts, panel
        self._turns = Turns()
        self._hosts: Sequence[Host] = ()
        self._made: list[QWidget] = []
        self._columns = 0
        self.choices: dict[UUID, QComboBox] = {}
        for count in (0, *range(2, MOST_GROUPS + 1)):
            self._parts.groups.addItem("", count)
        for number in range(1, MOST_GROUPS + 1):
            self._parts.this_week.addItem("", number)
        self._parts.groups.currentIndexChanged.connect(self._offer)
        self._parts.keep.clicked.connect(self._keep)

    def put(self, turns: Turns, this_week: int, hosts: Sequence[Host]) -> None:
        """Show how groups take turns, and who is in which."""
        fresh = turns != self._turns
        same = not fresh and [(host.id, host.week_group) for host in hosts] == [
            (host.id, host.week_group) for host in self._hosts
        ]
        self._turns, self._hosts = turns, hosts
        if fresh:
            self._parts.groups.setCurrentIndex(self._parts.groups.findData(turns.groups))
            self._parts.this_week.setCurrentIndex(max(0, this_week - 1))
        self._offer()
        if not same or not self._made:
            self._lay()

    def say(self) -> None:
        """Say the words in the language of the moment."""
        for place in range(self._parts.groups.count()):
            count: int = self._parts.groups.itemData(place)
            self._parts.groups.setItemText(place, str(count) if count else translate("No groups"))
        for place in range(self._parts.this_week.count()):
            self._parts.this_week.setItemText(place, translate("Group {number}", number=place + 1))
        for box in self.choices.values():
            for place in range(box.count()):
                box.setItemText(place, translate("Group {number}", number=place) if place else translate("No group"))

    def fit(self) -> None:
        """Put as many names beside each other as there is room for."""
        line = self._panel.fontMetrics().height()
        columns = max(1, self._panel.width() // (_COLUMN * line))
        if columns != self._columns:
            self._columns = columns
            self._lay()

    def _offer(self) -> None:
        """Let only a group be chosen that there is."""
        count: int = self._parts.groups.currentData() or 0
        self._parts.this_week.setEnabled(count > 1)
        if self._parts.this_week.currentIndex() >= max(1, count):
            self._parts.this_week.setCurrentIndex(0)

    def _lay(self) -> None:
        focused = next((key for key, box in self.choices.items() if box.hasFocus()), None)
        discard(self._parts.members, self._made)
        self.choices = {}
        self._parts.how.setVisible(bool(self._turns.groups))
        for place, host in enumerate(self._hosts if self._turns.groups else ()):
            box, label = QComboBox(), QLabel(host.name)
            for _ in range(self._turns.groups + 1):
                box.addItem("")
            box.setCurrentIndex(min(host.week_group, self._turns.groups))
            box.setAccessibleName(host.name)
            label.setBuddy(box)
            label.setWordWrap(True)
            box.activated.connect(lambda group, key=host.id: self._put_in(key, group))
            row, column = divmod(place, max(1, self._columns))
            self._parts.members.addWidget(label, row, 2 * column)
            self._parts.members.addWidget(box, row, 2 * column + 1)
            self.choices[host.id] = box
            self._made += (label, box)
        self.say()
        if focused in self.choices:
            self.choices[focused].setFocus()

    def _keep(self) -> None:
        count, this_week = self._parts.groups.currentData(), self._parts.this_week.currentData()
        self._parts.answer.clear()
        self._tasks.write(lambda s: s.week_groups.set_turns(count, this_week), self._kept, self._parts.answer.trouble)

    def _kept(self, _: Any) -> None:
        self._parts.answer.tell(lambda: translate("This is written down."))

    def _put_in(self, host: UUID, group: int) -> None:
        self._parts.answer.clear()
        self._tasks.write(lambda s: s.week_groups.put_in(host, group), lambda _: None, self._parts.answer.trouble)
