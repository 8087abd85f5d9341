"""Every yes in one list, with who, when, which text and to whom; each taken back as easily as it was given."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_trust import ConsentFor
from buurtkamer_app.people.rules import MAY_REMEMBER, MAY_REMEMBER_CHILD
from buurtkamer_app.privacy.consents.rules import ASKED, by_name
from buurtkamer_app.storage.tables.privacy import ConsentRow
from buurtkamer_app.wishes.records import NewWish
from tests.privacy.filled import fill, open_days, standing

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.privacy.consents.records import Given
    from buurtkamer_app.services import Services


def sit_host(demo: Services, name: str = "Ria Postma") -> None:
    host = demo.people.host_named(name)
    demo.sign_in.act_as(Actor(host.role, host.id, host.name))


def come(demo: Services, name: str) -> UUID:
    return demo.arrivals.come_in([name]).value[0].visitor


def of(demo: Services, purpose: ConsentFor, typed: str = "") -> list[Given]:
    return [one for one in demo.consents.given(typed) if one.purpose is purpose]


def as_coordinator(demo: Services) -> None:
    demo.sign_in.act_as(Actor(Role.COORDINATOR, None, ""))


def test_a_name_that_may_be_kept_is_written_down_with_who_when_and_which_text(demo: Services) -> None:
    sit_host(demo)
    demo.people.remember(come(demo, "Qwertina"))
    as_coordinator(demo)
    (found,) = of(demo, ConsentFor.NAME, "qwer")
    assert (found.who, found.taken_by, found.text) == ("Qwertina", "Ria Postma", translate(MAY_REMEMBER))
    assert found.given_at == demo.store.clock.now()
    assert not found.under_16


def test_of_a_child_a_parent_says_yes_by_name(demo: Services) -> None:
    visitor = come(demo, "Jip")
    with pytest.raises(RefusedError):
        demo.people.remember(visitor, under_16=True, parent="  ")
    assert not demo.people.visitor(visitor).remembered
    demo.people.remember(visitor, under_16=True, parent="Moeder Xandra")
    (found,) = of(demo, ConsentFor.NAME, "jip")
    assert (found.under_16, found.parent, found.text) == (True, "Moeder Xandra", translate(MAY_REMEMBER_CHILD))
    assert of(demo, ConsentFor.NAME, "xandra") == [found]


def test_who_came_with_a_list_stands_there_without_words_or_day(demo: Services) -> None:
    demo.people.know("Uit een lijst", demo.room.today(), may_remember=True)
    (found,) = of(demo, ConsentFor.NAME, "uit een")
    assert (found.given_at, found.text, found.taken_by) == (None, "", "")


def test_a_withdrawn_name_can_be_undone_today_and_goes_with_the_next_opening(
    demo: Services, demo_engine: Engine, clock: SetClock
) -> None:
    open_days(demo, clock, 2)
    visitor = come(demo, "Qwertina")
    demo.people.remember(visitor)
    demo.missed.consent(visitor, "06 12345678")
    demo.consents.withdraw(of(demo, ConsentFor.NAME, "qwer")[0])
    assert demo.missed.agreement(visitor) is None
    last = demo.history.last()
    assert last is not None
    demo.history.undo(last.unit)
    assert demo.people.visitor(visitor).remembered
    assert demo.missed.agreement(visitor) is not None
    demo.consents.withdraw(of(demo, ConsentFor.NAME, "qwer")[0])
    assert of(demo, ConsentFor.NAME, "qwer") == []
    open_days(demo, clock, 1)
    assert demo.retention.run().value.gone["withdrawn"] == 1
    assert standing(demo_engine, "Qwertina") == set()
    assert standing(demo_engine, "12345678") == set()
    with demo_engine.connect() as connection:
        rows = connection.execute(select(ConsentRow.visitor_id, ConsentRow.withdrawn_at)).all()
    assert rows
    assert all(key is None and at is not None for key, at in rows)


def test_a_withdrawn_call_stops_at_once(demo: Services) -> None:
    visitor = come(demo, "Qwertina")
    demo.missed.consent(visitor, "06 12345678")
    (found,) = of(demo, ConsentFor.CALL)
    demo.consents.withdraw(found)
    assert demo.missed.agreement(visitor) is None
    assert of(demo, ConsentFor.CALL) == []
    assert of(demo, ConsentFor.NAME, "qwer") != []


def test_a_withdrawn_number_goes_and_the_wish_stays(demo: Services) -> None:
    sit_host(demo)
    wish = demo.wishes.write(
        NewWish("Samen zingen", Theme.COMMUNITY, asked_by="Qwertina", contact="06 12345678", may_contact=True)
    ).value
    as_coordinator(demo)
    (found,) = of(demo, ConsentFor.CONTACT, "qwertina")
    assert (found.taken_by, found.text) == ("Ria Postma", translate(ASKED[ConsentFor.CONTACT]))
    demo.consents.withdraw(found)
    assert of(demo, ConsentFor.CONTACT, "qwertina") == []
    assert next(one for one in demo.wishes.all() if one.id == wish).text == "Samen zingen"


def test_every_yes_of_a_filled_room_stands_in_the_list_and_can_be_taken_back(
    demo: Services, demo_engine: Engine
) -> None:
    fill(demo_engine)
    found = [one for one in demo.consents.given("zz")]  # noqa: C416 - a list of its own
    assert {one.purpose for one in found} == set(ConsentFor) - {ConsentFor.QUESTION} | (
        {one.purpose for one in found} & {ConsentFor.QUESTION}
    )
    for one in found:
        if one.purpose is not ConsentFor.QUESTION:
            demo.consents.withdraw(one)
    assert {one.purpose for one in demo.consents.given("zz")} <= {ConsentFor.QUESTION}


def test_two_cards_that_become_one_leave_no_yes_of_the_one_that_goes(demo: Services, clock: SetClock) -> None:
    kept, gone = come(demo, "Qwertina"), come(demo, "Qwertien")
    demo.people.remember(kept)
    demo.people.remember(gone)
    demo.merging.merge(kept, gone)
    assert len(of(demo, ConsentFor.NAME, "qwert")) == 1
    clock.instant += timedelta(days=1)
    assert of(demo, ConsentFor.NAME, "qwertien") == []


def test_only_the_coordinator_sees_the_whole_list(demo: Services) -> None:
    sit_host(demo)
    with pytest.raises(NotAllowedError):
        demo.consents.given()


def test_nobody_is_found_by_what_is_no_start_of_a_name() -> None:
    assert by_name([], "x") == []
