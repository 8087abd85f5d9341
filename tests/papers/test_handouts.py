"""Poster, flyer, large print and notices for the door, made from the demo room as the page Afdrukken makes them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.papers import doors
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Choices, Sides, Size, Wanted
from buurtkamer_app.planner.closing.records import ClosingPlan, MovedActivity
from buurtkamer_app.room.records import NewClosure
from tests.printing.boxes import check
from tests.printing.weeks import page_count, text

if TYPE_CHECKING:
    from buurtkamer_app.activities.records import Series
    from buurtkamer_app.papers.records import Made
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)
FRIDAY = date(2026, 3, 13)
SATURDAY = date(2026, 3, 14)
EASTER = date(2026, 4, 8)
LEAST = {"poster": 12.0, "flyer": 10.0, "large_print": 18.0, "door_notice": 12.0, "activity_notice": 12.0}


def made(services: Services, name: str, wanted: Wanted) -> Made:
    sheet = kind(name)
    assert sheet is not None
    return sheet.make(services, wanted)


def table(services: Services) -> Series:
    return services.activities.on_date("Eettafel", FRIDAY)


@pytest.mark.parametrize("name", list(LEAST))
@pytest.mark.parametrize("day", [WEDNESDAY, date(2025, 1, 1), EASTER, date(2027, 12, 29)])
def test_every_sheet_is_made_for_any_day(demo: Services, name: str, day: date) -> None:
    sheet = made(demo, name, Wanted(day))
    check(sheet.pdf, least=LEAST[name])
    assert sheet.name


def test_the_poster_is_on_a3_unless_a4_was_chosen(demo: Services) -> None:
    sheet = kind("poster")
    assert sheet is not None
    wide = []
    for choices in (sheet.usual, Choices(size=Size.A4)):
        with pypdfium2.PdfDocument(sheet.make(demo, Wanted(WEDNESDAY, choices)).pdf) as document:
            wide.append(round(document[0].get_width()))
    assert wide == [842, 595]


def test_files_are_named_after_the_sheet_and_its_week(demo: Services) -> None:
    flyer = made(demo, "flyer", Wanted(WEDNESDAY))
    assert flyer.name == f"{translate('Flyer')} 2026 week 11"
    assert flyer.sides is Sides.SHORT_EDGE
    assert made(demo, "large_print", Wanted(WEDNESDAY)).name == f"{translate('Large print')} 2026 week 11"


def test_the_flyer_tells_what_became_of_wishes_of_this_room(demo: Services) -> None:
    became = demo.planner.became(date(2026, 3, 9))
    read = text(made(demo, "flyer", Wanted(WEDNESDAY)).pdf)
    assert became
    assert translate("Your wish became this") in read


def test_without_closed_days_the_notice_says_that_the_host_is_back_soon(demo: Services) -> None:
    assert translate("Back in a moment") in text(made(demo, "door_notice", Wanted(WEDNESDAY)).pdf)


def test_every_closure_of_the_week_has_its_notice_the_whole_house_first(demo: Services) -> None:
    demo.closing.close(ClosingPlan(NewClosure(WEDNESDAY, WEDNESDAY, "Lekkage", space="Atelier")))
    demo.closing.close(ClosingPlan(NewClosure(FRIDAY, FRIDAY, "De verwarming is kapot")))
    pdf = made(demo, "door_notice", Wanted(WEDNESDAY)).pdf
    read = text(pdf)
    assert page_count(pdf) == 2
    assert read.index("De verwarming is kapot") < read.index("Lekkage")


def test_a_notice_tells_of_an_activity_that_moved(demo: Services) -> None:
    series = table(demo)
    plan = ClosingPlan(NewClosure(FRIDAY, FRIDAY, "Storm"), (MovedActivity(series.id, FRIDAY, SATURDAY),))
    demo.closing.close(plan)
    read = text(made(demo, "activity_notice", Wanted(SATURDAY, series=series.id)).pdf)
    assert translate("is now on") in read
    assert translate("Not on {day}.", day="vrijdag 13 maart") in read


def test_a_notice_of_an_activity_that_is_not_on_that_day_is_refused(demo: Services) -> None:
    with pytest.raises(RefusedError):
        made(demo, "activity_notice", Wanted(SATURDAY, series=table(demo).id))


def test_without_an_activity_the_notice_is_one_to_write_on(demo: Services) -> None:
    assert translate("Please note") in text(made(demo, "activity_notice", Wanted(WEDNESDAY)).pdf)


def test_the_pages_of_closures_and_sign_ups_get_the_same_notices(demo: Services) -> None:
    demo.closing.close(ClosingPlan(NewClosure(FRIDAY, FRIDAY, "Storm", time(17), time(20))))
    (closure,) = demo.closing.closures()
    assert closure.id is not None
    assert "17.00\u201320.00" in text(doors.of_closure(demo, closure.id).pdf)
    entry = demo.activities.occurrence(table(demo).id, FRIDAY)
    sheet = doors.of_occurrence(demo, entry)
    assert translate("does not go on") in text(sheet.pdf)
    assert sheet.name == translate("Notice for the door {day}", day="2026-03-13")


def test_no_visitor_stands_on_what_is_given_away(demo: Services) -> None:
    series = demo.activities.on_date("Zitgym op muziek", date(2026, 3, 10))
    demo.activities.sign_up(series.id, date(2026, 3, 17), "Zebedeus Quaadvlieg", 1, "06 11 22 33 44")
    for name in LEAST:
        read = text(made(demo, name, Wanted(date(2026, 3, 17))).pdf)
        assert "Zebedeus" not in read
        assert "11 22 33" not in read
