"""Wishes of before, from a list: with their words, theme and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import ClashError, RefusedError
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms import Theme, WishStatus
from buurtkamer_app.exchange.lists import queries
from buurtkamer_app.exchange.lists.looking import said_day, wrong_or
from buurtkamer_app.exchange.lists.records import Does, Seen
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import Field
from buurtkamer_app.people.rules import kept_name
from buurtkamer_app.printing.back_words import THEMES
from buurtkamer_app.wishes.records import NewWish
from buurtkamer_app.wishes.rules import kept_text
from buurtkamer_app.wishes.words import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from buurtkamer_app.exchange.lists.values import Values
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit
    from buurtkamer_app.storage.unit_of_work import Store
    from buurtkamer_app.wishes.service import Wishes

_MOST: Final = 9_999
_THEME_WORDS: Final = {
    Theme.NEIGHBOURHOOD: ("buurt", "wijk", "straat"),
    Theme.COMMUNITY: ("gemeenschap", "samen", "ontmoeting", "ontmoeten", "gezelligheid"),
    Theme.INFORMAL_CARE: ("informele zorg", "voor elkaar", "zorg", "hulp"),
    Theme.SUSTAINABILITY: ("duurzaamheid", "duurzaam", "groen", "milieu"),
    Theme.PERSONAL_DEVELOPMENT: ("persoonlijke ontwikkeling", "leren", "ontwikkeling", "taal", "cursus"),
    Theme.HEALTH: ("gezondheid", "gezond", "bewegen", "sport"),
}
_STATUS_WORDS: Final = {
    WishStatus.NEW: ("nieuw", "open"),
    WishStatus.TALKING: ("in gesprek", "mee bezig", "bezig", "in behandeling", "loopt nog"),
    WishStatus.NEEDS_LEAD: ("zoekt trekker", "trekker gezocht"),
    WishStatus.PLANNED: ("gepland", "ingepland"),
    WishStatus.RUNNING: ("loopt", "lopend"),
    WishStatus.DONE: ("gelukt", "klaar", "afgerond", "gedaan", "vervuld", "uitgekomen"),
    WishStatus.PARKED: ("kan nu niet", "geparkeerd", "uitgesteld", "wacht", "niet mogelijk"),
    WishStatus.SELF_RUN: ("bewoners doen het zelf", "zelfstandig", "zelf"),
}


@dataclass(frozen=True, slots=True)
class WishLine:
    """A wish as a list has it; `recorded_on` None: it does not say."""

    text: str
    theme: Theme
    status: WishStatus
    supporters: int
    recorded_on: date | None
    asked_by: str


def read_theme(cell: str) -> Theme:
    """Read a theme by any of its names; raises `RefusedError`."""
    said = cells.plain(cell)
    for theme, names in _THEME_WORDS.items():
        if said in {
            theme.value.replace("_", " "),
            *names,
            cells.plain(THEMES[theme]),
            cells.plain(translate(THEMES[theme])),
        }:
            return theme
    raise RefusedError("“{cell}” is no theme. Write one of the six.", cell=cells.shown(cell))


def read_status(cell: str) -> WishStatus:
    """Read where a wish stands, by any of its names; raises `RefusedError`."""
    said = cells.plain(cell)
    for status, names in _STATUS_WORDS.items():
        words = {
            status.value.replace("_", " "),
            *names,
            cells.plain(STATUSES[status]),
            cells.plain(translate(STATUSES[status])),
        }
        if said in words:
            return status
    raise RefusedError("“{cell}” is no column of the board. Write nieuw or gelukt.", cell=cells.shown(cell))


class OldWishes:
    """Brings in wishes; they stand on the board, and count in no period: when they moved is not known."""

    heads = (mark("Wish"), mark("Theme"), mark("Status"), mark("Persons"), mark("Written down on"), mark("Asked by"))

    def __init__(self, store: Store, room: Room, wishes: Wishes) -> None:
        self._store, self._room, self._wishes = store, room, wishes

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        with self._store.reading() as session:
            known = queries.wishes(session)
        texts = {text for text, _ in known}
        before: set[tuple[str, date | None]] = set()
        for row in rows:
            line = self._line(row)
            key = (line.text.casefold(), line.recorded_on)
            if not row.faults and key in before:
                row.wrong(RefusedError("This wish stands in the file twice. Take one line away."), Field.WISH)
            before.add(key)
            there = key in known or (line.recorded_on is None and key[0] in texts)
            kept = (
                line.text,
                translate(THEMES[line.theme]),
                translate(STATUSES[line.status]),
                str(line.supporters),
                said_day(line.recorded_on),
                line.asked_by,
            )
            yield wrong_or(row, Does.THERE if there else Does.NEW, kept, line)

    def write(self, unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, a step for each; raises `ClashError` when one was written down meanwhile."""
        known, today = queries.wishes(unit.session), self._room.today()
        for number, one in enumerate(seen, queries.number_after(unit.session)):
            line = one.line
            assert isinstance(line, WishLine)  # noqa: S101 - what `look` gave
            on = line.recorded_on or today
            if (line.text.casefold(), on) in known:
                raise ClashError("A wish of this list was written down meanwhile. Look at the file once more.")
            self._wishes.write(
                NewWish(line.text, line.theme, line.status, line.supporters, on, line.asked_by, number=number)
            )
            yield

    def _line(self, row: Values) -> WishLine:
        if not row.text(Field.WISH):
            row.wrong(RefusedError("Here stands no wish. Write one, or take the line away."), Field.WISH)
        return WishLine(
            row.read(Field.WISH, kept_text, ""),
            row.read(Field.THEME, read_theme, Theme.COMMUNITY),
            row.read(Field.STATUS, read_status, WishStatus.NEW),
            row.number_of(Field.SUPPORTERS, _MOST, 1),
            row.day(Field.RECORDED_ON),
            row.read(Field.ASKED_BY, lambda said: kept_name(cells.turned(" ".join(said.split()))), ""),
        )
