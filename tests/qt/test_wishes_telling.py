"""Bel terug: who is told what, with one press each; on paper; and the wish is done when everybody knows."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.terms import DayPart, TellReason, Theme, WishStatus
from buurtkamer_app.qt.wishes.again import AskAgainRow
from buurtkamer_app.qt.wishes.telling import TellingPanel
from buurtkamer_app.qt.wishes.told_group import GroupCard, ToldLine
from buurtkamer_app.wishes.records import NewWish
from buurtkamer_app.wishes.telling.records import NewTelling
from tests.qt.file_printers import with_papers
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

CRAFTS = NewSeries("Knutselen", Theme.COMMUNITY, "Eetkeuken", date(2026, 3, 18), time(14), time(16))


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


@pytest.fixture
def panel(here: Vandaag) -> Iterator[TellingPanel]:
    made = TellingPanel(here.tasks)
    window = QScrollArea()
    window.setWidgetResizable(True)
    window.setWidget(made)
    window.resize(1086, 648)
    here.bot.addWidget(window)
    with here.bot.waitExposed(window):
        window.show()
    here.wait(lambda: made._now.at is not None)
    yield made
    window.close()


def plan_sixteen(services: Services) -> Outcome[UUID]:
    """Plan wish 16, which Sevda supports by name beside the four that came with it."""
    wish = services.wishes.numbered(16)
    services.wishes.support(wish, "Sevda", "06 12345678", may_contact=True)
    return Outcome(services.planner.plan_wish(wish, CRAFTS).change, wish)


def words(widget: GroupCard | ToldLine) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def cards(panel: TellingPanel) -> list[GroupCard]:
    return [card for card in panel.findChildren(GroupCard) if card.isVisible()]


def has_lines(panel: TellingPanel, count: int) -> bool:
    return len(panel.lines()) == count


def button(line: ToldLine, text: str) -> QPushButton:
    return next(one for one in line.buttons if one.text() == text)


def press(line: ToldLine, text: str) -> None:
    QTest.mouseClick(button(line, text), Qt.MouseButton.LeftButton)


def status(here: Vandaag, wish: UUID) -> WishStatus:
    return WishStatus(next(one.status for one in here.ask(lambda s: s.wishes.all()) if one.id == wish))


def test_at_first_everybody_knows(panel: TellingPanel) -> None:
    assert panel.none.isVisible()
    assert panel.summary.text() == "0 people to tell"
    assert not panel.print_it.isEnabled()


def test_who_asked_for_what_is_planned_is_told_with_a_ready_sentence(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: len(cards(panel)) == 1)
    (card,) = cards(panel)
    assert words(card)[0] == "Say: Your wish is planned: Knutselen, Wednesday 18 March at 14.00."
    assert [line.who.text() for line in panel.lines()] == [
        "Sevda · 06 12345678",
        "4 more residents without a name: tell it when they come in",
    ]
    assert panel.summary.text() == "5 people to tell"


def test_one_press_each_and_the_wish_is_done_when_the_last_one_knows(here: Vandaag, panel: TellingPanel) -> None:
    wish = here.ask(plan_sixteen).value
    here.ask(lambda s: s.wishes.move(wish, WishStatus.DONE))
    here.wait(lambda: has_lines(panel, 2))
    assert status(here, wish) is WishStatus.PLANNED
    press(panel.lines()[0], "Phoned")
    here.wait(lambda: has_lines(panel, 1))
    press(panel.lines()[0], "One was told")
    here.wait(lambda: panel.summary.text() == "3 people to tell")
    assert status(here, wish) is WishStatus.PLANNED
    press(panel.lines()[0], "All were told")
    here.wait(panel.none.isVisible)
    assert status(here, wish) is WishStatus.DONE
    here.undo()
    here.wait(lambda: has_lines(panel, 1))
    assert status(here, wish) is WishStatus.PLANNED


def test_who_does_not_answer_stays_on_the_list_with_the_day(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: has_lines(panel, 2))
    press(panel.lines()[0], "Not reached")
    here.wait(lambda: "Nobody answered on Wed 11 March." in words(panel.lines()[0]))
    assert has_lines(panel, 2)


def test_the_keys_alone_tell_everybody(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: has_lines(panel, 2))
    panel.window().activateWindow()
    panel.lines()[0].buttons[0].setFocus()
    QTest.keyClick(panel.lines()[0].buttons[0], Qt.Key.Key_Space)
    here.wait(lambda: has_lines(panel, 1))
    assert panel.lines()[0].buttons[0].hasFocus()
    QTest.keyClick(panel.lines()[0].buttons[1], Qt.Key.Key_Space)
    here.wait(panel.none.isVisible)


def test_all_on_a_card_are_told_with_one_press(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: len(cards(panel)) == 1)
    (card,) = cards(panel)
    everybody = next(one for one in card.findChildren(QPushButton) if one.text() == "All of these were told")
    QTest.mouseClick(everybody, Qt.MouseButton.LeftButton)
    here.wait(panel.none.isVisible)


def test_who_is_to_be_told_two_things_stands_once(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    shift = NewTelling(TellReason.CANCELLED, "Sevda", "06 12345678", on=date(2026, 3, 20), part=DayPart.EVENING)
    here.ask(lambda s: s.telling.tell([shift]))
    here.wait(lambda: len(cards(panel)) == 2)
    assert words(cards(panel)[0])[:2] == [
        "Say: Your wish is planned: Knutselen, Wednesday 18 March at 14.00.",
        "Say: Your shift of Friday 20 March in the evening does not go on.",
    ]
    press(panel.lines()[0], "Phoned")
    here.wait(lambda: has_lines(panel, 1))
    assert panel.summary.text() == "4 people to tell"


def test_hidden_names_are_shown_when_asked_for(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    panel.hide_names(hidden=True)
    here.wait(lambda: has_lines(panel, 2))
    assert panel.lines()[0].who.text() == "Somebody"
    QTest.mouseClick(panel.show_names, Qt.MouseButton.LeftButton)
    here.wait(lambda: panel.lines()[0].who.text() == "Sevda · 06 12345678")


def test_who_was_told_lately_stands_folded(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: has_lines(panel, 2))
    press(panel.lines()[0], "Left a note")
    here.wait(lambda: panel.lately.text() == "Told in the last days: 1")
    assert not panel.told.isVisible()
    QTest.mouseClick(panel.lately, Qt.MouseButton.LeftButton)
    assert panel.told.text() == "Sevda · Knutselen · Left a note · Ria Postma · Wed 11 March"


def test_what_is_to_be_asked_again_stands_on_top_from_its_day_on(
    here: Vandaag, panel: TellingPanel, clock: SetClock
) -> None:
    here.ask(lambda s: s.endings.hand_on(s.wishes.numbered(7), "Buurtteam", date(2026, 3, 12)))
    here.wait(lambda: has_lines(panel, 1))
    assert not panel.findChildren(AskAgainRow)
    clock.instant += timedelta(days=1)
    panel.outdate()
    here.wait(lambda: bool(panel.findChildren(AskAgainRow)))
    (row,) = panel.findChildren(AskAgainRow)
    assert row.open.accessibleName() == "Write down what you heard: Ask Buurtteam whether there is an answer."


def test_a_long_list_shows_its_beginning_and_the_rest_when_asked(here: Vandaag, panel: TellingPanel) -> None:
    days = [date(2026, 4, 1) + timedelta(days=number) for number in range(50)]
    here.ask(lambda s: s.telling.tell([NewTelling(TellReason.CANCELLED, f"Gast {on:%d%m}", on=on) for on in days]))
    here.wait(lambda: has_lines(panel, 40))
    assert panel.more.text() == "Show the rest: 10"
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert has_lines(panel, 50)


def test_the_list_comes_out_of_the_printer(here: Vandaag, tmp_path: Path) -> None:
    here.ask(plan_sixteen)
    computer = with_papers(tmp_path / "papers")
    panel = TellingPanel(here.tasks)
    here.bot.addWidget(panel)
    panel.show()
    here.wait(lambda: has_lines(panel, 2))
    QTest.mouseClick(panel.print_it, Qt.MouseButton.LeftButton)
    here.wait(lambda: panel.papers.answer.text() == "The sheet went to the printer.")
    assert len(pypdfium2.PdfDocument(computer.papers()[0])) == 1


def test_without_a_printer_it_can_be_saved_as_a_file(here: Vandaag, panel: TellingPanel, tmp_path: Path) -> None:
    here.ask(plan_sixteen)
    here.wait(lambda: has_lines(panel, 2))
    QTest.mouseClick(panel.save_it, Qt.MouseButton.LeftButton)
    here.wait(lambda: panel.papers.dialog is not None)
    assert panel.papers.dialog is not None
    panel.papers.dialog.fileSelected.emit(str(tmp_path / "list.pdf"))
    panel.papers.dialog.reject()
    here.wait((tmp_path / "list.pdf").exists)
    read = pypdfium2.PdfDocument(str(tmp_path / "list.pdf"))[0].get_textpage().get_text_range()
    assert "Sevda · 06 12345678" in read


def test_a_line_that_somebody_else_told_already_says_so(here: Vandaag, panel: TellingPanel) -> None:
    here.ask(lambda s: s.telling.tell([NewTelling(TellReason.CANCELLED, "Sevda", on=date(2026, 4, 1))]))
    here.wait(lambda: has_lines(panel, 1))
    here.tasks.changed.disconnect(panel._look)
    here.undo()
    press(panel.lines()[0], "Phoned")
    here.wait(lambda: panel.answer.text() == "This is not on the list any more.")
    here.wait(partial(has_lines, panel, 0))


def test_a_wish_of_one_who_may_be_called_has_them_on_the_list(here: Vandaag, panel: TellingPanel) -> None:
    def write(services: Services) -> Outcome[UUID]:
        new = NewWish("Leren schaken", Theme.COMMUNITY, asked_by="Truus", contact="020 111", may_contact=True)
        return services.planner.plan_wish(services.wishes.write(new).value, CRAFTS)

    here.ask(write)
    here.wait(lambda: [line.who.text() for line in panel.lines()] == ["Truus · 020 111"])


def test_vandaag_says_how_many_are_to_be_told_and_what_to_ask_again(here: Vandaag, clock: SetClock) -> None:
    here.ask(lambda s: s.endings.hand_on(s.wishes.numbered(7), "Buurtteam", date(2026, 3, 12)))
    clock.instant += timedelta(days=1)
    asked: list[str] = []
    here.handover.asked.connect(asked.append)
    here.handover.outdate()
    here.wait(lambda: here.handover.findChild(QPushButton, "waits_ask_again") is not None)
    tell, again = (here.handover.findChild(QPushButton, f"waits_{kind}") for kind in ("tell", "ask_again"))
    assert isinstance(tell, QPushButton)
    assert isinstance(again, QPushButton)
    assert (tell.text(), again.text()) == ("2 people to tell", "1 thing to ask again")
    tell.click()
    assert asked == ["tell"]
