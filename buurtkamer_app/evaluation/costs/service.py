"""Cost and benefit of a year, with the coordinator's own unit values; none ships with the product."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.costs import rules
from buurtkamer_app.evaluation.costs.records import CostBenefit, Spent, UnitValue
from buurtkamer_app.storage.kept import Kept, Told
from buurtkamer_app.storage.tables.evaluation import SpentRow, UnitValueRow

if TYPE_CHECKING:
    from buurtkamer_app.evaluation.looking.service import Looking
    from buurtkamer_app.storage.unit_of_work import Store


class Costs:
    """Use cases of cost and benefit; for the coordinator."""

    def __init__(self, store: Store, looking: Looking) -> None:
        self._store = store
        self._looking = looking
        self.values = Kept(
            store,
            UnitValueRow,
            UnitValue,
            rules.kept_value,
            Told(
                mark("A unit value was written down"),
                mark("A unit value was changed"),
                mark("A unit value was taken away"),
            ),
            order=("bearer", "name"),
            needs=Role.COORDINATOR,
            reads=Role.COORDINATOR,
        )
        self.spent = Kept(
            store,
            SpentRow,
            Spent,
            rules.kept_spent,
            Told(
                mark("Euros that went in were written down"),
                mark("Euros that went in were changed"),
                mark("Euros that went in were taken away"),
            ),
            order=("year", "bearer"),
            needs=Role.COORDINATOR,
            reads=Role.COORDINATOR,
        )

    def of_year(self, year: int) -> CostBenefit:
        """Give what went into a calendar year and what it brought; raises `NotAllowedError`."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading():
            first, last = date(year, 1, 1), date(year, 12, 31)
            values, hours = self.values.all(), self._looking.hours(first, last)
            asked = sorted({value.it.counts for value in values})
            many = {name: measures.counted(name, self._looking, first, last) for name in asked}
            minutes = (hours.residents, hours.professionals)
            return rules.cost_benefit(year, self.spent.all(year=year), values, many, minutes)
