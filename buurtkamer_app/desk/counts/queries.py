"""All SQL of figures and the rows behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import Text, case, cast, func, select, tuple_

from buurtkamer_app.desk.counts.records import Figure, Line, Sums, WeekFigures
from buurtkamer_app.storage.tables.desk import HelpRow, VisitRow, VisitWeekRow
from buurtkamer_app.storage.tables.people import VisitorRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from buurtkamer_app.desk.counts.records import Choice

_WEEKS: Final = msgspec.json.Decoder(list[WeekFigures])
_NAMED: Final = case((VisitRow.named, VisitRow.persons), else_=0)
_ADDS: Final[dict[Figure, ColumnElement[int] | InstrumentedAttribute[int]]] = {
    Figure.CHILDREN: VisitRow.children,
    Figure.FIRST_TIME: VisitRow.first_time,
}


def sums_by(session: Session, part: InstrumentedAttribute[Any], first: date, last: date) -> dict[Any, Sums]:
    """Sum the visits of a period by their hour or their day, in its order; what nobody came in is left out."""
    parts = (_NAMED, VisitRow.persons, VisitRow.children, VisitRow.first_time)
    rows = session.execute(
        select(part, *map(func.sum, parts))
        .where(VisitRow.on_date.between(first, last), VisitRow.persons > 0)
        .group_by(part)
        .order_by(part)
    )
    return {
        value: Sums(int(named), int(persons) - int(named), int(children), int(first_time))
        for value, named, persons, children, first_time in rows
    }


def whole_weeks(session: Session, first: date, last: date) -> list[WeekFigures]:
    """Read the kept sums of the weeks that begin between two Mondays, both included, in their order.

    They come as one text, which the database writes and msgspec reads in half the time that making rows takes.
    """
    row = VisitWeekRow
    parts = (row.monday, row.purpose, row.persons, row.named, row.children, row.first_time)
    if session.get_bind().dialect.name == "postgresql":
        every = func.json_agg(func.json_build_array(*parts))
    else:
        every = func.json_group_array(func.json_array(*parts))
    found = session.scalars(select(cast(every, Text)).where(row.monday.between(first, last), row.persons > 0)).one()
    return sorted(_WEEKS.decode(found)) if found else []


def part_of_week(session: Session, monday: date, first: date, last: date) -> list[WeekFigures]:
    """Sum the visits of some days of one week by what they were for."""
    parts = (VisitRow.persons, _NAMED, VisitRow.children, VisitRow.first_time)
    rows = session.execute(
        select(VisitRow.purpose, *map(func.sum, parts))
        .where(VisitRow.on_date.between(first, last), VisitRow.persons > 0)
        .group_by(VisitRow.purpose)
    )
    return sorted(WeekFigures(monday, row[0], *map(int, row[1:])) for row in rows)


def _behind(choice: Choice) -> list[ColumnElement[bool]]:
    """Say which visits are behind a figure: those that add something to it."""
    which: list[ColumnElement[bool]] = [
        VisitRow.on_date.between(choice.first, choice.last),
        _ADDS.get(choice.figure, VisitRow.persons) > 0,
    ]
    if choice.hour is not None:
        which.append(VisitRow.hour == choice.hour)
    if choice.figure in {Figure.NAMED, Figure.ANONYMOUS}:
        which.append(VisitRow.named.is_(choice.figure is Figure.NAMED))
    return which


def total(session: Session, choice: Choice) -> int:
    """Sum a figure over all its rows."""
    if choice.figure is Figure.HELP_ASKED:
        query = select(func.count()).where(*_asked(choice))
    else:
        part = _ADDS.get(choice.figure, VisitRow.persons)
        query = select(func.coalesce(func.sum(part), 0)).where(*_behind(choice))
    return int(session.scalars(query).one())


def visit_lines(session: Session, choice: Choice, after: Line | None, most: int) -> Sequence[Line]:
    """Read the visits behind a figure, the latest first, from one on."""
    query = (
        select(VisitRow, VisitorRow.name)
        .outerjoin(VisitorRow, VisitorRow.id == VisitRow.visitor_id)
        .where(*_behind(choice))
        .order_by(VisitRow.on_date.desc(), VisitRow.hour.desc(), VisitRow.id.desc())
        .limit(most)
    )
    if after is not None:
        query = query.where(VisitRow.on_date <= after.on, _before(VisitRow, after))
    return [line_of(row, name or "") for row, name in session.execute(query)]


def line_of(row: VisitRow, name: str) -> Line:
    """Give the record of a visit."""
    return Line(
        row.id,
        row.version,
        row.on_date,
        row.hour,
        row.locked,
        row.purpose,
        row.persons,
        row.children,
        row.first_time,
        row.named,
        name,
        row.sheet or "",
        row.later,
    )


def help_lines(session: Session, choice: Choice, after: Line | None, most: int) -> Sequence[Line]:
    """Read the questions for help, the latest first, from one on."""
    query = (
        select(HelpRow)
        .where(*_asked(choice))
        .order_by(HelpRow.on_date.desc(), HelpRow.hour.desc(), HelpRow.id.desc())
        .limit(most)
    )
    if after is not None:
        query = query.where(HelpRow.on_date <= after.on, _before(HelpRow, after))
    return [
        Line(row.id, row.version, row.on_date, row.hour, row.locked, topic=row.topic) for row in session.scalars(query)
    ]


def _asked(choice: Choice) -> list[ColumnElement[bool]]:
    which: list[ColumnElement[bool]] = [HelpRow.on_date.between(choice.first, choice.last)]
    return which if choice.hour is None else [*which, HelpRow.hour == choice.hour]


def _before(row: type[VisitRow | HelpRow], after: Line) -> ColumnElement[bool]:
    types = [column.type for column in (row.on_date, row.hour, row.id)]
    return tuple_(row.on_date, row.hour, row.id) < tuple_(after.on, after.hour, after.id, types=types)


def visit_row(session: Session, key: UUID) -> VisitRow | None:
    """Give a visit to change, None when it is gone."""
    return session.get(VisitRow, key)


def hour_entered(session: Session, sheet: str, hour: int) -> bool:
    """Tell whether an hour of a paper sheet was entered already."""
    return (
        session.scalars(select(VisitRow.id).where(VisitRow.sheet == sheet, VisitRow.hour == hour)).first() is not None
    )
