"""One street: who leads, when one goes back, what was and is planned, its sheets and its notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence
from buurtkamer_app.qt.street.notes import NotesPanel
from buurtkamer_app.qt.street.phases import PhasesPanel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.street.records import Remembered
from buurtkamer_app.street.said import LED_BY, SHORT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QDialog

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services
    from buurtkamer_app.street.records import Phase, Return

_SEEN: Final = 10  # lines of type
_BESIDE: Final = 29


class Found(NamedTuple):
    """What was read of a street."""

    today: date
    name: str
    history: Sequence[Remembered]
    phases: Sequence[Phase]
    back: Return | None


def read(services: Services, street: UUID) -> Found:
    """Read a street."""
    return Found(
        services.room.today(),
        services.streets.known.one(street).it.name,
        services.street_plans.history(street),
        services.street_turns.phases(street),
        next((one for one in services.street_turns.returns() if one.activity.street == street), None),
    )


class OneStreet(Panel):
    """Shows a street; a dialog each for the plan, the day and the look back of what is chosen."""

    form: ClassVar[str] = "street/one"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"street", "street_activity", "street_phase", "street_reflection", "street_return"}
    )
    heading: QLabel
    leads: QLabel
    next_return: QLabel
    plan: QPushButton
    none: QLabel
    rows: QTableView
    of_one: QBoxLayout
    open_plan: QPushButton
    open_day: QPushButton
    look_back: QPushButton
    print_label: QLabel
    prints: QBoxLayout
    print_plan: QPushButton
    print_invitation: QPushButton
    print_reflection: QPushButton
    print_lists: QPushButton
    answer: Sentence
    papers_slot: QVBoxLayout
    phases_slot: QVBoxLayout
    notes_slot: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.street: UUID | None = None
        self._found: Found | None = None
        self._hidden = False
        self._wanted: UUID | None = None
        self.dialog: QDialog | None = None
        self.model = RecordsModel[Remembered](_COLUMNS, self)
        show_in(self.rows, self.model)
        share_width(self.rows, frozenset({0}))
        self.papers, self.phases, self.notes = Papers(tasks), PhasesPanel(tasks), NotesPanel(tasks)
        for slot, part in (
            (self.papers_slot, self.papers),
            (self.phases_slot, self.phases),
            (self.notes_slot, self.notes),
        ):
            slot.addWidget(part)
        self.rows.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.plan.clicked.connect(lambda _=False: self.open_plan_for(self.street))
        self.open_plan.clicked.connect(lambda _=False: self._open_plan())
        self.open_day.clicked.connect(lambda _=False: self._open_day())
        self.look_back.clicked.connect(lambda _=False: self.open_look_back(self.chosen()))
        for button, kind in (
            (self.print_plan, "street_plan"),
            (self.print_invitation, "street_invitation"),
            (self.print_reflection, "street_reflection"),
            (self.print_lists, "street_lists"),
        ):
            button.clicked.connect(partial(self._print, kind))
        self._enable()

    def belong(self, street: UUID | None) -> None:
        """Show another street, None shows none."""
        if street != self.street:
            self.street = street
            self.answer.clear()
            self.papers.clear()
            self.phases.belong(street)
            self.notes.belong(street)
            self.outdate()

    def hide_names(self, hidden: bool) -> None:
        """Show no notes and no names, or show them again."""
        self._hidden = hidden
        self.notes.hide_names(hidden)

    def refresh(self) -> None:
        """Read the street."""
        if (street := self.street) is not None:
            self.tasks.read(lambda services: read(services, street), partial(self._show, street), lambda _: None)

    def say(self) -> None:
        self.model.say()
        found = self._found
        if found is None:
            return
        self.heading.setText(found.name)
        now = [phase for phase in found.phases if phase.since <= found.today]
        who = translate(LED_BY[now[-1].led_by if now else LedBy.PROFESSIONALS])
        told = translate("Led by {who}.", who=who)
        if now:
            told = translate("Led by {who}, since {day}.", who=who, day=dates.day_and_year(now[-1].since))
        self.leads.setText(told)
        self.next_return.setVisible(found.back is not None)
        if found.back is not None:
            day = dates.day_and_date(found.back.due_on)
            self.next_return.setText(translate("Go back here by {day}.", day=day))

    def chosen(self) -> UUID | None:
        """Give the activity that is chosen in the history."""
        picked = self.rows.selectionModel().selectedRows()
        return self.model.record(picked[0]).activity.id if picked else None

    def open_plan_for(self, street: UUID | None) -> None:
        """Plan a new activity in a street, as the last one was."""
        from buurtkamer_app.qt.street.plan import PlanDialog

        if street is not None:
            self._open(PlanDialog(self.tasks, street, None, self))

    def open_look_back(self, key: UUID | None) -> None:
        """Look back at an activity."""
        from buurtkamer_app.qt.street.reflect import ReflectDialog

        if key is not None:
            self._open(ReflectDialog(self.tasks, key, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _BESIDE, self.of_one, self.prints)
        self.rows.setMinimumHeight(_SEEN * self.rows.fontMetrics().height())

    def _open_plan(self) -> None:
        from buurtkamer_app.qt.street.plan import PlanDialog

        if self.street is not None and (key := self.chosen()) is not None:
            self._open(PlanDialog(self.tasks, self.street, key, self))

    def _open_day(self) -> None:
        from buurtkamer_app.qt.street.day import DayDialog

        if (key := self.chosen()) is not None:
            self._open(DayDialog(self.tasks, key, self, names_hidden=self._hidden))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _show(self, street: UUID, found: Found) -> None:
        if street != self.street:
            return
        chosen = self.chosen()
        self._found = found
        self.rows.selectionModel().blockSignals(True)
        self.model.put(found.history)
        keys = [one.activity.id for one in found.history]
        if keys:
            self.rows.selectRow(keys.index(chosen) if chosen in keys else 0)
        self.rows.selectionModel().blockSignals(False)
        self.rows.setVisible(bool(keys))
        self.none.setHidden(bool(keys))
        self.say()
        self._enable()

    def _enable(self) -> None:
        """Let what needs an activity wait until there is one."""
        there = self.chosen() is not None
        for part in (self.open_plan, self.open_day, self.look_back, self.print_label):
            part.setVisible(there)
        for button in (self.print_plan, self.print_invitation, self.print_reflection, self.print_lists):
            button.setVisible(there)

    def _print(self, kind: str, _checked: bool = False) -> None:  # noqa: FBT002 - as Qt calls it
        key = self.chosen()
        self.answer.clear()

        def make(services: Services, *_: object) -> Made:
            from buurtkamer_app.papers.every import kind as kind_of
            from buurtkamer_app.papers.records import Wanted

            sheet = kind_of(kind)
            if sheet is None:
                raise LookupError(kind)
            return sheet.make(services, Wanted(services.room.today(), sheet.usual, event=key))

        self.tasks.read_long(
            translate("The sheet is being made…"), make, lambda made: self.papers.put_on([made]), self.answer.trouble
        )


def _scores(one: Remembered) -> str:
    both = [translate("{score}/10", score=score) for score in (one.recommend, one.impact) if score is not None]
    return "\n".join(both)


def _when(one: Remembered) -> str:
    """Tell the day, and under it what it was: so there is room for it in large type as well."""
    plan = one.activity.plan
    return f"{dates.day_and_year(plan.on_date)}\n{plan.name}"


def _people(one: Remembered) -> str:
    if one.activity.cancelled:
        return translate("Called off")
    count = one.activity.course.headcount
    return "" if count is None else str(count)


_COLUMNS: Final[tuple[Column[Any], ...]] = (
    Column(mark("When, and what"), _when),
    Column(mark("Led by"), lambda one: translate(SHORT[one.activity.plan.led_by])),
    Column(mark("People"), _people, figures=True),
    Column(mark("Scores"), _scores),
)
