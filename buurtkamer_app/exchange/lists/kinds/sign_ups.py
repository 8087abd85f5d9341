"""Who signed up for dates of activities, from a list; names of long ago are not kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.attendance import KEPT_NAMES
from buurtkamer_app.activities.rules import check_persons
from buurtkamer_app.activities.seating import kept_phone
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.exchange.lists.looking import said_day, wrong_or
from buurtkamer_app.exchange.lists.records import Does, Seen
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.activities.service import Activities
    from buurtkamer_app.activities.signing_up.service import SignUps
    from buurtkamer_app.exchange.lists.values import Values
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.storage.unit import Unit

_MOST: Final = 999
_LONG_AGO: Final = mark("Over 30 days ago: it counts, the name is not kept.")
_FARTHEST: Final = 731
_ALIKE: Final = 80


@dataclass(frozen=True, slots=True)
class SignUpLine:
    """A party as a list has it, with the date of the activity that it is for."""

    series: UUID
    on: date
    name: str
    persons: int
    phone: str


class Parties:
    """Brings in sign-ups for dates that are on the programme."""

    heads = (mark("Date"), mark("Activity"), mark("Name"), mark("Persons"), mark("Phone"))

    def __init__(self, room: Room, activities: Activities, sign_ups: SignUps) -> None:
        self._room, self._activities, self._sign_ups = room, activities, sign_ups

    def look(self, rows: Sequence[Values]) -> Iterator[Seen]:
        """Say of each row what it does."""
        today = self._room.today()
        days = [row.day(Field.DATE, ahead=True) for row in rows]
        programme: dict[date, list[Occurrence]] = {}
        for on in set(days):
            if on is not None and abs((on - today).days) <= 10 * 366:
                programme[on] = self._activities.occurrences(on, on)
        there: dict[tuple[UUID, date], Counter[tuple[str, int]]] = {}
        for row, on in zip(rows, days, strict=True):
            activity, name = row.text(Field.ACTIVITY), row.name(needed=False)
            persons = row.read(Field.PERSONS, _persons, 1)
            phone = row.read(Field.PHONE, lambda said: kept_phone(cells.phone(said)), "")
            kept = (said_day(on), activity, name, str(persons), phone)
            found = self._found(row, programme.get(on, []) if on is not None else [], on, activity, today)
            if found is None or on is None:
                yield wrong_or(row, Does.WRONG, kept, None)
                continue
            old = on < today - KEPT_NAMES
            line = SignUpLine(found.series.id, on, "" if old else name, persons, "" if old else phone)
            counted = there.setdefault((line.series, on), self._parties(line.series, on))
            known = counted[line.name, persons] > 0
            counted[line.name, persons] -= known
            shown = (said_day(on), found.series.name, line.name, str(persons), line.phone)
            does = Does.THERE if known else Does.NEW
            yield wrong_or(row, does, shown, line, _LONG_AGO if old and name and not known else "")

    def write(self, _unit: Unit, seen: Sequence[Seen]) -> Iterator[None]:
        """Bring in these rows, a step for each; raises `RefusedError` for a party that no date has place for."""
        today = self._room.today()
        for one in seen:
            line = one.line
            assert isinstance(line, SignUpLine)  # noqa: S101 - what `look` gave
            if line.on < today:
                self._activities.sign_up(line.series, line.on, line.name, line.persons, line.phone)
            else:
                self._sign_ups.sign_up(line.series, line.on, NewParty(line.name, line.persons, line.phone))
            yield

    def _parties(self, series: UUID, on: date) -> Counter[tuple[str, int]]:
        return Counter((party.name, party.persons) for party in self._activities.parties(series, on))

    @staticmethod
    def _found(row: Values, on_day: Sequence[Occurrence], on: date | None, said: str, today: date) -> Occurrence | None:
        """Give the date of the activity that is meant; when there is none it is wrong, and why."""
        if on is None:
            if not row.text(Field.DATE):
                row.wrong(RefusedError("Here stands no day. Write it as 9-3-2026."), Field.DATE)
            return None
        if (on - today).days > _FARTHEST:
            row.wrong(RefusedError("This day is too far away. Look at the year."), Field.DATE)
            return None
        found = next((one for one in on_day if cells.plain(one.series.name) == cells.plain(said)), None)
        if found is None:
            row.wrong(_not_on(said, on_day), Field.ACTIVITY)
        elif not found.goes_on:
            row.wrong(RefusedError("This activity does not go on that day."), Field.ACTIVITY)
            return None
        return found


def _persons(said: str) -> int:
    persons = cells.number(said, _MOST)
    check_persons(persons)
    return persons


def _not_on(said: str, on_day: Sequence[Occurrence]) -> RefusedError:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only who brings in a list pays for it

    name = cells.shown(said) or "–"
    alike = [(fuzz.ratio(cells.plain(one.series.name), cells.plain(said)), one.series.name) for one in on_day]
    best = max(alike, default=(0.0, ""))
    if best[0] >= _ALIKE:
        return RefusedError("“{name}” is not on that day. Is “{other}” meant?", name=name, other=best[1])
    return RefusedError("“{name}” is not on that day. Look at the day, or plan it first.", name=name)
