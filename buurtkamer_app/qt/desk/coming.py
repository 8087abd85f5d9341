"""What the field "Who is coming in?" asks of the services, and what it gets: rows to choose among, who came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import dates

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from buurtkamer_app.services import Services

MOST: Final = 5
_SHOWN: Final = 60  # letters of a name; all of it is kept


@dataclass(frozen=True, slots=True)
class Choice:
    """A row under the field: a known `visitor`, a new name, or `another` person of a known name."""

    name: str
    visitor: UUID | None = None
    hint: str = ""
    since: time | None = None
    another: bool = False

    def say(self) -> str:
        """Say the row in the language of the moment."""
        name = shown(self.name)
        if self.another:
            return translate("Another {name}…", name=name)
        if self.visitor is None:
            return translate("New: {name} – Enter", name=name)
        told = f"{name} – {shown(self.hint)}" if self.hint else name
        if self.since is None:
            return told
        return translate("{name} · in since {time}", name=told, time=dates.clock(self.since))


@dataclass(frozen=True, slots=True)
class Fitting:
    """The rows that fit what was typed; `alike` when the first shares its name with so many (itself counted)."""

    rows: tuple[Choice, ...]
    alike: int = 1


@dataclass(frozen=True, slots=True)
class CameIn:
    """Who came in, since when on the room's clock; `again` when they were in already, `back` when they had left."""

    visitor: UUID
    name: str
    hint: str
    since: time
    again: bool
    back: bool
    remembered: bool

    def say(self, *, names_hidden: bool) -> str:
        """Say it in the language of the moment."""
        since = dates.clock(self.since)
        if names_hidden:
            if self.back:
                return translate("This visitor is in again")
            if self.again:
                return translate("This visitor is in already, since {time}", time=since)
            return translate("This visitor is in")
        name = f"{shown(self.name)} ({shown(self.hint)})" if self.hint else shown(self.name)
        if self.back:
            return translate("{name} is in again", name=name)
        if self.again:
            return translate("{name} is in already, since {time}", name=name, time=since)
        return translate("{name} is in", name=name)


def shown(name: str) -> str:
    """Cut a name that is no name any more to what a row can show."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN - 1]}…"


def find(services: Services, typed: str) -> Fitting:
    """Look up who fits what is typed; a name that nobody has is offered as new, else another person of that name."""
    from buurtkamer_app.base.letters import tidy, words

    zone = services.room.zone
    found = services.arrivals.find(typed, MOST)
    rows = [
        Choice(one.name, one.id, one.hint, one.since.astimezone(zone).time() if one.since else None) for one in found
    ]
    letters = words(typed)
    same = next((one.name for one in found if words(one.name) == letters), None)
    last = Choice(tidy(typed)) if same is None else Choice(same, another=True)
    alike = sum(one.name == found[0].name for one in found) if found else 1
    return Fitting((*rows, last), alike)


def prepare(services: Services) -> None:
    """Let the services look up who usually comes now: the first search of a part of the day takes longer."""
    services.arrivals.find("a", 1)


def come_in(services: Services, choice: Choice) -> Outcome[CameIn]:
    """Let in who was chosen."""
    if choice.visitor is not None:
        outcome = services.arrivals.come_in_as(choice.visitor)
    elif choice.another:
        outcome = services.arrivals.come_in_new(choice.name, choice.hint)
    else:
        group = services.arrivals.come_in([choice.name])
        outcome = Outcome(group.change, group.value[0])
    arrival = outcome.value
    since = arrival.since.astimezone(services.room.zone).time()
    came = CameIn(arrival.visitor, arrival.name, arrival.hint, since, arrival.again, arrival.back, arrival.remembered)
    return Outcome(outcome.change, came)
