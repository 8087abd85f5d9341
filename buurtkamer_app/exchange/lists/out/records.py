"""What can be taken out of the room as a list, and in which shapes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Final, TypeAlias

from buurtkamer_app.base.i18n import mark

if TYPE_CHECKING:
    from collections.abc import Iterable


class Taken(enum.StrEnum):
    """A list that can be taken out."""

    VISITORS = "visitors"
    HOSTS = "hosts"
    WISHES = "wishes"
    SIGN_UPS = "sign_ups"
    TALLIES = "tallies"
    VISITS = "visits"
    PROGRAMME = "programme"


class Shape(enum.StrEnum):
    """A kind of file."""

    SPREADSHEET = "xlsx"
    CSV_DUTCH = "csv_dutch"
    CSV_ISO = "csv_iso"
    CARDS = "vcf"
    CALENDAR = "ics"


ENDINGS: Final = {
    Shape.SPREADSHEET: ".xlsx",
    Shape.CSV_DUTCH: ".csv",
    Shape.CSV_ISO: ".csv",
    Shape.CARDS: ".vcf",
    Shape.CALENDAR: ".ics",
}
TITLES: Final = {
    Taken.VISITORS: mark("Residents known by name"),
    Taken.HOSTS: mark("Hosts"),
    Taken.WISHES: mark("Wishes"),
    Taken.SIGN_UPS: mark("Sign-ups"),
    Taken.TALLIES: mark("Visits by day"),
    Taken.VISITS: mark("Visits one by one"),
    Taken.PROGRAMME: mark("Programme"),
}
_TABLE: Final = (Shape.SPREADSHEET, Shape.CSV_DUTCH, Shape.CSV_ISO)
SHAPES: Final = {
    Taken.VISITORS: (*_TABLE, Shape.CARDS),
    Taken.HOSTS: (*_TABLE, Shape.CARDS),
    Taken.WISHES: _TABLE,
    Taken.SIGN_UPS: _TABLE,
    Taken.TALLIES: _TABLE,
    Taken.VISITS: _TABLE,
    Taken.PROGRAMME: (*_TABLE, Shape.CALENDAR),
}
# Of these there is no period: they are as they stand now.
AS_IT_STANDS: Final = frozenset({Taken.VISITORS, Taken.HOSTS})
# These hold names of people.
WITH_NAMES: Final = frozenset({Taken.VISITORS, Taken.HOSTS, Taken.WISHES, Taken.SIGN_UPS})

Value: TypeAlias = str | int | bool | date | time | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its heads (message ids), its rows as they come, and how many there are.

    A cell of yes or no that is false is left empty: one sees at a glance where it is yes.
    """

    heads: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]
    many: int
