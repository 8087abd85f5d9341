"""The file of a log opens in readers that are not ours, with its data and a signature that others can check."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.roles import Seat
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.replay.rooms import furnish
from buurtkamer_app.startup import KEY_HOLDER, assemble
from buurtkamer_app.storage import migrate
from buurtkamer_app.storage.engine import open_embedded
from tests.conftest import KEY, NOON, VAULT
from tests.exchange.logs import PASSPHRASE, SECRET_WORDS, fill, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.replay.room_file import RoomFile

TABLES = {
    f"{name}.csv"
    for name in (
        *("figures", "bars", "themes", "wishes", "questions", "activities", "reflections", "changes", "hours"),
        *("journal", "around"),
    )
}
NAMES = {*TABLES, "log.json", "manifest.json", "manifest.sig", "reply.key"}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory, demo_file: RoomFile) -> Iterator[Path]:
    """Give the path of a log of the demo room's week, made once for all readers."""
    folder = tmp_path_factory.mktemp("log")
    engine = open_embedded(folder / "room.db", KEY)
    migrate.upgrade(engine)
    services = assemble(engine, SetClock(NOON), Seat(), VAULT, practice=True)
    services.sign_in.act_as(KEY_HOLDER)
    furnish(services, demo_file)
    fill(services)
    write(services, folder / "log.pdf")
    yield folder / "log.pdf"
    services.close()


def _program(name: str, *parts: str) -> bytes:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed, so this reader is not tried")
    return subprocess.run([name, *parts], check=True, capture_output=True).stdout


def test_qpdf_finds_no_fault_and_takes_the_data_out(log: Path) -> None:
    key = f"--password={PASSPHRASE}"
    assert b"AESv3" in _program("qpdf", key, "--check", "--show-encryption", str(log))
    listed = _program("qpdf", key, "--list-attachments", str(log)).decode()
    assert {line.split(" -> ")[0] for line in listed.splitlines()} == NAMES
    shown = json.loads(_program("qpdf", key, "--show-attachment=log.json", str(log)))
    assert (shown["format"], shown["room"], shown["first"]) == (
        "buurtkamer-log/1",
        "Buurtkamer De Wilgenhof",
        "2026-03-09",
    )


def test_no_name_number_or_address_is_anywhere_in_the_decrypted_file(log: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    _program("qpdf", f"--password={PASSPHRASE}", "--decrypt", "--qdf", "--object-streams=disable", str(log), str(plain))
    text = _program("pdftotext", "-layout", str(plain), "-").decode()
    with pikepdf.open(plain) as pdf:
        data = b"".join(spec.get_file().read_bytes() for spec in pdf.attachments.values()).decode("utf-8", "replace")
    whole = (text + data + plain.read_bytes().decode("latin-1")).lower()
    assert "koken met" in text.lower()
    assert [word for word in SECRET_WORDS if word in whole] == []


def test_poppler_reads_the_pages_with_the_passphrase_only(log: Path) -> None:
    text = _program("pdftotext", "-upw", PASSPHRASE, "-layout", str(log), "-").decode()
    pages = text.count("\f")
    assert "Buurtkamer De Wilgenhof" in text
    assert [line for line in text.splitlines() if line.rstrip().endswith(f"1/{pages}")]
    assert "Koffie-inloop" in text
    assert "log.json" in _program("pdfdetach", "-upw", PASSPHRASE, "-list", str(log)).decode()
    with pytest.raises(subprocess.CalledProcessError):
        _program("pdftotext", str(log), "-")


def test_pdfium_opens_it_with_the_passphrase_only(log: Path) -> None:
    with pypdfium2.PdfDocument(str(log), password=PASSPHRASE) as pdf:
        assert len(pdf) >= 3
        assert "Buurtkamer De Wilgenhof" in pdf[0].get_textpage().get_text_range()
    for wrong in ("", "appel boom citroen deur"):
        with pytest.raises(RuntimeError, match=r"[Pp]assword"):
            pypdfium2.PdfDocument(str(log), password=wrong)


def test_anybody_can_verify_the_signature_with_openssl(log: Path, tmp_path: Path) -> None:
    with pikepdf.open(log, password=PASSPHRASE) as pdf:
        for name in ("manifest.json", "manifest.sig"):
            (tmp_path / name).write_bytes(pdf.attachments[name].get_file().read_bytes())
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    (tmp_path / "room.pem").write_text(manifest["public_key"])
    verify = ["pkeyutl", "-verify", "-pubin", "-rawin", "-inkey", "room.pem", "-in", "manifest.json"]
    done = _program("openssl", *(str(tmp_path / part) if "." in part else part for part in verify),
                    "-sigfile", str(tmp_path / "manifest.sig"))  # fmt: skip
    assert b"Verified Successfully" in done


def test_spreadsheets_get_plain_cells_in_rows_of_one_length(log: Path) -> None:
    files = read_log(log, PASSPHRASE).files
    for name in TABLES:
        rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig")), delimiter=";"))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert b"\"'=HYPERLINK" in files["wishes.csv"]
