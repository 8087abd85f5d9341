"""Rows of files as other programs write them, and files that were made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from xlsxwriter import Workbook as Writing

from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.exchange.tables.limits import Limits
from buurtkamer_app.exchange.tables.reading import as_csv, rows, sheets
from buurtkamer_app.exchange.tables.records import NO_RESULT

SMALL = Limits(largest=300_000, unpacked=2_000_000, rows=500, scanned=2_000, columns=20, cells=5_000, letters=100)

# The cases of csv-spectrum, in files of our own, and those of Dutch programs.
SPECTRUM = {
    "commas in quotes": (b'naam,plaats\nAn,"Goes, Zeeland"\n', [["naam", "plaats"], ["An", "Goes, Zeeland"]]),
    "empty": (b'a,b,c\n1,"",""\n2,3,4\n', [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    "empty crlf": (b'a,b,c\r\n1,"",""\r\n2,3,4\r\n', [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
    "escaped quotes": (b'a,b\n1,"ha ""ha"" ha"\n3,4\n', [["a", "b"], ["1", 'ha "ha" ha'], ["3", "4"]]),
    "json": (
        b'sleutel,waarde\n1,"{""soort"": ""punt"", ""plek"": [5.1, 52.0]}"\n',
        [["sleutel", "waarde"], ["1", '{"soort": "punt", "plek": [5.1, 52.0]}']],
    ),
    "newlines": (b'a,b,c\n1,2,3\n"Er was\neens",5,6\n', [["a", "b", "c"], ["1", "2", "3"], ["Er was\neens", "5", "6"]]),
    "newlines crlf": (
        b'a,b,c\r\n1,2,3\r\n"Er was\r\neens",5,6\r\n',
        [["a", "b", "c"], ["1", "2", "3"], ["Er was\r\neens", "5", "6"]],
    ),
    "quotes and newlines": (
        b'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
        [["a", "b"], ["1", 'ha \n"ha" \nha'], ["3", "4"]],
    ),
    "simple": (b"a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
    "simple crlf": (b"a,b,c\r\n1,2,3\r\n", [["a", "b", "c"], ["1", "2", "3"]]),
    "utf8": ("a,b,c\n1,2,3\n4,5,ʤ\n".encode(), [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
    "ragged": (b"a;b;c\n1\n1;2;3;4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    "places": (
        b'naam,plek\nNoord,"52.37, 4.89"\nZuid,"-33.86, 151.20"\n',
        [["naam", "plek"], ["Noord", "52.37, 4.89"], ["Zuid", "-33.86, 151.20"]],
    ),
    "semicolons": (b"Datum;Aantal\r\n9-3-2026;2,5\r\n", [["Datum", "Aantal"], ["9-3-2026", "2,5"]]),
    "said first": (b"sep=;\r\nNaam;Team\r\nAn;ja\r\n", [["Naam", "Team"], ["An", "ja"]]),
    "said comma": (b"sep=,\nNaam,Team;x\nAn,ja;x\n", [["Naam", "Team;x"], ["An", "ja;x"]]),
    "tabs": (b"Naam\tTeam\nAn\tja, graag\n", [["Naam", "Team"], ["An", "ja, graag"]]),
    "bars": (b"Naam|Team\nAn|ja\n", [["Naam", "Team"], ["An", "ja"]]),
    "marked utf8": ("\ufeffNaam;Plaats\nÅsa;’t Zand\n".encode(), [["Naam", "Plaats"], ["Åsa", "’t Zand"]]),
    "windows": ("Naam;Prijs\nRené;€ 2\n".encode("cp1252"), [["Naam", "Prijs"], ["René", "€ 2"]]),
    "utf16": ("Naam;Team\nÖmer;ja\n".encode("utf-16"), [["Naam", "Team"], ["Ömer", "ja"]]),
    "utf16 big": ("\ufeffNaam;Team\nÖmer;ja\n".encode("utf-16-be"), [["Naam", "Team"], ["Ömer", "ja"]]),
    "utf16 unmarked": ("Naam;Team\nAn;ja\n".encode("utf-16-le"), [["Naam", "Team"], ["An", "ja"]]),
    "old mac": (b"Naam;Team\rAn;ja\r", [["Naam", "Team"], ["An", "ja"]]),
    "empty lines": (b"\n\nNaam;Team\n;;\nAn;ja\n;\n", [["Naam", "Team"], ["An", "ja"]]),
    "hard blanks": ("Naam;Team\n\u00a0An\u00a0;ja\u00a0\n".encode(), [["Naam", "Team"], ["An", "ja"]]),
    "title with a comma": (
        b"Bezoekers, 2025\n\nDatum;Bezoek\n1-1-2025;3\n2-1-2025;4\n",
        [["Bezoekers, 2025"], ["Datum", "Bezoek"], ["1-1-2025", "3"], ["2-1-2025", "4"]],
    ),
}


@pytest.mark.parametrize("name", SPECTRUM)
def test_a_table_in_text_is_read_as_it_was_meant(name: str) -> None:
    content, meant = SPECTRUM[name]
    assert rows(content) == meant


def test_lines_have_the_number_that_a_spreadsheet_program_shows() -> None:
    found = sheets(b'sep=;\nNaam;Team\n\n"An\nde Boer";ja\nBea;nee\n')[0].rows
    assert [row.number for row in found] == [1, 3, 4]


def book(*made: list[object]) -> bytes:
    out, one = io.BytesIO(), Workbook()
    assert one.active is not None
    for row in made:
        one.active.append(row)
    one.save(out)
    return out.getvalue()


def test_cells_of_a_spreadsheet_are_read_as_they_look() -> None:
    moment = datetime(2026, 3, 9, 14, 30)  # noqa: DTZ001 - spreadsheets know no zones
    found = rows(
        book(
            ["Naam", "Aantal", "Team", "Dag", "Tijd", "Moment"],
            ["An", 2.0, True, date(2026, 3, 9), time(14, 30), moment],
        )
    )
    assert found[1] == ["An", "2", "ja", "09-03-2026", "14:30", "09-03-2026 14:30"]


def test_merged_cells_formulas_and_sheets_out_of_sight() -> None:
    out = io.BytesIO()
    made: Any = Writing(out, {"in_memory": True})
    hidden = made.add_worksheet("Geheim")
    hidden.write(0, 0, "niet lezen")
    sheet = made.add_worksheet("Turven")
    hidden.hide()
    sheet.activate()
    sheet.set_first_sheet()
    sheet.merge_range("A1:C1", "Bezoek in maart")
    sheet.write_row("A3", ["Datum", "Uur", "Bezoekers"])
    sheet.merge_range("A4:A5", "9-3-2026")
    sheet.write_row("B4", ["10", 4])
    sheet.write_row("B5", ["11", 6])
    sheet.write("A6", "Totaal")
    sheet.write_formula("C6", "=C4+C5", None, 10)
    sheet.write_formula("B6", "=1+1", None, "")
    made.close()
    (found,) = sheets(out.getvalue())
    assert (found.name, [row.number for row in found.rows]) == ("Turven", [1, 3, 4, 5, 6])
    assert [row.cells for row in found.rows][2:] == [
        ["9-3-2026", "10", "4"],
        ["9-3-2026", "11", "6"],
        ["Totaal", NO_RESULT, "10"],
    ]


def test_a_formula_that_was_never_worked_out_is_known_as_such() -> None:
    assert rows(book(["Datum", "Bezoek"], ["9-3-2026", "=1+1"]))[1] == ["9-3-2026", NO_RESULT]


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def declared(content: bytes) -> bytes:
    """Give a spreadsheet whose first sheet declares something."""
    out, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(book(["Naam"], ["An"])))
    with zipfile.ZipFile(out, "w") as made:
        for part in source.infolist():
            said = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                said = content + said
            made.writestr(part.filename, said)
    return out.getvalue()


_LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def truthless() -> bytes:
    """Give a zip whose part says that it is small, and is not."""
    made = bytearray(packed(xl__workbook_xml=b"<workbook/>", big_xml=b"0" * 3_000_000))
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = made.rfind(sign)
        made[place + at : place + at + 4] = struct.pack("<I", 10)
    return bytes(made)


HARMFUL = {
    "a bomb": packed(xl__workbook_xml=b"0" * 1_900_000),
    "much more than allowed": packed(xl__workbook_xml=b"0" * 3_000_000),
    "many parts": packed(**{f"part{number}": b"" for number in range(3_000)}, xl__workbook_xml=b""),
    "a part that lies": truthless(),
    "no spreadsheet": packed(word__document_xml=b"<document/>"),
    "laughs": declared(_LAUGHS),
    "laughs in two bytes": declared(_LAUGHS.decode().encode("utf-16")),
    "outside": declared(_OUTSIDE),
    "open document": packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "numbers": packed(**{"Index/Document.iwa": b""}),
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "locked": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "cut short": book(["Naam"], ["An"])[:-200],
    "no zip": b"PK\x03\x04" + b"x" * 300,
    "a page": b"<!DOCTYPE html><table><tr><td>1</td></tr></table>",
    "a paper": b"%PDF-1.7 ...",
    "nul": b"Naam;Team\nAn\0;ja\n",
    "a quote alone": b'Naam;Team\nAn;"ja\nBea;nee\n',
    "a line without end": b"x" * 299_000,
    "too large": b"x" * 300_001,
    "too many rows": b"Naam\n" + b"An\n" * 600,
    "too many empty rows": b"\n" * 3_000 + b"Naam\n",
    "too many columns": (";".join("abcdefghijklmnopqrstuvwxyz") + "\n").encode(),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        sheets(HARMFUL[name], SMALL)
    assert refused.value.sentence()


def test_a_sheet_that_says_to_be_endless_is_read_no_further_than_it_may() -> None:
    source, out = zipfile.ZipFile(io.BytesIO(book(["Naam", "Team"], ["An", "ja"]))), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for part in source.infolist():
            said = source.read(part).replace(b"A1:B2", b"A1:XFD1048576").replace(b'r="2"', b'r="1048576"')
            made.writestr(part.filename, said.replace(b'r="B2"', b'r="XFD1048576"').replace(b'"A2"', b'"A1048576"'))
    with pytest.raises(FileRefusedError):
        sheets(out.getvalue(), SMALL)


def test_a_cell_that_is_too_long_is_cut_so_that_its_row_can_be_told() -> None:
    assert len(rows(b"Naam;Team\n" + b"x" * 5_000 + b";ja\n", SMALL)[1][0]) == SMALL.letters + 1


def read_or_refused(content: bytes) -> bool:
    """Tell that a file is rows, or refused with a sentence; whatever else it does is told by the test."""
    try:
        return all(isinstance(row, list) for row in rows(content, SMALL))
    except FileRefusedError as refused:
        return bool(refused.sentence())


_PIECES = st.sampled_from([b'"', b";", b",", b"\n", b"\r", b"\t", b"a", b"\xff", b"\0", b"=", b"9-3", b"\xfe\xff"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | st.lists(_PIECES, max_size=80).map(b"".join))
def test_whatever_stands_in_a_file_it_is_rows_or_refused(content: bytes) -> None:
    assert read_or_refused(content)


_GOOD = book(["Naam", "Team", "Dag"], ["An", True, date(2026, 3, 9)], ["Bea", "=1+1", 2.5])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(_GOOD) - 1), st.integers(1, 255), st.integers(0, 3))
def test_a_spreadsheet_with_wrong_bytes_is_rows_or_refused(at: int, by: int, cut: int) -> None:
    changed = bytearray(_GOOD)
    changed[at] ^= by
    assert read_or_refused(bytes(changed[: len(changed) - cut * 40]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 3_000), st.binary(min_size=1, max_size=12))
def test_a_sheet_whose_words_were_altered_is_rows_or_refused(at: int, put: bytes) -> None:
    source, out = zipfile.ZipFile(io.BytesIO(_GOOD)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for part in source.infolist():
            said = source.read(part)
            if part.filename.endswith(("sheet1.xml", "workbook.xml", "styles.xml")):
                place = at % len(said)
                said = said[:place] + put + said[place + len(put) :]
            made.writestr(part.filename, said)
    assert read_or_refused(out.getvalue())


def test_no_cell_that_we_write_is_taken_for_a_formula() -> None:
    written = as_csv([["Naam"], ["=1+1"], ["@som"], ["-3"]]).decode("utf-8-sig").split("\r\n")
    assert written[1:4] == ["'=1+1", "'@som", "'-3"]
