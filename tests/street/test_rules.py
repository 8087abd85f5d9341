"""What holds of streets whatever is typed and whenever it was: rules without a store."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms_around import LedBy
from buurtkamer_app.printing.street_reflection_sheet import street_reflection_sheet
from buurtkamer_app.street import rules
from buurtkamer_app.street.records import Activity, Phase, Reflection
from tests.printing.weeks import HOUSE, page_count

from .plans import PLAN, TODAY, days_ago

KEY = UUID("018f0000-0000-7000-8000-000000000001")

phases = st.lists(
    st.builds(
        Phase, st.just(KEY), st.sampled_from(LedBy), st.integers(0, 400).map(lambda days: TODAY - timedelta(days))
    ),
    max_size=5,
    unique_by=lambda phase: phase.since,
)


def activity(days: int, led_by: LedBy = LedBy.PROFESSIONALS, cancelled: str = "") -> Activity:
    from dataclasses import replace

    return Activity(KEY, 1, KEY, "Kersenlaan", replace(days_ago(days), led_by=led_by), cancelled=cancelled)


@settings(max_examples=40)
@given(phases, st.integers(0, 400))
def test_who_leads_is_what_was_written_last_before_that_day(known: list[Phase], days: int) -> None:
    on = TODAY - timedelta(days=days)
    before = [phase for phase in known if phase.since <= on]
    expected = max(before, key=lambda phase: phase.since).led_by if before else LedBy.PROFESSIONALS
    assert rules.led_by(known, on) is expected


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(-60, 400), st.sampled_from(LedBy), st.sampled_from(["", "Regen"])), max_size=6))
def test_one_goes_back_once_a_street_and_never_while_something_is_to_come(
    known: list[tuple[int, LedBy, str]],
) -> None:
    every = [activity(*one) for one in known]
    going_on = [one for one in every if not one.cancelled]
    found = rules.open_returns(every, {}, TODAY)
    assert len(found) <= 1
    if any(one.plan.on_date >= TODAY for one in going_on) or not going_on:
        assert found == []
    for one in found:
        assert one.due_on == max(other.plan.on_date for other in going_on) + rules.RETURN


def fits(said: Reflection) -> bool:
    """Tell whether a look back is kept."""
    try:
        rules.kept_reflection(said)
    except RefusedError:
        return False
    return True


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text("abc W\nmї", max_size=300), min_size=6, max_size=6))
def test_a_look_back_that_is_kept_is_one_page(texts: list[str]) -> None:
    about, strong, barriers, differently, remains, anecdote = texts
    said = Reflection(
        about, strong=strong, barriers=barriers, differently=differently, remains=remains, anecdote=anecdote
    )
    assume(fits(said))
    at = Activity(KEY, 1, KEY, "Kersenlaan", PLAN)
    assert page_count(street_reflection_sheet(at, rules.kept_reflection(said), HOUSE)) == 1
