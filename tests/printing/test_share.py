"""The week to share: pictures that a telephone shows well, and texts that keep to their words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from buurtkamer_app.activities.highlights import MOST, ranked
from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import LeadKind
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.plain_text import plain
from buurtkamer_app.printing.share_picture import SMALLEST, SQUARE, UPRIGHT, share_picture, share_sheet
from buurtkamer_app.printing.share_text import LONG, SHORT, long_text, short_text
from buurtkamer_app.room.look.records import HouseLook
from buurtkamer_app.room.records import Closure
from tests.logos import drawing, file
from tests.printing.boxes import check
from tests.printing.weeks import FACTS, MONDAY, PRINTED, closed, series, text, week, with_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.activities.highlights import Highlight
    from buurtkamer_app.activities.records import Series, WeekProgramme
    from buurtkamer_app.printing.house_style import Paper

COLOUR: Final = Dress(ink=Ink.COLOUR)
PAPERS: Final = pytest.mark.parametrize("paper", [SQUARE, UPRIGHT], ids=["square", "upright"])
TEXTS: Final = pytest.mark.parametrize(("written", "most"), [(short_text, SHORT), (long_text, LONG)], ids=["80", "150"])


def best(programme: WeekProgramme) -> list[Highlight]:
    return ranked(programme, MOST)


WEEK: Final = week()


@PAPERS
def test_the_picture_says_day_time_name_price_hours_and_address(paper: Paper) -> None:
    pdf = share_sheet(WEEK, best(WEEK), House(FACTS, PRINTED, COLOUR), paper)
    check(pdf, least=SMALLEST, margin=24)
    said = text(pdf)
    for words in (
        "Buurtkamer De Wilgenhof",
        "Week 11",
        "dinsdag 10 maart",
        "Zitgym op muziek",
        "10.30–11.30",
        "€ 1,00 · aanmelden",
        "Open: ma–do 10.00–17.00",
        "Wilgenpad 12, Amsterdam-Noord",
    ):
        assert words in said.replace("\u00a0", " ")


@PAPERS
def test_the_picture_is_a_png_of_the_right_size_with_nothing_but_its_title(paper: Paper) -> None:
    house = House(FACTS, PRINTED, COLOUR)
    png = share_picture(WEEK, best(WEEK), house, paper)
    with Image.open(io.BytesIO(png)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (int(paper.wide), int(paper.high)))
        title = "Deze week in Buurtkamer De Wilgenhof · maandag 9 tot en met zondag 15 maart 2026"
        assert picture.info == {"Title": title}
        assert picture.getpixel((5, 5)) == (0x0B, 0x55, 0x63)
    assert png == share_picture(WEEK, best(WEEK), house, paper)
    assert len(png) < 600_000


@PAPERS
def test_the_picture_wears_the_colours_and_the_logo_of_the_room(paper: Paper) -> None:
    house = House(FACTS, PRINTED, Dress(HouseLook("#5b3a8c", "#1f4e8c", file(drawing("RGB", (300, 200)))), Ink.COLOUR))
    with Image.open(io.BytesIO(share_picture(WEEK, best(WEEK), house, paper))) as picture:
        assert picture.getpixel((5, 5)) == (0x5B, 0x3A, 0x8C)
        colours = {colour for _, colour in picture.getcolors(1 << 20) or ()}
        assert (0xB2, 0x3A, 0x12) in colours


@PAPERS
def test_a_week_without_anything_says_that_one_can_come_in(paper: Paper) -> None:
    nothing = week(())
    pdf = share_sheet(nothing, [], House(FACTS, PRINTED, COLOUR), paper)
    check(pdf, least=SMALLEST, margin=24)
    assert i18n.translate("Come in. You are welcome.").split()[0] in text(pdf)


@PAPERS
def test_a_closed_week_says_so_and_why(paper: Paper) -> None:
    pdf = share_sheet(closed(WEEK, "Vakantie!"), [], House(FACTS, PRINTED, COLOUR), paper)
    check(pdf, least=SMALLEST, margin=24)
    assert "Vakantie!" in text(pdf)
    assert "Open" not in text(pdf)


@TEXTS
def test_a_text_tells_the_week_in_its_words(written: Callable[..., str], most: int) -> None:
    said = written(WEEK, best(WEEK))
    assert most * 0.75 <= len(said.split()) <= most
    for words in ("Buurtkamer De Wilgenhof", "Zitgym op muziek (€ 1,00", "Wilgenpad 12", "020 000 00 99", "aanmelden"):
        assert words.split("(")[0] in said.replace("\u00a0", " ")


def test_the_short_text_is_in_lines_and_the_long_one_in_sentences() -> None:
    short, long = short_text(WEEK, best(WEEK)), long_text(WEEK, best(WEEK))
    assert max(map(len, short.splitlines())) < 100
    assert len(short.splitlines()) > 8
    assert all(part.endswith(".") for part in long.split("\n\n"))
    assert not set("*_~`#") & set(short + long)


@TEXTS
@pytest.mark.parametrize("language", ["nl", "nl_BE", "en"])
def test_a_text_is_in_the_language_of_the_moment(written: Callable[..., str], most: int, language: str) -> None:
    i18n.speak(language)
    said = written(WEEK, best(WEEK))
    assert len(said.split()) <= most
    assert ("Tuesday" in said) == (language == "en")
    assert "{" not in said


def test_a_lead_is_named_by_the_first_name_and_only_with_a_yes() -> None:
    yes = series("Yoga", "0", time(10), time(11), "Atelier", lead="Lenie Visser")
    no = replace(yes, id=UUID(int=7), name="Zang", lead="Wibregje Meedoener", lead_on_paper=False)
    neighbour = replace(yes, id=UUID(int=8), name="Dans", lead="Ypkje Ja", lead_kind=LeadKind.RESIDENT)
    told = week((yes, no, neighbour))
    said = long_text(told, best(told))
    assert "Lenie" in said
    assert "Ypkje" in said
    for hidden in ("Visser", "Wibregje", "Meedoener"):
        assert hidden not in said + short_text(told, best(told))


def test_a_closed_day_is_told_with_its_reason_in_both_texts() -> None:
    friday = replace(WEEK.days[4], closure=Closure(WEEK.days[4].on, WEEK.days[4].on, "Goede Vrijdag"), occurrences=())
    programme = with_day(WEEK, 4, friday)
    for said in (short_text(programme, best(programme)), long_text(programme, best(programme))):
        assert "Goede Vrijdag" in said
        assert "vrijdag 13 maart" in said


def test_a_house_that_closes_early_says_so() -> None:
    early = replace(WEEK.days[1], partly=(Closure(WEEK.days[1].on, WEEK.days[1].on, "", time(15), time(17)),))
    programme = with_day(WEEK, 1, early)
    assert "15.00" in short_text(programme, best(programme))


@TEXTS
def test_a_closed_week_invites_nobody(written: Callable[..., str], most: int) -> None:
    said = written(closed(WEEK, "Vakantie. Tot maandag!"), [])
    assert said.split("\n", 1)[0].endswith("Tot maandag!")
    assert i18n.translate("Everyone is welcome.") not in said
    assert len(said.split()) <= most


def test_what_is_on_several_days_is_told_once_with_all_of_them() -> None:
    twice = week((series("Huiswerkhulp", "03", time(15, 30), time(17), "Atelier"),))
    said = long_text(twice, best(twice))
    assert said.count("Huiswerkhulp") == 1
    assert "maandag 9 en donderdag 12 maart" in said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Yoga", "Yoga"),
        ("  veel \n blanco\t", "veel blanco"),
        ("*vet* _schuin_ ~weg~ `code`", "vet schuin weg code"),
        ("Koffie ☕🎉 en thee", "Koffie en thee"),
        ("naam\x00met\u202e nul", "naam met nul"),
        ("محمد", "\u2068محمد\u2069"),
        ("क्\u200dष", "क्\u200dष"),
        ("Z\u0301\u0302\u0303\u0304\u0305algo", "Ź\u0302\u0303algo"),
        ("a" * 200, "a" * 79 + "…"),
        ("woord " * 40, ("woord " * 13).strip() + "…"),
        ("", ""),
    ],
)
def test_a_name_is_kept_sane(typed: str, kept: str) -> None:
    assert plain(typed) == kept


def test_a_name_of_nothing_but_a_picture_is_written_out() -> None:
    assert plain("☕") == "Coffee"


NAMES = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["W" * 300, "a " * 150, "محمد يدعوكم " * 20, "☕🎉", "", "*x*", "Українська кава", "בית"]),
)


ROOMS: Final = {
    "names": st.lists(NAMES, max_size=8),
    "room": NAMES,
    "reason": NAMES,
    "paper": st.sampled_from([SQUARE, UPRIGHT]),
}


def holds(names: list[str], room: str, reason: str, paper: Paper) -> None:
    """Check pictures and texts of a week with these names, as it is, with a closed day, and closed."""
    i18n.speak("nl")
    known: list[Series] = [
        replace(series(name, str(at % 5), time(10 + at % 7), time(18), "Atelier", lead=room), id=UUID(int=at))
        for at, name in enumerate(names)
    ]
    facts = replace(FACTS, name=room, street=reason, entrance=reason, city=room)
    programme = week(known, facts)
    shut = replace(programme.days[4], closure=Closure(MONDAY, MONDAY, reason), occurrences=())
    for told in (programme, with_day(programme, 4, shut), closed(programme, reason)):
        order = best(told)
        check(share_sheet(told, order, House(facts, PRINTED, COLOUR), paper), least=SMALLEST, margin=24)
        for said, most in ((short_text(told, order), SHORT), (long_text(told, order), LONG)):
            assert len(said.split()) <= most
            assert said.isprintable() or set(said) - {"\n", "\u2068", "\u2069", "\u200c", "\u200d"}


@settings(max_examples=12, deadline=None)
@given(**ROOMS)
@example(names=[], room="0 " * 40, reason="0 " * 40, paper=SQUARE)
def test_whatever_names_are_nothing_overlaps_and_no_text_is_too_long(**what: Any) -> None:
    holds(**what)


@pytest.mark.long
@settings(max_examples=100, deadline=None)
@given(**ROOMS)
def test_the_same_holds_for_many_more_names(**what: Any) -> None:
    holds(**what)


def test_a_time_is_written_as_it_is_read_aloud() -> None:
    early = week((series("Ontbijt", "1", time(9, 30), time(10), "Huiskamer", cents=100),))
    for said in (short_text(early, best(early)), long_text(early, best(early))):
        assert "9.30" in said
        assert "09.30" not in said


def test_the_hours_of_days_that_are_closed_are_not_told() -> None:
    shut = replace(WEEK.days[4], closure=Closure(WEEK.days[4].on, WEEK.days[4].on, "Verbouwing"), occurrences=())
    programme = with_day(WEEK, 4, shut)
    assert "vrijdag 10.00" not in long_text(programme, best(programme))
