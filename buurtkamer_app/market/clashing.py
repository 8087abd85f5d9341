"""What may stand in each other's way at a market: its parts and people, and what the room asks of them that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.market import clashes
from buurtkamer_app.market.records import Duty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Clash, Element, MarketEvent, RoleHeld, Talent
    from buurtkamer_app.rota.service import Rota


class Duties:
    """What hosts have to do in the room on a day: shifts, and activities that they lead."""

    def __init__(self, rota: Rota, activities: Activities) -> None:
        self._rota, self._activities = rota, activities

    def on(self, day: date) -> Iterator[Duty]:
        """Give them: who, from when until when, and what."""
        for shift in self._rota.shifts(day, day):
            for place in shift.places:
                if place.absent is None and not place.replaced:
                    yield Duty(place.host_name, shift.starts, shift.ends, shift.task or translate("a shift"))
        for entry in self._activities.occurrences(day, day):
            if entry.goes_on and entry.series.lead != "hosts":
                yield Duty(entry.series.lead, entry.series.starts, entry.series.ends, entry.series.name)


def clashes_of(
    event: MarketEvent,
    elements: Sequence[Known[Element]],
    talents: Iterable[Known[Talent]],
    roles: Iterable[RoleHeld],
    duties: Iterable[Duty],
) -> tuple[Clash, ...]:
    """Give what stands in each other's way, with the people who were matched to a part and those who carry a role."""
    helping: dict[UUID, list[str]] = {}
    for known in talents:
        if known.it.element_id is not None:
            helping.setdefault(known.it.element_id, []).append(known.it.name)
    there = clashes.parts(event, elements, helping)
    return clashes.find(event, there, [*duties], [role.who for role in roles if role.who])
