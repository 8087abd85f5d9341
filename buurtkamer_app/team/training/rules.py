"""What is due for a host: a topic, once more a topic, a talk, a new VOG, a certificate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.spans import months_later
from buurtkamer_app.team.training.records import Due, DueKind, NewTopic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from buurtkamer_app.people.cards.records import Card
    from buurtkamer_app.team.training.records import Learner, Topic

AHEAD: Final = timedelta(weeks=8)  # how long before its day something is named
MOST_MONTHS: Final = 120


def kept_topic(topic: NewTopic) -> NewTopic:
    """Give a topic as it is kept; raises `RefusedError` without a name, or for more months than anybody waits."""
    name = one_line(topic.name)
    if not name:
        raise RefusedError("Say what hosts learn, for example: hearing wishes.")
    if topic.every_months is not None and not 1 <= topic.every_months <= MOST_MONTHS:
        raise RefusedError("After how many months again? Between 1 and {most}.", most=MOST_MONTHS)
    return NewTopic(name, topic.every_months, topic.for_all)


def check_day(on: date, today: date) -> None:
    """Raise `RefusedError` for a day that is still to come."""
    if on > today:
        raise RefusedError("This day is still to come. Write it down afterwards.")


def due(learners: Sequence[Learner], topics: Sequence[Topic], cards: Iterable[Card], today: date) -> tuple[Due, ...]:
    """Give what is due within eight weeks: what has a day by that day, then what was never done, by name."""
    names = {learner.id: learner.name for learner in learners}
    found = [entry for learner in learners for entry in (*_topics(learner, topics), *_talk(learner))]
    found += [entry for card in cards if card.host.id in names for entry in _papers(card)]
    near = [entry for entry in found if entry.by is None or entry.by <= today + AHEAD]
    return tuple(sorted(near, key=lambda entry: (entry.by or date.max, entry.name, entry.what)))


def _topics(learner: Learner, topics: Iterable[Topic]) -> Iterator[Due]:
    learned = dict(learner.learned)
    for topic in topics:
        on = learned.get(topic.id)
        if on is None:
            if topic.for_all:
                yield Due(DueKind.TOPIC, learner.id, learner.name, topic.name)
        elif topic.every_months is not None:
            by = months_later(on, topic.every_months)
            yield Due(DueKind.AGAIN, learner.id, learner.name, topic.name, by)


def _talk(learner: Learner) -> Iterator[Due]:
    if learner.talk is not None and learner.talk.next_on is not None:
        yield Due(DueKind.TALK, learner.id, learner.name, "", learner.talk.next_on)


def _papers(card: Card) -> Iterator[Due]:
    if card.vog_seen_on is not None and card.vog_renew_on is not None:
        yield Due(DueKind.VOG, card.host.id, card.host.name, "", card.vog_renew_on)
    for certificate in card.certificates:
        if certificate.until is not None:
            yield Due(DueKind.CERTIFICATE, card.host.id, card.host.name, certificate.name, certificate.until)
