"""Which column of a table says what of a host, and how a cell says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.exchange.hosts.records import HEADS, PARTS_OF_NAME, WEEKDAYS, HostLine, Unread
from buurtkamer_app.exchange.tables.cells import calm, day_and_month, phone, plain, turned, yes
from buurtkamer_app.exchange.tables.columns import Field, ListKind
from buurtkamer_app.exchange.tables.matching import by_heads
from buurtkamer_app.exchange.tables.reading import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_EXPERIENCE: Final = {
    "ervaren": Experience.EXPERIENCED,
    "experienced": Experience.EXPERIENCED,
    "gewoon": Experience.REGULAR,
    "regular": Experience.REGULAR,
    "in opleiding": Experience.TRAINEE,
    "loopt mee": Experience.TRAINEE,
    "trainee": Experience.TRAINEE,
}
_DAY_PARTS: Final = {
    "ochtend": DayPart.MORNING,
    "voormiddag": DayPart.MORNING,
    "morning": DayPart.MORNING,
    "middag": DayPart.AFTERNOON,
    "namiddag": DayPart.AFTERNOON,
    "afternoon": DayPart.AFTERNOON,
    "avond": DayPart.EVENING,
    "evening": DayPart.EVENING,
}
_WILLING: Final = {
    "liever niet": Willing.RATHER_NOT,
    "rather not": Willing.RATHER_NOT,
    "als het moet": Willing.LAST_RESORT,
    "if need be": Willing.LAST_RESORT,
}


class Columns:
    """Which column says what, as chosen or else by its head; raises `FileRefusedError` when none says who it is."""

    def __init__(self, heads: Sequence[str], chosen: Mapping[int, Field] | None = None) -> None:
        found = by_heads(heads, ListKind.HOSTS) if chosen is None else chosen
        places = {field: place for place, field in found.items()}
        self._at = {field: places[field] for field in HEADS if field in places}
        self._parts = [places.get(part) for part in PARTS_OF_NAME]
        if Field.NAME not in self._at and self._parts[0] is None and self._parts[2] is None:
            raise FileRefusedError("No column says who it is. Call it “Naam” in the first line.")
        self.known = tuple((field, heads[place]) for field, place in self._at.items() if place < len(heads))
        self.unknown = tuple(head for place, head in enumerate(heads) if head and place not in found)

    def name(self, row: Sequence[str]) -> str:
        """Give the name that a row holds, put together where it stands in parts."""
        if Field.NAME in self._at:
            return calm(turned(_cell(row, self._at[Field.NAME])))
        return calm(" ".join(cell for place in self._parts if place is not None and (cell := _cell(row, place))))

    def line(self, row: Sequence[str]) -> HostLine | Unread:
        """Give what a row says, or what of it cannot be read."""
        try:
            return self._line(row)
        except RefusedError as why:
            return Unread(self.name(row), why)

    def _line(self, row: Sequence[str]) -> HostLine:
        said = {field: _cell(row, place) for field, place in self._at.items()}
        return HostLine(
            self.name(row),
            phone(said.get(Field.PHONE, "")) or None,
            _birthday(said.get(Field.BIRTHDAY, "")),
            _experience(said.get(Field.EXPERIENCE, "")),
            _most(said.get(Field.MOST, "")),
            _yes(said, Field.TEAM),
            _yes(said, Field.NEAR),
            tuple(sorted(entry for field in said if field in WEEKDAYS for entry in _times_on(int(field), said[field]))),
            tuple(int(field) for field in said if field in WEEKDAYS),
        )


def _cell(row: Sequence[str], place: int) -> str:
    return meant(row[place]).strip() if place < len(row) else ""


def _yes(said: Mapping[Field, str], field: Field) -> bool | None:
    return yes(said[field]) if field in said else None


def _experience(cell: str) -> Experience | None:
    if not cell:
        return None
    found = _EXPERIENCE.get(plain(cell))
    if found is None:
        raise RefusedError("“{cell}” is no experience: write ervaren, gewoon or in opleiding.", cell=cell[:40])
    return found


def _most(cell: str) -> int | None:
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit() or int(cell[:4]) > 21:
        raise RefusedError("“{cell}” is no number of shifts in a week.", cell=cell[:40])
    return int(cell)


def _birthday(cell: str) -> tuple[int, int] | None:
    """Give day and month; a year that stands there is left out, we do not keep it."""
    if not cell:
        return None
    return day_and_month(cell)


def _times_on(weekday: int, cell: str) -> Iterator[tuple[int, DayPart, Willing]]:
    for piece in re.split(r"[,;/+\n]", cell):
        said = plain(piece)
        if not said:
            continue
        willing = next((known for word, known in _WILLING.items() if word in said), Willing.CAN)
        part = next((known for word, known in _DAY_PARTS.items() if word in said.split()), None)
        if part is None:
            raise RefusedError("“{cell}” is no part of a day: write ochtend, middag or avond.", cell=piece.strip()[:40])
        yield weekday, part, willing
