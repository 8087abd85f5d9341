"""Archives that are none, not whole, or made to do harm: a sentence each, and nothing of them is in the room."""

from __future__ import annotations

import io
import random
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import msgspec
import pytest

from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import FileRefusedError
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.exchange.archive import queries
from buurtkamer_app.exchange.archive.packing import digest
from buurtkamer_app.exchange.archive.reading import look, prove
from tests.conftest import NOON
from tests.exchange.archives import archive_of_each, contents, fresh, otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from buurtkamer_app.services import Services
    from tests.conftest import Templates

DAMAGED = "This archive is damaged or was changed. Take another copy of it."
NOT_ONE = "The file {name} is no archive of a room. Choose another one."
LARGE = "This archive is larger than that of any room. Nothing was taken from it."
NEWER = "A newer version of the program made this archive. Install that version first."
OLDER = "An older version of the program made this archive. Make a new archive there."
OTHER_LISTS = "This archive does not hold the lists that it should. Take another copy of it."
CANNOT_BE = "The list {name} of this archive holds what cannot be. Take another copy."
NOT_WHOLE = "This archive is not whole: it refers to what is not in it."


@pytest.fixture(scope="module")
def archive(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the archive of a room with one row in every list."""
    return archive_of_each(templates, tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def room(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Give a room that has nothing, and of which nothing that is refused makes more."""
    with fresh("embedded", templates, tmp_path_factory.mktemp("nothing"), SetClock(NOON)) as made:
        yield made


def refused(services: Services, path: Path, content: bytes) -> FileRefusedError:
    """Bring in what cannot be brought in; nothing of it may be left."""
    path.write_bytes(content)
    with pytest.raises(FileRefusedError) as error:
        services.archives.bring_in(path, Progress())
    with services.store.reading() as session:
        assert queries.is_empty(session)
    return error.value


def changed(entries: dict[str, bytes], name: str, **fields: Any) -> dict[str, bytes]:
    """Give entries of which the first row of a list is otherwise; a field that becomes `...` goes."""
    first, *rest = entries[name].splitlines(keepends=True)
    row = {key: value for key, value in (msgspec.json.decode(first) | fields).items() if value is not ...}
    return entries | {name: msgspec.json.encode(row) + b"\n" + b"".join(rest)}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7 something else", b"x" * 4096])
def test_another_file_is_no_archive(room: Services, tmp_path: Path, content: bytes) -> None:
    error = refused(room, tmp_path / "b.zip", content)
    assert error.message == NOT_ONE
    assert error.sentence().count("b.zip") == 1


def test_another_zip_is_no_archive(room: Services, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("holiday.txt", "a picture of the sea")
    assert refused(room, tmp_path / "b.zip", (tmp_path / "other.zip").read_bytes()).message == NOT_ONE


def test_a_file_that_is_not_there_is_said_to_be_so(room: Services, tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"gone\.zip"):
        room.archives.bring_in(tmp_path / "gone.zip", Progress())


def test_any_changed_byte_is_found(archive: bytes, tmp_path: Path) -> None:
    chance, path = random.Random(8), tmp_path / "b.zip"
    for _ in range(120):
        where, content = chance.randrange(len(archive)), bytearray(archive)
        content[where] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        with pytest.raises(FileRefusedError):
            look(path)


def test_bytes_that_somebody_changed_and_sealed_again_do_no_harm(archive: bytes, tmp_path: Path) -> None:
    chance, path = random.Random(9), tmp_path / "b.zip"
    # The list of entries is at the end: most of what can go wrong is there.
    begin = archive.index(b"PK\x01\x02")
    for turn in range(60):
        content = bytearray(archive[:-64])
        content[chance.randrange(begin if turn % 2 else 0, len(content))] = chance.randrange(256)
        path.write_bytes(bytes(content) + digest(io.BytesIO(content), len(content)))
        with suppress(FileRefusedError):
            prove(path, Progress())
        assert list(tmp_path.iterdir()) == [path]


def test_what_was_cut_off_is_found(archive: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    for size in (130, 1000, len(archive) // 2, len(archive) - 64, len(archive) - 1):
        path.write_bytes(archive[:size])
        with pytest.raises(FileRefusedError) as error:
            look(path)
        assert error.value.message == DAMAGED


def test_a_later_kind_of_archive_is_newer(archive: bytes, room: Services, tmp_path: Path) -> None:
    later = archive.replace(b"buurtkamer-archive/1PK", b"buurtkamer-archive/2PK", 1)
    assert refused(room, tmp_path / "b.zip", later).message == NEWER


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"revision": "9999"}, NEWER),
        ({"format": "buurtkamer-archive/7"}, DAMAGED),
        ({"tables": []}, OTHER_LISTS),
        ({"more": 1}, DAMAGED),
        ({"room": 7}, DAMAGED),
    ],
)
def test_a_manifest_that_tells_otherwise(
    archive: bytes, room: Services, tmp_path: Path, told: dict[str, object], message: str
) -> None:
    assert refused(room, tmp_path / "b.zip", otherwise(contents(archive), told)).message == message


