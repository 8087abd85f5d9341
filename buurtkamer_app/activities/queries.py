"""All SQL of activities."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select, update

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.chains import Chains, GoesOn
from buurtkamer_app.activities.records import Changed, Occurrence, Party, Present, Series, TakingPart, Ticked
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.activities import (
    CancelledRow,
    ChangedDateRow,
    HeadcountRow,
    ParticipationRow,
    SeriesRow,
    SignUpRow,
)
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import SpaceRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def all_series(session: Session) -> list[Series]:
    """Give every series, in the order of their numbers."""
    return _series(session)


def one_series(session: Session, key: UUID) -> Series | None:
    """Give a series by its key."""
    return next(iter(_series(session, SeriesRow.id == key)), None)


# In the order of the fields of `Series`. Columns, not rows: a week among thousands of series has to be there at once.
_SERIES: Final[tuple[Any, ...]] = (
    SeriesRow.id,
    SeriesRow.number,
    SeriesRow.name,
    SeriesRow.about,
    SeriesRow.rrule,
    SeriesRow.first_date,
    SeriesRow.starts,
    SeriesRow.ends,
    SeriesRow.price_cents,
    SeriesRow.capacity,
    SeriesRow.theme,
    SpaceRow.name,
    SeriesRow.lead_kind,
    # Who leads keeps leading under another name.
    func.coalesce(HostRow.name, SeriesRow.lead_name),
    SeriesRow.lead_on_paper,
    SeriesRow.self_run,
    SeriesRow.sign_up,
    SeriesRow.last_date,
    SeriesRow.reduced_cents,
    SeriesRow.minimum,
    SeriesRow.bring,
    SeriesRow.meal,
    SeriesRow.continues_id,
    SeriesRow.uid,
    SeriesRow.sequence,
    SeriesRow.pictogram,
)


def _series(session: Session, *which: ColumnElement[bool]) -> list[Series]:
    query = (
        select(*_SERIES)
        .join(SpaceRow, SpaceRow.id == SeriesRow.space_id)
        .outerjoin(HostRow, HostRow.id == SeriesRow.lead_host_id)
        .where(*which)
        .order_by(SeriesRow.number)
    )
    return [Series(*row) for row in session.execute(query)]


def chains(session: Session) -> Chains:
    """Read what goes on from another series, who leads it, and whether they agreed to be named."""
    lead = func.coalesce(HostRow.name, SeriesRow.lead_name)
    rows = session.execute(
        select(SeriesRow.continues_id, SeriesRow.id, lead, SeriesRow.lead_on_paper)
        .outerjoin(HostRow, HostRow.id == SeriesRow.lead_host_id)
        .where(SeriesRow.continues_id.is_not(None))
        .order_by(SeriesRow.number)
    )
    return Chains({before: GoesOn(key, who, agreed) for before, key, who, agreed in rows if before is not None})


def changed_dates(session: Session, *which: ColumnElement[bool]) -> list[Changed]:
    """Give the dates that are otherwise than their rule says, by date."""
    rows = session.execute(
        select(ChangedDateRow, SpaceRow.name, func.coalesce(HostRow.name, ChangedDateRow.lead_name))
        .join(SpaceRow, SpaceRow.id == ChangedDateRow.space_id)
        .outerjoin(HostRow, HostRow.id == ChangedDateRow.lead_host_id)
        .where(*which)
        .order_by(ChangedDateRow.on_date, ChangedDateRow.id)
    )
    return [
        Changed(
            row.id,
            row.series_id,
            row.rule_date,
            row.on_date,
            row.starts,
            row.ends,
            space,
            row.lead_kind,
            lead,
            row.lead_on_paper,
        )
        for row, space, lead in rows
    ]


def planned(session: Session, first: date, last: date) -> list[Occurrence]:
    """Give what is on in a period, by date, time and number, also what was cancelled; without places and headcounts."""
    here = ChangedDateRow.on_date.between(first, last)
    changed = changed_dates(session, or_(here, ChangedDateRow.rule_date.between(first, last)))
    can_be = and_(SeriesRow.first_date <= last, or_(SeriesRow.last_date.is_(None), SeriesRow.last_date >= first))
    moved_in = SeriesRow.id.in_(select(ChangedDateRow.series_id).where(here))
    off = {
        (row.series_id, row.on_date): row.reason
        for row in session.scalars(select(CancelledRow).where(CancelledRow.on_date.between(first, last)))
    }
    found = rules.planned(_series(session, or_(can_be, moved_in)), changed, first, last)
    return [
        replace(entry, cancelled=off[key]) if (key := (entry.series.id, entry.on)) in off else entry for entry in found
    ]


def occurrences(session: Session, first: date, last: date) -> list[Occurrence]:
    """Give what is on in a period, by date, time and number, with places and headcounts."""
    seats = _seats(session, first, last)
    counts = {
        (row.series_id, row.on_date): row.persons
        for row in session.scalars(select(HeadcountRow).where(HeadcountRow.on_date.between(first, last)))
    }
    found = []
    for entry in planned(session, first, last):
        key = (entry.series.id, entry.on)
        signed_up, waiting = seats.get((*key, False), 0), seats.get((*key, True), 0)
        found.append(replace(entry, signed_up=signed_up, waiting=waiting, headcount=counts.get(key)))
    return found


def _seats(session: Session, first: date, last: date) -> dict[tuple[UUID, date, bool], int]:
    rows = session.execute(
        select(SignUpRow.series_id, SignUpRow.on_date, SignUpRow.waiting, func.sum(SignUpRow.persons))
        .where(SignUpRow.on_date.between(first, last), SignUpRow.cancelled.is_(False))
        .group_by(SignUpRow.series_id, SignUpRow.on_date, SignUpRow.waiting)
    )
    return {(series, on, waiting): int(persons) for series, on, waiting, persons in rows}


def next_number(session: Session) -> int:
    """Give the number of the next series."""
    return (session.scalar(select(func.max(SeriesRow.number))) or 0) + 1


def sign_ups(session: Session, series: UUID, on: date) -> Sequence[SignUpRow]:
    """Give the parties of one date that did not cancel, in the order in which they came."""
    return session.scalars(
        select(SignUpRow)
        .where(SignUpRow.series_id == series, SignUpRow.on_date == on, SignUpRow.cancelled.is_(False))
        .order_by(SignUpRow.at, SignUpRow.id)
    ).all()


def party(row: SignUpRow) -> Party:
    """Give a party as a record."""
    return Party(row.id, row.name, row.persons, row.waiting, row.phone)


def headcount(session: Session, series: UUID, on: date) -> HeadcountRow | None:
    """Give the headcount of one date."""
    return session.scalars(
        select(HeadcountRow).where(HeadcountRow.series_id == series, HeadcountRow.on_date == on)
    ).first()


def participations(session: Session, first: date, last: date) -> int:
    """Give how many took part in a period: the sum of its headcounts, but of no date that did not go on."""
    off = select(CancelledRow.id).where(
        CancelledRow.series_id == HeadcountRow.series_id, CancelledRow.on_date == HeadcountRow.on_date
    )
    query = select(func.coalesce(func.sum(HeadcountRow.persons), 0)).where(HeadcountRow.on_date.between(first, last))
    return session.scalar(query.where(~off.exists())) or 0


def cancelled(session: Session, series: UUID, on: date) -> CancelledRow | None:
    """Give what says that one date does not go on."""
    return session.scalars(
        select(CancelledRow).where(CancelledRow.series_id == series, CancelledRow.on_date == on)
    ).first()


def present(session: Session, series: UUID, on: date) -> Sequence[ParticipationRow]:
    """Give who was ticked or just there on one date, in the order in which they were written down."""
    return session.scalars(
        select(ParticipationRow)
        .where(ParticipationRow.series_id == series, ParticipationRow.on_date == on)
        .order_by(ParticipationRow.id)
    ).all()


def taking_part(session: Session, occurrence: Occurrence) -> TakingPart:
    """Give who signed up for an occurrence and who was there."""
    series, on = occurrence.series.id, occurrence.on
    there = present(session, series, on)
    ticked = {row.sign_up_id for row in there}
    return TakingPart(
        occurrence,
        tuple(Ticked(party(row), row.id in ticked) for row in sign_ups(session, series, on)),
        tuple(Present(row.id, row.name, row.persons) for row in there if row.sign_up_id is None),
    )


def forget_names(session: Session, until: date) -> None:
    """Empty names and phone numbers of who signed up or took part until a date, also where the journal holds them."""
    # Not through the mapped rows: the journal would keep what was there before.
    kinds = (SignUpRow, ParticipationRow)
    for kind, named in ((SignUpRow, (SignUpRow.name, SignUpRow.phone)), (ParticipationRow, (ParticipationRow.name,))):
        session.execute(
            update(kind)
            .where(kind.on_date <= until, or_(*(column != "" for column in named)))
            .values({**{column.key: "" for column in named}, "version": kind.version + 1})
            .execution_options(synchronize_session=False)
        )
    images = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before).where(
            JournalChangeRow.kind.in_([kind.__tablename__ for kind in kinds]),
            JournalChangeRow.action == "delete",
            JournalChangeRow.before.is_not(None),
        )
    )
    gone = {row for row, image in images if date.fromisoformat(image["on_date"]) <= until}
    changed = set(
        session.scalars(
            select(SignUpRow.id)
            .join(JournalChangeRow, JournalChangeRow.row_id == SignUpRow.id)
            .where(
                SignUpRow.on_date <= until, JournalChangeRow.action == "update", JournalChangeRow.before.is_not(None)
            )
        )
    )
    journal.blank_rows(session, gone | changed)
