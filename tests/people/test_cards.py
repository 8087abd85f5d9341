"""The card of a host, the key list and the birthdays; on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import DayPart, Experience
from buurtkamer_app.people.cards import rules
from buurtkamer_app.people.cards.records import Proofs, Standing, Working
from buurtkamer_app.people.times.records import Days
from buurtkamer_app.storage.tables.people import HostRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
DAY = timedelta(days=1)


def ria(services: Services) -> UUID:
    return services.people.host_named("Ria Postma").id


def leaves(services: Services, host: UUID) -> None:
    with services.store.work(Label("leaves")) as unit:
        row = unit.session.get(HostRow, host)
        assert row is not None
        row.left_on = TODAY


def test_a_card_begins_with_what_is_known_of_a_host(demo: Services) -> None:
    card = demo.cards.card(demo.people.host_named("Kees Vos").id)
    assert (card.phone, card.phone_on_list, card.host.most_a_week) == ("020 000 00 03", True, 3)
    assert [skill.words for skill in card.skills] == ["schaken"]
    assert (card.vog, card.certificates, card.keys, card.birthday, card.wants_allowance) == (None, (), (), None, False)
    assert card.due is Standing.HOLDS


def test_each_group_of_the_card_is_one_step_and_can_be_taken_back(demo: Services) -> None:
    host = ria(demo)
    cards = demo.cards
    before = cards.card(host)
    changes = [
        cards.set_reach(host, "Ria Postma-Smit", "06 12345678", on_list=False),
        cards.set_working(host, Working(Experience.REGULAR, 3, team_member=False, lives_near=True)),
        cards.set_personal(host, (29, 2), wants_allowance=True, birth_year=1955),
        cards.set_start(host, date(2025, 12, 1), date(2026, 1, 5)),
        cards.set_vog(host, date(2026, 1, 6), date(2029, 1, 6)),
    ]
    after = cards.card(host)
    assert (after.host.name, after.phone, after.phone_on_list) == ("Ria Postma-Smit", "06 12345678", False)
    assert (after.host.experience, after.host.most_a_week) == (Experience.REGULAR, 3)
    assert (after.host.team_member, after.host.lives_near) == (False, True)
    assert (after.birthday, after.wants_allowance, after.birth_year) == ((29, 2), True, 1955)
    assert (after.first_talk_on, after.agreed_on) == (date(2025, 12, 1), date(2026, 1, 5))
    assert (after.vog_seen_on, after.vog_renew_on, after.vog) == (date(2026, 1, 6), date(2029, 1, 6), Standing.HOLDS)
    for change in reversed(changes):
        assert change.unit is not None
        demo.history.undo(change.unit)
    assert cards.card(host) == before


def test_a_certificate_that_runs_out_is_told_and_a_new_one_takes_its_place(demo: Services) -> None:
    host = ria(demo)
    demo.cards.add_certificate(host, "EHBO", date(2024, 3, 1), TODAY - DAY)
    assert demo.cards.card(host).due is Standing.OVER
    demo.cards.add_certificate(host, " EHBO ", TODAY, TODAY + 700 * DAY)
    (held,) = demo.cards.card(host).certificates
    assert (held.name, held.standing) == ("EHBO", Standing.HOLDS)
    demo.cards.add_certificate(host, "Sociale hygiëne", TODAY, None)
    demo.cards.take_off(host, held.id)
    assert [one.name for one in demo.cards.card(host).certificates] == ["Sociale hygiëne"]


def test_something_is_due_eight_weeks_before_and_over_the_day_after() -> None:
    assert rules.standing(None, TODAY) is Standing.HOLDS
    assert rules.standing(TODAY + 57 * DAY, TODAY) is Standing.HOLDS
    assert rules.standing(TODAY + 56 * DAY, TODAY) is Standing.SOON
    assert rules.standing(TODAY, TODAY) is Standing.SOON
    assert rules.standing(TODAY - DAY, TODAY) is Standing.OVER


def test_what_cannot_be_on_a_card_is_refused_with_the_name(demo: Services) -> None:
    host, cards = ria(demo), demo.cards
    tomorrow = TODAY + DAY
    named: list[Callable[[], object]] = [
        lambda: cards.set_vog(host, tomorrow, None),
        lambda: cards.set_vog(host, TODAY, TODAY - DAY),
        lambda: cards.set_vog(host, None, tomorrow),
        lambda: cards.set_start(host, tomorrow, None),
        lambda: cards.set_personal(host, (31, 4), wants_allowance=False, birth_year=None),
        lambda: cards.set_personal(host, None, wants_allowance=False, birth_year=2030),
        lambda: cards.set_working(host, Working(Experience.REGULAR, 99, team_member=True, lives_near=True)),
        lambda: cards.add_certificate(host, "EHBO", tomorrow, None),
        lambda: cards.add_certificate(host, "EHBO", TODAY, TODAY - DAY),
        lambda: cards.set_reach(host, "Joop Kramer", "", on_list=True),
    ]
    for refused in named:
        with pytest.raises(RefusedError, match="Ria Postma|Joop Kramer"):
            refused()
    unnamed: list[Callable[[], object]] = [
        lambda: cards.set_reach(host, "Ria", "bel maar", on_list=True),
        lambda: cards.set_reach(host, " ", "", on_list=True),
        lambda: cards.add_skill(host, "x" * 10_000),
        lambda: cards.add_skill(host, "  "),
        lambda: cards.add_certificate(host, "E\u202eHBO", TODAY, None),
    ]
    for refused in unnamed:
        with pytest.raises(RefusedError):
            refused()
    assert demo.cards.card(host).host.name == "Ria Postma"


def test_a_skill_is_kept_once_and_taken_off_again(demo: Services) -> None:
    host = ria(demo)
    demo.cards.add_skill(host, "soep  koken")
    assert not demo.cards.add_skill(host, "soep koken")
    (skill,) = demo.cards.card(host).skills
    assert skill.words == "soep koken"
    demo.cards.take_off(demo.people.host_named("Joop Kramer").id, skill.id)
    assert demo.cards.card(host).skills == (skill,)
    demo.cards.take_off(host, skill.id)
    assert demo.cards.card(host).skills == ()


def test_a_key_is_with_one_host_until_it_is_back(demo: Services) -> None:
    host, joop = ria(demo), demo.people.host_named("Joop Kramer").id
    demo.house_keys.give(host, "3a", date(2026, 2, 1))
    with pytest.raises(RefusedError) as refused:
        demo.house_keys.give(joop, "3A", TODAY)
    assert refused.value.sentence() == translate(
        "{name} has key {number}. Write first that it is back.", name="Ria Postma", number="3A"
    )
    (key,) = demo.house_keys.all()
    with pytest.raises(RefusedError, match="Ria Postma"):
        demo.house_keys.back(key.id, date(2026, 1, 1))
    demo.house_keys.back(key.id, TODAY)
    demo.house_keys.give(joop, "3A", TODAY)
    assert [(one.number, one.host_name, one.back_on) for one in demo.house_keys.all()] == [
        ("3A", "Joop Kramer", None),
        ("3a", "Ria Postma", TODAY),
    ]
    assert [one.number for one in demo.cards.card(joop).keys] == ["3A"]


def test_a_key_of_who_left_stays_on_the_list_until_it_is_back(demo: Services) -> None:
    host = ria(demo)
    demo.house_keys.give(host, "7", TODAY)
    leaves(demo, host)
    (key,) = demo.house_keys.all()
    assert key.left
    demo.house_keys.back(key.id, TODAY)
    assert demo.house_keys.all()[0].back_on == TODAY


def test_who_left_has_no_card_no_birthday_and_no_times(demo: Services) -> None:
    host = ria(demo)
    demo.cards.set_personal(host, (12, 3), wants_allowance=False, birth_year=None)
    assert [(one.name, one.on) for one in demo.cards.birthdays()] == [("Ria Postma", date(2026, 3, 12))]
    leaves(demo, host)
    assert demo.cards.birthdays() == []
    assert host not in {card.host.id for card in demo.cards.all()}
    assert host not in {key for free in demo.times.free_in(TODAY, TODAY + 6 * DAY).values() for key in free}
    for refused in (
        lambda: demo.cards.card(host),
        lambda: demo.cards.add_skill(host, "koken"),
        lambda: demo.house_keys.give(host, "1", TODAY),
        lambda: demo.times.of(host),
        lambda: demo.times.set_usual(host, 0, DayPart.MORNING, None),
        lambda: demo.times.note(host, Days(TODAY, TODAY)),
    ):
        with pytest.raises(RefusedError):
            refused()


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_a_birthday_comes_within_a_year_on_its_own_day(today: date, born: date) -> None:
    on = rules.next_birthday((born.day, born.month), today)
    assert today <= on < today.replace(year=today.year + 1, day=min(today.day, 28)) + 4 * DAY
    assert (on.day, on.month) in {(born.day, born.month), (28, 2)}
    assert (on.day, on.month) == (born.day, born.month) or (born.day, born.month) == (29, 2)


def test_what_asks_a_vog_or_a_certificate_is_for_who_showed_it() -> None:
    shown = Proofs(TODAY, (("EHBO", TODAY), ("Sociale hygiëne", None)))
    assert shown.allow(TODAY, asks_vog=True, asks="ehbo")
    assert not shown.allow(TODAY + DAY, asks_vog=True, asks="")
    assert not shown.allow(TODAY + DAY, asks_vog=False, asks="EHBO")
    assert shown.allow(TODAY + DAY, asks_vog=False, asks="Sociale hygiëne")
    assert Proofs().allow(TODAY, asks_vog=False, asks="")
    assert not Proofs().allow(TODAY, asks_vog=True, asks="")


def test_proofs_are_those_of_the_cards(demo: Services) -> None:
    host = ria(demo)
    assert demo.cards.proofs() == {}
    demo.cards.set_vog(host, TODAY, None)
    demo.cards.add_certificate(host, "EHBO", TODAY, TODAY + DAY)
    assert demo.cards.proofs() == {host: Proofs(rules.FOR_EVER, (("EHBO", TODAY + DAY),))}


def test_cards_keys_and_birthdays_are_the_coordinators_and_ones_own_card_is_ones_own(demo: Services) -> None:
    joop, host = demo.people.host_named("Joop Kramer").id, ria(demo)
    demo.sign_in.act_as(Actor(Role.HOST, host, "Ria Postma"))
    assert demo.cards.card(host).phone == "020 000 00 01"
    for refused in (
        lambda: demo.cards.card(joop),
        demo.cards.all,
        demo.cards.birthdays,
        demo.house_keys.all,
        lambda: demo.house_keys.give(host, "1", TODAY),
        lambda: demo.cards.set_reach(host, "Ria", "", on_list=True),
    ):
        with pytest.raises(NotAllowedError):
            refused()
