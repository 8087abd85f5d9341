"""Puts the people of a wish on the list "bel terug": who asked, who supports it, and how many have no name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import select

from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.storage.tables.wishes import TellingRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.tables.wishes import WishRow
    from buurtkamer_app.storage.unit import Unit

# What is told of a wish itself; the other reasons are of a date of an activity or a shift.
OF_A_WISH: Final = (TellReason.PLANNED, TellReason.ENDED)


class Person(NamedTuple):
    """Somebody to be told, and how to reach them; the contact may be empty."""

    name: str
    contact: str = ""


def people_of(session: Session, rows: Sequence[WishRow]) -> tuple[list[Person], int]:
    """Give who is to be told of grouped wishes: those with a name, each once, and how many more have none."""
    keys = [row.id for row in rows]
    supports = session.scalars(
        select(WishSupportRow).where(WishSupportRow.wish_id.in_(keys)).order_by(WishSupportRow.id)
    ).all()
    wanting = sum(row.supporters for row in rows) + len(supports)
    said = [Person(row.asked_by, row.contact) for row in rows if row.asked_by or row.contact]
    said += [Person(row.name, row.contact) for row in supports if row.name or row.contact]
    return list(dict.fromkeys(said)), max(0, wanting - len(said))


def put(  # noqa: PLR0913 - who is told what, of which date
    unit: Unit,
    rows: Sequence[WishRow],
    reason: TellReason,
    *,
    series: UUID | None = None,
    on: date | None = None,
    also: Iterable[Person] = (),
    afresh: bool = False,
) -> None:
    """Put the people of grouped wishes (the head first) on the list, under the head.

    Who is on it for the same reason, or was told of it, is not put on it again unless `afresh`; what was still to be
    told of these wishes for another reason goes.
    """
    known = []
    for row in _of(unit.session, rows):
        same = row.reason is reason and row.series_id == series and row.on_date == on
        if same and not afresh:
            known.append(row)
        elif row.told_at is None:
            unit.session.delete(row)
    named, nameless = people_of(unit.session, rows)
    told = {Person(row.name, row.contact) for row in known}
    counted = sum(row.persons for row in known if not (row.name or row.contact))
    for person in dict.fromkeys((*named, *also)):
        if person not in told:
            unit.session.add(_row(unit, rows[0], reason, series, on, person, 1))
    if nameless > counted:
        unit.session.add(_row(unit, rows[0], reason, series, on, Person(""), min(nameless - counted, 9999)))
    unit.session.flush()


def told_of(
    session: Session, rows: Sequence[WishRow], reason: TellReason, series: UUID | None
) -> list[tuple[Person, int]]:
    """Give who was told something of an activity that grouped wishes became, and how many each line is."""
    said = [row for row in _of(session, rows) if row.reason is reason and row.series_id == series]
    return [(Person(row.name, row.contact), row.persons) for row in said if row.told_at is not None]


def put_persons(
    unit: Unit, head: WishRow, reason: TellReason, persons: Iterable[tuple[Person, int]], series: UUID | None
) -> None:
    """Put these on the list, because of what became of an activity that a wish had become."""
    unit.session.add_all(_row(unit, head, reason, series, None, person, count) for person, count in persons)
    unit.session.flush()


def take_off(unit: Unit, rows: Sequence[WishRow]) -> None:
    """Take off the list what is still to be told of wishes that are not planned or ended after all."""
    for row in _of(unit.session, rows):
        if row.told_at is None:
            unit.session.delete(row)
    unit.session.flush()


def _of(session: Session, rows: Sequence[WishRow]) -> Sequence[TellingRow]:
    keys = [row.id for row in rows]
    return session.scalars(
        select(TellingRow).where(TellingRow.wish_id.in_(keys), TellingRow.reason.in_(OF_A_WISH)).order_by(TellingRow.id)
    ).all()


def _row(  # noqa: PLR0913, PLR0917 - the columns of a telling
    unit: Unit,
    head: WishRow,
    reason: TellReason,
    series: UUID | None,
    on: date | None,
    person: Person,
    persons: int,
) -> TellingRow:
    return TellingRow(
        reason=reason,
        wish_id=head.id,
        series_id=series,
        on_date=on,
        moved_to=None,
        part=None,
        name=person.name,
        contact=person.contact,
        persons=persons,
        made_at=unit.now,
        tried_at=None,
        told_at=None,
        told_by=None,
        how=None,
    )