def test_an_older_store_is_said_to_be_older(
    archive: bytes, room: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from buurtkamer_app.storage import migrate

    monkeypatch.setattr(migrate, "known_revisions", lambda: ["0004", "0005"])
    assert refused(room, tmp_path / "b.zip", archive).message == OLDER


@pytest.mark.parametrize("name", ["../../evil.jsonl", "/etc/passwd", "C:\\CON", "extra.jsonl", "visit.jsonl/"])
def test_what_does_not_belong_in_it_is_refused_and_never_unpacked(
    archive: bytes, room: Services, tmp_path: Path, name: str
) -> None:
    before = sorted(tmp_path.parent.rglob("*evil*"))
    made = otherwise(contents(archive) | {name: b"x\n"})
    assert refused(room, tmp_path / "b.zip", made).message == OTHER_LISTS
    assert sorted(tmp_path.parent.rglob("*evil*")) == before


@pytest.mark.parametrize("name", ["visit.jsonl", "schema.json", "room.jsonl", "README.txt"])
def test_a_list_that_is_missing_is_missed(archive: bytes, room: Services, tmp_path: Path, name: str) -> None:
    entries = {key: content for key, content in contents(archive).items() if key != name}
    assert refused(room, tmp_path / "b.zip", otherwise(entries)).message == OTHER_LISTS


def test_without_a_manifest_it_is_damaged(archive: bytes, room: Services, tmp_path: Path) -> None:
    entries = {key: content for key, content in contents(archive).items() if key != "manifest.json"}
    assert refused(room, tmp_path / "b.zip", otherwise(entries)).message == DAMAGED


def test_an_archive_has_one_room(archive: bytes, room: Services, tmp_path: Path) -> None:
    entries = contents(archive) | {"room.jsonl": b""}
    assert refused(room, tmp_path / "b.zip", otherwise(entries)).message == OTHER_LISTS


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("wish.jsonl", {"diagnosis": "x"}),
        ("wish.jsonl", {"text": ...}),
        ("wish.jsonl", {"text": None}),
        ("wish.jsonl", {"theme": "witchcraft"}),
        ("wish.jsonl", {"supporters": "many"}),
        ("wish.jsonl", {"supporters": True}),
        ("wish.jsonl", {"supporters": 2**64}),
        ("wish.jsonl", {"text": "a\0b"}),
        ("wish.jsonl", {"id": "not a key"}),
        ("wish.jsonl", {"moved_at": "2026-03-11T12:00:00"}),
        ("wish.jsonl", {"recorded_on": "2026-02-30"}),
        ("series.jsonl", {"starts": "25:00:00"}),
        ("house_look.jsonl", {"logo": "not base64!"}),
        # What only the checks of the store know.
        ("series.jsonl", {"starts": "12:00:00", "ends": "11:00:00"}),
        ("wish.jsonl", {"text": ""}),
        ("visit.jsonl", {"persons": -1}),
        ("room.jsonl", {"country": "FR"}),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_its_list(
    archive: bytes, room: Services, tmp_path: Path, name: str, fields: dict[str, Any]
) -> None:
    error = refused(room, tmp_path / "b.zip", otherwise(changed(contents(archive), name, **fields)))
    assert (error.message, error.values["name"]) == (CANNOT_BE, name)


@pytest.mark.parametrize("line", [b"[" * 100_000, b"{", b"7", b'"\xff"', b"null"])
def test_a_line_that_is_no_row_is_refused(archive: bytes, room: Services, tmp_path: Path, line: bytes) -> None:
    entries = contents(archive)
    made = otherwise(entries | {"custom.jsonl": line + b"\n"})
    assert refused(room, tmp_path / "b.zip", made).message == CANNOT_BE


def test_a_row_that_is_there_twice_is_refused(archive: bytes, room: Services, tmp_path: Path) -> None:
    entries = contents(archive)
    twice = entries | {"wish.jsonl": entries["wish.jsonl"] * 2}
    assert refused(room, tmp_path / "b.zip", otherwise(twice)).message == CANNOT_BE


def test_a_reference_to_nothing_is_refused(archive: bytes, room: Services, tmp_path: Path) -> None:
    nobody = "018f0000-0000-7000-8000-0000000000ff"
    made = otherwise(changed(contents(archive), "wish_move.jsonl", wish_id=nobody))
    assert refused(room, tmp_path / "b.zip", made).message == NOT_WHOLE


def test_a_server_refuses_the_same(archive: bytes, templates: Templates, tmp_path: Path, clock: SetClock) -> None:
    nobody = "018f0000-0000-7000-8000-0000000000ff"
    entries = contents(archive)
    with fresh("postgresql", templates, tmp_path, clock) as server:
        for made, message in (
            (changed(entries, "wish_move.jsonl", wish_id=nobody), NOT_WHOLE),
            (entries | {"wish.jsonl": entries["wish.jsonl"] * 2}, CANNOT_BE),
            (changed(entries, "visit.jsonl", persons=-1), CANNOT_BE),
            (changed(entries, "wish.jsonl", number=2**40), CANNOT_BE),
        ):
            assert refused(server, tmp_path / "b.zip", otherwise(made)).message == message


def test_a_claim_of_ten_gigabytes_is_refused_before_anything_is_unpacked(
    archive: bytes, room: Services, tmp_path: Path
) -> None:
    def claim(packed: ZipFile) -> None:
        packed.getinfo("visit.jsonl").file_size = 10 * 1024**3

    assert refused(room, tmp_path / "b.zip", otherwise(contents(archive), spoil=claim)).message == LARGE


def test_what_packs_too_well_is_refused(archive: bytes, room: Services, tmp_path: Path) -> None:
    bomb = contents(archive) | {"custom.jsonl": b" " * 8 * 1024**2 + b"\n"}
    assert refused(room, tmp_path / "b.zip", otherwise(bomb)).message == LARGE


def test_a_line_without_end_is_refused(archive: bytes, room: Services, tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(5 * 1024**2).replace(b"\n", b"")
    made = otherwise(contents(archive) | {"custom.jsonl": noise})
    assert refused(room, tmp_path / "b.zip", made).message == DAMAGED
