"""The day of a market: its run sheet, the network moment, and what goes on paper for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.market.day_network import NetworkCard
from buurtkamer_app.qt.market.day_papers import MarketPapers
from buurtkamer_app.qt.market.day_steps import RunSteps

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks

_SHEETS: Final = {
    "market_programme": mark("Programme of the market"),
    "market_run_sheet": mark("Run sheet of the market"),
    "market_letters": mark("Letters to stallholders"),
    "market_wanted": mark("Who joins in?"),
    "market_permits": mark("To ask for before a market"),
}
_GUARDED: Final = frozenset({"market_run_sheet", "market_letters"})
_APART: Final = 14


class DayPanel(QFrame):
    """The parts of the day under each other."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps, self.network = RunSteps(tasks), NetworkCard(tasks)
        self.papers = MarketPapers(tasks, _SHEETS, _GUARDED)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(_APART)
        for part in (self.steps, self.network, self.papers):
            stack.addWidget(part)
        stack.addStretch()

    def open_market(self, key: UUID) -> None:
        """Show the day of another market."""
        for part in (self.steps, self.network, self.papers):
            part.open_market(key)

    def hide_names(self, hidden: bool) -> None:
        """Hide names, or show them again."""
        self.steps.hide_names(hidden)
