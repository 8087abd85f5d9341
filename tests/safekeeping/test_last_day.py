"""The last day of somebody who stops, when they have a shift on it yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.safekeeping.leaving.records import Leaver

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

FRIDAY = date(2026, 3, 13)


def test_who_has_a_shift_to_come_today_is_gone_tomorrow(demo: Services, clock: SetClock) -> None:
    clock.instant += timedelta(days=2)
    fatma = demo.people.host_named("Fatma Yildiz").id
    demo.rota.put_on(fatma, FRIDAY, DayPart.EVENING)
    told = demo.leaving.look(fatma, FRIDAY)
    assert (told.at_once, told.shifts, told.erased[0].on) == (False, (), FRIDAY + timedelta(days=1))
    demo.leaving.leave(Leaver(fatma, FRIDAY))
    assert demo.settling.announced() == {fatma: FRIDAY}
    assert fatma in {host.id for host in demo.people.hosts()}
    clock.instant += timedelta(days=1)
    demo.settling.settle()
    assert fatma not in {host.id for host in demo.people.hosts()}


def test_who_rang_off_today_or_whose_shift_is_over_is_gone_at_once(demo: Services, clock: SetClock) -> None:
    clock.instant += timedelta(days=2)
    fatma = demo.people.host_named("Fatma Yildiz").id
    demo.rota.put_on(fatma, FRIDAY, DayPart.EVENING)
    evening = next(one for one in demo.rota.shifts(FRIDAY, FRIDAY) if one.part is DayPart.EVENING)
    demo.cover.rings_off(evening.places[0].id)
    assert demo.leaving.look(fatma, FRIDAY).at_once
    clock.instant += timedelta(hours=9)
    demo.leaving.leave(Leaver(fatma, FRIDAY))
    assert fatma not in {host.id for host in demo.people.hosts()}
