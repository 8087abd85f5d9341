"""What stands in each other's way at a market: one spot for two, one person in two places, times, duties elsewhere."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.market.records import Clash, ClashKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Duty, Element, MarketEvent

# Two stalls on one numbered spot are a mistake; where three or more stand, it is the name of a part of the square.
_AREA: Final = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a market as it is compared: its spot and people in plain words, and when it is there."""

    id: UUID
    name: str
    stall: bool
    place: str
    spot: tuple[str, ...]
    people: Mapping[tuple[str, ...], str]
    starts: time
    ends: time

    def meets(self, starts: time, ends: time) -> bool:
        """Tell whether it is there during some of a time; to end when another begins is no meeting."""
        return self.starts < ends and starts < self.ends


def parts(
    event: MarketEvent, elements: Iterable[Known[Element]], helping: Mapping[UUID, Sequence[str]]
) -> tuple[Part, ...]:
    """Give the parts of a market as they are compared; `helping` are the people who were matched to each."""
    return tuple(_part(event, known, helping.get(known.id, ())) for known in elements)


def find(
    event: MarketEvent, there: Sequence[Part], duties: Sequence[Duty] = (), carrying: Iterable[str] = ()
) -> tuple[Clash, ...]:
    """Give what stands in each other's way; `carrying` are the people with a role, who are there the whole market."""
    return (
        *_places(there),
        *_people(there),
        *_hours(event, there),
        *_duties(event, there, duties, carrying),
    )


def _part(event: MarketEvent, known: Known[Element], helping: Sequence[str]) -> Part:
    it = known.it
    named = {tuple(words(name)): name for name in (*helping, it.owner) if words(name)}
    starts, ends = it.starts or event.starts, it.ends or event.ends
    stall = it.kind is ElementKind.STALL
    return Part(known.id, it.name, stall, it.place, tuple(words(it.place)), named, starts, ends)


def _places(there: Sequence[Part]) -> Iterator[Clash]:
    by_spot: defaultdict[tuple[str, ...], list[Part]] = defaultdict(list)
    for part in there:
        if part.spot:
            by_spot[part.spot].append(part)
    for here in by_spot.values():
        area = sum(part.stall for part in here) >= _AREA or not _numbered(here[0])
        for one, other in combinations(here, 2):
            if one.meets(other.starts, other.ends) and not (area and (one.stall or other.stall)):
                yield _two(
                    ClashKind.PLACE, mark("{one} and {other} are both at {place}."), one, other, ("place", one.place)
                )


def _numbered(part: Part) -> bool:
    """Tell whether a place names one spot, like `A3` or `stage 2`, and not a whole square."""
    return any(char.isdigit() for char in part.place)


def _people(there: Sequence[Part]) -> Iterator[Clash]:
    by_person: defaultdict[tuple[str, ...], list[Part]] = defaultdict(list)
    for part in there:
        for person in part.people:
            by_person[person].append(part)
    for person, theirs in by_person.items():
        for one, other in combinations(theirs, 2):
            # Who has two stalls beside each other minds both.
            beside = one.stall and other.stall and (not one.spot or not other.spot or one.spot == other.spot)
            if one.meets(other.starts, other.ends) and not beside:
                message = mark("{who} is at {one} and at {other} at the same time.")
                yield _two(ClashKind.PERSON, message, one, other, ("who", one.people[person]))


def _hours(event: MarketEvent, there: Sequence[Part]) -> Iterator[Clash]:
    for part in there:
        if part.starts < event.starts or part.ends > event.ends:
            values = (("one", part.name), ("starts", _at(event.starts)), ("ends", _at(event.ends)))
            message = mark("{one} is outside the hours of the market: {starts} to {ends}.")
            yield Clash(ClashKind.HOURS, (part.id,), message, values)


def _duties(
    event: MarketEvent, there: Sequence[Part], duties: Sequence[Duty], carrying: Iterable[str]
) -> Iterator[Clash]:
    carried = {tuple(words(name)) for name in carrying if words(name)}
    for duty in duties:
        person = tuple(words(duty.who))
        values = (("who", duty.who), ("what", duty.what), ("starts", _at(duty.starts)), ("ends", _at(duty.ends)))
        theirs = [part for part in there if person in part.people and part.meets(duty.starts, duty.ends)]
        for part in theirs:
            message = mark("{who} is at {one}, and has {what} from {starts} to {ends}.")
            yield Clash(ClashKind.DUTY, (part.id,), message, (("one", part.name), *values))
        if not theirs and person in carried and event.starts < duty.ends and duty.starts < event.ends:
            message = mark("{who} has a role in the market, and has {what} from {starts} to {ends}.")
            yield Clash(ClashKind.DUTY, (), message, values)


def _two(kind: ClashKind, message: str, one: Part, other: Part, what: tuple[str, str]) -> Clash:
    return Clash(kind, (one.id, other.id), message, (("one", one.name), ("other", other.name), what))


def _at(at: time) -> str:
    return f"{at:%H.%M}"
