"""Files that are only looked at: in a folder of their own, gone afterwards, and gone the next day whatever happened."""

from __future__ import annotations

import os
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.qt.papers import as_file
from buurtkamer_app.qt.printing.viewing import Viewing

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_what_was_looked_at_is_gone_when_the_desk_is_locked(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    viewing = Viewing()
    first, second = viewing.put("Muur", b"%PDF 1"), viewing.put("Raam", b"%PDF 2")
    assert first.parent == second.parent
    assert (first.parent.stat().st_mode & 0o077) == 0
    viewing.remove()
    assert list(tmp_path.iterdir()) == []
    assert viewing.put("Muur", b"%PDF 3").read_bytes() == b"%PDF 3"
    viewing.remove()


def test_what_a_program_left_that_was_cut_off_is_gone_the_next_day(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    cut_off, still_open, other = Viewing(), Viewing(), tmp_path / "somebody-else"
    left, opened = cut_off.put("Muur", b"%PDF").parent, still_open.put("Muur", b"%PDF").parent
    other.mkdir()
    yesterday = time.time() - 2 * 86_400
    for folder in (left, other):
        os.utime(folder, (yesterday, yesterday))
    viewing = Viewing()
    viewing.put("Muur", b"%PDF")
    assert not left.exists()
    assert opened.exists()
    assert other.exists()
    for one in (viewing, still_open, cut_off):
        one.remove()


@pytest.mark.parametrize("name", ["☕" * 120, "ምግብ " * 60, "محمد " * 60])
def test_the_name_of_a_file_in_any_letters_fits_on_the_disk(name: str, tmp_path: Path) -> None:
    file = tmp_path / as_file(name)
    file.write_bytes(b"%PDF")
    assert len(file.name.encode()) <= 144
    assert file.name.endswith(".pdf")
