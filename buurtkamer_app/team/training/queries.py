"""All SQL of training and support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from buurtkamer_app.storage.tables.team import SupportRow, TrainingRow, TrainingTopicRow
from buurtkamer_app.team.training.records import Talk, Topic, Training

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session


def topics(session: Session) -> tuple[Topic, ...]:
    """Give the topics by name."""
    rows = session.scalars(select(TrainingTopicRow).order_by(func.lower(TrainingTopicRow.name)))
    return tuple(Topic(row.name, row.every_months, row.for_all, id=row.id) for row in rows)


def topic_named(session: Session, name: str) -> TrainingTopicRow | None:
    """Give the row of the topic of this name, whatever its capitals."""
    rows = session.scalars(select(TrainingTopicRow))
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def trainings(session: Session, host: UUID | None = None) -> list[Training]:
    """Give who was trained in what, the latest first; of one host or of all."""
    asked = select(TrainingRow).order_by(TrainingRow.on_date.desc(), TrainingRow.id.desc())
    if host is not None:
        asked = asked.where(TrainingRow.host_id == host)
    return [Training(row.id, row.host_id, row.topic_id, row.on_date) for row in session.scalars(asked)]


def trainings_of(session: Session, topic: UUID) -> list[TrainingRow]:
    """Give the rows of who was trained in a topic."""
    return [*session.scalars(select(TrainingRow).where(TrainingRow.topic_id == topic))]


def trained_on(session: Session, topic: UUID, on: date) -> set[UUID]:
    """Give who was trained in a topic on a day."""
    return set(
        session.scalars(select(TrainingRow.host_id).where(TrainingRow.topic_id == topic, TrainingRow.on_date == on))
    )


def talks(session: Session, host: UUID | None = None) -> list[Talk]:
    """Give the talks, the latest first; with one host or with all."""
    asked = select(SupportRow).order_by(SupportRow.on_date.desc(), SupportRow.id.desc())
    if host is not None:
        asked = asked.where(SupportRow.host_id == host)
    return [Talk(row.id, row.host_id, row.on_date, row.next_on, row.agreed) for row in session.scalars(asked)]
