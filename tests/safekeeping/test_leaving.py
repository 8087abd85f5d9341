"""Somebody stops as a host: what they held is free again, in one step that can be undone, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from buurtkamer_app.activities.changing.records import Alter, Placed, Reach
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, LeadKind, Willing
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.rota.fixed.records import Agreed
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.safekeeping.leaving.records import Leaver

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
LATER = (date(2026, 3, 13), date(2026, 3, 20))


@pytest.fixture
def fatma(demo: Services) -> UUID:
    """Give Fatma, who leads Zitgym on Tuesdays and is on two Friday mornings, with a key."""
    key = demo.people.host_named("Fatma Yildiz").id
    for on in LATER:
        demo.rota.put_on(key, on, DayPart.MORNING)
    nadia = demo.people.host_named("Nadia Bouali").id
    demo.learning.join(nadia, ShiftKey(LATER[0], DayPart.MORNING), key)
    demo.house_keys.give(key, "7", date(2026, 2, 1))
    demo.cards.set_personal(key, (3, 5), wants_allowance=True, birth_year=1968)
    demo.times.note(key, Days(date(2026, 5, 4), date(2026, 5, 8)))
    return key


def written(services: Services) -> dict[str, list[tuple[object, ...]]]:
    """Read all that leaving touches, without the versions of rows."""
    tables = (
        *("host", "host_card", "availability", "other_times", "house_key", "shift", "place", "along", "fixed_shift"),
        *("cover_offer", "series", "changed_date", "absence"),
    )
    found = {}
    with services.store.engine.connect() as connection:
        for table in tables:
            rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY id"))  # noqa: S608 - our own names
            found[table] = [tuple(value for name, value in row._mapping.items() if name != "version") for row in rows]
    return found


def gaps(services: Services, on: date) -> int:
    return next(one.gaps for one in services.rota.week(on) if (one.on, one.part) == (on, DayPart.MORNING))


def led_by(services: Services, name: str, first: date, last: date) -> set[str]:
    return {one.series.lead for one in services.activities.occurrences(first, last) if one.series.name == name}


def test_what_becomes_free_is_told_before_anything_is_done(demo: Services, fatma: UUID) -> None:
    before = written(demo)
    told = demo.leaving.look(fatma, TODAY)
    assert [(one.key.on, one.joined_by) for one in told.shifts] == [(LATER[0], ("Nadia Bouali",)), (LATER[1], ())]
    assert [(one.name, one.on, one.goes_on) for one in told.leads] == [("Zitgym op muziek", date(2026, 3, 17), True)]
    assert [key.number for key in told.keys] == ["7"]
    assert (told.at_once, told.has_pin) == (True, True)
    assert written(demo) == before


def test_who_leaves_is_in_no_list_and_their_shifts_are_gaps(demo: Services, fatma: UUID) -> None:
    assert [gaps(demo, on) for on in LATER] == [1, 1]
    demo.leaving.leave(Leaver(fatma, TODAY))
    assert [gaps(demo, on) for on in LATER] == [2, 2]
    assert fatma not in {host.id for host in demo.people.hosts()}
    with pytest.raises(RefusedError):
        demo.sign_in.enter(fatma, "000000")
    shift = next(one for one in demo.rota.week(LATER[0]) if one.key == ShiftKey(LATER[0], DayPart.MORNING))
    assert [(one.host_name, one.with_id) for one in shift.along] == [("Nadia Bouali", None)]


def test_what_has_been_keeps_their_name(demo: Services, fatma: UUID, clock: SetClock) -> None:
    demo.rota.put_on(fatma, TODAY, DayPart.AFTERNOON)
    demo.rota.sign_on(fatma)
    clock.instant += timedelta(hours=3)
    demo.rota.sign_off(fatma)
    demo.leaving.leave(Leaver(fatma, TODAY))
    assert [(one.host_name, one.off is not None) for one in demo.rota.worked(TODAY, TODAY)] == [("Fatma Yildiz", True)]
    assert "Fatma Yildiz" in {place.host_name for one in demo.rota.week(TODAY) for place in one.places}
    assert led_by(demo, "Zitgym op muziek", date(2026, 1, 5), date(2026, 3, 10)) == {"Fatma Yildiz"}
    assert led_by(demo, "Zitgym op muziek", date(2026, 3, 17), date(2026, 12, 31)) == {"hosts"}


def test_a_date_that_only_they_lead_is_free_too(demo: Services, fatma: UUID) -> None:
    wednesday = date(2026, 3, 18)
    series = next(one for one in demo.activities.series() if one.name == "Taalcafé")
    there = Placed(series.starts, series.ends, series.space, "Fatma Yildiz")
    demo.changing.apply(Alter(series.id, wednesday, Reach.ONE, placed=there, all_the_same=True))
    assert ("Taalcafé", wednesday, False) in {
        (one.name, one.on, one.goes_on) for one in demo.leaving.look(fatma, TODAY).leads
    }
    demo.leaving.leave(Leaver(fatma, TODAY))
    led = demo.activities.occurrence(series.id, wednesday).series
    assert (led.lead, led.lead_kind) == ("hosts", LeadKind.HOSTS)
    assert led_by(demo, "Taalcafé", date(2026, 3, 25), date(2026, 3, 25)) == {"Samira El Idrissi"}


def test_all_comes_back_in_one_press_except_the_pin(demo: Services, fatma: UUID) -> None:
    (key,) = demo.leaving.look(fatma, TODAY).keys
    before = written(demo)
    change = demo.leaving.leave(Leaver(fatma, TODAY, (key.id,), TODAY, erase_now=True))
    assert change.label.values == {"name": "Fatma Yildiz"}
    assert written(demo) != before
    assert change.unit is not None
    last = demo.history.last()
    assert last is not None
    assert last.unit == change.unit
    demo.history.undo(change.unit)
    after = written(demo)
    assert {table for table in before if before[table] != after[table]} == set()
    assert [gaps(demo, on) for on in LATER] == [1, 1]
    with pytest.raises(RefusedError, match="Fatma Yildiz"):
        demo.sign_in.enter(fatma, "000000")


def test_no_hash_of_the_pin_stays_anywhere(demo: Services, fatma: UUID) -> None:
    demo.sign_in.set_pin(fatma, "482913")
    demo.sign_in.set_pin(fatma, "482914")
    demo.leaving.leave(Leaver(fatma, TODAY))
    with demo.store.engine.connect() as connection:
        assert (
            connection.execute(
                text("SELECT count(*) FROM pin WHERE host_id = :key"), {"key": _key(demo, fatma)}
            ).scalar()
            == 0
        )
        kept = connection.execute(text("SELECT before FROM journal_change WHERE kind = 'pin'"))
        assert not [before for (before,) in kept if before and "argon" in str(before)]


def _key(services: Services, key: UUID) -> str:
    return key.hex if services.store.embedded else str(key)


def test_what_may_go_at_once_goes_when_the_coordinator_says_so(demo: Services, fatma: UUID) -> None:
    assert fatma in demo.people.availability()
    demo.leaving.leave(Leaver(fatma, TODAY, erase_now=True))
    rows = written(demo)
    mine = next(row for row in rows["host"] if "Fatma Yildiz" in row)
    assert "020 000 00 05" not in mine
    assert fatma not in demo.people.availability()
    assert rows["other_times"] == []


def test_agreements_end_and_what_still_had_to_begin_goes(demo: Services, fatma: UUID) -> None:
    demo.times.set_usual(fatma, 4, DayPart.MORNING, Willing.CAN)
    demo.fixed.agree(fatma, Agreed(4, DayPart.MORNING, date(2026, 2, 6)))
    told = demo.leaving.look(fatma, TODAY)
    assert told.agreements == 1
    demo.leaving.leave(Leaver(fatma, TODAY))
    with demo.store.engine.connect() as connection:
        (last_on,) = connection.execute(text("SELECT last_on FROM fixed_shift")).one()
    assert str(last_on) == "2026-03-11"


def test_a_last_day_to_come_leaves_them_there_until_then(demo: Services, fatma: UUID, clock: SetClock) -> None:
    before = written(demo)
    change = demo.leaving.leave(Leaver(fatma, LATER[0]))
    assert demo.settling.announced() == {fatma: LATER[0]}
    assert [gaps(demo, on) for on in LATER] == [1, 2]
    assert demo.sign_in.enter(fatma, "000000").name == "Fatma Yildiz"
    demo.sign_in.act_as(Actor(Role.COORDINATOR))
    assert fatma not in demo.times.free(LATER[1], DayPart.MORNING)
    assert not demo.settling.settle()
    clock.instant += timedelta(days=3)
    assert demo.settling.settle()
    assert fatma not in {host.id for host in demo.people.hosts()}
    assert not demo.settling.settle()
    assert change.unit is not None
    assert before["series"] != written(demo)["series"]


def test_another_last_day_replaces_the_one_before(demo: Services, fatma: UUID) -> None:
    demo.leaving.leave(Leaver(fatma, LATER[0]))
    demo.leaving.leave(Leaver(fatma, LATER[1]))
    assert demo.settling.announced() == {fatma: LATER[1]}
    away = [(one.first, one.extra) for one in demo.times.of(fatma).others]
    assert away == [(LATER[1] + timedelta(days=1), False), (date(2026, 5, 4), False)]


def test_who_took_over_a_shift_keeps_it(demo: Services, fatma: UUID, clock: SetClock) -> None:
    joop = demo.people.host_named("Joop Kramer").id
    demo.rota.put_on(fatma, TODAY, DayPart.AFTERNOON)
    demo.rota.substitute(joop, fatma)
    clock.instant -= timedelta(days=1)
    demo.leaving.leave(Leaver(fatma, TODAY - timedelta(days=1)))
    shift = next(one for one in demo.rota.week(TODAY) if one.key == ShiftKey(TODAY, DayPart.AFTERNOON))
    assert [(one.host_name, one.substitute) for one in shift.places] == [("Joop Kramer", False)]


def test_the_last_coordinator_and_who_is_on_cannot_leave(demo: Services, fatma: UUID) -> None:
    first = demo.people.add_host(NewHost("Anja Bos", role=Role.COORDINATOR)).value
    for other in [host for host in demo.people.hosts() if host.role is Role.COORDINATOR and host.id != first.id]:
        demo.leaving.leave(Leaver(other.id, TODAY))
    with pytest.raises(RefusedError, match="Anja Bos"):
        demo.leaving.leave(Leaver(first.id, TODAY))
    demo.rota.sign_on(fatma)
    with pytest.raises(RefusedError, match="Fatma Yildiz"):
        demo.leaving.leave(Leaver(fatma, TODAY))
    demo.rota.sign_off(fatma)
    demo.leaving.leave(Leaver(fatma, TODAY))
    with pytest.raises(RefusedError, match="Fatma Yildiz"):
        demo.leaving.leave(Leaver(fatma, TODAY))


def test_a_day_that_cannot_be_is_refused(demo: Services, fatma: UUID) -> None:
    demo.rota.sign_on(fatma)
    demo.rota.sign_off(fatma)
    for wrong in (TODAY - timedelta(days=1), TODAY + timedelta(days=400), date(1, 1, 1), date.max):
        with pytest.raises(RefusedError):
            demo.leaving.look(fatma, wrong)


def test_only_another_coordinator_lets_somebody_go(demo: Services, fatma: UUID) -> None:
    anja = demo.people.add_host(NewHost("Anja Bos", role=Role.COORDINATOR)).value
    demo.people.add_host(NewHost("Bea Smid", role=Role.COORDINATOR))
    demo.sign_in.act_as(Actor(Role.COORDINATOR, anja.id, anja.name))
    with pytest.raises(RefusedError):
        demo.leaving.leave(Leaver(anja.id, TODAY))
    demo.sign_in.act_as(Actor(Role.HOST, fatma, "Fatma Yildiz"))
    with pytest.raises(NotAllowedError):
        demo.leaving.leave(Leaver(fatma, TODAY))
    with pytest.raises(NotAllowedError):
        demo.leaving.look(fatma, TODAY)


def test_what_is_due_is_told(demo: Services, fatma: UUID) -> None:
    hour = next(rate.cents for rate in demo.allowances.rates() if rate.year == TODAY.year)
    told = demo.leaving.look(fatma, TODAY)
    # Yesterday she led for an hour.
    assert told.due_cents == hour
    assert told.erased[-1].on == date(2033, 12, 31)
    kees = demo.leaving.look(demo.people.host_named("Kees Vos").id, TODAY)
    assert kees.due_cents == 0
    assert date(2033, 12, 31) not in {one.on for one in kees.erased}


def test_what_they_rang_off_from_goes_and_who_took_it_over_stays(demo: Services, fatma: UUID) -> None:
    joop, key = demo.people.host_named("Joop Kramer").id, ShiftKey(LATER[0], DayPart.MORNING)
    place = next(one for one in demo.rota.week(LATER[0]) if one.key == key).places[0].id
    demo.cover.rings_off(place)
    demo.cover.takes(key, joop, place)
    before = written(demo)
    change = demo.leaving.leave(Leaver(fatma, TODAY))
    shift = next(one for one in demo.rota.week(LATER[0]) if one.key == key)
    assert [(one.host_name, one.substitute, one.absent) for one in shift.places] == [("Joop Kramer", False, None)]
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert written(demo) == before


def test_offers_and_agreements_to_come_end(demo: Services, fatma: UUID) -> None:
    demo.times.set_usual(fatma, 4, DayPart.MORNING, Willing.CAN)
    demo.fixed.agree(fatma, Agreed(4, DayPart.MORNING, date(2026, 4, 3)))
    offered = ShiftKey(date(2026, 3, 16), DayPart.MORNING)
    demo.offers.offer(offered, fatma)
    told = demo.leaving.look(fatma, TODAY)
    assert (told.agreements, told.offers) == (1, 1)
    demo.leaving.leave(Leaver(fatma, TODAY))
    rows = written(demo)
    assert (rows["fixed_shift"], rows["cover_offer"]) == ([], [])


@pytest.mark.usefixtures("fatma")
def test_a_trainee_who_stops_goes_along_no_more(demo: Services) -> None:
    nadia = demo.people.host_named("Nadia Bouali").id
    assert len(written(demo)["along"]) == 1
    demo.leaving.leave(Leaver(nadia, TODAY))
    assert written(demo)["along"] == []
    assert "Nadia Bouali" not in {one.name for one in demo.joining.under_way()}
    with pytest.raises(RefusedError):
        demo.joining.card(nadia)


def test_a_concern_that_waits_for_them_is_counted(demo: Services) -> None:
    anja = demo.people.add_host(NewHost("Anja Bos", role=Role.COORDINATOR)).value.id
    demo.people.add_host(NewHost("Bea Smid", role=Role.COORDINATOR))
    assert demo.leaving.look(anja, TODAY).concerns == 0
    demo.concerns.write("Mw. Tan was somber.", recipient=anja)
    assert demo.leaving.look(anja, TODAY).concerns == 1
