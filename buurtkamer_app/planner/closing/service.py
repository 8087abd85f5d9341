"""Closing the house: activities, shifts and sign-ups move or go together, in one undo step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import language, mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.planner.closing import queries, rules
from buurtkamer_app.planner.closing.looking import Looking
from buurtkamer_app.planner.closing.moving import Moving
from buurtkamer_app.planner.closing.opening import Opening
from buurtkamer_app.planner.closing.records import ClosedDays, ClosingPlan
from buurtkamer_app.planner.closing.settling import Settling
from buurtkamer_app.room import queries as room_queries
from buurtkamer_app.room.records import NewClosure
from buurtkamer_app.room.rules import closed_on, holidays_between
from buurtkamer_app.room.school_holidays import REGIONS, SchoolHolidays
from buurtkamer_app.wishes.telling.of_closures import TellingOfClosures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.activities.bookings.service import Bookings
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.planner.closing.records import Closed, Offer, Preview, Reopened
    from buurtkamer_app.room.records import Closure
    from buurtkamer_app.room.school_holidays import SchoolHoliday
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates
    from buurtkamer_app.wishes.telling.service import TellingPeople

# Holidays are offered so far ahead, and closures are shown.
_OFFERED: Final = timedelta(days=365)
_NEXT_OPEN: Final = 60  # days
_SHOWN: Final = timedelta(days=1095)
# Heating that breaks does not wait for the coordinator.
_BY_A_HOST: Final = timedelta(days=1)


class Closing:
    """Use cases of closing the house."""

    def __init__(  # noqa: PLR0913, PLR0917 - it brings these rooms together
        self,
        store: Store,
        room: Room,
        activities: Activities,
        bookings: Bookings,
        rota: Rota,
        telling: TellingPeople,
        of_dates: TellingOfDates,
        own_files: Path | None = None,
    ) -> None:
        """Bring the rooms together; in `own_files` the room may keep its own files of school holidays."""
        self._store = store
        self._room = room
        self._telling, self._of_dates = TellingOfClosures(store, telling), of_dates
        self._school = SchoolHolidays(own_files)
        self._activities = activities
        self._looking = Looking(store, room, activities, bookings, rota)
        self._moving = Moving(room, activities, rota)

    def preview(self, new: NewClosure) -> Preview:
        """Give what a closure touches: activities, shifts and bookings; for who is signed in.

        Raises `RefusedError` for days or times that cannot be.
        """
        self._store.allow(Role.HOST)
        return self._looking.preview(new)

    def close(self, plan: ClosingPlan) -> Outcome[Closed]:
        """Close the room as was decided: what is not moved and does not go on all the same is cancelled by it.

        Who signed up or was on a shift comes on the list of whom to tell. A host may close today and tomorrow; further
        ahead, and what has been, is the coordinator's.
        Raises `RefusedError` for days or times that cannot be, or when something cannot move where it was put.
        """
        needs, why = self._needs(plan.closure.last, plan.closure.first), one_line(plan.closure.reason)
        label = Label(mark("Closed: {reason}"), {"reason": why}) if why else Label(mark("The room was closed"))
        with self._store.work(label, needs) as unit:
            touched = self._looking.preview(plan.closure)
            key = self._room.close(plan.closure, needs).value
            settling = Settling(unit, key, plan, touched, self._moving)
            closed = settling.settle()
            self._telling.tell(settling.told)
        return Outcome(unit.change, closed)

    def close_all(self, offers: Sequence[Offer]) -> Outcome[list[Closed]]:
        """Close the room on all of these days, in one undo step; what is on then is cancelled. Raises as `close`."""
        label = Label(mark("Closed on {count} holidays"), {"count": len(offers)})
        with self._store.work(label, Role.COORDINATOR) as unit:
            closed = [
                self.close(ClosingPlan(NewClosure(offer.first, offer.last, offer.name))).value
                for offer in offers
                if not offer.closed
            ]
        return Outcome(unit.change, closed)

    def reopen(self, closure: UUID) -> Outcome[Reopened]:
        """Open the room after all: what was cancelled by the closure goes on again, what moved comes back where it can.

        Days that have been stay closed. Who was told already is told again; who was not needs no call any more.
        Raises `RefusedError` when the closure is not on record any more, or is over.
        """
        self._store.allow(Role.HOST)
        known = self._closure(closure)
        today = self._room.today()
        if known.last < today:
            raise RefusedError("These days have been. They stay as they were.")
        since = max(known.first, today)
        with self._store.work(Label(mark("The room is open after all")), self._needs(known.last)) as unit:
            told, untold = self._telling.take_back(closure, since)
            row = queries.closure_row(unit.session, closure)
            opening = Opening(unit, row, known.space, self._moving, told, untold)
            opened = opening.open(since)
            self._telling.tell(opening.lines)
            self._moving.fill_places(unit, self._of_dates, since, known.last)
        return Outcome(unit.change, opened)

    def closures(self) -> list[Closure]:
        """Give the closures of now and of the next three years, by date."""
        today = self._room.today()
        return list(self._room.closures(today, today + _SHOWN))

    def notice(self, closure: UUID) -> ClosedDays:
        """Give what a notice on the door tells of a closure.

        Raises `RefusedError` when the closure is not on record any more.
        """
        self._store.allow(Role.HOST)
        known = self._closure(closure)
        with self._store.reading() as session:
            moved = queries.moved(session, closure)
        entries = [
            entry for series, to in moved for entry in self._activities.occurrences(to, to) if entry.series.id == series
        ]
        plan = self._room.plan()
        ahead = [known.last + timedelta(days=days) for days in range(1, _NEXT_OPEN)]
        closures = self._room.closures(ahead[0], ahead[-1])
        day = next((day for day in ahead if plan.opening(day) and closed_on(closures, day) is None), None)
        hours = plan.opening(day) if day is not None and known.whole else None
        return ClosedDays(known, tuple(entries), (day, hours.opens) if day is not None and hours is not None else None)

    def offers(self, *, school: bool = True) -> list[Offer]:
        """Give the holidays and school holidays of the coming year on which the room is usually open, by date.

        Without `school` only those of everybody. Raises `FileRefusedError` when the file of school holidays cannot be
        read; the sentence names the line.
        """
        today = self._room.today()
        last = today + _OFFERED
        plan, closures = self._room.plan(), self._room.closures(today, last)
        holidays = holidays_between(plan.facts.country, today, last, language())
        of_schools = self.school_holidays(today, last) if school else []
        return rules.offers(plan, closures, holidays, of_schools, today)

    def school_holidays(self, first: date, last: date) -> list[SchoolHoliday]:
        """Give the school holidays of the room's region that touch a period, by date; none while no region was chosen.

        Raises `FileRefusedError` when their file cannot be read; the sentence names the line.
        """
        return self._school.between(self.school_region(), first, last)

    def school_region(self) -> str:
        """Give the region whose school holidays count: the one that was chosen; in Belgium there is but one."""
        chosen = self._room.desk_settings().school_region
        return chosen or ("vlaanderen" if self._room.facts().country == "BE" else "")

    def choose_region(self, region: str) -> Change:
        """Choose whose school holidays are shown; for the coordinator. Raises `RefusedError` for an unknown one."""
        if region not in {"", *REGIONS}:
            raise RefusedError("This region is not known: {region}.", region=region[:60])
        with self._store.work(Label(mark("The school region was chosen")), Role.COORDINATOR) as unit:
            self._room.set_desk(replace(self._room.desk_settings(), school_region=region))
        return unit.change

    def _closure(self, key: UUID) -> Closure:
        with self._store.reading() as session:
            found = room_queries.closure(session, key)
        if found is None:
            raise RefusedError("These closed days are not on record any more.")
        return found

    def _needs(self, last: date, first: date | None = None) -> Role:
        today = self._room.today()
        soon = (first or today) >= today and last <= today + _BY_A_HOST
        return Role.HOST if soon else Role.COORDINATOR
