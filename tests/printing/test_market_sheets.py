"""The sheets of a market say what they must, to whom they may, in every ink and however long a name is."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Final

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import ElementKind
from buurtkamer_app.printing import market_letters, market_permits, market_programme, market_run_sheet, market_wanted
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.market_afterwards import Numbers, look_back_form, look_back_sheet
from buurtkamer_app.printing.market_letters import Letters
from tests.market.rooms_of_the_day import EVENT, LEAD, LEAD_PHONE, element

from . import market_sheets as made
from .boxes import check
from .weeks import HOUSE, page_count, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.printing.house import House

LETTERS: Final = Letters(EVENT, tuple(made.PARTS), time(10), LEAD, LEAD_PHONE)
BAD_LETTERS: Final = Letters(made.BAD, tuple(made.BAD_PARTS), time(10), "B" * 200, "06 " * 20)
NICE: Final[dict[str, Callable[[House], bytes]]] = {
    "programme": lambda house: market_programme.market_programme(EVENT, made.PARTS, house),
    "letters": lambda house: market_letters.stallholder_letters(LETTERS, house),
    "run_sheet": lambda house: market_run_sheet.run_sheet(EVENT, made.STEPS, made.ROLES, house),
    "permits": lambda house: market_permits.permit_countdown(EVENT, made.PERMITS, house),
    "wanted": lambda house: market_wanted.still_wanted(EVENT, made.ROLES, made.PARTS, house),
    "afterwards": lambda house: look_back_sheet(made.BACK, made.PARTS, Numbers(41), house),
}
HOSTILE: Final[dict[str, Callable[[House], bytes]]] = {
    "programme": lambda house: market_programme.market_programme(made.BAD, made.BAD_PARTS, house),
    "letters": lambda house: market_letters.stallholder_letters(BAD_LETTERS, house),
    "run_sheet": lambda house: market_run_sheet.run_sheet(made.BAD, made.BAD_STEPS, made.BAD_ROLES, house),
    "permits": lambda house: market_permits.permit_countdown(made.BAD, made.BAD_PERMITS, house),
    "wanted": lambda house: market_wanted.still_wanted(
        replace(made.BAD, cancelled=""), made.ROLES, made.BAD_PARTS, house
    ),
    "afterwards": lambda house: look_back_sheet(made.BAD_BACK, made.BAD_PARTS, Numbers(123_456), house),
}
FORMS: Final[dict[str, Callable[[House], bytes]]] = {
    "programme": market_programme.programme_form,
    "letters": market_letters.letter_form,
    "run_sheet": market_run_sheet.run_sheet_form,
    "permits": market_permits.permit_form,
    "wanted": market_wanted.wanted_form,
    "afterwards": look_back_form,
}


def said(name: str) -> str:
    return " ".join(text(NICE[name](HOUSE)).split())


@pytest.mark.parametrize("ink", Ink)
@pytest.mark.parametrize("name", NICE)
def test_nothing_is_cut_off_over_another_or_too_small(name: str, ink: Ink) -> None:
    house = replace(HOUSE, dress=Dress(ink=ink))
    pdf = NICE[name](house)
    check(pdf, least=11)
    assert NICE[name](house) == pdf


@pytest.mark.parametrize("name", HOSTILE)
def test_the_same_holds_however_long_and_odd_names_are(name: str) -> None:
    pdf = HOSTILE[name](HOUSE)
    check(pdf, least=11)
    assert text(pdf).count("W") >= len(made.LONG)


@pytest.mark.parametrize("name", FORMS)
def test_without_a_market_there_is_a_form_to_fill_in_on_one_page(name: str) -> None:
    pdf = FORMS[name](HOUSE)
    check(pdf, least=11)
    assert page_count(pdf) == 1


def test_the_programme_tells_all_parts_by_kind_time_and_place_and_nobodys_name_or_number() -> None:
    words = said("programme")
    for part in made.PARTS:
        assert part.name in words
    for told in ("zaterdag 16 mei 2026 · 11.00–16.00", "13.00–13.45 Koor De Merels", "Podium", "Wilgenplein"):
        assert told in words
    assert words.index("Koor De Merels") < words.index("Verhalen van vroeger") < words.index("Tweedehands boeken")
    for owner in ("Mw. De Vries", "Carlos", "Fatma", LEAD, LEAD_PHONE):
        assert owner not in words
    assert page_count(NICE["programme"](HOUSE)) == 1


def test_eighty_stalls_and_twenty_performances_are_all_told_once() -> None:
    stalls = [element(made.KEY, ElementKind.STALL, f"Qkraam{number:02}", number + 1) for number in range(80)]
    acts = [
        element(made.KEY, ElementKind.PERFORMANCE, f"Qoptreden{number:02}", 100 + number, at="12.00-12.30")
        for number in range(20)
    ]
    pdf = market_programme.market_programme(EVENT, [*stalls, *acts], HOUSE)
    read = text(pdf)
    assert all(read.count(part.name) == 1 for part in (*stalls, *acts))
    assert page_count(pdf) <= 3
    check(pdf)


def test_each_stall_has_a_letter_of_its_own_on_one_page() -> None:
    words = said("letters")
    assert page_count(NICE["letters"](HOUSE)) == 3
    for told in (
        translate("Dear {name},", name="Mw. De Vries"),
        translate("Dear stallholder,"),
        f"{LEAD} · {LEAD_PHONE}",
        translate("From {time} on. Be ready at {ready}.", time="10.00", ready="11.00"),
        "Een eigen kleed",
        "Wilgenplein · Onder de bomen",
    ):
        assert told in words


def test_letters_of_a_market_without_stalls_and_without_a_lead_say_so() -> None:
    none = market_letters.stallholder_letters(Letters(EVENT, (), time(10)), HOUSE)
    assert translate("No stalls are written down yet.") in text(none)
    alone = market_letters.stallholder_letters(replace(LETTERS, lead="", phone=""), HOUSE)
    assert translate("Ask the host in the room.") in text(alone)


def test_the_run_sheet_says_who_does_what_and_how_to_reach_them() -> None:
    words = said("run_sheet")
    for step in made.STEPS:
        assert f"{step.at:%H.%M}" in words
    assert f"{LEAD} · {LEAD_PHONE}" in words
    assert words.count(translate("still open")) == 2
    assert translate("For who works at the market. Shred it afterwards.") in words


def test_the_countdown_says_by_which_day_and_how_many_days_are_left() -> None:
    words = said("permits")
    assert translate("{days} days to go", days=71) in words
    assert "za 21 mrt. 2026" in words or "za 21 mrt 2026" in words
    assert translate("Answer: {answer}", answer="Ja, mits") in words


def test_what_is_still_wanted_names_nobody() -> None:
    words = said("wanted")
    assert "Kleding ruilen" in words
    assert "Tweedehands boeken" not in words
    assert LEAD not in words
    assert translate("Is this something for you? Tell the host.") in words
    taken = [replace(role, who=LEAD) for role in made.ROLES]
    owned = [replace(part, owner="Joke") for part in made.PARTS]
    assert translate("All roles are taken. Thank you!") in text(market_wanted.still_wanted(EVENT, taken, owned, HOUSE))


def test_looking_back_tells_outcomes_numbers_ties_and_names_only_with_a_yes() -> None:
    words = said("afterwards")
    for told in ("350", "41", "Zeventien kwamen voor het eerst", "Zingen samen", "Ik sprak mijn achterbuur", "Joke"):
        assert told in words
    assert translate("Nothing is written down yet.") in words
    assert translate("Photos are not kept: not everybody on them was asked.") in words
    assert page_count(NICE["afterwards"](HOUSE)) <= 2
    held_back = replace(made.BACK, testimonials=made.BACK.testimonials[1:])
    assert "Joke" not in text(look_back_sheet(held_back, made.PARTS, Numbers(), HOUSE))


@pytest.mark.parametrize("name", ["programme", "letters", "run_sheet", "permits", "afterwards"])
def test_a_market_that_does_not_go_on_says_so_and_why(name: str) -> None:
    assert "Storm" in text(HOSTILE[name](HOUSE))
