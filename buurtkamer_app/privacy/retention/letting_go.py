"""Lets go what was kept long enough: rows that go, columns that are emptied, and every value of the journal of them.

Nothing here passes the journal's own eyes: a before-image of what goes would keep it.
"""

from __future__ import annotations

from datetime import time, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String as Text
from sqlalchemy import cast, delete, exists, func, null, or_, select, update

from buurtkamer_app.base.clock import instant
from buurtkamer_app.desk.arrivals import forgetting
from buurtkamer_app.privacy.emptying import IN_PLACE, empty, take_away
from buurtkamer_app.privacy.retention.queries import before
from buurtkamer_app.privacy.retention.sources import GONE, SOURCES, Source
from buurtkamer_app.privacy.retention.watched import LAST_SEEN, NUMBER, STILL_NAMED, WATCHED, WITHDRAWN
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.activities import ChangedDateRow, SeriesRow
from buurtkamer_app.storage.tables.desk import CallIfMissedRow
from buurtkamer_app.storage.tables.exchange import RecipientRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import (
    AvailabilityRow,
    CertificateRow,
    HostCardRow,
    HostRow,
    HouseKeyRow,
    OtherTimesRow,
    SkillRow,
    VisitorRow,
)
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.safekeeping import DraftRow
from buurtkamer_app.storage.tables.team import AllowanceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.unit import Unit

AT_ONCE: Final = 400
"""Records of a kind that go in one piece of work: SQLite takes no endless list, and whoever counts does not wait."""
UNITS_AT_ONCE: Final = 1500
VISITORS_AT_ONCE: Final = 50
_BELONGS_TO_HOST: Final = (HostCardRow, AvailabilityRow, OtherTimesRow, SkillRow, CertificateRow)


def much(kind: str, number: int) -> bool:
    """Tell whether so many of a kind went that there may be more of it."""
    own = {"visitors": VISITORS_AT_ONCE, "withdrawn": VISITORS_AT_ONCE, "journal": UNITS_AT_ONCE}
    return number >= own.get(kind, AT_ONCE)


def of_kind(unit: Unit, kind: str, until: date, zone: ZoneInfo) -> int:
    """Let go what of a kind is of a day or before it, `AT_ONCE` of each table at most; give how many went."""
    if kind in _OWN_WAYS:
        return _OWN_WAYS[kind](unit, until, zone)
    return sum(_of_source(unit.session, source, until, zone) for source in SOURCES if source.kind == kind)


def _of_source(session: Session, source: Source, until: date, zone: ZoneInfo) -> int:
    table = source.table
    asked = select(table.id).where(source.holds(), before(source.on, until, zone)).order_by(table.id).limit(AT_ONCE)
    rows = session.scalars(asked).all()
    if not rows:
        return 0
    for child, column in source.under:
        belongs = getattr(child, column).in_(rows)
        journal.blank_rows(session, session.scalars(select(child.id).where(belongs)).all())
        session.execute(delete(child).where(belongs), execution_options=IN_PLACE)
    if source.empties:
        empty(session, table, rows, source.empties)
    else:
        take_away(session, table, rows)
    return len(rows)


