"""A list of small records, kept on every store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.lines import one_line
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms_around import SessionKind
from buurtkamer_app.storage.kept import Kept, Leans, Told
from buurtkamer_app.storage.tables.market import MarketActionRow, MarketEventRow, MarketGoalRow, MarketSessionRow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services


@dataclass(frozen=True, slots=True)
class Goal:
    event_id: UUID
    goal: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    event_id: UUID
    kind: SessionKind
    on_date: date
    starts: time
    ends: time
    about: str


def _checked(goal: Goal) -> Goal:
    if not one_line(goal.goal):
        raise RefusedError("Type what the situation is first.")
    return replace(goal, goal=one_line(goal.goal))


def _goals(services: Services) -> Kept[Goal]:
    told = Told("written", "changed", "gone", "moved")
    return Kept(services.store, MarketGoalRow, Goal, _checked, told, order=("position",))


@pytest.fixture
def market(services: Services) -> UUID:
    return _market(services, "Markt")


def _market(services: Services, name: str) -> UUID:
    with services.store.work(_label()) as unit:
        row = MarketEventRow(
            name=name,
            on_date=date(2026, 6, 6),
            starts=time(10),
            ends=time(16),
            place="",
            about="",
            network="",
            reflection="",
            cancelled="",
            wide_cm=4000,
            high_cm=3000,
        )
        unit.session.add(row)
        unit.session.flush()
    return row.id


def _label() -> Label:
    return Label("a market")


def test_what_is_written_down_is_read_back_in_its_order(services: Services, market: UUID) -> None:
    goals = _goals(services)
    for words in ("one", "  two  words ", "three"):
        goals.write(Goal(market, words))
    assert [known.it.goal for known in goals.all(event_id=market)] == ["one", "two words", "three"]


def test_a_record_moves_among_its_own_and_stays_at_an_end(services: Services, market: UUID) -> None:
    goals, other = _goals(services), _market(services, "Andere")
    first = goals.write(Goal(market, "one")).value
    goals.write(Goal(other, "of another"))
    goals.write(Goal(market, "two"))
    goals.move(first, 1, event_id=market)
    goals.move(first, 1, event_id=market)
    assert [known.it.goal for known in goals.all(event_id=market)] == ["two", "one"]
    assert [known.it.goal for known in goals.all(event_id=other)] == ["of another"]


def test_a_change_keeps_the_place_and_can_be_undone(services: Services, market: UUID) -> None:
    goals = _goals(services)
    key = goals.write(Goal(market, "one")).value
    change = goals.write(Goal(market, "other"), key, goals.one(key).version).change
    assert goals.one(key).it.goal == "other"
    assert change.unit is not None
    services.history.undo(change.unit)
    assert goals.one(key).it.goal == "one"


def test_a_record_stays_with_what_it_belongs_to(services: Services, market: UUID) -> None:
    told = Told("written", "changed", "gone")
    goals = Kept(services.store, MarketGoalRow, Goal, _checked, told, order=("position",), belongs="event_id")
    key = goals.write(Goal(market, "one")).value
    with pytest.raises(RefusedError):
        goals.write(Goal(_market(services, "Andere"), "other"), key)
    assert goals.one(key).it == Goal(market, "one")


def test_nobody_writes_over_what_another_desk_changed(services: Services, market: UUID) -> None:
    goals = _goals(services)
    key = goals.write(Goal(market, "one")).value
    read = goals.one(key)
    goals.write(Goal(market, "by another desk"), key, read.version)
    with pytest.raises(ClashError):
        goals.write(Goal(market, "mine"), key, read.version)
    assert goals.one(key).it.goal == "by another desk"


def test_what_belongs_to_a_record_goes_with_it_and_what_only_leans_on_it_stays(
    services: Services, market: UUID
) -> None:
    told = Told("written", "changed", "gone")
    leaning = (Leans(MarketActionRow, "session_id", stays=True),)
    sessions = Kept(services.store, MarketSessionRow, Meeting, lambda meeting: meeting, told, leaning=leaning)
    meeting = Meeting(market, SessionKind.START, date(2026, 4, 1), time(19), time(21), "")
    key = sessions.write(meeting).value
    with services.store.work(_label()) as unit:
        unit.session.add(MarketActionRow(event_id=market, session_id=key, what="bellen", who="", by_date=None))
    gone = sessions.take_away(key)
    with services.store.reading() as session:
        (action,) = session.query(MarketActionRow)
        assert action.session_id is None
    assert gone.unit is not None
    services.history.undo(gone.unit)
    assert sessions.one(key).it == meeting


def test_a_record_that_is_gone_is_told(services: Services, market: UUID) -> None:
    goals = _goals(services)
    key = goals.write(Goal(market, "one")).value
    goals.take_away(key)
    goals.take_away(key)
    with pytest.raises(RefusedError):
        goals.one(key)
    with pytest.raises(RefusedError):
        goals.write(Goal(market, "two"), key)


def test_what_cannot_be_kept_changes_nothing(services: Services, market: UUID) -> None:
    goals = _goals(services)
    with pytest.raises(RefusedError):
        goals.write(Goal(market, "   "))
    assert goals.all() == []


def test_nobody_signed_in_neither_reads_nor_writes(services: Services, market: UUID) -> None:
    goals = _goals(services)
    services.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        goals.all()
    with pytest.raises(NotAllowedError):
        goals.write(Goal(market, "one"))
