"""Who is in the team, with shifts or without; somebody joins, leaves, or begins to do shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QFrame, QLabel, QLineEdit, QPushButton, QTableView

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.team.warned import warn

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.records import Members, Team, TeamMember

_SEEN: Final = 22  # lines of type
_ENOUGH: Final = 24  # lines of type in width from which buttons stand beside each other


def _read(services: Services) -> tuple[Team | None, Members]:
    return services.teams.team(), services.teams.members()


class MembersPanel(Panel):
    """A host sees who is in it; the coordinator changes it."""

    form: ClassVar[str] = "team/members"
    kinds: ClassVar[frozenset[str]] = frozenset({"team", "host"})
    count: QLabel
    sign: QLabel
    warning: QLabel
    rows: QTableView
    changes: QBoxLayout
    shifts: QPushButton
    leave: QPushButton
    leaves: QLabel
    answer: Sentence
    adding: QFrame
    name: QLineEdit
    phone: QLineEdit
    of_unnamed: QCheckBox
    said: Sentence
    add: QPushButton
    others: QComboBox
    join: QPushButton

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._actor = NOBODY
        self._hidden = False
        self._members: Members | None = None
        self._team = False
        self.model: RecordsModel[TeamMember] = RecordsModel(
            (Column(mark("Name"), self._name), Column(mark("Shifts"), _shifts)), self
        )
        show_in(self.rows, self.model)
        share_width(self.rows, {0})
        self.rows.selectionModel().selectionChanged.connect(self._say_chosen)
        self.of_unnamed.setChecked(True)
        self.add.clicked.connect(self._add)
        for field in (self.name, self.phone):
            field.returnPressed.connect(self._add)
        self.join.clicked.connect(self._join)
        self.shifts.clicked.connect(self._change_shifts)
        self.leave.clicked.connect(lambda: self._do(lambda services, who: services.teams.leave(who.id)))
        self.say()

    def set_actor(self, actor: Actor) -> None:
        """Show it for who is at the desk now."""
        self._actor = actor
        self.say()
        self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide names; while they are hidden nobody is changed."""
        self._hidden = hidden
        self.say()

    def refresh(self) -> None:
        """Read who is in the team; for who is signed in."""
        if self._actor.role >= Role.HOST:
            self.tasks.read(_read, self._show)

    def say(self) -> None:
        self.model.say()
        changing = self._actor.role >= Role.COORDINATOR and not self._hidden
        members = self._members
        for part in (self.shifts, self.leave, self.leaves, self.adding):
            part.setVisible(changing and self._team)
        self.rows.setVisible(self._team)
        if members is None or not self._team:
            self.count.setText(translate("Set up the team first.") if members is not None else "")
            warn(self.sign, self.warning, "")
        else:
            from buurtkamer_app.printing.team_told import size_warning

            told = translate("The team has {count} members.", count=members.count)
            if members.unnamed:
                told += " " + translate("{count} of them have no name here yet.", count=members.unnamed)
            self.count.setText(told)
            warn(self.sign, self.warning, size_warning(members.count))
            self.of_unnamed.setVisible(members.unnamed > 0)
            self.of_unnamed.setText(translate("One of the {count} who have no name here yet", count=members.unnamed))
        self._say_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.changes)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def chosen(self) -> TeamMember | None:
        """Give the member who is chosen."""
        picked = self.rows.selectionModel().selectedRows()
        return self.model.record(picked[0]) if picked else None

    def _show(self, found: tuple[Team | None, Members]) -> None:
        team, members = found
        chosen = self.chosen()
        self._members = members
        self._team = team is not None
        choosing = self.rows.selectionModel()
        choosing.blockSignals(True)
        self.model.put(members.named)
        place = next((row for row, one in enumerate(members.named) if chosen and one.id == chosen.id), None)
        if place is not None:
            self.rows.selectRow(place)
        choosing.blockSignals(False)
        self.rows.viewport().update()
        other = self.others.currentData()
        self.others.clear()
        for host in members.others:
            self.others.addItem(host.name, host.id)
        self.others.setCurrentIndex(max(0, self.others.findData(other)))
        self.join.setEnabled(bool(members.others))
        self.say()

    def _name(self, member: TeamMember) -> str:
        return translate("hidden") if self._hidden else member.name

    def _say_chosen(self) -> None:
        """Offer what can be done with who is chosen, and say what that means."""
        who = self.chosen()
        self.shifts.setText(
            translate("Does no shifts any more") if who and who.most_a_week else translate("Does shifts from now on")
        )
        for button in (self.shifts, self.leave):
            button.setEnabled(who is not None)
        self.leaves.setText(_meaning(who))

    def _add(self) -> None:
        name, phone, one_of = self.name.text(), self.phone.text(), self.of_unnamed.isChecked()
        self.said.clear()
        self.tasks.write(
            lambda services: services.teams.add_member(name, phone, of_unnamed=one_of), self._added, self.said.trouble
        )

    def _added(self, _: object) -> None:
        self.name.clear()
        self.phone.clear()
        self.said.tell(lambda: translate("This is written down."))
        self.name.setFocus()

    def _join(self) -> None:
        host: UUID | None = self.others.currentData()
        if host is not None:
            self.said.clear()
            self.tasks.write(lambda services: services.teams.join(host), lambda _: None, self.said.trouble)

    def _change_shifts(self) -> None:
        self._do(lambda services, who: services.teams.with_shifts(who.id, does=not who.most_a_week))

    def _do(self, work: Callable[[Any, TeamMember], Change]) -> None:
        who = self.chosen()
        if who is not None:
            self.answer.clear()
            self.tasks.write(lambda services: work(services, who), lambda _: None, self.answer.trouble)


def _shifts(member: TeamMember) -> str:
    if not member.most_a_week:
        return translate("no shifts")
    if member.most_a_week == 1:
        return translate("at most 1 a week")
    return translate("at most {count} a week", count=member.most_a_week)


def _meaning(who: TeamMember | None) -> str:
    """Say what it means that somebody leaves the team."""
    if who is None:
        return translate("Choose somebody in the list first.")
    if who.most_a_week or who.coordinates:
        return translate("Who leaves stays a host. Their hours count for the team no more.")
    return translate("Who leaves goes off every list. Hours that were given stay counted.")
