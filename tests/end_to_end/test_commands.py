"""The command as a person types it: its files, its sentences and its exit codes."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.storage import vault
from tests.typed import typed, typed_apart

if TYPE_CHECKING:
    from pathlib import Path

BOOK = paths.demo_room().with_name("afternoon.json")
ROOM = paths.demo_room()
WORDS = "molen fiets regen kaas brood"


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """Give a file with a passphrase on one line."""
    file = tmp_path / "passphrase.txt"
    file.write_text(WORDS + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def after_the_afternoon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a room in which the afternoon was; who writes to it takes a copy."""
    folder = tmp_path_factory.mktemp("afternoon") / "room"
    assert typed("replay", BOOK, "--data", folder).returncode == 0
    return folder


def text_of(pdf: Path, passphrase: str | None = None) -> str:
    """Give all text of a PDF as another reader finds it."""
    document = pypdfium2.PdfDocument(str(pdf), password=passphrase)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_the_afternoon_is_replayed_with_every_expected_figure() -> None:
    done = typed_apart("replay", BOOK, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    expected = json.loads(BOOK.read_text(encoding="utf-8"))["expected"]
    found = json.loads(done.stdout)
    assert {name: found[name] for name in expected} == expected


def test_a_figure_that_differs_is_said_and_ends_with_1(tmp_path: Path) -> None:
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    book["expected"]["visits"] = 36
    file = tmp_path / "book.json"
    file.write_text(json.dumps(book), encoding="utf-8")
    done = typed("replay", file, "--room", ROOM)
    assert done.returncode == 1
    assert done.stderr.strip() == "visits: verwacht 36, gevonden 35"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda book: book["days"][0]["events"][5].update(count=-1), "count"),
        (lambda book: book["days"][0]["events"][5].update(colour="red"), "colour"),
        (lambda book: book["days"][0]["events"][0].update(host="Wie Dan Ook"), "host"),
        (lambda book: book["days"][0]["events"][1].update(do="dance"), "do"),
    ],
)
def test_a_book_that_is_not_valid_is_refused_in_one_line_before_anything_is_done(
    tmp_path: Path, change: object, told: str
) -> None:
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    assert callable(change)
    change(book)
    file = tmp_path / "book.json"
    file.write_text(json.dumps(book), encoding="utf-8")
    kept = tmp_path / "kept"
    done = typed("replay", file, "--room", ROOM, "--data", kept)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("book.json")
    assert told in done.stderr
    assert not kept.exists()


def test_no_name_is_readable_in_any_file_of_the_folder(tmp_path: Path, after_the_afternoon: Path) -> None:
    folder = tmp_path / "room"
    shutil.copytree(after_the_afternoon, folder)
    names = ["Zeynep", "Hassan", "Pinto", "Postma", "Yildiz", "fietsen", "Wilgenhof", "vaste bezoeker"]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"room.db", "vault.json"}
    for path in files:
        content = path.read_bytes()
        for name in names:
            for spelled in (name.encode(), name.lower().encode(), name.encode("utf-16-le")):
                assert spelled not in content, f"{name} is readable in {path.name}"


