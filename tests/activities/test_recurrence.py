"""Rules for repeating: as dateutil has them, whatever the rule; and none that takes long."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities import recurrence, rules
from buurtkamer_app.activities.records import Series
from buurtkamer_app.activities.said import said
from buurtkamer_app.base import i18n
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import LeadKind, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SERIES = Series(
    UUID(int=1),
    1,
    "Schaken",
    "",
    "",
    date(2026, 3, 11),
    dt.time(10),
    dt.time(12),
    0,
    None,
    Theme.COMMUNITY,
    "Atelier",
    LeadKind.HOSTS,
    "hosts",
    lead_on_paper=False,
    self_run=False,
    sign_up=False,
)
STARTS = st.dates(date(2019, 1, 1), date(2026, 12, 31))


def _joined(values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most, unique=True).map(lambda found: ",".join(map(str, found)))


def _signed(most: int) -> st.SearchStrategy[int]:
    return st.integers(1, most) | st.integers(-most, -1)


@st.composite
def any_rules(draw: st.DrawFn) -> str:
    """Give any rule of days that RFC 5545 allows."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = {"FREQ": frequency}
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 5)))
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(DAYS))
    end = draw(st.sampled_from(("", "", "COUNT", "UNTIL", "UTC")))
    if end == "COUNT":
        parts["COUNT"] = str(draw(st.integers(1, 60)))
    elif end:
        until = draw(st.dates(date(2020, 1, 1), date(2028, 12, 31)))
        parts["UNTIL"] = f"{until:%Y%m%d}" if end == "UNTIL" else f"{until:%Y%m%d}T220000Z"
    day = st.sampled_from(DAYS)
    if frequency == "MONTHLY":
        day = day | st.builds(lambda which, name: f"{which}{name}", _signed(5), st.sampled_from(DAYS))
    if frequency == "YEARLY":
        day = day | st.builds(lambda which, name: f"{which:+}{name}", _signed(5), st.sampled_from(DAYS))
    choices = {
        "BYDAY": _joined(day),
        "BYMONTH": _joined(st.integers(1, 12)),
        "BYMONTHDAY": _joined(_signed(31)),
        "BYSETPOS": _joined(_signed(6)),
    }
    if frequency == "YEARLY":
        choices |= {"BYYEARDAY": _joined(_signed(366)), "BYWEEKNO": _joined(st.integers(1, 53))}
    for name, values in choices.items():
        if draw(st.integers(0, 2)) == 0:
            parts[name] = draw(values)
    return ";".join(f"{name}={value}" for name, value in parts.items())


