"""The rota stands legibly on paper, whatever the names are; numbers only where they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.printing.host_shifts import host_shifts
from buurtkamer_app.printing.rota_paper import PaperDay, PaperShift, RotaPaper
from buurtkamer_app.printing.rota_sheet import rota_sheet

from .boxes import check
from .weeks import FACTS, HOUSE, MONDAY, page_count, text

NUMBERS = (("Kees Vos", "06 12345678"), ("Ria Postma", "020 111"))


def shift(*names: str, task: str = "", needed: str = "", on: date = MONDAY) -> PaperShift:
    return PaperShift(on, "Ochtend", time(9, 45), time(13), names, task, needed)


def paper(*days: PaperDay, phones: tuple[tuple[str, str], ...] = ()) -> RotaPaper:
    return RotaPaper("Rooster van week 11", MONDAY, MONDAY + timedelta(days=6), days, phones)


def read(pdf: bytes) -> str:
    return " ".join(text(pdf).split())


def test_the_week_says_who_is_on_when_and_what_is_needed() -> None:
    day = PaperDay(MONDAY, (shift("Kees", "Joop voor Ria"), shift(task="Bar", needed="nog 1 nodig")))
    said = read(rota_sheet(paper(day), HOUSE))
    for words in ("Rooster van week 11", "Week 11", "maandag 9", "Ochtend", "Kees · Joop voor Ria", "Bar"):
        assert words in said
    assert "nog 1 nodig" in said
    assert "1/1" in said
    assert FACTS.name in said


def test_a_closed_day_says_why() -> None:
    said = read(
        rota_sheet(paper(PaperDay(MONDAY, closed="Pasen"), PaperDay(MONDAY + timedelta(days=1), closed="")), HOUSE)
    )
    assert translate("Closed: {why}", why="Pasen") in said
    assert translate("Closed") in said


def test_numbers_stand_on_the_copy_for_the_back_room_only() -> None:
    day = PaperDay(MONDAY, (shift("Kees"),))
    warning = translate("For the back room: do not hang this where visitors read it.")
    plain, back = read(rota_sheet(paper(day), HOUSE)), read(rota_sheet(paper(day, phones=NUMBERS), HOUSE))
    assert "06 12345678" not in plain
    assert warning not in plain
    assert "Kees Vos" in back
    assert "06 12345678" in back
    assert warning in back


def test_days_without_shifts_say_so() -> None:
    assert translate("There are no shifts in these days.") in read(rota_sheet(paper(), HOUSE))


def test_a_month_goes_on_on_the_next_pages_and_each_says_which_it_is() -> None:
    days = [PaperDay(MONDAY + timedelta(days=day), (shift(f"Host{day:02}"), shift("Kees"))) for day in range(60)]
    pdf = rota_sheet(paper(*days), HOUSE)
    pages, said = page_count(pdf), read(pdf)
    assert pages > 2
    assert all(f"Host{day:02}" in said for day in range(60))
    assert all(f"{page}/{pages}" in said for page in range(1, pages + 1))


def test_in_a_month_each_day_says_its_week_and_a_page_each_day_once() -> None:
    days = [PaperDay(MONDAY + timedelta(days=day), (shift("Ria"), shift("Kees"))) for day in range(60)]
    said = read(rota_sheet(replace(paper(*days), title="Rooster"), HOUSE))
    for week in range(11, 19):
        assert said.count(f" {translate('Week {number}', number=week).lower()} ") == 7, week


def test_a_day_longer_than_a_page_goes_on_under_its_own_label() -> None:
    pdf = rota_sheet(paper(PaperDay(MONDAY, tuple(shift(f"Host{number:02}") for number in range(90)))), HOUSE)
    assert page_count(pdf) > 1
    assert translate("continued") in read(pdf)
    assert all(f"Host{number:02}" in read(pdf) for number in range(90))
    check(pdf)


def test_the_same_rota_gives_the_same_bytes() -> None:
    day = PaperDay(MONDAY, (shift("Kees"),))
    assert rota_sheet(paper(day), HOUSE) == rota_sheet(paper(day), HOUSE)


def own(name: str, shifts: list[PaperShift]) -> bytes:
    return host_shifts(name, MONDAY, MONDAY + timedelta(days=27), shifts, HOUSE)


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
    for pdf in (rota_sheet(paper(PaperDay(MONDAY, (shift(name),))), HOUSE), own("Kees", [shift(name)])):
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
    for pdf in (rota_sheet(RotaPaper(title, MONDAY, days[-1].on, days, numbers), HOUSE), own(title, list(shifts))):
        check(pdf)
