"""The rota stands legibly on paper, whatever the names are; numbers only where they are asked for."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import combinations

import pypdfium2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.host_shifts import host_shifts
from buurtkamer_app.printing.house_style import HEIGHT, MARGIN, WIDTH
from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper
from buurtkamer_app.printing.rota_sheet import rota_sheet

from .weeks import FACTS, MONDAY, page_count, text

_MARKS = 4  # points
NUMBERS = (("Kees Vos", "06 12345678"), ("Ria Postma", "020 111"))


def shift(*names: str, task: str = "", needed: str = "", on: date = MONDAY) -> PaperShift:
    return PaperShift(on, "Ochtend", time(9, 45), time(13), names, task, needed)


def paper(*days: PaperDay, phones: tuple[tuple[str, str], ...] = ()) -> RotaPaper:
    return RotaPaper(FACTS, "Rooster van week 11", days, MONDAY, phones)


def read(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


def test_the_week_says_who_is_on_when_and_what_is_needed() -> None:
    day = PaperDay(MONDAY, (shift("Kees", "Joop voor Ria"), shift(task="Bar", needed="nog 1 nodig")))
    said = read(rota_sheet(paper(day)))
    for words in ("Rooster van week 11", "Week 11", "Maandag", "9 maart", "Ochtend", "Kees · Joop voor Ria", "Bar"):
        assert words in said
    assert "nog 1 nodig" in said
    assert translate("Page {page} of {pages}", page=1, pages=1) in said
    assert FACTS.name in said


def test_a_closed_day_says_why() -> None:
    said = read(rota_sheet(paper(PaperDay(MONDAY, closed="Pasen"), PaperDay(MONDAY + timedelta(days=1), closed=""))))
    assert translate("Closed: {why}", why="Pasen") in said
    assert translate("Closed") in said


def test_numbers_stand_on_the_copy_for_the_back_room_only() -> None:
    day = PaperDay(MONDAY, (shift("Kees"),))
    warning = translate("For the back room: do not hang this where visitors read it.")
    plain, back = read(rota_sheet(paper(day))), read(rota_sheet(paper(day, phones=NUMBERS)))
    assert "06 12345678" not in plain
    assert warning not in plain
    assert "Kees Vos" in back
    assert "06 12345678" in back
    assert warning in back


def test_days_without_shifts_say_so() -> None:
    assert translate("There are no shifts in these days.") in read(rota_sheet(paper()))


def test_a_month_goes_on_on_the_next_pages_and_each_says_which_it_is() -> None:
    days = [PaperDay(MONDAY + timedelta(days=day), (shift(f"Host{day:02}"), shift("Kees"))) for day in range(60)]
    pdf = rota_sheet(paper(*days))
    pages, said = page_count(pdf), read(pdf)
    assert pages > 2
    assert all(f"Host{day:02}" in said for day in range(60))
    assert all(translate("Page {page} of {pages}", page=page, pages=pages) in said for page in range(1, pages + 1))


def test_every_page_says_its_week_above_its_first_day_and_never_below_its_last() -> None:
    days = [PaperDay(MONDAY + timedelta(days=day), (shift("Ria"), shift("Kees"))) for day in range(60)]
    with pypdfium2.PdfDocument(rota_sheet(paper(*days))) as document:
        for page in document:
            lines = page.get_textpage().get_text_bounded().splitlines()
            weeks = [place for place, line in enumerate(lines) if line.strip().startswith("Week ")]
            mondays = [place for place, line in enumerate(lines) if line.startswith("Maandag")]
            assert weeks[0] == 1, lines
            assert len(weeks) - 1 <= len(mondays)
            assert all(place + 1 in mondays for place in weeks[1:])


def test_the_same_rota_gives_the_same_bytes() -> None:
    day = PaperDay(MONDAY, (shift("Kees"),))
    assert rota_sheet(paper(day)) == rota_sheet(paper(day))


def own(name: str, shifts: list[PaperShift]) -> bytes:
    return host_shifts(FACTS, name, MONDAY, MONDAY + timedelta(days=27), shifts, MONDAY)


def test_the_own_list_says_when_what_for_and_with_whom() -> None:
    said = read(own("Kees Vos", [shift("Ria", "Els", task="Bar"), shift(on=MONDAY + timedelta(days=1))]))
    together = translate("{first} and {last}", first="Ria", last="Els")
    for words in (
        translate("The shifts of {name}", name="Kees Vos"),
        "Maandag 9 maart · week 11",
        "Dinsdag 10 maart",
        "Bar",
        translate("Together with {names}", names=together),
    ):
        assert words in said


def test_who_is_on_no_shift_reads_that() -> None:
    assert translate("You are not on the rota in these weeks.") in read(own("Kees Vos", []))


def test_a_name_of_three_hundred_letters_is_whole() -> None:
    name = "Abcdefghij" * 30
    for pdf in (rota_sheet(paper(PaperDay(MONDAY, (shift(name),)))), own("Kees", [shift(name)])):
        assert name in "".join(text(pdf).split())


HOSTILE = st.one_of(
    st.text(min_size=1, max_size=200),
    st.text("אבגדהוזחט ابتثجحخ", min_size=1, max_size=200),
    st.text("W", min_size=1, max_size=300),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names=st.lists(HOSTILE, max_size=6), task=HOSTILE, title=HOSTILE)
def test_whatever_the_names_are_nothing_overlaps_or_leaves_the_page(names: list[str], task: str, title: str) -> None:
    shifts = (shift(*names, task=task, needed=task), shift(*names))
    days = (PaperDay(MONDAY, shifts), PaperDay(MONDAY + timedelta(days=1), (), title))
    numbers = tuple((name, task) for name in names)
    for pdf in (rota_sheet(RotaPaper(FACTS, title, days, MONDAY, numbers)), own(title, list(shifts))):
        _fits(pdf)


def _fits(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        on_page = page.get_textpage()
        boxes = [on_page.get_rect(number) for number in range(on_page.count_rects())]
        for left, bottom, right, top in boxes:
            assert MARGIN - 3 <= left <= right <= WIDTH - MARGIN + 3
            assert MARGIN - 8 <= bottom <= top <= HEIGHT - MARGIN + 8
        for one, other in combinations(boxes, 2):
            wide = min(one[2], other[2]) - max(one[0], other[0])
            high = min(one[3], other[3]) - max(one[1], other[1])
            # Marks above and below letters may come a little into the next line.
            assert wide <= 1 or high <= _MARKS, (one, other)
