"""What came of a market: outcomes, who came, new ties, and what people said, with a name only with their yes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from buurtkamer_app.base.errors import ClashError, NotAllowedError, RefusedError
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.market.afterwards.records import NewTestimonial, NewTie
from tests.market.rooms_of_the_day import SATURDAY, make_market

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

SAID = "Ik woon hier dertig jaar en sprak voor het eerst mijn achterbuur."


def after_the_day(services: Services, clock: SetClock) -> None:
    clock.instant += timedelta(days=(SATURDAY - services.room.today()).days + 1)


def test_each_goal_gets_what_came_of_it(services: Services) -> None:
    event = make_market(services)
    goal = services.market_afterwards.of(event).goals[0]
    services.market_afterwards.say_outcome(goal.id, "Zeventien nieuwe gezichten")
    found = services.market_afterwards.of(event)
    assert [known.it.outcome for known in found.goals] == ["Zeventien nieuwe gezichten", ""]
    assert found.goals[0].it.goal == goal.it.goal
    services.market_afterwards.say_outcome(goal.id, "")
    assert services.market_afterwards.of(event).goals[0].it.outcome == ""


def test_visitors_are_counted_from_the_day_on(demo: Services, clock: SetClock) -> None:
    event = make_market(demo)
    with pytest.raises(RefusedError):
        demo.market_afterwards.count(event, 350)
    after_the_day(demo, clock)
    demo.market_afterwards.count(event, 350)
    assert demo.market_afterwards.of(event).event.it.visitors == 350
    with pytest.raises(RefusedError):
        demo.market_afterwards.count(event, -1)
    demo.market_afterwards.count(event, None)
    assert demo.market_afterwards.of(event).event.it.visitors is None


def test_a_look_back_is_written_and_too_long_a_one_is_refused(services: Services) -> None:
    event = make_market(services)
    services.market_afterwards.reflect(event, "Het regende, en toch bleef iedereen.\nVolgend jaar weer.")
    with pytest.raises(RefusedError):
        services.market_afterwards.reflect(event, "x" * 10_001)
    assert services.market_afterwards.of(event).event.it.reflection.startswith("Het regende")


def test_looking_back_leaves_the_rest_of_the_market_as_it_was(demo: Services, clock: SetClock) -> None:
    event = make_market(demo)
    before = demo.markets.events.one(event).it
    after_the_day(demo, clock)
    demo.market_afterwards.count(event, 5)
    demo.market_afterwards.reflect(event, "Goed")
    after = demo.markets.events.one(event).it
    assert (after.name, after.network, after.network_at, after.place) == (
        before.name,
        before.network,
        before.network_at,
        before.place,
    )


def test_a_new_tie_is_between_two(services: Services) -> None:
    event = make_market(services)
    services.market_afterwards.ties.write(NewTie(event, "Koor De Merels", "Basisschool De Boom", "Zingen samen"))
    assert [known.it.between for known in services.market_afterwards.of(event).ties] == ["Koor De Merels"]
    for one, other in (("", "School"), ("School", ""), ("School", " school ")):
        with pytest.raises(RefusedError):
            services.market_afterwards.ties.write(NewTie(event, one, other))


def test_without_a_yes_a_testimonial_stands_without_a_name(services: Services) -> None:
    event = make_market(services)
    services.market_afterwards.testimonials.write(NewTestimonial(event, SAID))
    found = services.market_afterwards.of(event).testimonials[0].it
    assert (found.text, found.name, found.agreed) == (SAID, "", False)


@pytest.mark.parametrize(
    "wrong",
    [{"name": "Joke"}, {"agreed": True}, {"consent_by": "Haar moeder"}, {"text": " "}, {"text": "x" * 10_000}],
)
def test_a_name_without_a_yes_and_a_yes_without_a_name_are_refused(services: Services, wrong: dict[str, Any]) -> None:
    event = make_market(services)
    with pytest.raises(RefusedError):
        services.market_afterwards.testimonials.write(NewTestimonial(event, **({"text": SAID} | wrong)))
    assert services.market_afterwards.of(event).testimonials == ()


def test_who_said_yes_and_when_is_kept_and_stays_when_the_text_is_corrected(
    services: Services, clock: SetClock
) -> None:
    event = make_market(services)
    said = services.market_afterwards.testimonials
    key = said.write(NewTestimonial(event, SAID, "Sam", agreed=True, consent_by="Zijn moeder")).value
    first = said.all(event_id=event)[0]
    assert (first.it.name, first.it.consent_by, first.it.consent_at) == ("Sam", "Zijn moeder", clock.now())
    clock.instant += timedelta(days=1)
    said.write(NewTestimonial(event, SAID + " Echt.", "Sam", agreed=True, consent_by="Zijn moeder"), key, first.version)
    assert said.all(event_id=event)[0].it.consent_at == first.it.consent_at
    said.write(NewTestimonial(event, SAID, "Samira", agreed=True), key)
    again = said.all(event_id=event)[0].it
    assert (again.consent_by, again.consent_at) == ("Samira", clock.now())


def test_a_yes_is_taken_back_with_one_press_and_the_name_is_gone(services: Services) -> None:
    event = make_market(services)
    said = services.market_afterwards.testimonials
    key = said.write(NewTestimonial(event, SAID, "Joke", agreed=True)).value
    said.withdraw(key)
    found = said.all(event_id=event)[0].it
    assert (found.text, found.name, found.consent_by, found.consent_at) == (SAID, "", "", None)
    said.take_away(key)
    assert said.all(event_id=event) == []
    with pytest.raises(RefusedError):
        said.withdraw(key)


def test_two_desks_do_not_write_over_each_other(services: Services) -> None:
    event = make_market(services)
    said = services.market_afterwards.testimonials
    key = said.write(NewTestimonial(event, SAID)).value
    version = said.all(event_id=event)[0].version
    said.write(NewTestimonial(event, "Anders gezegd"), key, version)
    with pytest.raises(ClashError):
        said.write(NewTestimonial(event, "Nog eens anders"), key, version)
    assert said.all(event_id=event)[0].it.text == "Anders gezegd"


def test_all_of_it_goes_with_the_market(services: Services) -> None:
    event = make_market(services)
    services.market_days.propose(event)
    services.market_afterwards.ties.write(NewTie(event, "Koor", "School"))
    services.market_afterwards.testimonials.write(NewTestimonial(event, SAID, "Joke", agreed=True))
    services.markets.events.take_away(event)
    assert services.market_afterwards.testimonials.all() == []
    assert services.market_afterwards.ties.all() == []
    assert services.market_days.steps.all() == []


def test_nobody_looks_back_without_signing_in(services: Services) -> None:
    event = make_market(services)
    services.sign_in.act_as(Actor(Role.NOBODY))
    with pytest.raises(NotAllowedError):
        services.market_afterwards.of(event)
    with pytest.raises(NotAllowedError):
        services.market_afterwards.reflect(event, "Goed")


def test_a_name_whose_yes_was_taken_back_goes_for_good_the_day_after(demo: Services, clock: SetClock) -> None:
    event = make_market(demo)
    said = demo.market_afterwards.testimonials
    key = said.write(NewTestimonial(event, SAID, "Joke", agreed=True, consent_by="Wilhelmina")).value
    stays = said.write(NewTestimonial(event, SAID, "Samira", agreed=True)).value
    said.write(NewTestimonial(event, SAID + " Echt.", "Sam", agreed=True), stays)
    back = said.withdraw(key)
    demo.days.open()
    said.forget_names()
    assert "Wilhelmina" in _journal(demo)
    clock.instant += timedelta(days=1)
    said.forget_names()
    assert not any(name in _journal(demo) for name in ("Joke", "Wilhelmina"))
    assert "Samira" in _journal(demo)
    assert back.unit is not None
    with pytest.raises(ClashError):
        demo.history.undo(back.unit)


def _journal(services: Services) -> str:
    with services.store.reading() as session:
        return str(session.execute(text("SELECT CAST(before AS TEXT) FROM journal_change")).all())
