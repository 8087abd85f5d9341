"""Hours of hosts, on every store: shifts by the daybook's rule, activities led, meetings; who may see whose."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart, HoursKind, Theme
from buurtkamer_app.team.hours.records import HoursFrom, NewHours
from buurtkamer_app.team.rules import host_minutes
from tests.conftest import VAULT
from tests.team.rooms import WEDNESDAY, at, coordinate, gives, sit, who, works

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TUESDAY = WEDNESDAY - timedelta(days=1)
TEAM = ("Ria Postma", "Joop Kramer")


def led(services: Services, name: str, on: date, starts: time, ends: time) -> None:
    """Plan an activity that a host leads."""
    services.activities.add_series(
        NewSeries("Breien", Theme.COMMUNITY, "Atelier", on, starts, ends, lead=name, sign_up=False)
    )


def of_team(services: Services) -> int:
    """Add up what the members of the team gave in the team year."""
    return sum(sums.team_year for member, sums in services.hours.everyone().rows if member.team_member)


def month(services: Services, name: str) -> int:
    return services.hours.sheet(who(services, name)).sums.month


def test_a_shift_counts_from_the_later_start_to_the_earlier_end(demo: Services, clock: SetClock) -> None:
    demo.rota.put_on(who(demo, "Ria Postma"), WEDNESDAY, DayPart.AFTERNOON)
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 12, 30), at(WEDNESDAY, 17, 40, 30))
    sheet = demo.hours.sheet(who(demo, "Ria Postma"))
    assert [(line.kind, line.starts, line.ends, line.minutes) for line in sheet.lines] == [
        (HoursFrom.SHIFT, time(12, 45), time(17, 15), 270)
    ]
    assert (sheet.sums.month, sheet.sums.year, sheet.sums.team_year) == (270, 270, 270)


def test_sign_ons_add_up_as_the_daybook_adds_them_up(demo: Services, clock: SetClock) -> None:
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 10, 0, 50), at(WEDNESDAY, 11, 30, 40))
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 11, 30, 45), at(WEDNESDAY, 12, 10, 5))
    assert month(demo, "Ria Postma") == host_minutes(demo.rota.worked(WEDNESDAY, WEDNESDAY)) == 89 + 39


def test_an_activity_led_while_on_shift_counts_once_and_what_goes_past_it_counts(
    demo: Services, clock: SetClock
) -> None:
    led(demo, "Ria Postma", WEDNESDAY, time(14), time(18))
    demo.rota.put_on(who(demo, "Ria Postma"), WEDNESDAY, DayPart.AFTERNOON)
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 13), at(WEDNESDAY, 17))
    clock.instant = at(WEDNESDAY, 19)
    lines = demo.hours.sheet(who(demo, "Ria Postma")).lines
    assert [(line.kind, line.minutes) for line in lines] == [(HoursFrom.SHIFT, 240), (HoursFrom.ACTIVITY, 60)]


def test_an_activity_counts_when_it_was_held_and_not_before_it_is_over(demo: Services, clock: SetClock) -> None:
    led(demo, "Kees Vos", WEDNESDAY, time(14), time(16))
    clock.instant = at(WEDNESDAY, 15, 59)
    assert month(demo, "Kees Vos") == 0
    clock.instant = at(WEDNESDAY, 16)
    assert month(demo, "Kees Vos") == 120


def test_a_cancelled_activity_gives_no_hours(demo: Services, clock: SetClock) -> None:
    led(demo, "Kees Vos", WEDNESDAY, time(14), time(16))
    clock.instant = at(WEDNESDAY, 18)
    demo.room.close_days(WEDNESDAY, WEDNESDAY, "Lekkage")
    assert month(demo, "Kees Vos") == 0


def test_activities_from_before_the_room_kept_its_days_here_do_not_count(demo: Services, clock: SetClock) -> None:
    led(demo, "Kees Vos", date(2026, 2, 4), time(14), time(16))
    clock.instant = at(WEDNESDAY, 18)
    assert demo.hours.sheet(who(demo, "Kees Vos"), date(2026, 2, 1)).sums.year == 0


def test_a_meeting_is_written_down_for_several_at_once_and_undone_in_one_step(demo: Services) -> None:
    hosts = tuple(who(demo, name) for name in TEAM)
    done = demo.hours.write(NewHours(hosts, TUESDAY, time(19), time(21, 30), HoursKind.MEETING, " Team   overleg "))
    for name in TEAM:
        (line,) = demo.hours.sheet(who(demo, name)).lines
        assert (line.kind, line.what, line.minutes) == (HoursFrom.MEETING, "Team overleg", 150)
    demo.history.undo(done.unit or VAULT)
    assert [month(demo, name) for name in TEAM] == [0, 0]


def test_hours_written_down_by_hand_can_be_taken_away_once(demo: Services) -> None:
    gives(demo, "Ria Postma", TUESDAY, 2)
    (line,) = demo.hours.sheet(who(demo, "Ria Postma")).lines
    demo.hours.take_away(line.key or VAULT)
    assert month(demo, "Ria Postma") == 0
    with pytest.raises(RefusedError, match=translate("These hours are gone already.")):
        demo.hours.take_away(line.key or VAULT)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"hosts": ()}, "Tick who was there."),
        ({"ends": time(9)}, "The end must be later than the start."),
        ({"on": WEDNESDAY + timedelta(days=1)}, "This day has still to come. Write down hours afterwards."),
        ({"what": "a" * 10_000}, "This line is too long. Use at most {most} letters."),
        ({"what": "regel\x00"}, "This text holds signs that nobody can read. Type it again."),
        ({"hosts": (VAULT,)}, "This host is not on record any more."),
    ],
)
def test_hours_that_cannot_be_are_refused_with_a_sentence(demo: Services, change: dict[str, object], told: str) -> None:
    asked = {"hosts": (who(demo, "Ria Postma"),), "on": TUESDAY, "starts": time(9), "ends": time(10)} | change
    with pytest.raises(RefusedError) as refused:
        demo.hours.write(NewHours(**asked, kind=HoursKind.OTHER))  # type: ignore[arg-type]
    assert refused.value.message == told
    assert month(demo, "Ria Postma") == 0


def test_a_host_sees_and_writes_down_their_own_hours_only(demo: Services) -> None:
    ria, joop = (who(demo, name) for name in TEAM)
    gives(demo, TEAM, TUESDAY, 1)
    sit(demo, "Ria Postma")
    assert demo.hours.sheet(ria).sums.month == 60
    demo.hours.write(NewHours((ria,), TUESDAY, time(14), time(15), HoursKind.TRAINING))
    assert demo.hours.sheet(ria).sums.month == 120
    with pytest.raises(NotAllowedError):
        demo.hours.sheet(joop)
    with pytest.raises(NotAllowedError):
        demo.hours.everyone()
    with pytest.raises(NotAllowedError):
        demo.hours.by_day(TUESDAY, TUESDAY)
    with pytest.raises(NotAllowedError):
        demo.hours.write(NewHours((ria, joop), TUESDAY, time(14), time(15), HoursKind.TRAINING))
    coordinate(demo)
    key = demo.hours.sheet(joop).lines[0].key or VAULT
    sit(demo, "Ria Postma")
    with pytest.raises(NotAllowedError):
        demo.hours.take_away(key)
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.hours.pace()


def test_a_sign_on_that_was_never_ended_counts_nothing_until_its_end_is_set(demo: Services, clock: SetClock) -> None:
    demo.rota.put_on(who(demo, "Ria Postma"), WEDNESDAY, DayPart.AFTERNOON)
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 13), None)
    assert demo.hours.everyone().unended == ()
    clock.instant = at(WEDNESDAY + timedelta(days=1), 10)
    (left_on,) = demo.hours.everyone().unended
    assert (left_on.name, left_on.on, left_on.since, left_on.planned) == (
        "Ria Postma",
        WEDNESDAY,
        time(13),
        time(17, 15),
    )
    assert demo.hours.sheet(who(demo, "Ria Postma")).sums.month == 0
    done = demo.hours.end(left_on.id, time(17, 30))
    assert demo.hours.everyone().unended == ()
    assert demo.hours.sheet(who(demo, "Ria Postma")).sums.month == 255
    with pytest.raises(RefusedError, match=translate("This sign-on has an end already.")):
        demo.hours.end(left_on.id, time(17, 30))
    demo.history.undo(done.unit or VAULT)
    assert len(demo.hours.everyone().unended) == 1


def test_an_end_lies_after_the_start_and_not_in_the_future(demo: Services, clock: SetClock) -> None:
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 20), None)
    clock.instant = at(WEDNESDAY + timedelta(days=1), 10)
    (left_on,) = demo.hours.everyone().unended
    with pytest.raises(RefusedError, match="20.00"):
        demo.hours.end(left_on.id, time(19))
    demo.hours.end(left_on.id, time(0, 30))
    assert month(demo, "Ria Postma") == 270


def test_only_the_coordinator_sets_an_end(demo: Services, clock: SetClock) -> None:
    works(demo, clock, "Ria Postma", at(WEDNESDAY, 13), None)
    clock.instant = at(WEDNESDAY + timedelta(days=1), 10)
    (left_on,) = demo.hours.everyone().unended
    sit(demo, "Ria Postma")
    with pytest.raises(NotAllowedError):
        demo.hours.end(left_on.id, time(17))


def test_the_list_of_all_has_sums_of_month_year_and_team_year(demo: Services, clock: SetClock) -> None:
    clock.instant = at(WEDNESDAY, 18)
    before = demo.hours.everyone().total
    gives(demo, TEAM, date(2026, 2, 2), 3)
    gives(demo, "Ria Postma", TUESDAY, 2)
    found = demo.hours.everyone()
    sums = {member.name: sums for member, sums in found.rows}
    assert (sums["Ria Postma"].month, sums["Ria Postma"].year, sums["Joop Kramer"].month) == (120, 300, 0)
    assert (found.total.month - before.month, found.total.year - before.year) == (120, 480)
    assert found.total.team_year - before.team_year == 480
    assert [member.name for member, _ in found.rows] == sorted(member.name for member, _ in found.rows)


def test_the_pace_is_of_team_members_only_and_holds_what_was_given_before(demo: Services) -> None:
    before = demo.hours.pace()
    assert before is not None
    assert (before.minutes, before.low, before.high) == (1204 * 60 + of_team(demo), 5000 * 60, 10000 * 60)
    # The 70th day of 365.
    assert (before.low_now, before.high_now) == (5000 * 60 * 70 // 365, 10000 * 60 * 70 // 365)
    gives(demo, ("Ria Postma", "Kees Vos"), TUESDAY, 5)
    after = demo.hours.pace()
    assert after is not None
    assert after.minutes - before.minutes == 5 * 60
    assert after.foreseen == after.minutes * 365 // 70
    assert after.members == sum(host.team_member for host in demo.people.hosts()) + 10


def test_what_was_given_before_counts_in_its_own_team_year_only(demo: Services, clock: SetClock) -> None:
    clock.instant = at(date(2027, 2, 1), 12)
    pace = demo.hours.pace()
    assert pace is not None
    assert (pace.first, pace.minutes) == (date(2027, 1, 1), of_team(demo))


def test_a_room_without_a_team_has_no_pace(services: Services) -> None:
    assert services.hours.pace() is None


def test_what_went_on_past_midnight_counts_once_in_every_month_that_is_looked_at(
    demo: Services, clock: SetClock
) -> None:
    last, first = date(2026, 12, 31), date(2027, 1, 1)
    works(demo, clock, "Ria Postma", at(last, 22), at(first, 2))
    clock.instant = at(first, 12)
    gives(demo, "Ria Postma", first, 2, starts=1)
    ria = who(demo, "Ria Postma")
    assert demo.hours.sheet(ria, last).sums.month == 240
    assert demo.hours.sheet(ria, first).sums.month == 60
    assert demo.hours.by_day(first, first)[ria] == {first: 60}
    assert next(sums.year for member, sums in demo.hours.everyone(first).rows if member.id == ria) == 60


def test_who_leads_under_another_name_keeps_their_hours(demo: Services, clock: SetClock) -> None:
    led(demo, "Kees Vos", WEDNESDAY, time(14), time(16))
    clock.instant = at(WEDNESDAY, 18)
    kees = who(demo, "Kees Vos")
    demo.cards.set_reach(kees, "Kees de Vos", "", on_list=True)
    assert demo.hours.sheet(kees).sums.month == 120
    assert [one.name for one in demo.leads.of(kees, WEDNESDAY)] == ["Breien"]


def test_a_host_cannot_take_back_what_the_coordinator_wrote_down_of_others(demo: Services) -> None:
    gives(demo, "Ria Postma", TUESDAY, 2)
    sit(demo, "Joop Kramer")
    last = demo.history.last()
    assert last is None or "Ria Postma" not in last.label.say()
