"""What is proposed for a day is in order of time, within the day, and never proposed twice."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.known import Known
from buurtkamer_app.base.terms_around import ElementKind, Motive
from buurtkamer_app.market.day import rules
from buurtkamer_app.market.day.records import DayStep, RunStep
from buurtkamer_app.market.records import Element, MarketEvent
from tests.market.rooms_of_the_day import SATURDAY

if TYPE_CHECKING:
    from datetime import time

KEY = UUID(int=1)
TIMES = st.tuples(st.times(), st.times()).filter(lambda pair: pair[0] < pair[1])
NAMES = st.sampled_from(["Koor", "Dans", "Brood bakken"])


@st.composite
def markets(draw: st.DrawFn) -> tuple[MarketEvent, list[Element]]:
    starts, ends = draw(TIMES)
    event = MarketEvent("Markt", SATURDAY, starts, ends, "Plein", network_at=draw(st.none() | st.times()))
    parts = draw(st.lists(st.tuples(st.sampled_from(ElementKind), NAMES, st.none() | TIMES), max_size=5))
    made = [
        Element(KEY, kind, name, Motive.MEETING, starts=at[0] if at else None, ends=at[1] if at else None)
        for kind, name, at in parts
    ]
    return event, made


def known(steps: tuple[RunStep, ...]) -> list[Known[DayStep]]:
    return [Known(UUID(int=n), 1, DayStep(**asdict(step), done_at=None)) for n, step in enumerate(steps, 10)]


@settings(max_examples=40)
@given(markets())
def test_a_proposal_is_in_order_and_complete(market: tuple[MarketEvent, list[Element]]) -> None:
    event, parts = market
    steps = rules.proposed(KEY, event, parts, ())
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert rules.missing(steps, known(steps)) == ()
    assert {part.name for part in parts if part.starts is not None} <= {step.what for step in steps}
    assert all(rules.kept_step(step).what for step in steps)


@settings(max_examples=40)
@given(markets(), st.data())
def test_what_was_taken_away_is_what_is_missing(market: tuple[MarketEvent, list[Element]], data: st.DataObject) -> None:
    steps = rules.proposed(KEY, *market, ())
    gone = data.draw(st.sampled_from(range(len(steps))))
    left = (*steps[:gone], *steps[gone + 1 :])
    assert [step.what for step in rules.missing(steps, known(left))] == [steps[gone].what]


@given(st.times(), st.integers(-2000, 2000))
def test_a_time_never_leaves_its_day(at: time, minutes: int) -> None:
    later = rules.shifted(at, minutes)
    assert (later >= at) is (minutes >= 0) or later == at
