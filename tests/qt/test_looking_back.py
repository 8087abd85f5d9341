"""Terugblik on the practice room: figures of any period with their pictures, the rows behind them, what people said."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from buurtkamer_app.base.i18n import speak, translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.evaluation.looking.records import Behind, Length
from buurtkamer_app.printing.charts import number as written
from buurtkamer_app.qt.evaluation.figures import FiguresPanel
from buurtkamer_app.qt.evaluation.figures_rows import BackRows
from buurtkamer_app.qt.evaluation.stories import StoriesPanel
from tests.evaluation.looked_room import QUARTER, fill
from tests.qt.office_room import OfficeRoom, ask, furnished, let_go

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.evaluation.figures_period import PeriodBar


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def filled(room: OfficeRoom, qtbot: QtBot) -> OfficeRoom:
    ask(room, qtbot, fill)
    return room


def shown(panel: FiguresPanel | StoriesPanel, qtbot: QtBot) -> QScrollArea:
    window = QScrollArea()
    window.setWidgetResizable(True)
    window.setWidget(panel)
    window.resize(1100, 680)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: panel.period.chosen is not None)
    return window


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def typed(period: PeriodBar, first: date, last: date) -> None:
    """Fill in days of one's own and ask for them."""
    press(period.own)
    for field, day in ((period.first, first), (period.last, last)):
        field.setDate(QDate(day.year, day.month, day.day))
    press(period.look)


def number(panel: FiguresPanel, card: str, figure: Behind) -> str:
    buttons = panel.shown[card].buttons
    return buttons[figure].number.text() if figure in buttons else ""


def test_a_quarter_is_shown_with_pictures_and_the_year_before(filled: OfficeRoom, qtbot: QtBot) -> None:
    back = ask(filled, qtbot, lambda services: services.looking.looking_back(*QUARTER))
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    press(panel.period.quarter)
    assert panel.period.chosen == QUARTER
    wanted = written(back.visits.sums.visits)
    qtbot.waitUntil(lambda: number(panel, "Visits", Behind.VISITS) == wanted)
    visits = panel.shown["Visits"]
    assert visits.isVisibleTo(window)
    assert translate("{count} more than a year before", count="").strip() in visits.buttons[Behind.VISITS].beside.text()
    assert "2025" in panel.period.beside.text()
    cards = [panel.shown[card].drawn for card in ("Visits", "Wishes", "Activities", "Hours", "Streets")]
    qtbot.waitUntil(lambda: all(card.image is not None for card in cards), timeout=10_000)
    assert all(card.accessibleName() for card in cards)
    assert "Lindestraat" in panel.shown["Activities"].told.text()
    assert panel.nothing.isHidden()


