"""What was agreed beside what came of it, cost and benefit, on every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import Bearer
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation import measures
from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours
from buurtkamer_app.evaluation.costs.records import Range, Spent, UnitValue
from buurtkamer_app.evaluation.records import Result

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
PLANTERS = Agreement("Gemeente", "Plantenbakken in de straat", "bakken", 12, FIRST, LAST)
VISITS = Agreement("Corporatie", "Bezoeken", "bezoeken", 400, FIRST, LAST, "visits")
WORTH = UnitValue("Een bezoek", "visits", Bearer.HOUSING, "wonen", 200, 700, "Eigen raming", 2025)


def test_results_count_for_their_agreement_until_its_last_day(demo: Services) -> None:
    planters = demo.agreed.agreements.write(PLANTERS).value
    for day, many in ((date(2026, 2, 1), 5), (date(2026, 3, 11), 4)):
        demo.agreed.results.write(Result(day, "Geverfd", "bakken", many, Theme.NEIGHBOURHOOD, planters))
    demo.agreed.results.write(Result(date(2026, 3, 1), "Opgeruimd", "zakken", 40, Theme.NEIGHBOURHOOD))
    (row,) = demo.agreed.progress()
    assert (row.came, row.expected, row.reached, row.behind) == (9, 2, False, False)
    (early,) = demo.agreed.progress(date(2026, 2, 28))
    assert early.came == 5


def test_an_agreement_goes_by_a_figure_of_its_own_period(demo: Services) -> None:
    demo.agreed.agreements.write(VISITS)
    demo.agreed.agreements.write(replace(VISITS, first=date(2026, 4, 1)))
    demo.desk.tally(Tally(7))
    by_first = {row.agreement.it.first: row.came for row in demo.agreed.progress()}
    assert by_first == {FIRST: 7, date(2026, 4, 1): 0}


def test_a_result_stays_when_its_agreement_goes(demo: Services) -> None:
    planters = demo.agreed.agreements.write(PLANTERS).value
    demo.agreed.results.write(Result(date(2026, 2, 1), "Geverfd", "bakken", 5, Theme.NEIGHBOURHOOD, planters))
    demo.agreed.agreements.take_away(planters)
    (result,) = demo.agreed.results.all()
    assert result.it.agreement_id is None


def test_a_host_writes_results_and_no_agreements_and_sees_no_money(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.HOST))
    demo.agreed.results.write(Result(date(2026, 2, 1), "Geverfd", "bakken", 5, Theme.NEIGHBOURHOOD))
    for forbidden in (
        lambda: demo.agreed.agreements.write(PLANTERS),
        lambda: demo.agreed.professional_hours.write(ProfessionalHours(FIRST, "Welzijn", 60)),
        demo.costs.values.all,
        lambda: demo.costs.of_year(2026),
    ):
        with pytest.raises(NotAllowedError):
            forbidden()


def test_cost_and_benefit_multiply_the_figures_of_the_year(demo: Services) -> None:
    demo.desk.tally(Tally(11))
    demo.costs.values.write(WORTH)
    demo.costs.spent.write(Spent(2026, Bearer.MUNICIPALITY, "Huur", 50_000))
    demo.costs.spent.write(Spent(2025, Bearer.MUNICIPALITY, "Huur", 40_000))
    demo.agreed.professional_hours.write(ProfessionalHours(date(2026, 3, 5), "Welzijn", 90))
    found = demo.costs.of_year(2026)
    assert (found.cents, found.professional_minutes) == (50_000, 90)
    assert found.brings == Range(2_200, 7_700)
    assert [(row.bearer, row.spent, row.brings) for row in found.bearers] == [
        (Bearer.MUNICIPALITY, 50_000, Range()),
        (Bearer.HOUSING, 0, Range(2_200, 7_700)),
    ]


def test_every_euro_leads_to_the_rows_that_were_counted(demo: Services) -> None:
    demo.desk.tally(Tally(11))
    demo.costs.values.write(WORTH)
    (benefit,) = demo.costs.of_year(2026).benefits
    behind = measures.EVERY[benefit.value.it.counts].behind
    rows = demo.looking.rows(behind, FIRST, LAST)
    assert sum(row.many for row in rows.rows) == rows.total == benefit.many == 11


def test_a_value_without_a_source_is_refused_and_nothing_is_lost(demo: Services) -> None:
    demo.costs.values.write(WORTH)
    with pytest.raises(RefusedError):
        demo.costs.values.write(replace(WORTH, name="Een wens", source=" "))
    assert [known.it for known in demo.costs.values.all()] == [WORTH]


@pytest.mark.parametrize("name", list(measures.EVERY))
def test_every_measure_counts_nothing_in_a_year_without_anything(demo: Services, name: str) -> None:
    assert measures.counted(name, demo.looking, date(2001, 1, 1), date(2001, 12, 31)) == 0
    measure = measures.EVERY[name]
    assert demo.looking.rows(measure.behind, date(2001, 1, 1), date(2001, 12, 31)).rows == ()
