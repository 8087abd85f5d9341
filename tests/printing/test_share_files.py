"""Files that belong together are put in a folder all of them, or none."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.printing.sheet_file import save_together

if TYPE_CHECKING:
    from pathlib import Path

FULL: Final = """
import resource, sys
from pathlib import Path
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.printing.sheet_file import save_together
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    save_together({"a.txt": b"small", "b.png": b"x" * 50_000}, Path(sys.argv[1]))
except StoreError as error:
    print(error.message)
"""


def test_files_are_put_together_in_a_folder_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "Week 11"
    save_together({"a.txt": b"one", "b.txt": b"two"}, folder)
    (folder / "mine.txt").write_text("kept")
    save_together({"a.txt": b"three", "b.txt": b"four"}, folder)
    found = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert found == {"a.txt": b"three", "b.txt": b"four", "mine.txt": b"kept"}


def test_a_folder_in_the_place_of_a_file_leaves_the_older_files(tmp_path: Path) -> None:
    folder = tmp_path / "Week 11"
    save_together({"a.txt": b"one"}, folder)
    (folder / "b.txt").mkdir()
    with pytest.raises(RefusedError):
        save_together({"a.txt": b"new", "b.txt": b"new"}, folder)
    assert sorted(file.name for file in folder.iterdir()) == ["a.txt", "b.txt"]
    assert (folder / "a.txt").read_bytes() == b"one"


def test_no_folder_is_made_where_the_stick_is_out(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        save_together({"a.txt": b"one"}, tmp_path / "stick" / "Week 11")
    assert not list(tmp_path.iterdir())


def test_the_folder_of_the_room_itself_is_no_place_to_share_in(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_text("{}")
    with pytest.raises(RefusedError):
        save_together({"a.txt": b"one"}, tmp_path / "Week 11")
    assert [file.name for file in tmp_path.iterdir()] == ["vault.json"]


@pytest.mark.skipif(os.name != "posix", reason="the limit that stands for a full disk exists there only")
@pytest.mark.parametrize("there", [False, True])
def test_on_a_full_disk_nothing_new_is_left(tmp_path: Path, there: bool) -> None:  # noqa: FBT001 - two cases
    folder = tmp_path / "Week 11"
    if there:
        save_together({"a.txt": b"old"}, folder)
    call = [sys.executable, "-c", FULL, str(folder)]
    ended = subprocess.run(call, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "The disk is full. Save the sheet somewhere else."
    left = {file.name: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert left == ({"a.txt": b"old"} if there else {})
    assert folder.exists() == there
