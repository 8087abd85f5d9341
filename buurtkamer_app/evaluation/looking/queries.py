"""All SQL of looking back on visits, wishes, activities and hours; what is around the room is in `around_queries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Text, and_, case, cast, func, or_, select

from buurtkamer_app.base.clock import local
from buurtkamer_app.base.terms import Ending, LeadKind, WishStatus
from buurtkamer_app.evaluation.looking.held_records import Otherwise, Planned
from buurtkamer_app.evaluation.looking.records import BecameSelfRun
from buurtkamer_app.storage.tables.activities import (
    CancelledRow,
    ChangedDateRow,
    HeadcountRow,
    ReflectionRow,
    SeriesRow,
)
from buurtkamer_app.storage.tables.days import DayRow
from buurtkamer_app.storage.tables.desk import HelpRow, VisitRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import SpaceRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow, SignOnRow
from buurtkamer_app.storage.tables.team import ContributedRow, ProfessionalHoursRow
from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishMoveRow, WishRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms import HoursKind, Theme


class Fulfilled(NamedTuple):
    """A wish that was fulfilled: when, when it was written down, and what it came to (None: not known)."""

    on: date
    recorded_on: date
    ending: Ending | None
    number: int
    text: str


_FULFILLED = (WishStatus.DONE, WishStatus.SELF_RUN)


def first_day(session: Session) -> date | None:
    """Give the first day of which anything is on record that happened: a visit, a count, an open room, a new wish."""
    days = [select(func.min(row.on_date)) for row in (VisitRow, HeadcountRow, DayRow)]
    days.append(select(func.min(WishRow.recorded_on)).where(WishRow.carried_in.is_(False)))
    found = [session.scalar(query) for query in days]
    return min((on for on in found if on is not None), default=None)


def helped(session: Session, first: date, last: date) -> int:
    """Count how often help was asked."""
    return session.scalars(select(func.count(HelpRow.id)).where(HelpRow.on_date.between(first, last))).one()


def by_status(session: Session, first: date, last: date) -> dict[WishStatus, int]:
    """Count the new wishes of a period by where they stand now; what a room file brought does not count."""
    rows = session.execute(
        select(WishRow.status, func.count(WishRow.id))
        .where(WishRow.recorded_on.between(first, last), WishRow.carried_in.is_(False))
        .group_by(WishRow.status)
    )
    found = {status: int(many) for status, many in rows}
    return {status: found[status] for status in WishStatus if status in found}


def fulfilled(session: Session, zone: ZoneInfo) -> list[Fulfilled]:
    """Give every wish that was fulfilled: done and told, or done by residents themselves."""
    done = (
        select(WishMoveRow.wish_id, func.min(WishMoveRow.at).label("at"))
        .where(WishMoveRow.status.in_(_FULFILLED))
        .group_by(WishMoveRow.wish_id)
        .subquery()
    )
    rows = session.execute(
        select(
            done.c.at,
            WishRow.moved_at,
            WishRow.recorded_on,
            WishEndingRow.kind,
            WishRow.series_id,
            WishRow.number,
            WishRow.text,
        )
        .outerjoin(done, done.c.wish_id == WishRow.id)
        .outerjoin(WishEndingRow, WishEndingRow.wish_id == func.coalesce(WishRow.head_id, WishRow.id))
        .where(WishRow.status.in_(_FULFILLED), WishRow.carried_in.is_(False))
    )
    return [
        Fulfilled(
            local(at or moved_at, zone).date(),
            recorded_on,
            kind or (Ending.ACTIVITY if series else None),
            number,
            text,
        )
        for at, moved_at, recorded_on, kind, series, number, text in rows
    ]


def planned(session: Session, first: date, last: date, *, hosts_only: bool = False) -> list[Planned]:
    """Read of every series that can be on in a period what tells on which dates it was.

    With `hosts_only` of those alone that hosts lead, or led on some date.
    """
    led = select(ChangedDateRow.series_id).where(ChangedDateRow.lead_kind == LeadKind.HOST)
    which = [or_(SeriesRow.lead_kind == LeadKind.HOST, SeriesRow.id.in_(led))] if hosts_only else []
    moved_in = select(ChangedDateRow.series_id).where(ChangedDateRow.on_date.between(first, last))
    can_be = and_(SeriesRow.first_date <= last, or_(SeriesRow.last_date.is_(None), SeriesRow.last_date >= first))
    rows = session.execute(
        select(
            SeriesRow.id,
            SeriesRow.name,
            SeriesRow.rrule,
            SeriesRow.first_date,
            SeriesRow.last_date,
            SeriesRow.starts,
            SeriesRow.ends,
            SpaceRow.name,
            SeriesRow.theme,
            SeriesRow.lead_kind,
            func.coalesce(HostRow.name, SeriesRow.lead_name),
            SeriesRow.self_run,
        )
        .join(SpaceRow, SpaceRow.id == SeriesRow.space_id)
        .outerjoin(HostRow, HostRow.id == SeriesRow.lead_host_id)
        .where(or_(can_be, SeriesRow.id.in_(moved_in)), *which)
    )
    return [Planned._make(row) for row in rows]


def otherwise(session: Session, first: date, last: date) -> list[Otherwise]:
    """Read the dates that are otherwise than their rule says, by the rule's date or by their own."""
    here = ChangedDateRow.on_date.between(first, last), ChangedDateRow.rule_date.between(first, last)
    rows = session.execute(
        select(
            ChangedDateRow.series_id,
            ChangedDateRow.rule_date,
            ChangedDateRow.on_date,
            ChangedDateRow.starts,
            ChangedDateRow.ends,
            SpaceRow.name,
            ChangedDateRow.lead_kind,
            func.coalesce(HostRow.name, ChangedDateRow.lead_name),
        )
        .join(SpaceRow, SpaceRow.id == ChangedDateRow.space_id)
        .outerjoin(HostRow, HostRow.id == ChangedDateRow.lead_host_id)
        .where(or_(*here))
    )
    return [Otherwise._make(row) for row in rows]


