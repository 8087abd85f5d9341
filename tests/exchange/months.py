"""A month of the demo room with something of everything, and in every text somebody's name, number or address."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.activities.reflections.records import NewReflection
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms import GoesOn, Purpose, Theme, WishStatus
from buurtkamer_app.base.terms_around import Characteristic, ElementKind, LedBy, Motive, Programme, Respondent
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.evaluation.agreed.records import ProfessionalHours
from buurtkamer_app.evaluation.records import Result
from buurtkamer_app.market.afterwards.records import NewTestimonial
from buurtkamer_app.market.records import Element, MarketEvent
from buurtkamer_app.neighbourhood.scan.records import Answer, Marked
from buurtkamer_app.planner.closing.records import ClosingPlan
from buurtkamer_app.room.records import NewClosure
from buurtkamer_app.street.records import BringsHome, Course, Plan, Reflection, Street
from buurtkamer_app.wishes.records import NewWish

if TYPE_CHECKING:
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

FIRST: Final = date(2026, 3, 1)
LAST: Final = date(2026, 3, 31)
# Nobody is called so by accident. Their plain letters, and the numbers without blanks, may be nowhere.
PEOPLE: Final = ("Zebedeus Quaadvlieg", "Xanthippe Kwinkslag", "Wibregje Wolfriet", "Ypkje Abeelhout", "Trijntje Oost")
PHONES: Final = ("06-11223344", "06 55667788", "020 7654321")
ADDRESS: Final = "Wilgenpad 14, 1034 ZZ"
MAIL: Final = "zebedeus@voorbeeld.nl"
STREET: Final = "Elzenhof"
TEXTS: Final = (
    "Het was gezellig. {0} zette koffie, bel {phone} voor de volgende keer.",
    "Er kwamen nieuwe mensen, ook {1} en haar zus van {address}.",
    "Volgende keer vraagt {2} de buren. Mail {mail}.",
)
_WISHES: Final = (
    ("Samen soep koken met {3} op woensdag", Theme.COMMUNITY),
    ("Hulp bij de telefoon, bel {phone}", Theme.PERSONAL_DEVELOPMENT),
    ("Een bankje voor het {address}", Theme.NEIGHBOURHOOD),
    ("Wandelen met {1}, die slecht ziet", Theme.HEALTH),
    ('=HYPERLINK("http://x.invalid")', Theme.SUSTAINABILITY),
)
_WISHED_ON: Final = (3, 9, 11, 16, 20)
_MONEY: Final = 6_000


def text(number: int, pattern: str = "") -> str:
    """Give a text that names people."""
    said = pattern or TEXTS[number % len(TEXTS)]
    return said.format(*PEOPLE, phone=PHONES[number % 3], address=ADDRESS, mail=MAIL)


def fill_month(services: Services, clock: SetClock) -> None:
    """Let March 2026 go by, day after day; afterwards it is the evening of the last day."""
    # What the programmes need of days to come is written before the month is over.
    _at(clock, FIRST, 8)
    services.programmes.set_on(frozenset(Programme))
    for name in PEOPLE[:3]:
        services.people.know(name, FIRST, may_remember=True)
    day = FIRST
    while day <= LAST:
        if day.weekday() < 5:
            _day(services, clock, day)
        day += timedelta(days=1)
    _at(clock, LAST, 16)
    _around(services)


def _at(clock: SetClock, day: date, hour: int) -> None:
    clock.instant = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def _day(services: Services, clock: SetClock, day: date) -> None:
    hosts = services.people.hosts()
    on = [hosts[(day.day + shift) % len(hosts)] for shift in (0, 1)]
    _at(clock, day, 9)
    for host in on:
        services.rota.sign_on(host.id)
    services.sign_in.act_as(Actor(Role.HOST, on[0].id, on[0].name))
    services.days.open(_MONEY)
    _visits(services, clock, day)
    _wish(services, day)
    _at(clock, day, 15)
    _activities(services, day)
    if day.day % 7 == 3:
        services.concerns.write(text(day.day, "{0} ziet er slecht uit. Bel {phone}."))
    services.sign_in.act_as(Actor(Role.COORDINATOR))
    if day.day == 12:
        services.closing.close(ClosingPlan(NewClosure(date(2026, 3, 26), date(2026, 3, 26), text(0, "Feest van {0}"))))
    for host in on:
        services.rota.sign_off(host.id)
    services.days.close()


def _visits(services: Services, clock: SetClock, day: date) -> None:
    # On the 17th only a few came.
    many = 2 if day.day == 17 else 4 + day.day % 5
    for hour in range(9, 15):
        _at(clock, day, hour)
        if hour == 13 and day.day % 9:
            continue
        services.desk.tally(Tally(1 if day.day == 17 else many, first_time=1 if day.day % 11 == 0 else 0))
        if day.day == 17:
            break
    if day.day % 6 == 0:
        services.desk.tally(Tally(3, Purpose.HELP))
        services.desk.tally(Tally(1, Purpose.CHILD, children=1))
    services.arrivals.come_in([PEOPLE[day.day % 3]])


def _wish(services: Services, day: date) -> None:
    if day.day not in _WISHED_ON:
        return
    number = _WISHED_ON.index(day.day) + 1
    words, theme = _WISHES[number - 1]
    key = services.wishes.write(NewWish(text(number, words), theme, asked_by=PEOPLE[number % len(PEOPLE)])).value
    services.sign_in.act_as(Actor(Role.COORDINATOR))
    if number == 2:
        services.wishes.ask_advice(key, text(0, "Wie kan {3} helpen? Zij woont op {address}."), consent=True)
        services.wishes.move(key, WishStatus.TALKING)
    elif number == 1:
        services.wishes.move(key, WishStatus.SELF_RUN)
    elif number == 3:
        services.endings.report(key, "Gemeente, mevrouw Abeelhout")
    elif number == 4:
        services.wishes.move(key, WishStatus.NEEDS_LEAD)
    undone = services.wishes.write(NewWish("Een vergissing", theme)).change
    if undone.unit is not None:
        services.history.undo(undone.unit)


def _activities(services: Services, day: date) -> None:
    for place, entry in enumerate(services.activities.occurrences(day, day)):
        if not entry.goes_on:
            continue
        if day.day == 18 and place == 0:
            services.attendance.cancel(entry.series.id, day, text(0, "{0} is ziek"))
            continue
        services.activities.count_heads(entry.series.id, day, 3 if (day.day + place) % 6 == 0 else 8 + place)
    _look_back(services, day - timedelta(days=1))


def _look_back(services: Services, day: date) -> None:
    if day < FIRST:
        return
    for entry in services.activities.occurrences(day, day)[:1]:
        if entry.goes_on and day.day % 5 == 0:
            said = NewReflection(text(day.day), text(day.day + 1), GoesOn.YES)
            services.reflections.write(entry.series.id, day, said)


def _around(services: Services) -> None:
    services.agreed.results.write(Result(date(2026, 3, 20), text(0, "Zwerfvuil met {1}"), "zakken", 40, Theme.HEALTH))
    services.agreed.professional_hours.write(ProfessionalHours(FIRST, "Welzijn", 1_500, text(0, "met {2}")))
    for number in range(7):
        marks = {about: Marked(number % 5 + 1, text(number)) for about in Characteristic}
        services.scans.answer(2026, Answer(list(Respondent)[number % 4], marks))
    _market(services)
    _street(services)


def _market(services: Services) -> None:
    markets = services.markets
    market = MarketEvent("Lentemarkt", date(2026, 3, 28), time(10), time(16), "Plein", text(0))
    event = markets.events.write(market).value
    part = Element(event, ElementKind.STALL, "Koekjes", Motive.MEETING, PEOPLE[3], PHONES[0], number=1)
    markets.elements.write(part)
    after = services.market_afterwards
    after.testimonials.write(NewTestimonial(event, text(1), PEOPLE[4], True))
    after.reflect(event, text(2))
    after.count(event, 3)


def _street(services: Services) -> None:
    note = text(0, "{0} wil niet")
    street = services.streets.known.write(Street(STREET, note, note, note, note)).value
    plan = Plan("Straatkoffie", date(2026, 3, 24), time(14), time(17), "Pleintje", LedBy.TOGETHER)
    activity = services.street_plans.write(street, plan).value
    services.street_days.home.write(BringsHome(activity, PEOPLE[1], PEOPLE[2]))
    services.street_days.went(activity, Course(14, 1, time(16), time(17, 30)), ())
    said = Reflection(text(0), strong=text(1), anecdote=text(2), recommend=8, impact=9, finished=True)
    services.street_reflections.write(activity, said)
