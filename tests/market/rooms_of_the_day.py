"""A market with all that its day and its sheets ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive
from buurtkamer_app.market.records import Element, Goal, MarketEvent

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

SATURDAY: Final = date(2026, 5, 16)
EVENT: Final = MarketEvent(
    "Buurtmarkt Wilgenhof",
    SATURDAY,
    time(11),
    time(16),
    "Wilgenplein",
    "Een markt van en voor de buurt. Kom kijken, luisteren en meedoen.",
    network_at=time(15),
    network="Voor bewoners, professionals en initiatieven",
)
LEAD: Final = "Bram Jansen"
LEAD_PHONE: Final = "06 12345670"


def element(event: UUID, kind: ElementKind, name: str, number: int, *, at: str = "", **more: object) -> Element:
    """Make a part of a market; `at` is "13.00-13.45", "" all day."""
    starts, _, ends = at.partition("-")
    times = {"starts": _time(starts), "ends": _time(ends)} if at else {}
    motive = list(Motive)[number % len(Motive)]
    return Element(event, kind, name, motive, number=number, **(times | more))  # type: ignore[arg-type]


def elements(event: UUID) -> list[Element]:
    """Give the parts of the market: three stalls, two performances, a workshop and something for children."""
    stall, children, workshop, performance = ElementKind
    return [
        element(event, stall, "Tweedehands boeken", 1, owner="Mw. De Vries", needs="Een eigen kleed"),
        element(event, stall, "Planten en stekjes", 2, owner="Joke", place="Onder de bomen"),
        element(event, stall, "Kleding ruilen", 3),
        element(event, performance, "Koor De Merels", 4, at="13.00-13.45", owner="Carlos", place="Podium"),
        element(event, performance, "Verhalen van vroeger", 5, at="14.30-15.00", owner="Henk", place="Podium"),
        element(event, workshop, "Brood bakken", 6, at="12.00-13.00", owner="Fatma", place="Eetkeuken"),
        element(event, children, "Schminken", 7, at="11.30-15.00", owner="Samira", place="Grasveld"),
    ]


def make_market(services: Services) -> UUID:
    """Write a market down with its parts, a production lead and two goals."""
    event = services.markets.events.write(EVENT).value
    for part in elements(event):
        services.markets.elements.write(part)
    role = next(r for r in services.markets.roles.all(event_id=event) if r.it.role is EventRole.PRODUCTION_LEAD)
    services.markets.roles.write(replace(role.it, name=LEAD, contact=LEAD_PHONE), role.id)
    services.markets.goals.write(Goal(event, "Twintig nieuwe gezichten uit de flats"))
    services.markets.goals.write(Goal(event, "Jong talent krijgt een podium"))
    return event


def _time(said: str) -> time:
    return time.fromisoformat(said.replace(".", ":"))
