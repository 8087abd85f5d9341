"""After a market: what came of its goals, who came, new ties, what people said, and the sheet of all that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.qt.market.afterwards_lists import OutcomesPanel, SaidPanel, TiesPanel
from buurtkamer_app.qt.market.afterwards_numbers import NumbersCard
from buurtkamer_app.qt.market.day_papers import MarketPapers

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.qt.tasks import Tasks

_SHEETS: Final = {"market_afterwards": mark("Looking back at the market")}
_APART: Final = 14


class AfterwardsPanel(QFrame):
    """The parts of looking back under each other."""

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers, self.outcomes = NumbersCard(tasks), OutcomesPanel(tasks)
        self.ties, self.said = TiesPanel(tasks), SaidPanel(tasks)
        self.papers = MarketPapers(tasks, _SHEETS)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(_APART)
        for part in (self.outcomes, self.numbers, self.ties, self.said, self.papers):
            stack.addWidget(part)
        stack.addStretch()

    def open_market(self, key: UUID) -> None:
        """Look back on another market."""
        for part in (self.outcomes, self.numbers, self.ties, self.said, self.papers):
            part.open_market(key)

    def hide_names(self, hidden: bool) -> None:
        """Hide names, or show them again."""
        self.said.hide_names(hidden)
