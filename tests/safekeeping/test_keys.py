"""Who holds the keys of the data: written down, taken away, journalled; and what follows from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import ClashError, KeyRefusedError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms_keys import HeldAs, WhyRenewed
from buurtkamer_app.safekeeping.keys import rules
from buurtkamer_app.safekeeping.keys.records import Holder, NewHolder
from buurtkamer_app.safekeeping.keys.service import KeyHolders
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage import vault
from buurtkamer_app.storage.key_slots import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services
    from buurtkamer_app.storage.unit_of_work import Store

SECOND = "vijf zes zeven acht"
AT = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def keys(demo: Services, clock: SetClock, tmp_path: Path) -> KeyHolders:
    """Give the keys of a room with two passphrases, from 2 March and from 9 March."""
    folder = tmp_path / "real"
    folder.mkdir()
    made = vault.create(folder, tmp_path / "secrets", "een twee drie vier", on=date(2026, 3, 2))
    vault.add_passphrase(folder, tmp_path / "secrets", made, SECOND, on=date(2026, 3, 9))
    store: Store = demo.store
    store.seat.actor = KEY_HOLDER
    return KeyHolders(store, demo.room, demo.people, folder)


def test_keys_of_nobody_by_name_may_all_be_one_persons(keys: KeyHolders) -> None:
    assert [(key.held_as, key.name, key.made_on.day) for key in keys.held()] == [
        (HeldAs.PASSPHRASE, "", 2),
        (HeldAs.PASSPHRASE, "", 9),
    ]
    assert keys.few()


def test_whose_keys_they_are_is_written_down_and_then_two_can_open_the_room(keys: KeyHolders, demo: Services) -> None:
    first, second = keys.held()
    wilma = demo.people.hosts()[0]
    keys.write_down(first.slot, NewHolder(host=wilma.id))
    keys.write_down(second.slot, NewHolder(" Ria de Boer "))
    assert [key.name for key in keys.held()] == [wilma.name, "Ria de Boer"]
    assert keys.of(first.slot) == Holder(first.slot, HeldAs.PASSPHRASE, first.made_on, wilma.name, wilma.id)
    assert not keys.now().few
    with pytest.raises(RefusedError):
        keys.write_down(second.slot, NewHolder("  "))


def test_a_key_that_is_taken_away_opens_nothing_and_asks_for_a_new_key_until_there_is_one(
    keys: KeyHolders, clock: SetClock, tmp_path: Path
) -> None:
    first, second = keys.held()
    change = keys.take_away(second.slot)
    assert "key_holder" in change.kinds
    assert keys.held() == [first]
    assert keys.now().due
    there = vault.load(tmp_path / "real")
    with pytest.raises(KeyRefusedError):
        vault.unlock(there, tmp_path / "secrets", SECOND)
    clock.instant += timedelta(seconds=5)
    keys.renewed(WhyRenewed.HOLDER_GONE)
    assert not keys.now().due
    for gone in (first, second):
        with pytest.raises(RefusedError):
            keys.take_away(gone.slot)


def test_nothing_about_keys_is_taken_back_by_the_undo_button(keys: KeyHolders, demo: Services) -> None:
    first, second = keys.held()
    changes = [
        keys.write_down(first.slot, NewHolder("Ria")),
        keys.take_away(second.slot),
        keys.renewed(WhyRenewed.ASKED),
    ]
    for change in changes:
        assert change.unit is not None
        with pytest.raises(ClashError):
            demo.history.undo(change.unit)


def test_a_key_that_could_not_be_made_leaves_no_holder(keys: KeyHolders) -> None:
    def fails() -> UUID:
        raise RefusedError("These words open the room already. Take other ones.")

    before = keys.held()
    with pytest.raises(RefusedError):
        keys.add(NewHolder("Ria"), HeldAs.PASSPHRASE, fails)
    assert keys.held() == before


def test_the_recovery_code_is_nobodys_and_does_not_go_here(keys: KeyHolders, tmp_path: Path) -> None:
    (code,) = (slot for slot in vault.load(tmp_path / "real").slots if slot.kind is Kind.RECOVERY)
    assert keys.of(code.id) is None
    with pytest.raises(RefusedError):
        keys.take_away(code.id)


def test_they_are_the_coordinators(keys: KeyHolders, demo: Services) -> None:
    slot = keys.held()[0].slot
    for actor in (NOBODY, Actor(Role.HOST)):
        demo.sign_in.act_as(actor)
        for ask in (
            keys.now,
            keys.held,
            keys.few,
            lambda: keys.take_away(slot),
            lambda: keys.write_down(slot, NewHolder("Ria")),
            lambda: keys.renewed(WhyRenewed.ASKED),
            lambda: keys.add(NewHolder("Ria"), HeldAs.STICK, lambda: slot),
        ):
            with pytest.raises(NotAllowedError):
                ask()


def test_a_practice_room_and_a_server_have_none(services: Services) -> None:
    assert services.key_holders.held() == []
    assert not services.key_holders.few()
    assert not services.key_holders.now().real


@given(st.lists(st.tuples(st.sampled_from(["", "Ria", "RIA", "Piet"]), st.booleans()), max_size=6))
def test_people_are_counted_once_however_many_keys_they_hold(held: list[tuple[str, bool]]) -> None:
    ways = {True: HeldAs.STICK, False: HeldAs.PASSPHRASE}
    holders = [Holder(UUID(int=n), ways[stick], AT.date(), name) for n, (name, stick) in enumerate(held)]
    assert rules.people(holders) == len({name.casefold() for name, _ in held})
    assert rules.few(holders) == (rules.people(holders) < 2)


@given(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9))
def test_a_renewal_is_due_when_a_key_went_after_the_last_one(gone: int | None, renewed: int | None) -> None:
    def at(minutes: int | None) -> datetime | None:
        return None if minutes is None else AT + timedelta(minutes=minutes)

    assert rules.renewal_due(at(gone), at(renewed)) == (gone is not None and (renewed is None or gone > renewed))
