"""The markets and street activities of which there can be a sheet, and which one is meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from buurtkamer_app.papers.records import Per

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.papers.records import Wanted
    from buurtkamer_app.services import Services


class Event(NamedTuple):
    """A market or street activity of which there can be a sheet; one that was called off does not go on."""

    key: UUID
    on: date
    starts: time
    name: str
    goes_on: bool = True


def events_of(services: Services, per: Per) -> list[Event]:
    """Give all markets, or all street activities, the latest first."""
    if per is Per.MARKET:
        kept = services.markets.events.all()
        found = [Event(one.id, one.it.on_date, one.it.starts, one.it.name, not one.it.cancelled) for one in kept]
    else:
        streets = services.streets.between(date.min, date.max)
        found = [Event(one.id, one.plan.on_date, one.plan.starts, one.plan.name, not one.cancelled) for one in streets]
    return sorted(found, key=lambda event: (event.on, event.starts), reverse=True)


def chosen_event(events: Sequence[Event], key: UUID | None, today: date, *, looks_back: bool = False) -> Event | None:
    """Give the event with a key, of these with the latest first.

    Without one the next, or when none is to come the last; `looks_back`: the last that was, or else the next. What was
    called off is only chosen when there is nothing else.
    """
    own = [event for event in events if event.key == key]
    coming = [event for event in reversed(events) if event.on >= today and event.goes_on]
    was = [event for event in events if event.on <= today and event.goes_on]
    return next(iter((*own, *was, *coming, *events) if looks_back else (*own, *coming, *was, *events)), None)


def event_wanted(services: Services, wanted: Wanted, per: Per) -> UUID | None:
    """Give the key of the event that a sheet is about, None for an empty one and where there is none."""
    if wanted.blank or wanted.event is not None:
        return wanted.event
    event = chosen_event(events_of(services, per), None, services.room.today())
    return event.key if event is not None else None
