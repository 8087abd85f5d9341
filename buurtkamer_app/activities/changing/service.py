"""Changes to a series: what they move is shown first, then taken over for one date, from here on, or all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.activities import queries
from buurtkamer_app.activities.changing import queries as changing
from buurtkamer_app.activities.changing.applying import Applying
from buurtkamer_app.activities.changing.drafting import YEAR, as_placed, worded
from buurtkamer_app.activities.changing.looking import Looking, Seen
from buurtkamer_app.activities.changing.records import Alter, CallOff, Effect, Extra, Reach, ToChange, Whole
from buurtkamer_app.activities.conflicts import hard
from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.activities.rules import next_on
from buurtkamer_app.activities.seating import move_up
from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason
from buurtkamer_app.wishes.telling.records import NewTelling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.attendance import Attendance
    from buurtkamer_app.activities.changing.drafting import Known
    from buurtkamer_app.activities.changing.records import Wanted
    from buurtkamer_app.activities.records import Changed
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates


class Changing:
    """Use cases of changing series."""

    def __init__(
        self, store: Store, room: Room, activities: Activities, attendance: Attendance, telling: TellingOfDates
    ) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._looking = Looking(room, activities)
        self._attendance = attendance
        self._telling = telling

    def to_change(self, series: UUID, on: date) -> ToChange:
        """Give what a change begins with; raises `RefusedError` when the series is not on that day."""
        with self._store.reading() as session:
            known = self._looking.known(session, series)
            entry = known.on(on)
            coming = [one.on for one in known.occurrences(known.today, max(known.today, on) + YEAR)]
            spaces = tuple(space.name for space in self._room.spaces())
            return ToChange(known.series, entry, tuple(coming), spaces, tuple(changing.host_names(session)))

    def preview(self, wanted: Wanted) -> Effect:
        """Tell what a change would move and whom it touches, and what stands in its way; nothing is changed.

        It is for who is signed in: it knows who signed up.
        Raises `RefusedError` for what cannot be at all.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return self._looking.at(session, wanted).effect

    def apply(self, wanted: Wanted) -> Outcome[UUID]:
        """Change a series as it was looked at, in one undo step; give the series that goes on with it.

        What is on record under a date goes along with it, wishes too; who signed up is put on the list of whom to tell.
        Dates that were held stay as they were. Raises `RefusedError` when something stands in the way.
        """
        with self._store.work(Label(mark("{name} was changed"), {"name": ""})) as unit:
            unit.session.flush()
            seen = self._looking.at(unit.session, wanted)
            unit.label.values["name"] = seen.known.series.name
            _check(wanted, seen.effect)
            goes_on = self._write(unit, wanted, seen)
            unit.session.flush()
            if not (isinstance(wanted, CallOff) and wanted.reach is Reach.ONE):
                self._telling.tell(_along(seen.effect.told, goes_on))
            if isinstance(wanted, Alter):
                self._tell_who_wished(wanted, seen)
                self._move_up(unit, goes_on)
        return Outcome(unit.change, goes_on)

    def choose_pictogram(self, series: UUID, name: str) -> Change:
        """Give a series, and the ones that go on from it, a picture; "" for the one that its name and theme suggest.

        Raises `RefusedError` for a picture or a series that is not there.
        """
        self._store.allow(Role.HOST)
        if name and name not in WORDS:
            raise RefusedError("This picture is not there. Choose another one.")
        with self._store.work(Label(mark("{name} got another picture"), {"name": ""})) as unit:
            rows = changing.goes_on_in(unit.session, series)
            if not rows:
                raise RefusedError("This series is not there any more.")
            unit.label.values["name"] = rows[0].name
            for row in rows:
                row.pictogram = name
        return unit.change

    def series(self, *, over: bool = False) -> list[Whole]:
        """Give the series that go on, or those that are over, by the date that comes next and by name."""
        today = self._room.today()
        with self._store.reading() as session:
            found = queries.all_series(session)
            changed = queries.changed_dates(session)
        by_series: dict[UUID, list[Changed]] = {}
        for entry in changed:
            by_series.setdefault(entry.series, []).append(entry)
        whole = [Whole(one, next_on(one, by_series.get(one.id, ()), today), one.last_date) for one in found]
        chosen = [one for one in whole if (one.next_on is None) is over]
        return sorted(chosen, key=lambda one: (one.next_on or _never_mind(one), one.series.name.casefold()))

    def _write(self, unit: Unit, wanted: Wanted, seen: Seen) -> UUID:
        known, applying = seen.known, Applying(unit.session, self._room)
        key = known.series.id
        if isinstance(wanted, Extra):
            applying.one_more(known, wanted.on, as_placed(known.series, wanted.placed))
        elif isinstance(wanted, CallOff):
            self._call_off(applying, wanted, known)
        elif seen.draft is not None:
            return applying.whole(known, seen.draft)
        elif wanted.reach is Reach.ONE:
            if seen.effect.dates:
                entry = known.on(wanted.on)
                applying.one(known, entry, wanted.to or wanted.on, as_placed(entry.series, wanted.placed))
        else:
            applying.words(known, worded(known.series, wanted.details))
        return key

    def _call_off(self, applying: Applying, wanted: CallOff, known: Known) -> None:
        """Let one date not go on, or the series end."""
        if wanted.reach is Reach.ONE:
            if wanted.on in known.counted:
                raise RefusedError("This date has been, so it stays as it was.")
            self._attendance.cancel(known.series.id, wanted.on, wanted.reason)
            return
        since = known.today if wanted.reach is Reach.ALL else max(known.today, wanted.on)
        applying.ended(known, since, one_line(wanted.reason))

    def _tell_who_wished(self, wanted: Alter, seen: Seen) -> None:
        """Tell who heard on which day their wish was planned that it moves; of a series no date is theirs."""
        series, to = seen.known.series, wanted.to
        if series.rrule or to is None or to == wanted.on:
            return
        moved = NewTelling(TellReason.MOVED, series=series.id, on=wanted.on, moved_to=to)
        self._telling.tell(self._telling.wished(moved, seen.effect.told))

    def _move_up(self, unit: Unit, series: UUID) -> None:
        """Give places that a larger capacity brings to who waits."""
        waiting = {row.on_date for row in changing.parties(unit.session, series, self._room.today()) if row.waiting}
        for on in sorted(waiting):
            move_up(self._telling, self._activities.occurrence(series, on), queries.sign_ups(unit.session, series, on))


def _check(wanted: Wanted, effect: Effect) -> None:
    """Raise the first thing that stands in the way; opening hours give way to who asked for it."""
    asked = not isinstance(wanted, CallOff) and wanted.all_the_same
    refused = hard(effect.conflicts) if asked else effect.conflicts
    if refused:
        raise next(iter(hard(refused) or refused)).error()


def _along(told: Iterable[NewTelling], series: UUID) -> list[NewTelling]:
    """Give what is to be told of dates that went along to the series that goes on."""
    return [replace(news, series=series) if news.reason is TellReason.MOVED else news for news in told]


def _never_mind(one: Whole) -> date:
    """Order what is over by when it ended."""
    return one.last_on or one.series.first_date
