"""Every figure of a log in one shape: of which part of the log, which figure, of what, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from buurtkamer_app.exchange.log.records import Hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from buurtkamer_app.exchange.log.records import Cell, Log

# What spreadsheets still count exactly.
_MOST: Final = 10**15


def within(count: int) -> int:
    """Cut a number off where it is larger, or further below nothing, than anything of a room can be."""
    return max(-_MOST, min(_MOST, count))


class Fact(NamedTuple):
    """A figure: `part` is an hour, a theme, a day or a name ("": of all); times are `_minutes`, money is `_cents`."""

    section: str
    figure: str
    part: str
    cell: Cell


def facts(log: Log) -> Iterator[Fact]:
    """Give every figure of a log; what is larger than any room's figure can be is cut off there."""
    for fact in _facts(log):
        cell = fact.cell
        yield fact if isinstance(cell, Hidden) else fact._replace(cell=within(cell))


def _facts(log: Log) -> Iterator[Fact]:
    figures = log.figures
    for name in figures.__struct_fields__:
        value = getattr(figures, name)
        if isinstance(value, (int, Hidden)):
            yield Fact("figures", name, "", value)
    yield Fact("figures", "questions", "", len(log.questions))
    yield from (Fact("by_hour", "visits", f"{one.hour:02}", one.visits) for one in figures.by_hour)
    yield from (Fact("by_purpose", "visits", one.purpose, one.visits) for one in figures.by_purpose)
    yield from (Fact("endings", "wishes", ending, many) for ending, many in figures.endings.items())
    yield from (Fact("cash", "closing_cents", one.on.isoformat(), one.closing) for one in figures.cash)
    yield from (
        Fact("bars", "visits", f"{one.first.isoformat()}/{one.last.isoformat()}", one.visits) for one in log.bars
    )
    for theme in log.themes:
        yield Fact("themes", "dates", theme.theme, theme.dates)
        yield Fact("themes", "participations", theme.theme, theme.participations)
        yield Fact("themes", "by_residents", theme.theme, theme.by_residents)
    yield Fact("hours", "residents_minutes", "", log.hours.residents)
    yield Fact("hours", "professionals_minutes", "", log.hours.professionals)
    yield Fact("hours", "givers", "", log.hours.givers)
    yield from (Fact("hours", "kind_minutes", kind, many) for kind, many in log.hours.by_kind.items())
    for one in log.around:
        on = one.on.isoformat() if one.on else ""
        part = " ".join(word for word in (one.about, on, one.unit) if word)
        yield Fact("around", f"{one.programme}.{one.figure}", part, one.value)
