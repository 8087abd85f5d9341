"""The figures of a day, a week, a month or ten years, the rows behind each, and a coordinator's corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.spans import monday
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk.counts import queries, rules
from buurtkamer_app.desk.counts.records import Figure, Page
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.storage.tables.desk import VisitRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from buurtkamer_app.desk.counts.records import Choice, Line, Sums, Visitors, WeekFigures
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

# As many as one looks through; more are read when they are asked for.
AT_ONCE: Final = 500


class Counts:
    """Use cases of figures and their rows."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def by_hour(self, first: date, last: date) -> dict[int, Sums]:
        """Sum the visits of a period, both days included, by the hour of the room's clock; empty hours are left out."""
        with self._store.reading() as session:
            return queries.sums_by(session, VisitRow.hour, first, last)

    def by_day(self, first: date, last: date) -> dict[date, Sums]:
        """Sum the visits of a period by day; days without any are left out."""
        with self._store.reading() as session:
            return queries.sums_by(session, VisitRow.on_date, first, last)

    def by_week(self, first: date, last: date) -> list[WeekFigures]:
        """Sum the visits of a period by ISO week and purpose, in that order; what nobody came for is left out.

        Whole weeks are read from the sums that are kept; the days of a week that begins before the period or goes on
        after it are summed here.
        """
        begin = first + timedelta(days=-first.weekday() % 7)
        end = last - timedelta(days=(last.weekday() + 1) % 7)
        with self._store.reading() as session:
            if begin > last or end < first:
                return queries.part_of_week(session, monday(first), first, last)
            weeks = queries.whole_weeks(session, begin, end)
            if first < begin:
                weeks[:0] = queries.part_of_week(session, begin - timedelta(days=7), first, begin - timedelta(days=1))
            if end < last:
                begins = end + timedelta(days=1)
                weeks += queries.part_of_week(session, begins, begins, last)
            return weeks

    def rows(self, choice: Choice, after: Line | None = None, most: int = AT_ONCE) -> Page:
        """Give the rows behind a figure, the latest first, from `after` on; names only to who is signed in."""
        role = self._store.actor.role
        read = queries.help_lines if choice.figure is Figure.HELP_ASKED else queries.visit_lines
        with self._store.reading() as session:
            # One more than is shown tells whether there are more.
            found = list(read(session, choice, after, most + 1))
            total = queries.total(session, choice)
        lines = found[:most] if role >= Role.HOST else [replace(line, name="") for line in found[:most]]
        more = lines[-1] if len(found) > most else None
        may = role >= Role.COORDINATOR and choice.figure is not Figure.HELP_ASKED
        return Page(tuple(lines), total, more, may)

    def add(self, on: date, visitors: Visitors) -> Change:
        """Count visitors without a name who were forgotten, today or on an earlier day; for the coordinator.

        Raises `RefusedError` for numbers that cannot be and an hour that is still to come.
        """
        kept = rules.tidied(visitors)
        rules.check_moment(on, kept.hour, self._room.now())
        message = (
            mark("1 visitor was added on {day}") if kept.count == 1 else mark("{count} visitors were added on {day}")
        )
        count = {} if kept.count == 1 else {"count": kept.count}
        label = Label(message, count | {"day": rules.day_in_words(on)})
        with self._store.work(label, Role.COORDINATOR) as unit:
            parts = {"purpose": kept.purpose, "children": kept.children, "first_time": kept.first_time, "later": True}
            moment = instant(on, time(kept.hour), self._room.zone)
            unit.session.add(visit(moment, on, kept.hour, kept.count, **parts))
            unit.counts = True
        return unit.change

    def correct(self, line: Line, to: Visitors) -> Change:
        """Change the hour, the number, the parts or the purpose of a row, of today or earlier; for the coordinator.

        Raises `RefusedError` for what cannot be, `ClashError` when somebody changed or took the row away meanwhile.
        """
        kept = rules.tidied(to)
        if line.named:
            rules.check_known(kept.count)
        rules.check_moment(line.on, kept.hour, self._room.now())
        label = Label(mark("A visit on {day} was corrected"), {"day": rules.day_in_words(line.on)})
        with self._store.work(label, Role.COORDINATOR) as unit:
            row = _unchanged(unit.session, line)
            if kept.hour != row.hour:
                if row.sheet is not None and queries.hour_entered(unit.session, row.sheet, kept.hour):
                    raise RefusedError("This hour of the paper sheet is there already. Correct that line.")
                # The minute stays: it keeps the order in which people came.
                minute = time(kept.hour, row.at.minute)
                row.hour, row.at = kept.hour, instant(row.on_date, minute, self._room.zone)
            row.persons, row.children, row.first_time = kept.count, kept.children, kept.first_time
            row.purpose = kept.purpose
            if kept.purpose is not Purpose.ACTIVITY:
                row.series_id = None
            unit.counts = True
        return unit.change

    def remove(self, line: Line) -> Change:
        """Take a row away, of today or an earlier day; for the coordinator. Raises `ClashError` as `correct` does."""
        day = rules.day_in_words(line.on)
        one = line.persons == 1
        message = mark("1 visitor was taken off {day}") if one else mark("{count} visitors were taken off {day}")
        label = Label(message, {"day": day} if one else {"count": line.persons, "day": day})
        with self._store.work(label, Role.COORDINATOR) as unit:
            unit.session.delete(_unchanged(unit.session, line))
            unit.counts = True
        return unit.change


def _unchanged(session: Session, line: Line) -> VisitRow:
    row = queries.visit_row(session, line.id)
    if row is None or row.version != line.version:
        raise ClashError("Somebody else changed this at the same time. Look again and repeat.")
    return row
