"""What is read when one chooses what a wish comes to, or looks where that stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.roles import Role

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.planner.ending import ProposedEnding
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.records import WishEnding
    from buurtkamer_app.wishes.records import Wish


_ALIKE: Final = 5
# What was not compared yet is waited for a moment.
_PATIENCE: Final = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class EndingNow:
    """A wish, what it comes to (None: nothing yet) and what is proposed; what one can choose from.

    `helpers` may visit at home; `names` says whether whoever is at the desk may name them.
    """

    wish: Wish
    ending: WishEnding | None
    proposed: ProposedEnding
    partners: tuple[str, ...]
    activities: tuple[tuple[UUID, str], ...]
    helpers: tuple[str, ...]
    today: date
    names: bool


def look(services: Services, key: UUID) -> EndingNow:
    """Read a wish with what it comes to and what is proposed; raises `RefusedError` when it is gone."""
    from buurtkamer_app.planner.ending import propose_ending

    wish = services.wish_lists.opened(key).wish
    partners = services.people.partners()
    persons = wish.together or wish.supporters
    today = services.room.today()
    there = (one for one in services.activities.series() if one.last_date is None or one.last_date >= today)
    activities = [(one.id, one.name) for one in there]
    return EndingNow(
        wish,
        services.endings.ending(key),
        propose_ending(wish.text, persons, services.alike.find(wish.text, _ALIKE, _PATIENCE).entries, partners),
        tuple(one.name for one in partners),
        tuple(sorted(activities, key=lambda pair: pair[1].casefold())),
        tuple(one.name for one in services.endings.home_helpers.all()),
        today,
        services.store.actor.role >= Role.COORDINATOR,
    )
