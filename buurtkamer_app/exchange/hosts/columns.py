"""Which column of a table says what of a host, and how a cell says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import DayPart, Experience, Willing
from buurtkamer_app.exchange.hosts.records import WEEKDAYS, Field, HostLine, Unread
from buurtkamer_app.exchange.hosts.tables import meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How columns are headed in lists that rooms keep, in Dutch and English; plain letters, the longest words first.
_HEADS: Final = {
    Field.NAME: ("naam", "volledige naam", "name", "full name", "gastvrouw of gastheer", "vrijwilliger", "host"),
    Field.PHONE: ("telefoon", "telefoonnummer", "tel", "mobiel", "gsm", "06", "phone", "mobile"),
    Field.BIRTHDAY: ("verjaardag", "jarig", "birthday"),
    Field.EXPERIENCE: ("ervaring", "experience"),
    Field.MOST: ("meeste diensten", "diensten per week", "max diensten", "most shifts", "shifts a week"),
    Field.TEAM: ("buurtteam", "team", "team member"),
    Field.NEAR: ("woont dichtbij", "dichtbij", "lives near", "near"),
    Field.MONDAY: ("maandag", "ma", "monday", "mo"),
    Field.TUESDAY: ("dinsdag", "di", "tuesday", "tu"),
    Field.WEDNESDAY: ("woensdag", "wo", "wednesday", "we"),
    Field.THURSDAY: ("donderdag", "do", "thursday", "th"),
    Field.FRIDAY: ("vrijdag", "vr", "friday", "fr"),
    Field.SATURDAY: ("zaterdag", "za", "saturday", "sa"),
    Field.SUNDAY: ("zondag", "zo", "sunday", "su"),
}
# Parts of a name in columns of their own are put together in this order.
_PARTS_OF_NAME: Final = (
    ("voornaam", "roepnaam", "first name"),
    ("tussenvoegsel", "tussenvoegsels", "voorvoegsel"),
    ("achternaam", "familienaam", "last name", "surname"),
)
_YES: Final = frozenset({"ja", "j", "x", "yes", "y", "1", "waar", "true", "v"})
_NO: Final = frozenset({"nee", "n", "no", "0", "onwaar", "false", ""})
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
_DAY_AND_MONTH: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ]\d{2,4})?")
_NUMBER_OF_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31


def plain(text: str) -> str:
    """Give words in plain small letters, as heads and words are compared."""
    return " ".join(words(text))


class Columns:
    """Which column says what; raises `FileRefusedError` when none says who it is."""

    def __init__(self, heads: Sequence[str]) -> None:
        named = [plain(head) for head in heads]
        self._at: dict[Field, int] = {}
        for field, known in _HEADS.items():
            place = next((named.index(head) for head in known if head in named), None)
            if place is not None:
                self._at[field] = place
        self._parts = [next((named.index(head) for head in known if head in named), None) for known in _PARTS_OF_NAME]
        if Field.NAME not in self._at and self._parts[0] is None and self._parts[2] is None:
            raise FileRefusedError("No column says who it is. Call it “Naam” in the first line.")
        used = {*self._at.values(), *(place for place in self._parts if place is not None)}
        self.known = tuple((field, heads[place]) for field, place in self._at.items())
        self.unknown = tuple(head for place, head in enumerate(heads) if head and place not in used)

    def name(self, row: Sequence[str]) -> str:
        """Give the name that a row holds, put together where it stands in parts."""
        if Field.NAME in self._at:
            return _cell(row, self._at[Field.NAME])
        return " ".join(cell for place in self._parts if place is not None and (cell := _cell(row, place)))

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
            said.get(Field.PHONE) or None,
            _birthday(said.get(Field.BIRTHDAY, "")),
            _experience(said.get(Field.EXPERIENCE, "")),
            _most(said.get(Field.MOST, "")),
            _yes(said.get(Field.TEAM)),
            _yes(said.get(Field.NEAR)),
            tuple(sorted(entry for field in said if field in WEEKDAYS for entry in _times_on(int(field), said[field]))),
            tuple(int(field) for field in said if field in WEEKDAYS),
        )


def _cell(row: Sequence[str], place: int) -> str:
    return meant(row[place]).strip() if place < len(row) else ""


def _yes(cell: str | None) -> bool | None:
    if cell is None:
        return None
    said = cell.casefold().strip()
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise RefusedError("“{cell}” is neither yes nor no.", cell=cell[:40])


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
    found = _DAY_AND_MONTH.fullmatch(cell)
    day, month = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (1 <= day <= _LONGEST_MONTH and 1 <= month <= _NUMBER_OF_MONTHS):
        raise RefusedError("“{cell}” is no birthday: write day and month, like 4-7.", cell=cell[:40])
    return day, month


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
