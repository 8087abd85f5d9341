"""Makes a room with years of visits, for the benchmarks: `python benchmarks/ten_years.py FOLDER [YEARS]`.

Ten years are 600,000 visits of 50,000 known visitors and people without a name, spread over the opening hours as in
a real room: many come once, some hundreds come every week on their own day. Every day was opened and closed with two
hosts and a cash box; today is open and has its first visitors. The journal holds its last 24 months, as retention
leaves it. Keys are as they would have been made then. Names are made of common parts; one seed makes one room.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select, update

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.letters import search_terms
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.storage.tables.days import CashRow, DayRow
from buurtkamer_app.storage.tables.desk import CallIfMissedRow, VisitRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.people import HostRow, VisitorRow
from buurtkamer_app.storage.tables.rota import SignOnRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from buurtkamer_app.startup import House
    from buurtkamer_app.storage.tables.base import Base

# The Tuesday afternoon on which the benchmarks look back.
NOW: Final = datetime(2026, 3, 10, 13, 30, tzinfo=UTC)
ZONE: Final = ZoneInfo("Europe/Amsterdam")
VISITS_A_YEAR: Final = 60_500
VISITORS_A_YEAR: Final = 5_000
_JOURNALLED: Final = timedelta(days=730)
_BATCH: Final = 20_000
_FIRST: Final = (
    "Aïcha Ahmet Anna Bram Carla Daan Els Fatma Gerda Hassan Ida Jan Joop Kees Lotte Mo Nel Ömer Piet Ria Zeynep"
)
_LAST: Final = "Bakker Çelik Dekker El Idrissi van den Berg Kuipers Smit de Vries Şahin Yilmaz Jansen Mulder Visser Kok"
_SYLLABLES: Final = "ba be bo da de do fa ka ko la le lo ma mi mo na no ra ri ro sa si ta ti to va vi wa za zo"


def names(dice: random.Random, count: int, taken: set[str]) -> Iterator[str]:
    """Give so many different names that are not taken, as residents say them."""
    firsts, lasts, parts = _FIRST.split(), _LAST.split(" "), _SYLLABLES.split()
    seen = set(taken)
    while len(seen) < len(taken) + count:
        first = dice.choice(firsts) if dice.random() < 0.3 else "".join(dice.choices(parts, k=dice.randint(2, 3)))
        last = dice.choice(lasts) if dice.random() < 0.3 else "".join(dice.choices(parts, k=dice.randint(2, 4)))
        name = f"{first.capitalize()} {last[:1].upper()}{last[1:]}"
        if name not in seen:
            seen.add(name)
            yield name


def key_of(at: datetime, dice: random.Random) -> UUID:
    """Give a UUIDv7 as it would have been made at that moment. Source: RFC 9562, 5.7."""
    milliseconds = int(at.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62 | dice.getrandbits(62))


def _days(last: date, years: int) -> list[date]:
    first = last - timedelta(days=365 * years)
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def _visits(dice: random.Random, days: list[date], visitors: list[UUID]) -> Iterator[list[dict[str, Any]]]:
    """Give the visits of each day in the order in which they came; today those who came before now."""
    a_day = VISITS_A_YEAR // 261
    regulars: dict[int, list[UUID]] = {weekday: [] for weekday in range(5)}
    for key in visitors[:1500]:
        regulars[dice.randrange(5)].append(key)
    purposes = (Purpose.WALK_IN, Purpose.WALK_IN, Purpose.ACTIVITY, Purpose.HELP, Purpose.CHILD)
    for number, on in enumerate(days):
        # Over the years everybody comes at least a few times; the regulars come on their own day of the week.
        span = max(1, len(visitors) // len(days) * 3)
        start = number * len(visitors) // len(days)
        known = {*dice.sample(regulars[on.weekday()], 60), *visitors[start : start + span]}
        came = [_visit(dice, on, Purpose.WALK_IN, key) for key in sorted(known)]
        came += (_visit(dice, on, dice.choice(purposes), None) for _ in range(a_day - len(known)))
        yield sorted((visit for visit in came if visit["at"] < NOW), key=lambda visit: visit["at"])


def _visit(dice: random.Random, on: date, purpose: Purpose, visitor: UUID | None) -> dict[str, Any]:
    hour = dice.choice((10, 10, 11, 12, 13, 13, 14, 14, 15, 16))
    persons = 1 if visitor or dice.random() < 0.8 else dice.randint(2, 6)
    at = datetime(on.year, on.month, on.day, hour, dice.randrange(60), tzinfo=ZONE).astimezone(UTC)
    return {
        "id": key_of(at, dice),
        "version": 1,
        "on_date": on,
        "hour": hour,
        "at": at,
        "purpose": purpose,
        "persons": persons,
        "children": persons if purpose is Purpose.CHILD else 0,
        "first_time": 1 if visitor is None and dice.random() < 0.05 else 0,
        "named": visitor is not None,
        "visitor_id": visitor,
        "later": False,
        "locked": False,
    }


def _journal(dice: random.Random, visits: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give the journal of visits: what they held is still there of the last days, until the room is opened next."""
    units, changes = [], []
    for visit in visits:
        held: dict[str, object] | None = {} if visit["at"] > NOW - timedelta(days=4) else None
        unit: dict[str, Any] = {"id": key_of(visit["at"], dice), "at": visit["at"], "role": int(Role.NOBODY)}
        unit |= {"needs": int(Role.NOBODY), "label": "1 visitor was counted", "label_values": held}
        units.append(unit | {"counts": True, "undoable": True})
        change = {"id": key_of(visit["at"], dice), "unit_id": unit["id"], "position": 0, "kind": "visit"}
        change |= {"row_id": visit["id"], "action": "insert", "version_before": 0, "version_after": 1}
        changes.append(change | {"fields": [], "before": held})
    return units, changes


