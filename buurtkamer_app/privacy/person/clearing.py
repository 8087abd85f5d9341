"""Takes somebody out of rows, with every value of the journal of them; figures stay.

Nothing here passes the journal's own eyes: a before-image of what goes would keep it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import CheckConstraint, or_, select

from buurtkamer_app.desk.arrivals import forgetting
from buurtkamer_app.privacy.emptying import empty, take_away
from buurtkamer_app.privacy.held import HELD
from buurtkamer_app.privacy.person import rules
from buurtkamer_app.privacy.retention.watched import NUMBER
from buurtkamer_app.storage import journal
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
from buurtkamer_app.storage.tables.safekeeping import DraftRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.privacy.person.rules import Asked
    from buurtkamer_app.storage.tables.base import Row
    from buurtkamer_app.storage.unit import Unit

# Rows that are somebody's and nothing else: without them nothing is left.
GOES: Final = frozenset({"home_helper", "talent", "call_back", "call_if_missed"})
_NOT_EMPTY: Final = re.compile(r"length\((\w+)\) (?:BETWEEN 1|> 0|>= 1)")
# What else of a row is a name's own.
_ALONG: Final[Mapping[tuple[str, str], Mapping[str, object]]] = {
    ("testimonial", "name"): {"consent_by": "", "consent_at": None},
    ("recipient", "name"): {"organisation": "", "passphrase": rules.GONE, "secret": b"", "reply_key": None},
    ("resource", "name"): {"x": None, "y": None},
}
_OF_A_HOST: Final = (HostCardRow, AvailabilityRow, OtherTimesRow, SkillRow, CertificateRow, HouseKeyRow)


def clear(unit: Unit, table: type[Row], key: UUID, columns: tuple[str, ...], asked: Asked | None) -> bool:
    """Take somebody out of a row; False when it is gone already.

    Without `asked` (a store that is older than the erasing) words go as a whole.
    """
    session = unit.session
    row = session.get(table, key)
    if row is None:
        return False
    if isinstance(row, VisitorRow):
        forgetting.forget(unit, [row])
    elif isinstance(row, HostRow):
        _host(session, row)
    elif table.__tablename__ in GOES and _names(table, columns):
        take_away(session, table, [key])
    else:
        empty(session, table, [key], _emptied(row, columns, asked))
    session.expire_all()
    return True


def _names(table: type[Row], columns: Iterable[str]) -> bool:
    held = HELD[table.__tablename__]
    return not columns or any(name not in held.words for name in columns)


def _emptied(row: Row, columns: tuple[str, ...], asked: Asked | None) -> dict[str, object]:
    """Give what the columns become: a name goes with how to reach them, of words what names somebody."""
    table, held = type(row), HELD[row.__tablename__]
    values: dict[str, object] = {}
    for name in columns:
        if name in held.words:
            values[name] = rules.without(getattr(row, name), asked) if asked is not None else rules.GONE
        else:
            values[name] = _nothing(table, name)
            values |= _ALONG.get((row.__tablename__, name), {})
    if any(name in held.names for name in columns):
        values |= {name: _nothing(table, name) for name in held.contacts}
    if row.__tablename__ == "recipient" and "name" in values:
        values["name"] = row.code  # type: ignore[attr-defined] # of the table of recipients
    return values


def _nothing(table: type[Row], column: str) -> object:
    """Give what stands in a column that says nobody: nothing, or a sign where there must be something."""
    held: Any = table.__table__.c[column]
    if held.nullable:
        return None
    checks = (one for one in table.__table__.constraints if isinstance(one, CheckConstraint))  # type: ignore[attr-defined]
    asked_for = {name for one in checks for name in _NOT_EMPTY.findall(str(one.sqltext))}
    return rules.GONE if column in asked_for else ""


def _host(session: Session, row: HostRow) -> None:
    """Let a host who stopped be a number; their hours and what was paid stay."""
    for table in _OF_A_HOST:
        keys = session.scalars(select(table.id).where(table.host_id == row.id)).all()
        if keys:
            take_away(session, table, keys)
    empty(session, HostRow, [row.id], {"name": f"{NUMBER}{row.number}", "phone": "", "birth_year": None})


def clear_around(session: Session, asked: Asked) -> None:
    """Take somebody out of what is being typed, and out of what the journal still holds of other rows."""
    for draft in session.scalars(select(DraftRow)):
        draft.text = rules.without(draft.text, asked) or rules.GONE
    held = or_(JournalChangeRow.before.is_not(None), JournalUnitRow.label_values.is_not(None))
    rows = session.execute(
        select(JournalChangeRow.id, JournalChangeRow.unit_id, JournalChangeRow.before, JournalUnitRow.label_values)
        .join(JournalUnitRow, JournalUnitRow.id == JournalChangeRow.unit_id)
        .where(held)
    ).all()
    changes = [change for change, _, before, _ in rows if _holds(before, asked)]
    units = {unit for _, unit, before, label in rows if _holds(before, asked) or _holds(label, asked)}
    alone = select(JournalUnitRow.id, JournalUnitRow.label_values).where(JournalUnitRow.label_values.is_not(None))
    units |= {unit for unit, label in session.execute(alone) if _holds(label, asked)}
    journal.take_values(session, JournalChangeRow.id.in_(changes), JournalUnitRow.id.in_(units), journal.NEVER_AGAIN)


def _holds(values: Any, asked: Asked) -> bool:
    """Tell whether somebody is named in a value of the journal, however deep it stands."""
    if isinstance(values, str):
        return rules.without(values, asked) != values
    if isinstance(values, dict):
        return any(_holds(value, asked) for value in values.values())
    return isinstance(values, list) and any(_holds(value, asked) for value in values)
