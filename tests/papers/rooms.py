"""Rooms for the checks over all sheets: the demo room, a bare one, a closed one, and one in which nothing is nice."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw
from sqlalchemy import select

from buurtkamer_app.activities.bookings.records import NewBooking
from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Role, Seat
from buurtkamer_app.base.terms import DayPart, Experience, Theme
from buurtkamer_app.people.records import NewHost
from buurtkamer_app.room.look.records import HouseLook
from buurtkamer_app.room.records import Opening, RoomFacts, ShiftPattern
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from buurtkamer_app.storage.tables.paper import HouseLookRow
from buurtkamer_app.wishes.records import NewWish
from tests.conftest import KEY, NOON, VAULT, Templates
from tests.logos import file
from tests.papers.programmes import Around
from tests.printing.weeks import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.services import Services

WEDNESDAY: Final = date(2026, 3, 11)
CLOSED: Final = date(2026, 4, 8)
PAST: Final = date(2026, 1, 1)
FUTURE: Final = date(2027, 12, 29)

# Nobody is called so by accident: whoever finds one of these on a sheet for everybody knows where it came from.
VISITORS: Final = ("Zebedeus Quaadvlieg", "Xanthippe Bezoeker", "Wibregje Meedoener", "Ypkje Wensmoeder")
PHONES: Final = ("06 11 22 33 44", "06 55 66 77 88", "06 99 88 77 66", "06 12 12 34 34")
SECRETS: Final = ("Qoncernweten", "Qoverdrachtswoord", "Qaantekening")
# What a sheet for everybody may not bear: the first words of names, numbers without blanks, words of concerns.
HIDDEN: Final = tuple(name.split()[0] for name in VISITORS) + tuple(one.replace(" ", "") for one in PHONES) + SECRETS

# The same for the programmes: a name, a number and a note.
HIDDEN_AROUND: Final = (VISITORS[1], PHONES[2], SECRETS[2])

LONG: Final = "Aaneengeschreven" * 12
LONG_WORDS: Final = " ".join(["Heel", "lange", "naam"] * 12)[:190]
NAMES: Final = (
    LONG,
    LONG_WORDS,
    "محمد يدعوكم إلى القهوة والشاي مع الجيران",
    "בית קפה לשכנים",
    "☕🎉🧶",
    "Українська кава",
    "*vet* <b>schuin</b> & 'aanhalen' \"nog\" %s {0} \\n",
    "Koffie e\u0301n thee\u0300",
)
PLAIN: Final = ("Planten en stekjes", "Koor De Merels", "Soep op straat", "Kersenlaan", "Fietsen maken", "Schminken")
# Plain names, unlike any other word on a sheet, by which each date is found once.
COUNTED: Final = tuple(f"Qactiviteit{number:02}" for number in range(40))


def logo() -> bytes:
    """Give a picture of lines that one sees through as a PNG: it is no area of ink."""
    picture = Image.new("RGBA", (420, 160), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((10, 10, 410, 150), outline=(120, 20, 90, 255), width=16)
    return file(picture)


@contextmanager
def opened(templates: Templates, name: str, folder: Path) -> Iterator[Services]:
    """Open a copy of a template, with the coordinator at the desk on 11 March 2026."""
    folder.mkdir(parents=True)
    shutil.copy(templates.file(name), folder / DATABASE)
    engine = open_embedded(folder / DATABASE, KEY)
    yield assemble(engine, SetClock(NOON), Seat(KEY_HOLDER), VAULT, practice=True)
    engine.dispose()


def set_up(services: Services, name: str = "Buurthuis Zonder Iets") -> None:
    """Set up a room with hours and spaces, in which nothing is planned."""
    facts = RoomFacts(name, *(getattr(FACTS, field) for field in FACTS.__slots__[1:]))
    hours = [Opening(weekday, time(10), time(17)) for weekday in range(5)]
    patterns = [ShiftPattern(weekday, DayPart.MORNING, time(9, 45), time(13), 2, 1) for weekday in range(5)]
    services.room.set_up(facts, hours, [("Huiskamer", 400, True), ("Atelier " + "x" * 40, 12, False)], patterns)


def add_people(services: Services) -> None:
    """Let people come, wish, sign up and be worried about, whose names belong on no sheet for everybody."""
    today = services.room.today()
    for name in VISITORS[:2]:
        services.people.know(name, today, may_remember=True)
    services.arrivals.come_in(list(VISITORS[:2]))
    reach = {"contact": PHONES[1], "may_contact": True}
    services.wishes.write(NewWish("Samen zwemmen", Theme.HEALTH, asked_by=VISITORS[3], **reach))  # type: ignore[arg-type]
    services.concerns.write(f"Ik zag {VISITORS[0]} vandaag. {SECRETS[0]}.")
    services.handover.write(f"Bel {VISITORS[1]} nog. {SECRETS[1]}.")
    month = services.activities.occurrences(today, today + timedelta(days=30))
    coming = next(one for one in month if one.series.sign_up)
    services.activities.sign_up(coming.series.id, coming.on, VISITORS[2], 3, phone=PHONES[2])
    services.bookings.book(
        NewBooking("Zangkoor De Buren", "Huiskamer", today, time(18), time(20), phone=PHONES[3], on_wall=True)
    )


def _series(name: str, on: date, hour: int, **more: object) -> NewSeries:
    starts = time(hour, 30)
    return NewSeries(name, Theme.COMMUNITY, "Huiskamer", on, starts, time(hour + 1), **more)  # type: ignore[arg-type]


def make_hostile(services: Services) -> None:
    """Fill a room with all that a sheet has to bear: every odd name, 40 activities on one day, a logo and colours."""
    set_up(services, "Buurtkamer " + "Met Een Heel Lange Naam " * 4)
    monday = WEDNESDAY - timedelta(days=2)
    for name in ("Annabel-Sophie van den Wijngaard-Oosterhout", "محمد", "G" * 100):
        services.people.add_host(NewHost(name, phone=PHONES[0], experience=Experience.EXPERIENCED, role=Role.HOST))
    for number, name in enumerate(COUNTED):
        more: dict[str, object] = {"price_cents": number * 25, "sign_up": number % 3 == 0}
        services.activities.add_series(_series(name, WEDNESDAY, 10 + number % 8, **more))
    for number, name in enumerate(NAMES):
        odd: dict[str, object] = {
            "capacity": 3,
            "sign_up": True,
            "about": LONG_WORDS,
            "lead": "G" * 150,
            "lead_on_paper": True,
        }
        services.activities.add_series(_series(name, monday, 10 + number, **odd))
    friday = monday + timedelta(days=4)
    services.activities.add_series(_series("Vrijdagkring", friday, 11, rrule="FREQ=WEEKLY"))
    services.room.close_days(friday, friday, "Schilders " + LONG_WORDS)
    services.looks.set_look(HouseLook("#5b3a8c", "#7f4507", logo()))
    add_people(services)
    Around(services, NAMES, LONG_WORDS, hidden=HIDDEN_AROUND).fill()


def damage_logo(services: Services) -> None:
    """Let a disk have spoilt the logo in the store: it is no picture any more."""
    services.looks.set_look(HouseLook(logo=logo()))
    with services.store.work(Label("A disk that spoils")) as unit:
        row = unit.session.scalars(select(HouseLookRow)).one()
        row.logo = row.logo[:60] + b"spoilt" * 20