def _fill_days(connection: Connection, dice: random.Random, days: list[date]) -> None:
    """Write that every day was opened and closed, with two hosts and a cash box; today is still open."""
    hosts = connection.scalars(select(HostRow.id).order_by(HostRow.number)).all()
    words = dict.fromkeys(("round_done", "key_with", "signed_first", "signed_second", "report"), "")
    rows: dict[type[Base], list[dict[str, Any]]] = {DayRow: [], CashRow: [], SignOnRow: []}
    for on in days:
        opened = datetime(on.year, on.month, on.day, 9, 45, tzinfo=ZONE).astimezone(UTC)
        closed = None if on == days[-1] else opened + timedelta(hours=8)
        day = {"on_date": on, "opened_at": opened, "closed_at": closed, "closed_afterwards": False}
        rows[DayRow].append(day | words | {"opened_by": hosts[0], "closed_by": hosts[0] if closed else None})
        cash = {"on_date": on, "opened_with": 5000, "received": dice.randrange(4000), "spent": dice.randrange(2000)}
        rows[CashRow].append(cash | {"counted": None, "what_for": "", "note": ""})
        for host in dice.sample(hosts, 2):
            rows[SignOnRow].append({"host_id": host, "on_date": on, "on_at": opened, "off_at": closed})
    for table, values in rows.items():
        connection.execute(insert(table), [row | {"id": key_of(NOW, dice), "version": 1} for row in values])


def _fill_visitors(connection: Connection, dice: random.Random, count: int, last: date) -> list[UUID]:
    """Write so many known visitors; some of the regulars asked to be called when they stay away."""
    taken = set(connection.scalars(select(VisitorRow.name)))
    rows: list[dict[str, Any]] = []
    for name in names(dice, count, taken):
        known = {"id": key_of(NOW, dice), "version": 1, "name": name, "hint": "", "terms": search_terms(name)}
        rows.append(known | {"first_seen_on": last - timedelta(days=400), "may_remember": True})
    connection.execute(insert(VisitorRow), rows)
    keys = [row["id"] for row in rows]
    asked = {"version": 1, "phone": "06 12345678", "also_call": "", "consent_at": NOW - timedelta(days=300)}
    asked |= {"consent_text": "", "away_until": None, "consent_to": None}
    missed = [asked | {"id": key_of(NOW, dice), "visitor_id": key} for key in [*keys[:20], *keys[1500:1520]]]
    connection.execute(insert(CallIfMissedRow), missed)
    return keys


def fill(connection: Connection, years: int, last: date) -> None:
    """Write the visitors, the days, the visits and the journal of the last 24 months."""
    dice = random.Random(years)
    days = _days(last, years)
    keys = _fill_visitors(connection, dice, VISITORS_A_YEAR * years, last)
    _fill_days(connection, dice, days)
    batch: list[dict[str, Any]] = []
    for visits in _visits(dice, days, keys):
        batch += visits
        if len(batch) > _BATCH:
            _write(connection, dice, batch)
            batch = []
    _write(connection, dice, batch)


def _write(connection: Connection, dice: random.Random, visits: list[dict[str, Any]]) -> None:
    connection.execute(insert(VisitRow), visits)
    units, changes = _journal(dice, [visit for visit in visits if visit["at"] >= NOW - _JOURNALLED])
    if units:
        connection.execute(insert(JournalUnitRow), units)
        connection.execute(insert(JournalChangeRow), changes)


def open_years(folder: Path, years: int = 10) -> House:
    """Give a practice room with so many years in it, made when the folder has none; its clock stands at `NOW`."""
    fresh = not (folder / "room.db").exists()
    # The room was set up when its years began.
    clock = SetClock(NOW - timedelta(days=365 * years) if fresh else NOW)
    house = open_practice(folder, clock)
    if fresh:
        clock.instant = NOW
        with house.services.store.engine.begin() as connection:
            connection.execute(update(VisitorRow).values(may_remember=True))
            fill(connection, years, NOW.date())
    return house


def main() -> None:
    """Make a room and say how long that took."""
    folder, years = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    begun = time.monotonic()
    house = open_years(folder, years)
    with house.services.store.engine.connect() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608 - our own names
            for table in ("visit", "visitor", "journal_unit")
        ]
    house.close()
    size = (folder / "room.db").stat().st_size // 1024**2
    spent = time.monotonic() - begun
    print(
        f"{years} years: {counts[0]} visits, {counts[1]} visitors, {counts[2]} journalled, {size} MB in {spent:.0f} s"
    )


if __name__ == "__main__":
    main()
