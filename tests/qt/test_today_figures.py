"""The figures of Vandaag and what is behind them, on the demo room: read, opened, corrected, by keyboard and mouse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import AgeBand, HelpTopic, Purpose
from buurtkamer_app.desk.counts import service
from buurtkamer_app.desk.counts.records import Choice, Visitors
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.desk.rows import visit
from buurtkamer_app.evaluation.records import Span
from buurtkamer_app.qt.desk.by_week import ByWeekPanel
from buurtkamer_app.qt.desk.rows import RowsDialog
from buurtkamer_app.startup import KEY_HOLDER
from buurtkamer_app.storage.tables.desk import HelpRow
from buurtkamer_app.storage.tables.people import VisitorRow
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services


def fill(services: Services) -> Change:
    """Let eight people come in today: five at ten, two on paper at eleven, Truus by name at one; one asks for help."""
    with services.store.work(Label("fill")) as unit:
        on = services.room.today()
        truus = VisitorRow(name="Truus Bakker", hint="", terms="truus bakker", first_seen_on=on, may_remember=True)
        unit.session.add(truus)
        unit.session.flush()
        unit.session.add(visit(unit.now, on, 10, 5, children=2, first_time=1, locked=True))
        unit.session.add(visit(unit.now, on, 11, 2, sheet="2026-0007", later=True))
        unit.session.add(visit(unit.now, on, 13, 1, named=True, visitor_id=truus.id))
        unit.session.add(HelpRow(on_date=on, hour=13, at=unit.now, topic=HelpTopic.LETTER, locked=False))
    return unit.change


def add_four(on: date, services: Services) -> Change:
    return services.counts.add(on, Visitors(10, 4, Purpose.HELP))


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit(KEY_HOLDER)
    made.ask(fill)
    made.wait(lambda: made.number("visits") == "8")
    yield made
    made.leave()


def opened(here: Vandaag, button: QPushButton) -> RowsDialog:
    """Press a figure with the keyboard and wait for its rows."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog = here.figures.findChildren(RowsDialog)[-1]
    here.wait(lambda: dialog.sum.text() != "")
    return dialog


def cells(dialog: RowsDialog, row: int) -> list[str]:
    model = dialog.model
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def bar(here: Vandaag, name: str) -> QPushButton:
    button = here.figures.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_the_day_is_told_in_numbers_and_in_bars(here: Vandaag) -> None:
    shown = {name: here.number(name) for name in ("named", "anonymous", "children", "first_time", "help_asked")}
    assert shown == {"named": "1", "anonymous": "7", "children": "2", "first_time": "1", "help_asked": "1"}
    assert here.figures.by_hour.accessibleName() == "10.00: 5, 11.00: 2, 12.00: 0, 13.00: 1"
    assert [bar(here, f"hour_{hour}").text() for hour in range(10, 14)] == ["5", "2", "0", "1"]
    assert here.figures.visits.accessibleName() == translate("{number} {word}, open the rows", number=8, word="visits")


@pytest.mark.parametrize(
    ("name", "rows"),
    [("visits", 3), ("named", 1), ("anonymous", 2), ("children", 1), ("first_time", 1), ("help_asked", 1)],
)
def test_every_figure_opens_to_rows_that_add_up_to_it(here: Vandaag, name: str, rows: int) -> None:
    dialog = opened(here, getattr(here.figures, name))
    assert dialog.model.rowCount() == rows
    assert dialog.sum.text() == translate("Together: {count}", count=here.number(name))


def test_a_row_says_where_it_came_from_and_who_it_was(here: Vandaag) -> None:
    dialog = opened(here, here.figures.visits)
    assert cells(dialog, 0)[1:] == ["13.00", "Walk in", "1", "0", "0", "Truus Bakker", "at the desk"]
    assert cells(dialog, 1)[-2:] == ["without name", "paper sheet 2026-0007"]
    assert cells(dialog, 2)[-1] == "on the locked desk"


def test_names_are_hidden_while_the_rows_are_open_and_before(here: Vandaag) -> None:
    dialog = opened(here, here.figures.visits)
    here.figures.hide_names(True)
    assert "Truus Bakker" not in cells(dialog, 0)
    dialog.accept()
    again = opened(here, here.figures.named)
    assert cells(again, 0)[-2] == "with name"
    here.figures.hide_names(False)
    assert cells(again, 0)[-2] == "Truus Bakker"


def test_a_locked_desk_shows_figures_and_rows_without_names_and_nothing_to_correct(here: Vandaag) -> None:
    here.sit(NOBODY)
    dialog = opened(here, here.figures.visits)
    assert "Truus Bakker" not in cells(dialog, 0)
    assert not dialog.correcting.isVisible()
    dialog.accept()
    QTest.mouseClick(here.figures.wishes_new, Qt.MouseButton.LeftButton)
    wishes = here.figures.findChildren(RowsDialog)[-1]
    here.wait(lambda: wishes.trouble.text() == translate("Sign in first."))
    wishes.accept()


def test_a_bar_opens_to_its_own_hour_with_the_mouse(here: Vandaag) -> None:
    QTest.mouseClick(bar(here, "hour_10"), Qt.MouseButton.LeftButton)
    dialog = here.figures.findChild(RowsDialog)
    assert isinstance(dialog, RowsDialog)
    here.wait(lambda: dialog.sum.text() == translate("Together: {count}", count=5))
    assert dialog.model.rowCount() == 1


