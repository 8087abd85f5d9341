"""Training and support of hosts: what they learned, who talked with them, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.storage.tables.team import SupportRow, TrainingRow, TrainingTopicRow
from buurtkamer_app.team.training import queries, rules
from buurtkamer_app.team.training.records import Learner, NewTopic, Overview

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.training.records import Talk, Topic, Training

# What every host of a neighbourhood room learns. Source: the buurtkamer document, "training of hosts".
USUAL: Final = (mark("Hearing wishes"), mark("Guiding activities"))


class Trainings:
    """Use cases of training and support, for the coordinator; a host sees what they learned themselves."""

    def __init__(self, store: Store, room: Room, cards: HostCards) -> None:
        self._store = store
        self._room = room
        self._cards = cards

    def overview(self) -> Overview:
        """Give the topics, what every host learned, and what is due."""
        cards, today = self._cards.all(), self._room.today()
        with self._store.reading() as session:
            topics, trainings, talks = queries.topics(session), queries.trainings(session), queries.talks(session)
        learned: dict[UUID, dict[UUID, date]] = {}
        for training in reversed(trainings):
            learned.setdefault(training.host, {})[training.topic] = training.on
        latest = {talk.host: talk for talk in reversed(talks)}
        learners = tuple(
            Learner(
                card.host.id, card.host.name, tuple(learned.get(card.host.id, {}).items()), latest.get(card.host.id)
            )
            for card in cards
            if card.host.role is Role.HOST
        )
        return Overview(today, topics, learners, rules.due(learners, topics, cards, today))

    def put_topic(self, topic: NewTopic, key: UUID | None = None) -> Outcome[UUID]:
        """Write down a topic, or change one; raises `RefusedError` when it cannot be so or is there already."""
        kept = rules.kept_topic(topic)
        label = Label(mark("Hosts learn {topic}"), {"topic": kept.name})
        with self._store.work(label, Role.COORDINATOR) as unit:
            known = queries.topic_named(unit.session, kept.name)
            if known is not None and known.id != key:
                raise RefusedError("{topic} is on the list already.", topic=kept.name)
            row = unit.session.get(TrainingTopicRow, key) if key is not None else None
            if row is None and key is not None:
                raise RefusedError("This topic is not on the list any more.")
            if row is None:
                row = TrainingTopicRow()
                unit.session.add(row)
            row.name, row.every_months, row.for_all = kept.name, kept.every_months, kept.for_all
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def put_usual(self) -> Change:
        """Write down the usual topics, as one step; those that are there stay as they are."""
        with self._store.work(Label(mark("The usual topics were written down")), Role.COORDINATOR) as unit:
            for name in USUAL:
                if queries.topic_named(unit.session, translate(name)) is None:
                    self.put_topic(NewTopic(translate(name)))
        return unit.change

    def take_topic_off(self, key: UUID) -> Change:
        """Take a topic off the list, with who learned it."""
        with self._store.work(Label(mark("A topic was taken off the list")), Role.COORDINATOR) as unit:
            row = unit.session.get(TrainingTopicRow, key)
            if row is not None:
                for training in queries.trainings_of(unit.session, key):
                    unit.session.delete(training)
                unit.session.delete(row)
        return unit.change

    def trained(self, topic: UUID, on: date, hosts: Iterable[UUID]) -> Change:
        """Write down who was trained in a topic on a day, as one step; who was on it already stays.

        Raises `RefusedError` without anybody, for a topic that is gone, or for a day to come.
        """
        who = [*dict.fromkeys(hosts)]
        if not who:
            raise RefusedError("Tick who was there.")
        rules.check_day(on, self._room.today())
        with self._store.work(Label(mark("A training was written down")), Role.COORDINATOR) as unit:
            if unit.session.get(TrainingTopicRow, topic) is None:
                raise RefusedError("This topic is not on the list any more.")
            known = queries.trained_on(unit.session, topic, on)
            for host in who:
                if host not in known:
                    unit.session.add(TrainingRow(host_id=host, topic_id=topic, on_date=on))
        return unit.change

    def talked(self, host: UUID, on: date, next_on: date | None = None, agreed: str = "") -> Change:
        """Write down that somebody talked with a host how it goes; what was said is not kept, what was agreed may be.

        Raises `RefusedError` for a day to come, or a next talk that is not after it.
        """
        kept = one_line(agreed)
        rules.check_day(on, self._room.today())
        if next_on is not None and next_on <= on:
            raise RefusedError("The next talk comes after this one. Look at the days.")
        name = self._cards.card(host).host.name
        with self._store.work(
            Label(mark("A talk with {name} was written down"), {"name": name}), Role.COORDINATOR
        ) as u:
            u.session.add(SupportRow(host_id=host, on_date=on, next_on=next_on, agreed=kept))
        return u.change

    def take_back(self, entry: UUID) -> Change:
        """Take back a training or a talk that was written down; what is gone already changes nothing."""
        with self._store.work(Label(mark("A training or talk was taken back")), Role.COORDINATOR) as unit:
            for row in (unit.session.get(TrainingRow, entry), unit.session.get(SupportRow, entry)):
                if row is not None:
                    unit.session.delete(row)
        return unit.change

    def topics(self) -> tuple[Topic, ...]:
        """Give what hosts learn here, by name; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.topics(session)

    def of_host(self, host: UUID) -> tuple[list[Training], list[Talk]]:
        """Give what one host learned and the talks with them, the latest first; for them and the coordinator."""
        self._store.allow(Role.HOST if self._store.actor.host == host else Role.COORDINATOR)
        with self._store.reading() as session:
            return queries.trainings(session, host), queries.talks(session, host)
