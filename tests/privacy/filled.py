"""A room with one row in every table, in which every text says where it stands; and its days that are opened."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Enum, LargeBinary, String, insert, text
from sqlalchemy.types import JSON, Boolean, Date, Integer, Time
from uuid_utils.compat import uuid7

from buurtkamer_app.base.clock import instant
from buurtkamer_app.storage.tables.base import REFERS_TO, Instant
from buurtkamer_app.storage.tables.whole import METADATA

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Column, Engine, Table

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

THEN: Final = date(2016, 3, 9)
# Settings, sums and keys of the room itself; what has no name in it.
LEFT_OUT: Final = frozenset(
    {
        "room", "team", "desk_setting", "house_look", "week_groups", "signing_key", "visit_week", "sheet_choice",
        "retention_rule", "retention_run", "kept_since", "former_room", "opening_hours", "programme", "tie",
        "journal_unit", "journal_change", "archive", "day", "allowance_rate", "closure_choice",
    }
)  # fmt: skip
_SAID: Final[dict[tuple[str, str], object]] = {
    ("host", "role"): 1,
    ("host", "left_on"): THEN,
    ("series", "lead_kind"): "resident",
    ("series", "rrule"): "",
    ("changed_date", "lead_kind"): "resident",
    ("booking", "rrule"): "",
    ("wish", "status"): "done",
    ("wish_ending", "kind"): "match",
    ("wish_ending", "closed_on"): THEN,
    ("task", "ended_on"): THEN,
    ("loan", "back_on"): THEN,
    ("resource", "kind"): "resident",
    ("recipient", "stopped_on"): THEN,
    ("visitor", "may_remember"): True,
    ("consent", "under_16"): True,
    ("place", "replaces_id"): None,
    ("host_card", "birth_day"): 1,
    ("effect", "less"): 5,
    ("scan", "year"): 2016,
    ("unit_value", "year"): 2016,
    ("spent", "year"): 2016,
    ("market_event", "wide_cm"): 1000,
    ("market_event", "high_cm"): 1000,
    ("plan_thing", "wide_cm"): 100,
    ("plan_thing", "high_cm"): 100,
    ("pin", "wrong_tries"): 2,
    ("house_key", "back_on"): THEN,
    ("numbered_sheet", "series_id"): None,
    ("visit", "named"): True,
    ("visit", "first_time"): 0,
    ("visit", "children"): 0,
}
_OPTIONAL: Final = {
    ("visit", "visitor_id"), ("consent", "visitor_id"), ("concern", "written_by"), ("incident", "written_by"),
    ("concern_reading", "concern_id"), ("series", "lead_host_id"),
}  # fmt: skip


def marker(table: str, column: str) -> str:
    """Give what stands in a text of a filled room."""
    return f"Zz {table} {column}"


def fill(engine: Engine) -> dict[str, UUID]:
    """Put one row of long ago into every table; give their keys."""
    keys: dict[str, UUID] = {}
    waiting = [table for table in METADATA.sorted_tables if table.name not in LEFT_OUT]
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
        while waiting:
            ready = [table for table in waiting if _needs(table) <= keys.keys()]
            assert ready, [table.name for table in waiting]
            for table in ready:
                if "id" in table.c:
                    keys[table.name] = uuid7()
                connection.execute(
                    insert(table), {column.name: _value(table, column, keys) for column in table.columns}
                )
                waiting.remove(table)
    return keys


def _needs(table: Table) -> set[str]:
    found = set()
    for column in table.columns:
        target = _target(column)
        if target and target != table.name and (not column.nullable or (table.name, column.name) in _OPTIONAL):
            found.add(target)
    return found - {table.name}


def _target(column: Column[Any]) -> str:
    for key in column.foreign_keys:
        return key.column.table.name
    return str(column.info.get(REFERS_TO, "")).split(".", maxsplit=1)[0]


def _value(table: Table, column: Column[Any], keys: dict[str, UUID]) -> object:  # noqa: C901, PLR0911, PLR0912 - one line for each type
    where = (table.name, column.name)
    if column.name == "id":
        return keys[table.name]
    if where in _SAID:
        return _SAID[where]
    if target := _target(column):
        wanted = not column.nullable or where in _OPTIONAL
        return keys[target] if wanted and target in keys else None
    kind = column.type
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class)) if kind.enum_class else kind.enums[0]
    if isinstance(kind, String):
        return "#112233" if column.name in {"main", "second"} else marker(table.name, column.name)
    if isinstance(kind, Instant):
        return instant(THEN, time(12), _ZONE)
    if isinstance(kind, Date):
        return THEN
    if isinstance(kind, Time):
        return time(12) if column.name in {"ends", "closes", "residents_until"} else time(10)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, JSON):
        return None
    if isinstance(kind, LargeBinary):
        return marker(table.name, column.name).encode()
    if isinstance(kind, Integer):
        if column.name in {"number", "weekday"}:
            return 9001 if column.name == "number" else 6
        return None if column.nullable else 1
    return uuid7() if not column.nullable else None


def open_days(services: Services, clock: SetClock, days: int) -> None:
    """Open the room on so many days after each other."""
    for _ in range(days):
        clock.instant += timedelta(days=1)
        services.days.open()


def standing(engine: Engine, words: str = "Zz ") -> set[tuple[str, str]]:
    """Give in which table and column these words still stand."""
    found = set()
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            for row in connection.execute(table.select()).mappings():
                found |= {
                    (table.name, name)
                    for name, value in row.items()
                    if words in (value.decode(errors="ignore") if isinstance(value, bytes) else str(value))
                }
    return found


def _zone() -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/Amsterdam")


_ZONE = _zone()
