"""Markets: what they are made of, who carries them, how people come together for them, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms_around import EventRole
from buurtkamer_app.market import matching, queries, rules, small
from buurtkamer_app.market.clashing import Duties, clashes_of
from buurtkamer_app.market.lists import KeptElements, KeptEvents
from buurtkamer_app.market.presence import KeptPresence
from buurtkamer_app.market.records import Overview, RoleHeld

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.known import Known
    from buurtkamer_app.market.records import Clash, Element, MarketEvent, Permit, Suits, Talent
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store

_ROLES = list(EventRole)


class Markets:
    """Use cases of markets before the day; `events`, `elements` and the others are lists of records."""

    def __init__(self, store: Store, room: Room, people: People, rota: Rota, activities: Activities) -> None:
        self._store = store
        self._room, self._people = room, people
        self._duties = Duties(rota, activities)
        self.events, self.elements = KeptEvents(store), KeptElements(store)
        self.goals, self.roles = small.goals(store), small.roles(store)
        self.sessions = small.sessions(store)
        self.presence = KeptPresence(store, room, self.sessions)
        self.actions, self.talents = small.actions(store), small.talents(store)
        self.permits = small.permits(store)

    def listed(self) -> list[Known[MarketEvent]]:
        """Give the markets to come, the next one first, then those that were, the latest first."""
        today, every = self._room.today(), self.events.all()
        coming = [known for known in every if known.it.on_date >= today]
        return [*coming, *reversed([known for known in every if known.it.on_date < today])]

    def between(self, first: date, last: date) -> list[Known[MarketEvent]]:
        """Give the markets of a period by day, those that were cancelled too; nobody has to sign in for it."""
        with self._store.reading() as session:
            return queries.events_between(session, first, last)

    def next_or_last(self, today: date) -> Known[MarketEvent] | None:
        """Give the first market from a day on, else the latest one before it; None when there is none that goes on."""
        with self._store.reading() as session:
            return queries.next_event(session, today) or queries.last_event(session, today)

    def roles_of(self, event: UUID) -> tuple[RoleHeld, ...]:
        """Give the roles of a market in their usual order, with the name of who carries each."""
        names = {host.id: host.name for host in self._people.hosts()}
        held = [
            RoleHeld(
                known.id,
                known.it.role,
                names.get(known.it.host_id, known.it.name) if known.it.host_id else known.it.name,
                known.it.contact,
                known.it.host_id,
            )
            for known in self.roles.all(event_id=event)
        ]
        return tuple(sorted(held, key=lambda role: (_ROLES.index(role.role), role.id)))

    def permits_of(self, event: UUID) -> tuple[Permit, ...]:
        """Give what must be asked for before a market, the earliest first."""
        on, today = self.events.one(event).it.on_date, self._room.today()
        steps = [rules.permit(step, on, today) for step in self.permits.all(event_id=event)]
        return tuple(sorted(steps, key=lambda permit: (permit.by, permit.step.id)))

    def set_done(self, action: UUID, *, done: bool) -> Change:
        """Say that an action is done today, or that it is not done after all."""
        label = Label(mark("An action is done") if done else mark("An action is not done yet"))
        with self._store.work(label) as unit:
            known = self.actions.one(action)
            self.actions.write(replace(known.it, done_on=self._room.today() if done else None), action)
        return unit.change

    def suits(self, event: UUID) -> tuple[Suits, ...]:
        """Give for each talent without a part the part that fits best, by the words that they have in common."""
        talents = self.talents.all(event_id=event)
        waiting = [known for known in talents if known.it.element_id is None]
        return matching.proposals(waiting, self.elements.all(event_id=event))

    def match(self, talent: UUID, element: UUID | None) -> Change:
        """Match a talent to a part of its market, or let it go (None).

        Raises `RefusedError` when one is gone, or the part is of another market.
        """
        label = Label(mark("A talent was matched") if element else mark("A talent was let go"))
        with self._store.work(label) as unit:
            known = self.talents.one(talent).it
            if element is not None and self.elements.one(element).it.event_id != known.event_id:
                raise RefusedError("This part does not belong to this market any more.")
            self.talents.write(replace(known, element_id=element), talent)
        return unit.change

    def clashes(self, event: UUID) -> tuple[Clash, ...]:
        """Give what stands in each other's way in a market: places, people, hours, and duties in the room."""
        with self._store.reading():
            known, elements = self.events.one(event), self.elements.all(event_id=event)
            return self._clashes(known, elements, self.talents.all(event_id=event), self.roles_of(event))

    def overview(self, event: UUID) -> Overview:
        """Give a market at a glance, all of one moment; raises `RefusedError` when it is gone."""
        today = self._room.today()
        with self._store.reading():
            known, elements = self.events.one(event), self.elements.all(event_id=event)
            roles, talents = self.roles_of(event), self.talents.all(event_id=event)
            actions = sorted(self.actions.all(event_id=event), key=rules.action_order)
            return Overview(
                today=today,
                event=known,
                roles=roles,
                elements=tuple(elements),
                permits=self.permits_of(event),
                actions=tuple(actions),
                late=tuple(action for action in actions if rules.is_late(action.it, today)),
                clashes=self._clashes(known, elements, talents, roles),
                sessions=tuple(self.sessions.all(event_id=event)),
                talents_to_match=sum(talent.it.element_id is None for talent in talents),
                goals=len(self.goals.all(event_id=event)),
            )

    def _clashes(
        self,
        event: Known[MarketEvent],
        elements: Sequence[Known[Element]],
        talents: Sequence[Known[Talent]],
        roles: Sequence[RoleHeld],
    ) -> tuple[Clash, ...]:
        return clashes_of(event.it, elements, talents, roles, self._duties.on(event.it.on_date))
