"""Counting at the desk: who comes in without a name, and the figures of all visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Change, Label, Outcome
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.errors import ClashError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.desk import queries, rules
from buurtkamer_app.desk.clock_watch import ClockState, clock_doubt
from buurtkamer_app.desk.rows import help_asked, visit

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from buurtkamer_app.base.terms import AgeBand, HelpTopic
    from buurtkamer_app.desk.records import LockedTallies, Tally, VisitFigures
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_LATELY: Final = 20  # units of work among which a jump of the clock is looked for


class Desk:
    """Use cases of counting."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def tally(self, tally: Tally, at: datetime | None = None) -> Change:
        """Count visitors without a name; nobody has to sign in for it.

        `at` is when the button was pressed (UTC), when that was before the store was open.
        Raises `RefusedError` for a number that cannot be, or a moment that has not come.
        """
        rules.check_tally(tally)
        message = mark("1 visitor was counted") if tally.count == 1 else mark("{count} visitors were counted")
        label = Label(message, {} if tally.count == 1 else {"count": tally.count})
        with self._store.work(label, Role.NOBODY) as unit:
            moment = at or unit.now
            rules.check_moment(moment, unit.now)
            here = local(moment, self._room.zone)
            purpose = Purpose.ACTIVITY if tally.series else tally.purpose
            parts = {"children": tally.children, "first_time": tally.first_time, "series_id": tally.series}
            more = {"age_band": tally.age_band, "locked": unit.actor.role is Role.NOBODY}
            unit.session.add(visit(moment, here.date(), here.hour, tally.count, purpose=purpose, **parts, **more))
            unit.counts = True
        return unit.change

    def ask_help(self, topic: HelpTopic | None = None, at: datetime | None = None) -> Outcome[UUID]:
        """Count that somebody who is in asked for help, never a visit; nobody has to sign in for it. Gives its key.

        Raises `RefusedError` for a moment that has not come.
        """
        with self._store.work(Label(mark("1 question was counted")), Role.NOBODY) as unit:
            moment = at or unit.now
            rules.check_moment(moment, unit.now)
            here = local(moment, self._room.zone)
            row = help_asked(moment, here, topic, locked=unit.actor.role is Role.NOBODY)
            unit.session.add(row)
            unit.session.flush()
            asked = row.id
        return Outcome(unit.change, asked)

    def set_topic(self, asked: UUID, topic: HelpTopic | None) -> Change:
        """Say what a question of today was about; raises `ClashError` when it was taken back meanwhile."""
        with self._store.work(Label(mark("What a question was about")), Role.NOBODY) as unit:
            row = queries.help_row(unit.session, asked)
            if row is None or row.on_date != self._room.today():
                raise ClashError("This question is gone. Count it again.")
            row.topic = topic
        return unit.change

    def take_back_locked(self) -> Change:
        """Take back all that was counted today while nobody was signed in, as one step."""
        with self._store.work(Label(mark("What was counted while locked was taken back"))) as unit:
            for row in queries.locked_rows(unit.session, self._room.today()):
                unit.session.delete(row)
                unit.counts = True
        return unit.change

    def accept_locked(self) -> Change:
        """Say that all that was counted today while nobody was signed in is right."""
        with self._store.work(Label(mark("What was counted while locked is right"))) as unit:
            for row in queries.locked_rows(unit.session, self._room.today()):
                row.locked = False
        return unit.change

    def locked_today(self) -> LockedTallies:
        """Count what was counted today while nobody was signed in, and nobody said of yet that it is right."""
        with self._store.reading() as session:
            return queries.locked(session, self._room.today())

    def figures(self, first: date, last: date) -> VisitFigures:
        """Count the visits of a period."""
        with self._store.reading() as session:
            return queries.figures(session, first, last)

    def by_age(self, first: date, last: date) -> dict[AgeBand | None, int]:
        """Count the visits of a period by age; None holds whose age was not looked at."""
        with self._store.reading() as session:
            return queries.by_age(session, first, last)

    def help_asked(self, first: date, last: date) -> dict[HelpTopic | None, int]:
        """Count the help that was asked in a period by topic; None holds what nobody said the topic of."""
        with self._store.reading() as session:
            return queries.help_asked(session, first, last)

    def clock_doubt(self, expected: datetime | None = None) -> ClockState:
        """Tell what the clock says and whether it can be right.

        `expected` is what it would say now if nobody had set it since it was last looked at (UTC; None: not known).
        """
        now, zone = self._store.clock.now(), self._room.zone
        with self._store.reading() as session:
            done, opened = queries.lately_done(session, _LATELY), queries.open_day(session)
        return ClockState(now, local(now, zone), clock_doubt(now, done, opened, expected, zone))
