"""Sheets for hosts and the office hold out whatever people, rooms and spaces are called."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.activities.reflections.records import NewReflection, Reflection
from buurtkamer_app.base.terms import AllowanceBy, GoesOn, IncidentKind
from buurtkamer_app.desk.arrivals.records import Inside, InsideVisitor
from buurtkamer_app.desk.concerns.records import Incident, IncidentLine
from buurtkamer_app.desk.days.records import Cash, CashBook, DayState
from buurtkamer_app.desk.records import VisitFigures
from buurtkamer_app.evaluation.records import Figures
from buurtkamer_app.people.cards.records import HouseKey
from buurtkamer_app.printing.allowance_list import allowance_list
from buurtkamer_app.printing.cash_book import cash_book
from buurtkamer_app.printing.cover_strip import cover_strip
from buurtkamer_app.printing.day_log import DayLog, day_log
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.host_shifts import host_shifts
from buurtkamer_app.printing.hours_sheet import hours_list
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.incident_sheet import incident_sheet
from buurtkamer_app.printing.inside_sheet import inside_sheet
from buurtkamer_app.printing.key_list import key_list
from buurtkamer_app.printing.kitchen_sheet import Kitchen, Plate, kitchen_form, kitchen_sheet
from buurtkamer_app.printing.recovery_sheet import recovery_sheet
from buurtkamer_app.printing.reflection_sheet import reflection_sheet
from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper
from buurtkamer_app.printing.rota_sheet import rota_sheet
from buurtkamer_app.rota.cover.records import StripLine
from buurtkamer_app.rota.records import Worked
from buurtkamer_app.team.allowance.records import PayLine, PayList
from buurtkamer_app.team.hours.records import Everyone, Member, Periods, Sums

from .boxes import check
from .hostile import names
from .weeks import FACTS, MONDAY, PRINTED, week

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.activities.records import Occurrence

AT = datetime(2026, 3, 11, 15, 10, tzinfo=FACTS.zone)
SEEN = datetime(2026, 3, 11, 12, 5, tzinfo=UTC)
TABLE = 10.9  # points: the type of a table
SMALLEST_INCIDENT = 7.0
KEY = UUID(int=1)


def occurrence(name: str) -> Occurrence:
    known = week().days[2].occurrences[0]
    return replace(known, series=replace(known.series, name=name, space=name))


def rota(said: list[str], house: House) -> bytes:
    shift = PaperShift(MONDAY, "Ochtend", time(9, 45), time(13), tuple(said), said[0], said[-1])
    days = (PaperDay(MONDAY, (shift,) * 3), PaperDay(MONDAY + timedelta(days=8), (), said[0]))
    paper = RotaPaper(said[0], MONDAY, MONDAY + timedelta(days=8), days, tuple((one, one) for one in said))
    return rota_sheet(paper, house)


def own(said: list[str], house: House) -> bytes:
    shift = PaperShift(MONDAY, "Ochtend", time(9, 45), time(13), tuple(said), said[0], said[-1])
    return host_shifts(said[0], MONDAY, MONDAY + timedelta(days=30), [shift] * 4, house)


def strip(said: list[str], house: House) -> bytes:
    return cover_strip([StripLine(MONDAY, time(9), time(10), one, one, said[0]) for one in said], house)


def inside(said: list[str], house: House) -> bytes:
    known = tuple(InsideVisitor(KEY, one, said[0], SEEN) for one in said)
    return inside_sheet(Inside(len(said) + 2, 1, known, sure=False, leaving=True), said, AT, house)


def kitchen(said: list[str], house: House) -> bytes:
    plates = (Plate(said[0], 230), *(Plate(one, 7, tuple((other, 7) for other in said)) for one in said))
    return kitchen_sheet(Kitchen(occurrence(said[0]), 300, plates, Plate(said[-1], 1, ((said[0], 1),))), house)


def form(said: list[str], house: House) -> bytes:
    return kitchen_form(said, house)


def reflection(said: list[str], house: House) -> bytes:
    at = occurrence(said[0])
    text = "\n".join(said) * 3
    wrote = NewReflection(text, text, GoesOn.NO, by_residents=True)
    return reflection_sheet(at, Reflection(at.series, at.on, wrote, SEEN, said[0]), house)


def empty_reflection(said: list[str], house: House) -> bytes:
    return reflection_sheet(occurrence(said[0]), None, house)


def recovery(_: list[str], house: House) -> bytes:
    return recovery_sheet("ABCDE-FGHJK-MNPQR-STVWX-YZ123-4", house)


def keys(said: list[str], house: House) -> bytes:
    back = (None, MONDAY)
    return key_list([HouseKey(KEY, one, KEY, one, MONDAY, back[at % 2]) for at, one in enumerate(said)], house)


def cash(said: list[str], house: House) -> bytes:
    days = tuple((MONDAY, Cash(99_999_999, 99_999_999, 1, 0, one, one)) for one in said)
    return cash_book(CashBook(MONDAY, MONDAY, days), house)


def log(said: list[str], house: House) -> bytes:
    visits = VisitFigures(12, 30, 4, 2, 0, {}, {})
    figures = Figures(MONDAY, MONDAY, visits, 25, 2, 3, 40, 1, 1, 0, 425, 0, {})
    state = DayState(MONDAY, SEEN, SEEN, False, tuple(said), said[0], said[0], said[-1], "\n".join(said))
    worked = tuple(Worked(KEY, one, False, SEEN, None) for one in said)
    entries = [occurrence(one) for one in said]
    found = DayLog(state, figures, entries, worked, tuple(said), Cash(1, 2, 3, 4, said[0], said[0]), tuple(said))
    return day_log(found, house)


def hours(said: list[str], house: House) -> bytes:
    rows = tuple((Member(KEY, one, team_member=False), Sums(10, 6000, 90)) for one in said)
    return hours_list(Everyone(Periods(MONDAY.replace(day=1)), rows, Sums(10, 6000, 90)), house)


def pay(said: list[str], house: House) -> bytes:
    lines = tuple(PayLine(one, 99, 9_999_900, 9_999_900, one, above=True, paid_on=MONDAY) for one in said)
    return allowance_list(PayList(MONDAY.replace(day=1), AllowanceBy.HOUR, lines), house)


def incident(said: list[str], house: House) -> bytes:
    line = IncidentLine(KEY, IncidentKind.FALL, MONDAY, time(12), SEEN, said[0])
    return incident_sheet(Incident(line, "\n".join(said), said[0], said[-1]), house)


SHEETS = [
    (rota, 12.0),
    (own, 12.0),
    (strip, 12.0),
    (inside, 12.0),
    (kitchen, 12.0),
    (form, 12.0),
    (reflection, 10.0),
    (empty_reflection, 12.0),
    (recovery, 12.0),
    (keys, TABLE),
    (cash, TABLE),
    (log, TABLE),
    (hours, TABLE),
    (pay, TABLE),
    (incident, SMALLEST_INCIDENT),
]
EACH = pytest.mark.parametrize(("sheet", "least"), [pytest.param(*one, id=one[0].__name__) for one in SHEETS])


@EACH
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=st.lists(names, min_size=1, max_size=5), room=names, ink=st.sampled_from(Ink))
def test_whatever_the_names_are_nothing_overlaps_or_leaves_the_page(
    sheet: Callable[[list[str], House], bytes], least: float, said: list[str], room: str, ink: Ink
) -> None:
    facts = replace(FACTS, name=room, street=said[0], city=said[-1])
    check(sheet(said, House(facts, PRINTED, Dress(ink=ink))), least=least)


@EACH
def test_every_page_says_whose_it_is_its_week_when_it_was_made_and_its_number(
    sheet: Callable[[list[str], House], bytes], least: float
) -> None:
    assert least
    pdf = sheet(["Wilma Prins", "Koken"] * 20, House(FACTS, PRINTED))
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            said = " ".join(page.get_textpage().get_text_bounded().split())
            assert FACTS.name in said
            assert "gemaakt op 6 maart 2026" in said
            assert "Week 1" in said
            assert f"{number}/{len(document)}" in said


def test_a_month_of_forty_shifts_on_one_day_is_whole() -> None:
    shift = PaperShift(MONDAY, "Ochtend", time(9, 45), time(13), ("Wilma", "Ria"), "Koken")
    days = tuple(PaperDay(date(2026, 3, day), (shift,) * (40 if day == 9 else 2)) for day in range(1, 32))
    pdf = rota_sheet(RotaPaper("Rooster", days[0].on, days[-1].on, days), House(FACTS, PRINTED))
    check(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert said.count("Koken") == 40 + 60
