"""Wishes as they are looked at: on the board, in the list, and one of them opened with all that is known of it."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.clock import instant
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.storage.tables.wishes import WishRow
from buurtkamer_app.wishes import moving, queries
from buurtkamer_app.wishes.lists import queries as lists
from buurtkamer_app.wishes.lists import rules
from buurtkamer_app.wishes.records import PART, BoardColumn, Listed, Opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.records import Moved, Sought


class WishLists:
    """What the page shows of wishes; only for who is signed in."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store = store
        self._room = room

    def board(self) -> Mapping[WishStatus, BoardColumn]:
        """Give the columns: wishes that are grouped stand under their head, of a full column only the last ones.

        Open wishes stand in the order of their numbers, those that came to an end with the last one first.
        """
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            counted = lists.counts(session)
            shown = lists.on_board(session, self._room.zone)
        columns = {}
        for status in WishStatus:
            here = tuple(rules.in_column(status, (wish for wish in shown if wish.status is status)))
            columns[status] = BoardColumn(here, counted.get(status, 0) - len(here))
        return columns

    def listed(self, sought: Sought, first: int = 0, most: int = PART) -> Listed:
        """Give the wishes that fit what is sought in the order that is asked: `most` of them from the `first` on."""
        self._store.allow(Role.HOST)
        today, zone = self._room.today(), self._room.zone
        still_since = instant(today - rules.STILL + timedelta(days=1), time(), zone)
        holds = rules.finder(sought.words) if sought.words.strip() else None
        with self._store.reading() as session:
            fitting = lists.numbers(session, sought, still_since, holds)
            return Listed(tuple(lists.lines(session, zone, fitting[first : first + most])), len(fitting))

    def opened(self, wish: UUID) -> Opened:
        """Give a wish with its supporters, moves and group; raises `RefusedError` when it is gone."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            rows = moving.group_of(session, wish)
            group = queries.wishes(session, self._room.zone, WishRow.id.in_([row.id for row in rows]))
            since = next(row.contact_consent_at for row in rows if row.id == wish)
            return Opened(
                next(one for one in group if one.id == wish),
                tuple(queries.supports(session, wish)),
                tuple(queries.moves(session, wish)),
                tuple(
                    sorted((one for one in group if one.id != wish), key=lambda one: (one.head is not None, one.number))
                ),
                since,
            )

    def moves(self, wish: UUID) -> list[Moved]:
        """Give how a wish came through the columns, the first move first."""
        self._store.allow(Role.HOST)
        with self._store.reading() as session:
            return queries.moves(session, wish)
