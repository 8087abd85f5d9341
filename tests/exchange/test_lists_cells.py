"""What a cell says, as Dutch people and their programs write it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.exchange.tables import cells

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 3, 11)
NINTH = date(2026, 3, 9)
_MONTHS = dict(
    enumerate(("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"), 1)
) | {11: "november", 12: "december"}


@pytest.mark.parametrize(
    "said",
    [
        "9-3-2026",
        "09-03-2026",
        "9/3/26",
        "09.03.2026",
        "2026-03-09",
        "2026/3/9",
        "20260309",
        "46090",
        "46090,604",
        "9 maart 2026",
        "9 mrt. 2026",
        "9 mrt '26",
        "maandag 9 maart 2026",
        "ma 9-3-2026",
        "ma 9-3",
        "ma. 9 maart",
        "9-3",
        "9 mrt",
        "9-mrt-26",
        "09-03-2026 14:30",
        "2026-03-09T14:30:00",
        "2026-03-09 14:30:00.123",
        "'9-3-2026",
        "9\u00a0maart\u00a02026",
    ],
)
def test_a_day_is_read_however_it_is_written(said: str) -> None:
    assert cells.day(said, TODAY) == NINTH


@pytest.mark.parametrize(
    "said",
    ["", "dinsdag 9 maart 2026", "31-2-2026", "3-13-2026", "gisteren", "xx 9-3-2026", "9", "9-3-20266", "29-2-2025"],
)
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(RefusedError):
        cells.day(said, TODAY)


def test_a_day_without_its_year_is_the_last_one_or_the_nearest() -> None:
    assert cells.day("20-12", TODAY) == date(2025, 12, 20)
    assert cells.day("20-3", TODAY) == date(2025, 3, 20)
    assert cells.day("20-3", TODAY, ahead=True) == date(2026, 3, 20)
    assert cells.day("za 29 februari", TODAY) == date(2020, 2, 29)


@given(st.dates(date(1980, 1, 1), date(2030, 12, 31)))
def test_every_day_comes_back_from_every_way_to_write_it(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    ways = (
        f"{day.day}-{day.month}-{day.year}",
        day.isoformat(),
        f"{day.day} {_MONTHS[day.month]} {day.year}",
        str(serial),
    )
    assert {cells.day(way, day + timedelta(days=1)) for way in ways} == {day}


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("14:30", 14),
        ("14.30", 14),
        ("14u30", 14),
        ("14u", 14),
        ("14 uur", 14),
        ("14.30 uur", 14),
        ("14", 14),
        ("9-10", 9),
        ("14:00 - 15:00", 14),
        ("9:05:00", 9),
        ("0,604166667", 14),
        ("09-03-2026 14:30", 14),
    ],
)
def test_an_hour_is_read_however_it_is_written(said: str, hour: int) -> None:
    assert cells.hour(said) == hour


@pytest.mark.parametrize("said", ["25:00", "24", "14:75", "middag", "-1", "9-3-2026"])
def test_what_is_no_hour_is_refused(said: str) -> None:
    with pytest.raises(RefusedError):
        cells.hour(said)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("12", 12),
        ("12,0", 12),
        ("12.00", 12),
        ("1.200", 1200),
        ("1 200", 1200),
        ("1e3", 1000),
        ("1,2E+03", 1200),
        ("-", 0),
        ("'7", 7),
        ("\u00a07\u00a0", 7),
    ],
)
def test_a_number_is_read_however_it_is_written(said: str, number: int) -> None:
    assert cells.number(said, 9_999) == number


@pytest.mark.parametrize("said", ["2,5", "25%", "ca. 12", "-3", "12 pers", "1e9", "99999", "1.2.3", "٣", "1e-2"])
def test_what_is_no_number_of_people_is_refused(said: str) -> None:
    with pytest.raises(RefusedError):
        cells.number(said, 9_999)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Vries, Jan de", "Jan de Vries"),
        ("Berg,Els van den", "Els van den Berg"),
        ("Jan de Vries", "Jan de Vries"),
        ("Bos, jr", "Bos, jr"),
        ("Hoen, 't", "Hoen, 't"),
        ("Jan, Piet, Klaas", "Jan, Piet, Klaas"),
    ],
)
def test_a_name_is_turned_as_one_says_it(said: str, name: str) -> None:
    assert cells.turned(said) == name


def read_or_refused(read: Callable[[str], object], said: str) -> bool:
    """Tell that a cell is read, or refused with a sentence."""
    try:
        return read(said) is not None
    except RefusedError as refused:
        return bool(refused.sentence())


@given(st.text(max_size=40))
def test_whatever_stands_in_a_cell_it_is_read_or_refused(said: str) -> None:
    for read in (cells.yes, cells.hour, lambda cell: cells.number(cell, 99), lambda cell: cells.day(cell, TODAY)):
        assert read_or_refused(read, said)
