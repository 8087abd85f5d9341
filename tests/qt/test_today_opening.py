"""Opening the day on Vandaag with few clicks, and who of the hosts is there."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from buurtkamer_app.base.roles import NOBODY
from buurtkamer_app.base.terms import AbsenceReason
from buurtkamer_app.desk.days.records import Cash
from buurtkamer_app.qt.desk.hosts_today import HostsToday
from buurtkamer_app.qt.desk.opening import OpeningDialog
from tests.qt.day_head import TODAY, button, click, dialog, entered, open_day, shift_of_today, sign_on, without_cash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from tests.qt.today_room import Vandaag


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Vandaag]:
    yield from entered(qtbot, tmp_path / "room", clock)


def test_without_a_cash_box_the_day_opens_with_one_click(here: Vandaag) -> None:
    without_cash(here)
    with here.bot.waitSignal(here.day.opened):
        clicks = click(here.day.opening)
    here.wait(lambda: here.day.opening.text() == "Close the day")
    assert clicks == 1


def test_with_a_cash_box_it_opens_with_two_clicks_and_who_opens_begins(here: Vandaag) -> None:
    clicks = click(here.day.opening)
    opening = dialog(here, OpeningDialog)
    assert opening.in_box.text() == ""
    with here.bot.waitSignal(here.day.opened):
        clicks += click(opening.agree)
    here.wait(lambda: here.day.begin.text() == "I am going home")
    assert clicks == 2
    assert here.day.opening.text() == "Close the day"
    assert here.ask(lambda services: services.days.cash(TODAY, TODAY)) == {}


def test_the_box_proposes_what_was_counted_and_enter_accepts(here: Vandaag) -> None:
    here.ask(lambda services: services.days.close(Cash(1000, 500, 0, 1450)))
    here.clock.instant += timedelta(days=1)
    here.day.outdate()
    here.wait(lambda: here.day.heading.text() == "Thursday 12 March")
    here.day.opening.setFocus()
    QTest.keyClick(here.day.opening, Qt.Key.Key_Space)
    opening = dialog(here, OpeningDialog)
    assert opening.in_box.text() == "14,50"
    opening.begin_too.setChecked(False)
    QTest.keyClick(opening.in_box, Qt.Key.Key_Return)
    here.wait(lambda: here.day.opening.text() == "Close the day")
    thursday = TODAY + timedelta(days=1)
    assert here.ask(lambda services: services.days.cash(thursday, thursday)) == {thursday: Cash(1450, 0, 0)}
    assert here.ask(lambda services: services.rota.on_now()) == []


def test_an_amount_that_is_none_is_refused_beside_the_field(here: Vandaag) -> None:
    here.day.opening.click()
    opening = dialog(here, OpeningDialog)
    QTest.keyClicks(opening.in_box, "veel")
    opening.agree.click()
    assert opening.trouble.text() == "Type an amount like 12,50."
    assert opening.in_box.text() == "veel"
    assert not here.ask(lambda services: services.days.state(TODAY)).open


def test_a_day_that_nobody_closed_is_told_on_the_page(here: Vandaag) -> None:
    open_day(here)
    here.clock.instant += timedelta(days=1)
    here.day.outdate()
    here.wait(lambda: here.day.heading.text() == "Thursday 12 March")
    assert here.day.late.isHidden()
    here.ask(lambda services: services.days.open())
    here.wait(here.day.late.isVisible)
    assert here.day.late.text() == "Wednesday was not closed. That is done now."


def test_who_is_not_there_yet_signs_on_with_one_click(here: Vandaag) -> None:
    shift_of_today(here, "Ria Postma", "Samira El Idrissi")
    here.wait(lambda: "Samira is not there yet" in here.day.hours.text())
    assert "Ria is not there yet" not in here.day.hours.text()
    click(button(here, "here_0"))
    here.wait(lambda: "Samira is not there yet" not in here.day.hours.text())
    # Read at one moment: who is no longer missing has begun.
    assert "Has begun: Samira" in here.day.hours.text()
    assert here.day.findChild(QPushButton, "here_0") is None or not button(here, "here_0").isVisible()


def test_who_is_not_coming_is_marked_with_the_reason(here: Vandaag) -> None:
    (samira,) = shift_of_today(here, "Samira El Idrissi")
    here.wait(lambda: "Samira is not there yet" in here.day.hours.text())
    click(button(here, "away_0"))
    click(button(here, "reason_ill"))
    here.wait(lambda: "Samira" not in here.day.hours.text())
    places = [place for shift in here.ask(lambda s: s.rota.shifts(TODAY, TODAY)) for place in shift.places]
    assert [(place.host, place.absent) for place in places] == [(samira, AbsenceReason.ILL)]


def test_going_back_from_the_reasons_changes_nothing(here: Vandaag) -> None:
    shift_of_today(here, "Samira El Idrissi")
    here.wait(lambda: "Samira is not there yet" in here.day.hours.text())
    click(button(here, "away_0"))
    click(button(here, "back"))
    assert button(here, "away_0").hasFocus()
    assert "Samira is not there yet" in here.day.hours.text()


def test_the_head_stays_low_when_everybody_is_there(here: Vandaag) -> None:
    hosts = shift_of_today(here, "Ria Postma", "Samira El Idrissi")
    here.wait(lambda: "Samira is not there yet" in here.day.hours.text())
    assert here.day.height() <= 130
    for host in hosts:
        here.ask(partial(sign_on, host))
    here.wait(lambda: "Has begun: Ria and Samira" in here.day.hours.text())
    here.wait(lambda: here.day.height() <= 100)
    assert not any(found.isVisible() for found in here.day.findChildren(QPushButton, "here_0"))


def test_a_locked_desk_signs_nobody_on(here: Vandaag) -> None:
    shift_of_today(here, "Samira El Idrissi")
    here.wait(lambda: "Samira is not there yet" in here.day.hours.text())
    here.sit(NOBODY)
    here.wait(lambda: not here.day.who.isVisible())
    assert not any(found.isVisible() for found in here.day.findChildren(QPushButton, "here_0"))


def test_who_rings_off_for_later_today_leads_to_who_can_be_called(here: Vandaag) -> None:
    (samira,) = shift_of_today(here, "Samira El Idrissi")
    click(here.day.who)
    hosts = dialog(here, HostsToday)
    here.wait(lambda: hosts.findChild(QPushButton, "away_0") is not None)
    away = hosts.findChild(QPushButton, "away_0")
    assert isinstance(away, QPushButton)
    with here.bot.waitSignal(here.day.cover_asked) as asked:
        click(away)
    assert asked.args[0].host == samira
    places = here.ask(lambda services: services.rota.shifts(services.room.today(), services.room.today()))
    assert [place.absent for shift in places for place in shift.places] == [AbsenceReason.EXCUSED]


def test_any_host_of_today_is_signed_on_and_off_by_the_one_at_the_desk(here: Vandaag) -> None:
    (samira,) = shift_of_today(here, "Samira El Idrissi")
    click(here.day.who)
    hosts = dialog(here, HostsToday)
    here.wait(lambda: hosts.findChild(QPushButton, "turn_0") is not None)

    def turn(words: str) -> None:
        here.wait(lambda: any(found.text() == words for found in hosts.findChildren(QPushButton, "turn_0")))
        click(next(found for found in hosts.findChildren(QPushButton, "turn_0") if found.text() == words))

    turn("Is here")
    here.wait(lambda: here.ask(lambda services: services.rota.on_now()) == [samira])
    turn("Goes home")
    here.wait(lambda: here.ask(lambda services: services.rota.on_now()) == [])
    other = hosts.others.currentData()
    click(hosts.here)
    here.wait(lambda: here.ask(lambda services: services.rota.on_now()) == [other])
    QTest.keyClick(hosts, Qt.Key.Key_Escape)
    here.wait(lambda: not here.day.findChildren(HostsToday) or not hosts.isVisible())
