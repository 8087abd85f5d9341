"""One wish, opened: all that is known of it, changed in place, grouped, moved, parked until a day, ended otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.terms import Prefers, TellReason, Theme, ToldHow, WishStatus
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.wishes.ending import EndingDialog
from buurtkamer_app.wishes.records import NewWish
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.qt.wish_page import WishPage, show

if TYPE_CHECKING:
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def page(room: BoardRoom) -> WishPage:
    return show(room)


def test_everything_of_a_wish_is_changed_in_place(page: WishPage) -> None:
    page.open(17)
    page.press(page.opened.change)
    changing = page.opened.changing
    assert changing.text.toPlainText() == "Naailes. Ik heb een machine, maar ik snap hem niet."
    changing.text.setPlainText("Naailes, op dinsdag.")
    changing.theme.setCurrentIndex(changing.theme.findData(Theme.COMMUNITY))
    changing.asker.prefers.setCurrentIndex(changing.asker.prefers.findData(Prefers.FRIDAY_EVENING))
    changing.asker.asked_by.setText("Mw. de Wit")
    changing.asker.own_part.setText("Ik neem mijn machine mee")
    changing.asker.contact.setText("06 12345678")
    changing.asker.may_contact.setChecked(True)
    page.press(changing.keep)
    wish = page.wish(17)
    assert (wish.text, wish.theme, wish.prefers) == ("Naailes, op dinsdag.", Theme.COMMUNITY, Prefers.FRIDAY_EVENING)
    assert (wish.asked_by, wish.own_part, wish.contact) == ("Mw. de Wit", "Ik neem mijn machine mee", "06 12345678")
    assert page.opened.quote.text() == "“Naailes, op dinsdag.”"
    facts = page.opened.facts.text().splitlines()
    assert "Asked by: Mw. de Wit" in facts
    assert "Can do: Ik neem mijn machine mee" in facts
    assert "To be reached: 06 12345678" in facts
    assert "May be kept since Wednesday 11 March 2026." in facts


def test_what_is_refused_is_said_there_and_nothing_typed_is_lost(page: WishPage) -> None:
    page.open(17)
    page.press(page.opened.change)
    changing = page.opened.changing
    changing.text.setPlainText("x" * 10_001)
    changing.asker.contact.setText("06 12345678")
    page.press(changing.keep)
    assert changing.told.text() == "This text is too long. Use at most 10000 letters."
    changing.text.setPlainText("Naailes")
    page.press(changing.keep)
    assert changing.told.text() == "Ask first whether this may be kept. Without a yes it is not."
    assert changing.asker.contact.text() == "06 12345678"
    assert page.wish(17).text.startswith("Naailes. Ik heb")


def test_a_yes_taken_back_empties_how_to_reach_them(page: WishPage) -> None:
    page.room.services.wishes.write(NewWish("Vliegeren", Theme.HEALTH, contact="06 12345678", may_contact=True))
    page.open(41)
    page.press(page.opened.change)
    page.opened.changing.asker.may_contact.setChecked(False)
    page.press(page.opened.changing.keep)
    assert page.wish(41).contact == ""


def test_what_was_being_typed_of_a_wish_is_there_after_a_crash(page: WishPage) -> None:
    page.room.services.drafts.keep(f"wish {page.wish(17).id.hex}", "Naailes met")
    page.open(17)
    page.press(page.opened.change)
    page.room.settle()
    assert page.opened.changing.text.toPlainText() == "Naailes met"
    page.press(page.opened.changing.back)
    assert page.room.services.drafts.kept(f"wish {page.wish(17).id.hex}") == ""
    assert page.opened.reading.isVisible()


def test_support_with_a_name_is_shown_and_taken_back(page: WishPage) -> None:
    page.open(16)
    supporting = page.opened.supporting
    assert not supporting.naming.isVisible()
    page.press(supporting.with_name)
    supporting.name.setText("Ans")
    supporting.contact.setText("06 87654321")
    page.press(supporting.keep)
    assert supporting.told.text() == "Ask first whether this may be kept. Without a yes it is not."
    assert supporting.name.text() == "Ans"
    supporting.may_contact.setChecked(True)
    page.press(supporting.keep)
    assert page.wish(16).supporters == 5
    assert not supporting.naming.isVisible()
    assert [label.text() for label in supporting.findChildren(QLabel) if "Ans" in label.text()] == [
        "Ans · 06 87654321 · Wed 11 March"
    ]
    page.press_named(supporting, "Take back: Ans · 06 87654321")
    assert page.wish(16).supporters == 4


def test_the_history_says_who_moved_it_and_when(page: WishPage) -> None:
    page.open(16)
    assert not page.opened.history.isVisible()
    standing = page.opened.standing
    standing.to.setCurrentIndex(standing.to.findData(WishStatus.TALKING))
    page.press(standing.move_it)
    assert page.opened.history.text() == "11 Mar 2026 · Being discussed · Ria Postma"


def test_a_wish_is_parked_until_a_day(page: WishPage) -> None:
    page.open(16)
    standing = page.opened.standing
    assert not standing.back_on.isVisible()
    standing.to.setCurrentIndex(standing.to.findData(WishStatus.PARKED))
    standing.reason.setText("geen klei")
    standing.comes_back.setChecked(True)
    show_day(standing.back_on, date(2026, 3, 11))
    page.press(standing.move_it)
    assert standing.told.text() == "Choose a day after today."
    show_day(standing.back_on, date(2026, 4, 1))
    page.press(standing.move_it)
    wish = page.wish(16)
    assert (wish.status, wish.parked_reason, wish.back_on) == (WishStatus.PARKED, "geen klei", date(2026, 4, 1))
    assert page.opened.waits.text() == "Back on Wed 1 April"


def test_came_true_waits_until_its_people_know(page: WishPage) -> None:
    services = page.room.services
    services.telling.tell([NewTelling(TellReason.PLANNED, "Mw. Tan", wish=services.wishes.numbered(28))])
    page.open(28)
    page.press(page.opened.standing.done)
    assert page.wish(28).status is WishStatus.RUNNING
    assert page.opened.waits.text() == "1 person is still to be told. Then this wish has come true."
    assert not page.opened.standing.done.isVisible()
    telling = services.telling.tellings()[0]
    page.room.tasks.write(lambda s: s.telling.told(telling.id, ToldHow.PHONE), lambda _: None)
    page.room.settle()
    assert page.wish(28).status is WishStatus.DONE


def test_residents_do_it_themselves_with_one_press(page: WishPage) -> None:
    page.open(28)
    page.press(page.opened.standing.self_run)
    assert page.wish(28).status is WishStatus.SELF_RUN
    assert not page.opened.standing.self_run.isVisible()


def test_wishes_that_belong_together_are_shown_and_split(page: WishPage) -> None:
    services = page.room.services
    services.groups.join(services.wishes.numbered(3), services.wishes.numbered(2))
    page.open(2)
    belonging = page.opened.belonging
    assert belonging.group_label.isVisible()
    other = "“Iets met bewegen, maar dan zittend, voor mijn knieën.”"
    page.press_named(belonging, f"Does not belong here: {other}")
    assert page.wish(3).head is None
    assert not belonging.group_label.isVisible()
    page.undo()
    assert page.wish(3).head == page.wish(2).id
    assert belonging.group_label.isVisible()


def test_a_wish_that_looks_like_it_joins_with_one_press(page: WishPage) -> None:
    page.room.services.wishes.write(NewWish("Leren naaien met mijn machine", Theme.COMMUNITY))
    page.open(17)
    page.room.wait(page.opened.belonging.alike_label.isVisible)
    page.press_named(page.opened.belonging, "Belongs to this wish: “Leren naaien met mijn machine”")
    assert page.wish(41).head == page.wish(17).id
    assert page.wish(17).together == 7
    assert page.opened.facts.text().startswith("7 residents want this.")


def test_another_ending_is_chosen_in_its_dialog(page: WishPage) -> None:
    page.open(14)
    page.press(page.opened.otherwise)
    dialog = page.opened.findChild(EndingDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    page.room.settle()


def test_a_wish_that_is_gone_closes_by_itself(page: WishPage) -> None:
    page.room.services.wishes.write(NewWish("Vliegeren", Theme.HEALTH))
    page.open(41)
    page.undo()
    assert not page.opened.isVisible()
