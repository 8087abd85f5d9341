"""Tasks through which residents matter: what there is to do, who may like it, who has it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.neighbourhood.living.records import Task, TaskSeen
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.neighbourhood.task_taking import TaskTaking
from buurtkamer_app.qt.table_model import Column
from buurtkamer_app.qt.terms import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_FEW: Final = 2


def _who(seen: TaskSeen) -> str:
    """Say who has it, or who may like it and why; more than a few names stand under the list only."""
    if seen.it.ended_on is not None:
        return " · ".join(part for part in (translate("was done"), seen.it.taken_by) if part)
    return seen.it.taken_by or " · ".join(part for part in (translate("nobody yet"), _perhaps(seen)) if part)


def _perhaps(seen: TaskSeen) -> str:
    if not seen.perhaps:
        return ""
    names = ", ".join(f"{one.name} ({one.said})" for one in seen.perhaps[:_FEW])
    more = len(seen.perhaps) - _FEW
    if more > 0:
        return translate("perhaps {names} and {count} more", names=names, count=more)
    return translate("perhaps {names}", names=names)


class TasksPanel(KeptPanel):
    """The tasks, open ones first; whoever said that they can do it is named with the reason."""

    # Who may like a task follows from what hosts can.
    kinds = frozenset({"task", "skill", "host"})
    record = Task
    asked = (
        Asked("what", mark("What is there to do?")),
        Asked("when_said", mark("When?"), hint=mark("For instance: Tuesday morning, once a week.")),
        Asked("asks", mark("What does it ask of somebody?"), Holds.TEXT),
        Asked("theme", mark("Theme"), Holds.CHOICE, choices={theme: words for theme, (words, _) in THEMES.items()}),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Task"), lambda seen: seen.it.what),
        Column(mark("Who"), _who),
    )
    heading_words = mark("Who does this?")
    about_words = mark("Whoever has a task matters to others. Ask people by name.")
    none_words = mark("There is no task yet. What would you like somebody to do?")
    wide = frozenset({0, 1})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._seen: dict[UUID, TaskSeen] = {}
        self._hidden = False
        self.taking = TaskTaking(tasks)
        self.sheet = SheetButton(tasks, "tasks", mark("Print the open tasks"))
        for part in (self.taking, self.sheet):
            self.below.addWidget(part)
        taking = self.taking
        stops = (taking.who, taking.contact, taking.take, taking.give_back, taking.end)
        self.walk_past(below=(*stops, self.sheet.button))

    def kept(self, services: Services) -> Any:
        """Give the tasks."""
        return services.living.tasks

    def read(self, services: Services) -> Sequence[Known[Any]]:
        """Read the tasks with who may like them."""
        seen: Any = services.living.seen_tasks()
        return seen  # type: ignore[no-any-return] # they have what a known record has

    def put(self, records: Sequence[Any]) -> None:
        """Show these tasks; without names where those are hidden."""
        self._seen = {seen.id: seen for seen in records}
        super().put([self._veiled(seen) for seen in records])
        self._turn_to_chosen()

    def fill(self, record: Known[Any] | None) -> None:
        """Put a task into the fields, None empties them."""
        super().fill(record)
        self._turn_to_chosen()

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down the task that stands in the fields; who has it, has it still."""
        typed = {name: part.value() for name, part in self.inputs.items()}
        before = self._seen.get(self.chosen) if self.chosen is not None else None
        new = replace(before.it, **typed) if before else Task(**typed)
        version = before.version if before else None
        return lambda services, key: services.living.tasks.write(new, key, version)

    def hide_names(self, hidden: bool) -> None:
        """Show what there is to do, and not who does it."""
        self._hidden = hidden
        self.taking.hide_names(hidden)
        self.put(list(self._seen.values()))

    def _veiled(self, seen: TaskSeen) -> TaskSeen:
        if not self._hidden:
            return seen
        nobody = replace(seen.it, taken_by=translate("hidden") if seen.it.taken_by else "", contact="")
        return TaskSeen(replace(seen.known, it=nobody))

    def _turn_to_chosen(self) -> None:
        """Let what is under the list be about the task that is chosen."""
        if hasattr(self, "taking"):
            self.taking.put(self._seen.get(self.chosen) if self.chosen is not None else None)
