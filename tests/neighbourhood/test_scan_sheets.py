"""The scan on paper: a form of one page, and a sheet from which nobody can be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Characteristic, Respondent
from buurtkamer_app.neighbourhood.scan.records import Planned
from buurtkamer_app.neighbourhood.scan.said import CHARACTERISTICS, ROLES, ROLES_TOGETHER
from buurtkamer_app.papers.every import kind
from buurtkamer_app.papers.records import Choices, Made, Wanted
from buurtkamer_app.printing.dress import Ink
from tests.neighbourhood.test_scan import answer
from tests.papers.rooms import LONG_WORDS, set_up
from tests.printing.boxes import check
from tests.printing.weeks import text

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

WEDNESDAY = date(2026, 3, 11)


@pytest.fixture
def room(services: Services) -> Services:
    set_up(services)
    return services


def sheet(room: Services, name: str, ink: Ink = Ink.SAVING) -> Made:
    found = kind(name)
    assert found is not None
    return found.make(room, Wanted(WEDNESDAY, Choices(ink=ink)))


def words(made: Made) -> str:
    return " ".join(text(made.pdf).split())


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_form_is_one_page_in_the_order_in_which_it_is_keyed_in(room: Services, language: str) -> None:
    i18n.speak(language)
    made = sheet(room, "scan_form")
    said = words(made)
    check(made.pdf, least=12.0, margin=12.0)
    assert "1/1" in said
    roles = [said.index(f"{place} {translate(role)}") for place, role in enumerate(ROLES.values(), 1)]
    names = [said.index(f"{place}. {translate(one.name)}") for place, one in enumerate(CHARACTERISTICS.values(), 1)]
    assert [*roles, *names] == sorted([*roles, *names])


def test_the_sheet_has_picture_averages_and_actions_but_no_notes(room: Services) -> None:
    for score in (4, 4, 5):
        room.scans.answer(2025, answer(score, 4, 4, 4, 4))
    for score in range(7):
        room.scans.answer(2026, answer(3, 3, 3, 2, None if score else 1, note="Qnotitie van iemand"))
    room.scans.plan(2026, Characteristic.CUSTOMS, Planned("Een belwijzer in elke hal", "Ria", date(2026, 2, 1)))
    made = sheet(room, "scan_picture")
    said = words(made)
    check(made.pdf, least=10.0, margin=12.0)
    assert "Qnotitie" not in said
    assert "Een belwijzer in elke hal" in said
    assert translate("{now} (was {before})", now="3,0", before="4,3") in said
    assert "2,0 (7)" in said
    assert translate(ROLES_TOGETHER[Respondent.RESIDENT]) in said


def test_a_small_group_is_not_told_apart(room: Services) -> None:
    for _ in range(6):
        room.scans.answer(2026, answer(4, 4, 4, 4, 4))
    room.scans.answer(2026, answer(1, 1, 1, 1, 1, role=Respondent.PARTNER))
    said = words(sheet(room, "scan_picture"))
    # Six and seven of all would tell what the one gave.
    assert not [role for role in ROLES_TOGETHER.values() if translate(role) in said]


def test_an_empty_year_and_the_longest_texts_are_sheets_too(room: Services) -> None:
    empty = sheet(room, "scan_picture")
    assert translate("Nobody filled in a paper in this year yet.") in words(empty)
    room.scans.answer(2026, answer(1, 1, 1, 1, 1))
    for about in Characteristic:
        room.scans.plan(2026, about, Planned(LONG_WORDS, "W" * 190, date(2026, 3, 1)))
    for ink in Ink:
        made = sheet(room, "scan_picture", ink)
        check(made.pdf, least=10.0, margin=12.0)
        assert made.pdf == sheet(room, "scan_picture", ink).pdf
    assert translate("So few papers say little about the whole neighbourhood.") in words(made)
