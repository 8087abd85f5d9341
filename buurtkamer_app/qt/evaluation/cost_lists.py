"""The lists behind cost and benefit: what one of something is worth, and the euros that went in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.costs.records import Spent, UnitValue
from buurtkamer_app.evaluation.said import BEARERS
from buurtkamer_app.qt import amounts
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def _year(services: Services) -> int:
    return services.room.today().year


class UnitValueList(KeptPanel):
    """What one of something is worth, in the coordinator's own words, each with its source."""

    kinds: ClassVar[frozenset[str]] = frozenset({"unit_value"})
    record: ClassVar[type] = UnitValue
    heading_words: ClassVar[str] = mark("What one of something is worth")
    about_words: ClassVar[str] = mark("No amount comes with this program. Each needs a source and a year.")
    none_words: ClassVar[str] = mark("There is no unit value yet. Write down the first one.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("name", mark("Value of what")),
        Asked("counts", mark("Times which figure"), Holds.CHOICE, choices=measures.WORDS),
        Asked("bearer", mark("For whom"), Holds.CHOICE, choices=BEARERS),
        Asked("field", mark("In which field"), hint=mark("For example: care, living, work.")),
        Asked("low_cents", mark("At least, in euros"), Holds.EUROS),
        Asked("high_cents", mark("At most, in euros"), Holds.EUROS),
        Asked("source", mark("Where it comes from")),
        Asked("year", mark("Year of the source"), Holds.NUMBER, least=1990, most=2199, start=_year),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Value of what"), lambda known: known.it.name),
        Column(mark("For whom"), lambda known: translate(BEARERS[known.it.bearer])),
        Column(mark("Euros"), lambda known: _between(known.it), figures=True),
    )

    def kept(self, services: Services) -> Any:
        """Give the unit values."""
        return services.costs.values


class SpentList(KeptPanel):
    """Euros that went in, by year and who paid."""

    kinds: ClassVar[frozenset[str]] = frozenset({"spent"})
    record: ClassVar[type] = Spent
    heading_words: ClassVar[str] = mark("Euros that went in")
    none_words: ClassVar[str] = mark("Nothing was written down yet.")
    asked: ClassVar[tuple[Asked, ...]] = (
        Asked("year", mark("Year"), Holds.NUMBER, least=1990, most=2199, start=_year),
        Asked("bearer", mark("Who paid"), Holds.CHOICE, choices=BEARERS),
        Asked("what", mark("For what")),
        Asked("cents", mark("How much, in euros"), Holds.EUROS),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("Year"), lambda known: str(known.it.year)),
        Column(mark("For what"), lambda known: known.it.what),
        Column(mark("Who paid"), lambda known: translate(BEARERS[known.it.bearer])),
        Column(mark("Euros"), lambda known: amounts.euros(known.it.cents), figures=True),
    )
    wide: ClassVar[frozenset[int]] = frozenset({1})

    def kept(self, services: Services) -> Any:
        """Give the euros that went in."""
        return services.costs.spent


def _between(value: UnitValue) -> str:
    return translate("{low} to {high}", low=amounts.euros(value.low_cents), high=amounts.euros(value.high_cents))
