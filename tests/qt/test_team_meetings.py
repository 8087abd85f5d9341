"""The sections Overleg and Effecten of Rooster, clicked on real services."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import EffectOn, Programme
from buurtkamer_app.qt.team.effects import EffectsPanel
from buurtkamer_app.qt.team.meetings import MeetingsSection
from buurtkamer_app.team.effects.records import Answers
from tests.qt.board_room import BoardRoom, enter
from tests.qt.team_room import END_OF_MARCH, Rooster, cells, rooster
from tests.team.rooms import who

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

HELD = date(2026, 3, 30)


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    yield from enter(qtbot, tmp_path, clock)


@pytest.fixture
def page(room: BoardRoom, clock: SetClock) -> Rooster:
    made = rooster(room, clock)
    made.sections.page.show_programmes(frozenset(Programme))
    made.sit(Role.HOST, "Ria Postma")
    return made


@pytest.fixture
def section(page: Rooster) -> MeetingsSection:
    return page.open("team_meetings", MeetingsSection)


@pytest.fixture
def effects(page: Rooster) -> EffectsPanel:
    return page.open("effects", EffectsPanel)


def tick(section: MeetingsSection, *names: str) -> None:
    for name in names:
        (item,) = section.meetings.there.findItems(name, Qt.MatchFlag.MatchExactly)
        item.setCheckState(Qt.CheckState.Checked)


def hold(page: Rooster, section: MeetingsSection) -> None:
    """Write down a meeting of yesterday evening with two who were there."""
    meetings = section.meetings
    meetings.inputs["on_date"].put(HELD)
    meetings.inputs["agenda"].put("De tuin\nRondvraag")
    tick(section, "Ria Postma", "Joop Kramer")
    page.press(meetings.keep)


def test_a_meeting_is_written_down_with_who_was_there_and_they_have_its_hours(
    page: Rooster, section: MeetingsSection
) -> None:
    hold(page, section)
    (row,) = cells(section.meetings.rows)
    assert row[1:] == ("19.30–21.00", "2", "De tuin")
    assert section.meetings.ticked() == []
    services = page.room.services
    page.sit(Role.COORDINATOR)
    assert services.hours.by_day(HELD, HELD)[who(services, "Joop Kramer")] == {HELD: 90}


def test_a_tick_that_goes_takes_the_hours_with_it(page: Rooster, section: MeetingsSection) -> None:
    hold(page, section)
    section.meetings.rows.selectRow(0)
    assert len(section.meetings.ticked()) == 2
    (item,) = section.meetings.there.findItems("Joop Kramer", Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Unchecked)
    page.press(section.meetings.keep)
    assert cells(section.meetings.rows)[0][2] == "1"


def test_who_was_there_and_left_the_team_stays_counted_when_the_meeting_is_changed(
    page: Rooster, section: MeetingsSection
) -> None:
    hold(page, section)
    page.sit(Role.COORDINATOR)
    joop = who(page.room.services, "Joop Kramer")
    page.room.tasks.write(lambda s: s.teams.leave(joop), lambda _: None)
    page.room.settle()
    section.meetings.rows.selectRow(0)
    assert section.meetings.there.findItems("Joop Kramer", Qt.MatchFlag.MatchExactly) == []
    section.meetings.inputs["agenda"].put("Alleen de tuin")
    page.press(section.meetings.keep)
    assert cells(section.meetings.rows)[0][2:] == ("2", "Alleen de tuin")


def test_ticks_for_a_meeting_to_come_are_refused_and_all_that_was_typed_stays(
    page: Rooster, section: MeetingsSection
) -> None:
    section.meetings.inputs["on_date"].put(date(2026, 4, 2))
    section.meetings.inputs["agenda"].put("De tuin")
    tick(section, "Ria Postma")
    page.press(section.meetings.keep)
    assert section.meetings.answer.text() == translate("This meeting is still to come. Tick who was there afterwards.")
    assert section.meetings.inputs["agenda"].value() == "De tuin"
    assert len(section.meetings.ticked()) == 1


def test_a_meeting_before_the_team_began_is_refused_with_a_sentence(page: Rooster, section: MeetingsSection) -> None:
    section.meetings.inputs["on_date"].put(date(2025, 12, 30))
    page.press(section.meetings.keep)
    assert "01-01-2026" in section.meetings.answer.text()


def test_an_agreement_stays_in_sight_until_it_is_done(page: Rooster, section: MeetingsSection) -> None:
    hold(page, section)
    agreed = section.agreed
    agreed.inputs["what"].put("Sleutel regelen")
    agreed.inputs["who"].put("Ria")
    page.press(agreed.keep)
    assert cells(agreed.rows) == [("Sleutel regelen", "Ria", translate("no day yet"))]
    agreed.rows.selectRow(0)
    page.press(agreed.done)
    assert cells(agreed.rows)[0][2].startswith(translate("done on {day}", day="")[:6])
    assert agreed.done.text() == translate("This is not done yet")


def test_hidden_names_are_nowhere_and_ticks_and_names_stay_kept(page: Rooster, section: MeetingsSection) -> None:
    hold(page, section)
    agreed = section.agreed
    agreed.inputs["what"].put("Sleutel regelen")
    agreed.inputs["who"].put("Ria")
    page.press(agreed.keep)
    section.hide_names(hidden=True)
    agreed.rows.selectRow(0)
    assert cells(agreed.rows)[0][1] == translate("hidden")
    assert not agreed.inputs["who"].isVisible()
    assert not section.meetings.there.isVisible()
    agreed.inputs["what"].put("De sleutel regelen")
    page.press(agreed.keep)
    section.hide_names(hidden=False)
    assert cells(agreed.rows)[0][:2] == ("De sleutel regelen", "Ria")
    assert cells(section.meetings.rows)[0][2] == "2"
    assert section.meetings.there.isVisible()


def test_an_agreement_without_a_meeting_is_refused(page: Rooster, section: MeetingsSection) -> None:
    section.agreed.inputs["what"].put("Sleutel regelen")
    section.agreed.inputs["who"].put("Ria")
    page.press(section.agreed.keep)
    assert section.agreed.answer.text() == translate("Write down the meeting first, then what was agreed there.")


def count(effects: EffectsPanel, effect: EffectOn, *numbers: int) -> None:
    for field, number in zip(effects.counted.numbers[effect], numbers, strict=True):
        field.setValue(number)


def test_slips_are_counted_told_in_words_and_drawn(page: Rooster, effects: EffectsPanel) -> None:
    assert effects.nothing.isVisible()
    count(effects, EffectOn.NETWORK, 1, 2, 4)
    page.press(effects.keep)
    assert page.room.services.effects.over() == ((EffectOn.NETWORK, Answers(1, 2, 4)),)
    assert translate("People I know") in effects.picture.accessibleName()
    assert effects.people.text() == translate("Said on {count} slips without a name.", count=7)
    assert cells(effects.batches)[0][1] == "7"
    assert effects.counted.answers()[1][1] == Answers()
    effects.batches.selectRow(0)
    page.press(effects.remove)
    assert effects.nothing.isVisible()


def test_an_effect_asked_about_four_people_is_refused_and_what_was_typed_stays(
    page: Rooster, effects: EffectsPanel
) -> None:
    count(effects, EffectOn.NETWORK, 1, 2, 4)
    count(effects, EffectOn.LANGUAGE, 1, 1, 2)
    page.press(effects.keep)
    assert effects.answer.isVisible()
    assert effects.counted.answers()[:2] == (
        (EffectOn.LANGUAGE, Answers(1, 1, 2)),
        (EffectOn.NETWORK, Answers(1, 2, 4)),
    )
    assert page.room.services.effects.batches() == []


def test_slips_of_another_year_are_not_in_this_one(page: Rooster, effects: EffectsPanel) -> None:
    count(effects, EffectOn.NETWORK, 1, 2, 4)
    page.press(effects.keep)
    assert effects.period.count() == 2
    effects.period.setCurrentIndex(1)
    effects.period.activated.emit(1)
    page.room.settle()
    assert effects.picture.isVisible()
    assert effects.period.currentData() == 1


def test_every_field_of_the_slips_has_a_name_to_hear(effects: EffectsPanel) -> None:
    names = {field.accessibleName() for fields in effects.counted.numbers.values() for field in fields}
    assert len(names) == 21
    assert effects.day.date().day() == END_OF_MARCH.day


def test_both_fit_on_the_shared_computer(page: Rooster, section: MeetingsSection) -> None:
    assert section.minimumSizeHint().width() <= page.window.viewport().width()
    assert page.open("effects", EffectsPanel).minimumSizeHint().width() <= page.window.viewport().width()


def test_tab_goes_from_the_agenda_to_who_was_there_and_then_to_the_button(
    page: Rooster, section: MeetingsSection
) -> None:
    meetings = section.meetings
    meetings.inputs["agenda"].input.setFocus()
    page.room.wait(meetings.inputs["agenda"].input.hasFocus)
    QTest.keyClick(meetings.inputs["agenda"].input, Qt.Key.Key_Tab)
    assert meetings.there.hasFocus()
    QTest.keyClick(meetings.there, Qt.Key.Key_Tab)
    assert meetings.keep.hasFocus()
