"""A report before it is paper or a spreadsheet: parts with a heading, notes, a picture and a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from buurtkamer_app.exchange.log.records import Hidden
    from buurtkamer_app.printing.drawings import Drawing
    from buurtkamer_app.printing.dress import Dress
    from buurtkamer_app.printing.spreadsheet import Difference, Euros, Minutes, Tenths

    Cell: TypeAlias = str | int | date | Euros | Minutes | Hidden | Difference | Tenths | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width on paper, and whether figures stand in it, to the right.

    One without a share stands in the spreadsheet only, one of `paper` on paper only.
    """

    head: str
    share: int = 10
    figures: bool = False
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report; `name` is that of its sheet in the spreadsheet. Without rows `empty` is said.

    `picture` draws it as wide as asked for, in points. `sums` is a last row of sums.
    """

    name: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    empty: str = ""
    picture: Callable[[float, Dress], Drawing] | None = None
    sums: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: what it is called, of which days, what stands below its title, and its parts."""

    title: str
    first: date
    last: date
    parts: tuple[Part, ...]
    under: tuple[str, ...] = ()
