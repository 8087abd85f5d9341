"""From wish to activity: what is alike, and a date, time, space and lead that are free."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.conflicts import HOSTS, Use, Why, hard
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.letters import tidy
from buurtkamer_app.base.roles import Role
from buurtkamer_app.planner.became import AHEAD, Became
from buurtkamer_app.wishes.moving import group_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import NewSeries
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.rota.service import Rota
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import BecameTrue
    from buurtkamer_app.wishes.service import Wishes


class Planner:
    """Use cases of planning."""

    def __init__(self, store: Store, room: Room, activities: Activities, wishes: Wishes, rota: Rota) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._wishes = wishes
        self._rota = rota

    def became(self, monday: date) -> list[BecameTrue]:
        """Tell what became of wishes, for the wall of a week: activity, how many asked, its first date from then on.

        One line an activity; what comes in that week stands first, then what comes later, at most six.
        """
        return self.became_in([monday])[0]

    def became_in(self, mondays: Sequence[date]) -> list[list[BecameTrue]]:
        """Tell what became of wishes for the walls of many weeks, in order of time; of past ones what was told then."""
        entries = self._activities.occurrences(mondays[0], mondays[-1] + AHEAD)
        became = Became(self._wishes.told_on_paper(), entries, self._activities.weeks.chains())
        return [became.told(monday) for monday in mondays]

    def check(self, new: NewSeries, *, any_hours: bool = False) -> None:
        """Raise `RefusedError` when the space or the lead is taken on one of the dates, or the room is closed.

        Outside the opening hours only with `any_hours`: somebody asked for it.
        """
        self._store.allow(Role.HOST)
        if new.starts >= new.ends:
            raise RefusedError("The activity ends before it starts. Look at the times again.")
        use = Use(new.name, new.space, new.starts, new.ends, new.capacity, tidy(new.lead))
        until = new.first_date + AHEAD
        dates = rules.dates(new.rrule, new.first_date, new.first_date, min(until, new.last_date or until))
        found = self._activities.in_use.conflicts(use, dates)
        for clash in hard(found) if any_hours else found:
            # A series leaves out the days on which the room is closed.
            if clash.why is not Why.CLOSED or not new.rrule:
                raise clash.error()
        self._check_shifts(new, dates)

    def plan_wish(self, wish: UUID, new: NewSeries, *, any_hours: bool = False) -> Outcome[UUID]:
        """Turn a wish, with those that are grouped with it, into an activity, in one undo step.

        The wish's theme goes along, and its words stay with it: what an activity says of itself goes on the wall and
        into calendars, and a resident's own words only with their yes. Who supports it is told.
        Raises `RefusedError` when space or lead are not free, or the wish became an activity already.
        """
        with self._store.work(Label(mark("A wish became {name}"), {"name": new.name}), Role.HOST) as unit:
            told = group_of(unit.session, wish)[0]
            if told.series_id is not None:
                raise RefusedError("This wish became an activity already.")
            self.check(new, any_hours=any_hours)
            carried = replace(new, theme=told.theme)
            series = self._activities.add_series(carried).value
            self._wishes.planned_as(told.id, series)
        return Outcome(unit.change, series)

    def plan(self, wish: UUID | None, new: NewSeries, *, any_hours: bool = False) -> Outcome[UUID]:
        """Plan a wish, or (None) something new; raises `RefusedError` as they do."""
        if wish is None:
            return self.plan_new(new, any_hours=any_hours)
        return self.plan_wish(wish, new, any_hours=any_hours)

    def plan_new(self, new: NewSeries, *, any_hours: bool = False) -> Outcome[UUID]:
        """Put something on the programme that comes from no wish; raises `RefusedError` as `plan_wish`."""
        with self._store.work(Label(mark("{name} is on the programme"), {"name": new.name}), Role.HOST) as unit:
            self.check(new, any_hours=any_hours)
            series = self._activities.add_series(new).value
        return Outcome(unit.change, series)

    def _check_shifts(self, new: NewSeries, dates: Sequence[date]) -> None:
        """Raise `RefusedError` when the lead is on duty at that time on one of the dates."""
        lead = tidy(new.lead)
        if lead == HOSTS or not dates:
            return
        on = set(dates)
        for shift in self._rota.shifts(dates[0], dates[-1]):
            meets = shift.on in on and shift.starts < new.ends and new.starts < shift.ends
            if meets and any(place.host_name == lead for place in shift.on_duty):
                raise RefusedError("{lead} has a shift at that time. Choose another time or lead.", lead=lead)
