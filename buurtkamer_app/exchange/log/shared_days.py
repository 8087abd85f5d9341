"""A log that is about some of the days of an earlier one: what the two together would give away is hidden.

Whoever has logs of a month and of its weeks knows what the other weeks were. So the days are parted at every edge of a
log that shares days: a count is told when in none of these parts it is small, and then no sum or difference is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from buurtkamer_app.exchange.log.records import Hidden
from buurtkamer_app.exchange.log.rules import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from buurtkamer_app.evaluation.records import Figures
    from buurtkamer_app.exchange.log.records import Cell, Log, LogBar, LogFigures

    Period = tuple[date, date]

Key = TypeVar("Key")
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of the parts of all days that logs share.

    `figures` are those of each part, `visits` those of finer parts, at the edges of the bars of a log too. `headcounts`
    are of all dates in these days, by theme; `uncounted` is what else each part has in its participations.
    """

    figures: Sequence[Figures]
    visits: Sequence[int]
    headcounts: Mapping[str, Sequence[int]]
    uncounted: Sequence[int]


def sharing(period: Period, earlier: Iterable[Period]) -> list[Period]:
    """Give the earlier periods that share days with a period, or with one that does; none when all are the same."""
    found, left = {period}, set(earlier) - {period}
    while more := {one for one in left if any(one[0] <= last and first <= one[1] for first, last in found)}:
        found |= more
        left -= more
    return sorted(found - {period})


def parted(periods: Iterable[Period]) -> list[Period]:
    """Part the days of periods at every edge of one of them."""
    edges = sorted({edge for first, last in periods for edge in (first, last + _DAY)})
    return [(first, until - _DAY) for first, until in pairwise(edges)]


def hidden_with(log: Log, parts: Parts) -> Log:
    """Give a log without what would give a small count away to whoever has the logs that share its days."""
    telling = {theme for theme, counts in parts.headcounts.items() if _few(counts)}
    uncounted = _few(parts.uncounted)
    # What a theme adds up to would be what is left of all of them.
    all_told = not telling and not uncounted
    return msgspec.structs.replace(
        log,
        figures=_figures(log.figures, parts, participations=all_told),
        bars=tuple(_bar(bar) for bar in log.bars) if _few(parts.visits) else log.bars,
        activities=tuple(
            msgspec.structs.replace(one, headcount=_hidden(one.headcount))
            if one.theme in telling and one.headcount is not None
            else one
            for one in log.activities
        ),
        themes=tuple(
            one
            if all_told or (one.theme not in telling and not uncounted)
            else msgspec.structs.replace(one, participations=_hidden(one.participations))
            for one in log.themes
        ),
        # Of these nothing is reckoned by part: they stay here.
        journal=tuple(msgspec.structs.replace(one, times=_hidden(one.times)) for one in log.journal),
        around=tuple(
            msgspec.structs.replace(one, value=_hidden(one.value)) if _adds_up(one.programme, one.figure) else one
            for one in log.around
        ),
    )


def _figures(figures: LogFigures, parts: Parts, *, participations: bool) -> LogFigures:
    def told(cell: Cell, count: Callable[[Figures], int], *, among: bool = False) -> Cell:
        counts = [count(part) for part in parts.figures]
        # Those who are not among them can be worked out as well.
        others = [part.visits.visits - many for part, many in zip(parts.figures, counts, strict=True)] if among else []
        return _hidden(cell) if _few([*counts, *others]) else cell

    visits = _few(parts.visits)
    names = visits or any(_few((part.visits.named, part.visits.anonymous)) for part in parts.figures)
    hours = visits or any(_few(part.visits.by_hour.values()) for part in parts.figures)
    purposes = visits or any(_few(part.visits.by_purpose.values()) for part in parts.figures)
    return msgspec.structs.replace(
        figures,
        visits=_hidden(figures.visits) if visits else figures.visits,
        named=_hidden(figures.named) if names else figures.named,
        anonymous=_hidden(figures.anonymous) if names else figures.anonymous,
        children=told(figures.children, lambda part: part.visits.children, among=True),
        first_time=told(figures.first_time, lambda part: part.visits.first_time, among=True),
        entered_later=told(figures.entered_later, lambda part: part.visits.entered_later, among=True),
        by_hour=() if hours else figures.by_hour,
        by_purpose=() if purposes else figures.by_purpose,
        participations=figures.participations if participations else _hidden(figures.participations),
        concerns=told(figures.concerns, lambda part: part.concerns),
        no_shows=told(figures.no_shows, lambda part: part.no_shows),
    )


def _few(counts: Iterable[int]) -> bool:
    """Tell whether one of some counts is of so few that it may not be told."""
    return any(shown(count) is Hidden.SMALL for count in counts)


def _hidden(cell: Cell) -> Cell:
    """Hide a count, also that it is a small one: of two small ones that are ten together each is known."""
    return cell if cell == 0 else Hidden.BESIDE


def _bar(bar: LogBar) -> LogBar:
    return msgspec.structs.replace(bar, visits=_hidden(bar.visits))


def _adds_up(programme: str, figure: str) -> bool:
    """Tell whether a figure of what is around the room counts people over all days."""
    return (programme, figure) == ("street", "participations")
