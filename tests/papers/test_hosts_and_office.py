"""Sheets for hosts and the office are gathered from the room as it is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.reflections.records import NewReflection
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.base.terms import DayPart, Theme
from buurtkamer_app.papers.every import EVERY, kind
from buurtkamer_app.papers.records import Choices, Sides, Wanted
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage.engine import DATABASE, open_embedded
from tests.conftest import KEY, VAULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.activities.records import Occurrence
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services
    from tests.conftest import Templates

TODAY = date(2026, 3, 11)
PRIVATE = {"kitchen", "power_cut_pack", "inside", "call_list", "day_log"}


@pytest.fixture
def demo(templates: Templates, clock: SetClock, tmp_path: Path) -> Iterator[Services]:
    """Give the demo room in a file: what is read was tried on both stores by the services themselves."""
    shutil.copy(templates.file("demo"), tmp_path / DATABASE)
    engine = open_embedded(tmp_path / DATABASE, KEY)
    yield assemble(engine, clock, Seat(KEY_HOLDER), VAULT, practice=True)
    engine.dispose()


def make(services: Services, name: str, wanted: Wanted) -> Made:
    of = kind(name)
    assert of is not None
    return of.make(services, wanted)


def read(made: Made) -> str:
    with pypdfium2.PdfDocument(made.pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def meal(services: Services) -> Occurrence:
    """Plan a meal for tomorrow, with four choices."""
    tomorrow = TODAY + timedelta(days=1)
    new = NewSeries(
        "Samen eten", Theme.COMMUNITY, "Huiskamer", tomorrow, *_noon(), sign_up=True, meal=True, capacity=20
    )
    series = services.activities.add_series(new).value
    for name in ("Gewoon", "Vegetarisch", "Halal"):
        services.meals.put_choice(name)
    return services.activities.occurrence(series, tomorrow)


def _noon() -> tuple[time, time]:
    return time(12), time(13, 30)


def eats(services: Services, at: Occurrence, name: str, **chosen: int) -> None:
    keys = {choice.name: choice.id for choice in services.meals.choices()}
    orders = {keys[what]: persons for what, persons in chosen.items()}
    persons = max(1, sum(chosen.values()))
    services.sign_ups.sign_up(at.series.id, at.on, NewParty(name, persons, "06 12345678", orders))


def test_names_stand_only_where_a_plate_must_find_its_person(demo: Services) -> None:
    at = meal(demo)
    eats(demo, at, "Corrie", Gewoon=3)
    eats(demo, at, "Sevda", Halal=1, Gewoon=1)
    eats(demo, at, "Mw. Tan")
    said = read(make(demo, "kitchen", Wanted(TODAY)))
    assert f"6 {translate('eat along')}" in said
    assert "4 x Gewoon 1 x Halal Sevda" in said
    assert f"1 x {translate('not known yet: ask')} Mw. Tan" in said
    assert "Corrie" not in said
    assert "12345678" not in said


def test_where_the_first_choice_is_not_what_most_eat_every_plate_has_its_name(demo: Services) -> None:
    at = meal(demo)
    eats(demo, at, "Corrie", Gewoon=1)
    eats(demo, at, "Sevda", Halal=4)
    said = read(make(demo, "kitchen", Wanted(at.on, series=at.series.id)))
    assert "1 x Gewoon Corrie" in said
    assert "4 x Halal Sevda (4 x)" in said


def test_who_waits_for_a_place_is_not_cooked_for(demo: Services) -> None:
    at = meal(demo)
    eats(demo, at, "Corrie", Gewoon=20)
    eats(demo, at, "Sevda", Halal=2)
    said = read(make(demo, "kitchen", Wanted(TODAY)))
    assert f"20 {translate('eat along')}" in said
    assert "Sevda" not in said


def test_the_day_after_the_choices_are_gone_and_nobody_is_to_be_asked(demo: Services, clock: SetClock) -> None:
    at = meal(demo)
    eats(demo, at, "Corrie", Gewoon=2)
    for _ in range(3):
        clock.instant += timedelta(days=1)
        demo.days.open()
    demo.meals.forget_orders()
    said = read(make(demo, "kitchen", Wanted(at.on, series=at.series.id)))
    assert f"2 {translate('eat along')}" in said
    assert translate("What they chose is kept until the day after.") in said
    assert "Corrie" not in said


def test_without_a_meal_it_is_a_form_with_what_can_be_chosen(demo: Services) -> None:
    demo.meals.put_choice("Soep")
    assert "x Soep" in read(make(demo, "kitchen", Wanted(TODAY)))


def test_numbers_are_on_the_rota_only_for_the_coordinator_who_asks_for_them(demo: Services) -> None:
    host = demo.people.hosts()[0]
    demo.rota.put_on(host.id, TODAY, DayPart.MORNING)
    plain, back = (make(demo, "rota", Wanted(TODAY, Choices(numbers=numbers))) for numbers in (False, True))
    number = next(iter(demo.outlook.phones().values()))
    assert host.name.split()[0] in read(plain)
    assert number not in read(plain)
    assert number in read(back)
    assert plain.pdf == make(demo, "rota", Wanted(TODAY - timedelta(days=2))).pdf


def test_a_month_of_the_rota_begins_on_its_first_day(demo: Services) -> None:
    said = read(make(demo, "rota_month", Wanted(TODAY)))
    assert "maart 2026" in said
    assert "dinsdag 31" in said


def test_a_pack_that_lies_on_paper_is_written_down(demo: Services) -> None:
    pack = make(demo, "power_cut_pack", Wanted(TODAY))
    assert pack.sides is Sides.LONG_EDGE
    assert pack.on_paper is not None
    demo.days.open()
    assert not demo.days.pack_state().current
    pack.on_paper(demo)
    assert demo.days.pack_state().current


def test_a_pack_of_a_day_on_which_the_room_is_closed_is_that_of_the_next_open_day(demo: Services) -> None:
    sunday, monday = (make(demo, "power_cut_pack", Wanted(date(2026, 3, day))) for day in (15, 16))
    assert sunday == replace(monday, on_paper=sunday.on_paper)


def test_a_room_that_opens_on_no_day_has_no_pack(demo: Services) -> None:
    demo.room.close_days(TODAY, TODAY + timedelta(days=400), "Verbouwing")
    with pytest.raises(RefusedError):
        make(demo, "power_cut_pack", Wanted(TODAY))


def test_who_came_in_stands_on_the_sheet_of_who_is_inside(demo: Services) -> None:
    demo.days.open()
    demo.arrivals.come_in(["Zeynep"])
    assert "Zeynep · 13.00" in read(make(demo, "inside", Wanted(TODAY)))


def test_the_day_log_and_the_cash_book_are_of_the_day_that_is_asked_for(demo: Services) -> None:
    for name in ("day_log", "cash_book"):
        one, other = (read(make(demo, name, Wanted(day))) for day in (TODAY, date(2026, 2, 3)))
        assert "maart 2026" in one
        assert "februari 2026" in other


def test_a_look_back_is_printed_as_it_is_on_record(demo: Services) -> None:
    at = demo.activities.occurrences(TODAY - timedelta(days=2), TODAY - timedelta(days=2))[0]
    wanted = Wanted(at.on, series=at.series.id)
    assert translate("Written by, and when") in read(make(demo, "reflection", wanted))
    demo.reflections.write(at.series.id, at.on, NewReflection("Er werd gezongen."))
    assert "Er werd gezongen." in read(make(demo, "reflection", wanted))
    assert translate("Which activity?") in read(make(demo, "reflection", Wanted(TODAY)))


def test_sheets_with_names_or_numbers_of_people_are_guarded() -> None:
    assert {one.name for one in EVERY if one.private} >= PRIVATE
    rota = kind("rota")
    assert rota is not None
    assert not rota.guarded(Choices())
    assert rota.guarded(Choices(numbers=True))