def _visitors(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Let visitors go who did not come since; the visits stay, counted by name."""
    agreed_later = exists().where(
        CallIfMissedRow.visitor_id == VisitorRow.id,
        or_(~before(CallIfMissedRow.consent_at.expression, until, zone), CallIfMissedRow.away_until > until),
    )
    yes_later = exists().where(
        ConsentRow.visitor_id == VisitorRow.id, ~before(ConsentRow.given_at.expression, until, zone)
    )
    return _forget(unit, (VisitorRow.first_seen_on <= until, until >= LAST_SEEN, ~agreed_later, ~yes_later))


def _withdrawn(unit: Unit, until: date, zone: ZoneInfo) -> int:
    return _forget(unit, (~VisitorRow.may_remember, before(WITHDRAWN, until, zone)))


def _forget(unit: Unit, which: Sequence[Any]) -> int:
    rows = unit.session.scalars(select(VisitorRow).where(*which).order_by(VisitorRow.id).limit(VISITORS_AT_ONCE)).all()
    if rows:
        forgetting.forget(unit, rows)
    return len(rows)


def _recipients(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Let a professional who gets no log any more be known by the code in those that left."""
    del zone
    table = RecipientRow
    asked = select(table.id).where(table.stopped_on <= until, table.passphrase != GONE).limit(AT_ONCE)
    rows = unit.session.scalars(asked).all()
    empties = {"name": table.code, "organisation": "", "passphrase": GONE, "secret": b"", "reply_key": None}
    if rows:
        empty(unit.session, table, rows, empties)
    return len(rows)


def _hosts_contact(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Let go how to reach hosts who stopped, their card and times; keys that they still have stay on the list."""
    del zone
    session, card = unit.session, exists().where(HostCardRow.host_id == HostRow.id)
    asked = select(HostRow.id).where(HostRow.left_on <= until, or_(HostRow.phone != "", card)).limit(AT_ONCE)
    rows = session.scalars(asked).all()
    if not rows:
        return 0
    for table in _BELONGS_TO_HOST:
        found = session.scalars(select(table.id).where(table.host_id.in_(rows))).all()
        if found:
            take_away(session, table, found)
    keys = select(HouseKeyRow.id).where(HouseKeyRow.host_id.in_(rows), HouseKeyRow.back_on.is_not(None))
    if found := session.scalars(keys).all():
        take_away(session, HouseKeyRow, found)
    empty(session, HostRow, rows, {"phone": "", "birth_year": None, "phone_on_list": False})
    return len(rows)


def _hosts_gone(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Let hosts who stopped be a number; whose allowance must still be accounted for keeps the name until then."""
    del zone
    session = unit.session
    paid = exists().where(AllowanceRow.host_id == HostRow.id)
    asked = select(HostRow.id).where(HostRow.left_on <= until, STILL_NAMED, ~paid).limit(AT_ONCE)
    return _number(session, session.scalars(asked).all())


def _allowances(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Let hosts be a number who stopped, and of whom all that was paid is old enough; the notes with it go too."""
    session = unit.session
    later = exists().where(AllowanceRow.host_id == HostRow.id, AllowanceRow.month > until)
    some = exists().where(AllowanceRow.host_id == HostRow.id)
    asked = select(HostRow.id).where(HostRow.left_on <= until, STILL_NAMED, some, ~later).limit(AT_ONCE)
    notes = sum(_of_source(session, source, until, zone) for source in _NOTES)
    return notes + _number(session, session.scalars(asked).all())


def _number(session: Session, rows: Sequence[UUID]) -> int:
    if not rows:
        return 0
    for table in (SeriesRow, ChangedDateRow):
        led = session.scalars(select(table.id).where(table.lead_host_id.in_(rows), table.lead_name != "")).all()
        if led:
            empty(session, table, led, {"lead_name": ""})
    empty(session, HostRow, rows, {"name": func.concat(NUMBER, cast(HostRow.number, Text)), "phone": ""})
    return len(rows)


def _drafts(unit: Unit, until: date, zone: ZoneInfo) -> int:
    old = unit.session.scalars(select(DraftRow.field).where(before(DraftRow.at.expression, until, zone))).all()
    unit.session.execute(delete(DraftRow).where(DraftRow.field.in_(old)), execution_options=IN_PLACE)
    return len(old)


def _journal(unit: Unit, until: date, zone: ZoneInfo) -> int:
    """Trim the journal from its beginning, in the order done; its very first entry says since when there is one."""
    session, row = unit.session, JournalUnitRow
    first = session.scalars(select(row.id).order_by(row.at, row.id).limit(1)).first()
    oldest = session.execute(select(row.id, row.at).where(row.id != first).order_by(row.id).limit(UNITS_AT_ONCE)).all()
    end = instant(until + timedelta(days=1), time(), zone)
    old = [key for key, _ in takewhile(lambda unit: unit[1] < end, oldest)]
    if not old:
        return 0
    last = old[-1]
    between = (JournalUnitRow.id <= last, JournalUnitRow.id != first)
    session.execute(
        delete(JournalChangeRow).where(JournalChangeRow.unit_id <= last, JournalChangeRow.unit_id != first),
        execution_options=IN_PLACE,
    )
    gone = select(row.id).where(*between)
    session.execute(
        update(row).where(row.undoes_id.in_(gone), row.id > last).values(undoes_id=null(), undoable=False),
        execution_options=IN_PLACE,
    )
    session.execute(delete(row).where(*between), execution_options=IN_PLACE)
    return len(old)


def sweep_images(session: Session, zone: ZoneInfo, today: date) -> None:
    """Blank the before-images that units of work still hold of which another part went, once they cannot be undone."""
    old = before(JournalUnitRow.at.expression, today - timedelta(days=2), zone)
    unit = exists().where(JournalUnitRow.id == JournalChangeRow.unit_id, old)
    session.execute(
        update(JournalChangeRow).where(JournalChangeRow.before.is_not(None), unit).values(before=null()),
        execution_options=IN_PLACE,
    )


_NOTES: Final = tuple(source for source in WATCHED if source.kind == "allowances")
_OWN_WAYS: Final[dict[str, Callable[[Unit, Any, Any], int]]] = {
    "visitors": _visitors,
    "withdrawn": _withdrawn,
    "recipients": _recipients,
    "hosts_contact": _hosts_contact,
    "hosts_gone": _hosts_gone,
    "allowances": _allowances,
    "drafts": _drafts,
    "journal": _journal,
}
