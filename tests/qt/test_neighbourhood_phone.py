"""Whom do I call, on the page Buurt: every number within three keys, and 112 always on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.letters import words
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import ResourceKind
from buurtkamer_app.neighbourhood.records import CallLine
from buurtkamer_app.qt.neighbourhood.agreements import CallAgreementsPanel
from buurtkamer_app.qt.neighbourhood.phone import PhonePanel
from tests.qt.around_room import Around, around

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.services import Services
    from tests.qt.board_room import BoardRoom

AROUND = (
    (ResourceKind.SHOP, "Bakkerij Korenaar", "020 000 07 07"),
    (ResourceKind.CHURCH, "Kerk aan de kade", "020 000 08 08"),
    (ResourceKind.SCHOOL, "Basisschool De Regenboog", "020 000 09 09"),
)


def furnish(services: Services) -> Change:
    # The tables are mapped once the store is in use.
    from buurtkamer_app.storage.tables.neighbourhood import ResourceRow

    with services.store.work(Label("Something around the room")) as unit:
        for kind, name, phone in AROUND:
            unit.session.add(
                ResourceRow(kind=kind, name=name, adds="", contact="", phone=phone, address="", x=None, y=None)
            )
    return unit.change


@pytest.fixture
def here(room: BoardRoom) -> Around:
    made = around(room)
    made.ask(furnish)
    return made


@pytest.fixture
def panel(here: Around) -> PhonePanel:
    made = here.open("phone", PhonePanel)
    here.room.wait(lambda: any(card.entry.name == AROUND[0][1] for card in made.number_cards))
    return made


def in_sight(part: QWidget, here: Around) -> bool:
    """Tell whether all of a part is seen without scrolling."""
    corner = part.mapTo(here.window.viewport(), QPoint(0, 0))
    return part.isVisible() and corner.y() >= 0 and corner.y() + part.height() <= here.window.viewport().height()


def test_the_field_has_the_keyboard_when_the_page_opens_and_112_is_on_top(panel: PhonePanel, here: Around) -> None:
    assert here.window.window().focusWidget() is panel.search
    assert panel.first.phone.text() == "112"
    assert in_sight(panel.first, here)


def test_every_number_is_in_sight_within_three_keys(panel: PhonePanel, here: Around) -> None:
    cards = [*panel.line_cards, *panel.number_cards]
    assert len(cards) > 10
    missed = []
    for card in cards:
        starts = {word[:3] for word in words(f"{card.line.situation} {card.line.phone}")}
        found = False
        for start in sorted(starts):
            panel.search.clear()
            QTest.keyClicks(panel.search, start)
            for _ in range(3):
                QCoreApplication.processEvents()
            found = found or in_sight(card.phone, here)
        if not found:
            missed.append(card.line.situation)
    assert not missed


def test_a_word_of_any_length_leaves_every_number_in_sight(panel: PhonePanel, here: Around) -> None:
    long = CallLine("W" * 120, "b" * 120, "c" * 120, "020 000 02 02")
    here.sit()
    here.room.tasks.write(lambda services: services.neighbourhood.agree(long), lambda _: None)
    here.room.wait(lambda: any(card.line.situation == long.situation for card in panel.line_cards))
    here.room.settle()
    for card in (*panel.line_cards, *panel.number_cards):
        end = card.phone.mapTo(panel.area.viewport(), QPoint(card.phone.sizeHint().width(), 0))
        assert end.x() <= panel.area.viewport().width()


def test_numbers_are_large_and_who_begins_with_the_letters_comes_first(panel: PhonePanel, here: Around) -> None:
    assert all(card.phone.font().pixelSize() >= 26 for card in (*panel.line_cards, *panel.number_cards))
    QTest.keyClicks(panel.search, "de")
    seen = [card for card in panel.number_cards if card.isVisible()]
    here.room.wait(seen[0].isVisible)
    top = min(seen, key=lambda card: card.mapTo(panel, QPoint(0, 0)).y())
    assert "De" in top.entry.name
    assert not panel.numbers_heading.isVisible()


def test_only_hosts_who_share_their_number_are_there_and_none_while_names_are_hidden(
    panel: PhonePanel, here: Around
) -> None:
    hosts = [card for card in panel.number_cards if card.entry.kind is None]
    assert hosts
    assert len(hosts) <= len(here.room.services.people.hosts())
    panel.hide_names(hidden=True)
    assert not any(card.isVisible() for card in hosts)
    assert panel.hidden_names.isVisible()
    QTest.keyClicks(panel.search, hosts[0].entry.name[:3])
    assert not hosts[0].isVisible()
    panel.hide_names(hidden=False)
    assert hosts[0].isVisible()


def test_words_that_fit_nothing_leave_all_numbers_in_sight(panel: PhonePanel) -> None:
    QTest.keyClicks(panel.search, "xyzzy")
    assert panel.none.isVisible()
    assert all(card.isVisible() for card in (*panel.line_cards, *panel.number_cards))


def test_the_arrows_move_the_list_while_one_types(panel: PhonePanel) -> None:
    bar = panel.area.verticalScrollBar()
    QTest.keyClick(panel.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(panel.search, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_only_the_coordinator_changes_the_call_guide_here(panel: PhonePanel, here: Around) -> None:
    assert not panel.change.isVisible()
    here.sit(Role.COORDINATOR)
    here.press(panel.change)
    assert isinstance(panel.agreements, CallAgreementsPanel)
    assert panel.agreements.isVisible()
    assert not panel.area.isVisible()
    here.sit(Role.HOST)
    assert not panel.agreements.isVisible()
    assert panel.area.isVisible()


def test_without_a_printer_the_call_guide_can_be_saved(panel: PhonePanel, here: Around) -> None:
    here.press(panel.sheet.button)
    here.room.wait(lambda: panel.sheet.papers.waiting)
    assert panel.sheet.papers.waiting[0].pdf.startswith(b"%PDF")
    here.room.wait(panel.sheet.papers.keeps[0].isVisible)
