"""School holidays come from a file that the room may change; a line that is wrong is named."""

from __future__ import annotations

import os
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.room.school_holidays import REGIONS, SchoolHoliday, SchoolHolidays, parse

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2025, 9, 1), date(2028, 12, 31)
NAMES = {
    "NL": {"Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"},
    "BE": {"Herfstvakantie", "Kerstvakantie", "Krokusvakantie", "Paasvakantie", "Zomervakantie"},
}


def shipped(region: str) -> list[SchoolHoliday]:
    return SchoolHolidays().between(region, FIRST, LAST)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@pytest.mark.parametrize("region", REGIONS)
def test_three_school_years_are_there_for_every_region(region: str) -> None:
    found = shipped(region)
    for year in (2025, 2026, 2027):
        of_year = {entry.name for entry in found if date(year, 9, 1) <= entry.first < date(year + 1, 9, 1)}
        assert of_year == NAMES[REGIONS[region][0]]
    assert all(entry.sure for entry in found if entry.first < date(2028, 9, 1))
    assert not any(entry.sure for entry in found if entry.first >= date(2028, 9, 1))


@pytest.mark.parametrize("region", ["noord", "midden", "zuid"])
def test_dutch_holidays_go_from_saturday_to_sunday(region: str) -> None:
    assert {(entry.first.weekday(), entry.last.weekday()) for entry in shipped(region)} == {(5, 6)}


def test_the_year_that_the_government_published_is_as_it_was_published() -> None:
    published = {
        "noord": ("2027-10-16", "2027-12-25", "2028-02-19", "2028-04-29", "2028-07-15"),
        "midden": ("2027-10-16", "2027-12-25", "2028-02-26", "2028-04-29", "2028-07-08"),
        "zuid": ("2027-10-23", "2027-12-25", "2028-02-26", "2028-04-29", "2028-07-22"),
    }
    for region, days in published.items():
        of_year = [entry for entry in shipped(region) if date(2027, 9, 1) <= entry.first < date(2028, 9, 1)]
        assert tuple(entry.first.isoformat() for entry in of_year) == days


def test_flemish_holidays_follow_the_rules_of_the_flemish_government() -> None:
    by_name = {(entry.name, entry.first.year): entry for entry in shipped("vlaanderen")}
    for year in (2026, 2027, 2028):
        sunday = easter(year)
        november = date(year, 11, 1)
        autumn = november + timedelta(days=1) if november.weekday() == 6 else monday(november)
        christmas = date(year, 12, 25)
        winter = monday(christmas) + timedelta(days=7 if christmas.weekday() >= 5 else 0)
        april = date(year, 4, 1)
        spring = april + timedelta(days=-april.weekday() % 7)
        if sunday.month == 3:
            spring = sunday + timedelta(days=1)
        elif sunday > date(year, 4, 15):
            spring = sunday - timedelta(days=13)
        assert by_name["Herfstvakantie", year].first == autumn
        assert by_name["Kerstvakantie", year].first == winter
        assert by_name["Krokusvakantie", year].first == sunday - timedelta(days=48)
        assert by_name["Paasvakantie", year].first == spring
        assert by_name["Zomervakantie", year].first == date(year, 7, 1)


def test_the_rooms_own_file_counts_in_place_of_ours_and_is_read_again_when_it_changed(tmp_path: Path) -> None:
    own = tmp_path / "school_holidays" / "nl.csv"
    own.parent.mkdir()
    own.write_text("noord;Buurtvakantie;1-6-2026;5-6-2026;nee\n", encoding="utf-8")
    known = SchoolHolidays(tmp_path)
    assert known.between("noord", FIRST, LAST) == [
        SchoolHoliday("noord", "Buurtvakantie", date(2026, 6, 1), date(2026, 6, 5), sure=False)
    ]
    own.write_text("# leeg\n", encoding="utf-8")
    os.utime(own, ns=(1, 1))
    assert known.between("noord", FIRST, LAST) == []
    assert known.between("vlaanderen", FIRST, LAST) == shipped("vlaanderen")


def test_what_an_older_spreadsheet_writes_is_read(tmp_path: Path) -> None:
    own = tmp_path / "school_holidays" / "nl.csv"
    own.parent.mkdir()
    own.write_bytes("regio;naam;van;tot en met\nzuid;Carnaval café;13-2-2027;21-2-2027\n".encode("cp1252"))
    assert [entry.name for entry in SchoolHolidays(tmp_path).between("zuid", FIRST, LAST)] == ["Carnaval café"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("noord,Mei,25 april,2026-05-03,ja", "25 april"),
        ("oost,Mei,2026-04-25,2026-05-03,ja", "oost"),
        ("noord,Mei,2026-05-03,2026-04-25,ja", "3"),
        ("noord,Mei,2026-04-25,2026-05-03,misschien", "3"),
        ("noord,,2026-04-25,2026-05-03,ja", "3"),
        ("noord,Mei", "3"),
        ("noord,Mei,2026-02-30,2026-05-03", "2026-02-30"),
        ("noord,Mei,2026-01-01,2026-12-31", "3"),
        ("noord,\x00,2026-04-25,2026-05-03,ja", "3"),
    ],
)
def test_a_line_that_is_wrong_is_named_with_its_number(line: str, said: str) -> None:
    text = f"# eigen bestand\nregio,naam,van,tot en met,zeker\n{line}\n"
    with pytest.raises(FileRefusedError) as refused:
        list(parse(text, "nl.csv"))
    assert "nl.csv" in refused.value.sentence()
    assert "3" in refused.value.sentence()
    assert said in refused.value.sentence()


def test_a_file_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "school_holidays" / "nl.csv"
    own.parent.mkdir()
    own.write_text("noord,Mei,2026-04-25,2026-05-03,ja\n" * 100_000, encoding="utf-8")
    with pytest.raises(FileRefusedError):
        SchoolHolidays(tmp_path).between("noord", FIRST, LAST)


@given(st.text(max_size=300))
def test_whatever_stands_in_the_file_it_is_read_or_refused_with_a_sentence(text: str) -> None:
    try:
        found = list(parse(text, "nl.csv"))
    except FileRefusedError as error:
        assert error.values["file"] == "nl.csv"  # noqa: PT017 - only some texts are refused
    else:
        assert all(entry.first <= entry.last for entry in found)
