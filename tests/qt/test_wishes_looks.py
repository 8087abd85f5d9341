"""What is seen of Wensen and how the keys go through it: nothing cut off, as the eye does, and hidden when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from buurtkamer_app.base.terms import WishStatus
from buurtkamer_app.desktop.wishes import WishSections
from buurtkamer_app.qt.wishes.ending import EndingDialog
from tests.qt.wish_page import WishPage, show

if TYPE_CHECKING:
    from tests.qt.board_room import BoardRoom


class Hiding(QWidget):
    """As much of Vandaag as tells that names are hidden."""

    names_hidden = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.hide_names = QPushButton(self)
        self.hide_names.setCheckable(True)
        self.hide_names.toggled.connect(self.names_hidden)


@pytest.fixture
def page(room: BoardRoom) -> WishPage:
    return show(room)


def stops(first: QWidget, inside: QWidget, most: int = 30) -> list[QWidget]:
    """Give what Tab goes through inside a part, from one widget on."""
    first.setFocus()
    found: list[QWidget] = []
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is None or not inside.isAncestorOf(at) or at in found[:-1]:
            break
        # Within a date or a time Tab goes from part to part.
        found += [] if at in found else [at]
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def heights(widgets: list[QWidget], inside: QWidget) -> list[int]:
    return [widget.mapTo(inside, widget.rect().topLeft()).y() for widget in widgets]


def test_the_keys_go_through_an_open_wish_from_the_top_down(page: WishPage) -> None:
    page.open(16)
    page.press(page.opened.supporting.support)
    chain = stops(page.opened.shut, page.opened)
    assert chain[:2] == [page.opened.shut, page.opened.plan]
    seen = heights(chain[1:], page.opened.inside)
    assert len(seen) > 10
    assert seen == sorted(seen)


def test_the_keys_go_through_a_new_wish_from_the_top_down(page: WishPage) -> None:
    noted = page.board.noted
    page.press(page.board.new)
    QTest.keyClicks(noted.text, "Ik wil leren naaien")
    page.room.bot.waitUntil(noted.alike.isVisible)
    page.room.settle()
    buttons = noted.alike.findChildren(QPushButton)
    chain = stops(noted.text, noted)
    assert [one for one in chain if one in buttons] == buttons
    assert chain.index(buttons[-1]) < chain.index(noted.theme) < chain.index(noted.keep)


def test_a_new_wish_can_be_kept_without_scrolling(page: WishPage) -> None:
    noted = page.board.noted
    page.press(page.board.new)
    QTest.keyClicks(noted.text, "Ik wil leren naaien")
    page.room.bot.waitUntil(noted.alike.isVisible)
    page.room.settle()
    assert noted.keep.visibleRegion().boundingRect() == noted.keep.rect()
    assert noted.inside.width() == noted.area.viewport().width()


def test_no_column_is_cut_off_beside_an_open_wish(page: WishPage) -> None:
    page.open(16)
    column = page.board.by_status[WishStatus.NEEDS_LEAD]
    seen = [one.visibleRegion().boundingRect().width() / one.width() for one in page.board.by_status.values()]
    assert column.visibleRegion().boundingRect().width() == column.width()
    assert all(share in {0.0, 1.0} for share in seen)


def test_the_keys_come_back_to_the_wish_that_was_planned(page: WishPage) -> None:
    page.open(16)
    plan = page.sections.plan
    page.press(page.opened.plan)
    page.room.bot.waitUntil(lambda: bool(plan.choices.cards))
    # Of choices that exclude each other, the keys go to the chosen one; the arrows go to the others.
    chain = stops(plan.choices.cards[0].choice, plan)
    assert chain[1:3] == [plan.keep, plan.back]
    assert plan.name in chain
    plan.keep.setFocus()
    QTest.keyClick(plan.keep, Qt.Key.Key_Space)
    page.room.settle()
    page.room.bot.waitUntil(lambda: page.wish(16).series is not None and page.opened.isVisible())
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.opened.isAncestorOf(focus)


def test_what_an_ending_needs_is_kept_in_sight(page: WishPage) -> None:
    dialog = EndingDialog(page.room.tasks, page.wish(11), page.sections.page)
    dialog.open()
    page.room.settle()
    scroll = dialog.findChild(QScrollArea, "scroll")
    assert isinstance(scroll, QScrollArea)
    assert dialog.choice.keep.isVisible()
    assert not scroll.isAncestorOf(dialog.choice.keep)
    dialog.hide_names(hidden=True)
    assert not dialog.choice.keep.isVisible()
    dialog.reject()


def test_no_wish_is_seen_while_names_are_hidden(room: BoardRoom) -> None:
    today = Hiding()
    room.bot.addWidget(today)
    sections = WishSections(room.tasks, today)  # type: ignore[arg-type] # as much of it as is asked for
    window = room.show(sections.page)
    room.settle()
    assert sections.board.isVisible()
    today.hide_names.setChecked(True)
    assert not sections.board.isVisible()
    sections.page.show_section("list")
    room.settle()
    assert not sections.page.parts.isVisible()
    assert sections.page.veil.isVisible()
    QTest.mouseClick(sections.page.veil.lift, Qt.MouseButton.LeftButton)
    assert sections.page.parts.isVisible()
    assert not sections.page.veil.isVisible()
    today.hide_names.setChecked(False)
    room.settle()
    assert window.isVisible()
    assert not sections.page.veil.isVisible()
