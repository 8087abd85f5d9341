"""A list that is brought in: what it seems to be, and what each of its rows would do."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.exchange.tables.columns import ListKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from buurtkamer_app.base.errors import RefusedError
    from buurtkamer_app.exchange.tables.columns import Chosen
    from buurtkamer_app.exchange.tables.records import Sheet

# How a list is called.
TITLES: Final[Mapping[ListKind, str]] = {
    ListKind.VISITORS: mark("Residents known by name"),
    ListKind.HOSTS: mark("Hosts"),
    ListKind.WISHES: mark("Wishes"),
    ListKind.SIGN_UPS: mark("Sign-ups"),
    ListKind.TALLIES: mark("Visits by day"),
}
# These hold names of people.
WITH_NAMES: Final = frozenset({ListKind.VISITORS, ListKind.HOSTS, ListKind.WISHES, ListKind.SIGN_UPS})


class Does(enum.StrEnum):
    """What bringing in a row does."""

    NEW = "new"
    CHANGED = "changed"
    THERE = "there"
    LEFT_OUT = "left_out"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row: in which column of the file (None: the row as a whole), what stands there, and why."""

    column: int | None
    cell: str
    why: RefusedError


@dataclass(frozen=True, slots=True)
class Seen:
    """A row that was looked at: its number in the file, what it does, how it would be kept, and what is wrong.

    `kept` has a text for each of `Looked.heads`; `told` is what one should know of it, as a message id. `line` is what
    its kind brings in.
    """

    number: int
    does: Does
    kept: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    told: str = ""
    line: object = None


@dataclass(frozen=True, slots=True)
class OpenedList:
    """A file that was opened: its name, its sheets with their rows, and what it seems to be."""

    name: str
    sheets: tuple[Sheet, ...]
    guessed: Chosen

    def columns(self, chosen: Chosen) -> list[str]:
        """Give how the columns of a sheet are headed there; empty where they are not."""
        rows = self.sheets[chosen.sheet].rows
        wide = max((len(row.cells) for row in rows), default=0)
        given = rows[chosen.heads_in].cells if 0 <= chosen.heads_in < len(rows) else []
        return [given[place] if place < len(given) else "" for place in range(wide)]

    def samples(self, chosen: Chosen, column: int, most: int = 3) -> list[str]:
        """Give the first few things that a column says."""
        rows = self.sheets[chosen.sheet].rows[chosen.heads_in + 1 :]
        said = (row.cells[column] for row in rows[:200] if column < len(row.cells) and row.cells[column])
        return [cell for cell, _ in zip(dict.fromkeys(said), range(most), strict=False)]


@dataclass(frozen=True, slots=True)
class Looked:
    """What bringing in a list would do, row by row; `heads` are message ids of what is shown of each.

    `missing` are message ids of columns that it needs and has not. `never` are heads of columns that we never keep.
    """

    chosen: Chosen
    heads: tuple[str, ...]
    seen: tuple[Seen, ...]
    missing: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def count(self, *does: Does) -> int:
        """Give how many rows do this."""
        return sum(one.does in does for one in self.seen)

    @property
    def asks(self) -> bool:
        """Tell whether it must be asked first if these people agreed."""
        return self.chosen.kind is ListKind.VISITORS and not self.chosen.agreed


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought in: how many rows were new or changed something, and how many were left out as wrong."""

    new: int
    changed: int
    left_out: int
