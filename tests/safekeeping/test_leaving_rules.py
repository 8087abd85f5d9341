"""What is erased when somebody leaves, and what is left to do for somebody new."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Experience
from buurtkamer_app.people.cards.records import Card, Standing
from buurtkamer_app.people.records import Host
from buurtkamer_app.safekeeping.joining.records import Step
from buurtkamer_app.safekeeping.joining.rules import to_do
from buurtkamer_app.safekeeping.leaving.rules import erased, free_after

DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))


@given(today=DAYS, ahead=st.integers(-366, 366), now=st.booleans())
def test_nothing_is_erased_before_the_last_day_or_today(*, today: date, ahead: int, now: bool) -> None:
    last_on = today + timedelta(days=ahead)
    told = erased(last_on, today, at_once=last_on <= today, now=now, paid=True, pin=True)
    assert all(one.on >= today for one in told[:2])
    assert all(one.on >= last_on for one in told)
    assert told[0].on == max(today, last_on + timedelta(days=1 if ahead > 0 else 0))
    if now and ahead <= 0:
        assert told[1].on == today


@given(DAYS)
def test_the_books_are_kept_seven_whole_years(last_on: date) -> None:
    told = erased(last_on, last_on, at_once=True, now=False, paid=True, pin=True)
    assert (told[-1].on.year - last_on.year, told[-1].on.month, told[-1].on.day) == (7, 12, 31)
    assert len(erased(last_on, last_on, at_once=True, now=False, paid=False, pin=False)) == len(told) - 2


@given(DAYS, st.integers(-366, 366))
def test_what_was_before_today_stays_as_it_was(today: date, ahead: int) -> None:
    after = free_after(today + timedelta(days=ahead), today)
    assert after >= today - timedelta(days=1)
    assert after == today + timedelta(days=max(ahead, -1))


@given(asks=st.booleans(), pin=st.booleans(), times=st.booleans(), vog=st.sampled_from([None, *Standing]))
def test_a_vog_is_to_do_only_where_one_is_asked(*, asks: bool, pin: bool, times: bool, vog: Standing | None) -> None:
    host = Host(UUID(int=1), "Els", Role.HOST, team_member=False, experience=Experience.TRAINEE, rostered=True)
    card = Card(host, first_talk_on=date(2026, 3, 9), agreed_on=date(2026, 3, 9), vog=vog)
    left = to_do(card, (), has_pin=pin, has_times=times, asks_vog=asks)
    assert (Step.VOG in left) == (asks and vog in {None, Standing.OVER})
    assert (Step.PIN in left, Step.TIMES in left) == (not pin, not times)
    assert Step.ALONG in left
    assert Step.TALK not in left
