"""A backup that is tried out and brought back by a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base import paths
from buurtkamer_app.base.i18n import translate
from tests.typed import typed

if TYPE_CHECKING:
    from pathlib import Path

BOOK = paths.demo_room().with_name("afternoon.json")


def test_a_backup_is_tried_out_and_the_room_stays_as_it_is(tmp_path: Path) -> None:
    folder, file = tmp_path / "room", tmp_path / "backup.buurtkamer"
    assert typed("replay", BOOK, "--data", folder).returncode == 0
    assert typed("backup", "--data", folder, "--out", file).returncode == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = typed("restore", file, "--data", folder, "--try")
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout.splitlines()
    assert len(said) == 4
    assert said[1] == translate("Room: {room}", room="Buurtkamer De Wilgenhof")
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    # It needs no room: who stands at another computer tries it out there.
    assert typed("restore", file, "--data", tmp_path / "nowhere" / "room", "--try").stdout.splitlines() == said
    assert not (tmp_path / "nowhere").exists()
    file.write_bytes(file.read_bytes()[:-100])
    done = typed("restore", file, "--data", folder, "--try")
    assert done.returncode in {2, 4}
    assert done.stderr.count("\n") == 1
    assert typed("restore", file, "--data", tmp_path / "nowhere" / "room").returncode in {2, 4}
    assert not (tmp_path / "nowhere" / "room").exists()
