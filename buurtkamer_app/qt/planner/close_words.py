"""What a closure is, touches and did, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt import closed, dates
from buurtkamer_app.rota.said import PARTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from buurtkamer_app.activities.bookings.records import Booked
    from buurtkamer_app.planner.closing.records import Closed, Preview, Reopened, TouchedActivity, TouchedShift
    from buurtkamer_app.room.records import Closure


def period(first: date, last: date) -> str:
    """Say which days: `Vrijdag 13 maart 2026`, `13 maart t/m 17 maart 2026`."""
    words = dates.period(first, last)
    return words[:1].upper() + words[1:]


def what(closure: Closure) -> str:
    """Say what is closed and why."""
    return closed.why(closed.what(closure.space, closure.starts, closure.ends), closure.reason)


def summary(seen: Preview) -> str:
    """Say what a closure touches."""
    told = [
        _many(len(seen.activities), translate("1 activity"), mark("{count} activities")),
        _many(seen.persons, translate("1 person signed up"), mark("{count} people signed up")),
        _many(len(seen.shifts), translate("1 shift with hosts"), mark("{count} shifts with hosts")),
        _many(len(seen.bookings), translate("1 booking"), mark("{count} bookings")),
    ]
    return " · ".join(words for words in told if words) or translate("Nothing is planned then.")


def activity(entry: TouchedActivity) -> tuple[str, str]:
    """Say which activity, on which day, and how many signed up."""
    series, on = entry.occurrence.series, entry.occurrence.on
    when = f"{dates.short_date(on)}  {dates.clock(series.starts)}  {series.name}"
    signed_up = _many(entry.persons, translate("1 person signed up"), mark("{count} people signed up"))
    return when, " · ".join(part for part in (series.space, signed_up) if part)


def shift(entry: TouchedShift, *, names_hidden: bool) -> tuple[str, str]:
    """Say which shift, and who is on it."""
    told = f"{dates.short_date(entry.shift.on)}  {translate('Shift')}: {translate(PARTS[entry.shift.part])}"
    on_duty = entry.shift.on_duty
    if names_hidden:
        return told, _many(len(on_duty), translate("1 host"), mark("{count} hosts"))
    return told, ", ".join(place.host_name for place in on_duty)


def booking(entry: Booked, *, names_hidden: bool) -> tuple[str, str]:
    """Say who uses which space when."""
    booked = entry.booking
    who = translate("Space in use") if names_hidden else booked.who
    return f"{dates.short_date(entry.on)}  {dates.clock(booked.starts)}  {who}", booked.space


def done(told: Closed) -> str:
    """Say what a closure did."""
    parts = [
        _many(told.cancelled, translate("1 activity does not go on"), mark("{count} activities do not go on")),
        _many(told.moved, translate("1 activity moved"), mark("{count} activities moved")),
        to_tell(told.to_tell),
    ]
    return " · ".join([translate("The room is closed then."), *(part for part in parts if part)])


def done_all(told: Sequence[Closed]) -> str:
    """Say what closing several days did, together."""
    return done(
        replace(
            told[0],
            cancelled=sum(one.cancelled for one in told),
            to_tell=sum(one.to_tell for one in told),
        )
    )


def opened(told: Reopened) -> str:
    """Say what opening again did."""
    parts = [
        _many(told.back, translate("1 activity is back on its day"), mark("{count} activities are back on their day")),
        _many(
            told.left, translate("1 activity stays on its new day"), mark("{count} activities stay on their new day")
        ),
        to_tell(told.to_tell),
    ]
    return " · ".join([translate("The room is open then."), *(part for part in parts if part)])


def to_tell(persons: int) -> str:
    """Say how many persons are to be told, nothing when nobody is."""
    return _many(persons, translate("1 person is to be told"), mark("{count} people are to be told"))


def _many(count: int, one: str, several: str) -> str:
    if not count:
        return ""
    return one if count == 1 else translate(several, count=count)
