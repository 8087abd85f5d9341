"""A market through the window, from its joint start to what people said of it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind, EventRole, Motive, PlanThing, SessionKind
from buurtkamer_app.market.words import KINDS, MOTIVES, ROLES, SESSIONS
from buurtkamer_app.qt.days import show_time

from .conftest import ZONE
from .hands import Mouse, letters
from .market_hands import Market
from .test_whole_afternoon_mouse import sign_in_with_mouse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from .conftest import Person

SATURDAY = date(2026, 4, 18)
CHOIR, BREAD, BOOKS, PLANTS, FACES = "Koor De Merels", "Brood bakken", "Tweedehands boeken", "Stekjes", "Schminken"
SAID = "Ik sprak voor het eerst mijn achterbuur."


def test_a_market_from_its_joint_start_to_what_people_said(
    open_desk: Callable[[], Person], tmp_path_factory: pytest.TempPathFactory
) -> None:
    sheets = tmp_path_factory.mktemp("sheets")
    mouse = Mouse(open_desk())
    mouse.at("12:05")
    sign_in_with_mouse(mouse, "Ria Postma")
    market = Market(mouse)
    made(market)
    key = market.tells(lambda s: s.markets.listed()[0].id)
    joint_start(market, key)
    roles_and_goals(market, key)
    parts_and_a_clash(market, key)
    talent_and_permit(market, key)
    plan_with_a_route(market, key)
    run_sheet_and_programme(market, key, sheets)

    mouse.person.clock.instant = datetime(2026, 4, 18, 17, 30, tzinfo=ZONE)
    mouse = Mouse(open_desk())
    sign_in_with_mouse(mouse, "Ria Postma")
    market = Market(mouse)
    afterwards(market, key, sheets)


def made(market: Market) -> None:
    """Write a market down; it is opened at once."""
    from buurtkamer_app.qt.market.markets import MarketsPanel

    market.write(market.see(MarketsPanel), name="Buurtmarkt", on_date=SATURDAY, place="Wilgenplein")


def joint_start(market: Market, key: Any) -> None:
    """Come together for the joint start: who was there, and what somebody will do."""
    from buurtkamer_app.qt.market.meetings import MeetingsPanel

    market.go(translate("Meetings"))
    panel = market.see(MeetingsPanel)
    start = translate(SESSIONS[SessionKind.START])
    market.write(panel.sessions, kind=start, starts=time(10), ends=time(12))
    there(market, start, "Joke van de flat")
    market.write(panel.agreed, what="Stroom vragen aan de kerk", who="Joke")
    session = market.tells(lambda s: s.markets.sessions.all(event_id=key)[0])
    hosts, names = market.tells(lambda s: s.markets.presence.of(session.id))
    assert (len(hosts), names) == (1, ("Joke van de flat",))
    assert market.tells(lambda s: s.markets.actions.all(event_id=key)[0].it.who) == "Joke"


def there(market: Market, session: str, name: str) -> None:
    """Write down that the first host of the list and somebody by name were at a session."""
    from buurtkamer_app.qt.market.meetings import MeetingsPanel

    panel = market.see(MeetingsPanel)
    market.pick(panel.sessions.rows, session)
    form = panel.attendance
    market.person.wait(form.keep.isEnabled)
    form.there.item(0).setCheckState(Qt.CheckState.Checked)
    form.names.clear()
    letters(form.names, name)
    market.mouse.on(form.keep)


def roles_and_goals(market: Market, key: Any) -> None:
    """Fill a role; the others stay in sight as vacant. Set two goals."""
    from buurtkamer_app.qt.market.goals import GoalsPanel
    from buurtkamer_app.qt.market.opened import OpenedMarket
    from buurtkamer_app.qt.market.roles import RolesPanel

    market.go(translate("Roles"))
    panel, lead = market.see(RolesPanel), translate(ROLES[EventRole.PRODUCTION_LEAD])
    market.pick(panel.rows, lead)
    market.write(panel, name="Bram de Boer", contact="06 12345670")
    head = market.see(OpenedMarket)
    assert lead not in head.open_roles.text()
    assert translate(ROLES[EventRole.PROGRAMMER]) in head.open_roles.text()
    market.go(translate("Goals"))
    goals = market.see(GoalsPanel)
    market.write(goals, goal="Nieuwe gezichten uit de flats")
    market.write(goals, goal="Jong talent op het podium")
    assert len(market.tells(lambda s: s.markets.goals.all(event_id=key))) == 2


def parts_and_a_clash(market: Market, key: Any) -> None:
    """Write down the parts; two in one place at one time are told, and one moves."""
    from buurtkamer_app.qt.market.elements import ElementsPanel

    market.go(translate("Parts"))
    panel = market.see(ElementsPanel)
    motive = translate(MOTIVES[Motive.DISCOVERY])
    market.write(panel, kind=translate(KINDS[ElementKind.STALL]), name=BOOKS, owner="Mw. De Vries", motive=motive)
    market.write(panel, kind=translate(KINDS[ElementKind.STALL]), name=PLANTS)
    podium = {"place": "Podium", "kind": translate(KINDS[ElementKind.PERFORMANCE])}
    market.write(panel, name=CHOIR, starts=time(13), ends=time(13, 45), owner="Carlos", **podium)
    podium["kind"] = translate(KINDS[ElementKind.WORKSHOP])
    market.write(panel, name=BREAD, starts=time(13, 30), ends=time(14, 30), owner="Fatma", **podium)
    market.write(panel, kind=translate(KINDS[ElementKind.CHILDREN]), name=FACES, starts=time(12), ends=time(15))
    clash = market.tells(lambda s: s.markets.clashes(key))
    assert [CHOIR in one.say() and BREAD in one.say() for one in clash] == [True]
    market.pick(panel.rows, BREAD)
    market.write(panel, place="Eetkeuken")
    assert market.tells(lambda s: s.markets.clashes(key)) == ()
    assert [known.it.number for known in market.tells(lambda s: s.markets.elements.all(event_id=key))] == [
        1,
        2,
        3,
        4,
        5,
    ]


def talent_and_permit(market: Market, key: Any) -> None:
    """Match what somebody is good at to a part with one click, and say that a permit was asked for and given."""
    from buurtkamer_app.qt.market.permits import PermitsPanel
    from buurtkamer_app.qt.market.talents import ProposalLine, TalentsPanel

    market.go(translate("Talents"))
    panel = market.see(TalentsPanel)
    market.write(panel, name="Samira", likes="kinderen", good_at="schminken")
    market.mouse.on(market.see(ProposalLine).match)
    faces = market.tells(lambda s: next(one for one in s.markets.elements.all(event_id=key) if one.it.name == FACES))
    assert market.tells(lambda s: s.markets.talents.all(event_id=key)[0].it.element_id) == faces.id
    market.go(translate("Permits"))
    permits = market.see(PermitsPanel)
    market.pick(permits.rows, translate("Ask for the event permit"))
    market.mouse.on(permits.asked_today)
    market.pick(permits.rows, translate("Ask for the event permit"))
    market.mouse.on(permits.done_today)
    steps = market.tells(lambda s: s.markets.permits.all(event_id=key))
    assert [step.it.done_on for step in steps if step.it.done_on] == [date(2026, 3, 11)]


def plan_with_a_route(market: Market, key: Any) -> None:
    """Draw the route, the stage and the stalls; a stall that would stand on the route goes back."""
    from buurtkamer_app.qt.market.plan import PlanPanel

    market.go(translate("Floor plan"))
    panel = market.see(PlanPanel)
    for kind in (PlanThing.ENTRANCE, PlanThing.ROUTE, PlanThing.STAGE, PlanThing.STALL):
        market.mouse.on(panel.beside.adding_tab)
        market.mouse.on(panel.beside.adding.kinds[kind])
        market.person.wait(lambda: not panel.writing.busy)
        market.person.settle()
    things = market.tells(lambda s: s.floor_plans.plan(key).things)
    stall = next(one for one in things if one.it.kind is PlanThing.STALL)
    panel.view.choose(stall.id)
    market.mouse.on(panel.beside.one)
    market.person.wait(panel.beside.fields.what.isVisible)
    # The route lies along one of the sides of the plan: a stall as long as the other one would lie across it.
    for side in (panel.beside.fields.wide, panel.beside.fields.deep):
        side.setValue(3_500)
        market.person.settle()
        if panel.answer.isVisible():
            break
    assert panel.answer.text() == translate("Nothing may stand on the emergency route. It went back.")
    market.person.settle()
    after = market.tells(lambda s: s.floor_plans.plan(key).things)
    assert {one.it.kind for one in after} == {PlanThing.ENTRANCE, PlanThing.ROUTE, PlanThing.STAGE, PlanThing.STALL}


def run_sheet_and_programme(market: Market, key: Any, sheets: Path) -> None:
    """Set the network moment, let the day be proposed, and put programme and letters on paper."""
    from buurtkamer_app.qt.market.day import DayPanel

    market.go(translate("The day"))
    panel = market.see(DayPanel)
    show_time(panel.network.at, time(15))
    if panel.network.no_time.isChecked():
        panel.network.no_time.click()
    letters(panel.network.about, "Koffie voor wie iets wil beginnen")
    market.mouse.on(panel.network.keep)
    market.mouse.on(panel.steps.propose)
    steps = [known.it for known in market.tells(lambda s: s.market_days.of(key).steps)]
    assert (time(12, 45), translate("Get ready: {name}", name=CHOIR)) in [(step.at, step.what) for step in steps]
    assert time(15) in [step.at for step in steps]
    programme = market.keep_as_file(panel.papers, sheets / "programme.pdf", "market_programme")
    assert all(name in programme for name in (CHOIR, BREAD, BOOKS, PLANTS, FACES))
    assert "Carlos" not in programme
    letters_ = market.keep_as_file(panel.papers, sheets / "letters.pdf", "market_letters")
    assert "Bram de Boer · 06 12345670" in letters_


def afterwards(market: Market, key: Any, sheets: Path) -> None:
    """Tick the day, write down who was there, and look back on it."""
    from buurtkamer_app.qt.market.afterwards import AfterwardsPanel
    from buurtkamer_app.qt.market.day import DayPanel
    from buurtkamer_app.qt.market.markets import MarketsPanel
    from buurtkamer_app.qt.market.meetings import MeetingsPanel

    listing = market.see(MarketsPanel)
    market.pick(listing.rows, "Buurtmarkt")
    market.mouse.on(listing.open)
    market.go(translate("The day"))
    day = market.see(DayPanel)
    market.pick(day.steps.rows, translate("Opening"))
    market.mouse.on(day.steps.tick)
    assert [known.it.what for known in market.tells(lambda s: s.market_days.of(key).steps) if known.it.done_at] == [
        translate("Opening")
    ]
    market.go(translate("Meetings"))
    own = translate(SESSIONS[SessionKind.DAY])
    market.write(market.see(MeetingsPanel).sessions, kind=own, starts=time(9), ends=time(17))
    there(market, own, "Joke van de flat")

    market.go(translate("Afterwards"))
    panel = market.see(AfterwardsPanel)
    market.pick(panel.outcomes.rows, "Nieuwe gezichten")
    market.write(panel.outcomes, outcome="Zeventien nieuwe gezichten")
    panel.numbers.not_counted.click()
    panel.numbers.visitors.setValue(350)
    letters(panel.numbers.reflection, "Droog en druk")
    market.mouse.on(panel.numbers.keep)
    market.write(panel.ties, between="Koor De Merels", and_with="Basisschool De Boom", about="Zingen samen")
    market.write(panel.said, text=SAID, name="Joke")
    assert panel.said.answer.text() == translate("Tick that the name may stand there, or leave it out.")
    market.write(panel.said, agreed=True)

    told = market.keep_as_file(panel.papers, sheets / "back.pdf", "market_afterwards")
    for words in ("Zeventien nieuwe gezichten", "350", "Basisschool De Boom", "Zingen samen", SAID, "Joke", "Droog"):
        assert words in told
    market.pick(panel.said.rows, SAID[:20])
    market.mouse.on(panel.said.withdraw)
    without = market.keep_as_file(panel.papers, sheets / "again.pdf", "market_afterwards")
    assert SAID in without
    assert "Joke" not in without
