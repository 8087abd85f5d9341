"""The markets of the neighbourhood, the next one first: write down a new one, change one, open one."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.qt import dates, theme
from buurtkamer_app.qt.forms import dress
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent, Seen, Signs
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtCore import QModelIndex

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services

_STATE: Final = 2
_ELEVEN, _FIVE = time(11), time(17)


def _state(seen: Any) -> str:
    if seen.it.cancelled:
        return translate("does not go on")
    days = (seen.it.on_date - seen.beside).days
    if days < 0:
        return translate("is over")
    if days == 0:
        return translate("today")
    return translate("tomorrow") if days == 1 else translate("in {count} days", count=days)


class MarketsPanel(OfEvent):
    """`opened` gives the market that somebody wants to work on; a new one is opened at once."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_event"})
    record: ClassVar[type] = MarketEvent
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("name", mark("Name")),
        Asked("on_date", mark("Day"), Holds.DAY, start=lambda s: s.room.today()),
        Asked("starts", mark("From"), Holds.TIME, start=lambda _: _ELEVEN),
        Asked("ends", mark("Until"), Holds.TIME, start=lambda _: _FIVE),
        Asked("place", mark("Where"), hint=mark("The square, the street or the park.")),
        Asked("about", mark("What it is about"), Holds.TEXT),
        Asked("cancelled", mark("It does not go on, because"), hint=mark("Leave it empty when it goes on.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Market"), lambda seen: f"{seen.it.name}\n{seen.it.place}"),
        Column(mark("When"), lambda seen: f"{dates.day_and_year(seen.it.on_date)}\n{_hours(seen.it)}"),
        Column(mark("State"), _state),
    )
    heading_words: ClassVar[str] = mark("Neighbourhood markets")
    about_words: ClassVar[str] = mark("Choose a market and open it.")
    none_words: ClassVar[str] = mark("There is no market yet. Write down the first one.")

    opened = Signal(object)

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        self.open = QPushButton()
        super().__init__(tasks, parent)
        self.rows.setItemDelegateForColumn(_STATE, Signs(self.rows, self.model, _sign))
        self.open.setProperty("kind", "main")
        dress(self.open, "arrow-right")
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._open)
        self.rows.activated.connect(self._activated)
        self.below.addWidget(self.open)
        self.walk_past(below=(self.open,))

    def kept(self, services: Services) -> Any:
        """Give the markets."""
        return services.markets.events

    def read(self, services: Services) -> Sequence[Any]:
        """Read the markets to come, the next one first, then those that were."""
        today = services.room.today()
        return [Seen(known.id, known.version, known.it, today) for known in services.markets.listed()]

    def put(self, records: Sequence[Any]) -> None:
        """Show the markets; while there is none there is nothing to choose and open."""
        super().put(records)
        for part in (self.about, self.open):
            part.setVisible(bool(records))

    def refresh(self) -> None:
        """Read the markets."""
        super(OfEvent, self).refresh()

    def say(self) -> None:
        super().say()
        self.open.setText(translate("Open this market"))

    def _say_chosen(self) -> None:
        super()._say_chosen()
        self.open.setEnabled(self.chosen is not None)

    def _kept(self, outcome: Outcome[UUID]) -> None:
        new = self.chosen is None
        super()._kept(outcome)
        if new:
            self.opened.emit(outcome.value)

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)

    def _activated(self, index: QModelIndex) -> None:
        """Open the one on which Enter was pressed."""
        self.chosen = self.model.record(index).id
        self._open()


def _hours(it: Any) -> str:
    return dates.span(it.starts, it.ends)


def _sign(seen: Any) -> tuple[str, str]:
    tints = theme.colours()
    if seen.it.cancelled:
        return "xmark", tints.brick_dark
    return ("circle-check", tints.soft) if seen.it.on_date < seen.beside else ("calendar-days", tints.petrol)