def called_off(session: Session, first: date, last: date) -> dict[UUID, frozenset[date]]:
    """Read which dates of which series were called off."""
    found: dict[UUID, set[date]] = {}
    rows = session.execute(
        select(CancelledRow.series_id, CancelledRow.on_date).where(CancelledRow.on_date.between(first, last))
    )
    for series, on in rows:
        found.setdefault(series, set()).add(on)
    return {series: frozenset(days) for series, days in found.items()}


def heads(session: Session, days: Sequence[tuple[date, date]]) -> dict[tuple[UUID, date], int]:
    """Read how many took part on each date within some spans of days."""
    if not days:
        return {}
    rows = session.execute(
        select(HeadcountRow.series_id, HeadcountRow.on_date, HeadcountRow.persons).where(
            or_(*(HeadcountRow.on_date.between(first, last) for first, last in days))
        )
    )
    return {(series, on): int(persons) for series, on, persons in rows}


def participations(session: Session, first: date, last: date) -> dict[Theme, int]:
    """Add up by theme how many took part, as `Activities.participations` does: of no date that did not go on."""
    rows = session.execute(
        select(SeriesRow.theme, func.sum(HeadcountRow.persons))
        .join(SeriesRow, SeriesRow.id == HeadcountRow.series_id)
        .where(HeadcountRow.on_date.between(first, last), went_on())
        .group_by(SeriesRow.theme)
    )
    return {theme: int(persons) for theme, persons in rows}


def went_on() -> ColumnElement[bool]:
    """Say that the date of a headcount was not called off."""
    off = select(CancelledRow.id).where(
        CancelledRow.series_id == HeadcountRow.series_id, CancelledRow.on_date == HeadcountRow.on_date
    )
    return ~off.exists()


def became_self_run(session: Session, zone: ZoneInfo) -> list[BecameSelfRun]:
    """Give every activity that residents took over, and the first day of which that is known."""
    said = session.execute(
        select(SeriesRow.id, SeriesRow.name, func.min(ReflectionRow.on_date))
        .join(SeriesRow, SeriesRow.id == ReflectionRow.series_id)
        .where(ReflectionRow.by_residents.is_(True))
        .group_by(SeriesRow.id, SeriesRow.name)
    )
    moved = session.execute(
        select(SeriesRow.id, SeriesRow.name, func.min(WishMoveRow.at))
        .join(WishRow, WishRow.id == WishMoveRow.wish_id)
        .join(SeriesRow, SeriesRow.id == WishRow.series_id)
        .where(WishMoveRow.status == WishStatus.SELF_RUN, WishRow.status == WishStatus.SELF_RUN)
        .group_by(SeriesRow.id, SeriesRow.name)
    )
    since: dict[str, date] = {}
    every = [(name, on) for _, name, on in said]
    every += [(name, local(at, zone).date()) for _, name, at in moved]
    for name, on in every:
        since[name] = min(on, since.get(name, on))
    return [BecameSelfRun(on, name) for name, on in since.items()]


def hosts(session: Session) -> list[tuple[UUID, str, bool]]:
    """Give the key and name of every host, also of those who left, and whether they are in the team."""
    rows = session.execute(select(HostRow.id, HostRow.name, HostRow.team_member))
    return [(key, name, member) for key, name, member in rows]


def contributed(session: Session, first: date, last: date) -> list[tuple[UUID, date, time, time, HoursKind]]:
    """Read the hours that were written down by hand: host, day, times, kind."""
    row = ContributedRow
    rows = session.execute(
        select(row.host_id, row.on_date, row.starts, row.ends, row.kind).where(row.on_date.between(first, last))
    )
    return [(host, on, starts, ends, kind) for host, on, starts, ends, kind in rows]


def signed_on(session: Session, first: date, last: date) -> bytes:
    """Read the ended sign-ons of a period as one JSON text: host, on, off, and the day and times of their shift.

    A substitute has no planned start. The database writes the text and msgspec reads it: ten years are 30,000 of them.
    """
    parts = (
        SignOnRow.host_id,
        SignOnRow.on_at,
        SignOnRow.off_at,
        ShiftRow.on_date,
        case((PlaceRow.replaces_id.is_(None), ShiftRow.starts)),
        ShiftRow.ends,
    )
    postgresql = session.get_bind().dialect.name == "postgresql"
    every = (
        func.json_agg(func.json_build_array(*parts)) if postgresql else func.json_group_array(func.json_array(*parts))
    )
    found = session.scalars(
        select(cast(every, Text))
        .select_from(SignOnRow)
        .outerjoin(PlaceRow, PlaceRow.id == SignOnRow.place_id)
        .outerjoin(ShiftRow, ShiftRow.id == PlaceRow.shift_id)
        .where(SignOnRow.on_date.between(first, last), SignOnRow.off_at.is_not(None))
    ).one()
    return (found or "[]").encode()


def professional_hours(session: Session, first: date, last: date) -> list[tuple[date, str, int]]:
    """Read the hours of professionals of the months that begin in a period: month, organisation, minutes."""
    rows = session.execute(
        select(ProfessionalHoursRow.month, ProfessionalHoursRow.organisation, ProfessionalHoursRow.minutes).where(
            ProfessionalHoursRow.month.between(first, last)
        )
    )
    return [(month, organisation, int(minutes)) for month, organisation, minutes in rows]
