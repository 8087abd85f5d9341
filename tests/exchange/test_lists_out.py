"""Lists to a file: every list in every shape, read back with other programs, and nothing half."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from typing import TYPE_CHECKING

import icalendar
import openpyxl
import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError, StoreError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.base.roles import NOBODY, Actor, Role
from buurtkamer_app.base.terms import Theme
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.exchange.lists.out.records import ENDINGS, SHAPES, Shape, Taken
from buurtkamer_app.wishes.records import NewWish
from tests.exchange.test_exchange_service import as_anybody

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.services import Services

MARCH = date(2026, 3, 1), date(2026, 3, 31)


@pytest.fixture
def busy(demo: Services) -> Services:
    demo.desk.tally(Tally(12, children=2))
    demo.people.know("Zeynep Kwinkslag", MARCH[0], may_remember=True)
    demo.people.know("Nieuweling Zonderja", MARCH[0], may_remember=False)
    demo.wishes.write(NewWish("=1+1 koken", Theme.COMMUNITY, asked_by="Abel, van om de hoek"))
    return demo


def taken(services: Services, what: Taken, shape: Shape, folder: Path, period: tuple[date, date] | None = None) -> Path:
    path = folder / f"{what.value}-{shape.value}{ENDINGS[shape]}"
    return services.taking_out.take_out(what, shape, path, period, Progress())


def dutch(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))


def iso(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def sheet(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))  # type: ignore[union-attr] # it has one


def test_every_list_in_every_shape_is_a_file_with_as_many_rows(busy: Services, tmp_path: Path) -> None:
    for what, shapes in SHAPES.items():
        rows: dict[Shape, int] = {}
        for shape in shapes:
            path = taken(busy, what, shape, tmp_path)
            assert path.stat().st_size > 0
            if shape is Shape.SPREADSHEET:
                rows[shape] = len(sheet(path))
            elif shape is Shape.CSV_DUTCH:
                rows[shape] = len(dutch(path))
            elif shape is Shape.CSV_ISO:
                rows[shape] = len(iso(path))
        assert len(set(rows.values())) == 1
        assert next(iter(rows.values())) > 1 or what is Taken.SIGN_UPS


def test_days_are_written_as_each_program_reads_them(busy: Services, tmp_path: Path) -> None:
    today = busy.room.today()
    period = today, today
    heads, row = dutch(taken(busy, Taken.TALLIES, Shape.CSV_DUTCH, tmp_path, period))
    assert (heads[0], row[0], row[1]) == (translate("Date"), f"{today:%d-%m-%Y}", "12")
    heads, row = iso(taken(busy, Taken.TALLIES, Shape.CSV_ISO, tmp_path, period))
    assert (heads[:4], row[:3]) == (["Date", "Visits", "Children", "First time"], [today.isoformat(), "12", "2"])
    cells = sheet(taken(busy, Taken.TALLIES, Shape.SPREADSHEET, tmp_path, period))[1]
    assert getattr(cells[0], "date", lambda: None)() == today
    assert cells[1:3] == (12, 2)


def test_no_cell_is_a_formula(busy: Services, tmp_path: Path) -> None:
    for shape, read in ((Shape.CSV_DUTCH, dutch), (Shape.CSV_ISO, iso)):
        wishes = [row[1] for row in read(taken(busy, Taken.WISHES, shape, tmp_path))]
        assert "'=1+1 koken" in wishes
        assert not [text for text in wishes if text.startswith(("=", "+", "-", "@"))]
    book = openpyxl.load_workbook(taken(busy, Taken.WISHES, Shape.SPREADSHEET, tmp_path))
    cells = [cell for row in book.active.iter_rows() for cell in row]  # type: ignore[union-attr] # it has one
    assert [cell.data_type for cell in cells if cell.value == "=1+1 koken"] == ["s"]
    assert "f" not in {cell.data_type for cell in cells}


def test_only_who_said_yes_stands_in_the_list_of_residents(busy: Services, tmp_path: Path) -> None:
    for shape in SHAPES[Taken.VISITORS]:
        content = taken(busy, Taken.VISITORS, shape, tmp_path)
        told = str(sheet(content)) if shape is Shape.SPREADSHEET else content.read_text("utf-8-sig")
        assert "Kwinkslag" in told
        assert "Zonderja" not in told


def test_no_list_of_visits_names_anybody(busy: Services, tmp_path: Path) -> None:
    for what in (Taken.VISITS, Taken.TALLIES):
        assert "kwinkslag" not in taken(busy, what, Shape.CSV_ISO, tmp_path).read_text().lower()
    persons = [int(row[3]) for row in iso(tmp_path / "visits-csv_iso.csv")[1:]]
    assert sum(persons) == sum(int(row[1]) for row in iso(tmp_path / "tallies-csv_iso.csv")[1:])


def test_a_calendar_and_cards_are_read_by_their_programs(busy: Services, tmp_path: Path) -> None:
    path = taken(busy, Taken.PROGRAMME, Shape.CALENDAR, tmp_path)
    assert icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    cards = taken(busy, Taken.HOSTS, Shape.CARDS, tmp_path).read_text()
    assert cards.count("BEGIN:VCARD") == cards.count("END:VCARD") == len(busy.host_files.lines())


def test_only_the_coordinator_takes_lists_out(busy: Services, tmp_path: Path) -> None:
    for actor in (NOBODY, Actor(Role.HOST)):
        busy.sign_in.act_as(actor)
        with pytest.raises(NotAllowedError):
            taken(busy, Taken.VISITS, Shape.CSV_ISO, tmp_path)
    assert list(tmp_path.glob("visits*")) == []


def test_what_cannot_be_leaves_no_file(busy: Services, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        taken(busy, Taken.VISITS, Shape.CARDS, tmp_path)
    with pytest.raises(RefusedError):
        taken(busy, Taken.VISITS, Shape.CSV_ISO, tmp_path, MARCH[::-1])
    stop = Progress()
    stop.set()
    for shape in SHAPES[Taken.VISITS]:
        with pytest.raises(StoppedError):
            busy.taking_out.take_out(Taken.VISITS, shape, tmp_path / f"stopped{ENDINGS[shape]}", None, stop)
    read_only = tmp_path / "stick"
    read_only.mkdir()
    read_only.chmod(0o555)
    with as_anybody(), pytest.raises(StoreError):
        taken(busy, Taken.VISITS, Shape.CSV_DUTCH, read_only)
    assert not [path for path in tmp_path.rglob("*") if path.suffix in {".csv", ".xlsx", ".vcf", ".part"}]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to the size of a file here")
def test_a_disk_that_fills_up_leaves_no_half_file(busy: Services, tmp_path: Path) -> None:
    import resource
    import signal

    usual, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, usual[1]))
    try:
        for what, shape in ((Taken.PROGRAMME, Shape.CSV_DUTCH), (Taken.WISHES, Shape.SPREADSHEET)):
            with pytest.raises(StoreError):
                taken(busy, what, shape, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, heard)
    assert not [path for path in tmp_path.iterdir() if path.suffix in {".csv", ".xlsx", ".part"}]


def test_progress_is_told_while_it_is_made(busy: Services, tmp_path: Path) -> None:
    told = Progress()
    busy.taking_out.take_out(Taken.VISITS, Shape.CSV_ISO, tmp_path / "v.csv", None, told)
    assert told.part == 0
