from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.bars import Tone
from buurtkamer_app.qt.page import PageSpec
from buurtkamer_app.qt.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MARIJKE = Actor(Role.HOST, None, "Marijke")


class Page(QWidget):
    """A page with a field and a button far below it."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.last = QLineEdit(), QPushButton("Last")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addSpacing(1200)
        column.addWidget(self.last)


TODAY = PageSpec("today", 1, "Today", "house", Page)
WISHES = PageSpec("wishes", 2, "Wishes", "lightbulb", Page)
OFFICE = PageSpec("office", 8, "Administration", "gear", Page)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.set_room("De Wilgenhof")
    made.rail.set_actor(MARIJKE)
    made.set_pages([OFFICE, TODAY, WISHES])
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.resize(qapp, 200)
    yield
    theme.resize(qapp, 100)


def page(window: Window, name: str) -> Page:
    shown = window.page(name)
    assert isinstance(shown, Page)
    return shown


def test_only_pages_that_exist_are_on_the_rail_in_the_order_of_their_keys(window: Window) -> None:
    assert [button.text() for button in window.rail.buttons.values()] == ["Today", "Wishes", "Administration"]
    assert [button.toolTip() for button in window.rail.buttons.values()] == [
        "Today (Ctrl+1)",
        "Wishes (Ctrl+2)",
        "Administration (Ctrl+8)",
    ]
    assert window.current() == "today"


def test_a_key_and_a_click_show_a_page_and_its_button_says_so(window: Window, qtbot: QtBot) -> None:
    shown: list[str] = []
    window.page_shown.connect(shown.append)
    QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current() == "office")
    QTest.mouseClick(window.rail.buttons["wishes"], Qt.MouseButton.LeftButton)
    assert shown == ["office", "wishes"]
    assert window.rail.buttons["wishes"].isChecked()
    assert not window.rail.buttons["office"].isChecked()


def test_a_page_is_made_when_it_is_first_asked_for(window: Window) -> None:
    made: list[str] = []

    def make() -> QWidget:
        made.append("made")
        return QWidget()

    window.set_pages([TODAY, PageSpec("rota", 4, "Rota", "people-group", make)])
    assert not made
    window.show_page("rota")
    window.show_page("today")
    window.show_page("rota")
    assert made == ["made"]


def test_a_page_that_stays_keeps_what_is_typed_in_it(window: Window) -> None:
    page(window, "wishes").field.setText("once more dancing")
    window.show_page("wishes")
    window.set_pages([TODAY, WISHES])
    assert window.current() == "wishes"
    assert page(window, "wishes").field.text() == "once more dancing"


def test_who_is_at_the_desk_is_said_and_can_lock(window: Window, qtbot: QtBot) -> None:
    assert window.rail.who.text() == "Marijke"
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.rail.lock.text() == "Lock"
    window.rail.set_actor(NOBODY)
    assert window.rail.lock.text() == "Sign in"
    assert not window.rail.who.isVisible()
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_undo_says_what_it_takes_back_and_does_nothing_when_there_is_nothing(window: Window, qtbot: QtBot) -> None:
    asked: list[bool] = []
    window.undo_asked.connect(lambda: asked.append(True))
    assert not window.undo.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not asked
    window.undo.offer(Label("{count} visitors counted", {"count": 3}))
    assert window.undo.text() == "Undo: 3 visitors counted  Ctrl+Z"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(asked))


def test_undo_names_nobody_while_names_are_hidden(window: Window) -> None:
    window.undo.offer(Label("{name} came in", {"name": "Zeynep"}))
    window.undo.hide_names(True)
    assert window.undo.text() == "Undo: the last step  Ctrl+Z"
    assert "Zeynep" not in window.undo.accessibleName() + window.undo.toolTip()
    window.undo.hide_names(False)
    assert window.undo.accessibleName() == "Undo: Zeynep came in"


def test_after_a_cover_the_focus_is_where_no_key_does_anything(window: Window, qtbot: QtBot) -> None:
    cover = QPushButton("Sign in")
    window.cover(cover)
    cover.setFocus()
    window.cover(None)
    qtbot.waitUntil(page(window, "today").hasFocus)


def test_ctrl_z_in_a_field_first_takes_back_what_was_typed_there(window: Window, qtbot: QtBot) -> None:
    asked: list[bool] = []
    window.undo_asked.connect(lambda: asked.append(True))
    window.undo.offer(Label("1 visitor counted"))
    field = page(window, "today").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "an")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), asked) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(asked))


def test_a_long_undo_is_cut_on_the_button_and_whole_for_who_listens(window: Window) -> None:
    window.undo.offer(Label("x" * 300))
    assert window.undo.width() < 700
    assert window.undo.accessibleName() == "Undo: " + "x" * 300


def test_what_went_wrong_stays_with_colour_icon_and_word_until_it_is_closed(window: Window, qtbot: QtBot) -> None:
    window.trouble(RefusedError("Write {what} first.", what="a name"))
    bar = window.messages
    assert bar.bar.isVisible()
    assert (bar.word.text(), bar.sentence.text()) == ("This did not work", "Write a name first.")
    assert not bar.sign.pixmap().isNull()
    assert bar.bar.accessibleName() == "This did not work: Write a name first."
    QTest.mouseClick(bar.shut, Qt.MouseButton.LeftButton)
    assert not bar.bar.isVisible()


def test_long_work_shows_what_it_is_and_a_button_that_stops_it(window: Window, qtbot: QtBot) -> None:
    window.messages.wait("The report is being made")
    assert window.messages.progress.isVisible()
    assert window.messages.waiting.text() == "The report is being made"
    assert window.messages.progress.accessibleName() == "The report is being made"
    with qtbot.waitSignal(window.stop_asked):
        QTest.mouseClick(window.messages.stop, Qt.MouseButton.LeftButton)
    window.messages.wait("")
    assert not window.messages.progress.isVisible()


def test_banners_stay_above_every_page_and_go_by_their_name(window: Window) -> None:
    window.banners.put("practice", lambda: "Nothing here is real.", Tone.PRACTICE)
    window.banners.put("disk", lambda: "The folder can only be read.", Tone.READ_ONLY)
    window.show_page("wishes")
    assert [banner.accessibleName() for banner in window.banners.shown.values()] == [
        "Practice room: Nothing here is real.",
        "Only to read: The folder can only be read.",
    ]
    window.banners.remove("practice")
    window.banners.remove("disk")
    assert not window.banners.isVisible()


def test_a_cover_hides_everything_and_what_was_typed_is_still_there_after_it(window: Window) -> None:
    page(window, "today").field.setText("typed")
    cover = QWidget()
    window.cover(cover)
    assert cover.isVisible()
    assert not window.rail.isVisible()
    window.cover(None)
    assert window.rail.isVisible()
    assert page(window, "today").field.text() == "typed"


def test_nothing_is_cut_off_at_normal_size(window: Window) -> None:
    specs = [PageSpec(str(number), number, "Neighbourhood", "house", QWidget) for number in range(1, 9)]
    window.set_pages(specs)
    QApplication.processEvents()
    scroll = window.rail.findChild(QScrollArea, "scroll")
    assert isinstance(scroll, QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    assert window.width() == 1366
    assert window.height() == 768


@pytest.mark.usefixtures("large")
def test_everything_is_reached_by_scrolling_at_twice_the_size(window: Window) -> None:
    window.set_pages([PageSpec(str(number), number, "Activities", "house", Page) for number in range(1, 9)])
    window.undo.offer(Label("1 visitor counted"))
    window.messages.tell(lambda: "1 visitor counted.", Tone.DONE)
    window.banners.put("practice", lambda: "This is a practice room. Nothing here is real.", Tone.PRACTICE)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            reach = area.verticalScrollBar().maximum() + area.viewport().height()
            inside = area.widget()
            assert inside is not None
            assert reach >= inside.height()
    assert window.rail.lock.visibleRegion().boundingRect().height() == window.rail.lock.height()


def test_every_control_of_the_shell_has_a_name_for_who_listens(window: Window) -> None:
    window.messages.tell(lambda: "Done.", Tone.DONE)
    own = [*window.rail.findChildren(QAbstractButton), *window.messages.findChildren(QAbstractButton), window.undo]
    assert len(own) >= 6
    assert [button for button in own if not (button.accessibleName() or button.text())] == []


def test_the_window_can_be_pictured(window: Window, picture: Callable[[QWidget], Path]) -> None:
    assert picture(window).stat().st_size > 5_000


def test_the_window_is_made_without_anything_heavy() -> None:
    script = (
        "import sys, buurtkamer_app.qt.window, buurtkamer_app.qt.tasks, buurtkamer_app.qt.words; print(*sys.modules)"
    )
    loaded = set(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    )
    heavy = {"sqlalchemy", "babel", "cryptography", "reportlab", "multiprocessing", "qt_material", "PySide6.QtNetwork"}
    assert heavy & loaded == set()
