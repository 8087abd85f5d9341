"""The picture of an activity: seen beside its name, chosen by keyboard or mouse, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.activities.pictograms import pictogram
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.desktop.activities import ActivitySections
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.activities.dragging import DraggedRow
from buurtkamer_app.qt.activities.series_list import SeriesPanel
from buurtkamer_app.qt.picture_choice import PictureChoice
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

NAME = "Klaverjassen"


class Series:
    """The list of all series, with one of them chosen."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        made = ActivitySections(room.tasks, None)
        self.page, self.week, self.plan = made.page, made.week, made.plan
        self.window = room.show(self.page)
        panel = self.page.show_section("series")
        assert isinstance(panel, SeriesPanel)
        self.panel = panel
        room.wait(lambda: panel.model.rowCount() > 0)
        panel.rows.setCurrentIndex(self.index())

    def index(self) -> QModelIndex:
        model = self.panel.model
        names = [model.index(row, 0) for row in range(model.rowCount())]
        return next(index for index in names if index.data() == NAME)

    def picture(self) -> str:
        """Give the picture that the room keeps for it."""
        return next(one.pictogram for one in self.room.services.activities.series() if one.name == NAME)

    def choose(self) -> PictureChoice:
        """Open the grid as a mouse does."""
        QTest.mouseClick(self.panel.picture, Qt.MouseButton.LeftButton)
        found: list[PictureChoice] = []

        def there() -> bool:
            found[:] = [one for one in self.panel.findChildren(PictureChoice) if one.isVisible()]
            return bool(found)

        self.room.wait(there)
        return found[0]


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Series]:
    for room in enter(qtbot, tmp_path, clock):
        room.sit(Role.HOST)
        yield Series(room)
        assert not room.troubles


def _press(dialog: PictureChoice, picture: str) -> None:
    item = dialog.grid.item(list(WORDS).index(picture))
    dialog.grid.scrollToItem(item)
    where = dialog.grid.visualItemRect(item).center()
    QTest.mouseClick(dialog.grid.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_a_picture_is_chosen_with_the_mouse_and_undone(here: Series) -> None:
    dialog = here.choose()
    _press(dialog, "dice")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    here.room.wait(lambda: here.room.changes)
    assert here.picture() == "dice"
    change = here.room.changes[-1]
    assert change.label.values == {"name": NAME}
    here.room.tasks.write(lambda s: s.history.undo(change.unit), lambda _: None)
    here.room.settle()
    assert here.picture() == ""


def test_a_picture_is_chosen_with_the_keyboard_alone(here: Series) -> None:
    here.panel.picture.setFocus()
    QTest.keyClick(here.panel.picture, Qt.Key.Key_Space)
    here.room.wait(lambda: any(one.isVisible() for one in here.panel.findChildren(PictureChoice)))
    dialog = next(one for one in here.panel.findChildren(PictureChoice) if one.isVisible())
    here.room.wait(dialog.grid.hasFocus)
    assert dialog.grid.currentItem().data(Qt.ItemDataRole.UserRole) == "clover"

    QTest.keyClick(dialog.grid, Qt.Key.Key_Right)
    taken = dialog.grid.currentItem().data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)

    here.room.wait(lambda: here.room.changes)
    assert taken == here.picture() == list(WORDS)[list(WORDS).index("clover") + 1]


def test_the_suggestion_says_so_and_taking_it_leaves_the_choice_to_the_program(here: Series) -> None:
    key = here.panel.model.record(here.index()).series.id
    here.room.services.changing.choose_pictogram(key, "dog")
    here.panel.outdate()
    here.room.wait(lambda: here.panel.model.record(here.index()).series.pictogram == "dog")
    here.panel.rows.setCurrentIndex(here.index())
    dialog = here.choose()
    marked = [dialog.grid.item(row) for row in range(dialog.grid.count())]
    marked = [item for item in marked if translate("suggestion") in item.text()]
    assert [item.data(Qt.ItemDataRole.UserRole) for item in marked] == ["clover"]
    assert dialog.grid.currentItem().data(Qt.ItemDataRole.UserRole) == "dog"

    _press(dialog, "clover")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    here.room.wait(lambda: here.room.changes)
    assert here.picture() == ""


def test_typing_finds_a_picture_by_its_word_and_says_when_there_is_none(here: Series) -> None:
    dialog = here.choose()
    word = translate(WORDS["bicycle"])
    dialog.search.setText(word.upper())
    shown = [dialog.grid.item(row) for row in range(dialog.grid.count()) if not dialog.grid.item(row).isHidden()]
    assert [item.data(Qt.ItemDataRole.UserRole) for item in shown] == ["bicycle"]
    assert dialog.grid.currentItem() is shown[0]

    dialog.search.setText("x" * 10_000)
    assert dialog.none.isVisible()
    assert not dialog.keep.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    here.room.settle()
    assert here.picture() == ""


def test_every_picture_has_its_word_in_the_language_of_the_moment(here: Series) -> None:
    dialog = here.choose()
    said = [dialog.grid.item(row).text().partition("\n")[0] for row in range(dialog.grid.count())]
    assert said == [translate(word) for word in WORDS.values()]


def test_a_new_activity_begins_with_the_picture_that_was_chosen_for_it(here: Series) -> None:
    here.page.show_section("week")
    here.week.plan_asked.emit(None)
    here.room.settle()
    here.plan.name.setText("Koffie op zondag")
    here.plan.more.setChecked(True)
    further = here.plan.further
    assert further.picture.text() == translate("Choose a picture…")
    QTest.mouseClick(further.picture, Qt.MouseButton.LeftButton)
    here.room.wait(lambda: any(one.isVisible() for one in further.findChildren(PictureChoice)))
    dialog = next(one for one in further.findChildren(PictureChoice) if one.isVisible())
    assert dialog.grid.currentItem().data(Qt.ItemDataRole.UserRole) == "mug-hot"
    _press(dialog, "cloud-sun")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)

    assert further.picture.text() == translate(WORDS["cloud-sun"])
    assert further.into(here.plan._typed()).pictogram == "cloud-sun"
    further.empty()
    assert further.into(here.plan._typed()).pictogram == ""


def test_at_twice_the_size_the_grid_scrolls_and_nothing_is_beside_the_window(here: Series, qapp: QApplication) -> None:
    theme.start(qapp, 200)
    try:
        dialog = here.choose()
        grid = dialog.grid
        rects = [grid.visualItemRect(grid.item(row)) for row in range(grid.count())]
        assert max(rect.right() for rect in rects) <= grid.viewport().width()
        assert grid.verticalScrollBar().maximum() > 0
        assert dialog.keep.isVisible()
    finally:
        theme.start(qapp, 100)


def test_the_week_shows_a_picture_beside_each_activity(here: Series) -> None:
    here.page.show_section("week")
    here.room.wait(lambda: here.week.findChildren(DraggedRow))
    labels = [label for day in here.week.days for label in day.findChildren(QLabel) if label.isVisible()]
    pictures = [label for label in labels if not label.pixmap().isNull()]
    assert len(pictures) == len(here.week.findChildren(DraggedRow)) > 0


def test_every_series_of_the_room_has_a_picture_beside_its_name(here: Series) -> None:
    model = here.panel.model
    names = {pictogram(model.record(model.index(row, 0)).series) for row in range(model.rowCount())}
    assert names <= set(WORDS)
    assert here.panel.rows.itemDelegateForColumn(0) is not None
