"""Guesses what a list is about, in which row its heads are, and what each column says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import COLUMNS, NEEDED, Chosen, Column, Field, ListKind, Looks
from buurtkamer_app.exchange.tables.known_heads import IGNORED, KNOWN, NAMED, NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from buurtkamer_app.exchange.tables.records import Row, Sheet

_HEADS_WITHIN: Final = 15  # rows in which heads are looked for
_ALIKE: Final = 86  # of 100: `datm` is meant as `datum`
_WITHIN: Final = 75
_SURE: Final = 100
_SAMPLE: Final = 60  # rows whose cells are looked at
_MOST: Final = 0.7  # of them must be what a column asks
_LONG: Final = 4
# What a head says already need not be looked for in its cells.
_KNOWN: Final = IGNORED.union(*KNOWN.values())
# The first of two that fit alike.
_ORDER: Final = (ListKind.VISITORS, ListKind.HOSTS, ListKind.SIGN_UPS, ListKind.TALLIES, ListKind.WISHES)


def guess(sheets: Sequence[Sheet], name: str, today: date) -> Chosen:
    """Give what a file with these sheets seems to be."""
    best, most = Chosen(0, ListKind.VISITORS, -1, {}), -1.0
    for place, sheet in enumerate(sheets):
        for kind in _ORDER:
            heads_in = head_row(sheet.rows, kind)
            columns = columns_of(sheet.rows, kind, heads_in, today)
            worth = _worth(sheet, kind, heads_in, columns) + _called(kind, sheet.name, name)
            if worth > most:
                best, most = Chosen(place, kind, heads_in, columns), worth
    return best


def chosen_as(sheet: Sheet, place: int, kind: ListKind, today: date) -> Chosen:
    """Give what a sheet says when it is a list of this kind."""
    heads_in = head_row(sheet.rows, kind)
    return Chosen(place, kind, heads_in, columns_of(sheet.rows, kind, heads_in, today))


def head_row(rows: Sequence[Row], kind: ListKind) -> int:
    """Give the place of the row with the heads, -1 when none looks so."""
    worth = [sum(_by_heads(row.cells, kind)[1].values()) for row in rows[:_HEADS_WITHIN]]
    return worth.index(max(worth)) if worth and max(worth) >= _ALIKE else -1


def columns_of(rows: Sequence[Row], kind: ListKind, heads_in: int, today: date) -> dict[int, Field]:
    """Give what each column seems to say: by its head, and where that says nothing by what its cells look like."""
    heads = rows[heads_in].cells if heads_in >= 0 else []
    found, _ = _by_heads(heads, kind)
    sample = [row.cells for row in rows[heads_in + 1 :][:_SAMPLE]]
    wide = max((len(row) for row in sample), default=0)
    free = [
        at for at in range(wide) if at not in found and cells.plain(heads[at] if at < len(heads) else "") not in _KNOWN
    ]
    for group in NEEDED[kind]:
        if any(field in group for field in found.values()):
            continue
        column = next(one for one in COLUMNS[kind] if one.field is group[0])
        at = next((at for at in free if _looks(column, [row[at] for row in sample if at < len(row)], today)), None)
        if at is not None:
            found[at] = column.field
            free.remove(at)
    return dict(sorted(found.items()))


def missing(kind: ListKind, columns: Mapping[int, Field]) -> list[str]:
    """Give the heads of the columns without which a list of this kind says nothing."""
    used = set(columns.values())
    by_field = {column.field: column.head for column in COLUMNS[kind]}
    return [by_field[group[0]] for group in NEEDED[kind] if not used.intersection(group)]


def month_first(rows: Sequence[Row], chosen: Chosen) -> bool | None:
    """Tell whether days of this list begin with their month; None when some do and some do not."""
    days = {column.field for column in COLUMNS[chosen.kind] if column.looks is Looks.DAY}
    places = [at for at, field in chosen.columns.items() if field in days]
    below = rows[chosen.heads_in + 1 :]
    return cells.month_first(row.cells[at] for row in below for at in places if at < len(row.cells))


def never_kept(heads: Sequence[str]) -> list[str]:
    """Give the heads of columns that hold what we never keep of anybody."""
    return [head for head in heads if any(f" {word} " in f" {cells.plain(head)} " for word in NEVER)]


def by_heads(heads: Sequence[str], kind: ListKind) -> dict[int, Field]:
    """Give what columns say by their heads alone."""
    return _by_heads(heads, kind)[0]


def _by_heads(heads: Sequence[str], kind: ListKind) -> tuple[dict[int, Field], dict[int, float]]:
    """Give what columns say by their heads, the surest first, and how sure that is."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only who brings in a list pays for it

    pairs: list[tuple[float, int, int, Field]] = []
    for at, head in enumerate(heads):
        told = cells.plain(head)
        if not told or told in IGNORED:
            continue
        for order, column in enumerate(COLUMNS[kind]):
            known = (cells.plain(translate(column.head)), cells.plain(column.head), *KNOWN[column.field])
            sure = max(_sure(told, word, rank, fuzz.ratio) for rank, word in enumerate(known))
            if sure >= _WITHIN - len(known):
                pairs.append((sure, -order, -at, column.field))
    found: dict[int, Field] = {}
    worth: dict[int, float] = {}
    if kind is ListKind.TALLIES:
        found = dict.fromkeys(cells.hours_across(heads), Field.IN_HOUR)
        worth = dict.fromkeys(found, float(_SURE))
    for sure, _, at, field in sorted(pairs, reverse=True):
        if -at not in found and field not in found.values():
            found[-at], worth[-at] = field, sure
    return found, worth


