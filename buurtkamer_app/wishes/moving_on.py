"""What happens to wishes by itself: parked ones come back, activities begin and end, contacts are let go."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import TellReason, WishStatus
from buurtkamer_app.storage.sure_day import sure_day
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes import forgetting, moving, putting, queries
from buurtkamer_app.wishes.endings import beginning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import Wish

# How to reach those who asked goes 30 days after their wish was done and told. Source: issue 4, with privacy 2.
KEPT_CONTACTS: Final = timedelta(days=30)
_UNDER_WAY: Final = (WishStatus.PLANNED, WishStatus.RUNNING)


class MovingOn:
    """Use cases without anybody who presses something; whoever is at the desk, or nobody, may let them happen."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def under_way(self) -> Sequence[Wish]:
        """Give the wishes that are planned as an activity or run, or come back to it; of a group its head."""
        parked = (WishRow.status == WishStatus.PARKED) & (WishRow.back_on <= self._room.today())
        here = WishRow.head_id.is_(None) & WishRow.series_id.is_not(None)
        with self._store.reading() as session:
            return queries.wishes(session, self._room.zone, here & (WishRow.status.in_(_UNDER_WAY) | parked))

    def move_on(self, held: Mapping[UUID, date], over: Mapping[UUID, date]) -> Change:
        """Bring back parked wishes whose day has come, and let those go on whose activity began or is over.

        `held` gives for a series the last date that was held before today, `over` the last date of one that has none
        any more. What somebody moved after that date stays where it is; where nothing was ever held one talks of the
        wish again. Nothing is written when nothing is due.
        """
        with self._store.work(Label(mark("Wishes went on by themselves")), Role.NOBODY) as unit:
            self._come_back(unit)
            today = self._room.today()
            for wish in self.under_way():
                last, end = held.get(wish.series), over.get(wish.series)  # type: ignore[arg-type] # see `under_way`
                if end is not None and last is None and wish.status is WishStatus.PLANNED:
                    if not wish.done_when_told:
                        _came_to_nothing(unit, moving.group_of(unit.session, wish.id))
                elif end is not None and wish.moved_on <= end < today:
                    if not wish.done_when_told:
                        moving.finish(unit, moving.group_of(unit.session, wish.id), by_itself=True)
                elif wish.status is WishStatus.PLANNED and last is not None and last >= wish.moved_on:
                    rows = moving.group_of(unit.session, wish.id)
                    moving.bring(unit, rows, WishStatus.RUNNING, by_itself=True)
        return unit.change

    def forget_contacts(self, until: date | None = None) -> None:
        """Empty who asked for wishes that came to an end 30 days before the last opened day, and how to reach them.

        With `until` those that ended by that day. A wish of whom somebody is still to be told keeps them. It cannot be
        undone. Nothing goes while the clock may be wrong, as `sure_day` has it.
        """
        with self._store.work(Label(mark("Old names were taken out")), Role.NOBODY) as unit:
            sure = sure_day(unit.session, unit.now, self._room.today())
            if sure is not None:
                forgetting.forget_contacts(unit.session, until or sure - KEPT_CONTACTS, self._room.zone)

    def _come_back(self, unit: Unit) -> None:
        """Bring parked wishes back to where they were before, and remember that they came back."""
        today = self._room.today()
        due = select(WishRow.id).where(
            WishRow.status == WishStatus.PARKED, WishRow.back_on <= today, WishRow.head_id.is_(None)
        )
        for wish in unit.session.scalars(due.order_by(WishRow.number)).all():
            rows = moving.group_of(unit.session, wish)
            before = [move.status for move in queries.moves(unit.session, wish) if move.status is not WishStatus.PARKED]
            status = before[-1] if before else WishStatus.TALKING
            moving.bring(unit, rows, status, moving.Parked(back_on=today), by_itself=True)
            if status is WishStatus.PLANNED and rows[0].series_id is not None:
                putting.put(unit, rows, TellReason.PLANNED, series=rows[0].series_id)


def _came_to_nothing(unit: Unit, rows: Sequence[WishRow]) -> None:
    """Let one talk again of wishes whose activity never was; who heard that it was planned hears that it is off."""
    series = rows[0].series_id
    heard = putting.told_of(unit.session, rows, TellReason.PLANNED, series)
    beginning.forget(unit, rows)
    for row in rows:
        row.series_id = None
    moving.bring(unit, rows, WishStatus.TALKING, by_itself=True)
    putting.put_persons(unit, rows[0], TellReason.CANCELLED, heard, series)
