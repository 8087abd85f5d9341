"""The streets and partners of a room are known, and what it called itself and its spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.exchange.cleaning import queries
from buurtkamer_app.exchange.cleaning.known_names import KnownNames
from buurtkamer_app.exchange.cleaning.text import Trace, cleaned

if TYPE_CHECKING:
    from buurtkamer_app.services import Services


def test_the_practice_room_knows_its_street_its_partners_and_its_spaces(demo: Services) -> None:
    with demo.store.reading() as session:
        streets, partners, stays = queries.streets(session), queries.partners(session), queries.stays(session)
    assert "Wilgenpad" in streets
    assert not any(char.isdigit() for street in streets for char in street)
    assert {"Woningcorporatie De Sluis", "Bibliotheek"} <= set(partners)
    assert "Buurtkamer De Wilgenhof" in stays
    names = KnownNames((), streets, partners, stays)
    found = cleaned("woningcorporatie de Sluis repareert het wilgenpad, zegt de bibliotheek", names, "NL").found
    assert found == (Trace.PARTNER, Trace.STREET)
    assert cleaned("Buurtkamer De Wilgenhof is open", names, "NL").found == ()
