"""Who is coming in on Vandaag: a few letters and Enter, again on one day, new names, hidden names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import Purpose
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


def type_and_enter(here: Vandaag, typed: str) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, typed)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)


def says(here: Vandaag, sentence: str) -> None:
    here.wait(lambda: here.arrivals.told.text() == sentence)


def listed(here: Vandaag) -> list[str]:
    rows = here.arrivals.suggestions
    return [rows.item(row).text() for row in range(rows.count())]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("els", "Els van der Meer"),
        ("ome", "Ömer Şahin"),
        ("luk", "Łukasz"),
        ("hof", "Dhr. Van ’t Hof"),
        ("nan", "Mevrouw Ñáñez"),
    ],
)
def test_three_letters_and_enter_let_a_regular_in(here: Vandaag, typed: str, name: str) -> None:
    type_and_enter(here, typed)
    says(here, f"{name} is in")
    assert here.arrivals.search.text() == ""
    assert here.arrivals.search.hasFocus()
    here.wait(lambda: (here.number("visits"), here.number("named")) == ("1", "1"))
    here.wait(lambda: here.tally.buttons[Purpose.WALK_IN].counted == 1)


def test_a_second_time_on_one_day_counts_nothing(here: Vandaag) -> None:
    type_and_enter(here, "zey")
    says(here, "Zeynep is in")
    type_and_enter(here, "zey")
    says(here, "Zeynep is in already, since 13.00")
    here.wait(lambda: here.number("named") == "1")


def test_the_arrows_choose_another_name(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(lambda: listed(here)[:2] == ["Jan de Jong", "Jan de Jonge"])
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Down)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    says(here, "Jan de Jonge is in")


def test_a_click_chooses_a_name(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(lambda: len(listed(here)) >= 2)
    rows = here.arrivals.suggestions
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    says(here, "Jan de Jonge is in")


def test_a_name_that_is_not_known_becomes_known(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "Henk")
    here.wait(lambda: listed(here) == ["New: Henk – Enter"])
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    says(here, "Henk is in")
    type_and_enter(here, "hen")
    says(here, "Henk is in already, since 13.00")


def test_a_known_name_in_other_letters_is_not_offered_as_new(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "omer sahin")
    here.wait(lambda: listed(here) == ["Ömer Şahin", "Another Ömer Şahin…"])


def test_only_the_newest_answer_is_shown(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    for letters in ("z", "ze", "x"):
        here.arrivals.search.clear()
        QTest.keyClicks(here.arrivals.search, letters)
    here.wait(here.arrivals.suggestions.isVisible)
    assert listed(here) == ["New: x – Enter"]


def test_the_slash_goes_to_the_field_but_is_typed_in_it(here: Vandaag) -> None:
    here.tally.walk_in.setFocus()
    QTest.keyClick(here.tally.walk_in, Qt.Key.Key_Slash)
    assert here.arrivals.search.hasFocus()
    QTest.keyClicks(here.arrivals.search, "/")
    assert here.arrivals.search.text() == "/"


def test_escape_takes_the_list_away_and_keeps_what_was_typed(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(here.arrivals.suggestions.isVisible)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Escape)
    assert not here.arrivals.suggestions.isVisible()
    assert here.arrivals.search.text() == "jan"


def test_nobody_who_signed_in_sees_no_names(here: Vandaag) -> None:
    here.sit(NOBODY)
    assert not here.arrivals.search.isEnabled()
    assert here.arrivals.told.text() == "Sign in first."
    here.tally.press(Purpose.WALK_IN)
    here.wait(lambda: here.number("visits") == "1")


def test_a_name_that_cannot_be_is_refused_and_stays_typed(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    here.arrivals.search.insert("Henk\u2028de Vries")
    here.arrivals.search.textEdited.emit(here.arrivals.search.text())
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    says(here, "This name holds signs that no name has. Type it again.")
    assert here.arrivals.search.text().startswith("Henk")


def test_hidden_names_are_masked_until_they_are_shown_again(here: Vandaag) -> None:
    type_and_enter(here, "els")
    says(here, "Els van der Meer is in")
    QTest.keyClick(here.window, Qt.Key.Key_F8)
    says(here, "This visitor is in")
    assert here.heard.text.isHidden()
    QTest.keyClick(here.window, Qt.Key.Key_F8)
    says(here, "Els van der Meer is in")
    assert not here.heard.text.isHidden()


def two_jans(here: Vandaag) -> None:
    here.ask(lambda services: services.arrivals.come_in(["Jan"]))
    here.ask(lambda services: services.arrivals.come_in_new("Jan", "met de rollator"))


def jans_inside(here: Vandaag) -> list[tuple[str, str]]:
    inside = here.ask(lambda services: services.arrivals.inside())
    return [(one.name, one.hint) for one in inside.named]


def test_enter_on_two_of_one_name_chooses_neither_and_keeps_what_was_typed(here: Vandaag) -> None:
    two_jans(here)
    type_and_enter(here, "jan")
    says(here, "There are 2 people called Jan. Choose with the arrows or click.")
    assert here.arrivals.search.text() == "jan"
    assert here.arrivals.suggestions.currentRow() == -1
    assert listed(here)[:2] == ["Jan · in since 13.00", "Jan – met de rollator · in since 13.00"]
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Down)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Down)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    says(here, "Jan (met de rollator) is in already, since 13.00")
    assert here.arrivals.search.text() == ""


def test_up_from_nobody_goes_to_the_last_row(here: Vandaag) -> None:
    two_jans(here)
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(lambda: bool(listed(here)))
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Up)
    assert here.arrivals.suggestions.currentRow() == len(listed(here)) - 1


def test_a_click_chooses_one_of_two_of_one_name(here: Vandaag, clock: SetClock) -> None:
    two_jans(here)
    clock.instant += timedelta(days=1)
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(lambda: listed(here)[:2] == ["Jan", "Jan – met de rollator"])
    rows = here.arrivals.suggestions
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    says(here, "Jan (met de rollator) is in")
    assert jans_inside(here) == [("Jan", "met de rollator")]


def test_another_person_of_a_known_name_is_told_apart_by_a_hint(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "zeynep")
    here.wait(lambda: listed(here) == ["Zeynep", "Another Zeynep…"])
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Up)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    another = here.arrivals.another
    assert another.question.text() == "How do we recognise this Zeynep?"
    assert another.hint.hasFocus()
    QTest.keyClick(another.hint, Qt.Key.Key_Return)
    here.wait(lambda: another.trouble.text() == "Write down how to recognise this person.")
    QTest.keyClicks(another.hint, "met de rode fiets")
    QTest.keyClick(another.hint, Qt.Key.Key_Return)
    says(here, "Zeynep (met de rode fiets) is in")
    assert another.isHidden()
    assert here.arrivals.search.hasFocus()
    assert here.arrivals.search.text() == ""
    here.wait(lambda: here.number("named") == "1")


def test_going_back_from_another_lets_nobody_in(here: Vandaag) -> None:
    here.arrivals.search.setFocus()
    QTest.keyClicks(here.arrivals.search, "zeynep")
    here.wait(lambda: len(listed(here)) == 2)
    rows = here.arrivals.suggestions
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(1)).center())
    here.wait(here.arrivals.another.isVisible)
    QTest.keyClick(here.arrivals.another.hint, Qt.Key.Key_Escape)
    assert here.arrivals.another.isHidden()
    assert here.arrivals.search.hasFocus()
    assert jans_inside(here) == []


def test_locking_takes_the_question_away_and_keeps_what_was_typed(here: Vandaag) -> None:
    here.arrivals.another.ask("Zeynep")
    QTest.keyClicks(here.arrivals.another.hint, "met de fiets")
    here.arrivals.hide_names(hidden=True)
    assert here.arrivals.another.question.text() == "How do we recognise this person?"
    here.sit(NOBODY)
    assert here.arrivals.another.isHidden()
    here.sit_host()
    here.arrivals.hide_names(hidden=False)
    assert here.arrivals.another.isVisible()
    assert here.arrivals.another.hint.text() == "met de fiets"


def test_a_new_name_is_kept_with_one_click(here: Vandaag) -> None:
    type_and_enter(here, "Henk")
    says(here, "Henk is in")
    assert here.arrivals.may_we.isVisible()
    QTest.mouseClick(here.arrivals.remember, Qt.MouseButton.LeftButton)
    says(here, "The name is kept.")
    assert here.arrivals.remember.isHidden()
    assert here.arrivals.may_we.isHidden()
    assert here.ask(lambda services: services.people.find("henk"))[0].name == "Henk"
    type_and_enter(here, "hen")
    says(here, "Henk is in already, since 13.00")
    assert here.arrivals.remember.isHidden()


def test_a_name_that_is_kept_is_not_asked_for(here: Vandaag) -> None:
    type_and_enter(here, "els")
    says(here, "Els van der Meer is in")
    assert here.arrivals.remember.isHidden()
    assert here.arrivals.details.isVisible()


def test_details_give_who_came_in(here: Vandaag) -> None:
    two_jans(here)
    type_and_enter(here, "els")
    says(here, "Els van der Meer is in")
    with here.bot.waitSignal(here.arrivals.visitor_asked) as asked:
        QTest.mouseClick(here.arrivals.details, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert (asked.args[0].name, asked.args[0].hint) == ("Els van der Meer", "")


def test_who_had_left_is_in_again(here: Vandaag) -> None:
    type_and_enter(here, "zey")
    says(here, "Zeynep is in")
    here.ask(lambda services: services.arrivals.leave(services.people.find("zey")[0].id))
    type_and_enter(here, "zey")
    says(here, "Zeynep is in again")
    here.wait(lambda: here.number("named") == "1")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("x" * 10_000, "This name is too long. Use at most 200 letters."),
        ("ab " * 3_000, "This name is too long. Use at most 200 letters."),
        ("\u200f\u202e\u200f", "This name holds signs that no name has. Type it again."),
        ("\u3164\u200d", "This name holds signs that no name has. Type it again."),
    ],
)
def test_a_name_that_nobody_has_is_refused_with_a_sentence_and_not_lost(
    here: Vandaag, name: str, sentence: str
) -> None:
    here.arrivals.search.setFocus()
    here.arrivals.search.setText(name)
    here.arrivals.search.textEdited.emit(name)
    QTest.keyClick(here.arrivals.search, Qt.Key.Key_Return)
    says(here, sentence)
    assert here.arrivals.search.text() == name
    assert jans_inside(here) == []
