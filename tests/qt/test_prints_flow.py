"""Walking through the page Afdrukken: in the order of the eye, and with what was chosen kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.papers.every import EVERY, kind
from buurtkamer_app.papers.records import Choices
from buurtkamer_app.qt import theme
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.file_printers import with_papers
from tests.qt.office_room import OfficeRoom, choose, furnished
from tests.qt.prints_room import Here, opened, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.printing.whole_week import WholeWeekPanel


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def here(room: OfficeRoom, qtbot: QtBot) -> Here:
    made = opened(qtbot, room)
    assert made.seen
    return made


def whole_week(here: Here) -> WholeWeekPanel:
    here.prints.choose("all of the week")
    panel = here.prints.whole_week
    assert panel is not None
    here.wait(panel.when.says.text)
    return panel


def walked(here: Here, first: QWidget, within: QWidget) -> list[QPoint]:
    """Press Tab from a part on, and give where each lies that it goes to within a panel."""
    with here.bot.waitActive(here.window):
        here.window.activateWindow()
    first.setFocus()
    found: list[QPoint] = []
    for _ in range(40):
        at = here.window.focusWidget()
        if not within.isAncestorOf(at):
            break
        found.append(at.mapTo(within, QPoint(0, 0)))
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def as_read(places: list[QPoint]) -> list[QPoint]:
    """Put places in the order in which one reads."""
    return sorted(places, key=lambda place: (place.y(), place.x()))


def test_tab_goes_through_the_whole_week_as_the_eye_goes(here: Here) -> None:
    panel = whole_week(here)
    places = walked(here, panel.when.before, panel)
    bar = [one for one in panel.when.stops() if one.isVisible()]
    assert len(places) == len(bar) + len(panel.sheets.boxes) + 2
    assert places == as_read(places)


def test_tab_goes_through_what_is_shared_as_the_eye_goes(here: Here) -> None:
    here.window.resize(560, 690)
    here.prints.choose("to share")
    panel = here.prints.share
    assert panel is not None
    here.wait(lambda: panel.shown is not None)
    places = walked(here, panel.bar.before, panel)
    assert len(places) == 9
    assert places == as_read(places)


def test_what_is_shared_fits_beside_the_rail_with_type_twice_as_large(
    room: OfficeRoom, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.start(qapp, 200)
    try:
        here = opened(qtbot, room, wide=800)
        here.prints.choose("to share")
        here.wait(lambda: here.prints.page.width() <= here.window.viewport().width())
    finally:
        theme.start(qapp, 100)


def test_what_was_not_ticked_stays_so_when_names_are_hidden_and_shown(here: Here) -> None:
    panel = whole_week(here)
    panel.sheets.boxes["poster"].click()
    here.prints._hide(hidden=True)
    assert "rota" not in panel.sheets.boxes
    here.prints._hide(hidden=False)
    assert "rota" in panel.sheets.boxes
    assert [one.name for one in panel.sheets.ticked] == [
        one.name for one in EVERY if one.weekly and one.name != "poster"
    ]


def test_a_sheet_that_is_hidden_offers_nothing_of_the_one_before(here: Here) -> None:
    out = here.prints.sheet.out
    assert out.look.isVisible()
    here.prints._hide(hidden=True)
    here.prints.choose("day_log")
    here.wait(lambda: not out.isEnabled())
    assert not out.look.isVisible()
    assert not out.all_of_week.isVisible()


def test_whoever_saves_the_week_with_phone_numbers_is_told_so(here: Here, tmp_path: Path) -> None:
    here.ask(lambda services: services.looks.remember("rota", replace(Choices(), numbers=True).kept()))
    panel = whole_week(here)
    for name, box in panel.sheets.boxes.items():
        box.setChecked(name == "rota")
    panel.keep_all.click()
    assert panel.dialog is not None
    choose(panel.dialog, tmp_path)
    words = "All sheets are in {name}. There are names in it: remove it when it is printed."
    here.wait(lambda: panel.told.text() == translate(words, name="Sheets 2026 week 11"))


def test_whoever_locks_the_desk_half_way_finds_how_many_came_out(here: Here, tmp_path: Path) -> None:
    with_papers(tmp_path / "papers")
    panel = whole_week(here)
    panel._run.made.connect(lambda *_: here.room.tasks.write(lambda services: services.sign_in.leave(), _nothing))
    panel.print_all.click()
    here.wait(lambda: not panel._run.running)
    here.wait(lambda: panel.told.text().startswith(("1 of 7", "2 of 7")))
    assert panel.print_all.isEnabled()


def _nothing(_: object) -> None:
    """Go on."""


def test_a_press_that_waits_for_its_sheet_is_gone_with_who_pressed(here: Here, tmp_path: Path) -> None:
    computer = with_papers(tmp_path / "papers")
    here.prints.sheet.outdate()
    here.prints.sheet.out.print_now.click()
    here.prints.set_actor(NOBODY)
    here.prints.set_actor(KEY_HOLDER)
    here.choose("wall")
    here.ask(lambda _: True)
    assert computer.opened == []
    assert here.told() == ""


def test_the_chosen_tile_stays_in_sight_when_the_column_gets_lower(here: Here) -> None:
    tiles = here.prints.tiles
    here.choose("year_book")
    here.wait(lambda: tiles.tiles["year_book"].visibleRegion().boundingRect() == tiles.tiles["year_book"].rect())
    here.window.resize(1080, 500)
    here.choose("tally")
    here.window.resize(1080, 400)
    tile = tiles.tiles["tally"]
    here.wait(lambda: tile.visibleRegion().boundingRect() == tile.rect())


def test_the_chosen_tile_bears_a_mark_beside_its_colour(here: Here) -> None:
    tile = here.prints.tiles.tiles["wall"]
    corner = tile.picture.rect().bottomRight() - QPoint(4, 12)
    marked = tile.picture.grab().toImage().pixelColor(corner)
    here.choose("poster")
    assert marked == QColor(theme.colours().petrol)
    assert tile.picture.grab().toImage().pixelColor(corner) != marked


def test_an_empty_kitchen_sheet_is_empty(here: Here) -> None:
    assert "Eettafel" in text_of(here.choose("kitchen").made.pdf)
    activity = here.prints.sheet.when.activity
    assert activity.currentText().endswith("Eettafel")
    empty = activity.count() - 1
    activity.setCurrentIndex(empty)
    activity.activated.emit(empty)
    here.wait(lambda: here.seen.wanted.series is None)
    assert "Eettafel" not in text_of(here.seen.made.pdf)


def test_the_questions_do_not_drift_apart_beside_a_page_from_close_by(here: Here) -> None:
    assert kind("wall") is here.seen.kind
    sheet = here.prints.sheet
    sheet.paper.closer.click()
    here.wait(lambda: sheet.paper.height() > 800)
    apart = sheet.when.before.mapTo(sheet, QPoint(0, 0)).y() - sheet.heading.mapTo(sheet, QPoint(0, 0)).y()
    assert apart < 200
