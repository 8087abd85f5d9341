"""Who sits at the desk while concerns are written and read, and what is written."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import IncidentKind
from buurtkamer_app.desk.concerns.records import NewIncident
from buurtkamer_app.startup import KEY_HOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.desk.concerns.records import ConcernLine
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
TEXT = "Zij had een blauwe plek en wilde niet naar huis"
# 111222333 passes the 11-test, 123456789 does not.
BSN = "111222333"
FELL = NewIncident(IncidentKind.FALL, "Viel over de mat bij de deur", WEDNESDAY, time(12, 30), "112", "Kees")


def host(services: Services, name: str = "Ria Postma") -> Actor:
    """Put a host at the desk."""
    found = services.people.host_named(name)
    actor = Actor(found.role, found.id, found.name)
    services.sign_in.act_as(actor)
    return actor


def coordinator(services: Services) -> Actor:
    """Put the coordinator of the practice room at the desk."""
    services.sign_in.act_as(KEY_HOLDER)
    found = next(entry for entry in services.people.hosts() if entry.role is Role.COORDINATOR)
    actor = Actor(found.role, found.id, found.name)
    services.sign_in.act_as(actor)
    return actor


def only(services: Services) -> ConcernLine:
    """Give the one concern that there is."""
    (line,) = services.concerns.concerns(include_closed=True)
    return line


def everything_a_host_can_ask(services: Services) -> list[Any]:
    """Ask every method of concerns, drafts and history as who is at the desk; refusals count as an answer."""
    found = []
    keys = [entry.id for entry in _as_coordinator(services, lambda: services.concerns.concerns(include_closed=True))]
    asked: list[Callable[[], Any]] = [
        services.concerns.mine,
        services.concerns.to_review,
        services.concerns.concerns,
        lambda: services.concerns.concerns(include_closed=True),
        lambda: services.concerns.count(WEDNESDAY, WEDNESDAY),
        lambda: services.concerns.incidents(WEDNESDAY, WEDNESDAY),
        lambda: services.drafts.kept("concern"),
        lambda: services.drafts.kept(services.concerns.draft_name("concern")),
        services.history.last,
        lambda: services.history.last(counting=True),
        *(lambda key=key: services.concerns.read(key) for key in keys),
        *(lambda key=key: services.concerns.readings(key) for key in keys),
    ]
    for ask in asked:
        try:
            found.append(ask())
        except BuurtkamerError as error:
            found.append(str(error))
    return found


def _as_coordinator(services: Services, ask: Callable[[], Any]) -> Any:
    sitting = services.store.actor
    services.sign_in.act_as(KEY_HOLDER)
    answer = ask()
    services.sign_in.act_as(sitting)
    return answer
