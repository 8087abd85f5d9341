"""How Vandaag meets the eye: Tab follows it, the programme begins with now, large type fits in the window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import DayPart
from buurtkamer_app.qt.safekeeping.sign_in import SignInPanel
from buurtkamer_app.qt.walk import follow
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.today_room import Vandaag, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    made = enter(qtbot, tmp_path / "room", clock)
    made.open_store()
    made.sit_host()
    made.wait(lambda: bool(made.programme.shown))
    yield made
    made.leave()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walked(first: QWidget) -> list[QWidget]:
    """Give what Tab comes by from a widget on, until it comes by the first again."""
    first.setFocus()
    met: list[QWidget] = []
    while focused() not in met:
        met.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return met


def test_tab_goes_to_the_right_and_down_whatever_was_made_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    places = {"d": (120, 100), "b": (120, 6), "c": (0, 100), "a": (0, 0)}
    for name, place in places.items():
        button = QPushButton(name, window)
        button.setGeometry(*place, 100, 44)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    follow((window,))
    first = next(button for button in window.findChildren(QPushButton) if button.text() == "a")
    assert [button.text() for button in walked(first) if isinstance(button, QPushButton)] == ["a", "b", "c", "d"]


def test_tab_on_vandaag_goes_from_the_head_to_the_handover(here: Vandaag) -> None:
    met = walked(here.day.begin)
    panels = (here.day, here.tally, here.arrivals, here.programme, here.figures, here.heard, here.handover)
    order = [panel for widget in met for panel in panels if panel.isAncestorOf(widget)]
    assert list(dict.fromkeys(order)) == list(panels)
    assert order == sorted(order, key=panels.index)


def test_tab_on_a_locked_desk_goes_from_the_names_to_the_tallies_and_whom_to_call(here: Vandaag) -> None:
    here.sit(NOBODY)
    asking = SignInPanel(here.tasks, here.tally, here.programme)
    here.bot.addWidget(asking)
    asking.resize(1366, 768)
    with here.bot.waitActive(asking):
        asking.show()
        asking.activateWindow()
    # Buttons that were just made are shown a moment later; until then Tab passes them.
    here.wait(lambda: bool(asking.buttons) and asking.buttons[-1] in walked(asking.buttons[0]))
    met = walked(asking.buttons[0])
    assert met.index(asking.buttons[-1]) < met.index(here.tally.new_face) < met.index(asking.inside)
    assert met.index(asking.inside) < met.index(asking.call_guide)
    here.page.counting.addWidget(here.tally)
    here.page.left.insertWidget(0, here.programme)


def test_the_programme_begins_with_now_for_who_signs_in(here: Vandaag) -> None:
    here.programme.setMaximumHeight(190)
    here.clock.instant += timedelta(hours=2, minutes=15)
    here.programme.outdate()
    here.wait(lambda: any(row.over and row.occurrence.series.name == "Taalcafé" for row in here.programme.shown))
    bar = here.programme.area.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    here.programme.set_actor(NOBODY)
    here.programme.set_actor(here.sit_host())
    here.wait(lambda: bar.value() > 0)
    coming = next(row for row in here.programme.shown if not row.over)
    assert not coming.who.visibleRegion().isEmpty()


def test_who_scrolls_the_programme_stays_there(here: Vandaag) -> None:
    here.programme.setMaximumHeight(190)
    before = sum(row.over for row in here.programme.shown)
    here.clock.instant += timedelta(hours=2, minutes=15)
    here.programme.outdate()
    bar = here.programme.area.verticalScrollBar()
    here.wait(lambda: sum(row.over for row in here.programme.shown) > before)
    here.wait(lambda: bar.value() > 0)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    here.programme.setMaximumHeight(220)
    here.ask(lambda services: services.room.today())
    assert bar.value() == 0


def test_without_signing_in_one_reads_on_past_what_is_over(here: Vandaag) -> None:
    assert any(row.over for row in here.programme.shown)
    here.programme.set_actor(NOBODY)
    assert here.programme.shown
    assert not any(row.over for row in here.programme.shown)


def test_the_head_fits_in_a_narrow_window(here: Vandaag) -> None:
    here.house.services.sign_in.act_as(KEY_HOLDER)
    kees, today = here.house.services.people.host_named("Kees Vos").id, here.clock.now().date()
    here.ask(lambda services: services.rota.put_on(kees, today, DayPart.AFTERNOON))
    here.sit_host()
    words = translate("{name} is not coming", name="Kees")
    here.wait(lambda: any(button.text() == words for button in here.day.findChildren(QPushButton)))
    here.window.resize(440, 648)
    here.wait(lambda: here.day.opening.y() > here.day.begin.y())
    seen = [button for button in here.day.findChildren(QPushButton) if button.isVisible()]
    assert all(button.mapTo(here.day, button.rect().topRight()).x() < here.day.width() for button in seen)
    assert all(button.width() >= button.minimumSizeHint().width() for button in seen)
