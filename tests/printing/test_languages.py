"""Every language that a sheet can be in has every word, in letters that we can draw, and says days as it does."""

from __future__ import annotations

from datetime import date, time

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.base import paths
from buurtkamer_app.printing.languages import HEADINGS, HOME, OFFERED, USUAL, Language, chosen, offered
from buurtkamer_app.printing.printable import printable
from buurtkamer_app.printing.typeface import Face, width

MONDAY, SUNDAY = date(2026, 3, 9), date(2026, 3, 15)


def test_the_languages_that_most_newcomers_read_are_offered_in_their_own_words() -> None:
    names = offered()
    assert {"en", "tr", "ar", "uk", "pl"} <= set(names)
    assert (names["tr"], names["ar"], names["uk"], names["pl"]) == ("Türkçe", "العربية", "Українська", "Polski")
    assert all(printable(name) == name for name in names.values())


@pytest.mark.parametrize("code", [HOME, *OFFERED])
def test_a_language_has_every_heading_and_the_word_of_every_picture(code: str) -> None:
    known = Language(code)
    # English is what the message ids say; the program itself says the Dutch words of pictures.
    if code == "en":
        assert all(known.said(message) == message for message in (*HEADINGS, *WORDS.values()))
        return
    with (paths.resources() / "languages" / f"{code}.po").open("rb") as source:
        catalogue = read_po(source, code)
    held = {str(entry.id): str(entry.string) for entry in catalogue if entry.id}
    asked = set(HEADINGS) if code == HOME else {*HEADINGS, *WORDS.values()}
    assert set(held) == asked
    assert all(held.values())
    assert all(known.said(message) == held[message] for message in asked)


@pytest.mark.parametrize("code", [HOME, *OFFERED])
def test_no_word_needs_a_letter_that_no_font_of_ours_has(code: str) -> None:
    known = Language(code)
    values = dict.fromkeys(("room", "first", "last", "start", "end"), "x")
    for message in (*HEADINGS, *WORDS.values()):
        told = known.said(message, **values) if "{" in message else known.said(message)
        assert printable(told) == " ".join(told.replace("\u202f", "\u00a0").split(" "))
        assert width(known.led(told), Face.BOLD, 12) > 0


@pytest.mark.parametrize("code", [HOME, *OFFERED])
def test_the_word_of_a_picture_is_short_enough_for_its_column(code: str) -> None:
    longest = max((word for word in WORDS.values()), key=lambda word: len(Language(code).said(word)))
    assert len(Language(code).said(longest)) <= 36
    longest_part = max(max(Language(code).said(word).split(), key=len) for word in WORDS.values())
    assert width(longest_part, Face.REGULAR, 12) <= 95


def test_days_are_said_as_each_language_does() -> None:
    assert Language("ar").weekday(MONDAY) == "الاثنين"
    assert Language("uk").weekday(date(2026, 3, 13)) == "п’ятниця".replace("’", "ʼ")
    assert Language("pl").days(MONDAY, SUNDAY) == "9 – 15 marca 2026"
    assert Language("de").days(MONDAY, SUNDAY) == "9. bis 15. März 2026"
    assert Language("en").days(date(2026, 3, 30), date(2026, 4, 5)) == "30 March to 5 April 2026"
    assert Language("tr").days(date(2025, 12, 29), date(2026, 1, 4)) == "29 Aralık 2025 – 4 Ocak 2026"
    assert Language("nl").days(MONDAY, SUNDAY) == "9 tot en met 15 maart 2026"


def test_hours_are_said_in_words_with_the_times_as_the_room_writes_them() -> None:
    assert Language("en").span(time(10), time(17, 30)) == "from 10.00 to 17.30"
    assert Language("ar").span(time(10), time(17, 30)) == "من 10.00 إلى 17.30"
    assert Language("fr").weekdays([0, 1, 2]) == "lundi au mercredi"
    assert Language("en").weekdays([4]) == "Friday"


def test_what_was_chosen_badly_is_left_out_and_never_leaves_nothing() -> None:
    assert [known.code for known in chosen(("uk", "uk"))] == ["uk"]
    assert [known.code for known in chosen(("xx", "pl"))] == ["pl"]
    assert tuple(known.code for known in chosen(("", "nl"))) == USUAL


def test_a_language_that_goes_from_right_to_left_stands_at_the_right() -> None:
    assert [known.code for known in chosen(("ar", "uk"))] == ["uk", "ar"]


def test_which_way_a_language_goes_is_marked_on_its_texts() -> None:
    assert {code for code in OFFERED if Language(code).right_to_left} == {"ar", "fa"}
    assert Language("ar").led("قهوة") == "\u200fقهوة"
    assert Language("tr").led("kahve") == "kahve"
    assert Language("ar").row(["الاثنين", "الثلاثاء"]) == "الاثنين، الثلاثاء"


def test_the_installed_program_takes_along_what_babel_knows_of_each_language() -> None:
    spec = (paths.shipped() / "installer" / "buurtkamer.spec").read_text(encoding="utf-8")
    spoken = next(line for line in spec.splitlines() if line.startswith("SPOKEN"))
    for code in OFFERED:
        assert f"|{Locale.parse(code).language}" in spoken or f"({Locale.parse(code).language}" in spoken
