"""Sign-up sheets: the number of one that is printed, and keying back who wrote a name on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.sheets import queries, rules
from buurtkamer_app.desk.sheets.again import again, never_printed
from buurtkamer_app.desk.sheets.records import KeyedLines, SignUpSheet
from buurtkamer_app.storage.tables.desk import SheetRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
    from buurtkamer_app.desk.sheets.records import SignUpLine
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class SignUpSheets:
    """Use cases of sign-up sheets."""

    def __init__(self, store: Store, room: Room, activities: Activities, sign_ups: SignUps) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._sign_ups = sign_ups

    def blank(self, series: UUID, on: date) -> SignUpSheet:
        """Give the sheet of a date as it would be printed now; raises `RefusedError` when it is not on that day."""
        self._store.allow(Role.HOST)
        occurrence = self._activities.occurrence(series, on)
        return SignUpSheet(occurrence, rules.lines(occurrence), occurrence.signed_up)

    def give(self, series: UUID, on: date) -> Outcome[str]:
        """Give a number to the sheet of a date that is printed now, after the highest of this year.

        Raises `RefusedError` when the date does not go on, or has been.
        """
        return again(lambda: self._give(series, on))

    def sheet(self, typed: str) -> SignUpSheet:
        """Give the sheet of a number, with every line that was entered; a date that was moved is followed.

        Raises `RefusedError` for what is no number of a sign-up sheet, or when its activity is not on any more.
        """
        self._store.allow(Role.HOST)
        number = rules.read_number(typed, self._room.today().year)
        with self._store.reading() as session:
            row = _row(session, number)
            return self._sheet(session, row)

    def enter(self, typed: str, lines: Sequence[SignUpLine]) -> Outcome[KeyedLines]:
        """Key back lines of a sheet: each signs up as at the desk, in the order of the paper, as far as there is place.

        A line that stands there already, whoever entered it, is left as it is and told. Raises `RefusedError` for what
        cannot be, with the `line` that it is about among its values: then nothing is written.
        """
        sheet = self.sheet(typed)
        if not lines:
            raise RefusedError("Type at least one name.")
        for line in lines:
            with _About(line):
                rules.check_sign_up(line, sheet.lines)
        ordered = sorted(lines, key=lambda line: line.line)
        return again(lambda: self._enter(sheet.number, ordered))

    def _give(self, series: UUID, on: date) -> Outcome[str]:
        with self._store.work(Label(mark("Numbers were given to paper sheets"))) as unit:
            # A number that stands on paper cannot be taken back.
            unit.undoable = False
            occurrence = self._activities.going_on(series, on)
            if on < self._room.today():
                raise RefusedError("This day has been. Choose another day.")
            year = self._room.today().year
            number = rules.next_numbers(queries.numbers(unit.session, year), year, 1)[0]
            row = SheetRow(number=number, given_at=unit.now, for_date=on, series_id=series)
            row.lines, row.taken = rules.lines(occurrence), occurrence.signed_up
            unit.session.add(row)
        return Outcome(unit.change, number)

    def _enter(self, number: str, lines: Sequence[SignUpLine]) -> Outcome[KeyedLines]:
        with self._store.work(Label(mark("Sheet {number} was entered"), {"number": number})) as unit:
            row = _row(unit.session, number)
            before = self._sheet(unit.session, row)
            known, new = {entry.line for entry in before.entered}, set[int]()
            for line in lines:
                if line.line not in known | new:
                    with _About(line):
                        self._sign_up(unit, row, before.occurrence, line)
                    new.add(line.line)
            unit.session.flush()
            entered = queries.entered_lines(unit.session, row.id)
        twice = known & {line.line for line in lines}
        told = tuple(entry for entry in entered if entry.line in twice)
        return Outcome(unit.change, KeyedLines(number, tuple(one for one in entered if one.line in new), told))

    def _sign_up(self, unit: Unit, row: SheetRow, occurrence: Occurrence, line: SignUpLine) -> None:
        new = NewParty(line.name, line.persons, line.phone)
        made = self._sign_ups.sign_up(occurrence.series.id, occurrence.on, new).value
        party = queries.party(unit.session, made.id)
        party.sheet_id, party.sheet_line = row.id, line.line

    def _sheet(self, session: Session, row: SheetRow) -> SignUpSheet:
        entered = queries.entered_lines(session, row.id)
        return SignUpSheet(self._date_of(row), row.lines, row.taken, row.number, entered)

    def _date_of(self, row: SheetRow) -> Occurrence:
        """Give the date that a sheet is of: it goes along with its date; raises `RefusedError` when that is no more."""
        if row.series_id is None or row.for_date is None:
            raise never_printed(row.number)
        return self._activities.occurrence(row.series_id, row.for_date)


class _About:
    """Says of what is refused which line it is about."""

    def __init__(self, line: SignUpLine) -> None:
        self._line = line.line

    def __enter__(self) -> None:
        """Begin with the line."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, RefusedError):
            error.values["line"] = self._line


def _row(session: Session, number: str) -> SheetRow:
    row = queries.sheet(session, number)
    if row is None or row.series_id is None:
        raise never_printed(number)
    return row
