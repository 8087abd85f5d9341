"""Lists as people keep them: hours across, two rows of heads, American days, names in capitals, broken letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from buurtkamer_app.base import i18n
from buurtkamer_app.base.errors import RefusedError
from buurtkamer_app.base.terms import Purpose
from buurtkamer_app.exchange.lists.kinds.tallies import over_hours
from buurtkamer_app.exchange.lists.records import Does, Looked
from buurtkamer_app.exchange.tables import cells
from buurtkamer_app.exchange.tables.columns import Field, ListKind
from buurtkamer_app.exchange.tables.limits import LIMITS
from buurtkamer_app.exchange.tables.separated import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.services import Services

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    before = i18n.language()
    i18n.speak("nl")
    yield
    i18n.speak(before)


def look(demo: Services, path: Path, *, agreed: bool = False) -> Looked:
    opened = demo.bringing_in.open(path)
    return demo.bringing_in.look(opened, replace(opened.guessed, agreed=agreed))


def text(demo: Services, folder: Path, *lines: str, agreed: bool = False) -> Looked:
    path = folder / "lijst.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return look(demo, path, agreed=agreed)


def book(demo: Services, folder: Path, *rows: list[Any], merged: str = "", agreed: bool = False) -> Looked:
    made, path = Workbook(), folder / "lijst.xlsx"
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    made.save(path)
    return look(demo, path, agreed=agreed)


def faults(looked: Looked) -> list[tuple[int, int | None, str]]:
    return [(one.number, fault.column, fault.why.message) for one in looked.seen for fault in one.faults]


def test_a_tally_sheet_with_the_hours_across_counts_every_hour(demo: Services, tmp_path: Path) -> None:
    looked = text(
        demo,
        tmp_path,
        "Telblad maart;;;;;",
        "Datum;10-11;11-12;12-13 uur;Kinderen;Nieuw;Totaal",
        "3-3-2025;2;4;5;3;1;11",
        "4-3-2025;1;;5;0;0;",
        "5-3-2025;gesloten;;;;;",
        "6-3-2025;1;1;1;0;0;4",
        "7-3-2025;1;IIII;;;;",
        "Totaal;5;5;11;3;1;22",
    )
    assert looked.chosen.kind is ListKind.TALLIES
    assert [one.does for one in looked.seen] == [
        Does.NEW,
        Does.NEW,
        Does.LEFT_OUT,
        Does.WRONG,
        Does.WRONG,
        Does.LEFT_OUT,
    ]
    assert faults(looked) == [
        (6, 6, "The hours together are not the total. Look at the numbers."),
        (7, 2, "“{cell}” is no whole number."),
    ]
    demo.bringing_in.bring_in(looked, without_wrong=True)
    figures = demo.desk.figures(*YEAR)
    assert figures.by_hour == {10: 3, 11: 4, 12: 10}
    assert (figures.visits, figures.children, figures.first_time) == (17, 3, 1)


def test_hours_that_a_spreadsheet_took_for_days_are_hours(demo: Services, tmp_path: Path) -> None:
    looked = book(
        demo,
        tmp_path,
        ["Datum", date(2025, 11, 10), date(2025, 12, 11), "12-13", "13-14"],
        [date(2025, 3, 3), 2, 4, 5, 6],
    )
    demo.bringing_in.bring_in(looked)
    assert demo.desk.figures(*YEAR).by_hour == {10: 2, 11: 4, 12: 5, 13: 6}


@pytest.mark.parametrize(
    ("heads", "hours"),
    [
        (["Datum", "10", "11", "12"], [10, 11, 12]),
        (["", "9 uur", "10 uur", "11 uur", "Totaal"], [9, 10, 11]),
        (["10:00-11:00", "11:00 - 12:00", "12.00 tot 13.00 uur"], [10, 11, 12]),
        (["Datum", "1", "2", "3", "10", "11", "12"], [10, 11, 12]),
        (["10-11", "11-12"], []),
        (["10-12", "12-14", "14-16"], []),
        (["12", "11", "10"], []),
        (["10", "10", "11", "12"], []),
    ],
)
def test_hours_are_three_or_more_that_follow_each_other(heads: list[str], hours: list[int]) -> None:
    assert list(cells.hours_across(heads).values()) == hours


def test_what_a_day_came_for_is_shared_out_over_its_hours() -> None:
    hours, by = {10: 4, 11: 6}, {Purpose.WALK_IN: 5, Purpose.ACTIVITY: 3, Purpose.CHILD: 2}
    made = list(over_hours(YEAR[0], hours, by, 3, 2))
    for purpose, persons in by.items():
        assert sum(one.persons for one in made if one.purpose is purpose) == persons
    for hour, persons in hours.items():
        assert sum(one.persons for one in made if one.hour == hour) == persons
    assert (sum(one.children for one in made), sum(one.first_time for one in made)) == (3, 2)


def test_a_column_of_an_hour_needs_a_head_that_says_which(demo: Services, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Datum;Ochtend\n3-3-2025;4\n", encoding="utf-8")
    opened = demo.bringing_in.open(path)
    chosen = replace(opened.guessed, kind=ListKind.TALLIES, columns={0: Field.DATE, 1: Field.IN_HOUR})
    looked = demo.bringing_in.look(opened, chosen)
    assert (2, 1, "The head of this column is no hour. Write it as 10-11.") in faults(looked)


def test_who_has_no_column_of_numbers_is_told_that_a_line_counts_as_one(demo: Services, tmp_path: Path) -> None:
    looked = text(demo, tmp_path, "Datum;Zaal;Weer", "3-3-2025;14;6", "4-3-2025;15;7")
    assert looked.chosen.kind is ListKind.TALLIES
    assert {one.told for one in looked.seen} == {"No column says how many people came. This line counts as one."}


def test_the_lower_of_two_rows_of_heads_is_the_one(demo: Services, tmp_path: Path) -> None:
    looked = book(
        demo,
        tmp_path,
        ["Dag", None, "Bezoekers", None, None],
        ["Datum", "Weekdag", "Totaal", "Kinderen", "Nieuw"],
        [date(2025, 1, 6), "ma", 23, 2, 1],
        ["Totaal januari", None, 23, 2, 1],
        merged="C1:E1",
    )
    assert looked.chosen.kind is ListKind.TALLIES
    assert [one.does for one in looked.seen] == [Does.NEW, Does.LEFT_OUT]
    demo.bringing_in.bring_in(looked)
    assert demo.desk.figures(*YEAR).visits == 23


def test_a_remark_beside_a_count_is_no_activity(demo: Services, tmp_path: Path) -> None:
    looked = text(demo, tmp_path, "Datum;Aantal;Opmerking", "3-6-2025;12;regen", "4-6-2025;gesloten;storm")
    assert looked.chosen.kind is ListKind.TALLIES
    assert [one.does for one in looked.seen] == [Does.NEW, Does.LEFT_OUT]


def test_days_that_begin_with_their_month_are_read_so(demo: Services, tmp_path: Path) -> None:
    looked = text(demo, tmp_path, "Date,Visitors", "3/4/2025,12", "3/31/2025,9")
    assert [one.kept[0] for one in looked.seen] == ["4-3-2025", "31-3-2025"]
    ours = text(demo, tmp_path, "Datum;Bezoekers", "3/4/2025;12", "31/3/2025;9")
    assert [one.kept[0] for one in ours.seen] == ["3-4-2025", "31-3-2025"]


def test_a_day_that_can_be_two_is_not_guessed(demo: Services, tmp_path: Path) -> None:
    looked = text(demo, tmp_path, "Datum,Bezoekers", "3/4/2025,12", "3/31/2025,9", "30/3/2025,4", "5/5/2025,1")
    assert faults(looked) == [(2, 0, "“{cell}” can be two days. Write the month in letters.")]
    assert [one.kept[0] for one in looked.seen[1:]] == ["31-3-2025", "30-3-2025", "5-5-2025"]


def test_names_in_capitals_are_calmed_and_the_same_name_is_one_person(demo: Services, tmp_path: Path) -> None:
    lines = (
        "Naam;Toelichting",
        "JAN DE VRIES;",
        "de Vries, Jan;",
        "Vries, Jan de;nr. 12",
        "BERG, PIET VAN DEN;",
        "JP;",
    )
    looked = text(demo, tmp_path, *lines, agreed=True)
    assert [one.kept[0] for one in looked.seen] == [
        "Jan de Vries",
        "Jan de Vries",
        "Jan de Vries",
        "Piet van den Berg",
        "JP",
    ]
    assert [one.does for one in looked.seen] == [Does.NEW, Does.WRONG, Does.NEW, Does.NEW, Does.NEW]
    demo.bringing_in.bring_in(looked, without_wrong=True)
    again = text(demo, tmp_path, "Naam;Toelichting", "jan DE vries;", "Jan de Vries;NR. 12", agreed=True)
    assert {one.does for one in again.seen} == {Does.THERE}


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("IJSBRAND ÖZ", "IJsbrand Öz"),
        ("Mo", "Mo"),
        ("J.P.", "J.P."),
        ("McDonald", "McDonald"),
        ("ANNE-MARIE VAN 'T HOF", "Anne-Marie van 't Hof"),
        ("عمر", "عمر"),
    ],
)
def test_a_name_in_capitals_is_written_as_one_writes_it(said: str, kept: str) -> None:
    assert cells.calm(said) == kept


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("612345678", "0612345678"),
        ("612345678.0", "0612345678"),
        ("0612345678", "0612345678"),
        ("31612345678", "+31612345678"),
        ("32470123456", "+32470123456"),
        ("21234567", "021234567"),
        ("06-1234 5678", "06-1234 5678"),
        ("+31 6 12345678", "+31 6 12345678"),
        ("112", "112"),
    ],
)
def test_a_phone_number_gets_back_what_a_spreadsheet_took(said: str, phone: str) -> None:
    assert cells.phone(said) == phone


def test_hosts_of_a_spreadsheet_keep_their_number_and_birthday(demo: Services, tmp_path: Path) -> None:
    looked = book(
        demo,
        tmp_path,
        ["Naam", "Tel", "Verjaardag"],
        ["BOER, JAN DE", 612345678, "14 mrt"],
        ["Els Vos", 31612345679, date(1960, 5, 3)],
        ["Mo Nieuw", "06-1234 5670", "30 februari"],
    )
    assert [one.kept[:2] for one in looked.seen[:2]] == [("Jan de Boer", "0612345678"), ("Els Vos", "+31612345679")]
    assert [one.does for one in looked.seen] == [Does.NEW, Does.NEW, Does.WRONG]
    demo.bringing_in.bring_in(looked, without_wrong=True)


@pytest.mark.parametrize(
    ("said", "found"),
    [("14 mrt", (14, 3)), ("4-7", (4, 7)), ("1960-05-03", (3, 5)), ("za 14 maart", (14, 3)), ("29-2", (29, 2))],
)
def test_a_birthday_is_read_however_it_is_written(said: str, found: tuple[int, int]) -> None:
    assert cells.day_and_month(said) == found


@pytest.mark.parametrize("said", ["30-2", "14 foo", "14", "0-3", "3-13", ""])
def test_what_is_no_birthday_is_refused(said: str) -> None:
    with pytest.raises(RefusedError):
        cells.day_and_month(said)


def test_letters_that_were_broken_on_the_way_are_mended() -> None:
    told = "Naam;Toelichting\nAyşe Çelik;vriendin van Zoë\n"
    rows = [["Naam", "Toelichting"], ["Ayşe Çelik", "vriendin van Zoë"]]
    for content in (told.encode(), told.encode().decode("cp1252").encode(), told.encode("utf-8-sig")):
        assert [row.cells for row in read(content, LIMITS, lambda _: None)] == rows


def test_a_time_that_a_spreadsheet_holds_as_a_part_of_a_day_is_its_hour(demo: Services, tmp_path: Path) -> None:
    looked = book(
        demo,
        tmp_path,
        ["datum", "tijd", "aantal"],
        [date(2025, 3, 3), 0.604, 2],
        [date(2025, 3, 3), timedelta(hours=15), 1],
    )
    demo.bringing_in.bring_in(looked)
    assert demo.desk.figures(*YEAR).by_hour == {14: 2, 15: 1}