@pytest.fixture(scope="module", autouse=True)
def _years() -> Iterator[None]:
    """Let dateutil stop at the last year of these tests: it follows a rule that names nothing for 8000 years."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dt, "MAXYEAR", 2031)
        yield


def _dateutil(rule: str, start: date, first: date, last: date) -> list[date]:
    moments = rrulestr(rule.replace("T220000Z", "T220000"), dtstart=datetime.combine(start, datetime.min.time()))
    found = itertools.takewhile(lambda moment: moment.date() <= last, moments)
    return [moment.date() for moment in found if moment.date() >= first]


@settings(max_examples=400, deadline=None)
@given(any_rules(), STARTS, st.dates(date(2018, 6, 1), date(2030, 1, 1)), st.integers(0, 500))
def test_any_rule_names_the_dates_that_dateutil_says(rule: str, start: date, first: date, days: int) -> None:
    last = first + timedelta(days=days)
    assert list(rules.dates(rule, start, first, last)) == _dateutil(rule, start, first, last)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;INTERVAL=3",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=WEEKLY;BYMINUTE=0",
    ],
)
def test_a_rule_finer_than_a_day_is_refused_with_a_sentence(rule: str) -> None:
    i18n.speak("en")
    with pytest.raises(RefusedError, match="once a day"):
        rules.last_of(rule, date(2026, 3, 11))


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ",
        "FREQ=SOMETIMES",
        "INTERVAL=2",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=5;UNTIL=20260401",
        "FREQ=DAILY;UNTIL=never",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=99MO",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=MONTHLY;BYSETPOS=0;BYDAY=MO",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY\nDTSTART:20260101",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 1000),
    ],
)
def test_what_is_no_rule_is_refused_with_a_sentence(rule: str) -> None:
    i18n.speak("en")
    with pytest.raises(RefusedError, match="not a rule"):
        recurrence.read(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;COUNT=999999;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=WEEKLY;UNTIL=20250101;BYDAY=MO",
    ],
)
def test_a_rule_that_never_happens_is_told_at_once(rule: str) -> None:
    i18n.speak("en")
    started = time.perf_counter()
    with pytest.raises(RefusedError, match="never happens"):
        rules.last_of(rule, date(2026, 3, 11))
    assert time.perf_counter() - started < 1


@settings(max_examples=100, deadline=2000)
@given(st.text(alphabet="FREQ=DAILYWKMONTHBSPUC;,-+0123456789", max_size=60) | any_rules(), STARTS)
def test_whatever_is_typed_is_followed_or_refused_and_never_takes_long(rule: str, start: date) -> None:
    try:
        found = rules.dates(rule, start, start, date(2099, 12, 31))
    except RefusedError:
        return
    assert all(start <= on for on in found)


def test_the_last_date_is_where_a_rule_ends_or_was_ended() -> None:
    i18n.speak("en")
    monday = date(2026, 3, 9)
    assert rules.last_of("", monday) == monday
    assert rules.last_of("FREQ=WEEKLY", monday) is None
    assert rules.last_of("FREQ=WEEKLY;COUNT=3", monday) == date(2026, 3, 23)
    assert rules.last_of("FREQ=WEEKLY;UNTIL=20260401", monday) == date(2026, 3, 30)
    assert rules.last_of("FREQ=WEEKLY", monday, date(2026, 3, 20)) == date(2026, 3, 16)
    with pytest.raises(RefusedError, match="before the first"):
        rules.last_of("FREQ=WEEKLY", monday, date(2026, 3, 1))
    with pytest.raises(RefusedError, match="between 1900"):
        rules.last_of("FREQ=WEEKLY", date(1066, 10, 14))


@settings(deadline=None)
@given(any_rules(), STARTS, st.dates(date(2020, 1, 1), date(2029, 1, 1)))
def test_the_next_date_is_the_first_that_is_to_come(rule: str, start: date, today: date) -> None:
    series = replace(SERIES, rrule=rule, first_date=start)
    coming = rules.dates(rule, start, today, date(2099, 12, 31))
    assert rules.next_on(series, (), today) == (coming[0] if coming else None)


def test_a_rule_is_said_in_words() -> None:
    words = {
        "FREQ=WEEKLY;BYDAY=WE": "every Wednesday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU": "every other week on Tuesday",
        "FREQ=MONTHLY;BYDAY=1MO": "every first Monday",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1": "every first Monday",
        "FREQ=MONTHLY;BYDAY=-1FR": "every last Friday",
        "FREQ=MONTHLY;BYDAY=1MO,3MO": "every first and third Monday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "every weekday",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE": "every Monday to Wednesday",
        "FREQ=WEEKLY;BYDAY=MO,TH": "every Monday and Thursday",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO": "every other month on the first Monday",
        "FREQ=MONTHLY;BYMONTHDAY=1,15": "every month on day 1 and 15",
        "FREQ=MONTHLY;BYMONTHDAY=-1": "every month on the last day",
        "FREQ=YEARLY": "every year on 5 May",
        "FREQ=DAILY;INTERVAL=3": "every 3 days",
        "FREQ=YEARLY;BYWEEKNO=20": "on days of its own",
        "nonsense": "on days of its own",
    }
    i18n.speak("en")
    assert {rule: said(rule, date(2026, 5, 5), None) for rule in words} == words
    assert said("FREQ=WEEKLY", date(2026, 5, 5), date(2026, 7, 1)) == "every Tuesday, until 1 July 2026"
    assert said("", date(2026, 5, 5), date(2026, 5, 5)) == "once, on 5 May 2026"


@given(any_rules(), STARTS)
def test_any_rule_has_words(rule: str, start: date) -> None:
    assert "{" not in said(rule, start, None)
