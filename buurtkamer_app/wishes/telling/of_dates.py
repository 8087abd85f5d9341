"""What is to be told of one date of an activity: put right when a party changes, taken back when it goes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import or_, select, update

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.storage import journal
from buurtkamer_app.storage.tables.journal import JournalChangeRow
from buurtkamer_app.storage.tables.wishes import TellingRow
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.service import TellingPeople

# What is told to who signed up for a date.
OF_DATES = (TellReason.PLACE, TellReason.CANCELLED, TellReason.MOVED, TellReason.GOES_ON)


class TellingOfDates:
    """Use cases of telling who signed up for a date of an activity; always part of what changes that date."""

    def __init__(self, store: Store, telling: TellingPeople) -> None:
        self._store = store
        self._telling = telling

    def tell(self, news: Iterable[NewTelling]) -> Change:
        """Put people on the list."""
        return self._telling.tell(news)

    def instead(self, old: NewTelling, new: NewTelling | None) -> Change:
        """Put a line right that nobody told yet, of each reason one at most; without `new` it goes.

        `old` and `new` say who, of which date; their reason does not matter. What was told already stays.
        """
        with self._store.work(Label(mark("The list of whom to tell was put right"))) as unit:
            rows = _open(unit.session, old.series, old.on, OF_DATES)
            said = [row for row in rows if (row.name, row.contact, row.persons) == (old.name, old.contact, old.persons)]
            for row in {row.reason: row for row in reversed(said)}.values():
                if new is None:
                    unit.session.delete(row)
                else:
                    row.name, row.contact, row.persons = new.name, new.contact, new.persons
        return unit.change

    def never_mind(self, series: UUID, on: date, reason: TellReason) -> Change:
        """Take off the list who was to be told something of a date that is not so any more."""
        with self._store.work(Label(mark("The list of whom to tell was put right"))) as unit:
            for row in _open(unit.session, series, on, (reason,)):
                unit.session.delete(row)
        return unit.change

    def told(self, series: UUID, on: date, reason: TellReason) -> list[NewTelling]:
        """Give who was told something of a date, once each; for who is signed in."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            rows = session.scalars(
                select(TellingRow)
                .where(TellingRow.series_id == series, TellingRow.on_date == on, TellingRow.reason == reason)
                .where(TellingRow.told_at.is_not(None))
                .order_by(TellingRow.told_at, TellingRow.id)
            )
            return [NewTelling(reason, row.name, row.contact, row.persons, series=series, on=on) for row in rows]

    def wished(self, old: NewTelling, known: Iterable[NewTelling]) -> list[NewTelling]:
        """Give who heard that their wish was planned for a date, to be told the same as `old` says of that date.

        Who is `known` to be told of it already is left out.
        """
        self._store.allow(Role.HOST)
        there = {(one.name, one.contact) for one in known if one.name or one.contact}
        with self._store.reading() as session:
            rows = session.scalars(
                select(TellingRow)
                .where(TellingRow.series_id == old.series, TellingRow.reason == TellReason.PLANNED)
                .where(TellingRow.wish_id.is_not(None), TellingRow.told_at.is_not(None))
                .order_by(TellingRow.told_at, TellingRow.id)
            )
            return [
                replace(old, name=row.name, contact=row.contact, persons=row.persons, wish=row.wish_id)
                for row in rows
                if (row.name, row.contact) not in there
            ]

    def forget(self, until: date) -> None:
        """Empty the names and numbers of lines about dates until a day, also where the journal still holds them."""
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            of_dates = (TellingRow.series_id.is_not(None), TellingRow.on_date <= until)
            # Not through the mapped rows: the journal would keep what was there before.
            unit.session.execute(
                update(TellingRow)
                .where(*of_dates, or_(TellingRow.name != "", TellingRow.contact != ""))
                .values(name="", contact="", version=TellingRow.version + 1)
                .execution_options(synchronize_session=False)
            )
            held = (JournalChangeRow.kind == TellingRow.__tablename__, JournalChangeRow.before.is_not(None))
            images = unit.session.execute(
                select(JournalChangeRow.row_id, JournalChangeRow.before).where(
                    *held, JournalChangeRow.action == "delete"
                )
            )
            gone = {row for row, image in images if image["series_id"] and (image["on_date"] or "9") <= str(until)}
            changed = unit.session.scalars(
                select(TellingRow.id)
                .join(JournalChangeRow, JournalChangeRow.row_id == TellingRow.id)
                .where(*of_dates, *held, JournalChangeRow.action == "update")
            )
            journal.blank_rows(unit.session, gone | set(changed))


def _open(
    session: Session, series: UUID | None, on: date | None, reasons: Collection[TellReason]
) -> Sequence[TellingRow]:
    session.flush()
    return session.scalars(
        select(TellingRow)
        .where(TellingRow.series_id == series, or_(TellingRow.on_date == on, TellingRow.moved_to == on))
        .where(TellingRow.reason.in_(reasons), TellingRow.told_at.is_(None))
        .order_by(TellingRow.made_at, TellingRow.id)
    ).all()
