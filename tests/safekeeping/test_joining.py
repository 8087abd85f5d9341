"""The card of somebody new, from the first talk until they are a host like the others, on every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.people.records import Available
from buurtkamer_app.rota.records import ShiftKey
from buurtkamer_app.safekeeping.joining.records import Step, Written

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
ELS = Written("Els van Dam", "06 12345678", phone_on_list=False, first_talk_on=date(2026, 3, 9))


def go_along(services: Services, host: UUID) -> None:
    """Let somebody go along on Thursday and Friday."""
    ria = services.people.host_named("Ria Postma").id
    for key in (ShiftKey(date(2026, 3, 12), DayPart.AFTERNOON), ShiftKey(date(2026, 3, 13), DayPart.MORNING)):
        services.rota.put_on(ria, key.on, key.part)
        services.learning.join(host, key, ria)


def test_a_card_is_left_half_done_and_gone_on_with(demo: Services) -> None:
    els = demo.joining.keep(None, ELS).value
    card = demo.joining.card(els)
    assert card.card.host.experience is Experience.TRAINEE
    assert (card.card.phone, card.card.phone_on_list) == ("06 12345678", False)
    assert card.to_do == (Step.ALONG, Step.AGREED, Step.PIN, Step.TIMES)
    assert [one.name for one in demo.joining.under_way()] == ["Els van Dam", "Nadia Bouali"]
    demo.joining.keep(els, replace(ELS, agreed_on=TODAY, key="7", key_on=TODAY))
    card = demo.joining.card(els)
    assert card.to_do == (Step.ALONG, Step.PIN, Step.TIMES)
    assert [key.number for key in card.card.keys] == ["7"]


def test_keeping_the_same_again_gives_no_second_key_and_changes_nothing(demo: Services) -> None:
    written = replace(ELS, key="7")
    els = demo.joining.keep(None, written).value
    assert not demo.joining.keep(els, written).change
    assert len(demo.joining.card(els).card.keys) == 1


def test_somebody_new_is_one_undo_step(demo: Services) -> None:
    made = demo.joining.keep(None, replace(ELS, agreed_on=TODAY, key="7"))
    assert made.change.unit is not None
    demo.history.undo(made.change.unit)
    assert "Els van Dam" not in {host.name for host in demo.people.hosts()}
    assert demo.house_keys.all() == []


def test_undoing_somebody_new_takes_their_pin_along(demo: Services) -> None:
    made = demo.joining.keep(None, ELS)
    demo.sign_in.set_pin(made.value, "482913")
    assert made.change.unit is not None
    demo.history.undo(made.change.unit)
    assert "Els van Dam" not in {host.name for host in demo.people.hosts()}
    with pytest.raises(RefusedError):
        demo.sign_in.enter(made.value, "482913")


def test_when_all_is_done_they_are_a_host_and_that_is_a_step_of_its_own(demo: Services, clock: SetClock) -> None:
    els = demo.joining.keep(None, replace(ELS, agreed_on=TODAY)).value
    go_along(demo, els)
    with pytest.raises(RefusedError, match="Els van Dam"):
        demo.joining.finish(els)
    demo.sign_in.set_pin(els, "482913")
    clock.instant += timedelta(days=3)
    assert demo.joining.card(els).to_do == (Step.TIMES,)
    change = demo.joining.finish(els)
    assert demo.people.host(els).experience is Experience.REGULAR
    assert "Els van Dam" not in {one.name for one in demo.joining.under_way()}
    assert change.unit is not None
    demo.history.undo(change.unit)
    assert demo.joining.card(els).ready


def test_a_vog_is_only_asked_where_a_task_asks_it(demo: Services) -> None:
    els = demo.joining.keep(None, ELS).value
    assert Step.VOG not in demo.joining.card(els).to_do
    patterns = demo.room.plan().patterns
    demo.shift_patterns.set_patterns([replace(patterns[0], asks_vog=True), *patterns[1:]])
    assert Step.VOG in demo.joining.card(els).to_do
    demo.joining.keep(els, replace(ELS, vog_seen_on=TODAY, vog_renew_on=date(2029, 3, 11)))
    assert Step.VOG not in demo.joining.card(els).to_do
    demo.joining.keep(els, replace(ELS, vog_seen_on=date(2022, 3, 1), vog_renew_on=date(2026, 3, 1)))
    assert Step.VOG in demo.joining.card(els).to_do


def test_times_on_the_other_card_are_no_longer_to_do(demo: Services) -> None:
    els = demo.joining.keep(None, ELS).value
    known = Available(2, DayPart.MORNING)
    demo.times.set_usual(els, known.weekday, known.part, known.willing)
    assert Step.TIMES not in demo.joining.card(els).to_do


@pytest.mark.parametrize(
    "wrong",
    [
        Written(""),
        Written("x" * 10_000),
        Written("Ria Postma"),
        Written("Els", phone="12"),
        Written("Els", first_talk_on=date(2026, 3, 12)),
        Written("Els", vog_renew_on=date(2029, 1, 1)),
        Written("Els", key="k" * 10_000),
        Written("Els", key="7", key_on=date(2026, 4, 1)),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(demo: Services, wrong: Written) -> None:
    before = demo.people.hosts()
    with pytest.raises(RefusedError):
        demo.joining.keep(None, wrong)
    assert demo.people.hosts() == before


def test_only_the_coordinator_sees_and_keeps_cards(demo: Services) -> None:
    ria = demo.people.host_named("Ria Postma").id
    demo.sign_in.act_as(Actor(Role.HOST, ria, "Ria Postma"))
    with pytest.raises(NotAllowedError):
        demo.joining.under_way()
    with pytest.raises(NotAllowedError):
        demo.joining.card(ria)
    with pytest.raises(NotAllowedError):
        demo.joining.keep(None, ELS)
