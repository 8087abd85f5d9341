"""The turn of the year and a coordinator who hands over: steps that tick themselves, and those that somebody ticks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.clock import local
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_hard import HardDay
from buurtkamer_app.people.cards.records import Standing
from buurtkamer_app.safekeeping.hard_days import queries, rules
from buurtkamer_app.safekeeping.hard_days.records import HandFacts, Handover, YearFacts
from buurtkamer_app.safekeeping.hard_days.service import new_row
from buurtkamer_app.storage.tables.hard_days import HardStepRow

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.planner.closing.service import Closing
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.backups.service import Backups
    from buurtkamer_app.safekeeping.hard_days.records import Step
    from buurtkamer_app.safekeeping.keys.service import KeyHolders
    from buurtkamer_app.storage.tables.hard_days import HardDayRow
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.team.allowance.service import Allowances
    from buurtkamer_app.team.service import Teams


class Turning:
    """Use cases of these two days, for the coordinator."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a year turns on
        self,
        store: Store,
        room: Room,
        closing: Closing,
        allowances: Allowances,
        teams: Teams,
        cards: HostCards,
        backups: Backups,
        key_holders: KeyHolders,
    ) -> None:
        self._store, self._room = store, room
        self._closing, self._allowances, self._teams, self._cards = closing, allowances, teams, cards
        self._backups, self._key_holders = backups, key_holders

    def year(self) -> tuple[int, tuple[Step, ...]]:
        """Give the year that comes, and how its steps stand."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            year = rules.year_of(self._room.today())
            day = queries.open_day(session, HardDay.TURN_OF_YEAR, year)
            said = queries.steps(session, day.id) if day else frozenset()
            return year, rules.year_steps(self._facts(year, said))

    def tick_year(self, step: str, *, done: bool = True) -> Change:
        """Say that a step of the coming year is done, or not; raises `RefusedError` for one that shows it itself."""
        year = rules.year_of(self._room.today())
        return self._tick(HardDay.TURN_OF_YEAR, step, done=done, year=year)

    def begin_handing(self, new: UUID, goes: UUID | None = None) -> Change:
        """Begin to hand over to somebody; a handing over to somebody else that was under way is over.

        `goes` is the coordinator who goes (None: every other one). Raises `RefusedError` when that is the same person.
        """
        if new == goes:
            raise RefusedError("Choose two people: who goes, and who takes over.")
        with self._store.work(Label(mark("A handing over began")), Role.COORDINATOR) as unit:
            if queries.host(unit.session, new) is None:
                raise RefusedError("This host is not on record any more.")
            row = queries.open_day(unit.session, HardDay.HANDING_OVER)
            if row is not None:
                row.ended_at = unit.now
            unit.session.add(new_row(HardDay.HANDING_OVER, unit.now, host=new, goes=goes))
        return unit.change

    def handing(self) -> Handover | None:
        """Give the handing over that is under way, None when there is none."""
        self._store.allow(Role.COORDINATOR)
        with self._store.reading() as session:
            row = queries.open_day(session, HardDay.HANDING_OVER)
            who = queries.host(session, row.host_id) if row and row.host_id else None
            if row is None or who is None:
                return None
            old = queries.going(session, who.id, row.from_id)
            goes = [one.id for one in old]
            keys = self._key_holders.now()
            facts = HandFacts(
                who.name,
                ", ".join(one.name for one in old),
                who.role == int(Role.COORDINATOR),
                any(holder.host == who.id for holder in keys.holders),
                queries.has_pin(session, who.id),
                sum(holder.host in goes for holder in keys.holders),
                keys.due,
                keys.real,
                len(queries.open_concerns(session, goes)),
                queries.steps(session, row.id),
            )
            return Handover(row.id, who.id, who.name, rules.hand_steps(facts))

    def make_coordinator(self) -> Change:
        """Let who takes over be coordinator."""
        with self._store.work(Label(mark("{name} is coordinator now"), {"name": ""}), Role.COORDINATOR) as unit:
            who = queries.host(unit.session, self._taker(unit.session))
            if who is None:
                raise RefusedError("This host is not on record any more.")
            unit.label.values["name"] = who.name
            who.role = int(Role.COORDINATOR)
        return unit.change

    def give_concerns(self) -> Change:
        """Let the open concerns of the other coordinators wait for who takes over, who must be coordinator."""
        with self._store.work(Label(mark("Open concerns were handed over")), Role.COORDINATOR) as unit:
            new = self._taker(unit.session)
            who = queries.host(unit.session, new)
            if who is None or who.role != int(Role.COORDINATOR):
                raise RefusedError("First make them coordinator: only a coordinator weighs concerns.")
            row = queries.open_day(unit.session, HardDay.HANDING_OVER)
            goes = [one.id for one in queries.going(unit.session, new, row.from_id if row else None)]
            for concern in queries.open_concerns(unit.session, goes):
                concern.recipient = new
        return unit.change

    def tick_handing(self, step: str, *, done: bool = True) -> Change:
        """Say that a step of the handing over is done, or not; raises `RefusedError` for one that shows it itself."""
        return self._tick(HardDay.HANDING_OVER, step, done=done)

    def end_handing(self) -> Change:
        """End the handing over."""
        with self._store.work(Label(mark("The handing over is done")), Role.COORDINATOR) as unit:
            row = queries.open_day(unit.session, HardDay.HANDING_OVER)
            if row is not None:
                row.ended_at = unit.now
        return unit.change

    def _taker(self, session: Session) -> UUID:
        row = queries.open_day(session, HardDay.HANDING_OVER)
        if row is None or row.host_id is None:
            raise RefusedError("No handing over is under way. First choose who takes over.")
        return row.host_id

    def _tick(self, kind: HardDay, step: str, *, done: bool, year: int | None = None) -> Change:
        self._store.allow(Role.COORDINATOR)
        if step not in rules.BY_HAND:
            raise RefusedError("This step ticks itself when it is done.")
        with self._store.work(Label(mark("A step of a hard day was ticked")), Role.COORDINATOR) as unit:
            day: HardDayRow | None = queries.open_day(unit.session, kind, year)
            if day is None:
                if kind is HardDay.HANDING_OVER:
                    self._taker(unit.session)
                day = new_row(kind, unit.now, year=year)
                unit.session.add(day)
                unit.session.flush()
            row = queries.step_row(unit.session, day.id, step)
            if done and row is None:
                unit.session.add(HardStepRow(hard_day_id=day.id, step=step, at=unit.now))
            elif row is not None and not done:
                unit.session.delete(row)
        return unit.change

    def _facts(self, year: int, said: frozenset[str]) -> YearFacts:
        first, last = date(year, 1, 1), date(year, 12, 31)
        schools, rate, keys = (
            self._closing.school_holidays(first, last),
            self._allowances.rate(year),
            self._key_holders.now(),
        )
        team, tried = self._teams.team(), self._backups.last_tried()
        at = tried.tried_at if tried else None
        return YearFacts(
            year,
            len(self._room.closures(first, last)),
            self._closing.school_region(),
            len(schools),
            bool(schools) and all(one.sure for one in schools),
            rate is not None,
            rate is not None and rate.confirmed_on is not None,
            team is not None,
            team is not None and team.started_on.year + team.years > year,
            said,
            (self._room.today() - local(at, self._room.zone).date()).days if at else None,
            keys.few,
            keys.real,
            sum(card.due is not Standing.HOLDS for card in self._cards.all()),
        )
