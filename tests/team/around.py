"""What is written down of markets and streets, for the tests of the hours that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import LedBy, SessionKind
from buurtkamer_app.storage.tables.market import MarketEventRow, MarketPresenceRow, MarketSessionRow
from buurtkamer_app.storage.tables.street import StreetActivityRow, StreetPresenceRow, StreetRow

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services

_EMPTY = {str: "", bool: False, int: 0}


def _put(session: Session, table: Any, **said: Any) -> UUID:
    """Write a row down; what is not said of it is empty."""
    for column in table.__table__.columns:
        if column.name not in said and column.name not in {"id", "version"}:
            said[column.name] = None if column.nullable else _EMPTY[column.type.python_type]
    row = table(**said)
    session.add(row)
    session.flush()
    key: UUID = row.id
    return key


def was_at_market(
    services: Services, host: UUID, on: date, starts: time, ends: time, *, cancelled: str = "", day: bool = False
) -> Change:
    """Let a host be at a session of a market, or at the day itself."""
    when = {"on_date": on, "starts": starts, "ends": ends}
    with services.store.work(Label("market"), Role.COORDINATOR) as unit:
        sizes = {"wide_cm": 2000, "high_cm": 1500}
        event = _put(unit.session, MarketEventRow, name="Buurtmarkt", cancelled=cancelled, **when, **sizes)
        kind = SessionKind.DAY if day else SessionKind.WORKING
        session = _put(unit.session, MarketSessionRow, event_id=event, kind=kind, **when)
        _put(unit.session, MarketPresenceRow, session_id=session, host_id=host)
        _put(unit.session, MarketPresenceRow, session_id=session, name="een buur")
    return unit.change


def helped_in_street(
    services: Services,
    host: UUID,
    on: date,
    starts: time,
    ends: time,
    *,
    until: time | None = None,
    cancelled: str = "",
) -> Change:
    """Let a host help at a gathering in a street, which residents may have ended later."""
    when = {"on_date": on, "starts": starts, "ends": ends, "residents_until": until}
    with services.store.work(Label("street"), Role.COORDINATOR) as unit:
        street = _put(unit.session, StreetRow, name=f"Straat {uuid4()}")
        held = _put(
            unit.session,
            StreetActivityRow,
            street_id=street,
            name="Soep op de stoep",
            led_by=LedBy.TOGETHER,
            cancelled=cancelled,
            **when,
        )
        _put(unit.session, StreetPresenceRow, activity_id=held, host_id=host)
    return unit.change
