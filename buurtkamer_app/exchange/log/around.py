"""What a log tells of the streets, the markets, the look at the neighbourhood and what can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms_around import Characteristic, Programme
from buurtkamer_app.exchange.log.records import FreeText, Hidden, LogAround
from buurtkamer_app.exchange.log.rules import FEWEST, shown, shown_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from buurtkamer_app.evaluation.looking.around_records import MarketBack, Score, StreetsBack
    from buurtkamer_app.evaluation.looking.records import LookBack
    from buurtkamer_app.evaluation.records import Result
    from buurtkamer_app.exchange.log.records import Cell
    from buurtkamer_app.exchange.log.texts import Texts
    from buurtkamer_app.neighbourhood.scan.records import Averages, Mean

STREET: Final = Programme.STREET.value
MARKET: Final = Programme.MARKET.value
NEIGHBOURHOOD: Final = Programme.NEIGHBOURHOOD.value
# What can be seen belongs to no programme.
RESULTS: Final = "results"


def around_shown(back: LookBack, on: Collection[Programme], texts: Texts) -> tuple[LogAround, ...]:
    """Give the figures of the programmes that are on, as looking back has them, small counts hidden."""
    found: list[LogAround] = []
    if Programme.STREET in on:
        found += _streets(back.streets, texts)
    if Programme.MARKET in on:
        for market in back.markets:
            found += _market(market, texts)
    if Programme.NEIGHBOURHOOD in on:
        found += _scan(back.scan, "")
        found += _scan(back.scan_before, "before_")
    found += (_result(one, texts) for one in back.results)
    return tuple(found)


def _streets(back: StreetsBack, texts: Texts) -> Iterator[LogAround]:
    if not back.gatherings:
        return
    yield LogAround(STREET, "gatherings", "", back.gatherings)
    yield LogAround(STREET, "participations", "", shown(back.participations))
    yield LogAround(STREET, "finished_by_residents", "", back.finished)
    for lead, many in back.by_lead.items():
        yield LogAround(STREET, f"led_by_{lead.value}", "", many)
    for target, many in back.reached.items():
        yield LogAround(STREET, f"reached_{target.value}", "", many)
    yield from _scores(back.recommend, "recommend")
    yield from _scores(back.impact, "impact")
    people = shown_parts({street.id: street.participations for street in back.streets})
    for street in back.streets:
        name = texts.clean(FreeText.STREET, 0, street.name)
        yield LogAround(STREET, "gatherings", name, street.gatherings)
        yield LogAround(STREET, "participations", name, people[street.id])
        if street.led_by is not None:
            yield LogAround(STREET, f"now_led_by_{street.led_by.value}", name, 1)


def _scores(score: Score, name: str) -> Iterator[LogAround]:
    if score.tenths is not None:
        yield LogAround(STREET, f"{name}_tenths", "", score.tenths)
        yield LogAround(STREET, f"{name}_given", "", score.count)


def _market(back: MarketBack, texts: Texts) -> Iterator[LogAround]:
    name = texts.clean(FreeText.MARKET, 0, back.name)
    parts: dict[str, Cell] = {"parts": sum(back.elements.values())}
    if back.visitors is not None:
        parts["visitors"] = shown(back.visitors)
    parts |= {"goals": back.goals, "outcomes": back.outcomes, "new_ties": back.ties}
    yield from (LogAround(MARKET, figure, name, cell, back.on) for figure, cell in parts.items())


def _scan(averages: Averages | None, when: str) -> Iterator[LogAround]:
    """Give the averages of a year; those of few people stay here, and of few people in all not even that."""
    if averages is None or averages.respondents < FEWEST:
        return
    yield LogAround(NEIGHBOURHOOD, f"{when}year", "", averages.year)
    yield LogAround(NEIGHBOURHOOD, f"{when}respondents", "", averages.respondents)
    for about in Characteristic:
        if (cell := _average(averages.of(about))) is not None:
            yield LogAround(NEIGHBOURHOOD, f"{when}{about.value}_tenths", "", cell)


def _average(mean: Mean) -> Cell | None:
    if mean.tenths is None:
        return None
    return mean.tenths if mean.count >= FEWEST else Hidden.BESIDE


def _result(one: Result, texts: Texts) -> LogAround:
    what, unit = (texts.clean(FreeText.RESULT, 0, part) for part in (one.what, one.unit))
    return LogAround(RESULTS, "made", what, one.many, one.on_date, unit)
