"""Lets names go that nobody agreed to keep, with every value of the journal and every draft that holds them.

Nothing here passes the journal's own eyes: a before-image of the name that goes would keep it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, or_, select, update

from buurtkamer_app.base.changes import Change
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, MissedContactRow, VisitRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.storage.tables.safekeeping import DraftRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from buurtkamer_app.storage.unit import Unit

_IN_PLACE = {"synchronize_session": False}
_AT_ONCE = 500  # keys in one statement: SQLite takes no endless list


def not_to_keep(session: Session, until: date) -> Sequence[VisitorRow]:
    """Give who was first seen until a day and did not agree to be kept.

    Who asked to be called when missed agreed to more than that.
    """
    called = exists().where(CallIfMissedRow.visitor_id == VisitorRow.id)
    query = select(VisitorRow).where(VisitorRow.may_remember.is_(False), VisitorRow.first_seen_on <= until, ~called)
    return session.scalars(query.order_by(VisitorRow.id)).all()


def forget(unit: Unit, rows: Sequence[VisitorRow]) -> Change:
    """Let these names go; the visits stay, counted by name as they were. Give what changed, as the journal has it."""
    session = unit.session
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        keys = {row.id for row in some}
        names = _nobody_elses(session, keys, {row.name for row in some})
        _blank(session, keys, names)
        _blank_drafts(session, names)
        session.execute(
            update(VisitRow).where(VisitRow.visitor_id.in_(keys)).values(visitor_id=None), execution_options=_IN_PLACE
        )
        _forget_consents(session, keys, unit.now)
        for kind in (CallIfMissedRow, MissedContactRow, VisitorRow):
            session.execute(delete(kind).where(_whose(kind).in_(keys)), execution_options=_IN_PLACE)
    return _written(unit, rows)


def _whose(kind: type[CallIfMissedRow | MissedContactRow | VisitorRow]) -> InstrumentedAttribute[UUID]:
    return kind.id if issubclass(kind, VisitorRow) else kind.visitor_id


def _forget_consents(session: Session, keys: Collection[UUID], now: datetime) -> None:
    """Let what these people agreed to say nobody: that somebody once agreed stays for a while, whose yes it was not."""
    called = session.scalars(select(CallIfMissedRow.id).where(CallIfMissedRow.visitor_id.in_(keys))).all()
    given = session.scalars(select(ConsentRow.id).where(ConsentRow.visitor_id.in_(keys))).all()
    journal.blank_rows(session, [*called, *given])
    none = {
        "visitor_id": None,
        "parent": "",
        "withdrawn_at": func.coalesce(ConsentRow.withdrawn_at, now),
        "version": ConsentRow.version + 1,
    }
    session.execute(update(ConsentRow).where(ConsentRow.id.in_(given)).values(none), execution_options=_IN_PLACE)


def _blank(session: Session, keys: Collection[UUID], names: Collection[str]) -> None:
    """Take the names out of the journal: what was done with these people cannot be undone any more, and says nobody."""
    visits = select(VisitRow.id).where(VisitRow.visitor_id.in_(keys))
    of_them = or_(JournalChangeRow.row_id.in_(keys), JournalChangeRow.row_id.in_(visits))
    theirs = set(session.scalars(select(JournalChangeRow.unit_id).where(of_them)))
    held = {*names, *(key.hex for key in keys)}
    changes = session.execute(
        select(JournalChangeRow.id, JournalChangeRow.unit_id, JournalChangeRow.row_id, JournalChangeRow.before)
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(JournalUnitRow.label_values.is_not(None), JournalChangeRow.action != "insert")
    )
    holding = [(change, of) for change, of, row, before in changes if row in keys or _holds(before, held)]
    labels = select(JournalUnitRow.id, JournalUnitRow.label_values, JournalUnitRow.undoes_id)
    units = session.execute(labels.where(JournalUnitRow.label_values.is_not(None))).all()
    telling = {key for key, values, _ in units if values and (key in theirs or _holds(values, names))}
    # What was undone is said in the words of then.
    telling |= {key for key, _, undoes in units if undoes in telling or undoes in theirs}
    journal.take_values(
        session,
        JournalChangeRow.id.in_([change for change, _ in holding]),
        JournalUnitRow.id.in_(telling | {of for _, of in holding}),
        journal.NEVER_AGAIN,
    )


def _holds(values: Mapping[str, Any] | None, held: Collection[str]) -> bool:
    return any(isinstance(value, str) and value in held for value in (values or {}).values())


def _nobody_elses(session: Session, keys: Collection[UUID], names: Collection[str]) -> set[str]:
    """Give the names that nobody has who stays: what is said of another one of that name may be said."""
    others = set(session.scalars(select(VisitorRow.name).where(VisitorRow.name.in_(names), VisitorRow.id.not_in(keys))))
    others |= set(session.scalars(select(HostRow.name).where(HostRow.name.in_(names))))
    return set(names) - others


def _blank_drafts(session: Session, names: Collection[str]) -> None:
    """Take the names out of what is being typed; the rest of it stays."""
    if not names:
        return
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    whole = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    for row in session.scalars(select(DraftRow)):
        row.text = whole.sub("…", row.text)


def _written(unit: Unit, rows: Sequence[VisitorRow]) -> Change:
    """Write to the journal that names went, without them."""
    unit.undoable = False
    gone = [
        {
            "kind": VisitorRow.__tablename__,
            "row_id": row.id,
            "action": "delete",
            "version_before": row.version,
            "version_after": 0,
            "fields": ["name"],
            "before": None,
        }
        for row in rows
    ]
    key = journal.write_down(unit.session, unit, gone)
    return Change(key, unit.label, frozenset((VisitorRow.__tablename__, VisitRow.__tablename__)))
