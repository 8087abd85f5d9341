"""Lists of the room as files, for another program or for who comes after: for the coordinator."""

from __future__ import annotations

from datetime import date
from typing import IO, TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.delivery import delivering
from buurtkamer_app.exchange.hosts import contact_cards, laying_out
from buurtkamer_app.exchange.lists.out import listing, queries, writing
from buurtkamer_app.exchange.lists.out.records import SHAPES, TITLES, WITH_NAMES, Listed, Shape, Taken
from buurtkamer_app.storage.scanning import scanning

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.exchange.calendar.service import Calendar
    from buurtkamer_app.exchange.hosts.service import HostFiles
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit_of_work import Store

_EVER: Final = date(1900, 1, 1), date(2099, 12, 31)


class TakingOut:
    """Use cases of lists to a file."""

    def __init__(
        self, store: Store, room: Room, activities: Activities, calendar: Calendar, host_files: HostFiles
    ) -> None:
        self._store = store
        self._room = room
        self._activities = activities
        self._calendar = calendar
        self._hosts = host_files

    def take_out(
        self, taken: Taken, shape: Shape, path: Path, period: tuple[date, date] | None, progress: Progress
    ) -> Path:
        """Write a list to a file, of the days of a period (None: of all); gives where it is.

        Raises `RefusedError` for a shape that this list has not, a period in the wrong order or a path that cannot be;
        `StoreError` when the disk refuses, `StoppedError` when somebody stopped it: then there is no new file.
        """
        self._store.allow(Role.COORDINATOR)
        if shape not in SHAPES[taken]:
            raise RefusedError("This list cannot be saved as such a file. Choose another one.")
        first, last = period or _EVER
        if last < first:
            raise RefusedError("The last day comes before the first.")
        with (
            self._store.reading() as session,
            scanning(session),
            delivering(path, self._written(session, taken, shape, (first, last), progress), lambda _: None) as place,
        ):
            place()
        return path

    def _written(
        self, session: Session, taken: Taken, shape: Shape, period: tuple[date, date], progress: Progress
    ) -> Callable[[IO[bytes]], object]:
        """Give what writes a list to an open file."""
        if shape is Shape.CALENDAR:
            return lambda out: out.write(self._calendar.drawn(*period))
        if shape is Shape.CARDS:
            return lambda out: out.write(self._cards(session, taken))
        listed = self._listed(session, taken, period)
        rows = writing.followed(listed, progress)
        if shape is Shape.CSV_DUTCH:
            return lambda out: writing.csv_dutch(out, listed.heads, rows)
        if shape is Shape.CSV_ISO:
            return lambda out: writing.csv_iso(out, listed.heads, rows)
        title = translate(TITLES[taken])
        return lambda out: writing.spreadsheet(out, title, listed.heads, rows, names=taken in WITH_NAMES)

    def _listed(self, session: Session, taken: Taken, period: tuple[date, date]) -> Listed:
        if taken is Taken.HOSTS:
            heads, *rows = laying_out.table([line for _, line in self._hosts.lines()])
            return Listed(tuple(heads), [tuple(row) for row in rows], len(rows))
        if taken is Taken.PROGRAMME:
            days = listing.planned(*period, self._room.today())
            return listing.programme(self._activities.occurrences(*days))
        return listing.from_store(session, taken, *period)

    def _cards(self, session: Session, taken: Taken) -> bytes:
        room = self._room.facts().name
        if taken is Taken.HOSTS:
            return contact_cards.write(self._hosts.lines(), room)
        return contact_cards.write(queries.cards(session), "")
