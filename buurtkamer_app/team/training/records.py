"""What hosts learn and who talks with them how it goes: topics, trainings, talks, and what is due."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class NewTopic:
    """Something that hosts learn; `every_months` is after how long again (None: once is enough).

    `for_all` when every host should have done it.
    """

    name: str
    every_months: int | None = None
    for_all: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(NewTopic):
    """A topic on record; `id` is its key."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Training:
    """That a host was trained in a topic on a day."""

    id: UUID
    host: UUID
    topic: UUID
    on: date


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk with a host about how it goes, when the next one is, and in a few words what was agreed."""

    id: UUID
    host: UUID
    on: date
    next_on: date | None
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Learner:
    """A host with what they learned (the latest day of each topic) and the latest talk."""

    id: UUID
    name: str
    learned: tuple[tuple[UUID, date], ...] = ()
    talk: Talk | None = None


class DueKind(enum.StrEnum):
    """What is due for a host."""

    TOPIC = "topic"
    AGAIN = "again"
    TALK = "talk"
    VOG = "vog"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due for a host: `what` names the topic or certificate, `by` is None when it was never done."""

    kind: DueKind
    host: UUID
    name: str
    what: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it at one moment: today, the topics, the hosts, and what is due with the most pressing first."""

    today: date
    topics: tuple[Topic, ...]
    learners: tuple[Learner, ...]
    due: tuple[Due, ...]
