"""Signs that mean something to a database are only letters, and names that mean something to a disk are only names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import BuurtkamerError, RefusedError, StoreError
from buurtkamer_app.qt.papers import as_file
from buurtkamer_app.storage.whole_file import check_target, write_whole

if TYPE_CHECKING:
    from buurtkamer_app.services import Services

_SIGNS = ("%", "_", "\\", '"', "NEAR(", "* OR", "a* NOT b", "NEAR/2", "^", "{x}: y", "--", "';--")


@pytest.mark.parametrize("signs", _SIGNS)
def test_a_name_with_signs_is_found_by_its_letters_and_the_signs_find_nobody_else(demo: Services, signs: str) -> None:
    name = f"Xa{signs}Quorn"
    demo.arrivals.come_in([name])
    for typed in (name, f"{signs}Quorn", f"Xa{signs}"):
        found = [visitor.name for visitor in demo.people.find(typed)]
        assert found == [] or found[0] == name, typed
    assert [visitor.name for visitor in demo.people.find(name)] == [name]
    every = {visitor.name for visitor in demo.people.find("")}
    assert {visitor.name for visitor in demo.people.find(f"Zzyzx{signs}")} <= every


@pytest.mark.parametrize(
    "name", ["CON", "nul", "Com1", "LPT9.week", "con .x", "../../evil", "\\\\server\\share", "a\0b", ""]
)
def test_whatever_a_sheet_is_called_its_file_is_one_in_this_folder_on_every_computer(name: str, tmp_path: Path) -> None:
    made = as_file(name)
    assert made.partition(".")[0].strip().lower() not in {"con", "nul", "com1", "lpt9"}
    assert not set(made) & set('/\\:*?"<>|\0')
    assert (tmp_path / made).resolve().parent == tmp_path.resolve()


@pytest.mark.parametrize("name", ["a\0b", "folder", "gone/week.pdf", "room/../room/week.pdf", "room/vault.json"])
def test_a_place_that_is_no_files_or_the_rooms_own_is_refused(name: str, tmp_path: Path) -> None:
    for folder in ("folder", "room"):
        (tmp_path / folder).mkdir()
    (tmp_path / "room" / "vault.json").write_bytes(b"the key")
    with pytest.raises((RefusedError, StoreError)):
        check_target(tmp_path / name)
    assert (tmp_path / "room" / "vault.json").read_bytes() == b"the key"


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that a volunteer has not")
def test_a_link_under_the_temporary_name_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"of somebody else")
    (tmp_path / "week.pdf.new").symlink_to(other)
    write_whole(tmp_path / "week.pdf", b"%PDF")
    assert other.read_bytes() == b"of somebody else"
    assert (tmp_path / "week.pdf").read_bytes() == b"%PDF"


@pytest.mark.parametrize("place", ["\\\\server\\share\\room.json", "//server/share/room.json", "/dev/zero", "CON"])
def test_a_room_file_from_such_a_place_is_refused_or_not_found(place: str) -> None:
    from buurtkamer_app.replay.reading import read_room

    with pytest.raises(BuurtkamerError) as refused:
        read_room(Path(place))
    assert refused.value.sentence()
