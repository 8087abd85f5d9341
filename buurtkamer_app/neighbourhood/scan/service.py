"""A look at the neighbourhood once a year: answers from paper, what they come to, what will be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import Characteristic
from buurtkamer_app.neighbourhood.scan import queries, rules
from buurtkamer_app.neighbourhood.scan.records import Averages, Seen
from buurtkamer_app.storage.tables.neighbourhood import ScanActionRow, ScanAnswerRow, ScanRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.neighbourhood.scan.records import Answer, Planned
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store


class Scans:
    """Use cases of the scan: hosts key the papers in; who answered is never on record."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def seen(self, year: int | None = None) -> Seen:
        """Give all of a year (None: this one), with the last scan before it and every action still to be done."""
        self._store.allow(Role.HOST)
        today = self._room.today()
        year = today.year if year is None else year
        with self._store.reading() as session:
            found, years = queries.answers(session, year), queries.answered_years(session)
            now = rules.averages(year, [one.answer for one in found])
            before = self._averages(session, next((other for other in years if other < year), None))
            actions = queries.actions(session, year)
        acted = {action.about for action in actions if action.year == year}
        low = [about for about in Characteristic if about not in acted and rules.asks_for_action(about, now, before)]
        return Seen(year, today, tuple(found), now, before, tuple(actions), tuple(low), tuple(years))

    def averages(self, year: int) -> Averages:
        """Give what the answers of a year come to."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return rules.averages(year, [one.answer for one in queries.answers(session, year)])

    def years(self) -> list[int]:
        """Give the years of which there are answers, the last one first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.answered_years(session)

    def answer(self, year: int, answer: Answer, number: int | None = None) -> Outcome[int]:
        """Write down what stands on a paper, or correct the one of a number; gives the number for on the paper.

        Raises `RefusedError` without any score, for a year to come, long notes, or when that number is gone.
        """
        self._store.allow(Role.HOST)
        kept, of = rules.kept_answer(answer), rules.kept_year(year, self._room.today())
        words = mark("An answer about the neighbourhood was written down")
        if number is not None:
            words = mark("An answer about the neighbourhood was corrected")
        with self._store.work(Label(words)) as unit:
            scan = self._scan(unit.session, of)
            if number is None:
                number = queries.last_number(unit.session, scan.id) + 1
            elif not queries.answer_rows(unit.session, scan.id, number):
                raise RefusedError("This is not on record any more. Look at the list again.")
            rows = {row.characteristic: row for row in queries.answer_rows(unit.session, scan.id, number)}
            for about, marked in kept.marks.items():
                row = rows.get(about)
                if row is None:
                    row = ScanAnswerRow(scan_id=scan.id, number=number, characteristic=about)
                    unit.session.add(row)
                row.respondent, row.score, row.note = kept.respondent, marked.score, marked.note
        return Outcome(unit.change, number)

    def take_away(self, year: int, number: int) -> Change:
        """Take an answer away; the numbers of the others stay as they stand on their papers."""
        with self._store.work(Label(mark("An answer about the neighbourhood was taken away"))) as unit:
            scan = queries.scan_row(unit.session, year)
            for row in queries.answer_rows(unit.session, scan.id, number) if scan is not None else ():
                unit.session.delete(row)
        return unit.change

    def plan(self, year: int, about: Characteristic, planned: Planned) -> Outcome[UUID]:
        """Write down what will be done about a characteristic, or change it: there is one action for each.

        Raises `RefusedError` without words or an owner, for long texts, and before anybody answered in that year.
        """
        kept = rules.kept_plan(planned)
        with self._store.work(Label(mark("An action for the neighbourhood was written down"))) as unit:
            scan = queries.scan_row(unit.session, year)
            if scan is None or not queries.last_number(unit.session, scan.id):
                raise RefusedError("Nobody answered in this year yet. Begin with that.")
            row = queries.action_row(unit.session, scan.id, about)
            if row is None:
                row = ScanActionRow(scan_id=scan.id, characteristic=about)
                unit.session.add(row)
            row.what, row.who, row.by_date = kept.what, kept.who, kept.by_date
            unit.session.flush()
        return Outcome(unit.change, row.id)

    def done(self, action: UUID, *, done: bool = True) -> Change:
        """Write down that an action is done, today; or that it is not done yet. `RefusedError` when it is gone."""
        words = mark("An action for the neighbourhood is done")
        with self._store.work(Label(words if done else mark("An action for the neighbourhood is open again"))) as unit:
            row = unit.session.get(ScanActionRow, action)
            if row is None:
                raise RefusedError("This is not on record any more. Look at the list again.")
            row.done_on = self._room.today() if done else None
        return unit.change

    def drop(self, action: UUID) -> Change:
        """Take an action away; nothing happens when it is gone already."""
        with self._store.work(Label(mark("An action for the neighbourhood was taken away"))) as unit:
            row = unit.session.get(ScanActionRow, action)
            if row is not None:
                unit.session.delete(row)
        return unit.change

    def _scan(self, session: Session, year: int) -> ScanRow:
        row = queries.scan_row(session, year)
        if row is None:
            row = ScanRow(year=year, begun_on=self._room.today())
            session.add(row)
            session.flush()
        return row

    @staticmethod
    def _averages(session: Session, year: int | None) -> Averages | None:
        if year is None:
            return None
        return rules.averages(year, [one.answer for one in queries.answers(session, year)])
