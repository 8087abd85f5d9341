"""Notes for the next shift and whom to call back, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor
from buurtkamer_app.desk.handover.rules import kept_line

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


@pytest.fixture
def hosts(demo: Services) -> list[Actor]:
    """Give three hosts who may sit at the desk."""
    return [Actor(host.role, host.id, host.name) for host in demo.people.hosts()[:3]]


def key(actor: Actor) -> UUID:
    assert actor.host is not None
    return actor.host


def texts(services: Services, actor: Actor) -> list[str]:
    services.sign_in.act_as(actor)
    return [note.text for note in services.handover.for_me()]


def test_a_note_to_all_stays_for_every_host_until_that_host_ticked_it_off(demo: Services, hosts: list[Actor]) -> None:
    marijke, kees, ria = hosts
    demo.sign_in.act_as(marijke)
    demo.handover.write("Het koffiezetapparaat lekt.")
    assert texts(demo, kees) == texts(demo, ria) == ["Het koffiezetapparaat lekt."]
    demo.sign_in.act_as(kees)
    note = demo.handover.for_me()[0]
    assert (note.by, note.mine, note.for_name, note.seen_by) == (marijke.name, False, "", ())
    demo.handover.seen(note.id)
    assert texts(demo, kees) == []
    assert texts(demo, ria) == ["Het koffiezetapparaat lekt."]


def test_a_note_to_all_goes_after_fourteen_days(demo: Services, hosts: list[Actor], clock: SetClock) -> None:
    demo.sign_in.act_as(hosts[0])
    demo.handover.write("De monteur komt woensdag.")
    clock.instant += timedelta(days=13)
    assert texts(demo, hosts[1]) == ["De monteur komt woensdag."]
    clock.instant += timedelta(days=1)
    assert texts(demo, hosts[1]) == []


def test_a_note_for_one_host_is_read_by_nobody_else_and_has_no_limit(
    demo: Services, hosts: list[Actor], clock: SetClock
) -> None:
    marijke, kees, ria = hosts
    demo.sign_in.act_as(marijke)
    demo.handover.write("Bel even over je dienst.", kees.host)
    clock.instant += timedelta(days=400)
    assert texts(demo, ria) == []
    assert texts(demo, marijke) == [""]
    assert texts(demo, kees) == ["Bel even over je dienst."]
    assert demo.handover.for_me()[0].for_me


def test_who_wrote_a_note_is_told_that_it_was_seen_and_after_that_it_goes(
    demo: Services, hosts: list[Actor], clock: SetClock
) -> None:
    marijke, kees, _ = hosts
    demo.sign_in.act_as(marijke)
    demo.handover.write("Neem jij de sleutel mee?", kees.host)
    waiting = demo.handover.for_me()[0]
    assert (waiting.mine, waiting.for_name, waiting.seen_by) == (True, kees.name, ())
    clock.instant += timedelta(days=30)
    demo.sign_in.act_as(kees)
    demo.handover.seen(demo.handover.for_me()[0].id)
    demo.sign_in.act_as(marijke)
    assert demo.handover.for_me()[0].seen_by == (kees.name,)
    clock.instant += timedelta(days=13)
    assert len(demo.handover.for_me()) == 1
    clock.instant += timedelta(days=1)
    assert demo.handover.for_me() == []


def test_the_writer_of_a_note_to_all_sees_who_saw_it(demo: Services, hosts: list[Actor], clock: SetClock) -> None:
    demo.sign_in.act_as(hosts[0])
    demo.handover.write("Er staat soep in de koelkast.")
    for reader in hosts[1:]:
        clock.instant += timedelta(minutes=1)
        demo.sign_in.act_as(reader)
        demo.handover.seen(demo.handover.for_me()[0].id)
    demo.sign_in.act_as(hosts[0])
    note = demo.handover.for_me()[0]
    assert note.seen_by == (hosts[1].name, hosts[2].name)
    demo.handover.seen(note.id)
    assert demo.handover.for_me() == []


def test_ticking_off_twice_changes_nothing_and_undo_brings_the_note_back(demo: Services, hosts: list[Actor]) -> None:
    demo.sign_in.act_as(hosts[0])
    demo.handover.write("De sleutel ligt bij de buren.")
    demo.sign_in.act_as(hosts[1])
    note = demo.handover.for_me()[0].id
    first = demo.handover.seen(note)
    assert first.unit is not None
    assert not demo.handover.seen(note)
    demo.history.undo(first.unit)
    assert texts(demo, hosts[1]) == ["De sleutel ligt bij de buren."]


def test_a_note_between_two_others_cannot_be_ticked_off_by_a_third(demo: Services, hosts: list[Actor]) -> None:
    demo.sign_in.act_as(hosts[0])
    demo.handover.write("Alleen voor jou.", hosts[1].host)
    note = demo.handover.for_me()[0].id
    demo.sign_in.act_as(hosts[2])
    with pytest.raises(NotAllowedError):
        demo.handover.seen(note)
    with pytest.raises(RefusedError):
        demo.handover.seen(uuid4())
    assert texts(demo, hosts[1]) == ["Alleen voor jou."]


def test_nobody_signed_in_reads_and_writes_nothing(demo: Services, hosts: list[Actor]) -> None:
    demo.sign_in.act_as(hosts[0])
    demo.handover.write("Niet voor de overkant van de balie.")
    demo.sign_in.act_as(NOBODY)
    asked: list[Any] = [
        demo.handover.for_me,
        demo.handover.call_backs,
        demo.handover.loans,
        lambda: demo.handover.write("Ik"),
        lambda: demo.handover.call_back("Ik", "", ""),
        lambda: demo.handover.lend("De boor", "Ik"),
    ]
    for ask in asked:
        with pytest.raises(NotAllowedError):
            ask()


def test_a_key_holder_without_a_name_reads_what_is_for_all_and_ticks_nothing_off(
    demo: Services, hosts: list[Actor]
) -> None:
    demo.handover.write("Van de coördinator.")
    demo.handover.write("Voor één.", hosts[0].host)
    assert [(note.text, note.by) for note in demo.handover.for_me()] == [("Van de coördinator.", "")]
    with pytest.raises(NotAllowedError):
        demo.handover.seen(demo.handover.for_me()[0].id)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 10_001, "\x00", "\ud800"])
def test_a_note_that_cannot_be_kept_is_refused(demo: Services, hosts: list[Actor], text: str) -> None:
    demo.sign_in.act_as(hosts[0])
    with pytest.raises(RefusedError):
        demo.handover.write(text)
    with pytest.raises(RefusedError):
        demo.handover.write("Voor wie?", uuid4())
    assert demo.handover.for_me() == []


def test_who_waits_longest_is_called_back_first(demo: Services, clock: SetClock) -> None:
    demo.handover.call_back("Mw. Jansen", "06 1234 5678", "de rolstoeltaxi")
    clock.instant += timedelta(hours=1)
    demo.handover.call_back("  Omar ", "", "")
    first, second = demo.handover.call_backs()
    assert (first.who, first.phone, first.about) == ("Mw. Jansen", "06 1234 5678", "de rolstoeltaxi")
    assert (second.who, second.on) == ("Omar", date(2026, 3, 11))
    done = demo.handover.called_back(first.id)
    assert done.unit is not None
    assert not demo.handover.called_back(first.id)
    assert [call.who for call in demo.handover.call_backs()] == ["Omar"]
    demo.history.undo(done.unit)
    assert len(demo.handover.call_backs()) == 2
    with pytest.raises(RefusedError):
        demo.handover.called_back(uuid4())


@pytest.mark.parametrize(
    ("who", "phone", "about"), [("", "06", "x"), ("x" * 10_000, "", ""), ("Omar", "1" * 41, ""), ("Omar", "", "\x00")]
)
def test_a_call_back_that_cannot_be_kept_is_refused(demo: Services, who: str, phone: str, about: str) -> None:
    with pytest.raises(RefusedError):
        demo.handover.call_back(who, phone, about)
    assert demo.handover.call_backs() == []


@given(st.text(max_size=260))
def test_a_kept_line_is_one_line_that_fits_and_stays_as_it_is(typed: str) -> None:
    try:
        kept = kept_line(typed)
    except RefusedError:
        return
    assert len(kept) <= 200
    assert kept == kept_line(kept)
    assert "\n" not in kept
