"""Whom one can call from this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Role
from buurtkamer_app.neighbourhood.calling import queries
from buurtkamer_app.neighbourhood.calling.records import PhoneBook

if TYPE_CHECKING:
    from buurtkamer_app.neighbourhood.service import Neighbourhood
    from buurtkamer_app.storage.unit_of_work import Store


class Calling:
    """The numbers of the call guide, of what is around the room, and of the hosts who share theirs."""

    def __init__(self, store: Store, neighbourhood: Neighbourhood) -> None:
        self._store, self._neighbourhood = store, neighbourhood

    def phone_book(self) -> PhoneBook:
        """Give everybody whom one can call, for who is signed in: hosts share their number with each other only."""
        self._store.allow(Role.HOST)
        guide = self._neighbourhood.call_guide()
        with self._store.reading() as session:
            found = [*queries.around(session), *queries.hosts(session)]
        return PhoneBook(guide.lines, tuple(sorted(found, key=lambda number: (words(number.name), number.name))))
