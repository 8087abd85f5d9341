"""The command `week` as a person types it: every sheet by its name, all of a week, and what goes wrong."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from PIL import Image

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms_around import Programme
from buurtkamer_app.cli import buurtkamer
from buurtkamer_app.market.records import MarketEvent
from buurtkamer_app.papers.every import EVERY
from buurtkamer_app.papers.headings import PROGRAMMES
from buurtkamer_app.papers.share import FILES
from buurtkamer_app.printing.preview import page, sizes
from tests.made_room import copy_practice, practice_room
from tests.printing.weeks import page_count, text

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from buurtkamer_app.papers.kinds import SheetKind

NOON: Final = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
MARKETS: Final = {
    "Herfstmarkt": date(2026, 10, 3),
    "Kerstmarkt": date(2025, 12, 13),
    "Lentemarkt": date(2026, 5, 16),
}
DAY: Final = ("--date", "2026-03-11")
LIMITED: Final = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
from buurtkamer_app.cli import run
run()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a practice room."""
    made = tmp_path_factory.mktemp("week") / "room"
    made.mkdir()
    copy_practice(made, SetClock(NOON))
    return made


def typed(folder: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(buurtkamer, ["week", "--data", str(folder), *map(str, words)])


def elsewhere(
    *words: str | Path, before: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Type the command in a process of its own."""
    start = ["-c", before] if before else ["-m", "buurtkamer_app"]
    call = [sys.executable, *start, "week", *map(str, words)]
    return subprocess.run(call, capture_output=True, text=True, check=False, timeout=120, env=env)


def read(pdf: Path) -> str:
    return text(pdf.read_bytes())


def test_without_a_name_it_is_the_wall_sheet_in_little_ink_or_in_colour(folder: Path, tmp_path: Path) -> None:
    saving, colour, wall = tmp_path / "1.pdf", tmp_path / "2.pdf", tmp_path / "3.pdf"
    assert typed(folder, *DAY, "--out", saving).output.strip() == str(saving)
    assert typed(folder, *DAY, "--out", colour, "--colour").exit_code == 0
    assert typed(folder, *DAY, "--out", wall, "--sheet", "wall", "--ink", "colour").exit_code == 0
    assert "Zitgym op muziek" in read(saving)
    assert saving.read_bytes() != colour.read_bytes()
    assert wall.read_bytes() == colour.read_bytes()


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.name)
def test_every_sheet_comes_out_by_its_name(folder: Path, tmp_path: Path, one: SheetKind) -> None:
    out = tmp_path / "sheet.pdf"
    done = typed(folder, "--sheet", one.name, *DAY, "--out", out)
    assert (done.exit_code, done.stdout.strip()) == (0, str(out))
    told = translate("There are names in it. Remove the file when it is printed.")
    assert done.stderr.strip() == (told if one.guarded(one.usual) else "")
    assert page_count(out.read_bytes()) >= 1


@pytest.mark.parametrize("name", FILES)
def test_what_is_shared_comes_out_by_its_name(folder: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "shared"
    assert typed(folder, "--sheet", name, *DAY, "--out", out).exit_code == 0
    if name in ("share-square", "share-upright"):
        with Image.open(out) as picture:
            assert picture.format == "PNG"
            assert picture.size == (1080, 1080 if name == "share-square" else 1350)
    else:
        said = out.read_text(encoding="utf-8-sig")
        assert "Zitgym op muziek" in said
        assert len(said.split()) <= (80 if name == "share-short" else 150)


def test_all_of_a_week_comes_out_in_one_folder(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "week"
    done = typed(folder, "--all", *DAY, "--out", out)
    assert done.exit_code == 0
    files = sorted(out.iterdir())
    assert sorted(done.output.split("\n")[:-1]) == [str(file) for file in files]
    endings = [file.suffix for file in files]
    assert endings.count(".pdf") == sum(one.weekly for one in EVERY)
    assert (endings.count(".png"), endings.count(".txt")) == (2, 2)
    assert all("11" in file.name for file in files)


def test_the_list_names_every_sheet_and_asks_for_nothing_else(tmp_path: Path) -> None:
    done = typed(tmp_path / "nothing", "--list")
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.output.splitlines()] == [*(one.name for one in EVERY), *FILES]


def test_a_name_that_there_is_not_is_answered_with_those_that_there_are(folder: Path, tmp_path: Path) -> None:
    done = typed(folder, "--sheet", "wallpaper", *DAY, "--out", tmp_path / "x.pdf")
    known = ", ".join((*(one.name for one in EVERY), *FILES))
    sentence = translate("There is no sheet {name}. Choose from: {known}.", name="wallpaper", known=known)
    assert (done.exit_code, done.stderr.strip()) == (2, sentence)
    assert not (tmp_path / "x.pdf").exists()


def test_the_list_says_of_a_sheet_to_which_programme_it_belongs(tmp_path: Path) -> None:
    found = dict(line.split(maxsplit=1) for line in typed(tmp_path / "nothing", "--list").output.splitlines())
    assert found["floor_plan"].endswith(f"({translate(PROGRAMMES[Programme.MARKET])})")
    assert not found["wall"].endswith(")")


def test_a_sheet_of_a_programme_that_is_off_is_refused(tmp_path: Path) -> None:
    room, out = tmp_path / "room", tmp_path / "x.pdf"
    room.mkdir()
    with closing(practice_room(room, SetClock(NOON))) as house:
        house.services.programmes.set_on(frozenset({Programme.TEAM}))
    assert typed(room, "--sheet", "effect_slips", *DAY, "--out", out).exit_code == 0
    out.unlink()
    done = typed(room, "--sheet", "market_permits", *DAY, "--out", out)
    sentence = translate("This sheet belongs to a programme that this room does not have.")
    assert (done.exit_code, done.stderr.strip()) == (2, sentence)
    assert not out.exists()


@pytest.fixture(scope="module")
def markets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a practice room with three markets."""
    made = tmp_path_factory.mktemp("week") / "room"
    made.mkdir()
    with closing(practice_room(made, SetClock(NOON))) as house:
        for name, on in MARKETS.items():
            house.services.markets.events.write(MarketEvent(name, on, time(11), time(16), "Het plein"))
    return made


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (DAY, "Lentemarkt"),
        (("--date", "2026-06-01"), "Herfstmarkt"),
        (("--date", "2027-06-01"), "Herfstmarkt"),
        ((*DAY, "--event", "KERST"), "Kerstmarkt"),
        ((*DAY, "--event", "markt"), "Lentemarkt"),
    ],
)
def test_a_sheet_of_a_market_is_of_the_next_one_or_of_the_one_that_is_named(
    markets: Path, tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    out = tmp_path / "x.pdf"
    assert typed(markets, "--sheet", "market_permits", *words, "--out", out).exit_code == 0
    found = read(out)
    assert [one for one in MARKETS if one in found] == [name]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("--sheet", "market_permits", "--event", "Zomer"),
            ("There is no market or street activity called {name}.", {"name": "Zomer"}),
        ),
        (
            ("--sheet", "street_plan", "--event", "Lentemarkt"),
            ("There is no market or street activity called {name}.", {"name": "Lentemarkt"}),
        ),
        (("--event", "Lente"), ("Only a sheet of a market or a street activity goes with --event.", {})),
        (("--all", "--event", "Lente"), ("Only a sheet of a market or a street activity goes with --event.", {})),
    ],
)
def test_an_event_that_there_is_not_or_that_goes_with_nothing_is_refused(
    markets: Path, tmp_path: Path, words: tuple[str, ...], sentence: tuple[str, dict[str, str]]
) -> None:
    out = tmp_path / "x"
    done = typed(markets, *words, *DAY, "--out", out)
    assert (done.exit_code, done.stderr.strip()) == (2, translate(sentence[0], **sentence[1]))
    assert not out.exists()


