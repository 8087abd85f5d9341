"""A week like that of the demo room, 20 occurrences of 12 series, and what a PDF says when it is read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zlib import crc32

import pypdfium2

from buurtkamer_app.activities.records import DayProgramme, Occurrence, Series, WeekProgramme
from buurtkamer_app.activities.recurrence import DAYS
from buurtkamer_app.base.terms import LeadKind, Theme
from buurtkamer_app.printing.house import House
from buurtkamer_app.room.records import Closure, Opening, RoomFacts
from buurtkamer_app.wishes.records import BecameTrue

if TYPE_CHECKING:
    from collections.abc import Iterable

MONDAY = date(2026, 3, 9)
BEGAN = date(2026, 1, 5)
PRINTED = date(2026, 3, 6)
FACTS = RoomFacts(
    "Buurtkamer De Wilgenhof",
    "Wilgenpad 12",
    "1034 ZZ",
    "Amsterdam-Noord",
    "Zonder drempel. Bel bij de zijdeur als de voordeur dicht is.",
    "NL",
    "Europe/Amsterdam",
    "020 000 00 99",
)
HOUSE = House(FACTS, PRINTED)
HOURS = tuple(Opening(weekday, time(10), time(20 if weekday == 4 else 17)) for weekday in range(5))
BECAME = (BecameTrue("Eettafel", 22, None), BecameTrue("Bingo", 1, date(2026, 3, 20)), BecameTrue("Iftar", 14, None))


def series(
    name: str, days: str, starts: time, ends: time, space: str, *, lead: str = "hosts", cents: int = 0, note: str = ""
) -> Series:
    """Make a weekly series on weekday numbers; `note` may say `sign_up` or `full`; a lead with `*` is a resident."""
    kind = LeadKind.HOSTS if lead == "hosts" else LeadKind.RESIDENT if lead.endswith("*") else LeadKind.HOST
    return Series(
        id=UUID(int=crc32(name.encode("utf-8", "surrogatepass"))),
        number=1,
        name=name,
        about="",
        rrule=f"FREQ=WEEKLY;BYDAY={','.join(DAYS[int(day)] for day in days)}",
        first_date=BEGAN,
        starts=starts,
        ends=ends,
        price_cents=cents,
        capacity=24 if note == "full" else None,
        theme=Theme.COMMUNITY,
        space=space,
        lead_kind=kind,
        lead=lead.rstrip("*"),
        lead_on_paper=kind is LeadKind.HOST,
        self_run=False,
        sign_up=note != "",
    )


SERIES = (
    series("Koffie-inloop", "01234", time(10), time(12), "Huiskamer"),
    series("Papierwinkel (hulp met brieven)", "1", time(10), time(12), "Spreekkamer", lead="Henk de Wit"),
    series("Telefoon- en tablethulp", "2", time(10), time(12), "Atelier", lead="Bram Jansen", note="sign_up"),
    series("Haak- en breicafé", "3", time(10), time(12), "Huiskamer", lead="Mw. De Vries-Jansen*"),
    series(
        "Zitgym op muziek", "1", time(10, 30), time(11, 30), "Atelier", lead="Fatma Yildiz", cents=100, note="sign_up"
    ),
    series("Middaginloop", "0123", time(13), time(17), "Huiskamer"),
    series("Samen schilderen", "0", time(13, 30), time(15, 30), "Atelier", lead="Lenie Visser", cents=150),
    series("Taalcafé", "2", time(13, 30), time(15), "Atelier", lead="Samira El Idrissi", note="sign_up"),
    series("Klaverjassen", "3", time(13, 30), time(16, 30), "Huiskamer", lead="Carlos Pinas", cents=100),
    series("Soosmiddag", "2", time(14), time(16), "Huiskamer", lead="Gerda Hoekstra", cents=200),
    series("Huiswerkhulp", "03", time(15, 30), time(17), "Atelier", lead="Tesfay Berhane"),
    series("Eettafel", "4", time(17, 30), time(19, 30), "Eetkeuken", lead="Youssef Amrani", cents=500, note="full"),
)


def _is_on(entry: Series, weekday: int) -> bool:
    return DAYS[weekday] in entry.rrule.partition("BYDAY=")[2].split(",")


def week(of: Iterable[Series] = SERIES, facts: RoomFacts = FACTS, monday: date = MONDAY) -> WeekProgramme:
    """Make a programme of series (in order of time), each on the weekdays that its `rrule` names."""
    known = tuple(of)
    days = []
    for weekday in range(7):
        on = monday + timedelta(days=weekday)
        occurrences = tuple(Occurrence(entry, on, 24) for entry in known if _is_on(entry, weekday))
        days.append(DayProgramme(on, next((hours for hours in HOURS if hours.weekday == weekday), None), occurrences))
    return WeekProgramme(facts, HOURS, monday, tuple(days))


def with_day(programme: WeekProgramme, weekday: int, day: DayProgramme) -> WeekProgramme:
    """Give the week with one of its days replaced."""
    return replace(programme, days=(*programme.days[:weekday], day, *programme.days[weekday + 1 :]))


def closed(programme: WeekProgramme, reason: str) -> WeekProgramme:
    """Give the week with all its days closed for one reason."""
    closure = Closure(programme.monday, programme.days[-1].on, reason)
    return replace(programme, days=tuple(replace(day, closure=closure, occurrences=()) for day in programme.days))


def text(pdf: bytes) -> str:
    """Read the text of all pages, blanks and line ends joined, a hyphen at the end of a line as a hyphen."""
    with pypdfium2.PdfDocument(pdf) as document:
        read = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(read.replace("\x02", "-").replace("\ufffe", "-").split())


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
