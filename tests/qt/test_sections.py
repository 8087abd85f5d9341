"""The parts of a page: a row of buttons, and with large type a list in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.qt import theme
from buurtkamer_app.qt.pages.sections import Section, Sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NAMES = ("Week", "Month", "Wishes", "Activities", "Printing", "Office", "Today")


def _needs(name: str) -> Role:
    return Role.COORDINATOR if name == "Office" else Role.HOST


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[Sections]:
    made = Sections([Section(name, f"{name} of all of us", "house", QLabel, _needs(name)) for name in NAMES])
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    area.resize(1054, 640)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    yield made
    theme.start(qapp, 100)


def _seen(page: Sections) -> list[QWidget]:
    return [button for button in page.buttons.values() if button.isVisible()]


def test_at_normal_type_there_are_buttons_and_no_list(page: Sections) -> None:
    assert len(_seen(page)) == len(NAMES)
    assert not page.chooser.isVisible()
    assert page.width() <= 1054


def test_with_large_type_a_list_takes_their_place_and_shows_what_is_chosen(
    page: Sections, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.start(qapp, 200)
    qtbot.waitUntil(page.chooser.isVisible)
    assert _seen(page) == []
    assert page.label.text() == translate("Part of this page")
    page.chooser.setFocus()
    QTest.keyClicks(page.chooser, "pri")
    page.chooser.activated.emit(page.chooser.currentIndex())
    assert page.section == "Printing"
    made = page.made("Printing")
    assert made is not None
    assert made.isVisible()
    assert page.minimumSizeHint().width() <= 1054
    theme.start(qapp, 100)
    qtbot.waitUntil(lambda: len(_seen(page)) == len(NAMES))
    assert not page.chooser.isVisible()


def test_who_may_not_see_a_section_is_not_offered_it(page: Sections) -> None:
    page.show_section("Office")
    page.show_to(Role.HOST)
    assert page.section == "Week"
    assert not page.buttons["Office"].isVisible()
    assert page.chooser.findData("Office") == -1


def test_a_section_with_a_way_back_of_its_own_stands_alone_and_the_others_do_not(page: Sections) -> None:
    page.show_section("Wishes")
    page.leave_alone("Wishes", alone=True)
    assert _seen(page) == []
    page.show_section("Month")
    assert len(_seen(page)) == len(NAMES)
    page.show_section("Wishes")
    page.leave_alone("Wishes", alone=False)
    assert len(_seen(page)) == len(NAMES)


def test_sections_within_a_section_are_words_without_icons(qtbot: QtBot) -> None:
    made = Sections([Section(name, name, "house", QLabel) for name in NAMES], tabs=True)
    qtbot.addWidget(made)
    assert {button.property("kind") for button in made.buttons.values()} == {"tab"}
    assert all(button.icon().isNull() and button.text() for button in made.buttons.values())
