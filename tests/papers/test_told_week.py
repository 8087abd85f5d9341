"""Markets and street activities stand on the sheets of their week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.base.terms_around import LedBy, Programme
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Wanted
from buurtkamer_app.papers.told_week import told_week
from buurtkamer_app.printing import words
from buurtkamer_app.street.records import Plan

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

SATURDAY = date(2026, 3, 14)
MARKET = MarketEvent("Lentemarkt", SATURDAY, time(10), time(16), "Het plein")


def _on_saturday(services: Services) -> list[str]:
    return [entry.series.name for entry in told_week(services, SATURDAY).days[5].occurrences]


def test_a_market_stands_in_its_week_and_no_other(demo: Services) -> None:
    demo.markets.events.write(MARKET)
    assert "Lentemarkt" in _on_saturday(demo)
    assert not any("Lentemarkt" in _names(demo, day) for day in (date(2026, 3, 7), date(2026, 3, 21)))


def _names(services: Services, day: date) -> list[str]:
    return [entry.series.name for each in told_week(services, day).days for entry in each.occurrences]


def test_a_cancelled_market_says_why(demo: Services) -> None:
    demo.markets.events.write(replace(MARKET, cancelled="Storm"))
    (entry,) = [one for one in told_week(demo, SATURDAY).days[5].occurrences if one.series.name == "Lentemarkt"]
    assert not entry.goes_on
    assert "Storm" in words.facts(entry)


def test_what_residents_do_by_themselves_in_a_street_is_led_by_residents(demo: Services) -> None:
    street = demo.streets.add("Kanaalstraat").value
    plan = Plan("Soep op straat", SATURDAY, time(15), time(17), led_by=LedBy.RESIDENTS)
    demo.street_plans.write(street, plan)
    demo.street_plans.write(street, replace(plan, name="Koffiekar", led_by=LedBy.PROFESSIONALS))
    soup, cart = (
        next(one for one in told_week(demo, SATURDAY).days[5].occurrences if one.series.name == name)
        for name in ("Soep op straat", "Koffiekar")
    )
    assert soup.series.space == "Kanaalstraat"
    assert words.leads(soup.series) == words.leads(replace(soup.series, lead=""))
    assert words.leads(cart.series) != words.leads(soup.series)


def test_a_programme_that_is_off_is_on_no_sheet(demo: Services) -> None:
    demo.markets.events.write(MARKET)
    demo.programmes.set_on(frozenset({Programme.TEAM}))
    assert "Lentemarkt" not in _on_saturday(demo)


@pytest.mark.parametrize("name", ["wall", "pictures", "languages", "large_print", "flyer", "year_book"])
def test_the_sheets_of_the_week_tell_of_a_market(demo: Services, name: str) -> None:
    demo.markets.events.write(MARKET)
    found = kind(name)
    assert found is not None
    file = pypdfium2.PdfDocument(found.make(demo, Wanted(SATURDAY)).pdf)
    assert any("Lentemarkt" in page.get_textpage().get_text_bounded() for page in file)
