"""A room's past from a spreadsheet: looked at first, then brought in whole or not at all; for the coordinator."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from buurtkamer_app.base.changes import Label, Outcome
from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.base.roles import Role
from buurtkamer_app.exchange.lists import cards
from buurtkamer_app.exchange.lists.records import Brought, Does, Looked, OpenedList, Seen
from buurtkamer_app.exchange.lists.values import Values
from buurtkamer_app.exchange.tables import cells, matching
from buurtkamer_app.exchange.tables.columns import ListKind
from buurtkamer_app.exchange.tables.limits import LIMITS
from buurtkamer_app.exchange.tables.reading import sheets
from buurtkamer_app.storage.whole_file import read_at_most

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
    from buurtkamer_app.exchange.hosts.service import HostFiles
    from buurtkamer_app.exchange.tables.columns import Chosen
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.service import Wishes

_OFTEN: Final = 200  # rows after which it is told how far it is, and written what there is
_TOTAL: Final = mark("This is a sum of other lines. It is not brought in.")
_HEADS_AGAIN: Final = mark("Here stand the heads once more.")


class Brings(Protocol):
    """How one kind of list is looked at and brought in."""

    @property
    def heads(self) -> tuple[str, ...]:
        """Give the heads of what is shown of a row, as message ids."""
        ...

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        ...

    def write(self, unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, step by step."""
        ...


class BringingIn:
    """Use cases of lists from a file."""

    def __init__(  # noqa: PLR0913, PLR0917 - a list of each kind is brought in through the door of its own feature
        self,
        store: Store,
        room: Room,
        people: People,
        wishes: Wishes,
        activities: Activities,
        sign_ups: SignUps,
        host_files: HostFiles,
    ) -> None:
        self._store, self._room, self._people, self._wishes = store, room, people, wishes
        self._activities, self._sign_ups, self._host_files = activities, sign_ups, host_files

    def open(self, path: Path, progress: Progress | None = None) -> OpenedList:
        """Read a file and guess what it is; raises `FileRefusedError` for what is no list, `StoreError`."""
        self._store.allow(Role.COORDINATOR)
        going = progress or Progress()
        if "\0" in str(path) or path.is_symlink():
            raise FileRefusedError("This is a link to a file. Choose the file itself.")
        content = read_at_most(path, LIMITS.largest) if path.is_file() else None
        if not content:
            raise FileRefusedError("This file is empty or gone.")
        found = cards.sheet(content) or sheets(content, LIMITS, lambda _: going.go_on())
        if not any(sheet.rows for sheet in found):
            raise FileRefusedError("There is nothing in this file.")
        return OpenedList(path.name, tuple(found), matching.guess(found, path.stem, self._room.today()))

    def guess(self, opened: OpenedList, sheet: int, kind: ListKind) -> Chosen:
        """Give what the columns of a sheet say when it is a list of this kind."""
        self._store.allow(Role.COORDINATOR)
        return matching.chosen_as(opened.sheets[sheet], sheet, kind, self._room.today())

    def look(self, opened: OpenedList, chosen: Chosen, progress: Progress | None = None) -> Looked:
        """Say what bringing in a list would do, row by row; nothing is written."""
        self._store.allow(Role.COORDINATOR)
        going, today = progress or Progress(), self._room.today()
        rows = opened.sheets[chosen.sheet].rows
        heads = opened.columns(chosen)
        brings = self._brings(chosen)
        missing = tuple(matching.missing(chosen.kind, chosen.columns))
        looked = Looked(chosen, brings.heads, (), missing, tuple(matching.never_kept(heads)))
        if missing:
            return looked
        given, seen = list[Values](), list[Seen]()
        again = rows[chosen.heads_in].cells if chosen.heads_in >= 0 else None
        hours, month_first = cells.hours_across(heads), matching.month_first(rows, chosen)
        for row in rows[chosen.heads_in + 1 :]:
            values = Values(row, chosen.columns, today, hours, month_first)
            told = _TOTAL if values.is_total else _HEADS_AGAIN if row.cells == again else ""
            if told:
                seen.append(Seen(row.number, Does.LEFT_OUT, tuple(row.cells[: len(brings.heads)]), told=told))
            else:
                given.append(values)
        for place, one in enumerate(brings.look(given)):
            seen.append(one)
            if place % _OFTEN == 0:
                going.at(place, len(given))
        return replace(looked, seen=tuple(sorted(seen, key=lambda one: one.number)))

    def bring_in(
        self, looked: Looked, *, without_wrong: bool = False, progress: Progress | None = None
    ) -> Outcome[Brought]:
        """Bring in what was looked at as one step to undo: all of it, with `without_wrong` all but the wrong rows.

        Raises `RefusedError` when there is nothing new, a row is wrong or people were not asked, `ClashError` when the
        room changed since; then nothing is written.
        """
        self._store.allow(Role.COORDINATOR)
        todo = [one for one in looked.seen if one.does in {Does.NEW, Does.CHANGED}]
        wrong = looked.count(Does.WRONG)
        if looked.asks:
            raise RefusedError("Ask first whether these names may be kept. Without a yes they are not.")
        if wrong and not without_wrong:
            raise RefusedError("{count} lines are not right yet. Repair them, or leave them out.", count=wrong)
        if not todo:
            raise RefusedError("Nothing in this file is new. Nothing was changed.")
        going, brings = progress or Progress(), self._brings(looked.chosen)
        with self._store.work(Label(_LABELS[looked.chosen.kind], {"count": len(todo)}), Role.COORDINATOR) as unit:
            for place, _ in enumerate(brings.write(unit, todo)):
                if place % _OFTEN == 0:
                    unit.session.flush()
                    going.at(place, len(todo))
        changed = looked.count(Does.CHANGED)
        return Outcome(unit.change, Brought(len(todo) - changed, changed, wrong))

    def _brings(self, chosen: Chosen) -> Brings:
        # What a list is not about is not loaded.
        match chosen.kind:
            case ListKind.VISITORS:
                from buurtkamer_app.exchange.lists.kinds.visitors import Visitors  # noqa: PLC0415

                return Visitors(self._store, self._room, self._people)
            case ListKind.HOSTS:
                from buurtkamer_app.exchange.lists.kinds.hosts import Hosts  # noqa: PLC0415

                return Hosts(self._host_files, chosen.columns)
            case ListKind.WISHES:
                from buurtkamer_app.exchange.lists.kinds.wishes import OldWishes  # noqa: PLC0415

                return OldWishes(self._store, self._room, self._wishes)
            case ListKind.SIGN_UPS:
                from buurtkamer_app.exchange.lists.kinds.sign_ups import Parties  # noqa: PLC0415

                return Parties(self._room, self._activities, self._sign_ups)
            case ListKind.TALLIES:
                from buurtkamer_app.exchange.lists.kinds.tallies import Tallies  # noqa: PLC0415

                return Tallies(self._store, self._room)


_LABELS: Final = {
    ListKind.VISITORS: mark("{count} residents were brought in from a file"),
    ListKind.HOSTS: mark("Hosts were brought in from a file"),
    ListKind.WISHES: mark("{count} wishes were brought in from a file"),
    ListKind.SIGN_UPS: mark("{count} sign-ups were brought in from a file"),
    ListKind.TALLIES: mark("{count} lines of visits were brought in from a file"),
}
