"""For one wish or group: the best moments, with space, lead and host, and the reasons."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Ending, Prefers
from buurtkamer_app.planner.ending import propose_ending
from buurtkamer_app.planner.slots import queries, rules
from buurtkamer_app.planner.slots.moments import moment
from buurtkamer_app.planner.slots.naming import named
from buurtkamer_app.planner.slots.records import HOSTS, Asked, Found, Lead, Running, Situation
from buurtkamer_app.planner.slots.table import Table
from buurtkamer_app.room.rules import holiday

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.people.records import Partner
    from buurtkamer_app.people.service import People
    from buurtkamer_app.planner.ending import ProposedEnding
    from buurtkamer_app.planner.slots.records import Reason
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import Wish

# As far ahead as a moment is looked for.
WEEKS: Final = 6


class Slots:
    """Use cases of finding a moment."""

    def __init__(self, store: Store, room: Room, people: People, activities: Activities, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._people = people
        self._activities = activities
        self._rota = rota

    def find(self, wish: UUID | None = None, most: int = 3) -> Found:
        """Give the best slots for a wish with its group, or for something new; for who is signed in.

        Raises `RefusedError` when the wish is gone.
        """
        self._store.allow(Role.HOST)
        with self._store.reading():
            asked, table = self.asked(wish), Table(self.situation())
            ending = self.ending(asked, self.partners())
        first = table.situation.days[0].on
        return Found(asked, first, rules.best(rules.slots(asked, table), most), rules.refused(asked, table), ending)

    def partners(self) -> Sequence[Partner]:
        """Give the partners to whom a wish may be handed on."""
        self._store.allow(Role.HOST)
        return self._people.partners()

    def ending(self, asked: Asked, partners: Iterable[Partner]) -> ProposedEnding | None:
        """Give what the words of a wish ask for when that is no activity."""
        self._store.allow(Role.HOST)
        if asked.wish is None:
            return None
        proposed = propose_ending(asked.texts[0], asked.persons, (), partners)
        return proposed if proposed.ending is not Ending.ACTIVITY else None

    def look_at(self, wish: UUID | None, on: date, starts: time, ends: time) -> tuple[Reason, ...]:
        """Give every reason why nothing can be at a moment that somebody chose; none when something can be."""
        self._store.allow(Role.HOST)
        if starts >= ends:
            raise RefusedError("The activity ends before it starts. Look at the times again.")
        with self._store.reading():
            asked, table = self.asked(wish), Table(self.situation(on, on))
        return rules.why_not(asked, table, moment(on, starts, ends))

    def asked(self, wish: UUID | None) -> Asked:
        """Give what is asked by a wish together with those that are grouped with it; None: by nobody yet."""
        self._store.allow(Role.HOST)
        if wish is None:
            return Asked(None, 0, "", (), None, 0, ())
        with self._store.reading() as session:
            return self.together(queries.group(session, wish))

    def open(self) -> list[Asked]:
        """Give what is asked by each wish, or group of wishes, that is no activity yet and goes no other way.

        It is for who is signed in: it holds what residents said.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            every = queries.unplanned(session)
        groups: dict[UUID, list[Wish]] = {}
        for wish in every:
            groups.setdefault(wish.head or wish.id, []).append(wish)
        heads = (wish for wish in every if wish.head is None and not wish.done_when_told)
        return [self.together(groups[head.id]) for head in heads if head.ending in {None, Ending.ACTIVITY}]

    def together(self, group: Sequence[Wish]) -> Asked:
        """Give what wishes that are grouped ask together; the head gives the name and the theme."""
        self._store.allow(Role.HOST)
        head = next((entry for entry in group if entry.head is None), group[0])
        prefers = {kind: sum(entry.supporters for entry in group if entry.prefers is kind) for kind in Prefers}
        return Asked(
            head.id,
            head.number,
            named(head.text, head.number),
            (head.text, *(entry.text for entry in group if entry is not head)),
            head.theme,
            sum(prefers.values()),
            tuple((kind, persons) for kind, persons in prefers.items() if persons),
            (self._room.today() - min(entry.recorded_on for entry in group)).days,
        )

    def situation(self, first: date | None = None, last: date | None = None) -> Situation:
        """Give all that is known of a period, both days included; of the six weeks from tomorrow when none is named."""
        today, plan = self._room.today(), self._room.plan()
        begin = first or today + timedelta(days=1)
        end = last or today + timedelta(weeks=WEEKS)
        span = [begin + timedelta(days=ahead) for ahead in range((end - begin).days + 1)]
        days = self._activities.in_use.days(span)
        running = tuple(
            Running(
                entry.on,
                entry.series.name,
                entry.series.space,
                entry.series.starts,
                entry.series.ends,
                entry.series.theme,
                entry.series.lead == HOSTS,
            )
            for entry in self._activities.occurrences(begin, end)
            if entry.goes_on
        )
        return Situation(
            today,
            plan.facts.country,
            plan.spaces,
            tuple(days[on] for on in span),
            running,
            tuple(self._rota.shifts(begin, end)),
            self._leads(),
            frozenset(on for on in span if holiday(plan.facts.country, on, "nl")),
        )

    def _leads(self) -> tuple[Lead, ...]:
        available = self._people.availability()
        with self._store.reading() as session:
            can = queries.skills(session)
        return tuple(
            Lead(host.name, host.id, tuple(can.get(host.id, ())), tuple(available.get(host.id, ())))
            for host in self._people.hosts()
        )
