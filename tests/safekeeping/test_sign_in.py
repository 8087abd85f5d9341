"""Signing in with name and PIN: waits, closed names, who lets in whom, and clocks and restarts that change nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import NameClosedError, NotAllowedError, RefusedError, TooManyTriesError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Actor, Role, Seat
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.startup import assemble
from buurtkamer_app.storage.tables.journal import JournalUnitRow
from tests.conftest import VAULT

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WRONG, RIGHT = "999999", "271828"
MINUTE = timedelta(seconds=61)
YEAR = timedelta(days=365)
SOON, LATER = timedelta(minutes=2), timedelta(hours=2)
# How a clock is set, and whether the program is started again; the others in the long form.
_MORE = ((-YEAR, False), (YEAR, True), (SOON, False), (LATER, False), (LATER, True))
SET = [(YEAR, False), (-YEAR, True), (SOON, True), *(pytest.param(*one, marks=pytest.mark.long) for one in _MORE)]
JUMPS = [-LATER, *(pytest.param(by, marks=pytest.mark.long) for by in (LATER, YEAR))]


def key_of(services: Services, name: str) -> UUID:
    return services.people.host_named(name).id


def wrong(services: Services, host: UUID) -> RefusedError:
    """Type a wrong PIN; give what is said."""
    with pytest.raises(RefusedError) as raised:
        services.sign_in.enter(host, WRONG)
    return raised.value


def close(services: Services, host: UUID, clock: SetClock) -> None:
    """Type five wrong PINs, with a minute between them."""
    for _ in range(5):
        clock.instant += MINUTE
        wrong(services, host)


def again(engine: Engine, clock: SetClock, *, practice: bool = True) -> Services:
    """Start the program again, up to where somebody is asked who they are."""
    made = assemble(engine, clock, Seat(), VAULT, practice=practice)
    made.sign_in.leave()
    return made


def labels(services: Services) -> list[str]:
    """Give what the journal says of everything, in the words of the program."""
    with services.store.reading() as session:
        return list(session.scalars(select(JournalUnitRow.label)))


@pytest.fixture
def real(engine: Engine, clock: SetClock) -> Services:
    """Give a room that is no practice room, with three hosts and a coordinator who have PINs."""
    made = assemble(engine, clock, Seat(Actor(Role.COORDINATOR)), VAULT, practice=False)
    new = [NewHost(name, max_shifts_per_week=2) for name in ("Annie", "Bep", "Cor")]
    new.append(NewHost("Wilma", max_shifts_per_week=0, role=Role.COORDINATOR))
    made.sign_in.set_pins([made.people.add_host(host).value.id for host in new], RIGHT)
    made.sign_in.leave()
    return made


def test_a_host_signs_in_with_the_pin_and_leaves(demo: Services) -> None:
    actor = demo.sign_in.enter(key_of(demo, "Ria Postma"), "000000")
    assert (actor.role, actor.name) == (Role.HOST, "Ria Postma")
    assert demo.store.actor == actor
    demo.sign_in.leave()
    assert demo.store.actor == NOBODY


def test_wrong_pins_wait_longer_and_longer_and_the_fifth_closes_the_name(real: Services, clock: SetClock) -> None:
    annie = key_of(real, "Annie")
    for seconds in (0, 0, 5, 30):
        assert wrong(real, annie).sentence() == translate("That PIN is not right. Try again.")
        if seconds:
            clock.instant += timedelta(seconds=seconds - 1)
            assert wrong(real, annie).sentence() == translate("Wait {seconds} seconds and try again.", seconds=1)
            clock.instant += timedelta(seconds=1)
    assert isinstance(wrong(real, annie), NameClosedError)
    assert real.sign_in.closed() == {annie}
    clock.instant += YEAR
    with pytest.raises(NameClosedError):
        real.sign_in.enter(annie, RIGHT)


def test_twenty_wrong_pins_with_restarts_between_get_nobody_any_further(
    real: Services, engine: Engine, clock: SetClock
) -> None:
    annie, taken = key_of(real, "Annie"), 0
    for _ in range(20):
        refused = wrong(again(engine, clock, practice=False), annie)
        taken += refused.message == "That PIN is not right. Try again."
    # After the third there is a wait, however often the program is started again.
    assert taken == 3
    clock.instant += timedelta(seconds=5)
    assert again(engine, clock, practice=False).sign_in.closed() == frozenset()
    for _ in range(20):
        started = again(engine, clock, practice=False)
        clock.instant += MINUTE
        wrong(started, annie)
    with pytest.raises(NameClosedError):
        again(engine, clock, practice=False).sign_in.enter(annie, RIGHT)


@pytest.mark.parametrize(("by", "restart"), SET)
def test_a_clock_that_is_set_makes_no_wait_shorter_and_none_endless(
    real: Services, engine: Engine, clock: SetClock, by: timedelta, *, restart: bool
) -> None:
    annie = key_of(real, "Annie")
    for _ in range(3):
        wrong(real, annie)
    at_work = again(engine, clock, practice=False) if restart else real
    clock.jump(by)
    assert wrong(at_work, annie).sentence() == translate("Wait {seconds} seconds and try again.", seconds=5)
    clock.instant += timedelta(seconds=5)
    assert at_work.sign_in.enter(annie, RIGHT).name == "Annie"


def test_who_starts_the_program_the_next_day_waits_for_nothing(real: Services, engine: Engine, clock: SetClock) -> None:
    annie = key_of(real, "Annie")
    for _ in range(4):
        clock.instant += timedelta(seconds=5)
        wrong(real, annie)
    clock.instant += timedelta(days=1)
    morning = again(engine, clock, practice=False)
    clock.instant += timedelta(seconds=30)
    assert morning.sign_in.enter(annie, RIGHT).name == "Annie"


def test_a_wrong_try_at_another_desk_is_waited_for_here(real: Services, engine: Engine, clock: SetClock) -> None:
    annie, other = key_of(real, "Annie"), again(engine, clock, practice=False)
    clock.instant += MINUTE
    for _ in range(3):
        wrong(real, annie)
    assert wrong(other, annie).sentence() == translate("Wait {seconds} seconds and try again.", seconds=5)


def test_a_colleague_opens_the_name_and_who_was_let_in_types_their_own_pin(real: Services, clock: SetClock) -> None:
    annie, bep = key_of(real, "Annie"), key_of(real, "Bep")
    close(real, annie, clock)
    real.sign_in.let_in(annie, bep, RIGHT)
    assert real.store.actor == NOBODY
    assert real.sign_in.closed() == frozenset()
    assert wrong(real, annie).sentence() == translate("That PIN is not right. Try again.")
    assert real.sign_in.enter(annie, RIGHT).name == "Annie"
    assert "{colleague} let {name} in" in labels(real)


def test_the_wrong_pin_of_a_colleague_lets_nobody_in_and_counts_as_theirs(real: Services, clock: SetClock) -> None:
    annie, bep = key_of(real, "Annie"), key_of(real, "Bep")
    close(real, annie, clock)
    clock.instant += timedelta(hours=2)
    for _ in range(5):
        clock.instant += MINUTE
        with pytest.raises(RefusedError):
            real.sign_in.let_in(annie, bep, WRONG)
    assert real.sign_in.closed() == {annie, bep}
    with pytest.raises(NameClosedError):
        real.sign_in.let_in(annie, bep, RIGHT)
    assert "{colleague} let {name} in" not in labels(real)


def test_nobody_lets_themselves_in(real: Services, clock: SetClock) -> None:
    annie = key_of(real, "Annie")
    close(real, annie, clock)
    with pytest.raises(RefusedError) as raised:
        real.sign_in.let_in(annie, annie, RIGHT)
    assert raised.value.sentence() == translate("Somebody else lets you in. Choose a colleague.")
    assert real.sign_in.closed() == {annie}


def test_a_new_pin_of_the_coordinator_opens_the_name(real: Services, clock: SetClock) -> None:
    annie = key_of(real, "Annie")
    close(real, annie, clock)
    real.sign_in.enter(key_of(real, "Wilma"), RIGHT)
    real.sign_in.set_pin(annie, "314159")
    assert real.sign_in.enter(annie, "314159").name == "Annie"


def test_ten_wrong_ones_within_an_hour_over_all_names_close_the_room(real: Services, clock: SetClock) -> None:
    hosts = [key_of(real, name) for name in ("Annie", "Bep", "Cor")]
    for number in range(9):
        clock.instant += MINUTE
        assert not isinstance(wrong(real, hosts[number % 3]), TooManyTriesError)
    clock.instant += MINUTE
    assert isinstance(wrong(real, hosts[0]), TooManyTriesError)
    # The room is opened with a key now, and counts anew.
    clock.instant += MINUTE
    assert not isinstance(wrong(real, hosts[1]), TooManyTriesError)


@pytest.mark.parametrize("by", JUMPS)
def test_a_clock_that_is_set_and_a_restart_make_ten_wrong_ones_no_fewer(
    real: Services, engine: Engine, clock: SetClock, by: timedelta
) -> None:
    hosts = [key_of(real, name) for name in ("Annie", "Bep", "Cor")]
    for number in range(9):
        clock.instant += MINUTE
        wrong(real, hosts[number % 3])
    clock.jump(by)
    started = again(engine, clock, practice=False)
    clock.instant += MINUTE
    assert isinstance(wrong(started, key_of(real, "Wilma")), TooManyTriesError)


def test_wrong_ones_of_more_than_an_hour_ago_do_not_count(real: Services, clock: SetClock) -> None:
    hosts = [key_of(real, name) for name in ("Annie", "Bep", "Cor")]
    for number in range(9):
        clock.instant += MINUTE
        wrong(real, hosts[number % 3])
    clock.instant += timedelta(minutes=60)
    assert not isinstance(wrong(real, hosts[0]), TooManyTriesError)


def test_keys_that_do_not_fit_count_along(real: Services, clock: SetClock) -> None:
    for _ in range(9):
        real.sign_in.wrong_key()
    with pytest.raises(TooManyTriesError):
        real.sign_in.wrong_key()


def test_a_practice_room_never_closes_as_a_whole(demo: Services, clock: SetClock) -> None:
    for _ in range(30):
        demo.sign_in.wrong_key()
    close(demo, key_of(demo, "Ria Postma"), clock)
    assert demo.sign_in.closed() == {key_of(demo, "Ria Postma")}


def test_who_proved_a_key_is_coordinator_and_gives_themselves_a_pin(real: Services) -> None:
    wilma = key_of(real, "Wilma")
    actor = real.sign_in.enter_with_key(wilma, "Wilma")
    assert (actor, real.store.actor) == (Actor(Role.COORDINATOR, wilma, "Wilma"), actor)
    real.sign_in.set_pin(wilma, "314159")
    assert real.sign_in.enter(wilma, "314159").role is Role.COORDINATOR
    assert "{name} came in with a key" in labels(real)


def test_trying_to_sign_in_is_not_something_to_undo(demo: Services) -> None:
    before = demo.history.last()
    wrong(demo, key_of(demo, "Ria Postma"))
    assert demo.history.last() == before


def test_a_pin_is_set_by_the_coordinator_or_by_its_owner(demo: Services) -> None:
    ria, joop = (key_of(demo, name) for name in ("Ria Postma", "Joop Kramer"))
    demo.sign_in.enter(ria, "000000")
    demo.sign_in.set_pin(ria, RIGHT)
    with pytest.raises(NotAllowedError):
        demo.sign_in.set_pin(joop, RIGHT)
    demo.sign_in.leave()
    assert demo.sign_in.enter(ria, RIGHT).name == "Ria Postma"


def test_a_real_room_never_accepts_the_pin_of_the_practice_room(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    made = assemble(demo_engine, clock, demo.store.seat, VAULT, practice=False)
    with pytest.raises(RefusedError):
        made.sign_in.set_pin(key_of(demo, "Ria Postma"), "000000")


def test_a_host_gives_a_pin_to_nobody_but_themselves(demo: Services) -> None:
    ria, other = demo.people.host_named("Ria Postma"), demo.people.hosts()[0]
    demo.sign_in.enter(ria.id, "000000")
    for hosts in ([other.id], [ria.id, other.id]):
        with pytest.raises(NotAllowedError):
            demo.sign_in.set_pins(hosts, RIGHT)
    demo.sign_in.set_pins([ria.id], RIGHT)
    assert demo.sign_in.enter(ria.id, RIGHT).host == ria.id
