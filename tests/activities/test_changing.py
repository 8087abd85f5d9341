"""Changing a series: what it moves is shown first; what is on record goes along, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.changing.records import Alter, CallOff, Details, Extra, Placed, Reach
from buurtkamer_app.activities.conflicts import Why
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import TellReason, Theme, ToldHow

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.activities.changing.records import Wanted
    from buurtkamer_app.activities.changing.service import Changing
    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.services import Services

# The clock stands at Wednesday 11 March 2026.
TODAY = date(2026, 3, 11)
THURSDAY = date(2026, 3, 12)
FRIDAY = date(2026, 3, 13)
TUESDAYS = tuple(date(2026, 3, day) for day in (3, 10, 17, 24, 31))


@pytest.fixture
def changing(demo: Services) -> Changing:
    return demo.changing


@pytest.fixture
def chess(demo: Services) -> UUID:
    """Give a series on Tuesdays that began last week, with people signed up for the next two dates."""
    new = NewSeries(
        "Schaken",
        Theme.COMMUNITY,
        "Spreekkamer",
        TUESDAYS[0],
        time(13),
        time(15),
        "FREQ=WEEKLY;BYDAY=TU",
        capacity=4,
        lead="Bep",
        sign_up=True,
    )
    made = demo.activities.add_series(new).value
    demo.activities.count_heads(made, TUESDAYS[1], 3)
    demo.activities.sign_up(made, TUESDAYS[2], "Mw. Tan", 2, "06 12345678")
    demo.activities.sign_up(made, TUESDAYS[3], "Dhr. Vos", 4)
    demo.activities.sign_up(made, TUESDAYS[3], "Mw. Kok", 1)
    return made


def _placed(series: Series, **other: object) -> Placed:
    values = {name: getattr(series, name) for name in ("starts", "ends", "space", "lead", "lead_on_paper")}
    return Placed(**{**values, **other})


def _undo(demo: Services) -> None:
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)


def _details(series: Series, **other: object) -> Details:
    values = {name: getattr(series, name) for name in Details.__dataclass_fields__}
    return Details(**{**values, **other})


def _series(demo: Services, key: UUID) -> Series:
    return next(series for series in demo.activities.series() if series.id == key)


def _dates(demo: Services, *keys: UUID) -> list[date]:
    """Give the dates of series in March that go on."""
    found = demo.activities.occurrences(date(2026, 3, 1), date(2026, 3, 31))
    return [entry.on for entry in found if entry.series.id in keys and entry.goes_on]


def _told(demo: Services) -> list[tuple[TellReason, str, date | None, date | None]]:
    return [(news.reason, news.name, news.on, news.moved_to) for news in demo.telling.tellings()]


def test_one_date_goes_to_another_day_with_who_signed_up(demo: Services, changing: Changing, chess: UUID) -> None:
    wanted = Alter(chess, TUESDAYS[2], Reach.ONE, date(2026, 3, 19))
    effect = changing.preview(wanted)
    assert (effect.dates, effect.sign_ups, effect.conflicts) == ((TUESDAYS[2],), 2, ())
    changing.apply(wanted)
    assert _dates(demo, chess) == [TUESDAYS[0], TUESDAYS[1], date(2026, 3, 19), TUESDAYS[3], TUESDAYS[4]]
    assert [party.name for party in demo.activities.parties(chess, date(2026, 3, 19))] == ["Mw. Tan"]
    assert _told(demo) == [(TellReason.MOVED, "Mw. Tan", TUESDAYS[2], date(2026, 3, 19))]
    assert demo.telling.tellings()[0].contact == "06 12345678"


def test_a_date_that_goes_back_to_where_its_rule_has_it_is_no_changed_one(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    changing.apply(Alter(chess, TUESDAYS[2], Reach.ONE, date(2026, 3, 19)))
    changing.apply(Alter(chess, date(2026, 3, 19), Reach.ONE, TUESDAYS[2]))
    assert not demo.activities.occurrence(chess, TUESDAYS[2]).changed
    assert [party.name for party in demo.activities.parties(chess, TUESDAYS[2])] == ["Mw. Tan"]


def test_what_a_change_moves_is_told_in_numbers_before_it_is_done(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    effect = changing.preview(Alter(chess, TUESDAYS[2], Reach.FROM_HERE, date(2026, 3, 19)))
    assert len(effect.dates) == 53
    assert (effect.sign_ups, effect.to_tell, effect.endless) == (7, 7, True)
    assert _dates(demo, chess) == list(TUESDAYS)
    assert _told(demo) == []


def test_from_here_on_what_was_held_stays_and_the_rest_goes_on_as_a_series_that_continues_it(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    wish = demo.wishes.all()[0]
    demo.wishes.planned_as(wish.id, chess)
    demo.telling.told_all(wish.id)
    made = changing.apply(Alter(chess, TUESDAYS[2], Reach.FROM_HERE, date(2026, 3, 19))).value
    new = _series(demo, made)
    assert new.continues == chess
    assert (new.rrule, new.first_date) == ("FREQ=WEEKLY;BYDAY=TH", date(2026, 3, 19))
    assert _dates(demo, chess) == [TUESDAYS[0], TUESDAYS[1]]
    assert _dates(demo, made) == [date(2026, 3, 19), date(2026, 3, 26)]
    assert demo.activities.occurrence(chess, TUESDAYS[1]).headcount == 3
    assert [party.waiting for party in demo.activities.parties(made, date(2026, 3, 26))] == [False, True]
    assert [entry.series for entry in demo.wishes.all() if entry.id == wish.id] == [made]


def test_all_changes_the_past_in_name_only(demo: Services, changing: Changing, chess: UUID) -> None:
    series = _series(demo, chess)
    details = _details(series, name="Schaken en dammen")
    made = changing.apply(
        Alter(chess, TUESDAYS[2], Reach.ALL, placed=_placed(series, starts=time(14)), details=details)
    )
    before, after = _series(demo, chess), _series(demo, made.value)
    assert (before.name, before.starts) == ("Schaken en dammen", time(13))
    assert (after.name, after.starts) == ("Schaken en dammen", time(14))
    assert _dates(demo, chess) == [TUESDAYS[0], TUESDAYS[1]]


def test_another_name_for_all_makes_no_new_series(demo: Services, changing: Changing, chess: UUID) -> None:
    series = _series(demo, chess)
    wanted = Alter(chess, TUESDAYS[2], Reach.ALL, details=_details(series, name="Dammen", bring="een bord"))
    assert changing.apply(wanted).value == chess
    assert (_series(demo, chess).name, _series(demo, chess).bring) == ("Dammen", "een bord")
    assert _series(demo, chess).sequence == series.sequence + 1
    assert _told(demo) == []


def test_a_series_that_has_not_begun_changes_as_a_whole(demo: Services, changing: Changing) -> None:
    new = NewSeries("Dammen", Theme.COMMUNITY, "Spreekkamer", TUESDAYS[2], time(13), time(15), "FREQ=WEEKLY;BYDAY=TU")
    made = demo.activities.add_series(new).value
    demo.activities.sign_up(made, TUESDAYS[2], "Mw. Tan", 2)
    demo.attendance.cancel(made, TUESDAYS[3], "")
    demo.attendance.cancel(made, TUESDAYS[4], "")
    assert changing.apply(Alter(made, TUESDAYS[2], Reach.ALL, TUESDAYS[3])).value == made
    assert _dates(demo, made) == [TUESDAYS[3]]
    assert [party.name for party in demo.activities.parties(made, TUESDAYS[3])] == ["Mw. Tan"]
    _undo(demo)
    assert _dates(demo, made) == [TUESDAYS[2]]


def test_a_larger_room_lets_who_waits_move_up_and_a_smaller_one_takes_no_place(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    series = _series(demo, chess)
    less = Alter(chess, TUESDAYS[2], Reach.FROM_HERE, details=_details(series, capacity=3))
    assert [(one.why, one.on) for one in changing.preview(less).conflicts] == [(Why.SEATED, TUESDAYS[3])]
    with pytest.raises(RefusedError, match="4"):
        changing.apply(less)
    more = Alter(
        chess,
        TUESDAYS[2],
        Reach.FROM_HERE,
        placed=_placed(series, space="Eetkeuken", starts=time(13), ends=time(14)),
        details=_details(series, capacity=8),
    )
    made = changing.apply(more).value
    assert [party.waiting for party in demo.activities.parties(made, TUESDAYS[3])] == [False, False]
    assert (TellReason.PLACE, "Mw. Kok", TUESDAYS[3], None) in _told(demo)


def test_what_stands_in_the_way_is_said_and_refused(demo: Services, changing: Changing, chess: UUID) -> None:
    series = _series(demo, chess)
    demo.bookings.book(NewBooking("Zangkoor", "Atelier", THURSDAY, time(13), time(15)))
    cases: dict[Wanted, Why] = {
        Alter(chess, TUESDAYS[2], Reach.ONE, TUESDAYS[3]): Why.OWN,
        Alter(chess, TUESDAYS[2], Reach.ONE, THURSDAY, _placed(series, space="Atelier")): Why.SPACE,
        Alter(chess, TUESDAYS[2], Reach.ONE, date(2026, 3, 15)): Why.HOURS,
        Extra(chess, TUESDAYS[3]): Why.OWN,
    }
    for wanted, why in cases.items():
        assert why in [one.why for one in changing.preview(wanted).conflicts]
        with pytest.raises(RefusedError):
            changing.apply(wanted)
    demo.room.close_days(FRIDAY, FRIDAY, "")
    assert [one.why for one in changing.preview(Alter(chess, TUESDAYS[2], Reach.ONE, FRIDAY)).conflicts] == [Why.CLOSED]
    assert _dates(demo, chess) == list(TUESDAYS)


def test_outside_the_opening_hours_only_when_asked_for(demo: Services, changing: Changing, chess: UUID) -> None:
    sunday = date(2026, 3, 15)
    changing.apply(Alter(chess, TUESDAYS[2], Reach.ONE, sunday, all_the_same=True))
    assert sunday in _dates(demo, chess)


def test_what_has_been_stays_and_nothing_goes_to_the_past(changing: Changing, chess: UUID) -> None:
    for wanted in (
        Alter(chess, TUESDAYS[1], Reach.ONE, date(2026, 3, 19)),
        Alter(chess, TUESDAYS[2], Reach.ONE, date(2026, 3, 9)),
        Alter(chess, TUESDAYS[2], Reach.FROM_HERE, date(2026, 3, 9)),
        Extra(chess, date(2026, 3, 9)),
        CallOff(chess, TUESDAYS[1], Reach.ONE),
        Alter(chess, THURSDAY, Reach.ONE, FRIDAY),
    ):
        with pytest.raises(RefusedError):
            changing.apply(wanted)


def test_a_series_that_ends_keeps_in_sight_who_waits_for_it(demo: Services, changing: Changing, chess: UUID) -> None:
    effect = changing.preview(CallOff(chess, TUESDAYS[3], Reach.FROM_HERE))
    assert (len(effect.dates), effect.to_tell) == (53, 5)
    changing.apply(CallOff(chess, TUESDAYS[3], Reach.FROM_HERE, "Bep verhuist"))
    assert _dates(demo, chess) == list(TUESDAYS[:3])
    off = demo.activities.occurrence(chess, TUESDAYS[3])
    assert off.cancelled == "Bep verhuist"
    assert {name for _, name, _, _ in _told(demo)} == {"Dhr. Vos", "Mw. Kok"}
    _undo(demo)
    assert _dates(demo, chess) == list(TUESDAYS)
    assert _told(demo) == []


def test_one_date_that_does_not_go_on_is_told_once(demo: Services, changing: Changing, chess: UUID) -> None:
    changing.apply(CallOff(chess, TUESDAYS[2], Reach.ONE, "ziek"))
    assert demo.activities.occurrence(chess, TUESDAYS[2]).cancelled == "ziek"
    assert _told(demo) == [(TellReason.CANCELLED, "Mw. Tan", TUESDAYS[2], None)]
    assert changing.preview(CallOff(chess, TUESDAYS[2], Reach.ONE)).dates == ()


def test_an_extra_date_stands_beside_the_rule(demo: Services, changing: Changing, chess: UUID) -> None:
    changing.apply(Extra(chess, date(2026, 3, 19), _placed(_series(demo, chess), starts=time(15), ends=time(16))))
    entry = demo.activities.occurrence(chess, date(2026, 3, 19))
    assert (entry.series.starts, entry.changed, entry.rule_date) == (time(15), True, None)
    with pytest.raises(RefusedError, match="naast|beside"):
        changing.apply(Alter(chess, date(2026, 3, 19), Reach.FROM_HERE, date(2026, 3, 20)))


def test_another_rule_keeps_the_dates_that_it_names_and_cancels_the_others_where_people_wait(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    wanted = Alter(chess, TUESDAYS[2], Reach.FROM_HERE, rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    made = changing.apply(wanted).value
    assert _dates(demo, made) == [TUESDAYS[2], TUESDAYS[4]]
    assert [party.name for party in demo.activities.parties(made, TUESDAYS[2])] == ["Mw. Tan"]
    assert demo.activities.occurrence(chess, TUESDAYS[3]).cancelled == ""
    assert [party.name for party in demo.activities.parties(chess, TUESDAYS[3])] == ["Dhr. Vos", "Mw. Kok"]


def test_the_first_monday_becomes_the_first_tuesday(demo: Services, changing: Changing) -> None:
    new = NewSeries(
        "Lezen", Theme.COMMUNITY, "Spreekkamer", date(2026, 1, 5), time(13), time(14), "FREQ=MONTHLY;BYDAY=1MO"
    )
    made = demo.activities.add_series(new).value
    goes_on = changing.apply(Alter(made, date(2026, 4, 6), Reach.ALL, date(2026, 4, 7))).value
    assert _series(demo, goes_on).rrule == "FREQ=MONTHLY;BYDAY=1TU"
    found = demo.activities.occurrences(date(2026, 4, 1), date(2026, 6, 30))
    assert [entry.on.isoformat() for entry in found if entry.series.id == goes_on] == [
        "2026-04-07",
        "2026-05-05",
        "2026-06-02",
    ]


def test_the_list_of_series_tells_what_comes_next_and_what_is_over(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    going = {one.series.id: one.next_on for one in changing.series()}
    assert going[chess] == TUESDAYS[2]
    changing.apply(CallOff(chess, date(2026, 4, 7), Reach.FROM_HERE))
    assert {one.series.id: one.last_on for one in changing.series()}[chess] == date(2026, 4, 6)
    changing.apply(CallOff(chess, TUESDAYS[2], Reach.ALL))
    demo.attendance.go_on(chess, TUESDAYS[2])
    over = demo.activities.add_series(
        NewSeries("Kerstmarkt", Theme.COMMUNITY, "Atelier", date(2025, 12, 20), time(13), time(15))
    ).value
    assert over in {one.series.id for one in changing.series(over=True)}
    assert over not in {one.series.id for one in changing.series()}


def test_who_did_not_hear_yet_of_a_move_hears_only_where_it_is_now(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    changing.apply(Alter(chess, TUESDAYS[2], Reach.ONE, to=THURSDAY))
    changing.apply(Alter(chess, THURSDAY, Reach.ONE, to=FRIDAY))
    assert _told(demo) == [(TellReason.MOVED, "Mw. Tan", TUESDAYS[2], FRIDAY)]
    changing.apply(Alter(chess, FRIDAY, Reach.ONE, to=TUESDAYS[2]))
    assert _told(demo) == []


def test_who_heard_of_the_first_move_hears_of_the_next(demo: Services, changing: Changing, chess: UUID) -> None:
    changing.apply(Alter(chess, TUESDAYS[2], Reach.ONE, to=THURSDAY))
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    changing.apply(Alter(chess, THURSDAY, Reach.ONE, to=FRIDAY))
    assert _told(demo) == [(TellReason.MOVED, "Mw. Tan", THURSDAY, FRIDAY)]


def test_who_got_a_place_hears_on_which_day_it_is_now(demo: Services, changing: Changing, chess: UUID) -> None:
    full = demo.activities.parties(chess, TUESDAYS[3])[0]
    demo.activities.withdraw(chess, TUESDAYS[3], full.id)
    changing.apply(Alter(chess, TUESDAYS[3], Reach.ONE, to=FRIDAY))
    assert (TellReason.PLACE, "Mw. Kok", FRIDAY, None) in _told(demo)


def test_what_is_told_names_the_day_and_time_at_which_it_is_now(
    demo: Services, changing: Changing, chess: UUID
) -> None:
    demo.wishes.planned_as(demo.wishes.numbered(16), chess)
    first = demo.activities.occurrence(chess, TUESDAYS[2]).series
    later = replace(_placed(first), starts=time(14), ends=time(16))
    changing.apply(Alter(chess, TUESDAYS[2], Reach.ONE, to=FRIDAY, placed=later))
    (moved,) = [line for line in demo.telling.tellings() if line.reason is TellReason.MOVED]
    assert (moved.moved_to, moved.at) == (FRIDAY, time(14))


def test_a_wish_is_told_to_be_planned_on_the_day_to_which_its_activity_moved(
    demo: Services, changing: Changing
) -> None:
    new = NewSeries("Knutselen", Theme.COMMUNITY, "Spreekkamer", TUESDAYS[2], time(13), time(15))
    made = demo.planner.plan_wish(demo.wishes.numbered(16), new, any_hours=True).value
    changing.apply(Alter(made, TUESDAYS[2], Reach.ONE, to=FRIDAY, all_the_same=True))
    (line,) = [line for line in demo.telling.tellings() if line.reason is TellReason.PLANNED]
    assert (line.on, line.at) == (FRIDAY, time(13))


def test_who_heard_on_which_day_their_wish_was_planned_hears_that_it_moves(demo: Services, changing: Changing) -> None:
    new = NewSeries("Knutselen", Theme.COMMUNITY, "Spreekkamer", TUESDAYS[2], time(13), time(15))
    made = demo.planner.plan_wish(demo.wishes.numbered(16), new, any_hours=True).value
    demo.telling.told_all(demo.wishes.numbered(16))
    changing.apply(Alter(made, TUESDAYS[2], Reach.ONE, to=FRIDAY, all_the_same=True))
    (line,) = demo.telling.tellings()
    assert (line.reason, line.persons, line.on, line.moved_to) == (TellReason.MOVED, 4, TUESDAYS[2], FRIDAY)
