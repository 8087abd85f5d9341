"""Hosts from a list: with the columns and the rules of the list that is taken out at Hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.hosts.columns import Columns
from buurtkamer_app.exchange.hosts.records import HEADS, FoundHost, Kind
from buurtkamer_app.exchange.lists.records import Does, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from buurtkamer_app.exchange.hosts.service import HostFiles
    from buurtkamer_app.exchange.lists.values import Values
    from buurtkamer_app.exchange.tables.columns import Field
    from buurtkamer_app.storage.unit import Unit

_DOES: Final = {
    Kind.NEW: Does.NEW,
    Kind.CHANGED: Does.CHANGED,
    Kind.SAME: Does.THERE,
    Kind.CANNOT: Does.WRONG,
}


class Hosts:
    """Brings in hosts."""

    heads = (mark("Name"), mark("Phone"), mark("Changes"))

    def __init__(self, host_files: HostFiles, columns: Mapping[int, Field]) -> None:
        self._host_files, self._columns = host_files, columns

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        reader = Columns((), self._columns)
        by_number = {row.number: row for row in rows}
        found = self._host_files.compared((row.number, reader.line(row.cells)) for row in rows)
        for one in found:
            row = by_number[one.number]
            if one.why is not None:
                row.wrong(one.why)
            changes = ", ".join(translate(HEADS[field]).lower() for field in one.changes)
            kept = (one.name, (one.line.phone or "") if one.line is not None else "", changes)
            does = Does.WRONG if row.faults else _DOES[one.kind]
            yield Seen(one.number, does, kept, tuple(row.faults), line=one)

    def write(self, _unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, all at once."""
        self._host_files.bring_in([one.line for one in seen if isinstance(one.line, FoundHost)])
        yield
