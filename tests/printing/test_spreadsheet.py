"""Spreadsheets: what is a text stays one, amounts and hours can be added up, and any name of a sheet is taken."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import openpyxl
import pytest

from buurtkamer_app.base import i18n
from buurtkamer_app.base.durations import in_column, in_words
from buurtkamer_app.printing.spreadsheet import Euros, Minutes, Table, spreadsheet

TODAY = date(2026, 3, 11)


def made(table: Table) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet("Lijst", "De Wilgenhof", TODAY, [table])))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


def test_every_kind_of_cell_comes_back_as_it_was() -> None:
    cells = ("Ömer", 12, TODAY, Euros(123_456), Minutes(30 * 60 + 5), None)
    rows = made(
        Table("Maart", ("a", "b", "c", "d", "e", "f"), (cells,), ("samen", 1, None, Euros(1), Minutes(1), None))
    )
    assert rows[0] == ["a", "b", "c", "d", "e", "f"]
    assert rows[1] == ["Ömer", 12, datetime(2026, 3, 11), 1234.56, timedelta(hours=30, minutes=5), None]  # noqa: DTZ001
    assert rows[2][:2] == ["samen", 1]


@pytest.mark.parametrize("typed", ["=1+1", "+31 6 12345678", "@somebody", "http://example.org", "-", "'quoted"])
def test_a_text_never_calculates_and_is_no_link(typed: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(spreadsheet("", "", TODAY, [Table("x", ("a",), ((typed,),))])))
    cell = book.worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (typed, "s", None)


@pytest.mark.parametrize("name", ["", "a/b:c", "x" * 80, "'maart'", "   "])
def test_any_name_of_a_sheet_is_taken(name: str) -> None:
    assert made(Table(name, ("a",), (("b",),))) == [["a"], ["b"]]


def test_a_text_of_any_length_fits() -> None:
    assert len(str(made(Table("x", ("a",), (("y" * 40_000,),)))[1][0])) == 32_767


def test_lengths_of_time_are_said_in_words_and_in_columns() -> None:
    i18n.speak("en")
    assert [in_words(minutes) for minutes in (0, 1, 30, 60, 61, 750)] == [
        "0 hours",
        "1 minute",
        "30 minutes",
        "1 hour",
        "1 hours 1 minute",
        "12 hours 30 minutes",
    ]
    assert [in_column(minutes) for minutes in (0, 5, 750, 6000)] == ["0:00", "0:05", "12:30", "100:00"]
