"""The drawing of a floor plan: by hand and by keys, with the emergency route kept free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from tests.made_room import practice_room
from tests.qt.plan_drawn import LEFT, REFUSED, Drawn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def drawn(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Drawn]:
    made = Drawn(qtbot, practice_room(tmp_path, clock))
    yield made
    made.tasks.close()


def test_a_stall_that_is_dragged_comes_to_stand_against_its_neighbour_in_one_step(drawn: Drawn) -> None:
    first, second = drawn.stalls[:2]
    drawn.drag(second, 462, 155)
    assert (drawn.thing(second).x_cm, drawn.thing(second).y_cm) == (450, 150)
    last: list[Any] = []
    drawn.tasks.write(lambda services: services.history.undo(services.history.last().unit), last.append)
    drawn.wait(lambda: bool(last) and drawn.drawing.things[second].x_cm == 550)
    assert drawn.drawing.things[first].x_cm == 150


def test_a_stall_dropped_on_the_emergency_route_goes_back_with_a_sentence(drawn: Drawn) -> None:
    key, panel = drawn.stalls[0], drawn.panel
    before = drawn.thing(key)
    drawn.drag(key, 1000, 1500, let_go=False)
    assert translate("{thing} stands on the emergency route.", thing=f"{translate('Stall')} 7") in panel.said.text()
    QTest.mouseRelease(panel.view.viewport(), LEFT, pos=drawn.point(1000, 1500))
    assert panel.answer.text() == translate(REFUSED)
    assert drawn.drawing.things[key] == before
    assert drawn.thing(key) == before


def test_keys_move_a_stall_over_the_route_and_never_onto_it(drawn: Drawn) -> None:
    key = drawn.stalls[1]
    drawn.panel.view.choose(key)
    drawn.keys(*[Qt.Key.Key_Down] * 22)
    assert drawn.drawing.things[key].y_cm == 1250
    assert drawn.thing(key).y_cm == 1150
    drawn.keys(*[Qt.Key.Key_Down] * 16)
    assert drawn.thing(key).y_cm == 2050
    drawn.keys(Qt.Key.Key_Right, shift=True)
    assert drawn.thing(key).x_cm == 555


def test_a_stall_that_keys_left_on_the_route_goes_back_when_one_goes_on(drawn: Drawn) -> None:
    key = drawn.stalls[1]
    drawn.panel.view.choose(key)
    drawn.keys(*[Qt.Key.Key_Down] * 22)
    drawn.keys(Qt.Key.Key_Return)
    assert drawn.drawing.things[key].y_cm == 1150
    assert drawn.panel.answer.text() == translate(REFUSED)


def test_tab_walks_over_all_things_and_then_leaves_the_drawing(drawn: Drawn) -> None:
    view, seen = drawn.panel.view, []
    view.setFocus()
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        seen.append(drawn.drawing.chosen[0])
        assert drawn.panel.said.text()
    assert set(seen) == set(drawn.drawing.things)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    drawn.wait(lambda: not view.hasFocus())
    assert drawn.drawing.chosen == (seen[-1],)


def test_several_things_are_chosen_with_a_frame_and_with_control(drawn: Drawn) -> None:
    view = drawn.panel.view.viewport()
    start, end = drawn.point(-150, 400), drawn.point(1300, 20)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    assert set(drawn.drawing.chosen) == set(drawn.stalls)
    assert drawn.panel.beside.fields.title.text() == translate("{count} things are chosen", count=3)
    one = drawn.drawing.things[drawn.stalls[0]]
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, drawn.point(one.x_cm, one.y_cm))
    assert set(drawn.drawing.chosen) == set(drawn.stalls[1:])


def test_one_comes_nearer_by_buttons_and_keys_and_sees_all_again(drawn: Drawn) -> None:
    panel = drawn.panel
    whole = panel.view.transform().m11()
    QTest.mouseClick(panel.nearer, LEFT)
    drawn.keys(Qt.Key.Key_Plus)
    assert panel.view.transform().m11() == pytest.approx(whole * 1.25 * 1.25)
    QTest.mouseClick(panel.farther, LEFT)
    QTest.mouseClick(panel.whole, LEFT)
    assert panel.view.transform().m11() == pytest.approx(whole)


def test_what_changes_while_something_is_held_shows_when_it_is_let_go(drawn: Drawn) -> None:
    first, second = drawn.stalls[:2]
    drawn.drag(first, 700, 700, let_go=False)
    drawn.tasks.write(lambda services: services.floor_plans.take_away([second]), lambda _: None)
    drawn.kept()
    assert second in drawn.drawing.things
    QTest.mouseRelease(drawn.panel.view.viewport(), LEFT, pos=drawn.point(700, 700))
    drawn.wait(lambda: second not in drawn.drawing.things)
    assert drawn.thing(first).y_cm == drawn.drawing.things[first].y_cm
