"""Weeks that nobody hopes for: names without an end or without letters, forty things on a day, closed days, nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from hypothesis import strategies as st

from buurtkamer_app.activities.records import DayProgramme, InUse, Occurrence, WeekProgramme
from buurtkamer_app.room.records import Closure, RoomFacts

from .weeks import FACTS, HOURS, MONDAY, series

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Series

LONG: Final = "Buurtmaaltijdvoorbereidingsgroep" * 9 + "Samen koken"
NAMES: Final = (
    LONG,
    "محمد يدعوكم إلى القهوة والشاي",
    "בית קפה לשכנים",
    "☕🎉🧶",
    "",
    "Українська кава",
    "Samen eten met de hele buurt, ook voor wie niet van eten houdt, en dan nog afwassen ook " * 2,
    "Koffie",
)

names = st.sampled_from(NAMES) | st.text("abcde ÀéçØßğŁ-/()&…", max_size=60)


@st.composite
def known(draw: st.DrawFn, number: int) -> Series:
    """Draw a series that is once, weekly or monthly, at any hour."""
    hour = draw(st.integers(6, 21))
    made = series(draw(names), "0", time(hour), time(hour + 1, 30), draw(names), cents=draw(st.sampled_from((0, 150))))
    return replace(
        made,
        id=UUID(int=number),
        number=number,
        rrule=draw(st.sampled_from(("", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=2MO"))),
        first_date=MONDAY,
        sign_up=draw(st.booleans()),
        meal=draw(st.booleans()),
    )


@st.composite
def days(draw: st.DrawFn, offset: int) -> DayProgramme:
    """Draw a day of the week with what is on, whether it is closed, and who else is there."""
    on = MONDAY + timedelta(days=offset)
    number = draw(st.integers(0, 5) | st.just(0) | st.just(40))
    of = [draw(known(100 * offset + index)) for index in range(min(number, 5))]
    # Forty on a day are a few, over and over.
    more = [replace(of[index % 5], id=UUID(int=100 * offset + index), number=index) for index in range(5, number)]
    shut = draw(st.none() | names.map(lambda why: Closure(on, on, why)))
    reasons = st.none() | names
    entries = tuple(
        Occurrence(entry, on, cancelled=draw(reasons) if shut is None else shut.reason, closed=shut is not None)
        for entry in sorted((*of, *more), key=lambda entry: entry.starts)
    )
    used = InUse(on, time(9), time(11), draw(names), draw(names))
    partly = Closure(on, on, draw(names), time(12), time(13), draw(names))
    return DayProgramme(
        on,
        draw(st.sampled_from((None, HOURS[0], HOURS[min(offset, 4)]))),
        entries,
        shut,
        draw(st.sampled_from(("", "Tweede Paasdag"))),
        (partly,) if draw(st.booleans()) else (),
        (used,) if draw(st.booleans()) else (),
    )


@st.composite
def facts(draw: st.DrawFn) -> RoomFacts:
    """Draw a room of which only the country is sure."""
    if draw(st.booleans()):
        return FACTS
    return RoomFacts(draw(names), draw(names), "1034 ZZ", draw(names), draw(names), "NL", "Europe/Amsterdam", "020")


@st.composite
def weeks(draw: st.DrawFn) -> WeekProgramme:
    """Draw a week; many are nearly empty, some hold forty things on a day."""
    return WeekProgramme(draw(facts()), HOURS, MONDAY, tuple(draw(days(offset)) for offset in range(7)))