def test_the_week_of_9_march_is_written_with_all_that_is_on(tmp_path: Path) -> None:
    out = tmp_path / "week.pdf"
    assert typed("week", "--room", ROOM, "--date", "2026-03-11", "--out", out).returncode == 0
    text = text_of(out)
    days = [text.index(day) for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")]
    assert days == sorted(days)
    counts = {"Koffie-inloop": 5, "Middaginloop": 4, "Huiswerkhulp": 2}
    for name in (
        "Koffie-inloop",
        "Middaginloop",
        "Zitgym op muziek",
        "Papierwinkel",
        "Telefoon- en tablethulp",
        "Taalcafé",
        "Soosmiddag",
        "Haak- en breicafé",
        "Klaverjassen",
        "Huiswerkhulp",
        "Samen schilderen",
        "Eettafel",
    ):
        # What became of a wish is told once more under the week.
        assert text.count(name) >= counts.get(name, 1)
    assert "Vries-Jansen" not in text


def test_a_sheet_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    done = typed("week", "--room", ROOM, "--date", "2026-03-11", "--out", tmp_path / "nowhere" / "week.pdf")
    assert done.returncode in {2, 4}
    assert done.stderr.count("\n") == 1


def test_the_log_is_made_reviewed_and_a_changed_byte_is_found(tmp_path: Path, passphrase: Path) -> None:
    out = tmp_path / "log.pdf"
    period = ("--from", "2026-03-01", "--to", "2026-03-31")
    done = typed("export", "--room", ROOM, *period, "--out", out, "--log-passphrase-file", passphrase)
    assert done.returncode == 0
    code = done.stdout.split(":")[1].split()[0]
    assert typed("review", out, "--passphrase-file", passphrase, "--code", code).returncode == 0
    assert "Postma" not in text_of(out, WORDS)
    assert typed("review", out, "--passphrase-file", passphrase, "--code", "0000-0000-0000").returncode == 2
    whole = bytearray(out.read_bytes())
    whole[len(whole) // 2] ^= 1
    out.write_bytes(whole)
    done = typed("review", out, "--passphrase-file", passphrase)
    assert done.returncode == 2
    assert "veranderd" in done.stderr


def test_a_backup_brings_a_room_back_and_a_check_finds_it_sound(tmp_path: Path, after_the_afternoon: Path) -> None:
    folder, file = tmp_path / "room", tmp_path / "backup.buurtkamer"
    shutil.copytree(after_the_afternoon, folder)
    assert typed("backup", "--data", folder, "--out", file).returncode == 0
    store = folder / "room.db"
    store.write_bytes(store.read_bytes()[:4096])
    assert typed("check", "--data", folder).returncode == 4
    assert typed("restore", file, "--data", folder).returncode == 0
    done = typed("check", "--data", folder)
    assert done.returncode == 0
    assert "Elke bladzijde is zoals die geschreven is" in done.stdout
    told = json.loads(typed("check", "--data", folder, "--json").stdout)
    assert told["trouble"] is None
    assert {one["topic"]: one["state"] for one in told["findings"]}["pages"] == "good"


def test_a_wrong_passphrase_ends_with_3_and_a_folder_without_a_room_with_4(tmp_path: Path, passphrase: Path) -> None:
    folder = tmp_path / "room"
    vault.create(folder, tmp_path / "secrets", "iets heel anders", on=date(2026, 3, 11))
    assert typed("check", "--data", folder, "--passphrase-file", passphrase).returncode == 3
    assert typed("check", "--data", tmp_path / "nothing").returncode == 4


@pytest.mark.parametrize("command", ["", "demo", "replay", "week", "export", "review", "backup", "restore", "check"])
def test_every_command_explains_itself(command: str) -> None:
    done = typed(*([command] if command else []), "--help")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 3


def one_day(tmp_path: Path, events: list[dict[str, object]], expected: dict[str, object]) -> Path:
    """Write a daybook of one Wednesday on which Ria has the afternoon shift."""
    rota = [{"date": "2026-03-11", "pattern": "afternoon", "hosts": ["Ria Postma"]}]
    book = {
        "format": "buurtkamer-daybook/1",
        "room": str(ROOM),
        "before": {"rota": rota},
        "days": [{"date": "2026-03-11", "events": events}],
        "expected": expected,
    }
    file = tmp_path / "book.json"
    file.write_text(json.dumps(book), encoding="utf-8")
    return file


def cash(received: int, spent: int) -> dict[str, int]:
    """Give a cash box that was opened with ten cents."""
    return {"opened_with_cents": 10, "received_cents": received, "spent_cents": spent}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([{"do": "close_room", "cash": cash(2, 3)}, {"do": "open_room"}, {"do": "undo"}], {"cash_cents": {}}),
        ([{"do": "close_room", "cash": cash(2, 3)}, {"do": "close_room"}, {"do": "undo"}], {"cash_cents": {}}),
        (
            [{"do": "close_room", "cash": cash(2, 3)}, {"do": "close_room", "cash": cash(1, 2)}, {"do": "undo"}],
            {"cash_cents": {}},
        ),
        (
            [{"do": "no_show", "host": "Ria Postma", "reason": reason} for reason in ("unknown", "ill", "excused")]
            + [{"do": "undo"}],
            {"no_shows": 1},
        ),
        (
            [
                {"do": "shift_start", "host": "Ria Postma"},
                {"do": "shift_end", "host": "Ria Postma", "at": "14:00"},
                {"do": "shift_start", "host": "Ria Postma", "at": "14:10"},
                {"do": "undo", "at": "14:20"},
            ],
            {"volunteer_hours": 0.0},
        ),
        ([{"do": "tally", "count": 4}, {"do": "computer_off"}], {"visits": 4}),
    ],
)
def test_undo_reaches_over_what_changed_no_figure_and_a_book_may_end_with_the_computer_off(
    tmp_path: Path, events: list[dict[str, object]], expected: dict[str, object]
) -> None:
    book = one_day(tmp_path, [{"at": "13:00", **event} for event in events], expected)
    done = typed("replay", book)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["backup", "week", "export"])
def test_nothing_is_written_over_the_room_itself_or_over_what_is_no_file(
    tmp_path: Path, after_the_afternoon: Path, command: str
) -> None:
    folder = tmp_path / "room"
    shutil.copytree(after_the_afternoon, folder)
    more = {"week": ["--date", "2026-03-11"], "export": ["--from", "2026-03-01", "--to", "2026-03-31"]}.get(command, [])
    keys = (folder / "vault.json").read_bytes()
    for target in (folder / "room.db", folder / "vault.json", folder, tmp_path):
        done = typed(command, "--data", folder, *more, "--out", target)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), target
    assert (folder / "vault.json").read_bytes() == keys
    assert typed("check", "--data", folder).returncode == 0
    done = typed(command, "--data", folder, *more, "--out", tmp_path / "stick" / "file")
    assert done.returncode == 4
    assert not (tmp_path / "stick").exists()


def test_files_of_a_room_are_its_users_only(tmp_path: Path) -> None:
    folder, file, again = tmp_path / "room", tmp_path / "b", tmp_path / "again"
    assert typed("replay", BOOK, "--data", folder).returncode == 0
    assert typed("backup", "--data", folder, "--out", file).returncode == 0
    assert typed("restore", file, "--data", again).returncode == 0
    for path in (folder, again, file, *folder.rglob("*"), *again.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize(
    "words",
    [
        ("week",),
        ("nope",),
        ("week", "--room", str(ROOM), "--date", "9999-12-31", "--out", "x.pdf"),
        ("export", "--room", str(ROOM), "--from", "0001-01-01", "--to", "2026-01-01", "--out", "x.pdf"),
        ("replay", str(BOOK), "--data", str(BOOK)),
        ("check", "--room", str(ROOM), "--data", "x"),
    ],
)
def test_a_command_that_is_not_right_is_refused_in_one_dutch_line(words: tuple[str, ...]) -> None:
    done = typed(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert not done.stderr.startswith(("Usage", "Traceback"))


def test_without_a_terminal_the_passphrase_is_asked_for_in_a_file(tmp_path: Path) -> None:
    vault.create(tmp_path / "room", tmp_path / "secrets", WORDS, on=date(2026, 3, 11))
    done = typed("check", "--data", tmp_path / "room")
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr
