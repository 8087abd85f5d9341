"""All SQL of looking back on streets, markets and results; the four notes of a street are never read here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.evaluation.looking.around_records import MarketBack
from buurtkamer_app.evaluation.records import Result
from buurtkamer_app.storage.tables.market import (
    MarketElementRow,
    MarketEventRow,
    MarketGoalRow,
    NewTieRow,
    TestimonialRow,
)
from buurtkamer_app.storage.tables.street import (
    StreetActivityRow,
    StreetGroupRow,
    StreetPhaseRow,
    StreetReflectionRow,
    StreetRow,
    StreetSdgRow,
)
from buurtkamer_app.storage.tables.team import ResultRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms_around import LedBy, TargetGroup


class Gathering(NamedTuple):
    """A street activity that was held."""

    id: UUID
    street: UUID
    street_name: str
    name: str
    on: date
    starts: time
    ends: time
    led_by: LedBy
    headcount: int
    professionals: int
    professionals_until: time | None
    residents_until: time | None


def _was(first: date, last: date) -> list[ColumnElement[bool]]:
    return [StreetActivityRow.on_date.between(first, last), StreetActivityRow.cancelled == ""]


def gatherings(session: Session, first: date, last: date) -> list[Gathering]:
    """Read the street activities of a period that were not called off."""
    rows = session.execute(
        select(
            StreetActivityRow.id,
            StreetRow.id,
            StreetRow.name,
            StreetActivityRow.name,
            StreetActivityRow.on_date,
            StreetActivityRow.starts,
            StreetActivityRow.ends,
            StreetActivityRow.led_by,
            func.coalesce(StreetActivityRow.headcount, 0),
            StreetActivityRow.professionals,
            StreetActivityRow.professionals_until,
            StreetActivityRow.residents_until,
        )
        .join(StreetRow, StreetRow.id == StreetActivityRow.street_id)
        .where(*_was(first, last))
        .order_by(StreetActivityRow.on_date, StreetActivityRow.starts, StreetActivityRow.id)
    )
    return [Gathering._make(row) for row in rows]


def reached(session: Session, first: date, last: date) -> list[tuple[UUID, TargetGroup]]:
    """Read which target groups the street activities of a period reached."""
    rows = session.execute(
        select(StreetGroupRow.activity_id, StreetGroupRow.target)
        .join(StreetActivityRow, StreetActivityRow.id == StreetGroupRow.activity_id)
        .where(*_was(first, last), StreetGroupRow.reached)
    )
    return [(activity, target) for activity, target in rows]


def goals(session: Session, first: date, last: date) -> list[tuple[UUID, int]]:
    """Read on which development goals the street activities of a period worked."""
    rows = session.execute(
        select(StreetSdgRow.activity_id, StreetSdgRow.goal)
        .join(StreetActivityRow, StreetActivityRow.id == StreetSdgRow.activity_id)
        .where(*_was(first, last))
    )
    return [(activity, int(goal)) for activity, goal in rows]


def street_reflections(session: Session, first: date, last: date) -> dict[UUID, StreetReflectionRow]:
    """Read the finished looks back at street activities of a period, by the key of the activity."""
    rows = session.scalars(
        select(StreetReflectionRow)
        .join(StreetActivityRow, StreetActivityRow.id == StreetReflectionRow.activity_id)
        .where(*_was(first, last), StreetReflectionRow.finished_at.is_not(None))
    )
    return {row.activity_id: row for row in rows}


def phases(session: Session) -> dict[UUID, list[tuple[date, LedBy]]]:
    """Read since when each street was led by whom, in the order of time."""
    found: dict[UUID, list[tuple[date, LedBy]]] = {}
    rows = session.execute(
        select(StreetPhaseRow.street_id, StreetPhaseRow.since, StreetPhaseRow.led_by).order_by(StreetPhaseRow.since)
    )
    for street, since, led_by in rows:
        found.setdefault(street, []).append((since, led_by))
    return found


def street_names(session: Session) -> dict[UUID, str]:
    """Give every street's name, and nothing else of it."""
    return {key: name for key, name in session.execute(select(StreetRow.id, StreetRow.name))}  # noqa: C416 - as above


def market_rows(session: Session, first: date, last: date) -> Sequence[MarketEventRow]:
    """Read the markets of a period that were not called off."""
    return session.scalars(
        select(MarketEventRow)
        .where(MarketEventRow.on_date.between(first, last), MarketEventRow.cancelled == "")
        .order_by(MarketEventRow.on_date, MarketEventRow.id)
    ).all()


def markets(session: Session, first: date, last: date) -> list[MarketBack]:
    """Count what the markets of a period were made of and what came of them."""
    events = market_rows(session, first, last)
    keys = [event.id for event in events]
    kinds: dict[UUID, dict[ElementKind, int]] = {}
    elements = session.execute(
        select(MarketElementRow.event_id, MarketElementRow.kind, func.count(MarketElementRow.id))
        .where(MarketElementRow.event_id.in_(keys))
        .group_by(MarketElementRow.event_id, MarketElementRow.kind)
    )
    for event, kind, many in elements:
        kinds.setdefault(event, {})[kind] = int(many)
    aims = _counted(session, MarketGoalRow, keys)
    outcomes = _counted(session, MarketGoalRow, keys, MarketGoalRow.outcome != "")
    ties, said = _counted(session, NewTieRow, keys), _counted(session, TestimonialRow, keys)
    return [
        MarketBack(
            event.id,
            event.name,
            event.on_date,
            {kind: kinds[event.id][kind] for kind in ElementKind if kind in kinds.get(event.id, {})},
            event.visitors,
            aims[event.id],
            outcomes[event.id],
            ties[event.id],
            said[event.id],
        )
        for event in events
    ]


def _counted(
    session: Session,
    row: type[MarketGoalRow | NewTieRow | TestimonialRow],
    keys: Sequence[UUID],
    *which: ColumnElement[bool],
) -> Counter[UUID]:
    rows = session.execute(
        select(row.event_id, func.count(row.id)).where(row.event_id.in_(keys), *which).group_by(row.event_id)
    )
    return Counter({event: int(many) for event, many in rows})


def testimonials(session: Session, first: date, last: date) -> list[tuple[date, str, str, str, datetime | None]]:
    """Read what people said of markets: the day, its name, what was said, by whom, and when they agreed to that."""
    rows = session.execute(
        select(
            MarketEventRow.on_date,
            MarketEventRow.name,
            TestimonialRow.text,
            TestimonialRow.name,
            TestimonialRow.consent_at,
        )
        .join(MarketEventRow, MarketEventRow.id == TestimonialRow.event_id)
        .where(MarketEventRow.on_date.between(first, last), MarketEventRow.cancelled == "")
        .order_by(TestimonialRow.id)
    )
    return [(on, name, text, by, at) for on, name, text, by, at in rows]


def results(session: Session, first: date, last: date) -> list[Result]:
    """Read the visible results of a period."""
    rows = session.scalars(
        select(ResultRow).where(ResultRow.on_date.between(first, last)).order_by(ResultRow.on_date, ResultRow.id)
    )
    return [Result(row.on_date, row.what, row.unit, row.many, row.theme, row.agreement_id) for row in rows]
