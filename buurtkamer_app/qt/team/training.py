"""Training and support of the hosts: whose turn it is, what everybody learned, and writing down both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QBoxLayout, QLabel, QTableView, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.table_model import Column, RecordsModel, share_width, show_in
from buurtkamer_app.qt.team.talked import TalkedForm
from buurtkamer_app.qt.team.topics import TopicsForm
from buurtkamer_app.qt.team.trained import TrainedForm
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.team.training.records import Due, Learner, Overview

_SEEN: Final = 14  # lines of type: some five rows with their header
_TEXTS: Final = (0, 1)  # the columns with who and what, beside a day
_FEW: Final = 3  # names that are said in one line
_NEVER: Final = "topic"
_WORDS: Final = {
    _NEVER: mark("{what}: not learned yet"),
    "again": mark("{what}: time to do it again"),
    "talk": mark("a talk about how it goes"),
    "vog": mark("see a new VOG"),
    "certificate": mark("{what} runs out"),
}


class TrainingPanel(Panel):
    """For the coordinator; what is written down is seen at once in the two lists."""

    form: ClassVar[str] = "team/training"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {"training", "training_topic", "support", "host", "host_card", "certificate"}
    )
    columns: QBoxLayout
    right: QVBoxLayout
    nothing_due: QLabel
    due: QTableView
    nobody: QLabel
    learners: QTableView

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._seen: Overview | None = None
        self.due_model = RecordsModel[Any](
            (Column(mark("Who"), lambda due: due.name), Column(mark("What"), _what), Column(mark("When"), self._when)),
            self,
        )
        self.learner_model = RecordsModel[Any](
            (
                Column(mark("Who"), lambda learner: learner.name),
                Column(mark("Learned"), self._learned),
                Column(mark("Last talk"), lambda learner: dates.day_and_year(learner.talk.on) if learner.talk else "–"),
            ),
            self,
        )
        for table, model in ((self.due, self.due_model), (self.learners, self.learner_model)):
            show_in(table, model)
            table.hide()
        self.trained, self.talked, self.topics = TrainedForm(tasks), TalkedForm(tasks), TopicsForm(tasks)
        for form in (self.trained, self.talked, self.topics):
            self.right.addWidget(form)
        self.right.addStretch()
        self.learners.selectionModel().selectionChanged.connect(self._choose)
        self.say()

    def refresh(self) -> None:
        """Read all of it."""
        self.tasks.read(lambda services: services.trainings.overview(), self._show)

    def say(self) -> None:
        self.nothing_due.setText(translate("Nothing is due in the coming eight weeks."))
        self.nobody.setText(translate("There are no hosts yet. Write down the first one."))
        for model, table in ((self.due_model, self.due), (self.learner_model, self.learners)):
            model.say()
            table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a handful of rows be in sight, whatever the size of type."""
        super().resizeEvent(event)
        fold(self, self.columns)
        for table in (self.due, self.learners):
            share_width(table, range(3) if narrow(self) else _TEXTS)
            table.setMinimumHeight(_SEEN * table.fontMetrics().height())

    def _show(self, seen: Overview) -> None:
        self._seen = seen
        self.due_model.put(_together(seen.due))
        self.learner_model.put(seen.learners)
        self.due.setVisible(bool(seen.due))
        self.nothing_due.setVisible(not seen.due)
        self.learners.setVisible(bool(seen.learners))
        self.nobody.setVisible(not seen.learners)
        for form in (self.trained, self.talked, self.topics):
            form.put(seen)

    def _choose(self) -> None:
        picked = self.learners.selectionModel().selectedRows()
        if picked:
            self.talked.choose(self.learner_model.record(picked[0]).id)

    def _learned(self, learner: Learner) -> str:
        topics = {topic.id: topic.name for topic in self._seen.topics} if self._seen is not None else {}
        told = [f"{topics[topic]} ({dates.day_and_year(on)})" for topic, on in learner.learned if topic in topics]
        return ", ".join(told) or translate("nothing yet")

    def _when(self, due: Due) -> str:
        if due.by is None or self._seen is None:
            return translate("as soon as it suits")
        if due.by < self._seen.today:
            return translate("since {day}", day=dates.day_and_year(due.by))
        return dates.day_and_year(due.by)


def _together(due: Sequence[Due]) -> list[Due]:
    """Give what is due, with those who never learned a topic in one line for each topic."""
    never: dict[str, list[str]] = {}
    for one in due:
        if one.kind == _NEVER:
            never.setdefault(one.what, []).append(one.name)
    kept = [one for one in due if one.kind != _NEVER or one.name == never[one.what][0]]
    return [replace(one, name=_names(never[one.what])) if one.kind == _NEVER else one for one in kept]


def _names(names: Sequence[str]) -> str:
    if len(names) <= _FEW:
        return ", ".join(names)
    return translate("{names} and {count} more", names=", ".join(names[:_FEW]), count=len(names) - _FEW)


def _what(due: Due) -> str:
    return translate(_WORDS[due.kind], what=due.what)
