"""The sheet of who is inside says how many, who, when and where, legibly, whatever the names are."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.desk.arrivals.records import Inside, InsideVisitor
from buurtkamer_app.printing.inside_sheet import inside_sheet

from .boxes import check
from .weeks import HOUSE, page_count, text

AT = datetime(2026, 3, 11, 15, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
SINCE = datetime(2026, 3, 11, 12, 5, tzinfo=UTC)


def people(names: list[str]) -> tuple[InsideVisitor, ...]:
    return tuple(InsideVisitor(UUID(int=number), name, "", SINCE) for number, name in enumerate(names))


def test_it_says_how_many_when_and_where() -> None:
    inside = Inside(34, 4, people(["Zeynep", "Ömer Şahin"]), sure=False, leaving=True)
    read = text(inside_sheet(inside, ["Ria Postma"], AT, HOUSE))
    for said in (
        translate("Who is inside?"),
        "woensdag 11 maart 2026 · 15.10",
        "34",
        translate("At most {count} inside. Not everybody signed out.", count=34),
        translate("{count} of them are children.", count=4),
        "Zeynep · 13.05",
        "Ömer Şahin · 13.05",
        translate("And {count} without a name", count=32),
        "Ria Postma",
        "Wilgenpad 12, 1034 ZZ Amsterdam-Noord",
        translate("For an evacuation. Do not hang this up."),
    ):
        assert said in read


@pytest.mark.parametrize(("number", "message"), [(0, "Nobody is inside."), (2, "{count} inside.")])
def test_it_is_as_sure_as_one_can_be(number: int, message: str) -> None:
    inside = Inside(number, 0, people(["Zeynep", "De Boer"][:number]), sure=True, leaving=True)
    assert translate(message, count=number) in text(inside_sheet(inside, [], AT, HOUSE))


def test_two_of_one_name_are_told_apart() -> None:
    jans = tuple(InsideVisitor(UUID(int=n), "Jan", hint, SINCE) for n, hint in enumerate(("", "met de rollator")))
    read = text(inside_sheet(Inside(2, 0, jans, sure=True, leaving=True), [], AT, HOUSE))
    assert "Jan – met de rollator · 13.05" in read


def test_many_go_on_on_the_next_page_and_nobody_is_lost() -> None:
    names = [f"Bezoeker {number:03}" for number in range(120)]
    pdf = inside_sheet(Inside(120, 0, people(names), sure=True, leaving=True), [], AT, HOUSE)
    assert page_count(pdf) >= 2
    read = text(pdf)
    assert all(name in read for name in names)


def test_the_same_people_give_the_same_bytes() -> None:
    inside = Inside(1, 0, people(["Zeynep"]), sure=True, leaving=True)
    assert inside_sheet(inside, [], AT, HOUSE) == inside_sheet(inside, [], AT, HOUSE)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=200), max_size=30), st.integers(0, 999))
def test_whatever_the_names_are_a_sheet_comes_out(names: list[str], more: int) -> None:
    inside = Inside(len(names) + more, 0, people(names), sure=not more, leaving=True)
    pdf = inside_sheet(inside, names[:3], AT, HOUSE)
    check(pdf)
