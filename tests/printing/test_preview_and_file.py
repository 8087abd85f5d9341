"""What is shown is what is printed, and a file is there whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import RefusedError, StoreError
from buurtkamer_app.printing.dress import Dress, Ink
from buurtkamer_app.printing.house import House
from buurtkamer_app.printing.preview import page, sizes
from buurtkamer_app.printing.sheet_file import save
from buurtkamer_app.printing.wall_sheet import wall_sheet

from .weeks import BECAME, FACTS, PRINTED, week

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = """
import resource, sys
from pathlib import Path
from buurtkamer_app.base.errors import StoreError
from buurtkamer_app.printing.sheet_file import save
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    save(b"x" * 50_000, Path(sys.argv[1]))
except StoreError as error:
    print(error.message)
"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return wall_sheet(week(), BECAME, House(FACTS, PRINTED, Dress(ink=Ink.COLOUR)))


@pytest.mark.parametrize("wide", [1, 333, 800])
def test_a_page_is_drawn_as_wide_as_asked(pdf: bytes, wide: int) -> None:
    assert len(sizes(pdf)) == 1
    drawn = page(pdf, 0, wide)
    assert drawn.width == wide
    assert drawn.height == pytest.approx(wide * 842 / 595, abs=1)
    assert len(drawn.rgbx) == drawn.width * drawn.height * 4


def test_the_colours_come_out_in_the_order_red_green_blue(pdf: bytes) -> None:
    drawn = page(pdf, 0, 400)
    assert drawn.rgbx[:3] == bytes.fromhex("0b5563")
    assert drawn.rgbx[-4:-1] == b"\xff\xff\xff"


def test_a_sheet_is_saved_and_replaces_an_older_one(pdf: bytes, tmp_path: Path) -> None:
    target = tmp_path / "week 11.pdf"
    target.write_bytes(b"old")
    save(pdf, target)
    assert target.read_bytes() == pdf
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_no_file(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        save(pdf, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_name_with_a_nul_is_refused(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        save(pdf, tmp_path / "a\0b.pdf")


def test_a_folder_that_is_gone_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\w+\. \w+"):
        save(pdf, tmp_path / "stick" / "week.pdf")


@contextmanager
def as_anybody() -> Iterator[None]:
    """Be an ordinary user for a while: root may write in a read-only folder."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.skipif(os.name != "posix", reason="folders are made read-only in another way there")
def test_a_read_only_folder_is_told_and_left_as_it_was(pdf: bytes, tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"
    target.write_bytes(b"old")
    tmp_path.chmod(0o555)
    try:
        with as_anybody(), pytest.raises(StoreError) as told:
            save(pdf, target)
    finally:
        tmp_path.chmod(0o755)
    assert told.value.message == "Nothing can be saved in this folder. Choose another folder."
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"old"]


@pytest.mark.skipif(os.name != "posix", reason="the limit that stands for a full disk exists there only")
def test_a_full_disk_is_told_and_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "week.pdf"
    target.write_bytes(b"old")
    ended = subprocess.run([sys.executable, "-c", FULL, str(target)], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "The disk is full. Save the sheet somewhere else."
    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"old"]
