"""What is written out of logs, table by table: the columns, and the rows of one log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.printing.spreadsheet import Minutes
from buurtkamer_app.review.amounts import bounds
from buurtkamer_app.review.facts import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from buurtkamer_app.exchange.log.records import Cell, Log
    from buurtkamer_app.review.records import RoomLog

Value: TypeAlias = "str | int | date | Minutes | None"
Row: TypeAlias = "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class OutTable:
    """A table: its name in files, its title, its columns (name in files, head), and the rows of a log."""

    key: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Callable[[RoomLog], Iterable[Row]]


_ROOM: Final = (
    ("room", mark("Room")),
    ("log", mark("Check code of the log")),
    ("first", mark("First day")),
    ("last", mark("Last day")),
)


def _of_room(log: RoomLog) -> Row:
    return log.called, log.key, log.log.first, log.log.last


def _cell(cell: Cell | None) -> Value:
    return str(cell.value) if isinstance(cell, Hidden) else cell


def _table(
    key: str, title: str, columns: tuple[tuple[str, str], ...], rows: Callable[[Log], Iterable[Row]]
) -> OutTable:
    return OutTable(key, title, _ROOM + columns, lambda log: (_of_room(log) + row for row in rows(log.log)))


def _figures(log: Log) -> Iterable[Row]:
    for fact in facts(log):
        least = bounds(fact.cell)
        number = None if isinstance(fact.cell, Hidden) else fact.cell
        shown = str(fact.cell.value) if isinstance(fact.cell, Hidden) else str(fact.cell)
        yield fact.section, fact.figure, fact.part, number, shown, least.low, least.high


def _rooms(log: RoomLog) -> Iterable[Row]:
    yield (
        *_of_room(log),
        str(log.room),
        log.log.room,
        log.days,
        f"{log.log.made_at:%Y-%m-%d %H:%M}",
        _cell(log.log.figures.visits),
        log.log.figures.wishes_new,
        _cell(log.log.figures.participations),
        len(log.log.questions),
    )


def _hours(log: Log) -> Iterable[Row]:
    yield "residents", "", Minutes(log.hours.residents)
    yield "professionals", "", Minutes(log.hours.professionals)
    yield from (("residents", kind, Minutes(many)) for kind, many in log.hours.by_kind.items())


OUT_TABLES: Final = (
    OutTable(
        "rooms",
        mark("Rooms"),
        (
            *_ROOM,
            ("room_id", mark("Key of the room")),
            ("own_name", mark("Name in the log")),
            ("days", mark("Days")),
            ("made_at", mark("Made at (UTC)")),
            ("visits", mark("Visits")),
            ("wishes_new", mark("New wishes")),
            ("participations", mark("Participations")),
            ("questions", mark("Open questions")),
        ),
        _rooms,
    ),
    _table(
        "figures",
        mark("Figures"),
        (
            ("section", mark("Part of the log")),
            ("figure", mark("Figure")),
            ("part", mark("Of what")),
            ("value", mark("Number")),
            ("shown", mark("As in the log")),
            ("low", mark("At least")),
            ("high", mark("At most")),
        ),
        _figures,
    ),
    _table(
        "bars",
        mark("Visits over time"),
        (("from", mark("From")), ("to", mark("Up to")), ("visits", mark("Visits"))),
        lambda log: ((bar.first, bar.last, _cell(bar.visits)) for bar in log.bars),
    ),
    _table(
        "themes",
        mark("Themes"),
        (
            ("theme", mark("Theme")),
            ("dates", mark("Times that there was an activity")),
            ("participations", mark("Participations")),
            ("by_residents", mark("Led by residents")),
        ),
        lambda log: ((one.theme, one.dates, _cell(one.participations), one.by_residents) for one in log.themes),
    ),
    _table(
        "wishes",
        mark("Wishes"),
        (
            ("number", mark("Wish")),
            ("theme", mark("Theme")),
            ("status", mark("Where it stands")),
            ("supporters", mark("Supporters")),
            ("recorded_on", mark("Written down on")),
            ("text", mark("Text")),
        ),
        lambda log: (
            (one.number, one.theme, one.status, one.supporters, one.recorded_on, one.text) for one in log.wishes
        ),
    ),
    _table(
        "questions",
        mark("Questions"),
        (("wish", mark("Wish")), ("asked_on", mark("Asked on")), ("text", mark("Text"))),
        lambda log: ((one.wish, one.asked_on, one.text) for one in log.questions),
    ),
    _table(
        "activities",
        mark("Activities"),
        (
            ("date", mark("Date")),
            ("starts", mark("Starts")),
            ("ends", mark("Ends")),
            ("name", mark("Name")),
            ("headcount", mark("Headcount")),
            ("places", mark("Places")),
        ),
        lambda log: (
            (one.on, f"{one.starts:%H:%M}", f"{one.ends:%H:%M}", one.name, _cell(one.headcount), one.places)
            for one in log.activities
        ),
    ),
    _table(
        "hours",
        mark("Hours"),
        (("whose", mark("Of whom")), ("kind", mark("Kind")), ("hours", mark("Hours"))),
        _hours,
    ),
    _table(
        "changes",
        mark("Changes"),
        (("date", mark("Date")), ("what", mark("What")), ("about", mark("Of what")), ("became", mark("Became"))),
        lambda log: ((one.on, one.what, one.about, one.became) for one in log.changes),
    ),
    _table(
        "around",
        mark("Around the room"),
        (
            ("programme", mark("Programme")),
            ("figure", mark("Figure")),
            ("about", mark("Of what")),
            ("date", mark("Date")),
            ("value", mark("Number")),
            ("unit", mark("Unit")),
        ),
        lambda log: ((one.programme, one.figure, one.about, one.on, _cell(one.value), one.unit) for one in log.around),
    ),
)
