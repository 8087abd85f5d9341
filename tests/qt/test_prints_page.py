from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.desktop.prints import Prints
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.kinds import SheetKind
from buurtkamer_app.papers.records import USUAL, Choice, Group, Per, Size
from buurtkamer_app.printing.dress import Ink
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.days import show_day
from buurtkamer_app.qt.printing.choosing import ChoicesPart
from buurtkamer_app.qt.printing.other_day import OtherDayDialog
from buurtkamer_app.qt.printing.when import stepped
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.office_room import OfficeRoom, furnished
from tests.qt.prints_room import HOST, Here, opened, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

WALL = next(kind for kind in EVERY if kind.name == "wall")
# The same sheet under another name, as one that bears names, and as one that only the coordinator makes.
NAMES = SheetKind("names", "Names", "For the hosts", "users", Group.HOSTS, Per.WEEK, WALL.maker, private=True)
COUNTED = SheetKind(
    "counted", "Counted", "Counted", "coins", Group.OFFICE, Per.MONTH, WALL.maker, needs=Role.COORDINATOR
)
OF_ONE = SheetKind("one", "One", "Of one activity", "users", Group.WRITE, Per.ACTIVITY, WALL.maker)
CHOICES = SheetKind("all", "All", "All choices", "users", Group.GIVE, Per.DAY, WALL.maker, choices=frozenset(Choice))
FEW = (WALL, CHOICES, OF_ONE, NAMES, COUNTED)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def here(room: OfficeRoom, qtbot: QtBot) -> Here:
    return opened(qtbot, room, kinds=FEW)


def stands_at(here: Here, day: str) -> bool:
    shown = here.prints.sheet.shown
    return shown is not None and shown.wanted.day.isoformat() == day


def test_the_wall_sheet_of_this_week_is_there_at_once(here: Here) -> None:
    assert here.seen.kind is WALL
    assert "Papierwinkel" in text_of(here.seen.made.pdf)
    assert "11" in here.prints.sheet.when.says.text()
    assert here.prints.tiles.tiles["wall"].isChecked()


def test_the_preview_has_the_pixels_of_the_screen(here: Here) -> None:
    paper = here.prints.sheet.paper
    assert here.seen
    here.wait(lambda: paper.drawn is not None and paper.drawn.width() == paper.pixels())
    picture = paper.page.grab().toImage()
    darkest = min(
        QColor(picture.pixel(QPoint(across, down))).lightness()
        for across in range(0, picture.width(), 3)
        for down in range(0, picture.height(), 3)
    )
    assert darkest < 100


def test_who_looks_closer_gets_a_wider_page(here: Here) -> None:
    paper = here.prints.sheet.paper
    assert here.seen
    here.wait(lambda: paper.drawn is not None and paper.drawn.width() == paper.pixels())
    before = paper.pixels()
    paper.closer.click()
    here.wait(lambda: paper.drawn is not None and paper.drawn.width() > before * 1.5)
    assert not here.prints.tiles.isVisible()
    paper.closer.click()
    here.wait(lambda: paper.drawn is not None and paper.drawn.width() == before)
    assert here.prints.tiles.isVisible()


def test_one_goes_to_the_next_week_and_back(here: Here) -> None:
    assert here.monday() == "2026-03-11"
    bar = here.prints.sheet.when
    for button, day in ((bar.after, "2026-03-18"), (bar.before, "2026-03-11"), (bar.before, "2026-03-04")):
        button.click()
        here.wait(partial(stands_at, here, day))
    assert "10" in bar.says.text()
    bar.now.click()
    here.wait(partial(stands_at, here, "2026-03-11"))


def test_one_goes_to_any_week_at_once(here: Here) -> None:
    assert here.monday() == "2026-03-11"
    bar = here.prints.sheet.when
    bar.other.click()
    (dialog,) = bar.findChildren(OtherDayDialog)
    show_day(dialog.day, date(2024, 12, 31))
    assert "1" in dialog.says.text().split()
    dialog.show_it.click()
    here.wait(partial(stands_at, here, "2024-12-31"))
    bar.other.click()
    again = bar.findChildren(OtherDayDialog)[-1]
    show_day(again.day, date(2031, 6, 1))
    again.back.click()
    bar.after.click()
    here.wait(partial(stands_at, here, "2025-01-07"))


def test_in_colour_the_sheet_has_filled_areas_and_that_is_remembered(here: Here, qtbot: QtBot) -> None:
    saving = here.seen.made.pdf
    ink = here.prints.sheet.choices.ink
    ink.setCurrentIndex(ink.findData(Ink.COLOUR.value))
    ink.activated.emit(ink.currentIndex())
    here.wait(lambda: here.seen.made.pdf != saving)
    assert here.seen.wanted.choices.ink is Ink.COLOUR
    here.ask(lambda _: True)
    again = opened(qtbot, here.room, kinds=FEW)
    assert again.seen.wanted.choices.ink is Ink.COLOUR
    assert again.prints.sheet.choices.ink.currentText() == "In colour"