def test_week_and_month_and_earlier_ones_are_a_click_away(here: Vandaag) -> None:
    figures = here.figures
    QTest.mouseClick(figures.week, Qt.MouseButton.LeftButton)
    here.wait(lambda: figures.heading.text() == "Week 11")
    assert figures.by_hour.accessibleName().count(":") == 7
    assert not figures.later.isEnabled()
    QTest.mouseClick(figures.earlier, Qt.MouseButton.LeftButton)
    here.wait(lambda: figures.heading.text() == "Week 10")
    assert here.number("visits") == "0"
    assert figures.no_visits.text() == translate("Nobody was counted then.")
    QTest.mouseClick(figures.later, Qt.MouseButton.LeftButton)
    here.wait(lambda: figures.heading.text() == "Week 11")
    figures.month.setFocus()
    QTest.keyClick(figures.month, Qt.Key.Key_Space)
    here.wait(lambda: "2026" in figures.heading.text())
    assert [bar(here, f"from_{day}").text() for day in (1, 2, 9, 16, 23, 30)] == ["0", "0", "8", "0", "0", "0"]
    QTest.mouseClick(figures.earlier, Qt.MouseButton.LeftButton)
    here.wait(lambda: "February" in figures.heading.text())


def test_a_coordinator_corrects_a_row_takes_it_back_and_takes_one_away(here: Vandaag) -> None:
    dialog = opened(here, here.figures.visits)
    form = dialog.correcting
    here.wait(form.isVisible)
    dialog.rows.selectRow(2)
    assert (form.hour.value(), form.count.value(), form.young.value()) == (10, 5, 2)
    form.count.setValue(4)
    QTest.mouseClick(form.change, Qt.MouseButton.LeftButton)
    here.wait(lambda: dialog.sum.text() == translate("Together: {count}", count=7))
    QTest.mouseClick(form.take_back, Qt.MouseButton.LeftButton)
    here.wait(lambda: dialog.sum.text() == translate("Together: {count}", count=8))
    dialog.rows.selectRow(1)
    QTest.mouseClick(form.remove, Qt.MouseButton.LeftButton)
    here.wait(lambda: dialog.sum.text() == translate("Together: {count}", count=6))
    here.wait(lambda: here.number("visits") == "6")


def test_forgotten_visitors_are_added_to_an_earlier_day_and_what_cannot_be_is_said_beside_the_fields(
    here: Vandaag,
) -> None:
    dialog = opened(here, here.figures.visits)
    form = dialog.correcting
    here.wait(form.isVisible)
    form.on.setDate(QDate(2026, 3, 12))
    form.count.setValue(3)
    form.young.setValue(5)
    QTest.mouseClick(form.add, Qt.MouseButton.LeftButton)
    here.wait(lambda: form.answer.text() == translate("There cannot be more children than people."))
    form.young.setValue(0)
    QTest.mouseClick(form.add, Qt.MouseButton.LeftButton)
    here.wait(lambda: form.answer.text() == translate("This hour is still to come. Choose an earlier one."))
    assert form.count.value() == 3
    form.on.setDate(QDate(2026, 3, 4))
    QTest.mouseClick(form.add, Qt.MouseButton.LeftButton)
    here.wait(lambda: "3 visitors were added on 4 March" in form.answer.text())
    day: date = here.clock.now().date().replace(day=4)
    (line,) = here.ask(lambda services: services.counts.rows(Choice(day, day))).lines
    assert (line.persons, line.hour, line.later) == (3, 12, True)


def test_more_rows_than_one_looks_through_come_when_they_are_asked_for(
    here: Vandaag, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service.Counts.rows, "__defaults__", (None, 2))
    dialog = opened(here, here.figures.visits)
    assert dialog.model.rowCount() == 2
    QTest.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    here.wait(lambda: dialog.model.rowCount() == 3)
    assert not dialog.more.isVisible()
    assert dialog.sum.text() == translate("Together: {count}", count=8)


def test_many_tallies_at_once_are_all_in_the_figures(here: Vandaag) -> None:
    for _ in range(20):
        here.tally.press(Purpose.WALK_IN)
    here.wait(lambda: here.number("visits") == "28")
    assert bar(here, "hour_13").text() == "21"


def test_the_years_show_their_weeks(here: Vandaag, qtbot: QtBot) -> None:
    for year in (2024, 2025):
        day = here.clock.now().date().replace(year=year)
        here.ask(partial(add_four, day))
    panel = ByWeekPanel(here.tasks)
    qtbot.addWidget(panel)
    panel.resize(1086, 600)
    panel.show()
    here.wait(lambda: panel.year_model.rowCount() == 3)
    assert panel.chosen.text() == translate("The weeks of {year}", year=2026)
    panel.years.selectRow(1)
    here.wait(lambda: panel.chosen.text() == translate("The weeks of {year}", year=2025))
    model = panel.week_model
    assert [str(model.data(model.index(0, column))) for column in (3, 5)] == ["4", "4"]
    assert not panel.grab().isNull()


def test_a_room_that_just_began_says_so(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> None:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.wait(made.figures.no_visits.isVisible)
    assert made.figures.no_visits.text().startswith("Nobody was counted yet.")
    panel = ByWeekPanel(made.tasks)
    qtbot.addWidget(panel)
    panel.show()
    made.wait(panel.nothing.isVisible)
    made.figures.show_period(Span.WEEK)
    QApplication.processEvents()
    made.wait(lambda: made.figures.heading.text() == "Week 11")
    made.leave()


def test_ages_are_shown_where_they_were_asked_and_nowhere_else(here: Vandaag) -> None:
    assert here.figures.ages.isHidden()
    for count, band in ((2, AgeBand.FROM_65), (1, AgeBand.UNDER_18)):
        here.ask(partial(_tally_aged, count, band))
    told = f"{translate('Under 18')}: 1 · {translate('65 and over')}: 2"
    here.wait(lambda: here.figures.ages.text() == told)
    assert here.figures.ages.isVisible()


def _tally_aged(count: int, band: AgeBand, services: Services) -> Change:
    return services.desk.tally(Tally(count, age_band=band))
