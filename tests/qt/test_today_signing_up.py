"""Signing up in the window: a phone number, choices at a meal, changing a party, taking the money, who did not come."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSpinBox, QWidget

from buurtkamer_app.activities.records import NewSeries
from buurtkamer_app.activities.signing_up.records import NewParty
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import TellReason, Theme
from buurtkamer_app.qt.activities.change import ChangeDialog
from buurtkamer_app.qt.activities.party import PartyDialog
from buurtkamer_app.qt.activities.reflecting import ReflectingDialog
from buurtkamer_app.startup import KEY_HOLDER
from tests.qt.test_today_programme import Programme
from tests.qt.today_room import enter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.base.clock import SetClock
    from buurtkamer_app.qt.activities.signed_up import SignedUp

DINNER = "Feestmaal"
PHONE = "020 000 06 06"


class Dinner(Programme):
    """A dinner of today with choices, a lower price and six places."""

    dinner: UUID

    def prepare(self) -> None:
        """Put it on the programme."""
        self.here.house.services.sign_in.act_as(KEY_HOLDER)
        self.here.ask(lambda s: [s.meals.put_choice(name).change for name in ("Vlees", "Halal")])
        new = NewSeries(
            DINNER,
            Theme.COMMUNITY,
            "Eetkeuken",
            self.today,
            time(18),
            time(20),
            price_cents=700,
            reduced_cents=350,
            capacity=6,
            sign_up=True,
            meal=True,
            bring="een bord",
        )
        self.dinner = self.here.ask(lambda s: s.activities.add_series(new)).value
        self.here.programme.set_actor(self.here.sit_host())

    @property
    def half(self) -> SignedUp:
        return self.dialog.signed_up

    def put_down(self, name: str, persons: int, phone: str = "", **orders: int) -> UUID:
        """Let a party sign up, not through the window."""
        choices = {one.name: one.id for one in self.here.ask(lambda s: s.meals.choices())}
        chosen = {choices[choice.capitalize()]: count for choice, count in orders.items()}
        new = NewParty(name, persons, phone, chosen)
        made: UUID = self.here.ask(lambda s: s.sign_ups.sign_up(self.dinner, self.today, new)).value.id
        return made

    def show(self, *parties: UUID) -> SignedUp:
        self.open(DINNER)
        self.here.wait(lambda: set(parties) <= set(self.half.parties.shown))
        return self.half

    def change(self, party: UUID) -> PartyDialog:
        """Press the button that changes a party."""
        self.click(self.half.parties.shown[party].change)
        self.here.wait(lambda: bool(self.dialog.findChildren(PartyDialog)))
        made = self.dialog.findChildren(PartyDialog)[-1]
        assert isinstance(made, PartyDialog)
        return made

    def detail(self, party: UUID) -> str:
        return self.half.parties.shown[party].detail.text()

    def parties(self) -> list[Any]:
        found: list[Any] = self.here.ask(lambda s: s.activities.parties(self.dinner, self.today))
        return found


@pytest.fixture
def on(qtbot: QtBot, tmp_path: Path, clock: SetClock) -> Iterator[Dinner]:
    here = enter(qtbot, tmp_path / "room", clock)
    here.open_store()
    here.programme.set_actor(here.sit_host())
    dinner = Dinner(here)
    dinner.prepare()
    yield dinner
    if here.programme.dialog is not None:
        here.programme.dialog.reject()
    here.leave()


def test_a_sign_up_with_a_number_and_a_meal_takes_four_clicks(on: Dinner) -> None:
    shown = on.show()
    on.click(shown.sign.name)
    on.type("Mw. Tan")
    on.key(Qt.Key.Key_Tab)
    on.type(PHONE)
    field = next(iter(shown.sign.choosing.fields.values()))
    on.click(field)
    field.selectAll()
    on.type("1")
    on.click(shown.sign.sign_up)
    on.here.wait(lambda: on.rows() == [f"Mw. Tan · {translate('1 person')}"])
    assert on.clicks <= 4
    (party,) = on.parties()
    assert (party.phone, party.persons) == (PHONE, 1)
    on.here.wait(lambda: on.detail(party.id) == f"{PHONE} · 1 Vlees")
    assert shown.kitchen.text() == translate("For the kitchen: {meals}", meals="1 Vlees")
    assert (shown.sign.name.text(), shown.sign.phone.text(), field.value()) == ("", "", 0)
    assert translate("Bring along: {what}", what="een bord") in on.dialog.places.text()


def test_more_meals_than_people_are_refused_and_all_that_was_typed_stays(on: Dinner) -> None:
    shown = on.show()
    on.click(shown.sign.name)
    on.type("Bep")
    field = next(iter(shown.sign.choosing.fields.values()))
    field.setValue(3)
    on.click(shown.sign.sign_up)
    said = translate("{chosen} meals were chosen for {persons} people. Take some off.", chosen=3, persons=1)
    on.here.wait(lambda: shown.sign.told.text() == said)
    assert (shown.sign.name.text(), field.value()) == ("Bep", 3)
    assert on.parties() == []


@pytest.mark.parametrize(("persons", "phone"), [("7", ""), ("1", "bel maar"), ("1", "0" * 10_000), ("99999", "")])
def test_what_cannot_be_is_said_beside_the_fields(on: Dinner, persons: str, phone: str) -> None:
    shown = on.show()
    shown.sign.persons.setText(persons)
    shown.sign.phone.setText(phone)
    on.click(shown.sign.sign_up)
    on.here.wait(shown.sign.told.isVisible)
    assert shown.sign.told.property("kind") == "warning"
    assert (shown.sign.persons.text(), shown.sign.phone.text()) == (persons, phone)
    assert on.parties() == []


def test_the_waiting_list_stands_apart_and_says_what_each_needs(on: Dinner) -> None:
    first, waits = on.put_down("Groep", 4), on.put_down("Mw. Tan", 5, PHONE)
    later = on.put_down("Buren", 3)
    shown = on.show(first, waits, later)
    assert shown.waiting_heading.isVisible()
    assert list(shown.parties.shown) == [first, waits, later]
    assert on.detail(waits) == f"{PHONE} · {translate('{places} more places needed', places=3)}"
    assert on.detail(later) == translate("1 more place needed")
    on.click(shown.parties.shown[first].off)
    who = f"Mw. Tan · {translate('{persons} people', persons=5)} ({PHONE})"
    up = translate("From the waiting list to a place: {who}", who=who)
    on.here.wait(lambda: shown.told.text().startswith(up))
    on.here.wait(lambda: not shown.parties.shown[waits].waits.isVisible())
    listed = on.here.ask(lambda s: s.telling.tellings())
    assert [(one.name, one.contact) for one in listed if one.reason is TellReason.PLACE] == [("Mw. Tan", PHONE)]
    on.dialog.hide_names(hidden=True)
    assert "Tan" not in shown.told.text()
    assert PHONE not in shown.told.text()
    assert PHONE not in on.detail(waits)


def test_a_party_is_changed_by_keyboard_alone(on: Dinner) -> None:
    first, waits = on.put_down("Groep", 4, "", vlees=2), on.put_down("Mw. Tan", 3)
    on.show(first, waits)
    dialog = on.change(first)
    on.here.wait(dialog.name.hasFocus)
    dialog.persons.setFocus()
    dialog.persons.selectAll()
    QTest.keyClicks(dialog.persons, "3")
    QTest.keyClick(dialog.persons, Qt.Key.Key_Return)
    on.here.wait(on.half.told.isVisible)
    assert [(one.name, one.persons, one.waiting) for one in on.parties()] == [
        ("Groep", 3, False),
        ("Mw. Tan", 3, False),
    ]
    assert on.half.told.text().startswith(translate("From the waiting list to a place: {who}", who="Mw. Tan"))
    on.here.wait(lambda: on.detail(first) == "2 Vlees")


def test_what_a_party_cannot_become_is_said_in_its_dialog_and_stays_typed(on: Dinner) -> None:
    first, second = on.put_down("Groep", 4), on.put_down("Mw. Tan", 1)
    on.show(first, second)
    dialog = on.change(first)
    dialog.persons.setText("6")
    dialog.keep.click()
    said = translate("Places left: {left}. Sign up the others on their own.", left=1)
    on.here.wait(lambda: dialog.told.text() == said)
    dialog.persons.setText("vier")
    dialog.keep.click()
    assert dialog.told.text() == translate("Type a number, like 12.")
    assert (dialog.isVisible(), dialog.persons.text()) == (True, "vier")
    dialog.reject()


def test_with_names_hidden_only_the_number_is_changed(on: Dinner) -> None:
    party = on.put_down("Mw. Tan", 2, PHONE)
    on.show(party)
    on.dialog.hide_names(hidden=True)
    dialog = on.change(party)
    assert not dialog.naming.isVisible()
    assert "Tan" not in dialog.heading.text()
    dialog.persons.setText("3")
    dialog.keep.click()
    on.here.wait(lambda: on.half.told.text() == translate("This sign-up was changed."))
    assert [(one.name, one.phone, one.persons) for one in on.parties()] == [("Mw. Tan", PHONE, 3)]


def test_what_each_pays_is_seen_only_while_somebody_takes_the_money(on: Dinner) -> None:
    first, second = on.put_down("Groep", 4), on.put_down("Mw. Tan", 2)
    shown = on.show(first, second)
    row = shown.parties.shown[first]
    assert not row.money.isVisible()
    assert not shown.totals.isVisible()
    on.click(shown.take_money)
    on.here.wait(row.money.isVisible)
    assert row.due.text() == "€ 28,00"
    on.click(shown.parties.shown[second].reduced)
    on.here.wait(lambda: shown.parties.shown[second].due.text() == "€ 7,00")
    on.click(row.paid)
    said = translate("To pay {all} · paid {paid} · still open {left}", all="€ 35,00", paid="€ 28,00", left="€ 7,00")
    on.here.wait(lambda: shown.totals.text() == said)
    on.click(shown.take_money)
    on.here.wait(lambda: not row.money.isVisible())
    assert not shown.totals.isVisible()
    on.dialog.reject()
    assert not on.show(first).take_money.isChecked()


def test_hidden_names_hide_the_money_too(on: Dinner) -> None:
    party = on.put_down("Groep", 4)
    shown = on.show(party)
    on.click(shown.take_money)
    on.here.wait(shown.totals.isVisible)
    on.dialog.hide_names(hidden=True)
    on.here.wait(lambda: not shown.totals.isVisible())
    assert not shown.take_money.isVisible()


def test_who_did_not_come_is_a_figure_and_a_word_in_the_list(on: Dinner) -> None:
    came, away = on.put_down("Groep", 3), on.put_down("Mw. Tan", 2)
    on.here.ask(lambda s: s.attendance.tick(on.dinner, on.today, came))
    shown = on.show(came, away)
    assert not shown.not_come.isVisible()
    on.dialog.reject()
    on.here.clock.instant += timedelta(hours=9)
    shown = on.show(came, away)
    people = translate("{persons} people", persons=2)
    on.here.wait(lambda: shown.not_come.text() == translate("Signed up and did not come: {persons}", persons=people))
    assert (on.detail(came), on.detail(away)) == ("", translate("did not come"))


def test_everything_is_reached_and_named_by_keyboard_with_the_money_too(on: Dinner) -> None:
    party, waits = on.put_down("Groep", 4), on.put_down("Mw. Tan", 5)
    shown = on.show(party, waits)
    shown.take_money.setChecked(True)
    on.here.wait(shown.totals.isVisible)
    met: list[QWidget] = []
    while on.focused not in met:
        met.append(on.focused)
        QTest.keyClick(on.focused, Qt.Key.Key_Tab)
    kinds = (QLineEdit, QPushButton, QCheckBox, QSpinBox)
    wanted = {
        part
        for kind in kinds
        for part in on.dialog.findChildren(kind)
        if part.isVisible() and not isinstance(part.parentWidget(), QSpinBox)
    }
    assert wanted <= set(met)
    assert all(part.accessibleName() or isinstance(part, (QPushButton, QCheckBox)) for part in met)
    assert all(part.height() >= 44 for part in met)


def test_from_a_date_one_comes_to_changing_it_and_to_looking_back(on: Dinner) -> None:
    on.show()
    assert not on.dialog.reflect.isVisible()
    on.click(on.dialog.change)
    on.here.wait(lambda: bool(on.dialog.findChildren(ChangeDialog)))
    on.dialog.findChildren(ChangeDialog)[0].reject()
    on.dialog.reject()
    on.here.clock.instant += timedelta(hours=9)
    on.show()
    on.here.wait(on.dialog.reflect.isVisible)
    on.click(on.dialog.reflect)
    on.here.wait(lambda: bool(on.dialog.findChildren(ReflectingDialog)))
    dialog = on.dialog.findChildren(ReflectingDialog)[0]
    on.here.wait(dialog.went_well.hasFocus)
    QTest.keyClicks(dialog.went_well, "Lekker gegeten.")
    dialog.keep.click()
    on.here.wait(lambda: on.dialog.reflect.text() == translate("Read the look back…"))
