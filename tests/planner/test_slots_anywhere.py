"""Slots in any room: what is offered can be, what cannot be has a reason, the best comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.activities.conflicts import Use, conflicts
from buurtkamer_app.base.terms import Willing
from buurtkamer_app.planner.slots import rules
from buurtkamer_app.planner.slots.moments import HOUR, moment, moments, suits
from buurtkamer_app.planner.slots.naming import name_of
from buurtkamer_app.planner.slots.records import HOSTS, Asked, Situation, Slot
from buurtkamer_app.planner.slots.table import Table
from tests.planner.situations import SLOWLY, situations, wishes

if TYPE_CHECKING:
    from buurtkamer_app.rota.records import Shift


def use_of(slot: Slot) -> Use:
    return Use("Nieuw", slot.space, slot.moment.starts, slot.moment.ends, slot.limit, slot.lead)


@SLOWLY
@given(situations(), wishes())
def test_whatever_is_offered_is_free_open_large_enough_and_led_by_who_is_free(here: Situation, asked: Asked) -> None:
    table = Table(here)
    days, spaces = {day.on: day for day in here.days}, {space.name: space for space in here.spaces}
    for slot in rules.slots(asked, table):
        day, use = days[slot.moment.on], use_of(slot)
        assert conflicts(use, day, spaces[slot.space]) == []
        assert min(asked.persons, table.largest) <= slot.limit <= spaces[slot.space].capacity
        if slot.lead != HOSTS:
            on_duty = [
                one for shift in here.shifts if shift.on == day.on and _meets(shift, slot) for one in shift.on_duty
            ]
            assert slot.lead not in [one.host_name for one in on_duty]
        else:
            assert table.duty(slot.moment).free >= 1
        assert slot.reasons


def _meets(shift: Shift, slot: Slot) -> bool:
    return shift.starts < slot.moment.ends and slot.moment.starts < shift.ends


@SLOWLY
@given(situations(), wishes())
def test_a_moment_is_offered_or_there_is_a_reason_why_not(here: Situation, asked: Asked) -> None:
    table = Table(here)
    offered = {slot.moment for slot in rules.slots(asked, table, HOUR)}
    for entry in moments(here.days, HOUR):
        reasons = rules.why_not(asked, table, entry)
        assert (entry in offered) != bool(reasons)
        assert all(reason.message and not reason.good for reason in reasons)


@SLOWLY
@given(situations(), wishes(), st.integers(8, 20), st.integers(1, 3))
def test_any_hour_that_somebody_thinks_of_is_free_or_has_a_reason(
    here: Situation, asked: Asked, starts: int, hours: int
) -> None:
    table, on = Table(here), here.days[0]
    wanted = moment(on.on, time(starts), time(starts + hours))
    reasons = rules.why_not(asked, table, wanted)
    outside = on.opening is None or wanted.starts < on.opening.opens or wanted.ends > on.opening.closes
    if on.closure is not None or outside or not here.spaces:
        assert reasons


@SLOWLY
@given(situations(), wishes())
def test_the_refused_moments_were_asked_for_and_stand_in_their_order(here: Situation, asked: Asked) -> None:
    found = rules.refused(asked, Table(here))
    assert len(found) <= 3
    assert [entry.moment.on for entry in found] == sorted(entry.moment.on for entry in found)
    assert all(entry.reasons for entry in found)
    assert all(any(suits(kind, entry.moment) for kind, _ in asked.prefers) for entry in found)


@SLOWLY
@given(situations(), wishes())
def test_the_best_comes_first_and_each_choice_is_another_part_of_a_day(here: Situation, asked: Asked) -> None:
    every = list(rules.slots(asked, Table(here)))
    best = rules.best(every)
    assert [slot.suits for slot in best] == sorted((slot.suits for slot in best), reverse=True)
    assert len({(slot.moment.on, slot.moment.part) for slot in best}) == len(best)
    assert (not every) == (not best)
    if best:
        assert best[0].suits == max(slot.suits for slot in every)


@SLOWLY
@given(situations(), wishes())
def test_no_reason_speaks_of_who_would_rather_not(here: Situation, asked: Asked) -> None:
    willing = replace(
        here,
        leads=tuple(
            replace(lead, available=tuple(entry for entry in lead.available if entry.willing is Willing.CAN))
            for lead in here.leads
        ),
    )
    for slot, other in zip(rules.slots(asked, Table(here)), rules.slots(asked, Table(willing)), strict=True):
        assert slot.reasons == other.reasons


@given(st.text(max_size=300))
def test_a_name_is_short_and_one_line_whatever_was_said(text: str) -> None:
    name = name_of(text)
    assert len(name) <= 61
    assert "\n" not in name
    assert len(name.split()) <= 4
