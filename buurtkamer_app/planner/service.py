"""From wish to activity: what is alike, and a date, time, space and lead that are free."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities import rules
from buurtkamer_app.activities.records import Series
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.planner.alike import most_alike
from buurtkamer_app.room.rules import closed_on
from buurtkamer_app.wishes.records import BecameTrue

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import NewSeries
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import Alike
    from buurtkamer_app.wishes.service import Wishes

# A series is looked at this far ahead for what would be in its way.
_AHEAD: Final = timedelta(weeks=13)
# More would push the programme off the sheet.
_LINES: Final = 6


class Planner:
    """Use cases of planning."""

    def __init__(self, store: Store, room: Room, activities: Activities, wishes: Wishes) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._wishes = wishes

    def alike(self, text: str, most: int = 3) -> list[Alike]:
        """Give wishes and activities that look like what is being typed, best first; for who is signed in."""
        return most_alike(text, self._wishes.all(), self._activities.series(), most)

    def became(self, monday: date) -> list[BecameTrue]:
        """Tell what became of wishes, for the wall of a week: activity, how many asked, its first date from then on.

        One line an activity; what comes in that week stands first, then what comes later, at most six.
        """
        told: dict[UUID, BecameTrue] = {}
        entries = self._activities.occurrences(monday, monday + _AHEAD)
        for wish in self._wishes.told_on_paper():
            if wish.series is None:
                continue
            when = next((entry.on for entry in entries if entry.goes_on and entry.series.id == wish.series), None)
            known = told.get(wish.series)
            supporters = wish.supporters + (known.supporters if known else 0)
            told[wish.series] = BecameTrue(wish.activity, supporters, when)
        return sorted(told.values(), key=lambda line: (line.when is None, line.when or monday, line.activity))[:_LINES]

    def check(self, new: NewSeries) -> None:
        """Raise `RefusedError` when the space or the lead is taken on one of the dates, or the room is closed."""
        if new.starts >= new.ends:
            raise RefusedError("The activity ends before it starts. Look at the times again.")
        space = next((entry for entry in self._room.spaces() if entry.name == new.space), None)
        if space is None:
            raise RefusedError("The room has no space called {name}.", name=new.space)
        planned = _as_series(new)
        last = new.first_date + _AHEAD
        closures = self._room.closures(new.first_date, last)
        others = self._activities.occurrences(new.first_date, last)
        for on in rules.dates(new.rrule, new.first_date, new.first_date, last):
            if closed_on(closures, on) is not None:
                if not new.rrule:
                    raise RefusedError("The room is closed that day.")
                continue
            that_day = [entry for entry in others if entry.on == on and entry.goes_on]
            if clash := rules.space_clash(planned, space, that_day):
                raise RefusedError(
                    "{space} is taken by {name}. Choose another time or space.", space=new.space, name=clash.series.name
                )
            if clash := rules.lead_clash(planned, that_day):
                raise RefusedError(
                    "{lead} leads {name} at that time. Choose another time or lead.",
                    lead=new.lead,
                    name=clash.series.name,
                )

    def plan_wish(self, wish: UUID, new: NewSeries) -> Outcome[UUID]:
        """Turn a wish into an activity: the series is made and the wish is planned, in one undo step.

        The wish's theme and words go along where the new activity says nothing of its own.
        Raises `RefusedError` when space or lead are not free.
        """
        with self._store.work(Label(mark("A wish became {name}"), {"name": new.name}), Role.HOST) as unit:
            self.check(new)
            told = next((entry for entry in self._wishes.all() if entry.id == wish), None)
            if told is None:
                raise RefusedError("This wish is not on record any more.")
            carried = replace(new, theme=told.theme, about=new.about or told.text)
            series = self._activities.add_series(carried).value
            self._wishes.planned_as(wish, series)
        return Outcome(unit.change, series)


def _as_series(new: NewSeries) -> Series:
    """Give a planned series the shape in which activities are compared; its key is nobody's yet."""
    from uuid import UUID  # noqa: PLC0415 - only needed here, for a key that is never kept

    return Series(
        UUID(int=0),
        0,
        new.name,
        new.about,
        new.rrule,
        new.first_date,
        new.starts,
        new.ends,
        new.price_cents,
        new.capacity,
        new.theme,
        new.space,
        LeadKind.HOSTS if new.lead == "hosts" else LeadKind.HOST,
        new.lead,
        new.lead_on_paper,
        new.self_run,
        new.sign_up,
    )
