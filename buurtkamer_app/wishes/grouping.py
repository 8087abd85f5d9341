"""Wishes that mean the same: supported together under the earliest of them, and split again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.terms import Ending, TellReason, WishStatus
from buurtkamer_app.storage.tables.wishes import WishEndingRow
from buurtkamer_app.wishes import moving, putting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.tables.wishes import WishRow
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store


class Grouping:
    """Use cases of groups of wishes: the earliest is the head, and all stand in the same column as it does."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def join(self, wish: UUID, into: UUID) -> Change:
        """Support a wish together with another one, with all that are grouped with either; twice changes nothing.

        They stand from then on where `into` stands, or where the one stands that became an activity already.
        Raises `RefusedError` when one of them came to its end or goes another way, or both became an activity.
        """
        with self._store.work(Label(mark("Wishes are supported together"))) as unit:
            joining, joined = moving.group_of(unit.session, wish), moving.group_of(unit.session, into)
            if joining[0] is not joined[0]:
                _check(unit, joining[0], joined[0])
                leads = joined if joining[0].series_id is None or joined[0].series_id is not None else joining
                _stand_where(unit, joining if leads is joined else joined, leads[0])
                _put_under_earliest([*joining, *joined])
        return unit.change

    def split(self, wish: UUID) -> Change:
        """Let a wish stand on its own again, where the group stands now; one that stands alone stays as it is."""
        with self._store.work(Label(mark("A wish stands on its own again"))) as unit:
            rows = moving.group_of(unit.session, wish)
            alone = [row for row in rows if row.id == wish]
            others = [row for row in rows if row.id != wish]
            if others:
                _put_under_earliest(alone)
                _put_under_earliest(others)
                unit.session.flush()
                for part in (alone, others):
                    if part[0].done_when_told:
                        moving.finish(unit, part)
        return unit.change


def _check(unit: Unit, *heads: WishRow) -> None:
    """Raise `RefusedError` when these cannot be supported together."""
    if any(head.status in {WishStatus.DONE, WishStatus.SELF_RUN} for head in heads):
        raise RefusedError("One of these wishes came to its end. It stands on its own.")
    chosen = select(WishEndingRow.id).where(
        WishEndingRow.wish_id.in_([head.id for head in heads]), WishEndingRow.kind != Ending.ACTIVITY
    )
    if unit.session.scalars(chosen).first() is not None:
        raise RefusedError("One of these wishes goes another way already. It stands on its own.")
    if len({head.series_id for head in heads} - {None}) > 1:
        raise RefusedError("Both became an activity already. They stay apart.")


def _stand_where(unit: Unit, rows: Sequence[WishRow], leading: WishRow) -> None:
    """Let wishes stand where another one stands; who asked for them is to be told which activity that became."""
    waits, activity = leading.done_when_told, leading.series_id
    known = rows[0].series_id == activity
    moving.bring(unit, rows, leading.status, moving.Parked(leading.parked_reason, leading.back_on))
    for row in rows:
        row.series_id, row.done_when_told = activity, waits
    if not known and leading.status in {WishStatus.PLANNED, WishStatus.RUNNING}:
        putting.put(unit, rows, TellReason.PLANNED, series=activity)


def _put_under_earliest(rows: Sequence[WishRow]) -> None:
    """Group wishes under the one with the lowest number; a single one stands alone."""
    head = min(rows, key=lambda row: row.number)
    for row in rows:
        row.head_id = None if row is head else head.id
