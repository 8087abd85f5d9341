"""Meetings of the team: planned and held, with ticks for who was there; and what was agreed until it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.team.meetings.records import Action, Meeting

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.records import Members

_KEY: Final = Qt.ItemDataRole.UserRole
_SEEN: Final = 12  # lines of type
_EVENING: Final = (time(19, 30), time(21, 0))


class MeetingList(KeptPanel):
    """The meetings; who is ticked has the hours of the meeting."""

    kinds: ClassVar[frozenset[str]] = frozenset({"team_meeting", "team_presence", "host", "team"})
    record = Meeting
    asked = (
        Asked("on_date", mark("Day"), Holds.DAY, start=lambda services: services.room.today()),
        Asked("starts", mark("Begins at"), Holds.TIME, start=lambda _: _EVENING[0]),
        Asked("ends", mark("Ends at"), Holds.TIME, start=lambda _: _EVENING[1]),
        Asked("agenda", mark("What we talk about"), Holds.TEXT),
    )
    shown = (
        Column(mark("Day"), lambda known: dates.day_and_year(known.it.on_date)),
        Column(mark("Time"), lambda known: dates.span(known.it.starts, known.it.ends)),
        Column(mark("There"), lambda known: str(len(known.it.there)), figures=True),
        Column(mark("What about"), lambda known: known.it.agenda.partition("\n")[0]),
    )
    heading_words = mark("Meetings of the team")
    about_words = mark("Who is ticked has the hours of the meeting.")
    none_words = mark("There was no meeting yet. Write down the first one.")
    wide = frozenset({3})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.there, self.there_label = QListWidget(), QLabel()
        self._gone: frozenset[UUID] = frozenset()
        super().__init__(tasks, parent)
        self.there_label.setBuddy(self.there)
        for part in (self.there_label, self.there):
            self.fields.addWidget(part)
        self.papers = Papers(tasks)
        self.print_sheet, self.keep_sheet = QPushButton(), QPushButton()
        row = QHBoxLayout()
        for button, glyph in ((self.print_sheet, "print"), (self.keep_sheet, "file-pdf")):
            button.setAutoDefault(False)
            dress(button, glyph)
            row.addWidget(button)
        row.addStretch()
        self.below.addLayout(row)
        self.below.addWidget(self.papers)
        self.print_sheet.clicked.connect(lambda: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep_sheet.clicked.connect(lambda: self._make(self.papers.ask_where))
        self.say()

    def kept(self, services: Services) -> Any:
        return services.meetings

    def refresh(self) -> None:
        self.tasks.read(lambda services: services.teams.members(), self._offer)
        super().refresh()

    def fill(self, record: Known[Any] | None) -> None:
        super().fill(record)
        self._tick(record.it.there if record is not None else frozenset())

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        new = Meeting(
            **{name: part.value() for name, part in self.inputs.items()}, there=frozenset(self.ticked()) | self._gone
        )
        versions = dict(self._versions)

        def keep(services: Services, key: UUID | None) -> Outcome[UUID]:
            return services.meetings.write(new, key, versions.get(key) if key else None)

        return keep

    def ticked(self) -> list[UUID]:
        """Give who is ticked."""
        items = [self.there.item(row) for row in range(self.there.count())]
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def say(self) -> None:
        super().say()
        self.there_label.setText(translate("Who was there?"))
        self.there.setAccessibleName(translate("Who was there?"))
        if hasattr(self, "print_sheet"):
            self.print_sheet.setText(translate("Print the agenda"))
            self.keep_sheet.setText(translate("Save as PDF"))

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who was there; who is ticked stays so."""
        for part in (self.there_label, self.there):
            part.setHidden(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.there.setMinimumHeight(_SEEN * self.there.fontMetrics().height())

    def _offer(self, members: Members) -> None:
        """Offer the members to tick; who is ticked stays so."""
        ticked = frozenset(self.ticked()) | self._gone
        self.there.clear()
        for member in members.named:
            item = QListWidgetItem(member.name, self.there)
            item.setData(_KEY, member.id)
        self._tick(ticked)

    def _tick(self, wanted: frozenset[UUID]) -> None:
        """Tick these; who was there and is in the team no more is kept unseen."""
        states, offered = Qt.CheckState, set()
        for row in range(self.there.count()):
            item = self.there.item(row)
            offered.add(item.data(_KEY))
            item.setCheckState(states.Checked if item.data(_KEY) in wanted else states.Unchecked)
        self._gone = wanted - offered

    def _make(self, then: Callable[[Made], None]) -> None:
        key = self.chosen

        def work(services: Services, _stop: threading.Event) -> Made:
            from buurtkamer_app.papers.records import Wanted
            from buurtkamer_app.papers.team import of_meeting

            found = services.meetings.all()
            chosen = next((known for known in found if known.id == key), None) or services.meetings.next_or_last()
            return of_meeting(services, chosen, Wanted(services.room.today()))

        self.tasks.read_long(translate("The sheets are being made…"), work, then)


def _meetings(services: Services) -> list[tuple[UUID, str]]:
    return [(known.id, dates.day_and_year(known.it.on_date)) for known in services.meetings.all()]


class ActionList(KeptPanel):
    """What was agreed: what is still to be done stays on top until it is."""

    kinds: ClassVar[frozenset[str]] = frozenset({"team_action", "team_meeting"})
    record = Action
    asked = (
        Asked("what", mark("What was agreed")),
        Asked("who", mark("Who does it")),
        Asked("by_date", mark("By when"), Holds.DAY, without=mark("No day yet")),
        Asked("meeting_id", mark("At the meeting of"), Holds.CHOICE, offers=_meetings),
        Asked("done_on", mark("Done on"), Holds.DAY, without=mark("Not done yet")),
    )
    shown = (
        Column(mark("What was agreed"), lambda known: known.it.what),
        Column(mark("Who does it"), lambda known: known.it.who),
        Column(mark("By when"), lambda known: _when(known.it)),
    )
    heading_words = mark("What was agreed")
    none_words = mark("Nothing was agreed yet.")
    wide = frozenset({0, 1})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.done = QPushButton()
        self._hidden = False
        self._seen: dict[UUID, Known[Action]] = {}
        super().__init__(tasks, parent)
        self.done.setAutoDefault(False)
        dress(self.done, "check")
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch()
        self.below.addLayout(row)
        self.done.clicked.connect(lambda _=False: self._do(lambda services, key: services.meetings.done(key)))

    def kept(self, services: Services) -> Any:
        return services.meetings.actions

    def read(self, services: Services) -> Sequence[Known[Any]]:
        return services.meetings.agreed()

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who does it; what is typed stays."""
        self._hidden = hidden
        self.inputs["who"].setHidden(hidden)
        self.put([*self._seen.values()])

    def put(self, records: Sequence[Any]) -> None:
        self._seen = {record.id: record for record in records}
        super().put([self._shown(record) for record in records])

    def fill(self, record: Known[Any] | None) -> None:
        super().fill(self._seen.get(record.id) if record is not None else None)

    def _shown(self, record: Known[Action]) -> Known[Action]:
        hidden = self._hidden and record.it.who
        return replace(record, it=replace(record.it, who=translate("hidden"))) if hidden else record

    def _say_chosen(self) -> None:
        super()._say_chosen()
        picked = self.rows.selectionModel().selectedRows()
        over = bool(picked) and self.model.record(picked[0]).it.done_on is not None
        self.done.setText(translate("This is not done yet") if over else translate("This is done"))
        self.done.setEnabled(bool(picked))


def _when(action: Action) -> str:
    if action.done_on is not None:
        return translate("done on {day}", day=_day(action.done_on))
    return translate("by {day}", day=_day(action.by_date)) if action.by_date else translate("no day yet")


def _day(on: date) -> str:
    return dates.day_and_year(on)


class MeetingsSection(Form):
    """The meetings, and under them what was agreed."""

    form: ClassVar[str] = "team/meetings"
    top: QVBoxLayout
    low: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meetings, self.agreed = MeetingList(tasks), ActionList(tasks)
        self.top.addWidget(self.meetings)
        self.low.addWidget(self.agreed)

    def hide_names(self, hidden: bool) -> None:
        """Show or hide who was there, and who does what was agreed."""
        self.meetings.hide_names(hidden)
        self.agreed.hide_names(hidden)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes, whenever the parts were made."""
        from buurtkamer_app.qt.walk import follow

        follow((self.meetings,), (self.agreed,))
        return super().focusNextPrevChild(forward)
