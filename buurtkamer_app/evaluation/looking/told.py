"""Brings together what people said of activities, streets and markets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.evaluation.looking import around_queries, row_queries, streets
from buurtkamer_app.evaluation.looking.said_records import Asked, Stories, Story, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from sqlalchemy.orm import Session


def stories(session: Session, first: date, last: date, now: datetime) -> Stories:
    """Give what was said in a period, the latest first; of who agreed to that the name stands with it."""
    every = [*_activities(session, first, last), *_streets(session, first, last, now), *_markets(session, first, last)]
    ordered = sorted(every, key=lambda story: story.on, reverse=True)
    scores = streets.score(story.recommend for story in every), streets.score(story.impact for story in every)
    return Stories(first, last, tuple(ordered), *scores)


def _answers(pairs: Iterable[tuple[Asked, str]]) -> tuple[tuple[Asked, str], ...]:
    return tuple((asked, answer) for asked, answer in pairs if answer.strip())


def _activities(session: Session, first: date, last: date) -> Iterator[Story]:
    for row, name in row_queries.reflections(session, first, last):
        said = _answers(((Asked.WENT_WELL, row.went_well), (Asked.WHO_CAME, row.who_came)))
        if said or row.by_residents:
            yield Story(Told.ACTIVITY, row.on_date, name, said, by_residents=row.by_residents)


def _streets(session: Session, first: date, last: date, now: datetime) -> Iterator[Story]:
    looks = around_queries.street_reflections(session, first, last)
    for one in streets.held(session, first, last, now):
        row = looks.get(one.id)
        if row is None:
            continue
        said = _answers(
            (
                (Asked.STRONG, row.strong),
                (Asked.BARRIERS, row.barriers),
                (Asked.DIFFERENTLY, row.differently),
                (Asked.REMAINS, row.remains),
                (Asked.ANECDOTE, row.anecdote),
            )
        )
        name = f"{one.name} ({one.street_name})"
        yield Story(Told.STREET, one.on, name, said, recommend=row.recommend, impact=row.impact)


def _markets(session: Session, first: date, last: date) -> Iterator[Story]:
    for event in around_queries.market_rows(session, first, last):
        if said := _answers(((Asked.REFLECTION, event.reflection), (Asked.NETWORK, event.network))):
            yield Story(Told.MARKET, event.on_date, event.name, said)
    for on, name, text, by, agreed in around_queries.testimonials(session, first, last):
        # Without their yes nobody's name stands with what they said.
        yield Story(Told.MARKET, on, name, ((Asked.TESTIMONIAL, text),), by=by if agreed is not None else "")