def test_a_closed_day_changes_the_sheet_that_is_shown_and_its_tile(here: Here) -> None:
    here.wait(lambda: here.prints.tiles.tiles["wall"].picture.image is not None)
    before = here.prints.tiles.tiles["wall"].picture.image
    day = here.seen.wanted.day
    here.room.tasks.write(lambda services: services.room.close_days(day, day, "Schilders"), lambda _: None)
    here.wait(lambda: "Schilders" in text_of(here.seen.made.pdf))
    assert here.prints.tiles.tiles["wall"].picture.image != before


def test_a_page_that_is_not_shown_makes_nothing(room: OfficeRoom, qtbot: QtBot) -> None:
    prints = Prints(room.tasks, None, FEW)
    qtbot.addWidget(prints.page)
    prints.set_actor(KEY_HOLDER)
    room.tasks.write(lambda services: services.room.close_days(date(2026, 3, 12), date(2026, 3, 12), "Dicht"), print)
    answered: list[object] = []
    for ask in (room.tasks.read, lambda work, then: room.tasks.read_long("", lambda s, _: work(s), then)):
        ask(lambda _: True, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 2)
    assert prints.sheet.shown is None
    assert all(tile.picture.image is None for tile in prints.tiles.tiles.values())


def test_only_the_tiles_in_sight_are_drawn(room: OfficeRoom, qtbot: QtBot) -> None:
    many = [WALL, *(SheetKind(f"n{one}", "One", "More", "users", Group.WALL, Per.WEEK, WALL.maker) for one in range(9))]
    here = opened(qtbot, room, kinds=many)
    tiles = here.prints.tiles
    first, last = tiles.tiles["n0"], tiles.tiles["n8"]
    here.wait(lambda: first.picture.image is not None)
    assert last.picture.image is None
    assert first.picture.image is not None
    fits = QRect(QPoint(0, 0), first.room())
    assert fits.contains(QRect(QPoint(0, 0), first.picture.image.size()))
    tiles.area.verticalScrollBar().setValue(tiles.area.verticalScrollBar().maximum())
    here.wait(lambda: last.picture.image is not None)


def test_a_tile_grows_with_its_words(room: OfficeRoom, qtbot: QtBot) -> None:
    long = (
        "Een blad met een uitleg die over wel vijf of zes regels gaat, want dat komt in het Nederlands nu eenmaal voor"
    )
    here = opened(qtbot, room, kinds=(WALL, replace(WALL, name="long", about=long)))
    assert here.seen
    tile = here.prints.tiles.tiles["long"]
    labels = tile.findChildren(QLabel)
    here.wait(lambda: tile.height() > here.prints.tiles.tiles["wall"].height())
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
        assert tile.rect().contains(label.geometry())


def test_while_names_are_hidden_a_sheet_with_names_is_not_shown(here: Here) -> None:
    here.choose("names")
    here.prints._hide(True)
    here.wait(lambda: not here.prints.sheet.paper.isVisible())
    sheet = here.prints.sheet
    assert sheet.told.text() == "Names are hidden. Press F8 on Today to see them."
    assert sheet.paper.drawn is None
    assert not sheet.out.print_now.isEnabled()
    here.wait(lambda: here.prints.tiles.tiles["names"].picture.image is None)
    here.choose("wall")
    assert sheet.paper.isVisible()
    assert sheet.told.isHidden()
    here.prints._hide(False)
    assert here.choose("names").kind is NAMES
    assert sheet.paper.isVisible()


def test_a_sheet_with_chosen_phone_numbers_is_hidden_with_the_names(here: Here) -> None:
    here.choose("all")
    here.prints.sheet.choices.numbers.click()
    here.wait(lambda: here.seen.wanted.choices.numbers)
    here.prints._hide(True)
    here.wait(lambda: not here.prints.sheet.paper.isVisible())
    assert here.prints.sheet.paper.drawn is None


def test_one_sees_only_the_sheets_that_one_may_make(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room, HOST, FEW)
    assert here.seen
    assert "counted" not in here.prints.tiles.tiles
    assert here.prints.page.chooser.findData("counted") < 0
    here.prints.set_actor(KEY_HOLDER)
    assert "counted" in here.prints.tiles.tiles
    assert here.choose("counted").wanted.day == date(2026, 3, 11)
    here.prints.set_actor(NOBODY)
    assert here.prints.sheet.paper.drawn is None
    here.prints.set_actor(HOST)
    assert here.choose("wall").kind is WALL


