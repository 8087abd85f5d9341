"""Tasks, customs, groups and ties, rounds past doors and spots on the page Buurt, clicked on real services."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.neighbourhood.living.records import Custom, Group, Outreach, Task, Tie
from buurtkamer_app.qt.neighbourhood.customs import CustomsPanel
from buurtkamer_app.qt.neighbourhood.groups import GroupsPanel
from buurtkamer_app.qt.neighbourhood.outreach import OutreachPanel
from buurtkamer_app.qt.neighbourhood.spots import SpotsPanel
from buurtkamer_app.qt.neighbourhood.tasks import TasksPanel
from tests.qt.around_room import Around, around, cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester

    from buurtkamer_app.qt.kept.kept import KeptPanel
    from buurtkamer_app.services import Services
    from tests.qt.board_room import BoardRoom


@pytest.fixture
def here(room: BoardRoom) -> Around:
    return around(room)


def type_in(panel: KeptPanel, name: str, text: str) -> None:
    """Type in a field of one line."""
    field: Any = panel.inputs[name].input
    field.setFocus()
    QTest.keyClicks(field, text)


def kept(name: str, record: object) -> Callable[[Any], Any]:
    """Give what writes a record down in one of the lists."""
    return lambda services: getattr(services.living, name).write(record)


def undo(here: Around) -> None:
    def last(services: Services) -> Any:
        known = services.history.last()
        assert known is not None
        return services.history.undo(known.unit)

    here.ask(last)


def test_a_task_is_written_down_taken_over_and_taken_back(here: Around) -> None:
    panel = here.open("tasks", TasksPanel)
    assert panel.none.isVisible()
    type_in(panel, "what", "Planten water geven")
    here.press(panel.keep)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    assert cells(panel.rows)[0][1] == translate("nobody yet")
    here.choose(panel.rows, 0)
    QTest.keyClicks(panel.taking.who, "Bea Kok")
    here.press(panel.taking.take)
    here.room.wait(lambda: cells(panel.rows)[0][1] == "Bea Kok")
    assert "Bea Kok" in panel.taking.has.text()
    here.press(panel.taking.end)
    here.room.wait(lambda: cells(panel.rows)[0][1] == f"{translate('was done')} · Bea Kok")
    for _ in range(2):
        undo(here)
    here.room.wait(lambda: cells(panel.rows)[0][1] == translate("nobody yet"))


def test_a_task_that_is_half_typed_waits_while_another_is_looked_at(here: Around) -> None:
    here.ask(kept("tasks", Task("Voorlezen", "", "", Theme.COMMUNITY)))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    type_in(panel, "what", "Planten water geven")
    type_in(panel, "when_said", "elke week")
    here.choose(panel.rows, 0)
    assert panel.inputs["what"].value() == "Voorlezen"
    here.press(panel.fresh)
    assert panel.inputs["what"].value() == "Planten water geven"
    assert panel.inputs["when_said"].value() == "elke week"
    here.press(panel.keep)
    here.room.wait(lambda: panel.model.rowCount() == 2)
    here.choose(panel.rows, 0)
    here.press(panel.fresh)
    assert panel.inputs["what"].value() == ""


def test_a_change_of_a_task_leaves_who_has_it(here: Around) -> None:
    key = here.ask(lambda s: s.living.tasks.write(Task("Koken", "", "", Theme.COMMUNITY))).value
    here.ask(lambda s: s.living.take_task(key, "Bea Kok", "06 12345678"))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    here.choose(panel.rows, 0)
    type_in(panel, "when_said", "op vrijdag")
    here.press(panel.keep)
    kept = here.ask(lambda s: s.living.tasks.one(key)).it
    assert (kept.when_said, kept.taken_by, kept.contact) == ("op vrijdag", "Bea Kok", "06 12345678")


def test_who_said_what_they_can_is_named_with_the_reason(here: Around) -> None:
    here.sit(Role.COORDINATOR)
    here.ask(lambda s: s.cards.add_skill(s.people.host_named("Ria Postma").id, "fietsen repareren"))
    here.ask(lambda s: s.living.tasks.write(Task("Fietsen nakijken", "", "", Theme.SUSTAINABILITY)))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    assert "Ria Postma (fietsen repareren)" in cells(panel.rows)[0][1]
    here.choose(panel.rows, 0)
    assert "Ria Postma (fietsen repareren)" in panel.taking.perhaps.text()


def test_hidden_names_are_nowhere_and_come_back(here: Around) -> None:
    key = here.ask(lambda s: s.living.tasks.write(Task("Koken", "", "", Theme.COMMUNITY))).value
    here.ask(lambda s: s.living.take_task(key, "Bea Kok", "06 12345678"))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    here.choose(panel.rows, 0)
    panel.hide_names(hidden=True)
    assert cells(panel.rows)[0][1] == translate("hidden")
    assert not panel.taking.has.isVisible()
    panel.hide_names(hidden=False)
    assert cells(panel.rows)[0][1] == "Bea Kok"
    assert panel.taking.has.isVisible()


def test_a_task_without_a_name_of_who_takes_it_says_so(here: Around) -> None:
    here.ask(lambda s: s.living.tasks.write(Task("Koken", "", "", Theme.COMMUNITY)))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    assert panel.taking.choose_first.isVisible()
    here.choose(panel.rows, 0)
    here.press(panel.taking.take)
    here.room.wait(panel.taking.answer.isVisible)
    assert panel.taking.answer.text() == translate("Type who takes this task first.")


def test_customs_are_put_in_the_rooms_own_order(here: Around) -> None:
    for text in ("We bellen aan.", "Wie weggaat zegt het."):
        here.ask(kept("customs", Custom(text)))
    panel = here.open("customs", CustomsPanel)
    here.room.wait(lambda: panel.model.rowCount() == 2)
    here.choose(panel.rows, 1)
    here.press(panel.up)
    here.room.wait(lambda: cells(panel.rows)[0] == ("Wie weggaat zegt het.",))
    here.press(panel.sheet.button)
    here.room.wait(lambda: panel.sheet.papers.waiting)


def test_groups_and_a_tie_become_a_picture_and_who_has_none_is_named(here: Around) -> None:
    panel = here.open("groups", GroupsPanel)
    assert panel.picture.drawn.sentence.isVisible()
    for name in ("Zangkoor", "Moskee", "Wandelclub"):
        type_in(panel.groups, "name", name)
        here.press(panel.groups.keep)
    here.room.wait(lambda: panel.groups.model.rowCount() == 3)
    other: Any = panel.ties.inputs["other_id"].input
    here.room.wait(lambda: other.count() == 3)
    # The first group that was written down is chosen in both: another one is chosen here.
    other.setCurrentText("Moskee")
    type_in(panel.ties, "through", "de maaltijd")
    here.press(panel.ties.keep)
    here.room.wait(lambda: panel.ties.model.rowCount() == 1)
    assert cells(panel.ties.rows)[0][1:] == (translate("well"), "de maaltijd")
    here.room.wait(lambda: panel.picture.drawn.image is not None)
    assert panel.picture.alone.text() == translate("Not tied to anybody yet: {groups}.", groups="Wandelclub")
    told = panel.picture.drawn.accessibleName()
    assert "Moskee" in told
    assert "de maaltijd" in told


def test_a_group_with_itself_is_refused_with_a_sentence(here: Around) -> None:
    for name in ("Zangkoor", "Moskee"):
        here.ask(kept("groups", Group(name, "")))
    panel = here.open("groups", GroupsPanel)
    here.room.wait(lambda: panel.groups.model.rowCount() == 2)
    here.press(panel.ties.keep)
    here.room.wait(panel.ties.answer.isVisible)
    assert panel.ties.answer.text() == translate("Choose two different groups.")


def test_a_tie_without_groups_is_refused_with_a_sentence(here: Around) -> None:
    panel = here.open("groups", GroupsPanel)
    here.press(panel.ties.keep)
    here.room.wait(panel.ties.answer.isVisible)
    assert panel.ties.answer.text() == translate("Write down two groups first.")


def test_a_round_is_written_down_added_up_and_heard_as_a_wish(here: Around) -> None:
    panel = here.open("outreach", OutreachPanel)
    assert not panel.wish.isEnabled()
    assert not panel.sums.isVisible()
    type_in(panel, "where_said", "Lindelaan, even kant")
    for name, number in (("rung", 20), ("spoken", 8), ("flyers", 12)):
        field: Any = panel.inputs[name].input
        field.setValue(number)
    type_in(panel, "heard", "Een bank in het park")
    here.press(panel.wish)
    assert here.wishes == ["Een bank in het park"]
    here.press(panel.keep)
    here.room.wait(panel.sums.isVisible)
    numbers = translate("rung {rung}, spoken {spoken}, flyers {flyers}", rung=20, spoken=8, flyers=12)
    together = f"{numbers}, {translate('rounds {count}', count=1)}"
    assert cells(panel.sums) == [("Lindelaan · 2026", together)]
    assert cells(panel.rows)[0][0].startswith("Lindelaan, even kant · ")
    assert cells(panel.rows)[0][1] == numbers


@pytest.mark.parametrize(
    ("where", "heard", "spoken", "said"),
    [
        ("Lindelaan 14", "", 0, "Write the street or a part of it, not one door."),
        ("Lindelaan", "mevrouw Tan", 0, "Write what was heard, not who said it: no name, number or door."),
        ("Lindelaan", "", 1, "You cannot speak to people at more doors than you rang at."),
    ],
)
def test_a_person_a_door_or_impossible_numbers_are_refused_and_stay_typed(
    here: Around, where: str, heard: str, spoken: int, said: str
) -> None:
    panel = here.open("outreach", OutreachPanel)
    type_in(panel, "where_said", where)
    type_in(panel, "heard", heard)
    field: Any = panel.inputs["spoken"].input
    field.setValue(spoken)
    here.press(panel.keep)
    here.room.wait(panel.answer.isVisible)
    assert panel.answer.text() == translate(said)
    assert panel.inputs["where_said"].value() == where
    assert panel.model.rowCount() == 0


def test_the_last_round_stands_on_top(here: Around) -> None:
    for day in (3, 9):
        here.ask(kept("outreach", Outreach(date(2026, 3, day), f"Straat {'A' * day}", 1, 1, 0, "")))
    panel = here.open("outreach", OutreachPanel)
    here.room.wait(lambda: panel.model.rowCount() == 2)
    assert cells(panel.rows)[0][0].startswith("Straat AAAAAAAAA")


def test_a_spot_is_written_down_and_what_is_heard_there_becomes_a_wish(here: Around) -> None:
    panel = here.open("spots", SpotsPanel)
    type_in(panel, "name", "Bank bij de kade")
    type_in(panel, "when_said", "na tweeen")
    type_in(panel, "about", "Ze willen een jeu-de-boulesbaan")
    here.press(panel.keep)
    here.room.wait(lambda: cells(panel.rows) == [("Bank bij de kade", "na tweeen")])
    assert not panel.wish.isEnabled()
    here.choose(panel.rows, 0)
    here.press(panel.wish)
    assert here.wishes == ["Ze willen een jeu-de-boulesbaan"]


def test_the_lists_are_sound_models(here: Around, qtmodeltester: ModelTester) -> None:
    one = here.ask(lambda s: s.living.groups.write(Group("Zangkoor", ""))).value
    other = here.ask(lambda s: s.living.groups.write(Group("Moskee", ""))).value
    here.ask(lambda s: s.living.ties.write(Tie(one, other, 2, "")))
    panel = here.open("groups", GroupsPanel)
    here.room.wait(lambda: panel.ties.model.rowCount() == 1)
    for part in (panel.ties, panel.groups):
        qtmodeltester.check(part.model)  # type: ignore[no-untyped-call] # pytest-qt has no types here
    assert cells(panel.ties.rows)[0][0] == translate("{first} and {last}", first="Moskee", last="Zangkoor")


def test_tab_goes_from_the_list_to_who_takes_it_and_then_to_the_form(here: Around) -> None:
    here.ask(kept("tasks", Task("Koken", "", "", Theme.COMMUNITY)))
    panel = here.open("tasks", TasksPanel)
    here.room.wait(lambda: panel.model.rowCount() == 1)
    here.choose(panel.rows, 0)
    panel.rows.setFocus()
    stops = []
    for _ in range(7):
        focus: Any = here.window.window().focusWidget()
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        stops.append(here.window.window().focusWidget())
    taking = panel.taking
    what = panel.inputs["what"].input
    assert stops == [panel.remove, taking.who, taking.contact, taking.take, taking.end, panel.sheet.button, what]
