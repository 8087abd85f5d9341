"""The pages of a log about streets, markets, the look at the neighbourhood and what can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from buurtkamer_app.base.i18n import language, mark, translate
from buurtkamer_app.exchange.log.around import MARKET, NEIGHBOURHOOD, RESULTS, STREET
from buurtkamer_app.exchange.log.pages_room import hidden_notes
from buurtkamer_app.exchange.log.words import said
from buurtkamer_app.printing import words
from buurtkamer_app.printing.log_pages import Column, Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from buurtkamer_app.exchange.log.records import Cell, Log

CHARACTERISTICS: Final = {
    "open": mark("an open attitude"),
    "matter": mark("tasks through which residents matter"),
    "resources": mark("what is there joins in"),
    "customs": mark("agreements and customs"),
    "safety": mark("feeling safe"),
}
_LED: Final = {
    "now_led_by_professionals": mark("led by professionals"),
    "now_led_by_together": mark("together"),
    "now_led_by_residents": mark("by residents themselves"),
}
_MARKET: Final = ("parts", "visitors", "goals", "outcomes", "new_ties")

_Rows = dict[tuple[str, "date | None"], dict[str, "Cell"]]


def around(log: Log) -> Iterator[Section]:
    """Give what there is of each; of what there is nothing, nothing is said."""
    for part in (_results(log), _streets(log), _markets(log), _scan(log)):
        if part is not None:
            yield part


def _of(log: Log, programme: str) -> _Rows:
    found: _Rows = {}
    for one in log.around:
        if one.programme == programme:
            found.setdefault((one.about, one.on), {})[one.figure] = one.value
    return found


def _results(log: Log) -> Section | None:
    rows = tuple(
        (words.said(one.on, "d MMM y") if one.on else "", said(one.value), one.unit, one.about)
        for one in log.around
        if one.programme == RESULTS
    )
    columns = (
        Column(translate("day"), 18),
        Column(translate("how many"), 14, right=True),
        Column(translate("of what"), 24),
        Column(translate("what was done"), 44),
    )
    return Section(translate("What can be seen"), columns, rows) if rows else None


def _streets(log: Log) -> Section | None:
    found = _of(log, STREET)
    whole = found.pop(("", None), {})
    if not whole:
        return None
    rows = tuple(
        (
            name,
            said(figures.get("gatherings")),
            said(figures.get("participations")),
            next((translate(led) for key, led in _LED.items() if key in figures), "\u2013"),
        )
        for (name, _), figures in found.items()
    )
    columns = (
        Column(translate("street"), 40),
        Column(translate("gatherings"), 16, right=True),
        Column(translate("took part"), 16, right=True),
        Column(translate("now"), 28),
    )
    sums = (translate("all together"), said(whole.get("gatherings")), said(whole.get("participations")), "")
    notes = [*hidden_notes([cell for figures in (whole, *found.values()) for cell in figures.values()])]
    for key, told in (
        ("recommend_tenths", mark("Would recommend it: {average} out of 10 on average.")),
        ("impact_tenths", mark("Impact on the neighbourhood: {average} out of 10 on average.")),
    ):
        if isinstance(tenths := whole.get(key), int):
            notes.append(translate(told, average=_tenths(tenths)))
    return Section(translate("Gatherings in streets"), columns, rows, tuple(notes), sums=sums)


def _markets(log: Log) -> Section | None:
    found = _of(log, MARKET)
    rows = tuple(
        (
            words.said(on, "d MMM y") if on else "",
            name,
            *(said(figures[key]) if key in figures else "\u2013" for key in _MARKET),
        )
        for (name, on), figures in found.items()
    )
    columns = (
        Column(translate("day"), 18),
        Column(translate("market"), 23),
        Column(translate("parts"), 14, right=True),
        Column(translate("visitors"), 13, right=True),
        Column(translate("goals"), 11, right=True),
        Column(translate("with an outcome"), 14, right=True),
        Column(translate("new ties"), 12, right=True),
    )
    notes = hidden_notes([cell for figures in found.values() for cell in figures.values()])
    return Section(translate("Markets"), columns, rows, notes) if rows else None


def _scan(log: Log) -> Section | None:
    found = _of(log, NEIGHBOURHOOD).get(("", None), {})
    if "year" not in found:
        return None
    rows = tuple(
        (translate(name), _average(found.get(f"{about}_tenths")), _average(found.get(f"before_{about}_tenths")))
        for about, name in CHARACTERISTICS.items()
    )
    told = translate("From 1 to 5, by {count} people in {year}.", count=found["respondents"], year=found["year"])
    columns = (
        Column(translate("characteristic"), 50),
        Column(translate("this time"), 20, right=True),
        Column(translate("time before"), 20, right=True),
    )
    notes = (told, *hidden_notes(list(found.values())))
    return Section(translate("A look at the neighbourhood"), columns, rows, notes, together=True)


def _average(cell: Cell | None) -> str:
    if cell is None:
        return "\u2013"
    return _tenths(cell) if isinstance(cell, int) else said(cell)


def _tenths(tenths: int) -> str:
    return str(format_decimal(tenths / 10, format="0.0", locale=language()))
