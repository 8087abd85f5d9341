"""Residents known by name, from a list: only who said that their name may be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.exchange.lists import queries
from buurtkamer_app.exchange.lists.looking import said_day, wrong_or
from buurtkamer_app.exchange.lists.records import Does, Seen
from buurtkamer_app.exchange.tables.cells import yes
from buurtkamer_app.exchange.tables.columns import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from buurtkamer_app.exchange.lists.values import Values
    from buurtkamer_app.people.service import People
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store

_SAID_NO = mark("This person did not say yes. Their name is not kept.")


@dataclass(frozen=True, slots=True)
class VisitorLine:
    """A resident as a list has them; `first_seen` None: it does not say."""

    name: str
    hint: str
    first_seen: date | None


class Visitors:
    """Brings in residents known by name."""

    heads = (mark("Name"), mark("Hint"), mark("First seen"))

    def __init__(self, store: Store, room: Room, people: People) -> None:
        self._store, self._room, self._people = store, room, people

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        with self._store.reading() as session:
            known = {
                (name.casefold(), hint.casefold()): kept for (name, hint), kept in queries.visitors(session).items()
            }
        before: set[tuple[str, str]] = set()
        for row in rows:
            if self._said_no(row):
                yield Seen(row.number, Does.LEFT_OUT, told=_SAID_NO)
                continue
            line = VisitorLine(row.name(), row.hint(), row.day(Field.FIRST_SEEN))
            key = (line.name.casefold(), line.hint.casefold())
            if not row.faults and key in before:
                row.wrong(RefusedError("{name} stands in the file twice. Tell them apart with a hint.", name=line.name))
            before.add(key)
            does = Does.NEW
            if key in known:
                does = Does.THERE if known[key] else Does.CHANGED
            yield wrong_or(row, does, (line.name, line.hint, said_day(line.first_seen)), line)

    @staticmethod
    def _said_no(row: Values) -> bool:
        """Tell whether a list that tells of each person says that this one did not agree; no answer is no yes."""
        if not row.has(Field.MAY_REMEMBER) or row.faults:
            return False
        agreed = row.read(Field.MAY_REMEMBER, yes, otherwise=False)
        return not agreed and not row.faults

    def write(self, unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, a step for each; raises `ClashError` when somebody was made known meanwhile."""
        known = {
            (name.casefold(), hint.casefold()): key for (name, hint), key in queries.visitor_keys(unit.session).items()
        }
        for one in seen:
            line = one.line
            assert isinstance(line, VisitorLine)  # noqa: S101 - what `look` gave
            there = known.get((line.name.casefold(), line.hint.casefold()))
            if (there is None) != (one.does is Does.NEW):
                raise ClashError("{name} changed meanwhile. Look at the file once more.", name=line.name)
            if there is not None:
                self._people.remember(there)
            else:
                queries.add_visitor(unit.session, line.name, line.hint, line.first_seen or self._room.today())
            yield