def test_a_figure_opens_the_rows_that_it_is_the_sum_of(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    assert window.widget() is panel
    panel.period.show_length(Length.QUARTER)
    qtbot.waitUntil(lambda: number(panel, "Wishes", Behind.FULFILLED) == "7")
    panel.shown["Wishes"].buttons[Behind.FULFILLED].setFocus()
    QTest.keyClick(panel.shown["Wishes"].buttons[Behind.FULFILLED], Qt.Key.Key_Space)
    rows = panel.findChild(BackRows)
    assert isinstance(rows, BackRows)
    qtbot.waitUntil(lambda: rows.model.rowCount() == 7)
    assert rows.sum.text() == translate("Together: {count}", count="7")
    what = rows.model.index(0, 1)
    assert "wens" in str(rows.model.data(what))
    panel.hide_names(True)
    assert "wens" not in str(rows.model.data(what))
    let_go(rows)


def test_days_of_ones_own_in_the_wrong_order_are_a_sentence_and_stay_typed(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    assert window.widget() is panel
    before = panel.period.chosen
    typed(panel.period, date(2026, 3, 3), date(2026, 2, 14))
    assert panel.period.trouble.text() == translate("The last day lies before the first day.")
    assert panel.period.chosen == before
    assert panel.period.last.date() == QDate(2026, 2, 14)
    typed(panel.period, date(2026, 2, 14), date(2026, 3, 3))
    assert not panel.period.trouble.text()
    back = ask(filled, qtbot, lambda services: services.looking.visits(date(2026, 2, 14), date(2026, 3, 3)))
    qtbot.waitUntil(lambda: number(panel, "Visits", Behind.VISITS) == str(back.sums.visits))


def test_one_goes_to_earlier_periods_and_back_but_not_beyond_today(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    assert window.widget() is panel
    period = panel.period
    assert period.chosen == (date(2026, 3, 1), date(2026, 3, 31))
    assert not period.later.isEnabled()
    press(period.earlier)
    assert period.chosen == (date(2026, 2, 1), date(2026, 2, 28))
    press(period.week)
    assert period.chosen == (date(2026, 2, 23), date(2026, 3, 1))
    press(period.whole)
    assert period.chosen is not None
    assert period.chosen[1] == date(2026, 3, 11)
    assert period.earlier.isHidden()
    press(period.year)
    assert period.chosen == (date(2026, 1, 1), date(2026, 12, 31))
    assert period.before == (date(2025, 1, 1), date(2025, 3, 11))


def test_a_new_room_says_that_there_is_nothing_yet(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(room.tasks)
    window = shown(panel, qtbot)
    press(panel.period.week)
    press(panel.period.earlier)
    qtbot.waitUntil(lambda: panel.nothing.isVisibleTo(window))
    assert all(card.isHidden() for card in panel.shown.values())
    assert panel.period.beside.text() == translate("Of a year before nothing is on record.")


def test_what_is_counted_meanwhile_shows_and_a_programme_that_is_off_does_not(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    assert window.widget() is panel
    panel.period.show_length(Length.QUARTER)
    qtbot.waitUntil(lambda: not panel.shown["Streets"].isHidden())
    off = frozenset(Programme) - {Programme.STREET}
    filled.tasks.write(lambda services: services.programmes.set_on(off), lambda _: None)
    qtbot.waitUntil(panel.shown["Streets"].isHidden)
    assert not panel.shown["Markets"].isHidden()


def test_another_language_says_all_of_it_again(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = FiguresPanel(filled.tasks)
    window = shown(panel, qtbot)
    assert window.widget() is panel
    for language, word in (("nl", "bezoeken"), ("en", "visits")):
        speak(language)
        panel.say()
        qtbot.waitUntil(partial(said, panel, word))


def said(panel: FiguresPanel, word: str) -> bool:
    buttons = panel.shown["Visits"].buttons
    return Behind.VISITS in buttons and buttons[Behind.VISITS].word.text() == word


def test_what_people_said_is_read_back_without_names_where_those_are_hidden(filled: OfficeRoom, qtbot: QtBot) -> None:
    panel = StoriesPanel(filled.tasks)
    window = shown(panel, qtbot)
    press(panel.period.whole)
    qtbot.waitUntil(lambda: len(panel.cards) == 20)
    press(panel.more)
    assert len(panel.cards) > 20
    assert panel.scores.isVisibleTo(window)
    by_name = [card for card in panel.cards if "Mevrouw Tan" in card.said.text()]
    assert len(by_name) == 1
    panel.hide_names(True)
    assert not any("Mevrouw Tan" in card.said.text() for card in panel.cards)
    press(panel.period.week)
    press(panel.period.earlier)
    qtbot.waitUntil(lambda: len(panel.cards) < 20)


def test_a_period_of_which_nobody_said_anything_is_a_sentence(room: OfficeRoom, qtbot: QtBot) -> None:
    panel = StoriesPanel(room.tasks)
    window = shown(panel, qtbot)
    qtbot.waitUntil(lambda: panel.nothing.isVisibleTo(window))
    assert panel.more.isHidden()
    assert not panel.cards
