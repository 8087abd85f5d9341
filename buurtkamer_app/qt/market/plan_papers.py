"""The floor plan and the numbers of the stalls on paper, or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def make(services: Services, event: UUID, name: str, size: str) -> Made:
    """Make a sheet of a market by its name in the register, as its choices are usually."""
    from dataclasses import replace

    from buurtkamer_app.papers.every import kind
    from buurtkamer_app.papers.records import Size, Wanted

    found = kind(name)
    assert found is not None  # noqa: S101 - both names are in the register, a test sees to it
    choices = replace(found.usual, size=Size(size))
    return found.make(services, Wanted(services.room.today(), choices, event=event))


class PlanPapers(Form):
    """Prints the plan of the market that is open."""

    form: ClassVar[str] = "market/plan_papers"
    print_row: QBoxLayout
    second_row: QBoxLayout
    print_a4: QPushButton
    print_a3: QPushButton
    print_numbers: QPushButton
    keep: QPushButton
    answer: Sentence
    sheets: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.event_id: UUID | None = None
        self.papers = Papers(tasks)
        self.papers.guarded = False
        self.sheets.addWidget(self.papers)
        self.print_a4.clicked.connect(lambda _=False: self._make("floor_plan", "a4", self._print))
        self.print_a3.clicked.connect(lambda _=False: self._make("floor_plan", "a3", self._print))
        self.print_numbers.clicked.connect(lambda _=False: self._make("stall_numbers", "a4", self._print))
        self.keep.clicked.connect(lambda _=False: self._make("floor_plan", "a4", self.papers.ask_where))

    @property
    def folding(self) -> tuple[QBoxLayout, ...]:
        """Give the rows that come under each other with large type."""
        return self.print_row, self.second_row

    def _make(self, name: str, size: str, then: Callable[[Made], None]) -> None:
        if (event := self.event_id) is None:
            return
        self.answer.clear()

        def work(services: Services, _stop: threading.Event) -> Made:
            return make(services, event, name, size)

        self._tasks.read_long(translate("The sheets are being made…"), work, then, self.answer.trouble)

    def _print(self, sheet: Made) -> None:
        self.papers.put_on([sheet])
