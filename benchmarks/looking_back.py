"""Measures looking back over ten years: `python benchmarks/looking_back.py FOLDER`.

On top of the room of `ten_years.py` come 5,000 activities, 30,000 shifts that hosts signed on for, 3,000 wishes, hours
by hand and 40 gatherings in streets. Every figure is asked for three periods: ten years, a year, a quarter; cold is
the first time after opening, warm the median of nine times.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, select
from ten_years import NOW, ZONE, key_of, open_years

from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Ending, HoursKind, LeadKind, Prefers, Theme, WishStatus
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.evaluation.looking.records import Behind
from buurtkamer_app.storage.tables.activities import CancelledRow, ChangedDateRow, HeadcountRow, SeriesRow
from buurtkamer_app.storage.tables.people import HostRow
from buurtkamer_app.storage.tables.room import SpaceRow
from buurtkamer_app.storage.tables.rota import PlaceRow, ShiftRow, SignOnRow
from buurtkamer_app.storage.tables.street import StreetActivityRow, StreetRow
from buurtkamer_app.storage.tables.team import ContributedRow, ProfessionalHoursRow
from buurtkamer_app.storage.tables.wishes import WishEndingRow, WishMoveRow, WishRow, WishSupportRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection

    from buurtkamer_app.startup import House
    from buurtkamer_app.storage.tables.base import Base

TODAY: Final = NOW.date()
BEGAN: Final = TODAY - timedelta(days=3650)
PERIODS: Final = {
    "ten years": (BEGAN, TODAY),
    "a year": (date(2025, 1, 1), date(2025, 12, 31)),
    "a quarter": (date(2025, 10, 1), date(2025, 12, 31)),
}
_TIMES: Final = 9
_WEEKLY: Final = 40  # series that come back every week for a year; the others are on once
_ACTIVITIES: Final = 5_000


def _rows(dice: random.Random, values: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": key_of(NOW, dice), "version": 1} | value for value in values]


def _series(dice: random.Random, space: UUID, hosts: list[UUID]) -> Iterator[dict[str, Any]]:
    words = dict.fromkeys(("about", "bring", "uid", "pictogram"), "")
    nothing = dict.fromkeys(("reduced_cents", "capacity", "minimum", "continues_id"))
    flags = dict.fromkeys(("meal", "sign_up", "lead_on_paper"), False)
    for number in range(_ACTIVITIES):
        weekly = number < _WEEKLY * 10
        first = BEGAN + timedelta(days=(number % 10) * 365 if weekly else dice.randrange(3650))
        kind = dice.choice(list(LeadKind))
        yield (
            words
            | nothing
            | flags
            | {
                "number": 10_000 + number,
                "name": f"Activiteit {number}",
                "rrule": "FREQ=WEEKLY" if weekly else "",
                "first_date": first,
                "last_date": first + timedelta(days=364) if weekly else first,
                "starts": clock_time(10 + number % 8),
                "ends": clock_time(11 + number % 8, 30),
                "price_cents": 0,
                "theme": dice.choice(list(Theme)),
                "space_id": space,
                "lead_kind": kind,
                "lead_host_id": dice.choice(hosts) if kind is LeadKind.HOST else None,
                "lead_name": "Iemand",
                "self_run": number % 11 == 0,
                "sequence": 0,
            }
        )


def _fill_activities(connection: Connection, dice: random.Random, hosts: list[UUID]) -> None:
    space = connection.scalars(select(SpaceRow.id)).first()
    if space is None:
        raise LookupError
    series = _rows(dice, _series(dice, space, hosts))
    connection.execute(insert(SeriesRow), series)
    heads, off, changed = [], [], []
    for one in series:
        on = one["first_date"]
        while on <= min(one["last_date"], TODAY):
            if dice.random() < 0.03:
                off.append({"series_id": one["id"], "on_date": on, "reason": "ziek"})
            elif dice.random() < 0.9:
                heads.append({"series_id": one["id"], "on_date": on, "persons": dice.randint(2, 20)})
            elif one["rrule"]:
                kept = {
                    key: one[key] for key in ("space_id", "lead_kind", "lead_host_id", "lead_name", "lead_on_paper")
                }
                times = {"starts": one["starts"], "ends": one["ends"]}
                moved = {"series_id": one["id"], "rule_date": on, "on_date": on + timedelta(days=1)}
                changed.append(kept | times | moved)
            on += timedelta(days=7)
    for table, values in ((HeadcountRow, heads), (CancelledRow, off), (ChangedDateRow, changed)):
        connection.execute(insert(table), _rows(dice, iter(values)))


def _fill_shifts(connection: Connection, dice: random.Random, hosts: list[UUID]) -> None:
    shifts, places, signed = [], [], []
    for step in range(3650):
        on = BEGAN + timedelta(days=step)
        if on.weekday() > 4:
            continue
        for part, hour in ((DayPart.MORNING, 9), (DayPart.AFTERNOON, 13)):
            shift = {
                "id": key_of(datetime(on.year, on.month, on.day, hour, tzinfo=UTC), dice),
                "version": 1,
                "on_date": on,
                "part": part,
                "task": "telefoon",
            }
            shift |= {"starts": clock_time(hour), "ends": clock_time(hour + 4), "hosts": 6, "experienced": 0}
            shifts.append(shift | {"extra": False, "asks_vog": False, "asks": ""})
            begun = datetime(on.year, on.month, on.day, hour, tzinfo=ZONE).astimezone(UTC)
            for host in dice.sample(hosts, min(6, len(hosts))):
                place = {"id": key_of(NOW, dice), "version": 1, "shift_id": shift["id"], "host_id": host}
                places.append(place | {"replaces_id": None, "filled": False})
                times = {"on_at": begun - timedelta(minutes=dice.randrange(15)), "off_at": begun + timedelta(hours=4)}
                signed.append({"host_id": host, "on_date": on, "place_id": place["id"]} | times)
    connection.execute(insert(ShiftRow), shifts)
    connection.execute(insert(PlaceRow), places)
    connection.execute(insert(SignOnRow), _rows(dice, iter(signed)))


def _fill_wishes(connection: Connection, dice: random.Random) -> None:
    rows: dict[type[Base], list[dict[str, Any]]] = {WishRow: [], WishMoveRow: [], WishEndingRow: [], WishSupportRow: []}
    words = dict.fromkeys(("asked_by", "parked_reason", "own_part", "contact"), "")
    for number in range(3000):
        on = BEGAN + timedelta(days=dice.randrange(3600))
        took = dice.randrange(120)
        done = number % 3 and on + timedelta(days=took) < TODAY
        moved = datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + timedelta(days=took)
        key = key_of(NOW, dice)
        wish = {"id": key, "version": 1, "number": 20_000 + number, "text": f"Wens {number}", "carried_in": False}
        wish |= {"theme": dice.choice(list(Theme)), "status": WishStatus.DONE if done else WishStatus.NEW}
        wish |= {"moved_at": moved, "supporters": 1, "recorded_on": on, "prefers": Prefers.ANY, "done_when_told": False}
        rows[WishRow].append(wish | words)
        support = {"wish_id": key, "on_date": on, "name": "", "contact": ""}
        rows[WishSupportRow] += [support] * (number % 4)
        if done:
            move = {"wish_id": key, "at": moved, "status": WishStatus.DONE, "reason": ""}
            rows[WishMoveRow].append(move)
            ending = {"wish_id": key, "kind": dice.choice(list(Ending)), "begun_on": on, "closed_on": moved.date()}
            rows[WishEndingRow].append(ending | dict.fromkeys(("whom", "number", "answer"), ""))
    for table, values in rows.items():
        connection.execute(insert(table), _rows(dice, iter(values)))


def _fill_around(connection: Connection, dice: random.Random, hosts: list[UUID]) -> None:
    given = [
        {
            "host_id": hosts[step % len(hosts)],
            "on_date": BEGAN + timedelta(days=step * 2),
            "starts": clock_time(11),
            "ends": clock_time(14),
            "kind": HoursKind.MEETING,
            "what": "overleg",
        }
        for step in range(1800)
    ]
    connection.execute(insert(ContributedRow), _rows(dice, iter(given)))
    months = [date(BEGAN.year + step // 12, step % 12 + 1, 1) for step in range(4, 120)]
    hours = ({"month": month, "organisation": "Welzijn", "minutes": 2400, "what": ""} for month in months)
    connection.execute(insert(ProfessionalHoursRow), _rows(dice, hours))
    notes = dict.fromkeys(("willingness", "energy", "not_reached", "stakeholders"), "")
    streets = _rows(dice, ({"name": f"Straat {number}"} | notes for number in range(5)))
    connection.execute(insert(StreetRow), streets)
    words = dict.fromkeys(("place", "partners", "volunteers", "to_bring", "by_rain", "cancelled"), "")
    held = (
        words
        | {
            "street_id": streets[number % 5]["id"],
            "name": "Soep op de stoep",
            "on_date": BEGAN + timedelta(days=90 * number),
            "starts": clock_time(16),
            "ends": clock_time(19),
            "led_by": LedBy.TOGETHER,
            "talk_cart": True,
            "headcount": 20,
            "professionals": 2,
        }
        for number in range(40)
    )
    connection.execute(insert(StreetActivityRow), _rows(dice, held))


def open_room(folder: Path) -> House:
    """Give the room, made when the folder has none."""
    fresh = not (folder / "room.db").exists()
    house = open_years(folder)
    if fresh:
        dice = random.Random(10)
        with house.services.store.engine.begin() as connection:
            hosts = list(connection.scalars(select(HostRow.id).order_by(HostRow.number)))
            _fill_activities(connection, dice, hosts)
            _fill_shifts(connection, dice, hosts)
            _fill_wishes(connection, dice)
            _fill_around(connection, dice, hosts)
    return house


def _asked(house: House) -> dict[str, Callable[[date, date], object]]:
    looking = house.services.looking
    parts: dict[str, Callable[[date, date], object]] = {
        name: getattr(looking, name)
        for name in ("visits", "wishes", "activities", "hours", "streets", "markets", "results", "scan", "stories")
    }
    rows = {
        f"rows of {figure.value}": lambda first, last, figure=figure: looking.rows(figure, first, last)
        for figure in Behind
    }
    return parts | rows | {"the whole record": looking.looking_back}


def _milliseconds(ask: Callable[[date, date], object], over: tuple[date, date]) -> float:
    begun = time.perf_counter()
    ask(*over)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Say how long each figure takes, cold and warm."""
    folder = Path(sys.argv[1])
    open_room(folder).close()
    # As in the window, which collects when nobody waits (`qt/garbage.py`).
    gc.disable()
    for name, over in PERIODS.items():
        for what in _asked(open_room(folder)):
            house = open_room(folder)
            house.services.store.seat.actor = Actor(Role.COORDINATOR)
            ask = _asked(house)[what]
            cold = _milliseconds(ask, over)
            warm = statistics.median(_milliseconds(ask, over) for _ in range(_TIMES))
            print(f"{name:10} {what:24} cold {cold:6.0f} ms   warm {warm:6.0f} ms")
            house.close()


if __name__ == "__main__":
    main()
