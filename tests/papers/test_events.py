"""Which market or street activity a sheet is about when nobody chose one."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.papers.events import Event, chosen_event

TODAY = date(2026, 3, 11)
EVENTS = st.lists(
    st.builds(lambda days: Event(uuid4(), TODAY + timedelta(days=days), time(14), "Iets"), st.integers(-400, 400)),
    max_size=6,
).map(lambda events: sorted(events, key=lambda event: event.on, reverse=True))


@given(EVENTS)
def test_nobody_chose_so_it_is_the_nearest_one_to_come_and_else_the_latest_before(events: list[Event]) -> None:
    found = chosen_event(events, None, TODAY)
    coming = [event.on for event in events if event.on >= TODAY]
    assert (found is None) is not bool(events)
    assert found is None or found.on == (min(coming) if coming else max(event.on for event in events))


@given(EVENTS)
def test_who_looks_back_gets_the_latest_that_was_and_else_the_first_to_come(events: list[Event]) -> None:
    found = chosen_event(events, None, TODAY, looks_back=True)
    was = [event.on for event in events if event.on <= TODAY]
    assert (found is None) is not bool(events)
    assert found is None or found.on == (max(was) if was else min(event.on for event in events))


@given(events=EVENTS, looks_back=st.booleans())
def test_the_one_that_was_chosen_goes_before_any_other(events: list[Event], *, looks_back: bool) -> None:
    for event in events:
        assert chosen_event(events, event.key, TODAY, looks_back=looks_back) == event


def test_what_was_called_off_is_only_chosen_when_there_is_nothing_else() -> None:
    off, later = (Event(uuid4(), TODAY + timedelta(days=days), time(10), "x", days > 1) for days in (1, 2))
    before = Event(uuid4(), TODAY - timedelta(days=1), time(10), "x", goes_on=False)
    assert chosen_event([later, off, before], None, TODAY) == later
    assert chosen_event([later, off, before], None, TODAY, looks_back=True) == later
    assert chosen_event([off, before], None, TODAY) == off
    assert chosen_event([off, before], off.key, TODAY) == off
