"""The expense allowance on every store: proposed from hours, warned at the caps, paid in one step, never for others."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import BuurtkamerError, NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.base.terms import AllowanceBy, AllowanceKind
from buurtkamer_app.room.records import Opening, RoomFacts
from buurtkamer_app.startup import KEY_HOLDER, assemble
from tests.conftest import VAULT
from tests.team.rooms import WEDNESDAY, at, gives, sit, wants, who

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from buurtkamer_app.team.allowance.records import Proposal

MARCH = date(2026, 3, 1)
FEBRUARY = date(2026, 2, 1)


def row(services: Services, host: UUID, month: date = MARCH) -> Proposal:
    return next(row for row in services.allowances.month(month).rows if row.taker.id == host)


def test_only_who_wants_an_allowance_is_in_the_month(demo: Services) -> None:
    assert demo.allowances.month().rows == ()
    wants(demo, "Ria Postma")
    assert [row.taker.name for row in demo.allowances.month().rows] == ["Ria Postma"]
    with pytest.raises(RefusedError, match="Joop Kramer"):
        demo.allowances.write(who(demo, "Joop Kramer"), MARCH, 60)


def test_the_hours_of_the_month_are_proposed_and_what_is_written_down_is_not_proposed_again(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    gives(demo, "Ria Postma", FEBRUARY, 8)
    gives(demo, "Ria Postma", date(2026, 3, 2), 3.5)
    asked = row(demo, ria)
    assert (asked.given, asked.proposed, asked.cents) == (210, 210, 0)
    demo.allowances.write(ria, MARCH, 150)
    asked = row(demo, ria)
    assert (asked.given, asked.proposed, asked.cents, asked.year_cents) == (210, 60, 1438, 1438)


def test_who_is_under_21_gets_the_lower_amount(demo: Services) -> None:
    bram = wants(demo, "Bram Jansen", 2007)
    demo.allowances.write(bram, MARCH, 120)
    assert row(demo, bram).cents == 680


def test_what_passes_the_cap_of_a_month_is_refused_until_the_warning_was_seen_and_is_marked(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    with pytest.raises(RefusedError, match=translate("This passes a cap. Look at the warning, then choose.")):
        demo.allowances.write(ria, MARCH, 40 * 60)
    assert row(demo, ria).cents == 0
    done = demo.allowances.write(ria, MARCH, 40 * 60, warned=True)
    (entry,) = row(demo, ria).entries
    assert (entry.cents, entry.above) == (23_000, True)
    demo.history.undo(done.unit or VAULT)
    demo.allowances.write(ria, MARCH, 2295, warned=True)
    (entry,) = row(demo, ria).entries
    assert (entry.cents, entry.above) == (21_994, False)


def test_travel_counts_under_the_cap(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    demo.allowances.write(ria, MARCH, 38 * 60)
    with pytest.raises(RefusedError, match=translate("This passes a cap. Look at the warning, then choose.")):
        demo.allowances.write_travel(ria, MARCH, 200, "bus")
    demo.allowances.write_travel(ria, MARCH, 150, "  bus   12 ")
    assert [(entry.kind, entry.cents, entry.note) for entry in row(demo, ria).entries] == [
        (AllowanceKind.EXPENSES, 21_850, ""),
        (AllowanceKind.TRAVEL, 150, "bus 12"),
    ]


def test_the_cap_of_the_year_is_guarded_over_its_months(demo: Services, clock: SetClock) -> None:
    ria = wants(demo, "Ria Postma")
    clock.instant = at(date(2026, 12, 30), 12)
    for month in range(1, 11):
        demo.allowances.write_travel(ria, date(2026, month, 1), 22_000, "")
    with pytest.raises(RefusedError, match=translate("This passes a cap. Look at the warning, then choose.")):
        demo.allowances.write_travel(ria, date(2026, 11, 1), 1, "")
    assert row(demo, ria, date(2026, 11, 1)).room.left == 0


def test_a_year_without_amounts_asks_for_them_and_never_takes_the_old_ones(demo: Services, clock: SetClock) -> None:
    ria = wants(demo, "Ria Postma")
    clock.instant = at(date(2027, 1, 20), 12)
    assert demo.allowances.month().rate is None
    assert demo.allowances.outlook() is None
    with pytest.raises(RefusedError, match="2027"):
        demo.allowances.write(ria, date(2027, 1, 1), 60)
    with pytest.raises(RefusedError, match="2027"):
        demo.allowances.pay_list(date(2027, 1, 1))
    last = demo.allowances.rate(2026)
    assert last is not None
    demo.allowances.set_rate(replace(last, year=2027, cents=600, source="Brief", confirmed_on=date(2027, 1, 20)))
    demo.allowances.write(ria, date(2027, 1, 1), 60)
    assert row(demo, ria, date(2027, 1, 1)).cents == 600


def test_the_amounts_of_the_program_are_copied_when_first_used_and_stay_unconfirmed(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    done = demo.allowances.write(ria, MARCH, 60)
    assert {"allowance", "allowance_rate"} <= done.kinds
    rate = demo.allowances.rate(2026)
    assert rate is not None
    assert rate.confirmed_on is None
    demo.allowances.set_rate(replace(rate, confirmed_on=WEDNESDAY))
    again = demo.allowances.write(ria, MARCH, 60)
    assert "allowance_rate" not in again.kinds
    assert [each.confirmed_on for each in demo.allowances.rates() if each.year == 2026] == [WEDNESDAY]


def test_a_month_is_paid_in_one_step_and_that_can_be_undone(demo: Services) -> None:
    ria, joop = wants(demo, "Ria Postma"), wants(demo, "Joop Kramer")
    demo.allowances.write(ria, MARCH, 60)
    demo.allowances.write_travel(ria, MARCH, 250, "tram")
    demo.allowances.write(joop, MARCH, 120)
    found = demo.allowances.pay_list(MARCH)
    assert [(line.name, line.amount, line.expenses, line.travel, line.note) for line in found.lines] == [
        ("Joop Kramer", 120, 1150, 0, ""),
        ("Ria Postma", 60, 575, 250, "tram"),
    ]
    assert (found.cents, found.open_cents) == (1975, 1975)
    done = demo.allowances.pay(MARCH)
    assert demo.allowances.pay_list(MARCH).open_cents == 0
    with pytest.raises(RefusedError, match=translate("Nothing is left to pay for this month.")):
        demo.allowances.pay(MARCH)
    (entry, _) = row(demo, ria).entries
    with pytest.raises(RefusedError, match=translate("This was paid already, so it stays.")):
        demo.allowances.take_back(entry.id)
    demo.history.undo(done.unit or VAULT)
    assert demo.allowances.pay_list(MARCH).open_cents == 1975
    demo.allowances.take_back(entry.id)
    assert demo.allowances.pay_list(MARCH).cents == 1400


@pytest.mark.parametrize("name", ["Ria Postma", "Joop Kramer"])
def test_a_host_sees_no_amounts_not_even_their_own(demo: Services, name: str) -> None:
    ria = wants(demo, "Ria Postma")
    sit(demo, name)
    asked = (
        demo.allowances.rates,
        demo.allowances.month,
        lambda: demo.allowances.write(ria, MARCH, 60),
        lambda: demo.allowances.write_travel(ria, MARCH, 60, ""),
        lambda: demo.allowances.pay_list(MARCH),
        lambda: demo.allowances.pay(MARCH),
        demo.allowances.outlook,
        lambda: demo.allowances.due(ria, WEDNESDAY),
        lambda: demo.allowances.take_back(VAULT),
    )
    for ask in asked:
        with pytest.raises(NotAllowedError):
            ask()


def test_what_cannot_be_is_refused_with_a_sentence(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    refused = (
        lambda: demo.allowances.write(ria, date(2026, 4, 1), 60),
        lambda: demo.allowances.write(ria, MARCH, 0),
        lambda: demo.allowances.write(ria, MARCH, 10**9, warned=True),
        lambda: demo.allowances.write_travel(ria, MARCH, 0, ""),
        lambda: demo.allowances.write_travel(ria, MARCH, 100, "a" * 10_000),
        lambda: demo.allowances.write(VAULT, MARCH, 60),
        lambda: demo.allowances.take_back(VAULT),
        lambda: demo.allowances.pay(MARCH, WEDNESDAY + timedelta(days=1)),
        lambda: demo.allowances.due(VAULT, WEDNESDAY),
    )
    for ask in refused:
        with pytest.raises(RefusedError):
            ask()
    assert row(demo, ria).cents == 0


def test_the_outlook_names_the_month_and_says_early_that_the_target_passes_the_cap(
    demo: Services, clock: SetClock
) -> None:
    ria = wants(demo, "Ria Postma")
    early = demo.allowances.outlook()
    assert early is not None
    assert early.too_early
    assert (early.target_each, early.covered // 60) == (10_000 // early.members, 382)
    gives(demo, "Ria Postma", FEBRUARY, 4)
    for week in range(5):
        day = WEDNESDAY + timedelta(weeks=week)
        clock.instant = at(day, 19)
        gives(demo, "Ria Postma", day, 12, starts=6)
    found = demo.allowances.outlook()
    assert found is not None
    (seen,) = found.rows
    assert seen.taker.id == ria
    assert seen.reached is not None
    assert found.year == 220_000


def test_what_a_leaving_host_still_gets(demo: Services) -> None:
    ria = wants(demo, "Ria Postma")
    gives(demo, "Ria Postma", FEBRUARY, 10)
    demo.allowances.write(ria, FEBRUARY, 6 * 60)
    gives(demo, "Ria Postma", date(2026, 3, 2), 2)
    gives(demo, "Ria Postma", date(2026, 3, 10), 2)
    found = demo.allowances.due(ria, date(2026, 3, 9))
    assert [(line.month, line.amount, line.cents, line.written) for line in found.lines] == [
        (FEBRUARY, 360, 3450, True),
        (FEBRUARY, 240, 2300, False),
        (MARCH, 120, 1150, False),
    ]
    assert (found.cents, found.missing) == (6900, ())
    demo.allowances.pay(FEBRUARY)
    assert demo.allowances.due(ria, date(2026, 3, 9)).cents == 3450


def test_who_wants_nothing_is_due_nothing(demo: Services) -> None:
    gives(demo, "Ria Postma", date(2026, 3, 2), 2)
    assert demo.allowances.due(who(demo, "Ria Postma"), WEDNESDAY).lines == ()


def test_a_flemish_room_counts_days_and_asks_for_the_amounts_of_this_year(services: Services) -> None:
    facts = RoomFacts("De Kaai", "Kaai 1", "9000", "Gent", "", "BE", "Europe/Brussels", "")
    services.room.set_up(facts, [Opening(0, time(9), time(17))], [("Zaal", 20, True)], [])
    month = services.allowances.month()
    assert (month.country, month.rate) == ("BE", None)
    (known,) = services.allowances.rates()
    assert (known.year, known.by, known.cents) == (2024, AllowanceBy.DAY, 4148)
    services.allowances.set_rate(replace(known, year=2026))
    found = services.allowances.month().rate
    assert found is not None
    assert (found.by, found.month_cents) == (AllowanceBy.DAY, None)


def test_what_a_leaving_host_still_gets_never_passes_the_cap_of_the_year(demo: Services, clock: SetClock) -> None:
    ria = wants(demo, "Ria Postma")
    clock.instant = at(date(2026, 12, 30), 12)
    for month in range(1, 13):
        for day in range(1, 7):
            gives(demo, "Ria Postma", date(2026, month, day), 8)
    assert demo.allowances.due(ria, date(2026, 12, 30)).cents <= 220_000


def test_a_minute_that_is_worth_no_cent_is_nothing_to_write_down(demo: Services) -> None:
    ria, rate = wants(demo, "Ria Postma"), demo.allowances.rate(2026)
    assert rate is not None
    demo.allowances.set_rate(replace(rate, cents=20, cents_under_21=None))
    with pytest.raises(RefusedError) as refused:
        demo.allowances.write(ria, MARCH, 1)
    assert refused.value.message == "There is nothing to write down for this month."


# The file of a single desk has one thread that writes.
@pytest.mark.parametrize("demo_engine", ["postgresql"], indirect=True)
def test_two_desks_at_once_pass_no_cap_unseen(demo: Services, demo_engine: Engine, clock: SetClock) -> None:
    ria = wants(demo, "Ria Postma")
    other = assemble(demo_engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    at_once = threading.Barrier(2)

    def write(desk: Services) -> None:
        at_once.wait()
        with suppress(BuurtkamerError):
            desk.allowances.write_travel(ria, MARCH, 15_000, "")

    desks = [threading.Thread(target=write, args=(desk,)) for desk in (demo, other)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert row(demo, ria).cents == 15_000


def test_a_host_reads_what_was_written_down_for_them_and_for_nobody_else(demo: Services) -> None:
    ria, joop = wants(demo, "Ria Postma"), wants(demo, "Joop Kramer")
    demo.allowances.write_travel(ria, WEDNESDAY, 1250, "bus")
    sit(demo, "Ria Postma")
    assert [(entry.cents, entry.paid_on) for entry in demo.allowances.of(ria, 2026)] == [(1250, None)]
    assert demo.allowances.of(ria, 2025) == []
    with pytest.raises(NotAllowedError):
        demo.allowances.of(joop, 2026)
