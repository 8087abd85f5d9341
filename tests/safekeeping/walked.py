"""Walks every method of every service as each role, and finds who is let in; nothing of it stays in the store."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.part import Part
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.services import Services
from buurtkamer_app.storage.unit_of_work import Store
from tests.safekeeping.plausible import Plausible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

    from buurtkamer_app.base.changes import Label
    from buurtkamer_app.storage.unit import Unit


class TakenBackError(Exception):
    """What a use case did is rolled back."""


@dataclass
class Walk:
    """Who may do what: by service and method the least role that is let in; `undecided` says why one was not found."""

    found: dict[tuple[str, str], Role] = field(default_factory=dict)
    undecided: dict[tuple[str, str], str] = field(default_factory=dict)


def parts(services: Services) -> Iterator[tuple[str, Any]]:
    """Give every service by name, and those that stand within one."""
    names = sorted({name for kind in Services.__mro__ for name, part in vars(kind).items() if isinstance(part, Part)})
    for name in names:
        service = getattr(services, name)
        yield name, service
        for inner, value in vars(service).items():
            within = getattr(value, "__dict__", {})
            ours = type(value).__module__.startswith("buurtkamer_app")
            if not inner.startswith("_") and ours and any(isinstance(one, Store) for one in within.values()):
                yield f"{name}.{inner}", value


def public(service: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Give the use cases of a service."""
    for name, method in inspect.getmembers(type(service), inspect.isfunction):
        if not name.startswith("_"):
            yield name, method


def walked(
    services: Services,
    folder: Path,
    patch: pytest.MonkeyPatch,
    asked_with: dict[tuple[str, str], Callable[[Plausible], dict[str, Any]]],
) -> Walk:
    """Ask everything of every service as nobody, a host and the coordinator; `asked_with` is what must be given."""
    plausible, walk = Plausible(services, folder), Walk()
    asked = _watch(patch)
    host = services.people.hosts()[0]
    actors = (NOBODY, Actor(Role.HOST, host.id, host.name), Actor(Role.COORDINATOR, host.id, host.name))
    for name, service in parts(services):
        for method, function in public(service):
            key = name, method
            told = asked_with.get(key, lambda given, function=function: given.arguments(function))
            outcomes = []
            for actor in actors:
                services.store.seat.actor = actor
                outcomes.append(_outcome(getattr(service, method), told(plausible), asked))
            _note(walk, key, outcomes)
    services.store.seat.actor = NOBODY
    return walk


def _watch(patch: pytest.MonkeyPatch) -> list[Role]:
    """Write down which roles are asked for, and take back every unit of work at its end."""
    asked: list[Role] = []
    allow, work = Store.allow, Store.work

    def noted(self: Store, needs: Role) -> None:
        asked.append(needs)
        allow(self, needs)

    @contextmanager
    def taken_back(self: Store, label: Label, needs: Role = Role.HOST) -> Iterator[Unit]:
        outermost = self._unit is None
        with work(self, label, needs) as unit:
            yield unit
            if outermost:
                raise TakenBackError

    patch.setattr(Store, "allow", noted)
    patch.setattr(Store, "work", taken_back)
    return asked


def _outcome(use: Callable[..., Any], given: dict[str, Any], asked: list[Role]) -> str:
    """Tell whether who is at the desk is let in: yes, no, or why that was not found."""
    asked.clear()
    try:
        result = use(**given)
        if inspect.isgenerator(result):
            list(result)
    except NotAllowedError:
        return "no"
    except TakenBackError:
        return "yes"
    except Exception as error:  # noqa: BLE001 - what is refused after the role was looked at was let in
        return "yes" if asked else f"{type(error).__name__}: {error}"
    return "yes"


def _note(walk: Walk, key: tuple[str, str], outcomes: list[str]) -> None:
    strange = next((outcome for outcome in outcomes if outcome not in ("yes", "no")), None)
    if strange is not None:
        walk.undecided[key] = strange
    elif "yes" not in outcomes or sorted(outcomes) != outcomes:
        # A role may do what the one before it may.
        walk.undecided[key] = " ".join(outcomes)
    else:
        walk.found[key] = Role(outcomes.index("yes"))
