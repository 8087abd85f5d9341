"""The key list on paper holds every key and who has it, whatever they are called."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.people.cards.records import HouseKey
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.key_list import key_list

from .weeks import FACTS, page_count, text

TODAY = date(2026, 3, 11)
HOUSE = House(FACTS, TODAY)
ID = UUID(int=1)


def key(number: str, name: str, back_on: date | None = None, *, left: bool = False) -> HouseKey:
    return HouseKey(ID, number, ID, name, date(2026, 1, 5), back_on, left)


def read(*keys: HouseKey) -> str:
    return " ".join(text(key_list(keys, HOUSE)).split())


def test_keys_that_are_out_stand_apart_from_those_that_came_back() -> None:
    words = read(key("3a", "Ria Postma"), key("7", "Joop Kramer", left=True), key("4", "Kees Vos", TODAY))
    out, back = words.split(translate("Keys that came back"))
    assert "3a Ria Postma 5 jan 2026" in out
    assert translate("{name} (stopped)", name="Joop Kramer") in out
    assert "4 Kees Vos 5 jan 2026 11 mrt 2026" in back
    assert translate("Do not hang this up. For the coordinator.") in words
    assert translate("Week {week}", week=11) in words


def test_an_empty_list_says_so() -> None:
    words = read()
    assert translate("All keys are back.") in words
    assert translate("No key came back yet.") in words


def test_many_keys_and_long_names_are_all_there_and_the_same_list_gives_the_same_bytes() -> None:
    keys = [key(str(number), f"Gast {'x' * 180}{number}") for number in range(60)]
    pdf = key_list(keys, HOUSE)
    assert page_count(pdf) > 1
    joined = "".join(text(pdf).split())
    assert all(f"{'x' * 180}{number}" in joined for number in range(60))
    assert pdf == key_list(keys, HOUSE)


def test_names_in_any_script_are_printed() -> None:
    assert "Ömer Şahin" in read(key("1", "Ömer Şahin"), key("2", "فاطمة"))
