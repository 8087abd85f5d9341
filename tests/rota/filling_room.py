"""What the tests of filling share: days of the practice room, and how things get on record there."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Label
from buurtkamer_app.rota.filling.child import Child
from tests.rota import broken_fillers

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services
    from buurtkamer_app.storage.tables.base import Row

TODAY = date(2026, 3, 11)
MONDAY, SUNDAY = date(2026, 3, 16), date(2026, 3, 22)
TUESDAY = date(2026, 3, 17)
MARCH = date(2026, 3, 1), date(2026, 3, 31)
# A child that has no solver is there at once, and what it starts from will do for most of what is looked at here.
SIMPLE = functools.partial(Child, broken_fillers.has_no_solver, 5.0)


def host(services: Services, name: str) -> UUID:
    return services.people.host_named(name).id


def keep(services: Services, *rows: Row) -> None:
    """Write down what other pages write."""
    with services.store.work(Label("Something was changed")) as unit:
        unit.session.add_all(rows)
