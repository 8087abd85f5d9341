"""The section of neighbourhood markets, clicked on real services: everything before the day."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import NOBODY, Role
from buurtkamer_app.base.terms_around import ElementKind, Motive, Programme, SessionKind
from buurtkamer_app.desktop.market import MarketParts, market_sections
from buurtkamer_app.market.records import Action, Element, MarketEvent, Session, Talent
from buurtkamer_app.qt.days import show_day, show_time
from tests.qt.board_room import BoardRoom, enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication, QTableView, QWidget
    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock

MAY = date(2026, 5, 30)
MEET = Motive.MEETING


class Section:
    """The section as somebody at the desk works with it."""

    def __init__(self, room: BoardRoom) -> None:
        self.room = room
        self.parts = MarketParts(room.tasks)
        self.parts.set_actor(room.sit(Role.HOST))
        self.window = room.show(self.parts.faces)
        room.settle()

    def write(self, work: Any) -> Any:
        """Let the writing services do something."""
        answers: list[Any] = []
        self.room.tasks.write(work, answers.append)
        self.room.settle()
        return answers[0].value

    def market(self) -> UUID:
        """Write a market down and open it."""
        it = MarketEvent("Market in May", MAY, time(11), time(17), "The square")
        key: UUID = self.write(lambda s: s.markets.events.write(it))
        self.parts.open_market(key)
        self.room.settle()
        return key

    def open(self, name: str) -> Any:
        """Show a section of the opened market."""
        panel = self.parts.sections.show_section(name)
        self.room.settle()
        return panel

    def press(self, button: QWidget) -> None:
        """Press something that is in sight."""
        self.window.ensureWidgetVisible(button)
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.room.settle()

    def choose(self, panel: Any, row: int) -> None:
        """Press a row of a list."""
        table: QTableView = panel.rows
        index = table.model().index(row, 0)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
        self.room.settle()


def cells(panel: Any, column: int) -> list[str]:
    """Read a column of the list of a panel."""
    model = panel.rows.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def said(panel: QWidget) -> str:
    """Read all labels of a panel that are seen."""
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def type_in(panel: Any, name: str, words: str) -> None:
    """Type words into a field."""
    panel.inputs[name].input.setFocus()
    QTest.keyClicks(panel.inputs[name].input, words)


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: SetClock) -> Iterator[Section]:
    for room in enter(qtbot, tmp_path, clock):
        yield Section(room)


def test_the_section_is_only_in_a_room_that_has_the_programme(here: Section) -> None:
    sections = market_sections(here.room.tasks, lambda _: None, lambda _: None, {}, lambda *_: None)
    assert [section.programme for section in sections] == [Programme.MARKET]


def test_an_opened_market_has_the_page_for_itself_until_one_goes_back(here: Section) -> None:
    told: list[bool] = []
    here.parts.faces.alone.connect(told.append)
    here.market()
    assert told[-1:] == [True]
    here.press(here.parts.opened.back)
    assert told[-1:] == [False]
    assert here.parts.listing.isVisible()


def test_the_floor_plan_is_as_high_as_the_window_and_another_section_as_what_it_holds(here: Section) -> None:
    here.market()
    here.window.resize(1300, 1000)
    plan = here.open("plan")
    filled = plan.height()
    roles = here.open("roles")
    assert filled > plan.minimumSizeHint().height()
    assert roles.height() < filled


def test_a_market_is_written_down_and_opened_at_once_with_its_vacant_roles_in_sight(here: Section) -> None:
    listing = here.parts.listing
    assert listing.none.isVisible()
    assert not listing.open.isVisible()
    type_in(listing, "name", "Market in May")
    show_day(listing.inputs["on_date"].input, MAY)  # type: ignore[arg-type] # a day's field it is
    type_in(listing, "place", "The square")
    here.press(listing.keep)
    assert not listing.isVisible()
    assert here.parts.opened.title.text() == "Market in May"
    assert translate("Producer and driver") in here.parts.opened.open_roles.text()
    assert here.parts.opened.open_roles.isVisible()
    seen = said(here.parts.sections)
    assert translate("{role}: nobody yet", role=translate("Programmer")) in seen
    assert translate("Nothing clashes: places, people and times fit.") in seen
    here.press(here.parts.opened.back)
    assert cells(listing, 0) == ["Market in May\nThe square"]
    assert listing.open.isVisible()


def test_a_market_without_a_place_is_said_and_what_was_typed_stays(here: Section) -> None:
    listing = here.parts.listing
    type_in(listing, "name", "Market in May")
    here.press(listing.keep)
    assert listing.answer.text() == translate("Say where the market is.")
    assert listing.inputs["name"].value() == "Market in May"
    assert listing.isVisible()


def test_enter_on_a_market_in_the_list_opens_it(here: Section) -> None:
    here.market()
    here.press(here.parts.opened.back)
    here.choose(here.parts.listing, 0)
    here.parts.listing.rows.setFocus()
    QTest.keyClick(here.parts.listing.rows, Qt.Key.Key_Return)
    here.room.settle()
    assert here.parts.opened.isVisible()


def test_a_performance_in_two_places_gets_a_sentence_and_what_was_typed_stays(here: Section) -> None:
    event = here.market()
    kind, motive = ElementKind.PERFORMANCE, Motive.RELAXATION
    choir = Element(event, kind, "Choir", motive, "", "", time(13), time(14), "Stage 1")
    here.write(lambda s: s.markets.elements.write(choir))
    panel = here.open("elements")
    kinds = panel.inputs["kind"].input
    kinds.setCurrentIndex(list(ElementKind).index(ElementKind.PERFORMANCE))
    type_in(panel, "name", "Choir")
    panel.inputs["starts"].without.click()
    assert panel.inputs["ends"].isVisible()
    show_time(panel.inputs["starts"].input, time(13))
    show_time(panel.inputs["ends"].input, time(14))
    type_in(panel, "place", "Stage 2")
    here.press(panel.keep)
    expected = "{name} is in {place} at that time already. Change the time or the place."
    assert panel.answer.text() == translate(expected, name="Choir", place="Stage 1")
    assert panel.inputs["place"].value() == "Stage 2"
    show_time(panel.inputs["starts"].input, time(15))
    show_time(panel.inputs["ends"].input, time(16))
    here.press(panel.keep)
    assert len(cells(panel, 0)) == 2


def test_what_clashes_stands_beside_both_parts_in_words_and_on_the_overview(here: Section) -> None:
    event = here.market()
    kind, motive = ElementKind.PERFORMANCE, Motive.RELAXATION
    for name in ("Choir", "Rap"):
        part = Element(event, kind, name, motive, "", "", time(13), time(14), "Stage 1")
        here.write(lambda s, part=part: s.markets.elements.write(part))
    stall = Element(event, ElementKind.STALL, "Books", motive)
    here.write(lambda s: s.markets.elements.write(stall))
    words = translate("{one} and {other} are both at {place}.", one="Choir", other="Rap", place="Stage 1")
    panel = here.open("elements")
    assert cells(panel, 3) == [words, words, ""]
    assert not panel.rows.isColumnHidden(3)
    panel.order_by.kind.setCurrentIndex(panel.order_by.kind.count() - 1)
    assert [text.partition("\n")[0] for text in cells(panel, 1)] == ["Choir", "Rap"]
    assert words in said(here.open("overview"))


def test_eighty_stalls_are_written_down_at_once_and_shown_in_the_order_that_was_chosen(here: Section) -> None:
    here.market()
    panel = here.open("elements")
    panel.stalls.count.setValue(80)
    QTest.keyClicks(panel.stalls.name, "Flea market")
    here.press(panel.stalls.add)
    assert panel.stalls.answer.text() == translate("{count} stalls were written down", count=80)
    type_in(panel, "name", "Art")
    type_in(panel, "place", "Alley")
    here.press(panel.keep)
    assert cells(panel, 0)[-1] == "81"
    panel.order_by.by.setCurrentIndex(2)
    assert cells(panel, 0)[0] == "81"
    assert panel.rows.isColumnHidden(3)


def test_stalls_without_a_name_are_said_beside_the_button(here: Section) -> None:
    here.market()
    panel = here.open("elements")
    here.press(panel.stalls.add)
    assert panel.stalls.answer.text() == translate("Say what it is, for example: second-hand books.")


def test_a_role_that_a_host_takes_is_not_vacant_any_more(here: Section) -> None:
    here.market()
    panel = here.open("roles")
    here.choose(panel, 0)
    hosts = panel.inputs["host_id"].input
    hosts.setCurrentIndex(hosts.findText("Joop Kramer"))
    here.press(panel.keep)
    assert cells(panel, 1) == ["Joop Kramer", *[translate("Nobody yet")] * 4]
    assert translate("Producer and driver") not in here.parts.opened.open_roles.text()
    here.parts.hide_names(True)
    assert cells(panel, 1)[0] == translate("hidden")
    assert not panel.inputs["name"].isVisible()
    here.parts.hide_names(False)
    assert cells(panel, 1)[0] == "Joop Kramer"


def test_who_is_written_down_anew_takes_the_role_that_waits_for_somebody(here: Section) -> None:
    event = here.market()
    panel = here.open("roles")
    before = len(cells(panel, 0))
    type_in(panel, "name", "Anna")
    here.press(panel.keep)
    assert cells(panel, 1)[0] == "Anna"
    assert len(cells(panel, 0)) == before
    assert translate("Producer and driver") not in here.parts.opened.open_roles.text()
    type_in(panel, "name", "Bep")
    here.press(panel.keep)
    assert len(cells(panel, 0)) == before + 1
    assert {role.who for role in here.room.services.markets.roles_of(event)} == {"", "Anna", "Bep"}


def test_hidden_names_say_so_and_leave_no_field_for_them(here: Section) -> None:
    here.market()
    panel = here.open("roles")
    words = translate("Names are hidden. Press F8 on Today to see them.")
    here.parts.hide_names(True)
    assert words in said(panel)
    assert not panel.inputs["name"].isVisible()
    here.parts.hide_names(False)
    assert words not in said(panel)
    assert panel.inputs["name"].isVisible()


def test_ticks_and_names_say_who_was_at_a_meeting_and_actions_follow(here: Section) -> None:
    event = here.market()
    met = Session(event, SessionKind.START, date(2026, 3, 10), time(19), time(21), "Getting to know each other")
    key = here.write(lambda s: s.markets.sessions.write(met))
    panel = here.open("meetings")
    assert not panel.attendance.isVisible()
    here.choose(panel.sessions, 0)
    there = panel.attendance.there
    there.findItems("Joop Kramer", Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)
    panel.attendance.names.setPlainText("Anna\nMr Tan")
    here.press(panel.attendance.keep)
    assert panel.attendance.answer.text() == translate("This is written down.")
    assert cells(panel.sessions, 2) == ["3"]
    joop = here.room.services.people.host_named("Joop Kramer").id
    assert here.room.services.markets.presence.of(key) == (frozenset({joop}), ("Anna", "Mr Tan"))
    type_in(panel.agreed, "what", "Book the stage")
    panel.agreed.inputs["session_id"].input.setCurrentIndex(1)
    here.press(panel.agreed.keep)
    assert here.room.services.markets.actions.all(event_id=event)[0].it.session_id == key


def test_a_late_action_is_on_the_overview_until_the_button_says_that_it_is_done(here: Section) -> None:
    event = here.market()
    late = Action(event, "Book the stage", "Anna", date(2026, 3, 9))
    here.write(lambda s: s.markets.actions.write(late))
    words = translate("Too late: {what}", what="Book the stage · Anna")
    seen = said(here.open("overview"))
    assert words in seen
    assert translate("{count} actions still to do", count=0) not in seen
    panel = here.open("meetings").agreed
    assert cells(panel, 3) == [translate("Too late")]
    here.choose(panel, 0)
    here.press(panel.done)
    assert cells(panel, 3) == [translate("Finished")]
    seen = said(here.open("overview"))
    assert words not in seen
    assert translate("No action is waiting.") in seen


def test_a_talent_is_matched_with_the_part_that_fits_by_one_click(here: Section) -> None:
    event = here.market()
    part = Element(event, ElementKind.WORKSHOP, "Fietsen maken", Motive.DISCOVERY)
    here.write(lambda s: s.markets.elements.write(part))
    here.write(lambda s: s.markets.talents.write(Talent(event, "Gerrit", likes="mijn fiets repareren")))
    panel = here.open("talents")
    line = panel.proposals.shown[0]
    assert line.words.text().startswith("Gerrit → Fietsen maken (fiets")
    here.press(line.match)
    assert cells(panel, 2) == ["Fietsen maken"]
    assert not panel.proposals.isVisible()


def test_a_permit_is_asked_for_today_with_one_button(here: Section) -> None:
    here.market()
    panel = here.open("permits")
    assert cells(panel, 0)[0] == translate("Ask for the event permit")
    here.choose(panel, 0)
    here.press(panel.asked_today)
    assert cells(panel, 2)[0] == translate("Asked")
    here.press(panel.done_today)
    assert cells(panel, 2)[0] == translate("Arranged")
    permits = here.room.services.markets.permits.all()
    assert sum(known.it.asked_on == known.it.done_on == date(2026, 3, 11) for known in permits) == 1


def test_goals_are_written_down_and_moved(here: Section) -> None:
    here.market()
    panel = here.open("goals")
    for goal in ("Neighbours meet", "Professionals meet"):
        type_in(panel, "goal", goal)
        here.press(panel.keep)
    here.choose(panel, 1)
    here.press(panel.up)
    assert cells(panel, 0) == ["Professionals meet", "Neighbours meet"]


def test_the_overview_leads_to_the_parts(here: Section) -> None:
    here.market()
    panel = here.open("overview")
    here.press(panel.cards["permits"].more)
    assert here.parts.sections.section == "permits"


def test_another_market_shows_its_own_and_one_that_is_gone_leads_back_to_the_list(here: Section) -> None:
    first = here.market()
    here.write(lambda s: s.markets.elements.write(Element(first, ElementKind.STALL, "Books", Motive.MEETING)))
    panel = here.open("elements")
    assert len(cells(panel, 0)) == 1
    second = here.market()
    here.open("elements")
    assert cells(panel, 0) == []
    here.room.tasks.write(lambda s: s.markets.events.take_away(second), lambda _: None)
    here.room.wait(here.parts.listing.isVisible)
    assert not here.parts.opened.isVisible()


def test_nothing_of_it_is_seen_while_nobody_is_signed_in(here: Section) -> None:
    here.market()
    here.parts.set_actor(NOBODY)
    assert not here.parts.opened.isVisible()
    assert here.parts.faces.closed.isVisible()
    here.parts.set_actor(here.room.sit(Role.HOST))
    assert here.parts.opened.isVisible()


@pytest.mark.parametrize("name", ["overview", "elements", "roles", "meetings", "talents", "goals", "permits"])
def test_every_section_fits_on_the_shared_computer(here: Section, name: str) -> None:
    here.market()
    here.open(name)
    assert here.parts.faces.width() <= here.window.viewport().width()


def test_tab_goes_from_the_list_past_what_stands_below_it_to_the_fields(here: Section) -> None:
    here.market()
    panel = here.open("elements")
    here.write(lambda s: s.markets.elements.write(Element(panel.belongs["event_id"], ElementKind.STALL, "Books", MEET)))
    here.choose(panel, 0)
    panel.order_by.kind.setFocus()
    walked = []
    for _ in range(9):
        QTest.keyClick(here.window.window().focusWidget(), Qt.Key.Key_Tab)
        walked.append(here.window.window().focusWidget())
    stalls = panel.stalls
    below = [panel.remove, stalls.count, stalls.name, stalls.place, stalls.add]
    assert walked == [panel.order_by.by, panel.rows, *below, panel.inputs["kind"].input, panel.inputs["name"].input]
