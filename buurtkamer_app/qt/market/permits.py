"""What must be asked for before the market: by which day, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import PermitState, PermitStep
from buurtkamer_app.market.words import PERMITS
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.columns import fold_within
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_STATE = 2
_WEEKS = 8  # what a town usually asks
_ENOUGH = 23  # lines of type in width for the buttons beside each other


class PermitsPanel(OfEvent):
    """The countdown: each step so many weeks before the day, with a button for what happened today."""

    kinds: ClassVar[frozenset[str]] = frozenset({"permit_step", "market_event"})
    record: ClassVar[type] = PermitStep
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("what", mark("What is asked for")),
        Asked(
            "weeks_before",
            mark("How long before the market"),
            Holds.NUMBER,
            most=104,
            unit=mark("weeks"),
            start=lambda _: _WEEKS,
        ),
        Asked("asked_on", mark("Asked on"), Holds.DAY, without=mark("Not asked yet")),
        Asked("done_on", mark("Arranged on"), Holds.DAY, without=mark("Not arranged yet")),
        Asked("answer", mark("The answer"), Holds.TEXT),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("What"), lambda seen: seen.it.what),
        Column(mark("Before"), lambda seen: dates.day_and_year(seen.beside.by)),
        Column(mark("How far"), lambda seen: translate(PERMITS[seen.beside.state][0])),
    )
    heading_words: ClassVar[str] = mark("Permits and agreements")
    about_words: ClassVar[str] = mark("These are proposals. Change them as your town asks.")
    none_words: ClassVar[str] = mark("Nothing has to be asked for.")
    wide: ClassVar[frozenset[int]] = frozenset({0, _STATE})

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.asked_today, self.done_today = QPushButton(), QPushButton()
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_STATE, Signs(self.rows, self.model, _sign))
        dress(self.asked_today, "envelope")
        dress(self.done_today, "circle-check")
        self.quick = QHBoxLayout()
        for button, name in ((self.asked_today, "asked_on"), (self.done_today, "done_on")):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self._today(name))
            self.quick.addWidget(button)
        self.below.addLayout(self.quick)
        self.walk_past(below=(self.asked_today, self.done_today))

    def kept(self, services: Services) -> Any:
        """Give the steps."""
        return services.markets.permits

    def read(self, services: Services) -> Sequence[Any]:
        """Read the steps, the earliest first."""
        found = services.markets.permits_of(self.belongs["event_id"])
        return [Seen(permit.step.id, permit.step.version, permit.step.it, permit) for permit in found]

    def say(self) -> None:
        super().say()
        self.asked_today.setText(translate("Asked today"))
        self.done_today.setText(translate("Arranged today"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold_within(self, _ENOUGH, self.quick)

    def _say_chosen(self) -> None:
        super()._say_chosen()
        for button in (self.asked_today, self.done_today):
            button.setEnabled(self.chosen is not None)

    def _today(self, name: str) -> None:
        """Write down that the chosen step was asked for or arranged today, with what else was typed."""
        self.inputs[name].put(self.today)
        self._keep()


def _sign(seen: Any) -> tuple[str, str]:
    tints, state = theme.colours(), seen.beside.state
    colour = {PermitState.LATE: tints.brick_dark, PermitState.SOON: tints.brick_dark, PermitState.DONE: tints.petrol}
    return PERMITS[state][1], colour.get(state, tints.soft)