@pytest.mark.parametrize("languages", ["en", "en,xx", "nl,en", ",", "en,ar,tr"])
def test_languages_that_there_are_not_are_refused(folder: Path, tmp_path: Path, languages: str) -> None:
    done = typed(folder, *DAY, "--out", tmp_path / "x.pdf", "--languages", languages)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--date", "2026-03-11"),
        ("--out", "x.pdf"),
        ("--date", "2026-03-11", "--out", "x", "--all", "--sheet", "wall"),
        ("--date", "2026-03-11", "--out", "x", "--ink", "black", "--colour"),
        ("--date", "2026-03-11", "--out", "x", "--ink", "gold"),
    ],
)
def test_a_command_that_is_not_right_makes_nothing(folder: Path, words: tuple[str, ...]) -> None:
    assert typed(folder, *words).exit_code == 2


def test_in_black_ink_the_sheet_has_no_colour(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "black.pdf"
    assert typed(folder, *DAY, "--out", out, "--ink", "black").exit_code == 0
    assert len(sizes(out.read_bytes())) == 1
    seen = page(out.read_bytes(), 0, 300).rgbx
    assert all(max(seen[at : at + 3]) - min(seen[at : at + 3]) <= 1 for at in range(0, len(seen), 4))


def test_a_numbered_sheet_gets_a_number_of_its_own_each_time(folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for out in (first, second):
        assert typed(folder, "--sheet", "tally", *DAY, "--out", out).exit_code == 0
    assert read(first) != read(second)


def test_without_the_letters_for_printing_a_sentence_says_so(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "qt_material").mkdir()
    (tmp_path / "qt_material" / "__init__.py").touch()
    out = tmp_path / "x.pdf"
    done = elsewhere("--data", folder, *DAY, "--out", out, env={"PYTHONPATH": str(tmp_path), "PATH": ""})
    sentence = translate("The letters for printing are missing. Install the program again.")
    assert (done.returncode, done.stderr.strip()) == (4, sentence)
    assert not out.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the limit that stands for a full disk exists there not")
@pytest.mark.parametrize("sheet", [("--all",), ("--sheet", "share-square")])
def test_on_a_full_disk_nothing_half_is_left(folder: Path, tmp_path: Path, sheet: tuple[str, ...]) -> None:
    done = elsewhere("--data", folder, *DAY, *sheet, "--out", tmp_path / "out", before=LIMITED)
    sentence = translate("The disk is full. Save the sheet somewhere else.")
    assert (done.returncode, done.stderr.strip()) == (4, sentence)
    assert not list(tmp_path.iterdir())
