"""What leaving means, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from buurtkamer_app.activities.leading.records import Led
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt import dates
from buurtkamer_app.qt.people import farewell_words as words
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.safekeeping.leaving.records import Farewell, FreedShift

KEY = UUID(int=1)
LAST = date(2026, 3, 11)
BARE = Farewell(KEY, "Els", LAST, at_once=True)


def freed(*joined_by: str, task: str = "") -> FreedShift:
    return FreedShift(ShiftKey(date(2026, 3, 13), DayPart.MORNING, task), time(9, 45), time(13), joined_by)


def test_who_holds_nothing_leaves_nothing_behind() -> None:
    assert words.shifts(BARE) == translate("No shift after the last day.")
    assert (words.leads(BARE), words.ends(BARE)) == ("", "")
    assert words.due(BARE) == translate("Nothing is left to pay.")
    assert words.pin(BARE) == translate("{name} has no PIN.", name="Els")


def test_shifts_are_counted_and_named_with_task_and_who_would_go_along() -> None:
    one = words.shifts(replace(BARE, shifts=(freed(task="Koken"),))).splitlines()
    assert one[0] == translate("1 shift is free again:")
    assert one[1].endswith("09.45–13.00, Koken")
    two = words.shifts(replace(BARE, shifts=(freed(), freed("Nadia")))).splitlines()
    assert two[0] == translate("{count} shifts are free again:", count=2)
    assert "Nadia" in two[2]


def test_a_series_and_one_date_are_told_apart() -> None:
    led = (Led(KEY, "Zitgym", LAST, goes_on=True), Led(KEY, "Uitje", LAST, goes_on=False))
    _, series, single = words.leads(replace(BARE, leads=led)).splitlines()
    day = dates.day_and_month(LAST)
    assert series == translate("{name}, from {day} on", name="Zitgym", day=day)
    assert single == translate("{name}, on {day}", name="Uitje", day=day)


def test_what_ends_and_what_waits_is_said() -> None:
    one = words.ends(replace(BARE, agreements=1, concerns=1)).splitlines()
    assert one == [
        translate("1 fixed agreement ends."),
        translate("1 concern waits for {name}. Give it to somebody else.", name="Els"),
    ]
    more = words.ends(replace(BARE, agreements=2, offers=1, concerns=3)).splitlines()
    assert more == [
        translate("{count} fixed agreements end.", count=2),
        translate("Offers to take over shifts end too."),
        translate("{count} concerns wait for {name}. Give them to somebody else.", count=3, name="Els"),
    ]


def test_money_is_said_in_euros_and_missing_amounts_by_year() -> None:
    said = words.due(replace(BARE, due_cents=2305, no_amounts=(2027,))).splitlines()
    assert said[0] == translate("{name} is still to get € {euros}.", name="Els", euros="23,05")
    assert said[-1] == translate("The amounts of {year} are not filled in.", year=2027)


def test_a_last_day_to_come_says_until_when() -> None:
    day = dates.day_and_month(LAST)
    told = replace(BARE, at_once=False, has_pin=True)
    assert words.pin(told) == translate("The PIN works until {day}.", day=day)
    assert words.until(told) == translate("{name} stays in the lists until {day}.", name="Els", day=day)
    assert words.until(BARE) == translate("{name} goes from every list. Past shifts keep the name.", name="Els")
