"""What the programmes of a room hold for the checks over all sheets: with names, numbers and notes to keep inside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import cycle, pairwise
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import (
    Characteristic,
    EffectOn,
    ElementKind,
    EventRole,
    LedBy,
    Motive,
    PlanThing,
    Programme,
    ResourceKind,
    Respondent,
    SessionKind,
    TargetGroup,
)
from buurtkamer_app.market.afterwards.records import NewTestimonial, NewTie
from buurtkamer_app.market.day.records import RunStep
from buurtkamer_app.market.records import Element, Goal, MarketEvent, Presence, Session, Talent
from buurtkamer_app.neighbourhood.living.records import Custom, Group, Outreach, Task, Tie
from buurtkamer_app.neighbourhood.resources.records import Resource
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked
from buurtkamer_app.street.records import BringsHome, Course, GoesBack, Plan, Reflection, Street
from buurtkamer_app.team.effects.records import Answers, Batch
from buurtkamer_app.team.meetings.records import Action, Meeting
from buurtkamer_app.team.records import Team

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from buurtkamer_app.services import Services

BEGAN: Final = date(2025, 1, 6)
# Of each kind so many parts of a market, each third one with every field filled to its end.
_PARTS: Final = 12


class Around:
    """Fills the programmes of a room: `names` and `text` are what its records are called and say.

    `hidden` are a name, a number and a note of which nothing may stand on a sheet for everybody.
    """

    def __init__(self, services: Services, names: Sequence[str], text: str, *, hidden: tuple[str, str, str]) -> None:
        self._services, self._text = services, text
        self._today = services.room.today()
        self._names = cycle(names)
        self._who, self._phone, self._note = hidden

    def fill(self) -> None:
        """Fill all four."""
        self._services.programmes.set_on(frozenset(Programme))
        self._team()
        self._neighbourhood()
        self._scan()
        self._market()
        self._street()

    def _name(self, most: int = 120) -> str:
        return next(self._names)[:most].strip()

    def _team(self) -> None:
        services, today = self._services, self._today
        if services.teams.team() is None:
            services.teams.set_up(Team(self._name(), BEGAN, 6_000, 600, 900, 3))
        member = services.teams.add_member(self._who, self._phone).value
        held = today - timedelta(days=7)
        agenda = f"{self._text}\n{self._note}"
        meeting = services.meetings.write(Meeting(held, time(10), time(11), agenda, frozenset({member}))).value
        services.meetings.actions.write(Action(meeting, self._text, self._who, today))
        services.effects.write(Batch(held, tuple((on, Answers(1, 2, 4)) for on in EffectOn)))

    def _neighbourhood(self) -> None:
        living, today = self._services.living, self._today
        for kind in ResourceKind:
            name = self._who if kind is ResourceKind.RESIDENT else self._name()
            self._services.resources.write(Resource(kind, name, self._text, self._who, self._phone, self._name()))
        for _ in range(3):
            living.customs.write(Custom(self._text))
            living.tasks.write(Task(self._name(), self._name(), self._text, Theme.COMMUNITY))
        taken = living.tasks.write(Task(self._name(), "", "", Theme.COMMUNITY)).value
        living.take_task(taken, self._who, self._phone)
        groups = [living.groups.write(Group(f"{number} {self._name(80)}", self._text)).value for number in range(6)]
        for one, other in pairwise(groups):
            living.ties.write(Tie(one, other, 2, self._name(100)))
        living.outreach.write(Outreach(today, self._name(), 40, 12, 28, self._note))

    def _scan(self) -> None:
        for year in (self._today.year - 1, self._today.year):
            for respondent in Respondent:
                marks = {about: Marked(number % 5 + 1, self._note) for number, about in enumerate(Characteristic)}
                self._services.scans.answer(year, Answer(respondent, marks))

    def _market(self) -> None:
        markets, today = self._services.markets, self._today
        place, on = self._name(), today + timedelta(days=3)
        market = MarketEvent(self._name(), on, time(10), time(16), place, self._text, network_at=time(15))
        event = markets.events.write(market).value
        self._parts(event)
        lead = next(one for one in markets.roles.all(event_id=event) if one.it.role is EventRole.PRODUCTION_LEAD)
        markets.roles.write(replace(lead.it, name=self._who, contact=self._phone), lead.id)
        markets.talents.write(Talent(event, self._who, self._phone, self._text, self._text))
        markets.goals.write(Goal(event, self._text, self._text))
        session = markets.sessions.write(Session(event, SessionKind.START, today, time(9), time(10), self._note)).value
        markets.presence.write(Presence(session, self._who))
        self._services.market_days.propose(event)
        self._services.market_days.steps.write(RunStep(event, time(9), self._text, self._who, self._name()))
        after = self._services.market_afterwards
        after.ties.write(NewTie(event, self._name(), self._name(), self._text))
        after.testimonials.write(NewTestimonial(event, self._text))
        after.reflect(event, self._text)

    def _parts(self, event: UUID) -> None:
        plans = self._services.floor_plans
        for thing in (PlanThing.ROUTE, PlanThing.ENTRANCE, PlanThing.STAGE, PlanThing.TOILET, PlanThing.TREE):
            plans.add(event, thing)
        for number in range(_PARTS):
            kind, motive = list(ElementKind)[number % 4], list(Motive)[number % 4]
            part = Element(event, kind, self._name(), motive, contact=self._phone, number=number + 1)
            if number % 3 == 0:
                more = (self._name(), self._phone, time(11), time(12), self._name(), self._text)
                part = Element(event, kind, self._name(), motive, *more, number + 1)
            key = self._services.markets.elements.write(part).value
            plans.add(event, PlanThing.STALL, key)

    def _street(self) -> None:
        services, days = self._services, self._services.street_days
        street = services.streets.known.write(Street(self._name(90), *(self._note,) * 4)).value
        texts = [self._name(110) for _ in range(6)]
        for on in (self._today - timedelta(days=4), self._today + timedelta(days=2)):
            plan = Plan(
                self._name(90),
                on,
                time(14),
                time(17),
                texts[0],
                LedBy.TOGETHER,
                texts[1],
                texts[2],
                frozenset(TargetGroup),
                talk_cart=True,
                to_bring=texts[3],
                by_rain=texts[4],
            )
            activity = services.street_plans.write(street, plan).value
            for _ in range(3):
                days.home.write(BringsHome(activity, self._who, self._who))
                days.back.write(GoesBack(activity, self._name(110), self._who))
        last = services.streets.of(street)[0]
        days.went(last.id, Course(40, 2, time(16), time(17, 30)), ())
        text, groups = self._text[:290], frozenset(TargetGroup)
        said = Reflection(
            text,
            texts[0],
            texts[1],
            texts[2],
            texts[3],
            with_volunteers=True,
            strong=texts[4],
            barriers=texts[5],
            differently=text,
            remains=text,
            anecdote=self._text[:640],
            recommend=8,
            impact=9,
            reached=groups,
            goals=frozenset(range(1, 18)),
            finished=True,
        )
        services.street_reflections.write(last.id, said)
