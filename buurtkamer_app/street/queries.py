"""All SQL of streets."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import delete, select, update

from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.storage.tables.street import (
    BringsHomeRow,
    GoesBackRow,
    StreetActivityRow,
    StreetGroupRow,
    StreetPhaseRow,
    StreetPresenceRow,
    StreetReflectionRow,
    StreetReturnRow,
    StreetRow,
    StreetSdgRow,
)
from buurtkamer_app.street.records import Activity, Course, Phase, Plan, Reflection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from buurtkamer_app.base.terms_around import TargetGroup
    from buurtkamer_app.storage.tables.base import Row

_LEAN_ON: Final[tuple[type[Any], ...]] = (
    StreetGroupRow,
    StreetPresenceRow,
    StreetReflectionRow,
    StreetSdgRow,
    StreetReturnRow,
    BringsHomeRow,
    GoesBackRow,
)
PLAN: Final = (
    "name",
    "on_date",
    "starts",
    "ends",
    "place",
    "led_by",
    "partners",
    "volunteers",
    "talk_cart",
    "to_bring",
    "by_rain",
)
COURSE: Final = ("headcount", "professionals", "professionals_until", "residents_until")
SAID: Final = (
    "about",
    "partners",
    "where_active",
    "contact",
    "period",
    "with_volunteers",
    "strong",
    "barriers",
    "differently",
    "remains",
    "anecdote",
    "recommend",
    "impact",
)


def street(session: Session, key: UUID) -> StreetRow | None:
    """Give the row of a street."""
    return session.get(StreetRow, key)


def street_called(session: Session, name: str) -> UUID | None:
    """Give the key of the street of a name, whatever its capitals."""
    rows = session.execute(select(StreetRow.id, StreetRow.name))
    return next((key for key, known in rows if known.casefold() == name.casefold()), None)


def activities(
    session: Session, *, first: date | None = None, last: date | None = None, of: UUID | None = None
) -> list[Activity]:
    """Give the activities of a period, both days included, or of a street; the earliest first."""
    query = select(StreetActivityRow, StreetRow.name).join(StreetRow, StreetRow.id == StreetActivityRow.street_id)
    if first is not None:
        query = query.where(StreetActivityRow.on_date >= first)
    if last is not None:
        query = query.where(StreetActivityRow.on_date <= last)
    if of is not None:
        query = query.where(StreetActivityRow.street_id == of)
    row = StreetActivityRow
    return _whole(session, session.execute(query.order_by(row.on_date, row.starts, row.id)).all())


def activity(session: Session, key: UUID) -> Activity | None:
    """Give one activity, None when it is not on record."""
    query = select(StreetActivityRow, StreetRow.name).join(StreetRow, StreetRow.id == StreetActivityRow.street_id)
    found = _whole(session, session.execute(query.where(StreetActivityRow.id == key)).all())
    return found[0] if found else None


def _whole(session: Session, rows: Iterable[tuple[StreetActivityRow, str]]) -> list[Activity]:
    known = list(rows)
    groups = _by_activity(session, StreetGroupRow, "target", (row.id for row, _ in known), reached=False)
    present = _by_activity(session, StreetPresenceRow, "host_id", (row.id for row, _ in known))
    return [
        Activity(
            row.id,
            row.version,
            row.street_id,
            name,
            Plan(**{field: getattr(row, field) for field in PLAN}, targets=frozenset(groups[row.id])),
            Course(**{field: getattr(row, field) for field in COURSE}),
            frozenset(present[row.id]),
            row.cancelled,
        )
        for row, name in known
    ]


def _by_activity(
    session: Session, row: Any, column: str, keys: Iterable[UUID], **those: Any
) -> defaultdict[UUID, set[Any]]:
    found: defaultdict[UUID, set[Any]] = defaultdict(set)
    query = select(row.activity_id, getattr(row, column)).filter_by(**those)
    few = list(keys)
    if len(few) == 1:
        query = query.where(row.activity_id == few[0])
    for key, value in session.execute(query):
        found[key].add(value)
    return found


def activity_row(session: Session, key: UUID) -> StreetActivityRow | None:
    """Give the row of an activity."""
    return session.get(StreetActivityRow, key)


def write_groups(session: Session, key: UUID, targets: Iterable[TargetGroup], *, reached: bool) -> None:
    """Let these be the target groups that an activity is for, or that it reached."""
    there = session.scalars(select(StreetGroupRow).filter_by(activity_id=key, reached=reached)).all()
    wanted = set(targets)
    for row in there:
        if row.target not in wanted:
            session.delete(row)
    for target in sorted(wanted - {row.target for row in there}):
        session.add(StreetGroupRow(activity_id=key, target=target, reached=reached))


def write_goals(session: Session, key: UUID, goals: Iterable[int]) -> None:
    """Let these be the development goals of an activity."""
    there, wanted = session.scalars(select(StreetSdgRow).filter_by(activity_id=key)).all(), set(goals)
    for row in there:
        if row.goal not in wanted:
            session.delete(row)
    for goal in sorted(wanted - {row.goal for row in there}):
        session.add(StreetSdgRow(activity_id=key, goal=goal))


def presence(session: Session, key: UUID, host: UUID) -> StreetPresenceRow | None:
    """Give the row that says that a host helped."""
    return session.scalars(select(StreetPresenceRow).filter_by(activity_id=key, host_id=host)).first()


def take_away(session: Session, key: UUID) -> None:
    """Take an activity away with all that belongs to it; nothing happens when it is gone already."""
    row = session.get(StreetActivityRow, key)
    if row is None:
        return
    for kind in _LEAN_ON:
        for leaning in session.scalars(select(kind).where(kind.activity_id == key)):
            session.delete(leaning)
    session.delete(row)


def phases(session: Session, of: UUID | None = None) -> dict[UUID, list[Phase]]:
    """Give who led since when, of one street or of all, the earliest first."""
    query = select(StreetPhaseRow).order_by(StreetPhaseRow.since)
    if of is not None:
        query = query.where(StreetPhaseRow.street_id == of)
    found: dict[UUID, list[Phase]] = {}
    for row in session.scalars(query):
        found.setdefault(row.street_id, []).append(Phase(row.id, row.led_by, row.since, row.why))
    return found


def phase_row(session: Session, of: UUID, since: date) -> StreetPhaseRow | None:
    """Give the row of what began in a street on a day."""
    return session.scalars(select(StreetPhaseRow).filter_by(street_id=of, since=since)).first()


def return_row(session: Session, key: UUID) -> StreetReturnRow | None:
    """Give the row of the return after an activity."""
    return session.scalars(select(StreetReturnRow).filter_by(activity_id=key)).first()


def returns(session: Session) -> dict[UUID, tuple[date, str]]:
    """Give of each activity after which somebody said so: by when one returns, and why not."""
    rows = session.execute(select(StreetReturnRow.activity_id, StreetReturnRow.due_on, StreetReturnRow.reason))
    return {key: (due_on, reason) for key, due_on, reason in rows}


def reflection_row(session: Session, key: UUID) -> StreetReflectionRow | None:
    """Give the row of the look back at an activity."""
    return session.scalars(select(StreetReflectionRow).filter_by(activity_id=key)).first()


def reflections(session: Session, key: UUID | None = None) -> dict[UUID, Reflection]:
    """Give the looks back, all or the one at an activity."""
    query = select(StreetReflectionRow)
    if key is not None:
        query = query.where(StreetReflectionRow.activity_id == key)
    rows = session.scalars(query).all()
    keys = [row.activity_id for row in rows]
    reached = _by_activity(session, StreetGroupRow, "target", keys, reached=True)
    goals = _by_activity(session, StreetSdgRow, "goal", keys)
    return {
        row.activity_id: Reflection(
            **{field: getattr(row, field) for field in SAID},
            reached=frozenset(reached[row.activity_id]),
            goals=frozenset(goals[row.activity_id]),
            finished=row.finished_at is not None,
        )
        for row in rows
    }


def forget_names(session: Session, until: date) -> None:
    """Take out who brought whom home and whose things were borrowed until a day, also where the journal holds them."""
    # Not through the mapped rows: the journal would keep what was there before.
    old = select(StreetActivityRow.id).where(StreetActivityRow.on_date <= until)
    in_place = {"synchronize_session": False}
    brought = set(session.scalars(select(BringsHomeRow.id).where(BringsHomeRow.activity_id.in_(old))))
    lent = set(session.scalars(select(GoesBackRow.id).where(GoesBackRow.activity_id.in_(old))))
    session.execute(delete(BringsHomeRow).where(BringsHomeRow.activity_id.in_(old)).execution_options(**in_place))
    session.execute(
        update(GoesBackRow)
        .where(GoesBackRow.activity_id.in_(old), GoesBackRow.whose != "")
        .values(whose="", version=GoesBackRow.version + 1)
        .execution_options(**in_place)
    )
    journal.blank_rows(session, brought | lent | _taken_away(session, until))


def _taken_away(session: Session, until: date) -> set[UUID]:
    """Give what was taken off both lists of a day until then; of a day that is not on record any more always."""
    still = set(session.scalars(select(StreetActivityRow.id).where(StreetActivityRow.on_date > until)))
    gone = _images(session, StreetActivityRow)
    still |= {row for row, image in gone if date.fromisoformat(image["on_date"]) > until}
    of_lists = [*_images(session, BringsHomeRow), *_images(session, GoesBackRow)]
    return {row for row, image in of_lists if UUID(image["activity_id"]) not in still}


def _images(session: Session, row: type[Row]) -> list[tuple[UUID, dict[str, str]]]:
    """Give what the journal holds of the rows of a table that were taken away."""
    found = session.execute(
        select(JournalChangeRow.row_id, JournalChangeRow.before).where(
            JournalChangeRow.kind == row.__tablename__,
            JournalChangeRow.action == "delete",
            JournalChangeRow.before.is_not(None),
        )
    )
    return [(key, image) for key, image in found if image]
