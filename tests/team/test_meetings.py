"""Meetings of the team on every store: planned, held, their hours; agreements that stay in sight until done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.team.meetings.records import Action, Meeting
from tests.team.rooms import WEDNESDAY, at, sit, who

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

YESTERDAY = WEDNESDAY - timedelta(days=1)
HELD = Meeting(YESTERDAY, time(19, 30), time(21), "Opening\nDe tuin")


def test_who_was_there_has_the_hours_and_loses_them_when_the_tick_goes(demo: Services) -> None:
    ria, joop = who(demo, "Ria Postma"), who(demo, "Joop Kramer")
    key = demo.meetings.write(replace(HELD, there=frozenset({ria, joop}))).value
    assert demo.hours.sheet(ria).sums.month == demo.hours.sheet(joop).sums.month == 90
    (known,) = demo.meetings.all()
    demo.meetings.write(replace(known.it, there=frozenset({ria})), key, known.version)
    assert demo.hours.sheet(joop).sums.month == 0
    taken = demo.meetings.take_away(key)
    assert demo.hours.sheet(ria).sums.month == 0
    demo.history.undo(taken.unit)  # type: ignore[arg-type]
    assert demo.hours.sheet(ria).sums.month == 90


def test_the_team_steers_itself_any_host_writes_a_meeting_down(demo: Services) -> None:
    sit(demo, "Ria Postma")
    demo.meetings.write(HELD)
    assert [known.it for known in demo.meetings.all()] == [HELD]
    demo.sign_in.act_as(NOBODY)
    for look in (demo.meetings.all, demo.meetings.agreed):
        with pytest.raises(NotAllowedError):
            look()


def test_a_meeting_to_come_has_an_agenda_and_nobody_who_was_there(demo: Services, clock: SetClock) -> None:
    ria = who(demo, "Ria Postma")
    tomorrow = replace(HELD, on_date=WEDNESDAY + timedelta(days=1))
    with pytest.raises(RefusedError):
        demo.meetings.write(replace(tomorrow, there=frozenset({ria})))
    key = demo.meetings.write(tomorrow).value
    demo.meetings.write(replace(HELD, agenda="eerder\nmet de familie 👨\u200d👩\u200d👧"))
    found = demo.meetings.next_or_last()
    assert found is not None
    assert found.id == key
    clock.instant = at(WEDNESDAY + timedelta(days=2), 12)
    demo.meetings.write(replace(tomorrow, there=frozenset({ria})), key)
    assert demo.hours.sheet(ria).sums.month == 90


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HELD, starts=time(21)),
        replace(HELD, on_date=date(2025, 12, 31)),
        replace(HELD, agenda="x" * 10_000),
        replace(HELD, agenda="tuin\u202e"),
    ],
)
def test_what_a_meeting_cannot_be_is_refused(demo: Services, wrong: Meeting) -> None:
    with pytest.raises(RefusedError):
        demo.meetings.write(wrong)
    assert demo.meetings.all() == []


def test_who_writes_over_what_somebody_else_changed_is_told(demo: Services) -> None:
    key = demo.meetings.write(HELD).value
    (known,) = demo.meetings.all()
    demo.meetings.write(replace(HELD, agenda="anders"), key, known.version)
    with pytest.raises(ClashError):
        demo.meetings.write(replace(HELD, agenda="nog anders"), key, known.version)
    demo.meetings.take_away(key)
    with pytest.raises(RefusedError):
        demo.meetings.write(HELD, key)


def test_agreements_stay_on_top_until_they_are_done(demo: Services) -> None:
    key = demo.meetings.write(HELD).value
    late = demo.meetings.actions.write(Action(key, "Planten", "Joop", WEDNESDAY + timedelta(days=9))).value
    soon = demo.meetings.actions.write(Action(key, "Sleutel", "Ria", WEDNESDAY)).value
    some = demo.meetings.actions.write(Action(key, "Bakker", "Anil")).value
    assert [one.id for one in demo.meetings.agreed()] == [soon, late, some]
    demo.meetings.done(soon)
    assert [(one.id, one.it.done_on) for one in demo.meetings.agreed()] == [
        (late, None),
        (some, None),
        (soon, WEDNESDAY),
    ]
    demo.meetings.done(soon)
    assert demo.meetings.agreed()[0].id == soon


@pytest.mark.parametrize(("what", "whom"), [("", "Ria"), ("Sleutel", " "), ("x" * 10_000, "Ria")])
def test_an_agreement_without_words_or_owner_is_refused(demo: Services, what: str, whom: str) -> None:
    key = demo.meetings.write(HELD).value
    with pytest.raises(RefusedError):
        demo.meetings.actions.write(Action(key, what, whom))


def test_an_agreement_belongs_to_a_meeting_and_goes_with_it(demo: Services) -> None:
    with pytest.raises(RefusedError):
        demo.meetings.actions.write(Action(None, "Sleutel", "Ria"))
    key = demo.meetings.write(HELD).value
    action = demo.meetings.actions.write(Action(key, "Sleutel", "Ria")).value
    demo.meetings.take_away(key)
    assert demo.meetings.agreed() == []
    with pytest.raises(RefusedError):
        demo.meetings.done(action)
