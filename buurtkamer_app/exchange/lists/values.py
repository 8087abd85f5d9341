"""The cells of one row, read as what their columns say; what cannot be read is kept as what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.desk.concerns.rules import holds_citizen_number
from buurtkamer_app.exchange.lists.records import Fault
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import SEVERAL, Field
from buurtkamer_app.exchange.tables.reading import meant
from buurtkamer_app.exchange.tables.records import NO_RESULT
from buurtkamer_app.people.rules import kept_hint, kept_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from typing import TypeVar

    from buurtkamer_app.exchange.tables.records import Row

    T = TypeVar("T")

_ERRORS: Final = (
    "#REF!",
    "#N/A",
    "#N/B",
    "#VALUE!",
    "#WAARDE!",
    "#DIV/0!",
    "#DEEL/0!",
    "#NAME?",
    "#NAAM?",
    "#NUM!",
    "#NULL!",
)
_LONGEST: Final = 10_000
# Where people write as they like.
_IN_WORDS: Final = frozenset({Field.NAME, Field.HINT, Field.WISH, Field.ASKED_BY})
_PARTS: Final = (Field.FIRST, Field.INFIX, Field.LAST)
_TOTALS: Final = frozenset(
    {
        "totaal",
        "totalen",
        "total",
        "totals",
        "eindtotaal",
        "subtotaal",
        "som",
        "gemiddeld",
        "gemiddelde",
        "average",
        "sum",
    }
)
_EARLIEST: Final = 1950
_NO_HOURS: Final[Mapping[int, int]] = {}


class Values:
    """A row of a file; `faults` is what was found wrong of it so far."""

    def __init__(
        self,
        row: Row,
        columns: Mapping[int, Field],
        today: date,
        hours: Mapping[int, int] = _NO_HOURS,
        month_first: bool | None = False,  # noqa: FBT001, FBT002 - as `cells.month_first` gives it
    ) -> None:
        self.number, self.cells = row.number, row.cells
        self.faults: list[Fault] = []
        self._today, self._hours, self._month_first = today, hours, month_first
        self._across: dict[int, str] = {}
        self._at = {field: place for place, field in columns.items()}
        self._said: dict[Field, str] = {}
        for place, field in columns.items():
            cell = meant(row.cells[place]) if place < len(row.cells) else ""
            self._said[field] = self._usable(place, cell, field)
            if field in SEVERAL:
                self._across[place] = self._said[field]
        first = next((cell for cell in row.cells if cell), "")
        self.is_total = any(word in _TOTALS for word in words(first[:40])[:1])

    def has(self, field: Field) -> bool:
        """Tell whether a column of the file says this at all."""
        return field in self._said

    def text(self, field: Field) -> str:
        """Give what stands there."""
        return self._said.get(field, "").strip()

    def read(self, field: Field, reader: Callable[[str], T], otherwise: T) -> T:
        """Give what stands there as it is read; `otherwise` when nothing does, or what is there cannot be."""
        said = self.text(field)
        if not said:
            return otherwise
        try:
            return reader(said)
        except RefusedError as why:
            self.wrong(why, field)
            return otherwise

    def day(self, field: Field, *, ahead: bool = False) -> date | None:
        """Give a day; None where there is none."""

        def reader(said: str) -> date:
            found = cells.day(cells.in_order(said, self._month_first), self._today, ahead=ahead)
            if found.year < _EARLIEST or (found > self._today and not ahead):
                raise RefusedError("“{cell}” cannot be. Look at the year.", cell=cells.shown(said))
            return found

        return self.read(field, reader, None)

    def number_of(self, field: Field, most: int, otherwise: int = 0) -> int:
        """Give a whole number."""
        return self.read(field, lambda said: cells.number(said, most), otherwise)

    def by_hour(self, most: int) -> dict[int, int]:
        """Give how many were counted in each hour that a column is of."""
        found: dict[int, int] = {}
        for place, said in self._across.items():
            if place not in self._hours:
                why = RefusedError("The head of this column is no hour. Write it as 10-11.")
                self.faults.append(Fault(place, cells.shown(said), why))
                continue
            try:
                found[self._hours[place]] = cells.number(said, most) if said else 0
            except RefusedError as why_not:
                self.faults.append(Fault(place, cells.shown(said), why_not))
        return found

    def name(self, *, needed: bool = True) -> str:
        """Give a name, put together where it stands in parts, as it is kept; "" when it cannot be."""
        field = Field.NAME if self.has(Field.NAME) else next((part for part in _PARTS if self.has(part)), Field.NAME)
        said = cells.turned(self.text(Field.NAME)) if self.has(Field.NAME) else ""
        said = said or " ".join(part for one in _PARTS if (part := self.text(one)))
        if not said and not needed:
            return ""
        try:
            return cells.calm(kept_name(" ".join(said.split())))
        except RefusedError as why:
            self.wrong(why, field)
            return ""

    def hint(self) -> str:
        """Give by what somebody is told from others of the name."""
        return self.read(Field.HINT, kept_hint, "")

    def wrong(self, why: RefusedError, field: Field | None = None) -> None:
        """Keep what is wrong of this row."""
        at = self._at.get(field) if field is not None else None
        self.faults.append(Fault(at, cells.shown(self._said.get(field, "")) if field is not None else "", why))

    def _usable(self, place: int, cell: str, field: Field) -> str:
        why = None
        if cell == NO_RESULT:
            why = RefusedError("This formula has no result yet. Open the file, save it and choose it again.")
        elif cell.upper() in _ERRORS:
            why = RefusedError("The spreadsheet itself says that this is wrong. Repair it there.")
        elif len(cell) > _LONGEST:
            why = RefusedError("This text is too long. Use at most {most} letters.", most=_LONGEST)
        elif field in _IN_WORDS and holds_citizen_number(cell):
            why = RefusedError("This looks like a citizen service number. Never write that down.")
        if why is None:
            return cell
        told = "" if cell == NO_RESULT or field in _IN_WORDS else cells.shown(cell)
        self.faults.append(Fault(place, told, why))
        return ""
