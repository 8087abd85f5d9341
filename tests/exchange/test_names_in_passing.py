"""Names that stand beside something else are known, so that they are taken out of free text."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from buurtkamer_app.exchange.log import queries
from buurtkamer_app.market.afterwards.records import NewTestimonial
from buurtkamer_app.market.records import MarketEvent

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def test_who_said_yes_for_a_child_is_known_by_name_as_the_child_is(services: Services) -> None:
    event = services.markets.events.write(MarketEvent("Markt", date(2026, 5, 30), time(11), time(17), "Plein")).value
    services.market_afterwards.testimonials.write(NewTestimonial(event, "Mooi", "Noor", True, "Georgette"))
    with services.store.reading() as session:
        assert {"Noor", "Georgette"} <= set(queries.names_in_passing(session))


def test_of_who_may_be_called_too_only_what_can_be_a_name_is_known(demo: Services) -> None:
    known = demo.people.know("Bep", date(2026, 3, 11), may_remember=True).value
    demo.missed.consent(known.id, "06 12345678", "dochter Els de Wit, 06 87654321")
    with demo.store.reading() as session:
        found = set(queries.names_in_passing(session))
    assert {"Els", "Wit"} <= found
    assert "dochter" not in found
