"""The rest of Vandaag: the day, the programme, a wish that was heard, the figures, and the page as a whole."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart, Purpose
from buurtkamer_app.qt.activities.programme import ProgrammePanel
from buurtkamer_app.qt.desk.arrivals import ArrivalsPanel
from buurtkamer_app.qt.desk.day import DayPanel
from buurtkamer_app.qt.desk.figures import FiguresPanel
from buurtkamer_app.qt.desk.tally import TallyPanel
from buurtkamer_app.qt.pages.today import Parts, TodayPage
from buurtkamer_app.qt.wishes.heard import HeardPanel
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

WISH = "Iemand die mij leert naaien op een naaimachine"


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    yield made
    made.leave()


def sign_up(series: UUID, on: date, persons: int, services: Services) -> Change:
    return services.activities.sign_up(series, on, f"Groep {persons}", persons).change


def test_the_head_tells_the_day_its_hours_and_who_is_on(here: Vandaag) -> None:
    ria = here.house.services.people.host_named("Ria Postma").id
    today = here.clock.now().date()
    here.house.services.sign_in.act_as(KEY_HOLDER)
    here.ask(lambda services: services.rota.put_on(ria, today, DayPart.AFTERNOON))
    here.sit_host()
    here.wait(lambda: "On duty: Ria" in here.day.hours.text())
    assert here.day.heading.text() == "Wednesday 11 March"
    assert here.day.hours.text() == "Open from 10.00 to 17.00 · On duty: Ria"


def test_a_host_begins_and_goes_home(here: Vandaag) -> None:
    here.wait(here.day.begin.isVisible)
    here.day.begin.click()
    here.wait(lambda: here.day.begin.text() == "I am going home")
    assert here.day.hours.text().endswith("Has begun: Ria")
    here.day.begin.click()
    here.wait(lambda: here.day.begin.text() == "I begin")


def test_the_programme_shows_what_is_on_today_and_who_signed_up(here: Vandaag) -> None:
    today = here.clock.now().date()
    occurrences = here.ask(lambda services: services.activities.occurrences(today, today))
    chosen = next(entry.series for entry in occurrences if entry.series.capacity == 8)

    def reads(words: str) -> None:
        here.wait(lambda: here.words(here.programme, f"places_{chosen.number}") == words)

    reads("0 of 8")
    for persons, words in ((6, "6 of 8"), (2, "full"), (2, "full · 2 waiting")):
        here.ask(partial(sign_up, chosen.id, today, persons))
        reads(words)
    here.ask(lambda services: services.activities.count_heads(chosen.id, today, 7))
    reads("7 took part")


def test_a_day_with_nothing_on_says_what_to_do(here: Vandaag) -> None:
    assert here.programme.nothing.isHidden()
    # Sunday.
    here.clock.instant += timedelta(days=4)
    here.programme.outdate()
    here.wait(here.programme.nothing.isVisible)


def test_on_a_closed_day_nothing_goes_on_and_one_sees_why(here: Vandaag) -> None:
    here.house.services.sign_in.act_as(KEY_HOLDER)
    today = here.clock.now().date()
    here.wait(lambda: len(here.programme.shown) == 5)
    here.ask(lambda services: services.room.close_days(today, today, "Feest"))
    here.wait(lambda: here.day.hours.text() == "Closed today: Feest")
    here.wait(lambda: {row.occurrence.cancelled for row in here.programme.shown} == {"Feest"})
    assert len(here.programme.shown) == 5


def test_a_wish_is_kept_with_its_number(here: Vandaag) -> None:
    here.heard.text.setFocus()
    QTest.keyClicks(here.heard.text, "Een middag jeu de boules")
    QTest.keyClick(here.heard.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.wait(lambda: here.heard.told.text().startswith("Wish "))
    newest = here.ask(lambda services: services.wishes.all())[-1]
    assert here.heard.told.text() == f"Wish {newest.number} is kept"
    assert newest.text == "Een middag jeu de boules"
    assert here.heard.text.toPlainText() == ""
    here.wait(lambda: here.number("wishes_new") == "1")


def test_one_click_supports_a_wish_that_is_alike(here: Vandaag) -> None:
    QTest.keyClicks(here.heard.text, WISH)
    here.wait(here.heard.alike.isVisible)
    before = here.ask(lambda services: {wish.id: wish.supporters for wish in services.wishes.all()})
    button = here.heard.alike.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    here.wait(lambda: here.number("wish_supports") == "1")
    after = here.ask(lambda services: {wish.id: wish.supporters for wish in services.wishes.all()})
    assert sum(after.values()) - sum(before.values()) == 1
    assert before.keys() == after.keys()
    assert here.heard.text.toPlainText() == ""
    assert not here.heard.alike.isVisible()
    here.undo()
    here.wait(lambda: here.number("wish_supports") == "0")


def test_what_is_typed_survives_a_lock_and_a_change_of_language(here: Vandaag) -> None:
    QTest.keyClicks(here.heard.text, WISH)
    QTest.keyClicks(here.arrivals.search, "jan")
    here.wait(here.heard.alike.isVisible)
    here.sit(NOBODY)
    assert not here.heard.alike.isVisible()
    assert not here.heard.keep.isEnabled()
    QApplication.sendEvent(here.window, QEvent(QEvent.Type.LanguageChange))
    here.sit_host()
    assert here.heard.text.toPlainText() == WISH
    assert here.arrivals.search.text() == "jan"
    here.wait(here.heard.alike.isVisible)


def test_text_that_cannot_be_kept_stays_with_the_reason(here: Vandaag) -> None:
    here.heard.text.setPlainText("x" * 10_001)
    here.heard.keep.click()
    here.wait(lambda: here.heard.told.text() == "This text is too long. Use at most 10000 letters.")
    assert len(here.heard.text.toPlainText()) == 10_001
    assert here.heard.keep.isEnabled()


def test_the_figures_tell_the_hours_in_words_as_well(here: Vandaag) -> None:
    here.wait(here.figures.no_visits.isVisible)
    here.tally.press(Purpose.WALK_IN)
    here.wait(here.figures.by_hour.isVisible)
    assert here.figures.by_hour.accessibleName() == "13.00: 1"
    hour = here.figures.findChild(QPushButton, "hour_13")
    assert isinstance(hour, QPushButton)
    assert hour.text() == "1"


def test_everything_fits_on_the_shared_computer(here: Vandaag) -> None:
    here.tally.press(Purpose.WALK_IN)
    here.wait(here.figures.by_hour.isVisible)
    assert not here.window.horizontalScrollBar().isVisible()
    assert not here.window.verticalScrollBar().isVisible()


def test_large_type_puts_the_columns_under_each_other_and_nothing_is_cut_off_sideways(here: Vandaag) -> None:
    here.window.resize(480, 500)
    here.wait(lambda: here.heard.y() > here.programme.y())
    assert not here.window.horizontalScrollBar().isVisible()
    assert here.window.verticalScrollBar().isVisible()


def test_nothing_that_is_there_moves_when_the_rest_of_the_page_comes(here: Vandaag) -> None:
    day, tally = DayPanel(here.tasks), TallyPanel(here.tasks, here.clock.now)
    page = TodayPage(day=day, tally=tally)
    page.setParent(here.window)
    page.resize(1086, 620)
    page.show()
    here.wait(lambda: tally.escape is not None)
    before = [panel.geometry() for panel in (day, tally)]
    page.complete(
        Parts(ArrivalsPanel(here.tasks), ProgrammePanel(here.tasks), FiguresPanel(here.tasks), HeardPanel(here.tasks))
    )
    here.wait(page.panels[-1].isVisible)
    QApplication.processEvents()
    # The hours that are known by now may take a pixel more; a hand does not feel that.
    for panel, was in zip((day, tally), before, strict=True):
        assert panel.isVisible()
        assert (panel.geometry().topLeft() - was.topLeft()).manhattanLength() <= 2
        assert (panel.geometry().bottomRight() - was.bottomRight()).manhattanLength() <= 2
