"""Opening and closing the day, on every store: days that nobody closed, the cash box, the pack, undo."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.base.terms import AbsenceReason, DayPart
from buurtkamer_app.desk.days import rules
from buurtkamer_app.desk.days.records import Cash, Closing
from tests.conftest import VAULT

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
THURSDAY = date(2026, 3, 12)
CLOSING = Closing(("Koffie uit", "Ramen dicht"), "Ria", "Ria", "Samira", "Rustige dag.")


def sit(services: Services, name: str) -> Actor:
    """Put a host at the desk."""
    host = services.people.host_named(name)
    actor = Actor(host.role, host.id, host.name)
    services.sign_in.act_as(actor)
    return actor


def test_opening_twice_changes_nothing_and_after_closing_it_opens_again(demo: Services) -> None:
    assert demo.days.open()
    assert not demo.days.open()
    demo.days.close()
    assert not demo.days.state(WEDNESDAY).open
    demo.days.open()
    assert demo.days.state(WEDNESDAY).open


def test_taking_back_that_it_opened_again_brings_the_hour_of_closing_back(demo: Services, clock: SetClock) -> None:
    demo.days.close()
    closed = clock.instant
    clock.instant += timedelta(hours=1)
    again = demo.days.open()
    demo.history.undo(again.unit or VAULT)
    assert demo.days.state(WEDNESDAY).closed_at == closed


def test_a_day_that_nobody_closed_is_closed_by_the_next_opening_and_that_is_told(
    demo: Services, clock: SetClock
) -> None:
    demo.days.open()
    clock.instant += timedelta(days=1)
    assert demo.days.closed_late() == []
    opening = demo.days.open()
    late = demo.days.state(WEDNESDAY)
    assert (late.closed_at, late.closed_afterwards) == (clock.instant, True)
    assert demo.days.state(THURSDAY).open
    assert demo.days.closed_late() == [WEDNESDAY]
    assert demo.days.last_closed() == late
    demo.history.undo(opening.unit or VAULT)
    assert demo.days.state(WEDNESDAY).open
    assert demo.days.closed_late() == []
    demo.days.open()
    clock.instant += timedelta(days=1)
    assert demo.days.closed_late() == []


def test_a_closed_day_is_not_told_of(demo: Services, clock: SetClock) -> None:
    demo.days.open()
    demo.days.close()
    clock.instant += timedelta(days=1)
    demo.days.open()
    assert demo.days.closed_late() == []
    assert not demo.days.state(WEDNESDAY).closed_afterwards


def test_a_day_that_a_wrong_clock_opened_does_not_stay_open(demo: Services, clock: SetClock) -> None:
    clock.instant += timedelta(days=366)
    demo.days.open()
    clock.instant -= timedelta(days=366)
    demo.days.open()
    assert not demo.days.state(WEDNESDAY + timedelta(days=366)).open
    assert demo.days.state(WEDNESDAY).open


def test_nobody_opens_or_closes_without_signing_in(demo: Services) -> None:
    demo.sign_in.act_as(NOBODY)
    with pytest.raises(NotAllowedError):
        demo.days.open()
    with pytest.raises(NotAllowedError):
        demo.days.close()
    with pytest.raises(NotAllowedError):
        demo.days.pack_content()


def test_closing_keeps_what_was_written_down_in_one_step(demo: Services) -> None:
    ria = sit(demo, "Ria Postma")
    assert ria.host is not None
    demo.days.open(in_box=2500)
    demo.rota.sign_on(ria.host)
    cash = Cash(2500, 1750, 640, 3560, "koffie, melk", "weet ik niet")
    change = demo.days.close(cash, CLOSING, (demo.rota.all_off,))
    assert {"day", "cash", "sign_on"} <= change.kinds
    state = demo.days.state(WEDNESDAY)
    assert (state.round_done, state.key_with) == (CLOSING.round_done, "Ria")
    assert (state.signed_first, state.signed_second, state.report) == ("Ria", "Samira", "Rustige dag.")
    assert demo.days.cash(WEDNESDAY, WEDNESDAY) == {WEDNESDAY: cash}
    assert (cash.closing, cash.difference) == (3610, -50)
    assert demo.rota.on_now() == []
    last = demo.history.last()
    assert last is not None
    assert last.label.message == "The day was closed"
    demo.history.undo(last.unit)
    assert demo.days.state(WEDNESDAY).open
    assert demo.days.state(WEDNESDAY).report == ""
    assert demo.days.cash(WEDNESDAY, WEDNESDAY) == {WEDNESDAY: Cash(2500, 0, 0)}
    assert demo.rota.on_now() == [ria.host]


def test_what_is_done_with_the_closing_is_not_done_when_it_is_refused(demo: Services) -> None:
    ria = sit(demo, "Ria Postma")
    demo.days.open(also=(lambda: demo.rota.sign_on(ria.host or VAULT),))
    assert demo.rota.on_now() == [ria.host]
    with pytest.raises(RefusedError):
        demo.days.close(None, Closing(key_with="x" * 201), (demo.rota.all_off,))
    with pytest.raises(RefusedError):
        demo.days.close(None, None, (demo.rota.all_off, lambda: demo.people.host_named("Niemand")))
    assert demo.rota.on_now() == [ria.host]
    assert demo.days.state(WEDNESDAY).open


def test_a_closing_without_anything_keeps_what_an_earlier_one_said(demo: Services) -> None:
    demo.days.close(Cash(100, 0, 0), CLOSING)
    demo.days.open()
    demo.days.close()
    assert demo.days.state(WEDNESDAY).report == CLOSING.report
    assert demo.days.cash(WEDNESDAY, WEDNESDAY)[WEDNESDAY].closing == 100


def test_the_box_opens_with_what_was_counted_last(demo: Services, clock: SetClock) -> None:
    assert demo.days.in_box() is None
    demo.days.close(Cash(1000, 500, 0))
    clock.instant += timedelta(days=1)
    assert demo.days.in_box() == 1500
    demo.days.close(Cash(1500, 0, 0, counted=1400))
    clock.instant += timedelta(days=1)
    assert demo.days.in_box() == 1400
    demo.days.open(1350)
    assert demo.days.in_box() == 1350


def test_opening_again_with_another_amount_keeps_what_came_in_and_went_out(demo: Services) -> None:
    demo.days.close(Cash(1000, 500, 200, 1300, "thee", "klopt"))
    demo.days.open(1100)
    assert demo.days.cash(WEDNESDAY, WEDNESDAY)[WEDNESDAY] == Cash(1100, 500, 200, 1300, "thee", "klopt")


@pytest.mark.parametrize(
    "cash", [Cash(-1, 0, 0), Cash(0, 0, -5), Cash(0, 0, 0, -1), Cash(10**9, 0, 0), Cash(0, 0, 0, 10**18)]
)
def test_amounts_that_cannot_be_are_refused(demo: Services, cash: Cash) -> None:
    with pytest.raises(RefusedError):
        demo.days.close(cash)
    assert demo.days.state(WEDNESDAY).closed_at is None


@pytest.mark.parametrize(
    "closing", [Closing(report="x" * 10_001), Closing(signed_first="x" * 10_000), Closing(("x" * 10_000,))]
)
def test_words_that_are_too_long_are_refused(demo: Services, closing: Closing) -> None:
    with pytest.raises(RefusedError):
        demo.days.close(None, closing)
    assert demo.days.state(WEDNESDAY).closed_at is None


def test_the_cash_book_adds_up_a_month(demo: Services, clock: SetClock) -> None:
    demo.days.close(Cash(1000, 500, 200, 1350))
    clock.instant += timedelta(days=1)
    demo.days.close(Cash(1350, 100, 0))
    book = demo.days.cash_book(date(2026, 3, 1), date(2026, 3, 31))
    assert [on for on, _ in book.days] == [WEDNESDAY, THURSDAY]
    assert (book.received, book.spent, book.difference) == (600, 200, 50)


def test_everybody_goes_home_at_once(demo: Services, clock: SetClock) -> None:
    assert not demo.rota.all_off()
    hosts = [demo.people.host_named(name).id for name in ("Ria Postma", "Samira El Idrissi")]
    for host in hosts:
        demo.rota.sign_on(host)
    clock.instant += timedelta(hours=2)
    demo.rota.all_off()
    worked = demo.rota.worked(WEDNESDAY, WEDNESDAY)
    assert [entry.off for entry in worked] == [clock.instant] * 2
    demo.history.undo_last_count()
    assert sorted(demo.rota.on_now()) == sorted(hosts)


def test_the_pack_is_for_the_next_open_day_with_its_hosts_programme_and_phones(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, THURSDAY, DayPart.AFTERNOON)
    pack = demo.days.pack_content()
    assert pack is not None
    assert pack.on == THURSDAY
    assert ("Ria Postma",) in [shift.names for shift in pack.shifts]
    assert [entry.starts for entry in pack.programme] == sorted(entry.starts for entry in pack.programme)
    assert pack.programme
    assert all(name and phone for name, phone in pack.phones)


def test_the_pack_passes_over_closed_days(demo: Services) -> None:
    demo.room.close_days(THURSDAY, THURSDAY + timedelta(days=2), "vakantie")
    pack = demo.days.pack_content()
    assert pack is not None
    assert pack.on == date(2026, 3, 16)
    demo.room.close_days(WEDNESDAY, WEDNESDAY + timedelta(days=400), "verbouwing")
    assert demo.days.pack_content() is None
    assert demo.days.pack_state().current


def test_the_pack_is_old_from_when_its_content_changes(demo: Services, clock: SetClock) -> None:
    assert demo.days.pack_state(after_closing=True) == demo.days.pack_state()
    assert demo.days.pack_state().printed_on is None
    assert not demo.days.pack_state().current
    pack = demo.days.pack_content()
    assert pack is not None
    demo.days.pack_printed(pack.digest, pack.on)
    assert demo.days.pack_state(after_closing=True).current
    clock.instant += timedelta(days=1)
    assert demo.days.pack_state().current
    assert not demo.days.pack_state(after_closing=True).current
    ria = demo.people.host_named("Ria Postma").id
    demo.rota.put_on(ria, THURSDAY, DayPart.AFTERNOON)
    state = demo.days.pack_state()
    assert (state.current, state.printed_on) == (False, WEDNESDAY)
    demo.rota.no_show(ria, AbsenceReason.ILL)
    assert demo.days.pack_state().current


def test_what_was_printed_is_not_what_undo_takes_back(demo: Services) -> None:
    demo.days.open()
    demo.days.pack_printed("0" * 64, THURSDAY)
    last = demo.history.last()
    assert last is not None
    assert last.label.message == "The day was opened"


@given(st.text(max_size=300), st.text(max_size=300))
def test_words_of_a_closing_are_kept_on_lines_that_every_store_takes(key: str, point: str) -> None:
    with suppress(RefusedError):
        kept = rules.kept_closing(Closing((point,), key))
        for line in (*kept.round_done, kept.key_with):
            assert len(line.splitlines()) <= 1
            assert "\x00" not in line
            line.encode()
        assert rules.kept_closing(kept) == kept


@pytest.fixture
def seen() -> set[date]:
    """Give the days that something was done on, over all examples."""
    return set()


STEPS = st.lists(
    st.one_of(st.sampled_from(("open", "close", "undo")), st.integers(1, 60).map(lambda hours: timedelta(hours=hours))),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_opened_closed_and_taken_back_at_most_one_day_is_open(
    demo: Services, clock: SetClock, seen: set[date], steps: list[str | timedelta]
) -> None:
    clock.instant += timedelta(days=7)
    for step in steps:
        today = demo.room.today()
        if isinstance(step, timedelta):
            clock.instant += step
        elif step == "open":
            demo.days.open()
            assert demo.days.state(today).open
        elif step == "close":
            demo.days.close(Cash(0, 0, 0, 100), Closing(("Ramen dicht",)))
            assert not demo.days.state(today).open
        elif (last := demo.history.last()) is not None:
            demo.history.undo(last.unit)
        seen.add(today)
        assert sum(demo.days.state(day).open for day in seen) <= 1


def test_without_signing_in_one_learns_whether_it_is_open_and_reads_nothing(demo: Services) -> None:
    demo.days.open()
    demo.days.close(Cash(0, 0, 0), CLOSING)
    demo.sign_in.act_as(NOBODY)
    state = demo.days.state(WEDNESDAY)
    assert state.closed_at is not None
    assert (state.report, state.key_with, state.signed_first, state.signed_second, state.round_done) == ("",) * 4 + (
        (),
    )
    for refused in (demo.days.last_closed, lambda: demo.people.know("Zeynep", WEDNESDAY)):
        with pytest.raises(NotAllowedError):
            refused()