def test_with_the_keys_one_goes_from_tile_to_tile_and_on_to_the_button(here: Here) -> None:
    assert here.seen
    tiles, out = here.prints.tiles.tiles, here.prints.sheet.out
    with here.bot.waitActive(here.window):
        here.window.activateWindow()
    tiles["wall"].setFocus()
    QTest.keyClick(tiles["wall"], Qt.Key.Key_Down)
    QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Down)
    chosen = here.window.focusWidget()
    assert chosen is tiles["all"]
    QTest.keyClick(chosen, Qt.Key.Key_Space)
    here.wait(lambda: here.prints.sheet.shown is not None and here.prints.sheet.shown.kind is CHOICES)
    walked: list[str] = []
    while here.window.focusWidget() is not out.print_now and len(walked) < 20:
        QTest.keyClick(here.window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(here.window.focusWidget().objectName())
    assert walked[:4] == ["before", "after", "now", "other"]
    assert walked[-3:] == ["numbers", "pictures", "print_now"]


def test_the_tiles_stand_in_their_groups(here: Here) -> None:
    headings = [label.text() for label in here.prints.tiles._headings.values()]
    assert headings == ["For the wall", "To give away", "To write on", "For the hosts", "For the office"]
    assert [name for name in here.prints.tiles.tiles if name in {kind.name for kind in FEW}] == [
        kind.name for kind in FEW
    ]


def test_a_sheet_of_one_activity_says_which_and_can_be_empty(here: Here) -> None:
    first = here.choose("one")
    when = here.prints.sheet.when
    assert first.wanted.series is not None
    assert when.activity.currentText().startswith("Wed 10.00 · ")
    assert first.wanted.day == date(2026, 3, 11)
    when.activity.setCurrentIndex(0)
    when.activity.activated.emit(0)
    here.wait(lambda: here.seen.wanted.day == date(2026, 3, 9))
    assert when.activity.currentText().startswith("Mon 10.00 · ")
    empty = when.activity.count() - 1
    assert when.activity.itemText(empty) == "An empty sheet"
    when.activity.setCurrentIndex(empty)
    when.activity.activated.emit(empty)
    here.wait(lambda: here.seen.wanted.series is None)
    assert when.activity.currentIndex() == empty


def test_with_large_type_a_list_stands_in_the_place_of_the_tiles(
    room: OfficeRoom, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.start(qapp, 200)
    try:
        here = opened(qtbot, room, kinds=FEW)
        page = here.prints.page
        assert here.seen
        assert page.chooser.isVisible()
        assert not here.prints.tiles.isVisible()
        place = page.chooser.findData("one")
        page.chooser.setCurrentIndex(place)
        page.chooser.activated.emit(place)
        here.wait(lambda: here.seen.kind is OF_ONE)
        assert page.width() <= here.window.viewport().width()
        out = here.prints.sheet.out
        here.window.ensureWidgetVisible(out.print_now)
        assert not out.print_now.visibleRegion().isEmpty()
    finally:
        theme.start(qapp, 100)


def test_the_words_follow_the_language(here: Here) -> None:
    assert here.seen
    sheet = here.prints.sheet
    before = sheet.when.says.text()
    i18n.speak("nl")
    for part in (sheet, sheet.when):
        QApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))
    assert before == "Week 11 · 9 to 15 March"
    assert "maart" in sheet.when.says.text()
    assert sheet.heading.text() == translate("Wall sheet")


def test_every_sheet_that_there_is_can_be_looked_at(room: OfficeRoom, qtbot: QtBot) -> None:
    here = opened(qtbot, room)
    for kind in EVERY:
        seen = here.choose(kind.name)
        assert here.prints.sheet.paper.drawn is not None, kind.name
        assert seen.made.name.strip(), kind.name
    assert {group for group in Group if any(kind.group is group for kind in EVERY)} <= set(Group)


def test_a_sheet_that_is_asked_for_has_all_its_choices(qtbot: QtBot) -> None:
    part = ChoicesPart()
    qtbot.addWidget(part)
    part.offer(CHOICES, USUAL)
    part.show()
    assert all(field.isVisible() for field in (part.ink, part.first, part.second, part.paper_size))
    part.first.setCurrentIndex(part.first.findData("ar"))
    part.first.activated.emit(part.first.currentIndex())
    assert part.choices.languages == ("ar", "en")
    part.paper_size.setCurrentIndex(part.paper_size.findData(Size.A3.value))
    part.paper_size.activated.emit(part.paper_size.currentIndex())
    assert part.choices.size is Size.A3
    part.offer(WALL, USUAL)
    assert not part.first.isVisible()
    part.offer(OF_ONE, USUAL)
    assert not part.isVisible()


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from([per for per in Per if per is not Per.NOTHING]),
    st.integers(-3, 3),
)
def test_no_step_leaves_the_calendar(day: date, per: Per, by: int) -> None:
    there = stepped(day, per, by)
    assert date(1900, 1, 1) <= there <= date(2199, 12, 31)
    assert (there >= day) if by >= 0 else (there <= day)
