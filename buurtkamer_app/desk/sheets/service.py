"""Paper tally sheets: their numbers, and keying them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.desk.sheets import queries, rules
from buurtkamer_app.desk.sheets.again import again, never_printed
from buurtkamer_app.desk.sheets.records import KeyedBack, Sheet, SheetLine
from buurtkamer_app.storage.tables.desk import SheetRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from buurtkamer_app.desk.sheets.records import EnteredHour
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import NewWish
    from buurtkamer_app.wishes.service import Wishes


class Sheets:
    """Use cases of paper sheets."""

    def __init__(self, store: Store, room: Room, wishes: Wishes) -> None:
        self._store = store
        self._room = room
        self._wishes = wishes

    def give_numbers(self, count: int, for_date: date | None = None, *, printed: bool = False) -> Outcome[list[str]]:
        """Give so many numbers to sheets of a day, after the highest of this year; no number is ever given twice.

        When they are `printed` now, it is kept with which hours. Raises `RefusedError` for none or more than a hundred.
        """
        return again(lambda: self._give(count, for_date, self.hours(for_date) if printed else ()))

    def sheet(self, typed: str) -> Sheet:
        """Give the sheet of a number (`7`, `2026-7`, `2026-0007`) with every hour that was entered.

        Raises `RefusedError` for what is no number, or was never printed.
        """
        self._store.allow(Role.HOST)
        year, text = self._room.today().year, typed.strip()
        with self._store.reading() as session:
            # A daybook may have named a sheet in a way of its own.
            row = queries.sheet(session, text) if text.isprintable() else None
            number = row.number if row is not None else rules.read_number(text, year)
            row = row or queries.sheet(session, number)
            if row is None:
                raise never_printed(number)
            day, entered = queries.counted_on(session, number) or row.for_date, queries.entered(session, number)
            return Sheet(number, day, entered, row.series_id, tuple(map(int, row.hours.split())))

    def hours(
        self, for_date: date | None, entered: Sequence[EnteredHour] = (), printed: Sequence[int] = ()
    ) -> list[int]:
        """Give the hours that the sheet of a day has rows for, in the order of the paper: those `printed` on it.

        A sheet whose day is not known yet (None) has all hours of the week.
        """
        known = [line.hour for line in entered]
        if printed:
            return sorted({*printed, *known})
        plan = self._room.plan()
        return rules.hours(plan.opening(for_date) if for_date else None, plan.hours, known)

    def enter_all(
        self, typed: str, for_date: date, lines: Sequence[SheetLine], wishes: Sequence[NewWish] = ()
    ) -> Outcome[KeyedBack]:
        """Key back hours of a sheet, with the wishes that stand on it; they count for the day of the sheet.

        An hour that stands there already, whoever entered it, is left as it is and told. Raises `RefusedError` for
        a number that was never printed, a day or hour to come, numbers that do not fit: then nothing is written.
        """
        for line in lines:
            rules.check_line(line)
        if not lines and not wishes:
            raise RefusedError("Type the numbers of at least one hour.")
        number = self.sheet(typed).number
        own = [replace(line, sheet=number) for line in lines]
        return again(lambda: self._enter(number, for_date, own, wishes))

    def enter(self, line: SheetLine) -> Change:
        """Enter an hour of a sheet of today as a daybook does, which takes every number as printed.

        The same sheet and hour a second time changes nothing.
        """
        rules.check_line(line)
        with self._store.work(Label(mark("A line of the paper sheet was entered"))) as unit:
            if line.hour not in queries.hours_known(unit.session, line.sheet):
                on = self._room.today()
                if queries.sheet(unit.session, line.sheet) is None:
                    unit.session.add(SheetRow(number=line.sheet, given_at=unit.now, for_date=on))
                self._count(unit, on, line)
        return unit.change

    def _give(self, count: int, for_date: date | None, hours: Sequence[int]) -> Outcome[list[str]]:
        with self._store.work(Label(mark("Numbers were given to paper sheets"))) as unit:
            # A number that stands on paper cannot be taken back.
            unit.undoable = False
            year = self._room.today().year
            given = rules.next_numbers(queries.numbers(unit.session, year), year, count)
            rows = " ".join(map(str, hours))
            unit.session.add_all(
                SheetRow(number=one, given_at=unit.now, for_date=for_date, hours=rows) for one in given
            )
        return Outcome(unit.change, given)

    def _enter(
        self, number: str, for_date: date, lines: Sequence[SheetLine], wishes: Sequence[NewWish]
    ) -> Outcome[KeyedBack]:
        with self._store.work(Label(mark("Sheet {number} was entered"), {"number": number})) as unit:
            self._check(unit, number, for_date, lines)
            known, new = queries.hours_known(unit.session, number), list[int]()
            for line in lines:
                if line.hour not in {*known, *new}:
                    self._count(unit, for_date, line)
                    new.append(line.hour)
            for wish in wishes:
                self._wishes.write(wish)
            unit.session.flush()
            twice = known & {line.hour for line in lines}
            told = tuple(entry for entry in queries.entered(unit.session, number) if entry.hour in twice)
        return Outcome(unit.change, KeyedBack(number, tuple(new), told))

    def _check(self, unit: Unit, number: str, for_date: date, lines: Sequence[SheetLine]) -> None:
        """Raise `RefusedError` unless this sheet can be of this day; write down that it is."""
        row, counted = queries.sheet(unit.session, number), queries.counted_on(unit.session, number)
        if row is None:
            raise never_printed(number)
        if row.series_id is not None:
            raise RefusedError("Sheet {number} is for signing up. Type its number again.", number=number)
        now: datetime = self._room.now()
        rules.check_day(number, for_date, now)
        for line in lines:
            rules.check_hour(line.hour, for_date, now)
        if counted not in {None, for_date}:
            raise RefusedError("Sheet {number} was begun for another day. Open it again.", number=number)
        row.for_date = for_date

    def _count(self, unit: Unit, on: date, line: SheetLine) -> None:
        parts = {"children": line.children, "first_time": line.first_time, "sheet": line.sheet, "later": True}
        at = instant(on, time(line.hour), self._room.zone)
        unit.session.add(visit(at, on, line.hour, line.count, **parts))
        unit.counts = unit.counts or line.count > 0
