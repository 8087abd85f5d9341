"""What the pictures show around the room: a team, a market, a street, a neighbourhood, agreements; all made up."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.terms import Theme
from buurtkamer_app.base.terms_around import (
    Bearer,
    Characteristic,
    EffectOn,
    ElementKind,
    LedBy,
    Motive,
    PlanThing,
    ResourceKind,
    Respondent,
    SessionKind,
    TargetGroup,
)
from buurtkamer_app.evaluation.agreed.records import Agreement, ProfessionalHours
from buurtkamer_app.evaluation.costs.records import Spent, UnitValue
from buurtkamer_app.evaluation.records import Result
from buurtkamer_app.market.plan.placing import Row
from buurtkamer_app.market.records import Action, Element, Goal, MarketEvent, MarketRole, Presence, Session, Talent
from buurtkamer_app.neighbourhood.living.records import Custom, Group, MeetingSpot, Outreach, Task, Tie
from buurtkamer_app.neighbourhood.resources.records import Resource
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked, Planned
from buurtkamer_app.street.records import BringsHome, Course, GoesBack, Plan, Reflection
from buurtkamer_app.team.effects.records import Answers, Batch
from buurtkamer_app.team.meetings.records import Meeting

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.services import Services

MARKET_DAY: Final = date(2026, 5, 9)
_STREET_DAY: Final = date(2026, 3, 4)


def around(services: Services) -> None:
    """Let a room have a year around it; the coordinator is at the desk."""
    market(services)
    street(services)
    _neighbourhood(services)
    _team(services)
    _agreed(services)


def market(services: Services) -> UUID:
    """Plan a market of spring: twelve stalls, a stage, what is still wanted."""
    markets = services.markets
    key = markets.events.write(
        MarketEvent("Lentemarkt", MARKET_DAY, time(11), time(16), "Plein aan het Wilgenpad")
    ).value
    parts = [
        Element(key, ElementKind.STALL, name, Motive.DISCOVERY, place="Het plein")
        for name in ("Plantjes en stekjes", "Tweedehands kleding", "Boeken", "Fietsen maken", "Wat doet de wijk?")
    ]
    parts += [
        Element(
            key,
            ElementKind.PERFORMANCE,
            "Koor uit de straat",
            Motive.RELAXATION,
            "Koor",
            "",
            time(13),
            time(13, 45),
            "Podium",
        ),
        Element(
            key,
            ElementKind.PERFORMANCE,
            "Dansgroep",
            Motive.RELAXATION,
            "Dansgroep",
            "",
            time(13, 30),
            time(14),
            "Podium",
        ),
        Element(
            key,
            ElementKind.WORKSHOP,
            "Soep uit vijf keukens",
            Motive.MEETING,
            "Fatma",
            "",
            time(12),
            time(13, 30),
            "Kookkraam",
        ),
        Element(
            key,
            ElementKind.CHILDREN,
            "Stoepkrijt",
            Motive.CONNECTION,
            "",
            "",
            time(11, 30),
            time(15),
            "Hoek bij de school",
        ),
    ]
    made = [markets.elements.write(part).value for part in parts]
    first, second, *_ = markets.roles.all(event_id=key)
    for held, name in ((first, "Ria"), (second, "Kees")):
        markets.roles.write(MarketRole(key, held.it.role, name), held.id)
    start = markets.sessions.write(
        Session(key, SessionKind.START, date(2026, 3, 3), time(19, 30), time(21), "Samen beginnen")
    ).value
    for name in ("Ria", "Kees", "Mevrouw De Boer"):
        markets.presence.write(Presence(start, name))
    markets.actions.write(Action(key, "De school vragen om het plein", "Ria", date(2026, 3, 10), session_id=start))
    markets.goals.write(Goal(key, "Buren uit beide flats leren elkaar kennen"))
    markets.talents.write(Talent(key, "Bep", likes="tuinieren, plantjes stekken", good_at="plantjes"))
    plans = services.floor_plans
    plans.add(key, PlanThing.ENTRANCE)
    plans.add(key, PlanThing.STAGE, made[5])
    plans.add_row(key, Row(5), made[:5])
    plans.add(key, PlanThing.FIRST_AID)
    services.market_days.propose(key)
    return key


def street(services: Services) -> UUID:
    """Let a street have had its first afternoon, which residents finished by themselves."""
    key = services.streets.add("Kanaalstraat").value
    groups = frozenset({TargetGroup.CHILDREN, TargetGroup.OLDER, TargetGroup.FAMILIES, TargetGroup.OTHER_LANGUAGE})
    plan = Plan(
        "Koffie op de stoep",
        _STREET_DAY,
        time(14),
        time(17),
        "Het grasveld",
        LedBy.PROFESSIONALS,
        "Drie diensten en een vereniging",
        "Vier buren",
        groups,
        talk_cart=True,
        to_bring="Tafels, stoelen, koffie",
        by_rain="In de buurtkamer",
    )
    activity = services.street_plans.write(key, plan).value
    services.street_days.went(activity, Course(40, 3, time(17), time(18, 30)), [])
    services.street_days.home.write(BringsHome(activity, "De buren van 12", "Twee oudere buren"))
    services.street_days.back.write(GoesBack(activity, "Zes stoelen", "De school", done=True))
    said = Reflection(
        strong="Veel zin bij de bewoners, en zo georganiseerd.",
        barriers="Niet overal wilden mensen komen.",
        differently="Sneller terugkomen in dezelfde straat.",
        remains="Bewoners spreken nu zelf af.",
        anecdote="Om vijf uur was het voorbij, maar niemand ging. De buren ruimden samen op.",
        recommend=8,
        impact=7,
        reached=groups,
        goals=frozenset({3, 10, 11}),
    )
    services.street_reflections.write(activity, said)
    services.street_turns.lead(key, LedBy.PROFESSIONALS, _STREET_DAY)
    return key


def _neighbourhood(services: Services) -> None:
    for kind, name, adds in (
        (ResourceKind.ASSOCIATION, "Speeltuinvereniging", "een zaal op zondag"),
        (ResourceKind.CHURCH, "De Ark", "soep op donderdag"),
        (ResourceKind.SHOP, "Bakker op de hoek", "brood van gisteren"),
        (ResourceKind.SCHOOL, "Basisschool De Wilg", "het plein na vieren"),
        (ResourceKind.SERVICE, "Huisartsenpost", "een spreekuur in de kamer"),
        (ResourceKind.PLACE, "Bankje bij de sluis", "een praatje"),
        (ResourceKind.RESIDENT, "Joop van de fietsen", "banden plakken"),
    ):
        services.resources.write(Resource(kind, name, adds))
    living = services.living
    living.tasks.write(
        Task("Plantenbakken water geven", "in de zomer, twee keer per week", "een gieter", Theme.NEIGHBOURHOOD)
    )
    living.tasks.write(Task("Voorlezen op woensdag", "woensdag om half drie", "een boek", Theme.PERSONAL_DEVELOPMENT))
    living.customs.write(Custom("Wie nieuw is, krijgt een kop soep en een rondje langs de buren."))
    flats, school, garden, club = (
        living.groups.write(Group(name, "")).value
        for name in ("Flat aan het water", "Ouders van de school", "Moestuin", "Biljartclub")
    )
    living.ties.write(Tie(flats, school, 2, "het schoolplein"))
    living.ties.write(Tie(school, garden, 3, "de kindertuin"))
    living.outreach.write(Outreach(date(2026, 3, 2), "Kanaalstraat", 40, 22, 18, "Veel mensen missen een bankje."))
    living.spots.write(MeetingSpot("Wasserette", "Koffie uit de thermoskan", "vrijdagochtend"))
    del club
    for year, scores in ((2025, (4, 2, 3, 3, 4)), (2026, (4, 3, 4, 2, 4))):
        for respondent in (Respondent.RESIDENT, Respondent.VOLUNTEER, Respondent.PROFESSIONAL):
            marks = {about: Marked(score) for about, score in zip(Characteristic, scores, strict=True)}
            services.scans.answer(year, Answer(respondent, marks))
    planned = Planned("Een belwijzer bij elke voordeur", "Ria", date(2026, 6, 1))
    services.scans.plan(2026, Characteristic.CUSTOMS, planned)


def _team(services: Services) -> None:
    there = frozenset(host.id for host in services.people.hosts()[:6])
    services.meetings.write(
        Meeting(date(2026, 3, 5), time(19, 30), time(21), "De markt, de sleutel, wie helpt in de zomer?", there)
    )
    told = tuple((effect, Answers(1, 3, 4)) for effect in EffectOn)
    services.effects.write(Batch(date(2026, 3, 6), told))


def _agreed(services: Services) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    evenings = services.agreed.agreements.write(
        Agreement("Gemeente", "Ontmoetingen die bewoners leiden", "avonden", 40, first, last)
    ).value
    services.agreed.agreements.write(
        Agreement("Corporatie", "Bezoeken aan de kamer", "bezoeken", 900, first, last, "visits")
    )
    services.agreed.results.write(
        Result(date(2026, 3, 1), "Bakken geverfd in de straat", "avonden", 12, Theme.NEIGHBOURHOOD, evenings)
    )
    services.agreed.professional_hours.write(ProfessionalHours(date(2026, 3, 1), "Welzijn Noord", 750, "advies"))
    services.costs.values.write(
        UnitValue("Een bezoek", "visits", Bearer.MUNICIPALITY, "zorg", 250, 900, "Voorbeeld, geen bron", 2025)
    )
    services.costs.spent.write(Spent(2026, Bearer.MUNICIPALITY, "Huur en koffie", 20_000))