def _sure(told: str, word: str, rank: int, ratio: object) -> float:
    """Give how sure it is that a head means a word; of two heads that fit, the one that is known first wins."""
    if told == word:
        return _SURE - rank / 10
    if len(word) >= _LONG and (alike := ratio(told, word)) >= _ALIKE:  # type: ignore[operator] # rapidfuzz's
        return float(alike) - 5
    if len(word) >= _LONG and f" {word} " in f" {told} ":
        return _WITHIN - rank / 10
    return 0.0


def _worth(sheet: Sheet, kind: ListKind, heads_in: int, columns: Mapping[int, Field]) -> float:
    """Give how well a sheet fits a kind: what part of its columns is known, when all that is needed is there."""
    if not columns or missing(kind, columns):
        return 0.0
    heads = sheet.rows[heads_in].cells if heads_in >= 0 else (sheet.rows[0].cells if sheet.rows else [])
    filled = {at for row in sheet.rows[heads_in + 1 :][:_SAMPLE] for at, cell in enumerate(row.cells) if cell}
    said = {at: cells.plain(head) for at, head in enumerate(heads) if head}
    named = len({at for at in filled.union(said) if said.get(at) not in IGNORED})
    rows = min(1.0, len(sheet.rows) / 1_000)
    # What only looks so is half as sure as what its head says.
    sure = (len(columns) + len(by_heads(heads, kind) if heads_in >= 0 else ())) / 2
    return sure / max(named, 1) + (0.2 if heads_in >= 0 else 0.0) + rows / 100


def _called(kind: ListKind, *names: str) -> float:
    told = f" {cells.plain(' '.join(names))} "
    return 0.15 if any(f" {word} " in told for word in NAMED[kind]) else 0.0


def _looks(column: Column, said: Sequence[str], today: date) -> bool:
    """Tell whether most cells of a column are what it asks."""
    filled = [cell for cell in said if cell]
    if not filled:
        return False
    return sum(_fits(column, cell, today) for cell in filled) >= _MOST * len(filled)


def _fits(column: Column, cell: str, today: date) -> bool:
    try:
        if column.looks is Looks.DAY:
            cells.day(cell, today)
            return True
        return sum(letter.isalpha() for letter in cell) * 2 > len(cell)
    except RefusedError:
        return False
