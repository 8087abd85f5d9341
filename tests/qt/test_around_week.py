"""Above the week of Activiteiten stand the markets and street activities of these days."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.desktop.activities import ActivitySections
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.street.records import Plan
from tests.qt.office_room import OfficeRoom, ask, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.changes import Outcome
    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.services import Services

SATURDAY = date(2026, 3, 14)


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def sections(room: OfficeRoom, qtbot: QtBot) -> ActivitySections:
    made = ActivitySections(room.tasks, None)
    qtbot.addWidget(made.page)
    made.page.resize(1200, 900)
    made.page.show_programmes(frozenset(Programme))
    made.page.show()
    return made


def _street(services: Services) -> Outcome[UUID]:
    street = services.streets.add("Kanaalstraat").value
    return services.street_plans.write(street, Plan("Soep op straat", SATURDAY, time(15), time(17)))


def test_a_week_without_any_keeps_its_room(sections: ActivitySections, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(sections.week.summary.text()))
    assert sections.week.around.isHidden()


def test_each_leads_to_its_own_page(sections: ActivitySections, room: OfficeRoom, qtbot: QtBot) -> None:
    market = MarketEvent("Lentemarkt", SATURDAY, time(10), time(16), "Het plein", cancelled="Storm")
    ask(room, qtbot, lambda s: s.markets.events.write(market))
    ask(room, qtbot, _street)
    around = sections.week.around
    qtbot.waitUntil(lambda: len(around.buttons) == 2)
    first, second = around.buttons
    assert "Lentemarkt" in first.text()
    assert translate("does not go on") in first.text()
    assert "Kanaalstraat" in second.text()
    first.click()
    assert sections.page.parts.section == "markets"
    sections.page.show_section("week")
    second.click()
    assert sections.page.parts.section == "streets"


def test_what_is_off_is_not_there(sections: ActivitySections, room: OfficeRoom, qtbot: QtBot) -> None:
    ask(room, qtbot, _street)
    qtbot.waitUntil(lambda: len(sections.week.around.buttons) == 1)
    ask(room, qtbot, lambda s: s.programmes.set_on(frozenset({Programme.MARKET})))
    qtbot.waitUntil(lambda: not sections.week.around.buttons)
