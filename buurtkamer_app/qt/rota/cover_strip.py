"""The strip of paper to stick over the rota, offered after somebody took a shift over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.answers import while_there
from buurtkamer_app.qt.forms import DialogForm, Form
from buurtkamer_app.qt.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.errors import BuurtkamerError
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


def strip(services: Services, places: Sequence[tuple[UUID, str]]) -> Made:
    """Make the strip of these places, each with whose it was (empty: as the rota knows)."""
    from buurtkamer_app.papers import rota

    return rota.strip(services, places)


class StripOffer(Form):
    """One button prints the strip of the `places` it was given; without a printer it can be saved."""

    form: ClassVar[str] = "rota/strip_offer"
    print: QPushButton
    paper: QVBoxLayout

    def __init__(self, tasks: Tasks[Any]) -> None:
        super().__init__()
        self._tasks = tasks
        self._places: tuple[tuple[UUID, str], ...] = ()
        self.papers = Papers(tasks, self)
        self.paper.addWidget(self.papers)
        self.print.clicked.connect(self._print)

    def put(self, *places: tuple[UUID, str]) -> None:
        """Hear what the strip is to say: places, each with whose it was (empty: as the rota knows)."""
        self._places = places
        self.show()

    def _print(self) -> None:
        places = self._places
        words = translate("The strip is being made…")
        made = while_there(self, self._made)
        trouble = while_there(self, self._refused, self._tasks.troubled.emit)
        self._tasks.read_long(words, lambda services, _: strip(services, places), made, trouble)

    def _made(self, sheet: Made) -> None:
        self.papers.put_on([sheet])

    def _refused(self, error: BuurtkamerError) -> None:
        self.papers.show()
        self.papers.answer.trouble(error)


class StripDialog(DialogForm):
    """Offers the strip of a place that somebody took over a while ago."""

    form: ClassVar[str] = "rota/strip"
    strip_slot: QVBoxLayout
    back: QPushButton

    def __init__(self, tasks: Tasks[Any], place: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = StripOffer(tasks)
        self.strip_slot.addWidget(self.strip)
        self.strip.put((place, ""))
        self.strip.print.setFocus()
        self.back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
