"""What a wish comes to, clicked through: wish 11 to a match through all its steps, wish 14 reported and done."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from buurtkamer_app.base.terms import Ending, ToldHow, WishStatus
from buurtkamer_app.qt.days import as_date, show_day
from buurtkamer_app.qt.wishes.ending import EndingDialog
from buurtkamer_app.qt.wishes.home_helpers import HomeHelpersDialog
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.wishes.endings.records import WishEnding
    from buurtkamer_app.wishes.records import Wish


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


def wish(here: Vandaag, number: int) -> Wish:
    found: Wish = here.ask(lambda s: next(one for one in s.wishes.all() if one.number == number))
    return found


def ending(here: Vandaag, number: int) -> WishEnding:
    found: WishEnding = here.ask(lambda s: s.endings.ending(s.wishes.numbered(number)))
    return found


def opened(here: Vandaag, number: int, *, hidden: bool = False) -> EndingDialog:
    dialog = EndingDialog(here.tasks, wish(here, number), here.page, names_hidden=hidden)
    dialog.open()
    here.wait(lambda: bool(dialog.quote.text()))
    return dialog


def click(button: QAbstractButton) -> None:
    # On the words of a choice, not on the empty room beside them.
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(20, button.height() // 2))


def steps(dialog: QWidget) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel, "step") if label.isVisible()]


def choose(here: Vandaag, dialog: EndingDialog, chosen: Ending, part: Callable[[], bool]) -> None:
    click(dialog.choice.buttons[chosen])
    here.wait(part)


def test_the_proposed_ending_stands_first_with_its_reason(here: Vandaag) -> None:
    dialog = opened(here, 14)
    here.wait(dialog.choice.given_part.isVisible)
    assert dialog.choice.chosen() is Ending.REPORTED
    assert dialog.choice.why.text() == "Proposed: Report it. The wish says “bankje”: that can be reported."
    assert dialog.choice.whom.currentText() == "Gebiedsmakelaar stadsdeel"
    top = min(dialog.choice.buttons.values(), key=lambda button: button.y())
    assert top is dialog.choice.buttons[Ending.REPORTED]
    dialog.reject()


def test_wish_fourteen_is_reported_with_its_number_told_and_then_done(here: Vandaag) -> None:
    dialog = opened(here, 14)
    here.wait(dialog.choice.number_part.isVisible)
    dialog.choice.number.setText("M-2026-0812")
    click(dialog.choice.keep)
    here.wait(dialog.given.isVisible)
    assert dialog.stands.text() == "Reported · still to tell: 3"
    assert "The number is M-2026-0812." in steps(dialog)
    key = wish(here, 14).id
    here.ask(lambda s: s.telling.told_all(key, ToldHow.IN_PERSON))
    assert wish(here, 14).status is WishStatus.DONE
    here.wait(lambda: dialog.stands.text() == "Reported")
    dialog.reject()


def test_an_answer_is_written_down_and_told(here: Vandaag) -> None:
    here.ask(lambda s: s.endings.report(s.wishes.numbered(14), "De gemeente"))
    dialog = opened(here, 14)
    here.wait(dialog.given.isVisible)
    dialog.given.answer.setPlainText("Het bankje komt in mei.")
    dialog.given.number.setText("M-7")
    click(dialog.given.answered)
    here.wait(lambda: any("Het bankje komt in mei." in words for words in steps(dialog)))
    found = ending(here, 14)
    assert (found.answer, found.number, found.closed_on) == ("Het bankje komt in mei.", "M-7", date(2026, 3, 11))
    assert not dialog.given.later.isVisible()
    dialog.reject()


def test_without_an_answer_it_is_asked_again_on_the_chosen_day(here: Vandaag) -> None:
    here.ask(lambda s: s.endings.hand_on(s.wishes.numbered(7), "Buurtteam"))
    dialog = opened(here, 7)
    here.wait(dialog.given.isVisible)
    dialog.given.ask_again.setChecked(True)
    show_day(dialog.given.again, date(2026, 3, 20))
    click(dialog.given.later)
    here.wait(lambda: "to do: Ask again on Friday 20 March 2026" in steps(dialog))
    dialog.reject()


def test_wish_eleven_becomes_a_match_through_all_its_steps(here: Vandaag, clock: SetClock) -> None:
    dialog = opened(here, 11)
    here.wait(dialog.choice.match_part.isVisible)
    dialog.choice.helper.setText("Joke")
    dialog.choice.phone.setText("06 22222222")
    click(dialog.choice.keep)
    here.wait(dialog.match.yes.isVisible)
    assert dialog.match.yes.text() == "Who asked said yes"
    assert not dialog.match.numbers.isVisible()
    click(dialog.match.yes)
    here.wait(lambda: dialog.match.yes.text() == "Joke said yes")
    assert not dialog.match.numbers.isVisible()
    click(dialog.match.yes)
    here.wait(dialog.match.meet_part.isVisible)
    assert dialog.match.numbers.text() == "Joke: 06 22222222"
    assert as_date(dialog.match.on) == date(2026, 3, 12)
    click(dialog.match.meet)
    here.wait(lambda: "done: First meeting in the room: Thursday 12 March 2026, 10.30" in steps(dialog))
    assert dialog.match.meet_part.isVisible()
    found = ending(here, 11)
    assert found.match is not None
    assert (found.match.meets_at, found.ask_again_on) == (time(10, 30), date(2026, 3, 26))
    key = wish(here, 11).id
    here.ask(lambda s: s.telling.told_all(key, ToldHow.PHONE))
    dialog.reject()
    clock.instant += timedelta(days=15)
    assert [due.number for due in here.ask(lambda s: s.endings.due())] == [11]
    later = opened(here, 11)
    here.wait(later.match.how_part.isVisible)
    later.match.how.setPlainText("Zij gaan elke maand samen.")
    click(later.match.well)
    here.wait(lambda: wish(here, 11).status is WishStatus.DONE)
    assert here.ask(lambda s: s.endings.due()) == []
    later.reject()


def test_a_day_on_which_the_room_is_closed_is_refused_and_stays_typed(here: Vandaag) -> None:
    here.ask(lambda s: s.endings.matches.begin(s.wishes.numbered(11), "Joke", "06 22222222"))
    here.ask(lambda s: s.endings.matches.asker_said_yes(s.wishes.numbered(11)))
    here.ask(lambda s: s.endings.matches.helper_said_yes(s.wishes.numbered(11)))
    dialog = opened(here, 11)
    here.wait(dialog.match.meet_part.isVisible)
    show_day(dialog.match.on, date(2026, 3, 15))
    click(dialog.match.meet)
    here.wait(lambda: dialog.told.text() == "The room is closed that day. Choose another day.")
    assert as_date(dialog.match.on) == date(2026, 3, 15)
    dialog.reject()


def test_a_helper_without_a_name_is_refused_and_the_number_stays_typed(here: Vandaag) -> None:
    dialog = opened(here, 11)
    here.wait(dialog.choice.match_part.isVisible)
    dialog.choice.phone.setText("06 22222222")
    click(dialog.choice.keep)
    here.wait(lambda: dialog.told.text() == "Type a name first.")
    assert dialog.choice.phone.text() == "06 22222222"
    dialog.reject()


def test_what_exists_is_chosen_from_the_activities(here: Vandaag) -> None:
    dialog = opened(here, 3)
    choose(here, dialog, Ending.EXISTS, dialog.choice.exists_part.isVisible)
    dialog.choice.series.setCurrentText("Zitgym op muziek")
    click(dialog.choice.keep)
    here.wait(lambda: "Zitgym op muziek" in dialog.stands.text())
    assert wish(here, 3).activity == "Zitgym op muziek"
    dialog.reject()


def test_to_plan_an_activity_leads_to_who_plans(here: Vandaag) -> None:
    dialog = opened(here, 19)
    here.wait(dialog.choice.activity_part.isVisible)
    asked: list[Wish] = []
    dialog.plan_asked.connect(asked.append)
    click(dialog.choice.keep)
    here.wait(lambda: bool(asked))
    assert asked[0].number == 19


def test_another_ending_is_chosen_and_the_wish_is_open_again(here: Vandaag) -> None:
    here.ask(lambda s: s.endings.report(s.wishes.numbered(14), "De gemeente"))
    dialog = opened(here, 14)
    here.wait(dialog.another.isVisible)
    click(dialog.another)
    choose(here, dialog, Ending.HANDED_ON, dialog.choice.given_part.isVisible)
    dialog.choice.whom.setEditText("Buurtteam")
    click(dialog.choice.keep)
    here.wait(lambda: dialog.stands.text().startswith("Passed on"))
    click(dialog.open_again)
    here.wait(dialog.choice.isVisible)
    assert wish(here, 14).status is WishStatus.TALKING
    dialog.reject()


def test_only_a_helper_whom_the_coordinator_named_may_visit_at_home(here: Vandaag) -> None:
    here.sit(KEY_HOLDER)
    dialog = opened(here, 11)
    here.wait(dialog.choice.home_helpers.isVisible)
    dialog.choice.helper.setText("Joke")
    assert not dialog.choice.at_home.isEnabled()
    click(dialog.choice.home_helpers)
    (named,) = dialog.findChildren(HomeHelpersDialog)
    here.wait(named.none.isVisible)
    named.name.setText("Joke")
    click(named.add)
    here.wait(lambda: not named.name.text() and not named.none.isVisible())
    named.reject()
    here.wait(dialog.choice.at_home.isEnabled)
    dialog.choice.at_home.setChecked(True)
    click(dialog.choice.keep)
    here.wait(lambda: any(words == "Joke may visit at home." for words in steps(dialog)))
    dialog.reject()


def test_a_host_does_not_name_who_visits_at_home(here: Vandaag) -> None:
    dialog = opened(here, 11)
    here.wait(dialog.choice.match_part.isVisible)
    assert not dialog.choice.home_helpers.isVisible()
    dialog.reject()


def test_hidden_names_hide_the_wish_and_who_helps(here: Vandaag) -> None:
    here.ask(lambda s: s.endings.matches.begin(s.wishes.numbered(11), "Joke"))
    dialog = opened(here, 11, hidden=True)
    assert not dialog.quote.isVisible()
    assert not dialog.match.isVisible()
    dialog.hide_names(hidden=False)
    here.wait(dialog.match.isVisible)
    dialog.reject()


def test_the_keys_alone_report_a_wish(here: Vandaag) -> None:
    dialog = opened(here, 14)
    here.wait(dialog.choice.given_part.isVisible)
    dialog.activateWindow()
    dialog.choice.buttons[Ending.REPORTED].setFocus()
    for _ in range(20):
        if dialog.choice.keep.hasFocus():
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.choice.keep.hasFocus()
    QTest.keyClick(dialog.choice.keep, Qt.Key.Key_Space)
    here.wait(dialog.given.isVisible)
    dialog.reject()
