"""Fonts of which a disk lost something are as good as missing: they are told from whole ones before they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base import paths
from buurtkamer_app.printing.joined_font import whole
from buurtkamer_app.printing.scripts import Script, font

if TYPE_CHECKING:
    from pathlib import Path

FONTS = sorted((paths.resources() / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_a_font_is_whole_until_a_disk_loses_some_of_it(file: Path, tmp_path: Path) -> None:
    held, spoilt = file.read_bytes(), tmp_path / file.name
    assert whole(file)
    for left in (0, 3, 5, 11, 30, 200, len(held) // 2, len(held) - 100):
        spoilt.write_bytes(held[:left])
        assert not whole(spoilt)
    for other in (b"<html>" * 500, bytes(3000), b"\x00\x01\x00\x00" + b"\xff" * 3000):
        spoilt.write_bytes(other)
        assert not whole(spoilt)


def test_what_is_not_there_or_no_file_is_no_font(tmp_path: Path) -> None:
    assert not whole(tmp_path / "gone.ttf")
    assert not whole(tmp_path)


def test_every_script_has_its_fonts() -> None:
    assert all(font(script, bold=bold) is not None for script in Script for bold in (False, True))
