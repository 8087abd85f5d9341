"""The ending that is proposed for a wish follows from its words, what is there already and which partners there are."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base import i18n
from buurtkamer_app.base.terms import Ending, Theme
from buurtkamer_app.people.records import Partner
from buurtkamer_app.planner.alike.records import LooksLike
from buurtkamer_app.planner.ending import propose_ending
from buurtkamer_app.planner.signs import signs

PARTNERS = (
    Partner("Welzijn Noordoever", "welfare"),
    Partner("Buurtteam", "neighbourhood_team"),
    Partner("Woningcorporatie De Sluis", "housing_association"),
    Partner("Gebiedsmakelaar", "municipality"),
)
GYM = LooksLike("activity", UUID(int=3), 3, "Zitgym op muziek", 80, Theme.HEALTH)


@pytest.mark.parametrize(
    ("text", "persons", "ending", "partner"),
    [
        ("Een bankje bij de bushalte, ik kan niet zo lang staan.", 3, Ending.REPORTED, "Gebiedsmakelaar"),
        ("De lantaarnpaal voor mijn deur brandt niet.", 1, Ending.REPORTED, "Gebiedsmakelaar"),
        ("Het tocht zo in de hal.", 2, Ending.REPORTED, "Woningcorporatie De Sluis"),
        ("Iemand die met mij meegaat naar het ziekenhuis.", 1, Ending.MATCH, ""),
        ("Wie kan mijn gordijnrail ophangen?", 2, Ending.MATCH, ""),
        ("Hoe krijg ik mijn energierekening omlaag?", 2, Ending.HANDED_ON, "Buurtteam"),
        ("Ik krijg brieven van de deurwaarder.", 1, Ending.HANDED_ON, "Buurtteam"),
        ("Stijldansen, zoals vroeger.", 8, Ending.ACTIVITY, ""),
        ("Er ligt zoveel vuil bij de containers. Kunnen we samen prikken?", 4, Ending.ACTIVITY, ""),
        ("Een tochtje met de boot.", 5, Ending.ACTIVITY, ""),
    ],
)
def test_the_words_of_a_wish_say_how_it_may_end(text: str, persons: int, ending: Ending, partner: str) -> None:
    proposed = propose_ending(text, persons, (), PARTNERS)
    assert (proposed.ending, proposed.partner) == (ending, partner)


def test_the_reason_quotes_the_words_as_they_were_said() -> None:
    i18n.speak("en")
    proposed = propose_ending("Een BANKJE bij de bushalte.", 3, (), PARTNERS)
    assert proposed.reason.say() == "The wish says “BANKJE”: that can be reported."


def test_what_is_there_already_is_proposed_before_something_new() -> None:
    proposed = propose_ending("Iets met bewegen, maar dan zittend.", 2, [GYM], PARTNERS)
    assert (proposed.ending, proposed.series) == (Ending.EXISTS, GYM.key)


def test_what_is_only_a_little_alike_is_not_there_already() -> None:
    little = LooksLike("activity", UUID(int=3), 3, "Zitgym op muziek", 40, Theme.HEALTH)
    assert propose_ending("Stijldansen, zoals vroeger.", 8, [little], PARTNERS).ending is Ending.ACTIVITY


def test_an_activity_that_is_named_is_there_however_little_else_is_alike() -> None:
    cards = LooksLike("activity", UUID(int=9), 9, "Klaverjassen", 40, Theme.COMMUNITY)
    proposed = propose_ending("Klaverjassen. We zijn al met z'n drieën.", 8, [GYM, cards], PARTNERS)
    assert (proposed.ending, proposed.series) == (Ending.EXISTS, cards.key)


def test_another_wish_that_is_alike_is_nothing_that_exists() -> None:
    wish = LooksLike("wish", UUID(int=3), 3, "Gymmen", 99, Theme.HEALTH)
    assert propose_ending("Gymmen voor ouderen.", 2, [wish], PARTNERS).ending is Ending.ACTIVITY


def test_what_many_want_is_no_match_and_without_a_partner_nothing_is_passed_on() -> None:
    assert propose_ending("Iemand die met mij fietst.", 6, (), PARTNERS).ending is Ending.ACTIVITY
    assert propose_ending("Ik heb schulden.", 1, (), ()).ending is Ending.ACTIVITY


def test_the_file_of_words_has_groups_for_each_ending_that_words_can_tell() -> None:
    assert {group.ending for group in signs()} == {
        Ending.ACTIVITY,
        Ending.REPORTED,
        Ending.MATCH,
        Ending.HANDED_ON,
    }


@given(st.text(max_size=300), st.integers(0, 99))
def test_whatever_is_said_something_is_proposed_with_a_reason(text: str, persons: int) -> None:
    assert propose_ending(text, persons, (), PARTNERS).reason.say()
