"""The sheets of a market are made of what stands in the room, of the market that is asked for, for who may see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms_around import EventRole, Programme, SessionKind
from buurtkamer_app.market.afterwards.records import NewTestimonial, NewTie
from buurtkamer_app.market.records import Session
from buurtkamer_app.papers.every import EVERY, kind
from buurtkamer_app.papers.records import Wanted
from buurtkamer_app.printing.dress import Ink
from tests.market.rooms_of_the_day import LEAD, LEAD_PHONE, SATURDAY, make_market
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

NAMES: Final = (
    "market_programme",
    "market_wanted",
    "market_letters",
    "market_run_sheet",
    "market_permits",
    "market_afterwards",
)
WEDNESDAY: Final = date(2026, 3, 11)


def made(services: Services, name: str, event: UUID | None = None, day: date = WEDNESDAY, **choices: Any) -> bytes:
    of = kind(name)
    assert of is not None
    return of.make(services, Wanted(day, replace(of.usual, **choices), event=event)).pdf


def test_they_are_seen_only_where_the_programme_is_on_and_private_where_they_bear_numbers() -> None:
    found = {one.name: one for one in EVERY if one.name in NAMES}
    assert set(found) == set(NAMES)
    assert {one.programme for one in found.values()} == {Programme.MARKET}
    assert {name for name, one in found.items() if one.private} == {"market_letters", "market_run_sheet"}


@pytest.mark.parametrize("language", ["nl", "nl_BE", "en"])
def test_all_of_them_are_whole_in_every_language(demo: Services, language: str) -> None:
    event = make_market(demo)
    demo.market_days.propose(event)
    demo.market_afterwards.ties.write(NewTie(event, "Koor", "School", "Zingen"))
    i18n.speak(language)
    for name in NAMES:
        check(made(demo, name, event, ink=Ink.COLOUR), least=11)


def test_what_is_for_everybody_bears_no_owner_contact_or_number(demo: Services) -> None:
    event = make_market(demo)
    for name in ("market_programme", "market_wanted", "market_permits", "market_afterwards"):
        words = text(made(demo, name, event))
        assert LEAD_PHONE not in words
        assert "Mw. De Vries" not in words
    assert f"{LEAD} · {LEAD_PHONE}" in text(made(demo, "market_letters", event))


def test_without_a_key_it_is_the_next_market_and_else_the_last(demo: Services, clock: SetClock) -> None:
    event = make_market(demo)
    other = demo.markets.events.one(event).it
    demo.markets.events.write(replace(other, name="Herfstmarkt", on_date=date(2026, 10, 3)))
    assert "Buurtmarkt Wilgenhof" in text(made(demo, "market_programme"))
    clock.instant = datetime(2027, 1, 4, 12, tzinfo=clock.instant.tzinfo)
    assert "Herfstmarkt" in text(made(demo, "market_programme"))


def test_stallholders_are_told_the_time_of_the_run_sheet(demo: Services) -> None:
    event = make_market(demo)
    demo.market_days.propose(event)
    line = next(s for s in demo.market_days.of(event).steps if s.it.what == translate("Stallholders set up"))
    demo.market_days.steps.write(replace(line.it, at=line.it.at.replace(hour=8)), line.id)  # type: ignore[arg-type]
    told = translate("From {time} on. Be ready at {ready}.", time="08.00", ready="11.00")
    assert told in text(made(demo, "market_letters", event))


def test_numbers_of_hosts_stand_there_for_the_coordinator_and_else_what_was_written_at_the_role(demo: Services) -> None:
    event = make_market(demo)
    key, number = next(iter(demo.outlook.phones().items()))
    role = next(r for r in demo.markets.roles.all(event_id=event) if r.it.role is EventRole.PRODUCER)
    demo.markets.roles.write(replace(role.it, host_id=key), role.id)
    assert number in text(made(demo, "market_run_sheet", event))
    demo.sign_in.act_as(Actor(Role.HOST, key, "Ria"))
    words = text(made(demo, "market_run_sheet", event))
    assert number not in words
    assert LEAD_PHONE in words


def test_looking_back_counts_who_helped_and_names_who_said_yes(demo: Services, clock: SetClock) -> None:
    event = make_market(demo)
    clock.instant += timedelta(days=(SATURDAY - demo.room.today()).days + 1)
    at = demo.markets.events.one(event).it
    day = demo.markets.sessions.write(Session(event, SessionKind.DAY, SATURDAY, at.starts, at.ends)).value
    hosts = [host.id for host in demo.people.hosts()[:3]]
    demo.markets.presence.set(day, hosts, ["Joke van de flat", "Mo"])
    demo.market_afterwards.look_back(event, 350, "Droog en druk")
    said = demo.market_afterwards.testimonials.write(NewTestimonial(event, "Mooi!", "Zebedeus", agreed=True)).value
    words = text(made(demo, "market_afterwards", event))
    assert "350 5 " in words
    assert "Zebedeus" in words
    demo.market_afterwards.testimonials.withdraw(said)
    words = text(made(demo, "market_afterwards", event))
    assert "Zebedeus" not in words
    assert "Mooi!" in words
    assert "Joke van de flat" not in words


def test_a_cancelled_market_stays_on_record_and_its_sheets_say_why(demo: Services) -> None:
    event = make_market(demo)
    demo.markets.events.write(replace(demo.markets.events.one(event).it, cancelled="Storm op komst"), event)
    for name in NAMES:
        assert "Storm op komst" in text(made(demo, name, event))
