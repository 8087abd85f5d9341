"""The sheets of the market that is open: one is chosen, printed or kept as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QBoxLayout, QComboBox, QPushButton, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.columns import fold
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.papers import Papers
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def make(services: Services, event: UUID, name: str) -> Made:
    """Make a sheet of a market by its name in the register, with the choices that are remembered for it."""
    from buurtkamer_app.papers.every import kind
    from buurtkamer_app.papers.records import Wanted

    found = kind(name)
    assert found is not None  # noqa: S101 - the names are in the register, a test sees to it
    choices = found.usual.with_kept(services.looks.choices(name))
    return found.make(services, Wanted(services.room.today(), choices, event=event))


class MarketPapers(Form):
    """`offered` are the sheets: their name in the register, with the message id of what it is called."""

    form: ClassVar[str] = "market/day_papers"
    row: QBoxLayout
    which: QComboBox
    print_now: QPushButton
    keep: QPushButton
    answer: Sentence
    sheets: QVBoxLayout

    def __init__(
        self,
        tasks: Tasks[Any],
        offered: Mapping[str, str],
        guarded: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._offered, self._guarded = tasks, offered, guarded
        self.key: UUID | None = None
        self.papers = Papers(tasks)
        self.sheets.addWidget(self.papers)
        self.print_now.clicked.connect(lambda _=False: self._make(lambda sheet: self.papers.put_on([sheet])))
        self.keep.clicked.connect(lambda _=False: self._make(self.papers.ask_where))
        for name in offered:
            self.which.addItem("", name)
        self.say()

    def open_market(self, key: UUID) -> None:
        """Print the sheets of another market."""
        self.key = key

    def say(self) -> None:
        for place, title in enumerate(getattr(self, "_offered", {}).values()):
            self.which.setItemText(place, translate(title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold(self, self.row)

    def _make(self, then: Callable[[Made], None]) -> None:
        if (key := self.key) is None:
            return
        name: str = self.which.currentData()
        self.papers.guarded = name in self._guarded
        self.answer.clear()

        def work(services: Services, _stop: threading.Event) -> Made:
            return make(services, key, name)

        self._tasks.read_long(translate("The sheets are being made…"), work, then, self.answer.trouble)
