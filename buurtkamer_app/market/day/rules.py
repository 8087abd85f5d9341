"""The run sheet of a market's day: what can stand on it, and what is proposed for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.lines import LONGEST_LINE, one_line
from buurtkamer_app.base.terms_around import ElementKind, EventRole
from buurtkamer_app.market.day.records import RunStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.day.records import DayStep
    from buurtkamer_app.market.records import Element, MarketEvent, RoleHeld

# How long before the opening, in minutes. What is proposed is only a start: people change it by hand.
_BUILDING: Final = 120
STALLS: Final = 60
_ROUND: Final = 15
# Who performs is asked to be ready so long before.
READY: Final = 15
# Clearing away begins when the last visitors had a moment to leave.
_CLEARING: Final = 15
STALLS_SET_UP: Final = mark("Stallholders set up")
_SOME_DAY: Final = date(2000, 1, 3)


def kept_step(step: RunStep) -> RunStep:
    """Give a line as it is kept; raises `RefusedError` when it does not say what happens."""
    what = one_line(step.what)
    if not what:
        raise RefusedError("Say what happens then.")
    at = step.at.replace(second=0, microsecond=0)
    return replace(step, at=at, what=what, who=one_line(step.who), place=one_line(step.place))


def shifted(at: time, minutes: int) -> time:
    """Give the time so many minutes later (or earlier, below nought), within the same day."""
    moment = datetime.combine(_SOME_DAY, at) + timedelta(minutes=minutes)
    if moment.date() < _SOME_DAY:
        return time(0, 0)
    return time(23, 59) if moment.date() > _SOME_DAY else moment.time()


def proposed(
    key: UUID, event: MarketEvent, elements: Iterable[Element], roles: Sequence[RoleHeld]
) -> tuple[RunStep, ...]:
    """Give the lines that a market asks for, in order of time: from its own times, its parts and who carries it.

    Building up, the stalls, the round over the route, the opening, all that has a time (performances with a moment to
    get ready), the network moment, closing and clearing away.
    """
    parts = list(elements)
    lead, producer = _who(roles, EventRole.PRODUCTION_LEAD), _who(roles, EventRole.PRODUCER)
    builder, place = _who(roles, EventRole.COMMUNITY_BUILDER), event.place
    found = [RunStep(key, shifted(event.starts, -_BUILDING), translate("Building up"), lead, place)]
    if any(part.kind is ElementKind.STALL for part in parts):
        found.append(RunStep(key, shifted(event.starts, -STALLS), translate(STALLS_SET_UP), lead, place))
    round_words = translate("A round over the ground: is the emergency route free?")
    found.append(RunStep(key, shifted(event.starts, -_ROUND), round_words, lead, place))
    found.append(RunStep(key, event.starts, translate("Opening"), producer, place))
    for part in parts:
        found += _steps(key, part)
    if event.network_at is not None:
        about = event.network.splitlines()[0] if event.network.strip() else ""
        words = translate("Network moment: {about}", about=about) if about else translate("Network moment")
        found.append(RunStep(key, event.network_at, words[:LONGEST_LINE], builder, place))
    found.append(RunStep(key, event.ends, translate("The market closes"), producer, place))
    found.append(RunStep(key, shifted(event.ends, _CLEARING), translate("Clearing away"), lead, place))
    return tuple(sorted(found, key=lambda step: step.at))


def missing(wanted: Iterable[RunStep], there: Iterable[Known[DayStep]]) -> tuple[RunStep, ...]:
    """Give of what is proposed the lines that are not on record yet, whatever their time is there."""
    left = [known.it.what for known in there]
    found = []
    for step in wanted:
        if step.what in left:
            left.remove(step.what)
        else:
            found.append(step)
    return tuple(found)


def moved(wanted: Iterable[RunStep], there: Iterable[Known[DayStep]]) -> Mapping[UUID, time]:
    """Give the lines on record whose part of the market has another time now, with that time; ticked ones are over."""
    times: dict[str, set[time]] = {}
    for step in wanted:
        times.setdefault(step.what, set()).add(step.at)
    found = {}
    for known in there:
        now = times.get(known.it.what, set())
        if len(now) == 1 and known.it.at not in now and known.it.done_at is None:
            found[known.id] = next(iter(now))
    return found


def stalls_from(event: MarketEvent, steps: Iterable[DayStep]) -> time:
    """Give from when on stallholders set up: as a line of the run sheet says, else an hour before the opening."""
    told = translate(STALLS_SET_UP)
    return next((step.at for step in steps if step.what == told), shifted(event.starts, -STALLS))


def _steps(key: UUID, part: Element) -> Iterator[RunStep]:
    """Give the lines of a part of the market; what is there all day has none."""
    if part.starts is None:
        return
    if part.kind is ElementKind.PERFORMANCE:
        ready = translate("Get ready: {name}", name=part.name)
        yield RunStep(key, shifted(part.starts, -READY), ready[:LONGEST_LINE], part.owner, part.place)
    yield RunStep(key, part.starts, part.name, part.owner, part.place)


def _who(roles: Sequence[RoleHeld], role: EventRole) -> str:
    return next((held.who for held in roles if held.role is role and held.who), "")
