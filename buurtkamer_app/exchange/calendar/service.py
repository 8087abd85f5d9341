"""The programme as a calendar file, and one that is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.activities.rules import kept_about, last_of
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.calendar import queries
from buurtkamer_app.exchange.calendar.laying_out import EARLIEST, HORIZON, lay_out
from buurtkamer_app.exchange.calendar.records import Kind
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.storage.tables.activities import CancelledRow, ChangedDateRow
from buurtkamer_app.storage.whole_file import check_target, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.exchange.calendar.looking import Looking
    from buurtkamer_app.exchange.calendar.records import Chosen, Found, Otherwise, Series
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.activities import SeriesRow
    from buurtkamer_app.storage.unit_of_work import Store


class Calendar:
    """Use cases of calendar files."""

    def __init__(self, store: Store, room: Room, activities: Activities) -> None:
        self._store = store
        self._room = room
        self._activities = activities

    def drawn(self, first: date | None = None, last: date | None = None) -> bytes:
        """Give the programme of a period, both days included, as iCalendar; without days all of it. For hosts.

        No visitor's name and no wish is in it. Raises `RefusedError` when the last day comes before the first.
        """
        # What draws it loads icalendar and Babel, which the desk does without.
        from buurtkamer_app.exchange.calendar.writing import write  # noqa: PLC0415

        self._store.allow(Role.HOST)
        begin, end = first or EARLIEST, last or HORIZON
        if end < begin:
            raise RefusedError("The last day comes before the first.")
        closures = self._room.closures(begin, end)
        with self._store.reading() as session:
            laid = [lay_out(planned, closures, begin, end) for planned in queries.programme(session)]
        return write([one for one in laid if one is not None], self._room.facts(), self._store.clock.now())

    def export(self, path: Path, first: date | None = None, last: date | None = None) -> Path:
        """Write the programme of a period to a file, whole or not at all.

        Raises `StoreError` when the disk refuses, else as `drawn`.
        """
        content = self.drawn(first, last)
        check_target(path)
        write_whole(path, content)
        return path

    def preview(self, path: Path) -> list[Found]:
        """Tell what bringing in a file would do, line by line; nothing is written. For the coordinator.

        Raises `FileRefusedError` when it is too large, no calendar, or broken, `StoreError` when the disk fails.
        """
        from buurtkamer_app.exchange.calendar.reading import read_text  # noqa: PLC0415 - see drawn

        self._store.allow(Role.COORDINATOR)
        text = read_text(path)
        with self._store.reading() as session:
            return self._looking(session).preview(text)

    def bring_in(self, chosen: Sequence[Chosen]) -> Outcome[int]:
        """Bring in the lines that were chosen, all of them or none, in one step; give how many. For the coordinator.

        Raises `RefusedError` when one of them cannot be, `ClashError` when one was brought in or changed meanwhile.
        """
        wanted = [one for one in chosen if one.found.kind in {Kind.NEW, Kind.CHANGED}]
        label = Label(mark("{count} activities were brought in"), {"count": len(wanted)})
        with self._store.work(label, Role.COORDINATOR) as unit:
            if not wanted:
                raise RefusedError("Choose what is to be brought in.")
            looking = self._looking(unit.session)
            for one in wanted:
                self._bring(unit.session, looking, one)
        return Outcome(unit.change, len(wanted))

    def _looking(self, session: Session) -> Looking:
        from buurtkamer_app.exchange.calendar.looking import Looking  # noqa: PLC0415 - see drawn

        plan, known, today = self._room.plan(), self._activities.series(), self._room.today()
        return Looking(plan, known, self._activities, lambda series: queries.has_record(session, series), today)

    def _bring(self, session: Session, looking: Looking, one: Chosen) -> None:
        found = looking.again(one)
        if (series := found.series) is None:
            return
        if found.known is None:
            key = self._activities.add_series(series.new).value
        else:
            key = self._take_over(session, found.known, series)
        row = queries.row(session, key)
        row.sequence = series.sequence
        session.add_all(self._otherwise(row, entry) for entry in series.otherwise)
        session.add_all(CancelledRow(series_id=key, on_date=on, reason="") for on in series.off)
        session.flush()

    def _take_over(self, session: Session, known: UUID, series: Series) -> UUID:
        """Have a series of ours as the file has it now: what is on record about its single dates goes."""
        new, row = series.new, queries.row(session, known)
        for entry in queries.dates_of(session, known):
            session.delete(entry)
        row.name, row.about, row.theme = kept_name(new.name), kept_about(new.about), new.theme
        row.space_id = self._room.space(new.space)
        row.rrule, row.first_date, row.starts, row.ends = new.rrule, new.first_date, new.starts, new.ends
        row.last_date = last_of(new.rrule, new.first_date)
        session.flush()
        return known

    def _otherwise(self, row: SeriesRow, entry: Otherwise) -> ChangedDateRow:
        return ChangedDateRow(
            series_id=row.id,
            rule_date=entry.rule_date,
            on_date=entry.on,
            starts=entry.starts,
            ends=entry.ends,
            space_id=self._room.space(entry.space) if entry.space else row.space_id,
            lead_kind=row.lead_kind,
            lead_host_id=row.lead_host_id,
            lead_name=row.lead_name,
            lead_on_paper=row.lead_on_paper,
        )
