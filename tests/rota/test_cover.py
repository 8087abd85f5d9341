"""Who can be called when somebody does not come, on every store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import AbsenceReason, CallResult, DayPart, Experience

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.startup import Services

WEDNESDAY = date(2026, 3, 11)


@pytest.fixture
def kees(demo: Services) -> UUID:
    key = demo.people.host_named("Kees Vos").id
    demo.rota.put_on(key, WEDNESDAY, DayPart.AFTERNOON)
    demo.rota.no_show(key, AbsenceReason.UNKNOWN)
    return key


def test_who_can_come_now_is_named_and_nobody_else(demo: Services, kees: UUID) -> None:
    hosts = {host.id: host for host in demo.people.hosts()}
    free = {
        key
        for key, times in demo.people.availability().items()
        if any(time.weekday == 2 and time.part is DayPart.AFTERNOON for time in times)
    }
    found = {candidate.id for candidate in demo.cover.candidates()}
    assert found
    assert kees not in found
    assert found == {
        key for key in free - {kees} if hosts[key].rostered and hosts[key].experience is not Experience.TRAINEE
    }


def test_who_said_no_stands_last_and_who_said_yes_takes_over_in_one_step(demo: Services, kees: UUID) -> None:
    first, second = demo.cover.candidates()[:2]
    demo.rota.called(first.id, CallResult.NO_ANSWER)
    assert demo.cover.candidates()[-1].called is CallResult.NO_ANSWER
    demo.cover.takes_over(second.id, kees)
    shift = next(one for one in demo.rota.shifts(WEDNESDAY, WEDNESDAY) if one.part is DayPart.AFTERNOON)
    assert [place.host for place in shift.on_duty] == [second.id]
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    shift = next(one for one in demo.rota.shifts(WEDNESDAY, WEDNESDAY) if one.part is DayPart.AFTERNOON)
    assert shift.on_duty == ()
    assert second.id in {candidate.id for candidate in demo.cover.candidates()}


def test_numbers_are_for_who_is_signed_in(demo: Services, kees: UUID) -> None:
    assert kees
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.cover.candidates()
