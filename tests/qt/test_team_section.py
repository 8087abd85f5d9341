"""The section Team of Rooster, clicked on real services: setting up, members, the year in words and as a picture."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms import HoursKind
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.qt.days import as_date
from buurtkamer_app.qt.team.team import TeamSection
from buurtkamer_app.qt.team.words import number
from buurtkamer_app.team.hours.records import NewHours
from tests.qt.board_room import BoardRoom, enter
from tests.qt.team_room import Rooster, cells, rooster
from tests.team.rooms import who

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


class Section:
    """The section as the coordinator works with it."""

    def __init__(self, page: Rooster) -> None:
        self.page = page
        page.sections.page.show_programmes(frozenset(Programme))
        self.panel = page.open("team", TeamSection)
        self.progress, self.members, self.set_up = self.panel.progress, self.panel.members, self.panel.set_up

    def names(self) -> list[str]:
        return [row[0] for row in cells(self.members.rows)]

    def write(self, hosts: tuple[str, ...], on: date, hours: int) -> None:
        """Write hours down, as another page would."""
        keys = tuple(who(self.page.room.services, name) for name in hosts)
        new = NewHours(keys, on, time(8), time(8 + hours), HoursKind.OTHER)
        self.page.room.tasks.write(lambda services: services.hours.write(new), lambda _: None)
        self.page.room.settle()


@pytest.fixture
def room(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[BoardRoom]:
    yield from enter(qtbot, tmp_path, clock)


@pytest.fixture
def here(room: BoardRoom, clock: SetClock) -> Section:
    return Section(rooster(room, clock))


def test_the_year_is_told_with_both_marks_and_drawn(here: Section) -> None:
    told = here.progress.told.text()
    for mark in (number(5000), number(10_000)):
        assert mark in told
    assert here.progress.picture.accessibleName() == told.replace("\n", " ")
    here.page.room.wait(lambda: here.progress.picture.image is not None)
    assert cells(here.progress.years)[0][0] == "1"
    assert here.progress.year.count() == 1


def test_hours_that_are_written_down_are_seen_at_once(here: Section) -> None:
    before = cells(here.progress.years)[0][2]
    here.write(("Ria Postma", "Joop Kramer"), date(2026, 3, 30), 5)
    here.page.room.wait(lambda: cells(here.progress.years)[0][2] != before)
    after = cells(here.progress.years)[0][2]
    assert [int("".join(filter(str.isdigit, told))) for told in (before, after)] == [1226, 1236]


def test_a_member_without_shifts_is_added_and_named_instead_of_one_of_the_unnamed(here: Section) -> None:
    count = here.members.count.text()
    assert here.members.of_unnamed.isVisible()
    here.members.name.setText("Nia Boukhari")
    here.page.press(here.members.add)
    assert "Nia Boukhari" in here.names()
    assert here.members.name.text() == ""
    assert here.members.count.text() != count
    assert here.page.room.services.teams.members().unnamed == 9
    assert here.set_up.unnamed.value() == 9


def test_a_name_that_is_taken_is_said_beside_the_field_and_stays_typed(here: Section) -> None:
    here.members.name.setText("Ria Postma")
    here.members.phone.setText("06 12345678")
    here.page.press(here.members.add)
    assert here.members.said.isVisible()
    assert (here.members.name.text(), here.members.phone.text()) == ("Ria Postma", "06 12345678")


def test_who_is_chosen_stops_doing_shifts_begins_again_and_leaves(here: Section) -> None:
    here.page.choose(here.members.rows, "Joop Kramer")
    assert here.members.shifts.text() == translate("Does no shifts any more")
    here.page.press(here.members.shifts)
    assert ("Joop Kramer", translate("no shifts")) in cells(here.members.rows)
    here.page.press(here.members.shifts)
    assert ("Joop Kramer", translate("at most {count} a week", count=2)) in cells(here.members.rows)
    here.page.press(here.members.leave)
    assert "Joop Kramer" not in here.names()
    place = here.members.others.findText("Joop Kramer")
    here.members.others.setCurrentIndex(place)
    here.page.press(here.members.join)
    assert "Joop Kramer" in here.names()


def test_the_team_is_changed_and_what_is_unusual_is_only_said(here: Section) -> None:
    assert here.set_up.name.text() == "Buurtvolk Noord"
    assert as_date(here.set_up.started) == date(2026, 1, 1)
    here.set_up.name.setText("Buurtvolk West")
    here.set_up.meant.setValue(8)
    assert here.set_up.length_warning.isVisible()
    here.page.press(here.set_up.keep)
    assert here.progress.heading.text() == "Buurtvolk West"
    team = here.page.room.services.teams.team()
    assert team is not None
    assert (team.years, team.minutes_before) == (8, 1204 * 60)
    assert translate("Usually this takes {shortest} to {longest} years.", shortest=4, longest=6) in (
        here.progress.meant.text()
    )


def test_marks_that_cannot_be_are_refused_and_stay_typed(here: Section) -> None:
    here.set_up.low.setValue(20_000)
    here.page.press(here.set_up.keep)
    assert here.set_up.answer.text() == translate("The second mark is at least as high as the first.")
    assert here.set_up.low.value() == 20_000


def test_what_the_coordinator_typed_stays_when_somebody_joins(here: Section) -> None:
    here.set_up.name.setFocus()
    QTest.keyClicks(here.set_up.name, "x")
    here.members.name.setText("Nia Boukhari")
    here.page.press(here.members.add)
    assert here.set_up.name.text().endswith("x")


def test_a_small_team_is_kindly_warned(here: Section) -> None:
    assert not here.members.warning.isVisible()
    here.set_up.unnamed.setValue(0)
    here.page.press(here.set_up.keep)
    assert here.members.warning.isVisible()
    assert translate("Fewer than {fewest}: the team can use more people.", fewest=15) in here.members.warning.text()
    assert here.progress.warning.isVisible()


def test_the_allowance_stands_beside_the_hours_for_the_coordinator(here: Section) -> None:
    against = here.panel.against
    assert against.isVisible()
    told = against.picture.accessibleName()
    assert translate("The allowance covers") in told
    assert translate("Each member for {mark} hours", mark=number(10_000)) in told
    assert against.warning.isVisible()


def test_a_host_sees_how_it_goes_and_changes_nothing(here: Section) -> None:
    here.page.sit(Role.HOST, "Ria Postma")
    here.page.room.settle()
    assert here.progress.told.isVisible()
    assert "Joop Kramer" in here.names()
    for part in (here.set_up, here.panel.against, here.members.adding, here.members.shifts, here.members.leave):
        assert not part.isVisible()


def test_hidden_names_are_nowhere_and_nobody_is_changed_meanwhile(here: Section) -> None:
    names = here.names()
    here.panel.hide_names(hidden=True)
    assert set(here.names()) == {translate("hidden")}
    assert not here.members.adding.isVisible()
    assert not here.members.leave.isVisible()
    here.panel.hide_names(hidden=False)
    assert here.names() == names
    assert here.members.adding.isVisible()


def test_it_fits_on_the_shared_computer(here: Section) -> None:
    assert here.panel.minimumSizeHint().width() <= here.page.window.viewport().width()


def test_a_later_year_can_be_chosen_and_an_earlier_one_looked_back_at(room: BoardRoom, clock: SetClock) -> None:
    page = rooster(room, clock)
    clock.instant += timedelta(days=365)
    here = Section(page)
    assert here.progress.year.count() == 2
    assert len(cells(here.progress.years)) == 2
    here.progress.year.setFocus()
    QTest.keyClick(here.progress.year, Qt.Key.Key_Up)
    here.progress.year.activated.emit(0)
    page.room.settle()
    assert here.progress.found is not None
    assert here.progress.found.year.number == 1
    given = translate("Given in this year: {hours} hours.", hours=cells(here.progress.years)[0][2])
    assert given in here.progress.told.text()
