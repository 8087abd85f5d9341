"""The coordinator turns on what this room has beside itself; what is off is nowhere in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Role
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.desktop.activities import ActivitySections
from buurtkamer_app.desktop.prints import Prints
from buurtkamer_app.qt.room.programmes import ProgrammesPanel
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def panel(room: OfficeRoom, qtbot: QtBot) -> ProgrammesPanel:
    made = ProgrammesPanel(room.tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.team.isChecked)
    return made


def test_a_tick_turns_a_programme_off_and_says_that_nothing_is_lost(
    panel: ProgrammesPanel, room: OfficeRoom, qtbot: QtBot
) -> None:
    panel.street.click()
    told = translate("Street activities are off. What was written down stays.")
    qtbot.waitUntil(lambda: panel.answer.text() == told)
    assert ask(room, qtbot, lambda s: s.programmes.on()) == set(Programme) - {Programme.STREET}
    panel.street.click()
    qtbot.waitUntil(lambda: panel.answer.text() == translate("Street activities are on. They stand in Activities."))
    assert ask(room, qtbot, lambda s: s.programmes.on()) == set(Programme)


def test_what_another_desk_chose_is_shown(panel: ProgrammesPanel, room: OfficeRoom, qtbot: QtBot) -> None:
    ask(room, qtbot, lambda s: s.programmes.set_on(frozenset()))
    qtbot.waitUntil(lambda: not panel.team.isChecked() and not panel.market.isChecked())


def test_sections_of_a_programme_come_and_go_with_it(room: OfficeRoom, qtbot: QtBot) -> None:
    sections = ActivitySections(room.tasks, None)
    qtbot.addWidget(sections.page)
    parts = sections.page.parts
    sections.page.resize(1200, 700)
    sections.page.show()
    assert parts.buttons["markets"].isHidden()
    sections.page.show_programmes(frozenset({Programme.MARKET}))
    assert not parts.buttons["markets"].isHidden()
    assert parts.buttons["streets"].isHidden()
    sections.page.show_section("markets")
    sections.page.show_programmes(frozenset())
    assert parts.section == "week"
    assert parts.buttons["markets"].isHidden()


def test_sheets_of_a_programme_come_and_go_with_it(room: OfficeRoom, qtbot: QtBot) -> None:
    prints = Prints(room.tasks, None)
    qtbot.addWidget(prints.page)
    prints.set_actor(KEY_HOLDER)
    assert KEY_HOLDER.role >= Role.COORDINATOR
    programmes = {kind.name: kind.programme for kind in prints.kinds.values()}
    assert set(programmes.values()) == {None}
    before = set(prints.tiles.tiles)
    prints.show_programmes(frozenset({Programme.STREET}))
    more = set(prints.tiles.tiles) - before
    assert more
    assert {prints.kinds[name].programme for name in more} == {Programme.STREET}
    prints.show_programmes(frozenset())
    assert set(prints.tiles.tiles) == before
