"""What stands on a floor plan: put there, named, sized, told in words, taken away; and the ground itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.base.terms_around import PlanThing
from tests.made_room import practice_room
from tests.market.plan_room import NAMES
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


def test_what_is_chosen_turns_by_key_and_by_button_and_is_taken_away(drawn: Drawn) -> None:
    key = drawn.stalls[2]
    drawn.panel.view.choose(key)
    drawn.keys(Qt.Key.Key_R)
    assert drawn.thing(key).turned == 15
    QTest.mouseClick(drawn.panel.beside.fields.turn_left, LEFT)
    QTest.mouseClick(drawn.panel.beside.fields.turn_left, LEFT)
    assert drawn.thing(key).turned == 345
    drawn.panel.view.choose(key)
    drawn.keys(Qt.Key.Key_Delete)
    drawn.wait(lambda: key not in drawn.drawing.things)


def test_size_and_name_are_changed_in_the_fields(drawn: Drawn) -> None:
    key, fields = drawn.stalls[2], drawn.panel.beside.fields
    drawn.panel.view.choose(key)
    fields.wide.setFocus()
    fields.wide.selectAll()
    QTest.keyClicks(fields.wide, "4,25")
    QTest.keyClick(fields.wide, Qt.Key.Key_Return)
    assert drawn.thing(key).wide_cm == 425
    drawn.wait(lambda: drawn.drawing.things[key].wide_cm == 425 and not drawn.panel.writing.busy)
    fields.name.setText("K12")
    QTest.keyClick(fields.name, Qt.Key.Key_Return)
    drawn.wait(lambda: fields.title.text() == f"{translate('Stall')} K12")
    assert drawn.thing(key).label == "K12"


def test_a_stall_that_would_grow_onto_the_route_is_refused_and_the_field_says_what_is(drawn: Drawn) -> None:
    key, fields = drawn.stalls[2], drawn.panel.beside.fields
    drawn.panel.view.choose(key)
    fields.deep.setValue(3000)
    assert drawn.panel.answer.text() == translate(REFUSED)
    assert drawn.thing(key).high_cm == 300
    drawn.wait(lambda: fields.deep.value() == 300)


@pytest.mark.parametrize("kind", list(PlanThing))
def test_every_kind_is_put_there_by_its_button_and_is_chosen(drawn: Drawn, kind: PlanThing) -> None:
    QTest.mouseClick(drawn.panel.beside.adding.kinds[kind], LEFT)
    drawn.wait(lambda: len(drawn.drawing.things) == 6 and len(drawn.drawing.chosen) == 1)
    new = drawn.drawing.things[drawn.drawing.chosen[0]]
    assert new.kind is kind
    assert drawn.panel.beside.adding.kinds[kind].text()


def test_a_row_of_stalls_is_put_for_who_waits_and_moved_as_a_whole(drawn: Drawn) -> None:
    QTest.mouseClick(drawn.panel.beside.adding.stalls, LEFT)
    dialog = drawn.panel.writing.dialog
    assert dialog is not None
    dialog.count.setValue(6)
    QTest.mouseClick(dialog.long, LEFT)
    QTest.mouseClick(dialog.agree, LEFT)
    drawn.wait(lambda: len(drawn.drawing.chosen) == 6)
    assert drawn.panel.beside.waiting.parts == []
    drawn.drag(drawn.drawing.chosen[0], 700, 2300)
    plan = drawn.kept()
    row = [known.it for known in plan.things if known.it.element_id is not None]
    assert {thing.y_cm for thing in row} == {2300}
    assert [(plan.number(thing), thing.wide_cm, thing.high_cm) for thing in row] == [
        (str(number), 400, 200) for number in range(1, 7)
    ]


def test_a_part_without_a_place_gets_the_stall_that_is_chosen(drawn: Drawn) -> None:
    beside, key = drawn.panel.beside, drawn.stalls[0]
    assert beside.waiting_tab.text() == translate("No place: {count}", count=len(NAMES))
    QTest.mouseClick(beside.waiting_tab, LEFT)
    drawn.panel.view.choose(key)
    beside.waiting.waiting.setCurrentRow(1)
    QTest.mouseClick(beside.waiting.stand, LEFT)
    drawn.wait(lambda: len(beside.waiting.parts) == len(NAMES) - 1)
    plan = drawn.kept()
    assert plan.number(drawn.thing(key)) == "2"
    assert NAMES[1] in beside.fields.title.text()


def test_the_list_says_everything_in_words_with_what_is_wrong(drawn: Drawn) -> None:
    beside = drawn.panel.beside
    QTest.mouseClick(beside.words_tab, LEFT)
    assert beside.told.words.count() == 5
    drawn.drag(drawn.stalls[1], 250, 150)
    said = [beside.told.words.item(row).text() for row in range(5)]
    overlaps = translate("{thing} overlaps with {other}.", thing="", other="").split("  ")[0].strip(" .")
    assert overlaps
    assert any(len(line.splitlines()) > 2 for line in said)
    assert drawn.panel.wrong.text() != translate("All is well: the emergency route is free.")
    beside.told.words.setCurrentRow(0)
    assert len(drawn.drawing.chosen) == 1


def test_the_size_of_the_ground_is_kept_and_only_the_coordinator_widens_the_route(drawn: Drawn) -> None:
    QTest.mouseClick(drawn.panel.beside.place_tab, LEFT)
    extent = drawn.panel.extent
    extent.wide.setValue(5000)
    extent.route.setValue(450)
    QTest.mouseClick(extent.keep, LEFT)
    drawn.wait(lambda: drawn.drawing.plan.route_cm == 450)
    assert drawn.kept().wide_cm == 5000
    assert translate("{thing} is narrower than {width} m.", thing=translate("Emergency route"), width="4,5") in (
        drawn.panel.wrong.text()
    )
    drawn.panel.set_actor(Actor(Role.HOST))
    drawn.wait(lambda: not extent.route.isEnabled())
    assert extent.wide.isEnabled()
    extent.grid.setCurrentIndex(1)
    extent.grid.activated.emit(1)
    extent.edges.click()
    assert (drawn.panel.view.snap.grid, drawn.panel.view.snap.edges) == (25, False)


def test_everything_is_said_again_in_another_language(drawn: Drawn) -> None:
    i18n.speak("en")
    drawn.panel.say()
    drawn.panel.beside.adding.say()
    assert drawn.panel.beside.adding.kinds[PlanThing.STALL].text() == "Stall"
    assert drawn.panel.wrong.text() == "All is well: the emergency route is free."


def test_the_plan_is_proposed_as_a_file_under_the_name_of_the_market(drawn: Drawn) -> None:
    QTest.mouseClick(drawn.panel.beside.papers_tab, LEFT)
    papers = drawn.panel.papers
    assert papers.keep.isVisible()
    QTest.mouseClick(papers.keep, LEFT)
    drawn.wait(lambda: papers.papers.dialog is not None)
    dialog = papers.papers.dialog
    assert dialog is not None
    assert "Buurtmarkt" in dialog.selectedFiles()[0]
    dialog.reject()


def test_an_empty_plan_says_what_to_do_first(drawn: Drawn) -> None:
    keys = list(drawn.drawing.things)
    drawn.tasks.write(lambda services: services.floor_plans.take_away(keys), lambda _: None)
    drawn.wait(lambda: not drawn.drawing.things)
    assert drawn.panel.wrong.text() == translate("Nothing stands here yet. Begin with the emergency route.")


def test_a_plan_without_room_says_so_and_keeps_the_row_as_it_was_asked_for(drawn: Drawn) -> None:
    drawn.panel.writing.ask_row()
    dialog = drawn.panel.writing.dialog
    assert dialog is not None
    dialog.count.setValue(60)
    QTest.mouseClick(dialog.agree, LEFT)
    drawn.wait(lambda: bool(dialog.answer.text()))
    assert dialog.count.value() == 60
    assert dialog.agree.isEnabled()
    dialog.reject()


def test_a_name_that_is_too_long_is_refused_and_stays_as_it_was_typed(drawn: Drawn) -> None:
    fields = drawn.panel.beside.fields
    drawn.panel.view.choose(drawn.stalls[0])
    fields.name.setText("x" * 10_000)
    fields.name.editingFinished.emit()
    drawn.wait(lambda: bool(drawn.panel.answer.text()))
    assert len(fields.name.text()) == 10_000
    assert drawn.thing(drawn.stalls[0]).label == "7"
