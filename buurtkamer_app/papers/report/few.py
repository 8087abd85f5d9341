"""What fewer than five people did, brought or said is told to nobody outside: no count, and no euros that give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.costs import rules
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import FEWEST, shown
from buurtkamer_app.printing.spreadsheet import Tenths

if TYPE_CHECKING:
    from buurtkamer_app.evaluation.agreed.records import Progress
    from buurtkamer_app.evaluation.costs.records import Benefit, CostBenefit
    from buurtkamer_app.neighbourhood.scan.records import Mean
    from buurtkamer_app.papers.report.records import Cell


def came(row: Progress) -> Cell:
    """Give what came of an agreement; few people are hidden."""
    return shown(row.came) if row.agreement.it.counts in measures.PEOPLE else row.came


def of_few(benefit: Benefit) -> bool:
    """Tell whether it counts people, and so few that they could be pointed at."""
    return benefit.value.it.counts in measures.PEOPLE and shown(benefit.many) is Hidden.SMALL


def without_few(found: CostBenefit) -> CostBenefit:
    """Give cost and benefit without what few people brought: the totals would tell how many they were."""
    told = [benefit for benefit in found.benefits if not of_few(benefit)]
    many = {benefit.value.it.counts: benefit.many for benefit in told}
    minutes = (found.resident_minutes, found.professional_minutes)
    return rules.cost_benefit(found.year, found.spent, [benefit.value for benefit in told], many, minutes)


def average(mean: Mean) -> Cell:
    """Give an average; that of few people is hidden, of nobody there is none."""
    if mean.tenths is None:
        return None
    return Tenths(mean.tenths) if mean.count >= FEWEST else Hidden.BESIDE
