"""The sheets of a market: programme, letters, run sheet, countdown, what is still wanted, and looking back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import EventRole, SessionKind
from buurtkamer_app.papers.events import event_wanted
from buurtkamer_app.papers.gathering import house
from buurtkamer_app.papers.records import Made, Per
from buurtkamer_app.printing import (
    market_afterwards,
    market_letters,
    market_permits,
    market_programme,
    market_run_sheet,
    market_wanted,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Element, MarketEvent, RoleHeld
    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.printing.house import House
    from buurtkamer_app.services import Services


def programme(services: Services, wanted: Wanted) -> Made:
    """Make the programme for visitors; without a market an empty one."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        return market_programme.market_programme(known.it, _elements(services, known.id), whose)

    return _made(services, wanted, translate("Programme"), fill, market_programme.programme_form)


def letters(services: Services, wanted: Wanted) -> Made:
    """Make the letters to stallholders; without a market an empty one."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        lead = _lead(services, known.id)
        told = market_letters.Letters(
            known.it,
            tuple(_elements(services, known.id)),
            services.market_days.stalls_from(known.id),
            lead.who if lead else "",
            (lead.contact if lead else "") or whose.facts.phone,
        )
        return market_letters.stallholder_letters(told, whose)

    return _made(services, wanted, translate("Letters to stallholders"), fill, market_letters.letter_form)


def run_sheet(services: Services, wanted: Wanted) -> Made:
    """Make the run sheet of the day; without a market an empty one."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        steps = [step.it for step in services.market_days.of(known.id).steps]
        return market_run_sheet.run_sheet(known.it, steps, _reachable(services, known.id), whose)

    return _made(services, wanted, translate("Run sheet"), fill, market_run_sheet.run_sheet_form)


def permits(services: Services, wanted: Wanted) -> Made:
    """Make the countdown of what must be asked for; without a market an empty one."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        return market_permits.permit_countdown(known.it, services.markets.permits_of(known.id), whose)

    return _made(services, wanted, translate("To ask for"), fill, market_permits.permit_form)


def still_wanted(services: Services, wanted: Wanted) -> Made:
    """Make the sheet of vacant roles and open parts; without a market an empty one."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        roles = services.markets.roles_of(known.id)
        return market_wanted.still_wanted(known.it, roles, _elements(services, known.id), whose)

    return _made(services, wanted, translate("Who joins in?"), fill, market_wanted.wanted_form)


def afterwards(services: Services, wanted: Wanted) -> Made:
    """Make the look back at a market; without one an empty form."""

    def fill(known: Known[MarketEvent], whose: House) -> bytes:
        found = services.market_afterwards.of(known.id)
        helped = market_afterwards.Numbers(_helped(services, known.id))
        return market_afterwards.look_back_sheet(found, _elements(services, known.id), helped, whose)

    return _made(services, wanted, translate("Looking back"), fill, market_afterwards.look_back_form)


def _made(
    services: Services,
    wanted: Wanted,
    title: str,
    fill: Callable[[Known[MarketEvent], House], bytes],
    empty: Callable[[House], bytes],
) -> Made:
    """Make a sheet of the market that is asked for, else of the next one, else of the last; else the empty form."""
    whose = house(services, wanted.choices)
    services.store.allow(Role.HOST)
    key = event_wanted(services, wanted, Per.MARKET)
    known = services.markets.events.one(key) if key is not None else None
    if known is None:
        return Made(title, empty(whose))
    return Made(f"{title} {known.it.name} {known.it.on_date.isoformat()}", fill(known, whose))


def _elements(services: Services, event: UUID) -> list[Element]:
    return [known.it for known in services.markets.elements.all(event_id=event)]


def _lead(services: Services, event: UUID) -> RoleHeld | None:
    held = _reachable(services, event)
    return next((one for one in held if one.role is EventRole.PRODUCTION_LEAD and one.who), None)


def _reachable(services: Services, event: UUID) -> list[RoleHeld]:
    """Give who carries what, a host without another number with the one that may stand on a list."""
    # Numbers of hosts are for the coordinator; others print what was written down at the role.
    numbers = services.outlook.phones() if services.store.actor.role >= Role.COORDINATOR else {}
    return [
        replace(held, contact=held.contact or (numbers.get(held.host, "") if held.host else ""))
        for held in services.markets.roles_of(event)
    ]


def _helped(services: Services, event: UUID) -> int | None:
    """Count who was there on the market's own day, None when nobody wrote that down."""
    days = [known for known in services.markets.sessions.all(event_id=event) if known.it.kind is SessionKind.DAY]
    there = [services.markets.presence.of(known.id) for known in days]
    hosts = {host for of_day, _ in there for host in of_day}
    names = {name for _, others in there for name in others}
    return len(hosts) + len(names) or None
