"""Signing up at the desk, parties that change, and who is to be told, on every store and for any sequence."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Seat
from buurtkamer_app.base.terms import TellReason, Theme, ToldHow
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables.activities import ParticipationRow, SignUpRow
from buurtkamer_app.storage.tables.journal import JournalChangeRow, JournalUnitRow
from buurtkamer_app.storage.tables.wishes import TellingRow
from tests.conftest import KEY, NOON, VAULT

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

FRIDAY = date(2026, 3, 13)
PHONE = "020 000 06 06"


@pytest.fixture
def table(demo: Services) -> UUID:
    """Give the dinner table of Friday: 24 places in a kitchen for 24."""
    return demo.activities.on_date("Eettafel", FRIDAY).id


def sign_up(services: Services, series: UUID, name: str, persons: int, phone: str = "") -> UUID:
    return services.sign_ups.sign_up(series, FRIDAY, NewParty(name, persons, phone)).value.id


def news(services: Services, *reasons: TellReason) -> list[tuple[str, str, str, int]]:
    wanted = reasons or tuple(TellReason)
    told = services.telling.tellings()
    return [(str(one.reason), one.name, one.contact, one.persons) for one in told if one.reason in wanted]


def undo(services: Services, change: Change) -> None:
    assert change.unit is not None
    services.history.undo(change.unit)


def seats(services: Services, series: UUID) -> list[tuple[str, int, bool]]:
    return [(one.name, one.persons, one.waiting) for one in services.activities.parties(series, FRIDAY)]


def test_a_phone_number_is_kept_with_the_name(demo: Services, table: UUID) -> None:
    party = demo.sign_ups.sign_up(table, FRIDAY, NewParty(" Mw. Tan ", 2, f" {PHONE} ")).value
    assert (party.name, party.phone, party.waiting) == ("Mw. Tan", PHONE, False)
    with pytest.raises(RefusedError):
        sign_up(demo, table, "Bep", 1, "bel maar")
    with pytest.raises(RefusedError):
        sign_up(demo, table, "Bep", 1, "0" * 10_000)
    assert len(seats(demo, table)) == 1


@pytest.mark.parametrize(
    ("name", "on", "persons"),
    [("Eettafel", FRIDAY, 25), ("Papierwinkel (hulp met brieven)", date(2026, 3, 10), 5)],
    ids=["more than its places", "more than the space holds"],
)
def test_a_party_that_could_never_be_seated_is_refused_with_a_sentence(
    demo: Services, name: str, on: date, persons: int
) -> None:
    series = demo.activities.on_date(name, on).id
    with pytest.raises(RefusedError) as refused:
        demo.sign_ups.sign_up(series, on, NewParty("Groep", persons))
    assert str(persons - 1) in refused.value.sentence()
    fitting = demo.sign_ups.sign_up(series, on, NewParty("Groep", persons - 1)).value
    assert not fitting.waiting
    with pytest.raises(RefusedError):
        demo.sign_ups.change(series, on, fitting.id, NewParty("Groep", persons))


def test_who_moves_up_is_on_the_list_once_with_name_and_number(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 6, PHONE)
    outcome = demo.activities.withdraw(table, FRIDAY, gone)
    assert [party.phone for party in outcome.value] == [PHONE]
    assert news(demo) == [("place", "Mw. Tan", PHONE, 6)]
    (line,) = demo.telling.tellings()
    assert (line.series, line.on, line.about) == (table, FRIDAY, "Eettafel")
    undo(demo, outcome.change)
    assert news(demo) == []
    assert seats(demo, table) == [("Groep", 20, False), ("Mw. Tan", 6, True)]


def test_what_was_told_already_stands_in_the_way_of_undo(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 6)
    change = demo.activities.withdraw(table, FRIDAY, gone).change
    demo.telling.told(demo.telling.tellings()[0].id, ToldHow.PHONE)
    with pytest.raises(ClashError):
        undo(demo, change)


def test_who_withdraws_needs_no_call_any_more(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    waits = sign_up(demo, table, "Mw. Tan", 6, PHONE)
    demo.activities.withdraw(table, FRIDAY, gone)
    demo.activities.withdraw(table, FRIDAY, waits)
    assert news(demo) == []


def test_a_party_that_shrinks_makes_room_for_who_waits(demo: Services, table: UUID) -> None:
    large = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Buren", 8)
    sign_up(demo, table, "Mw. Tan", 2)
    sign_up(demo, table, "Bep", 3)
    seated = demo.sign_ups.change(table, FRIDAY, large, NewParty("Groep", 18)).value
    assert [party.name for party in seated.moved] == ["Bep"]
    assert seats(demo, table) == [("Groep", 18, False), ("Buren", 8, True), ("Mw. Tan", 2, False), ("Bep", 3, False)]
    assert news(demo) == [("place", "Bep", "", 3)]


def test_a_party_with_places_keeps_them_and_grows_no_further_than_there_are(demo: Services, table: UUID) -> None:
    own = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 3)
    with pytest.raises(RefusedError) as refused:
        demo.sign_ups.change(table, FRIDAY, own, NewParty("Groep", 22))
    assert "1" in refused.value.sentence()
    demo.sign_ups.change(table, FRIDAY, own, NewParty("Groep", 21))
    assert seats(demo, table)[0] == ("Groep", 21, False)


def test_a_waiting_party_that_becomes_small_enough_is_seated_and_told(demo: Services, table: UUID) -> None:
    sign_up(demo, table, "Groep", 20)
    waits = sign_up(demo, table, "Buren", 8)
    outcome = demo.sign_ups.change(table, FRIDAY, waits, NewParty("Buren", 4, PHONE))
    assert [party.id for party in outcome.value.moved] == [waits]
    assert news(demo) == [("place", "Buren", PHONE, 4)]
    undo(demo, outcome.change)
    assert seats(demo, table)[1] == ("Buren", 8, True)
    assert news(demo) == []


def test_who_is_to_be_called_is_put_right_with_the_party(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    waits = sign_up(demo, table, "Mw Tan", 6)
    demo.activities.withdraw(table, FRIDAY, gone)
    demo.sign_ups.change(table, FRIDAY, waits, NewParty("Mw. Tan", 5, PHONE))
    assert news(demo) == [("place", "Mw. Tan", PHONE, 5)]


def test_a_tick_follows_the_party_that_changes(demo: Services, table: UUID) -> None:
    party = sign_up(demo, table, "Mw. Tan", 2)
    demo.attendance.tick(table, FRIDAY, party)
    demo.sign_ups.change(table, FRIDAY, party, NewParty("Mw. Tan", 3))
    assert demo.attendance.taking_part(table, FRIDAY).proposed == 3


def test_a_date_that_does_not_go_on_puts_all_who_signed_up_on_the_list_once(demo: Services, table: UUID) -> None:
    sign_up(demo, table, "Groep", 20, PHONE)
    sign_up(demo, table, "Mw. Tan", 6)
    change = demo.attendance.cancel(table, FRIDAY, "De kok is ziek")
    demo.attendance.cancel(table, FRIDAY, "Storm")
    assert news(demo) == [("cancelled", "Groep", PHONE, 20), ("cancelled", "Mw. Tan", "", 6)]
    demo.attendance.go_on(table, FRIDAY)
    assert news(demo) == []
    assert change.unit is not None


def test_who_heard_that_it_is_off_hears_that_it_goes_on_after_all(demo: Services, table: UUID) -> None:
    sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 2)
    demo.attendance.cancel(table, FRIDAY, "")
    demo.telling.told(next(one.id for one in demo.telling.tellings() if one.name == "Groep"), ToldHow.PHONE)
    demo.attendance.go_on(table, FRIDAY)
    assert news(demo) == [("goes_on", "Groep", "", 20)]
    demo.attendance.cancel(table, FRIDAY, "")
    assert news(demo) == [("cancelled", "Mw. Tan", "", 2)]


def test_nobody_moves_up_while_a_date_is_off_but_when_it_goes_on(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 6)
    demo.attendance.cancel(table, FRIDAY, "")
    assert demo.activities.withdraw(table, FRIDAY, gone).value == ()
    assert news(demo) == [("cancelled", "Mw. Tan", "", 6)]
    demo.attendance.go_on(table, FRIDAY)
    assert news(demo) == [("place", "Mw. Tan", "", 6)]
    assert seats(demo, table) == [("Mw. Tan", 6, False)]


def test_nobody_hears_of_a_place_on_a_date_that_is_off(demo: Services, table: UUID) -> None:
    gone = sign_up(demo, table, "Groep", 20)
    sign_up(demo, table, "Mw. Tan", 6, PHONE)
    demo.activities.withdraw(table, FRIDAY, gone)
    before = demo.telling.persons_to_tell()
    demo.attendance.cancel(table, FRIDAY, "")
    assert news(demo) == [("cancelled", "Mw. Tan", PHONE, 6)]
    assert demo.telling.persons_to_tell() == before
    demo.attendance.go_on(table, FRIDAY)
    assert news(demo) == [("place", "Mw. Tan", PHONE, 6)]


def test_it_is_said_how_many_places_a_waiting_party_needs(demo: Services, table: UUID) -> None:
    sign_up(demo, table, "Groep", 22)
    waits, later = sign_up(demo, table, "Mw. Tan", 6), sign_up(demo, table, "Buren", 3)
    told = demo.attendance.taking_part(table, FRIDAY)
    need = demo.sign_ups.next_up(told.occurrence, [entry.party for entry in told.parties])
    assert need == {waits: 4, later: 1}


def test_who_did_not_come_is_known_afterwards_and_only_where_others_were_ticked(
    demo: Services, table: UUID, clock: SetClock
) -> None:
    came, away = sign_up(demo, table, "Mw. Tan", 2), sign_up(demo, table, "Bep", 3)
    sign_up(demo, table, "Groep", 19)
    sign_up(demo, table, "Wacht", 4)
    demo.attendance.tick(table, FRIDAY, came)
    assert demo.attendance.taking_part(table, FRIDAY).not_come == ()
    clock.instant += timedelta(days=3)
    told = demo.attendance.taking_part(table, FRIDAY)
    assert (told.over, [party.name for party in told.not_come]) == (True, ["Bep", "Groep"])
    demo.activities.withdraw(table, FRIDAY, away)
    assert [party.name for party in demo.attendance.taking_part(table, FRIDAY).not_come] == ["Groep"]
    demo.attendance.untick(table, FRIDAY, came)
    assert demo.attendance.taking_part(table, FRIDAY).not_come == ()


def test_nobody_signed_in_signs_nobody_up(demo: Services, table: UUID) -> None:
    party = sign_up(demo, table, "Mw. Tan", 2)
    demo.sign_in.act_as(NOBODY)
    for attempt in (
        lambda: sign_up(demo, table, "Bep", 1),
        lambda: demo.sign_ups.change(table, FRIDAY, party, NewParty("Bep", 1)),
    ):
        with pytest.raises(NotAllowedError):
            attempt()


@pytest.mark.parametrize("name", ["x" * 10_000, "\x00", "\u202e"])
def test_a_name_that_cannot_be_changes_nothing(demo: Services, table: UUID, name: str) -> None:
    party = sign_up(demo, table, "Mw. Tan", 2)
    with pytest.raises(RefusedError):
        demo.sign_ups.change(table, FRIDAY, party, NewParty(name, 2))
    with pytest.raises(RefusedError):
        demo.sign_ups.change(table, FRIDAY, party, NewParty("Bep", 0))
    with pytest.raises(RefusedError):
        demo.sign_ups.change(table, FRIDAY, UUID(int=1), NewParty("Bep", 1))
    assert seats(demo, table) == [("Mw. Tan", 2, False)]


def kept(demo: Services) -> str:
    with demo.store.reading() as session:
        kinds = (SignUpRow, ParticipationRow, TellingRow, JournalChangeRow, JournalUnitRow)
        return repr([tuple(row) for kind in kinds for row in session.execute(select(kind.__table__))])


def test_numbers_and_names_go_after_30_days_wherever_they_stand(demo: Services, table: UUID, clock: SetClock) -> None:
    gone = sign_up(demo, table, "Griselda", 20, "020 111 22 33")
    party = sign_up(demo, table, "Hadewych", 6, "020 444 55 66")
    demo.activities.withdraw(table, FRIDAY, gone)
    clock.instant += FRIDAY + timedelta(days=30) - demo.room.today()
    demo.days.open()
    clock.instant += timedelta(days=1)
    demo.sign_ups.change(table, FRIDAY, party, NewParty("Kunigonde", 5, "020 777 88 99"))
    demo.attendance.forget_names()
    everything = kept(demo)
    for word in ("Griselda", "Hadewych", "Kunigonde", "111 22", "444 55", "777 88"):
        assert word not in everything
    assert seats(demo, table) == [("", 5, False)]


class Places(RuleBasedStateMachine):
    """Whatever signs up, changes, withdraws, is cancelled, told or undone."""

    open_store: Callable[[], Services]

    @initialize()
    def begin(self) -> None:
        """Make an activity with six places."""
        self.services = self.open_store()
        new = NewSeries("Proef", Theme.COMMUNITY, "Huiskamer", FRIDAY, time(20), time(21), capacity=6, price_cents=150)
        self.series = self.services.activities.add_series(new).value
        self.names = 0
        self.done: list[Change] = []

    def do(self, work: Callable[[], Any]) -> None:
        """Do something that may be refused."""
        with suppress(RefusedError):
            made = work()
            change = getattr(made, "change", made)
            if change:
                self.done.append(change)

    def parties(self) -> list[Any]:
        """Give who signed up."""
        return self.services.activities.parties(self.series, FRIDAY)

    @rule(persons=st.integers(0, 8))
    def sign_up(self, persons: int) -> None:
        """Let somebody sign up."""
        self.names += 1
        self.do(lambda: self.services.sign_ups.sign_up(self.series, FRIDAY, NewParty(f"P{self.names}", persons)))

    @rule(data=st.data(), persons=st.integers(0, 8))
    def change(self, data: st.DataObject, persons: int) -> None:
        """Change a party; nobody whose size did not change overtakes anybody who would have fitted."""
        if not (before := self.parties()):
            return
        party = data.draw(st.sampled_from(before))
        new = NewParty(party.name, persons)
        self.do(lambda: self.services.sign_ups.change(self.series, FRIDAY, party.id, new))
        seated = {one.id for one in before if not one.waiting}
        assert seated <= {one.id for one in self.parties() if not one.waiting}

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        """Let a party withdraw; who moved up then is on the list."""
        if not (before := self.parties()):
            return
        party = data.draw(st.sampled_from(before))
        outcome = self.services.activities.withdraw(self.series, FRIDAY, party.id)
        self.done.append(outcome.change)
        listed = [one.name for one in self.services.telling.tellings() if one.reason is TellReason.PLACE]
        assert all(listed.count(moved.name) == 1 for moved in outcome.value)

    @rule(cancel=st.booleans())
    def cancel_or_go_on(self, cancel: bool) -> None:  # noqa: FBT001 - drawn
        """Let the date not go on, or go on after all."""
        attendance = self.services.attendance
        self.do(lambda: attendance.cancel(self.series, FRIDAY, "") if cancel else attendance.go_on(self.series, FRIDAY))

    @rule(data=st.data())
    def pay(self, data: st.DataObject) -> None:
        """Let a party pay."""
        if self.parties():
            party = data.draw(st.sampled_from(self.parties()))
            self.do(lambda: self.services.meals.pay(self.series, FRIDAY, party.id, paid=True))

    @rule()
    def undo(self) -> None:
        """Take back what was done last."""
        if self.done:
            with suppress(ClashError):
                undo(self.services, self.done.pop())

    @invariant()
    def nobody_sits_where_there_is_no_place(self) -> None:
        """Seated is at most capacity; who waits would not fit in; nobody is told twice; sums are right."""
        if not hasattr(self, "services"):
            return
        parties = self.parties()
        there = self.services.activities.occurrence(self.series, FRIDAY)
        seated = sum(one.persons for one in parties if not one.waiting)
        assert seated == there.signed_up <= 6
        if there.goes_on:
            assert all(seated + one.persons > 6 for one in parties if one.waiting)
        lines = [(one.reason, one.name) for one in self.services.telling.tellings()]
        assert len(lines) == len(set(lines))
        till = self.services.meals.till(self.series, FRIDAY)
        assert till.to_pay_cents == 150 * seated == till.paid_cents + till.open_cents
        assert all(self.services.meals.to_pay(one.id) == 150 * one.persons for one in parties)


def test_whatever_signs_up_and_changes_places_and_lists_are_right(templates: Templates) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bk-places-"))
    made = 0

    def open_store() -> Services:
        nonlocal made
        made += 1
        file = folder / f"{made}-{DATABASE}"
        shutil.copy(templates.file("demo"), file)
        return assemble(open_embedded(file, KEY), SetClock(NOON), Seat(KEY_HOLDER), VAULT, practice=True)

    machine = type("Machine", (Places,), {"open_store": staticmethod(open_store)})
    quick = settings(
        max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(machine, settings=quick)
    shutil.rmtree(folder, ignore_errors=True)
    assert made > 0
