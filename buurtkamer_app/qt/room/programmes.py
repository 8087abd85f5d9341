"""Which programmes this room has beside itself; what is off is nowhere in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QCheckBox, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.panel import Panel
from buurtkamer_app.qt.sentence import Sentence

if TYPE_CHECKING:
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks

_ON: Final = {
    Programme.TEAM: mark("The team of the neighbourhood is on. It stands in Rota."),
    Programme.MARKET: mark("Markets are on. They stand in Activities."),
    Programme.NEIGHBOURHOOD: mark("The page Neighbourhood is on."),
    Programme.STREET: mark("Street activities are on. They stand in Activities."),
}
_OFF: Final = {
    Programme.TEAM: mark("The team of the neighbourhood is off. What was written down stays."),
    Programme.MARKET: mark("Markets are off. What was written down stays."),
    Programme.NEIGHBOURHOOD: mark("The page Neighbourhood is off. What was written down stays."),
    Programme.STREET: mark("Street activities are off. What was written down stays."),
}


class ProgrammesPanel(Panel):
    """A tick for each programme, kept at once; turning one off takes nothing away."""

    form: ClassVar[str] = "room/programmes"
    kinds: ClassVar[frozenset[str]] = frozenset({"programme"})
    team: QCheckBox
    market: QCheckBox
    neighbourhood: QCheckBox
    street: QCheckBox
    answer: Sentence

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.ticks: dict[Programme, QCheckBox] = {programme: getattr(self, programme.value) for programme in Programme}
        for programme, tick in self.ticks.items():
            tick.clicked.connect(lambda on, programme=programme: self._keep(programme, on))

    def refresh(self) -> None:
        """Read which programmes are on."""
        self.tasks.read(lambda services: services.programmes.on(), self._show)

    def _show(self, on: frozenset[Programme]) -> None:
        for programme, tick in self.ticks.items():
            tick.setChecked(programme in on)

    def _keep(self, programme: Programme, on: bool) -> None:
        wanted = frozenset(each for each, tick in self.ticks.items() if tick.isChecked())
        words = _ON[programme] if on else _OFF[programme]

        def kept(_: Change) -> None:
            self.answer.tell(lambda: translate(words))

        self.answer.clear()
        self.tasks.write(lambda services: services.programmes.set_on(wanted), kept, self.answer.trouble)
