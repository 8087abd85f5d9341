"""Figures go to the office's own tools: a spreadsheet, CSV, Parquet; hidden cells stay hidden there too."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import openpyxl
import pytest
from pyarrow import parquet

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.exchange.log.records import Hidden, LogWish
from tests.review import rooms

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.review.service import Reviews


@pytest.fixture
def opened(reviews: Reviews, logs: Path, words: list[str], tmp_path: Path) -> Reviews:
    """Give somebody with logs open, one of them of a room with a formula for a name and a hidden total."""
    log = rooms.month(9, name="=1+1")
    figures = msgspec.structs.replace(log.figures, visits=Hidden.SMALL)
    wishes = (LogWish(1, "community", "new", 0, date(2026, 3, 2), "@SUM(A1); ‘ok’\nregel twee"),)
    odd = rooms.put(tmp_path, 9, msgspec.structs.replace(log, figures=figures, wishes=wishes))
    reviews.open([logs, odd], [*words, rooms.words(9)])
    return reviews


def _keys(reviews: Reviews) -> list[str]:
    return [log.key for log in reviews.logs()]


def _csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_a_spreadsheet_has_a_sheet_for_every_table(opened: Reviews, tmp_path: Path) -> None:
    written = opened.write_out(tmp_path / "out.xlsx", _keys(opened))
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert len(book.sheetnames) == 10
    assert (written.paths, written.logs) == ((tmp_path / "out.xlsx",), 5)
    first = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert len(first) == 6
    assert first[0][0] == translate("Room")
    hidden = next(row for row in first if row[0] == "=1+1")
    assert "<5" in hidden
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_csv_comes_as_dutch_programs_write_it_and_as_iso(opened: Reviews, tmp_path: Path) -> None:
    written = opened.write_out(tmp_path / "figures", _keys(opened))
    assert len(written.paths) == 20
    assert all(path.exists() for path in written.paths)
    rows = _csv(tmp_path / "figures" / "rooms-iso.csv")
    assert [row["visits"] for row in rows if row["room"] == "'=1+1"] == ["<5"]
    assert rows[0]["first"] == "2026-03-01"
    dutch = (tmp_path / "figures" / "hours-nl.csv").read_bytes()
    assert dutch.startswith(b"\xef\xbb\xbf")
    lines = dutch.decode("utf-8-sig").splitlines()
    assert lines[0].split(";")[0] == translate("Room")
    assert any(line.endswith(";01-03-2026;31-03-2026;residents;shift;66,67") for line in lines)
    wishes = _csv(tmp_path / "figures" / "wishes-iso.csv")
    assert [row["text"] for row in wishes if row["room"] == "'=1+1"] == ["'@SUM(A1); ‘ok’\nregel twee"]


def test_the_figures_are_tidy_and_bound_what_is_hidden(opened: Reviews, tmp_path: Path) -> None:
    opened.write_out(tmp_path / "figures", _keys(opened))
    rows = _csv(tmp_path / "figures" / "figures-iso.csv")
    what = [(row["log"], row["section"], row["figure"], row["part"]) for row in rows]
    assert len(what) == len(set(what))
    odd = [row for row in rows if row["room"] == "'=1+1" and row["figure"] == "visits" and row["section"] == "figures"]
    assert [(row["value"], row["shown"], row["low"], row["high"]) for row in odd] == [("", "<5", "1", "4")]


def test_parquet_holds_the_same_figures(opened: Reviews, tmp_path: Path) -> None:
    written = opened.write_out(tmp_path / "out.parquet", _keys(opened))
    opened.write_out(tmp_path / "figures", _keys(opened))
    table = parquet.read_table(tmp_path / "out.parquet")
    rows = table.to_pylist()
    assert table.num_rows == written.rows == len(_csv(tmp_path / "figures" / "figures-iso.csv"))
    odd = next(row for row in rows if row["room"] == "=1+1" and row["figure"] == "visits")
    assert (odd["value"], odd["shown"], odd["low"], odd["high"]) == (None, "<5", 1, 4)
    assert odd["first"] == date(2026, 3, 1)
    assert odd["room_id"] == str(rooms.vault(9))


def test_without_pyarrow_parquet_is_refused_with_a_sentence(
    opened: Reviews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "buurtkamer_app.review.parquet", raising=False)
    with pytest.raises(RefusedError, match="pyarrow"):
        opened.write_out(tmp_path / "out.parquet", _keys(opened))
    assert not (tmp_path / "out.parquet").exists()


def test_what_cannot_be_written_leaves_nothing(opened: Reviews, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for name in ("gone/out.xlsx", "gone/out.parquet", "gone/folder/inner"):
        with pytest.raises(StoreError):
            opened.write_out(tmp_path / name, _keys(opened))
    with pytest.raises(RefusedError):
        opened.write_out(tmp_path / "out.csv", _keys(opened))
    with pytest.raises(RefusedError):
        opened.write_out(tmp_path / "out.xlsx", [])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["out.xlsx", "out.parquet", "folder"])
def test_somebody_who_stops_it_gets_nothing(opened: Reviews, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    progress = Progress()
    progress.set()
    with pytest.raises(StoppedError):
        opened.write_out(tmp_path / name, _keys(opened), progress)
    assert sorted(tmp_path.rglob("*")) == before


def test_figures_larger_than_any_rooms_break_nothing(reviews: Reviews, tmp_path: Path) -> None:
    log = rooms.month(1)
    figures = msgspec.structs.replace(log.figures, visits=2**62, host_minutes=-(2**62))
    reviews.open([rooms.put(tmp_path, 1, msgspec.structs.replace(log, figures=figures))], [rooms.words(1)])
    for name in ("out.xlsx", "out.parquet", "folder"):
        assert reviews.write_out(tmp_path / name, _keys(reviews)).logs == 1
