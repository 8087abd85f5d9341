"""The data that a log brings: all of it as JSON, and each part as a table for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import msgspec

from buurtkamer_app.exchange.log.rules import plain_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from buurtkamer_app.exchange.log.records import Log

LOG_JSON: Final = "log.json"


def canonical(data: msgspec.Struct) -> bytes:
    """Write a record as JSON in the one way in which it can be written: UTF-8, keys in order, no blanks."""
    return msgspec.json.encode(data, order="sorted")


def data_files(log: Log) -> dict[str, bytes]:
    """Give the files of data that a log brings, by name; times are `_minutes`, money is `_cents`."""
    return {
        LOG_JSON: canonical(log),
        "figures.csv": _csv(("figure", "part", "value"), _figures(log)),
        "hours.csv": _csv(("figure", "part", "value"), _hours(log)),
        **{f"{name}.csv": _table(name, log) for name in _TABLES},
    }


# Of each table the columns, which are the names of the fields.
_TABLES: Final[dict[str, tuple[str, ...]]] = {
    "bars": ("first", "last", "visits"),
    "themes": ("theme", "dates", "participations", "by_residents"),
    "wishes": (
        "number",
        "theme",
        "status",
        "supporters",
        "recorded_on",
        "moved_on",
        "ending",
        "asked_by",
        "text",
    ),
    "questions": ("wish", "id", "asked_on", "text"),
    "activities": ("on", "starts", "ends", "name", "theme", "headcount", "places", "lead", "led_by"),
    "reflections": ("on", "kind", "about", "goes_on", "by_residents", "recommend", "impact", "asked", "said"),
    "changes": ("on", "what", "wish", "about", "became"),
    "journal": ("on", "who", "role", "did", "times"),
    "around": ("programme", "figure", "about", "on", "unit", "value"),
}
_FROM: Final = {"journal": "entries"}


def _table(name: str, log: Log) -> bytes:
    columns = _TABLES[name]
    if name == "reflections":
        return _csv(columns, _reflections(log))
    rows = getattr(log, _FROM.get(name, name))
    return _csv(columns, (tuple(getattr(row, column) for column in columns) for row in rows))


def _figures(log: Log) -> Iterable[tuple[object, ...]]:
    figures = log.figures
    for name in figures.__struct_fields__:
        value = getattr(figures, name)
        if not isinstance(value, (tuple, dict)):
            yield name, "", value
    yield from (("by_hour", entry.hour, entry.visits) for entry in figures.by_hour)
    yield from (("by_purpose", entry.purpose, entry.visits) for entry in figures.by_purpose)
    yield from (("cash_cents", entry.on, entry.closing) for entry in figures.cash)
    yield from (("ending", name, count) for name, count in figures.endings.items())


def _hours(log: Log) -> Iterable[tuple[object, ...]]:
    hours = log.hours
    yield "residents_minutes", "", hours.residents
    yield "professionals_minutes", "", hours.professionals
    yield "givers", "", hours.givers
    yield from (("by_kind_minutes", kind, minutes) for kind, minutes in hours.by_kind.items())


def _reflections(log: Log) -> Iterable[tuple[object, ...]]:
    """Give a row for each answer; of a look back without any, one row."""
    for one in log.reflections:
        scores = (one.scores.get("recommend"), one.scores.get("impact"))
        before = (one.on, one.kind, one.about, one.goes_on, one.by_residents, *scores)
        yield from ((*before, asked, said) for asked, said in (one.said or {"": ""}).items())


def _csv(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    out = io.StringIO()
    # Spreadsheets in Dutch and Flemish part cells by semicolons, and know UTF-8 by its mark.
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_cell(value if isinstance(value, (str, int)) or value is None else str(value))
