"""What a market is to bring about in this place, and afterwards what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.market.records import Goal
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.market.of_event import OfEvent
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


class GoalsPanel(OfEvent):
    """Each place has goals of its own, in an order of their own."""

    kinds: ClassVar[frozenset[str]] = frozenset({"market_goal"})
    record: ClassVar[type] = Goal
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("goal", mark("What do we want to bring about here?")),
        Asked("outcome", mark("What came of it?"), Holds.TEXT, mark("After the market. Leave it empty before.")),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Goal"), lambda known: known.it.goal),
        Column(mark("What came of it"), lambda known: known.it.outcome or translate("not known yet")),
    )
    heading_words: ClassVar[str] = mark("Goals for this place")
    about_words: ClassVar[str] = mark("Goals differ with each place and its people.")
    none_words: ClassVar[str] = mark("There are no goals yet. What should this market bring about?")
    ordered: ClassVar[bool] = True
    wide: ClassVar[frozenset[int]] = frozenset({0, 1})

    def kept(self, services: Services) -> Any:
        """Give the goals."""
        return services.markets.goals
