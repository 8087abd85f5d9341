"""A notice on the door says in huge letters what is closed or moved, whatever the length of its words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time, timedelta

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdfium2 import raw

from buurtkamer_app.activities.records import Occurrence
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.planner.closing.records import ClosedDays
from buurtkamer_app.printing.door_notice import DoorNotice, back_soon, door_notices, of_closed_days, of_moved, to_write
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.house_style import HEIGHT, MARGIN, WIDTH
from buurtkamer_app.room.look.records import HouseLook
from buurtkamer_app.room.records import Closure

from .boxes import check
from .weeks import FACTS, HOUSE, SERIES, page_count, text

FRIDAY = date(2026, 3, 13)
MONDAY = date(2026, 3, 16)
HEATING = Closure(FRIDAY, FRIDAY, "De verwarming is kapot")
TABLE = SERIES[-1]
MOVED = Occurrence(TABLE, MONDAY, 6, changed=True, rule_date=FRIDAY)


def notice(told: DoorNotice) -> bytes:
    return door_notices([told], HOUSE)


def heights(pdf: bytes) -> list[float]:
    """Give how high each run of text is, in points; all of it stands within the margins."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for drawn in page.get_objects():
                if drawn.type == raw.FPDF_PAGEOBJ_TEXT:
                    left, bottom, right, top = drawn.get_bounds()
                    assert MARGIN - 1 <= left <= right <= WIDTH - MARGIN + 1
                    assert MARGIN - 12 <= bottom <= top <= HEIGHT - MARGIN + 1
                    found.append(top - bottom)
    return found


def test_a_closed_day_says_when_why_what_moved_and_when_the_room_is_open_again() -> None:
    pdf = notice(of_closed_days(ClosedDays(HEATING, (MOVED,), (MONDAY, time(10)))))
    read = text(pdf)
    for said in (
        translate("Closed"),
        "vrijdag 13 maart",
        "De verwarming is kapot",
        "Eettafel: maandag 16 maart",
        translate("We are open again on {day} at {time}.", day="maandag 16 maart", time="10.00"),
        FACTS.name,
    ):
        assert said in read
    assert page_count(pdf) == 1


def test_days_that_are_closed_are_said_without_a_year_and_no_day_is_parted_from_its_number() -> None:
    two, more = (Closure(FRIDAY - timedelta(days=back), FRIDAY, "Verbouwing") for back in (1, 4))
    assert of_closed_days(ClosedDays(two)).when == (
        translate("{first} and {last}", first="donderdag\u00a012", last="vrijdag\u00a013\u00a0maart"),
    )
    assert of_closed_days(ClosedDays(more)).when == (
        translate("{first} to {last}", first="maandag\u00a09", last="vrijdag\u00a013\u00a0maart"),
    )


def test_its_letters_are_read_from_ten_metres() -> None:
    tallest = max(heights(notice(of_closed_days(ClosedDays(HEATING)))))
    # 25 mm of capital height.
    assert tallest > 70


def test_a_space_or_a_part_of_the_day_is_named() -> None:
    part = replace(HEATING, starts=time(13), ends=time(17), space="Atelier")
    read = text(notice(of_closed_days(ClosedDays(part))))
    assert translate("{space} is closed", space="Atelier") in read
    assert "13.00\u201317.00" in read


def test_a_moved_activity_says_its_new_day_and_that_it_is_not_on_the_old_one() -> None:
    read = text(notice(of_moved(MOVED)))
    assert "Eettafel" in read
    assert "maandag 16 maart" in read
    assert translate("Not on {day}.", day="vrijdag 13 maart") in read


def test_an_activity_that_does_not_go_on_says_why() -> None:
    read = text(notice(of_moved(Occurrence(TABLE, FRIDAY, cancelled="De kok is ziek"))))
    assert translate("does not go on") in read
    assert "De kok is ziek" in read


def test_no_name_of_a_lead_stands_on_it() -> None:
    assert TABLE.lead not in text(notice(of_moved(MOVED)))


def test_the_same_data_gives_the_same_bytes() -> None:
    told = of_closed_days(ClosedDays(HEATING))
    assert notice(told) == notice(told)


def test_a_word_is_not_cut_while_it_can_be_smaller() -> None:
    long = replace(MOVED, series=replace(TABLE, name="Papierwinkel (hulp met brieven)"))
    assert "Papierwinkel" in text(notice(of_moved(long)))


@pytest.mark.parametrize("reason", ["", "x" * 200, "Verbouwing " * 18])
def test_a_long_reason_wraps_and_nothing_is_cut_off(reason: str) -> None:
    pdf = notice(of_closed_days(ClosedDays(replace(HEATING, reason=reason), (MOVED,) * 3, (MONDAY, time(10)))))
    heights(pdf)
    assert "".join(reason.split()) in "".join(text(pdf).split())


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200), st.text(max_size=300), st.text(max_size=120), st.integers(0, 30))
def test_whatever_is_written_it_stays_within_the_page(name: str, reason: str, space: str, times: int) -> None:
    entry = replace(MOVED, series=replace(TABLE, name=name, space=space))
    told = ClosedDays(replace(HEATING, reason=reason, space=space), (entry,) * times, (MONDAY, time(10)))
    for pdf in (notice(of_closed_days(told)), notice(of_moved(entry))):
        heights(pdf)
        check(pdf)


def test_an_activity_that_is_as_planned_says_when_and_where() -> None:
    read = text(notice(of_moved(Occurrence(TABLE, FRIDAY))))
    assert "vrijdag 13 maart" in read
    assert "17.30\u201319.30" in read
    assert translate("is now on") not in read


def test_a_moment_away_leaves_the_time_to_the_pen() -> None:
    read = text(notice(back_soon()))
    assert translate("Back in a moment") in read
    assert translate("We are here again at:") in read
    assert FACTS.phone in read


def test_an_empty_notice_has_lines_to_write_on() -> None:
    pdf = notice(to_write())
    assert translate("Please note") in text(pdf)
    assert page_count(pdf) == 1
    check(pdf)


def test_more_notices_come_in_one_file_each_on_its_own_page() -> None:
    pdf = door_notices([of_closed_days(ClosedDays(HEATING)), of_moved(MOVED)], HOUSE)
    assert page_count(pdf) == 2
    assert text(pdf).count("1/1") == 2


def test_it_says_the_week_that_it_is_about() -> None:
    assert translate("Week {week}", week=11) in text(notice(of_closed_days(ClosedDays(HEATING))))


@pytest.mark.parametrize("ink", list(Ink))
def test_it_bears_the_logo_above_its_words_in_every_ink(ink: Ink) -> None:
    out = io.BytesIO()
    Image.new("RGB", (120, 60), "#a03070").save(out, "PNG")
    house = House(FACTS, HOUSE.printed_on, Dress(HouseLook(logo=out.getvalue()), ink))
    pdf = door_notices([of_closed_days(ClosedDays(HEATING))], house)
    check(pdf)
    assert b"/Image" in pdf
