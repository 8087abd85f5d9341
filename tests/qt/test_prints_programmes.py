"""Sheets of the programmes on the page Afdrukken: which market or street activity, under which heading, on and off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.headings import PROGRAMMES, heading
from buurtkamer_app.papers.records import Per
from buurtkamer_app.qt import theme
from buurtkamer_app.street.records import Plan
from tests.qt.office_room import OfficeRoom, furnished
from tests.qt.prints_room import Here, opened, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.printing.when import WhenBar
    from buurtkamer_app.services import Services

MARKET: Final = MarketEvent("Lentemarkt", date(2026, 5, 16), time(11), time(16), "Het plein")
BEFORE: Final = replace(MARKET, name="Kerstmarkt", on_date=date(2025, 12, 13))
LATER: Final = replace(MARKET, name="Herfstmarkt", on_date=date(2026, 10, 3))
OF_MARKET: Final = [kind for kind in EVERY if kind.per is Per.MARKET]
OF_ONE: Final = [*OF_MARKET, *(kind for kind in EVERY if kind.per is Per.STREET)]


@pytest.fixture
def room(tmp_path: Path, clock: SetClock, qtbot: QtBot, qapp: QApplication) -> Iterator[OfficeRoom]:
    yield from furnished(tmp_path, clock, qtbot)


@pytest.fixture
def here(room: OfficeRoom, qtbot: QtBot) -> Here:
    made = opened(qtbot, room)
    assert made.seen
    return made


def three_markets(services: Services) -> list[UUID]:
    return [services.markets.events.write(market).value for market in (LATER, BEFORE, MARKET)]


def offered(when: WhenBar) -> list[str]:
    return [when.activity.itemText(place) for place in range(when.activity.count())]


def take(here: Here, place: int) -> None:
    when = here.prints.sheet.when
    when.activity.setCurrentIndex(place)
    when.activity.activated.emit(place)


def test_a_market_sheet_offers_the_markets_and_begins_with_the_next_one(here: Here) -> None:
    later, before, coming = here.ask(three_markets)
    seen = here.choose("market_programme")
    when = here.prints.sheet.when
    assert when.which.text() == translate("Which market")
    assert [words.rpartition("· ")[2] for words in offered(when)] == [
        "Herfstmarkt",
        "Lentemarkt",
        "Kerstmarkt",
        translate("An empty sheet"),
    ]
    assert when.activity.currentText().endswith("Lentemarkt")
    assert not when.after.isVisible()
    assert seen.wanted.event == coming
    assert "Lentemarkt" in text_of(seen.made.pdf)
    take(here, 2)
    here.wait(lambda: here.seen.wanted.event == before)
    assert "Kerstmarkt" in text_of(here.seen.made.pdf)
    assert later not in {coming, before}


def test_a_look_back_begins_with_the_last_one_that_was(here: Here) -> None:
    before = here.ask(three_markets)[1]
    assert here.choose("market_afterwards").wanted.event == before


def test_who_chose_a_market_finds_it_on_the_other_sheets_of_it(here: Here) -> None:
    before = here.ask(three_markets)[1]
    here.choose("market_programme")
    take(here, 2)
    here.wait(lambda: here.seen.wanted.event == before)
    here.choose("wall")
    assert here.choose("market_permits").wanted.event == before
    assert "Kerstmarkt" in here.prints.sheet.when.activity.currentText()


def test_an_empty_sheet_of_a_market_names_no_market(here: Here) -> None:
    here.ask(three_markets)
    for kind in OF_MARKET:
        name = "Kerstmarkt" if kind.looks_back else "Lentemarkt"
        assert name in here.choose(kind.name).made.name
    take(here, 3)
    here.wait(lambda: here.seen.wanted.blank)
    for kind in OF_MARKET:
        seen = here.choose(kind.name)
        assert seen.wanted.blank
        assert "Lentemarkt" not in text_of(seen.made.pdf) + seen.made.name
        assert "Kerstmarkt" not in text_of(seen.made.pdf) + seen.made.name
        assert here.prints.sheet.when.activity.currentText() == translate("An empty sheet")


def test_a_room_without_any_market_or_street_activity_has_empty_sheets_of_them(here: Here) -> None:
    for kind in OF_ONE:
        seen = here.choose(kind.name)
        assert seen.made.pdf.startswith(b"%PDF")
        assert offered(here.prints.sheet.when) == [translate("An empty sheet")]
        assert here.prints.sheet.told.isHidden()


def test_a_market_that_is_taken_away_leaves_the_next_one(here: Here) -> None:
    keys = here.ask(three_markets)
    here.choose("market_permits")
    take(here, 0)
    here.wait(lambda: here.seen.wanted.event == keys[0])
    here.ask(lambda services: services.markets.events.take_away(keys[0]))
    here.wait(lambda: here.seen.wanted.event == keys[2])
    assert len(offered(here.prints.sheet.when)) == 3


def test_a_street_sheet_offers_what_is_planned_in_streets(here: Here) -> None:
    def planned(services: Services) -> UUID:
        street = services.streets.add("Kersenlaan").value
        return services.street_plans.write(street, Plan("Soep op straat", date(2026, 3, 14), time(15), time(17))).value

    key = here.ask(planned)
    seen = here.choose("street_plan")
    assert here.prints.sheet.when.which.text() == translate("Which street activity")
    assert offered(here.prints.sheet.when)[0].endswith("Soep op straat")
    assert seen.wanted.event == key
    assert "Soep op straat" in text_of(seen.made.pdf)


def test_a_programme_that_is_turned_off_takes_its_tiles_away_and_another_sheet_is_shown(here: Here) -> None:
    here.choose("market_wanted")
    here.prints.show_programmes(frozenset(Programme) - {Programme.MARKET})
    here.wait(lambda: here.prints.sheet.shown is not None and here.prints.sheet.shown.kind.name == "wall")
    tiles = here.prints.tiles
    assert not [kind.name for kind in OF_MARKET if kind.name in tiles.tiles]
    assert "street_plan" in tiles.tiles
    assert tiles.tiles["wall"].isChecked()
    assert here.prints.page.chooser.findData("market_wanted") < 0
    assert tiles.groups.findData(PROGRAMMES[Programme.MARKET]) < 0


def test_whoever_looks_at_another_sheet_keeps_it_when_a_programme_comes(here: Here) -> None:
    here.prints.show_programmes(frozenset())
    assert not [one.name for one in EVERY if one.programme is not None and one.name in here.prints.tiles.tiles]
    here.choose("tally")
    here.prints.show_programmes(frozenset({Programme.STREET}))
    assert here.seen.kind.name == "tally"
    assert here.prints.tiles.tiles["tally"].isChecked()
    assert "street_plan" in here.prints.tiles.tiles


def test_the_sheets_of_a_programme_stand_under_its_name_and_one_goes_there_at_once(here: Here) -> None:
    groups, tiles = here.prints.tiles.groups, here.prints.tiles
    assert groups.currentText() == translate("For the wall")
    listed = [groups.itemData(place) for place in range(groups.count())]
    assert listed == list(dict.fromkeys(heading(kind) for kind in EVERY))
    place = groups.findData(PROGRAMMES[Programme.STREET])
    groups.setCurrentIndex(place)
    groups.activated.emit(place)
    here.wait(lambda: here.seen.kind.name == "street_plan")
    assert tiles.tiles["street_plan"].isChecked()
    assert not tiles._headings[PROGRAMMES[Programme.STREET]].visibleRegion().isEmpty()
    here.choose("year_book")
    assert groups.currentText() == translate("For the office")


def test_a_quarter_goes_to_the_next_one_and_back(here: Here) -> None:
    here.choose("report_quarter")
    when = here.prints.sheet.when
    words = "Quarter {number} of {year}"
    assert when.says.text() == translate(words, number=1, year=2026)
    when.before.click()
    here.wait(lambda: when.says.text() == translate(words, number=4, year=2025))
    when.before.click()
    here.wait(lambda: when.says.text() == translate(words, number=3, year=2025))
    when.now.click()
    here.wait(lambda: when.says.text() == translate(words, number=1, year=2026))


def test_with_large_type_the_list_has_headings_that_cannot_be_chosen(
    room: OfficeRoom, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.start(qapp, 200)
    try:
        here = opened(qtbot, room)
        assert here.seen
        chooser = here.prints.page.chooser
        assert chooser.currentData() == "wall"
        place = chooser.findText(translate(PROGRAMMES[Programme.MARKET]))
        assert chooser.itemData(place) is None
        chooser.setCurrentIndex(place - 1)
        with qtbot.waitSignal(here.prints.page.chosen) as chosen:
            QTest.keyClick(chooser, Qt.Key.Key_Down)
        assert chosen.args == ["market_programme"]
    finally:
        theme.start(qapp, 100)
