"""What comes from outside, each way in as one function of bytes: it is taken, or refused with a sentence; never else.

The same functions are driven by hypothesis in the check and, guided by coverage, by `tests/fuzz/guided.py`.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import xlsxwriter

from buurtkamer_app.base import i18n, paths
from buurtkamer_app.base import settings as computer
from buurtkamer_app.base.clock import SetClock
from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.base.progress import Progress
from buurtkamer_app.exchange.archive import reading as archives
from buurtkamer_app.exchange.archive.rules import SEAL_SIZE
from buurtkamer_app.exchange.log import reading as logs
from buurtkamer_app.exchange.log.file import KEY_MARK
from buurtkamer_app.exchange.replies import file as replies
from buurtkamer_app.exchange.replies.records import Envelope
from buurtkamer_app.exchange.tables.columns import ListKind
from buurtkamer_app.privacy import tombstones
from buurtkamer_app.replay.reading import read_book, read_room
from buurtkamer_app.room import school_holidays
from buurtkamer_app.room.look.logo import kept_logo
from buurtkamer_app.safekeeping.backups.files import unpack
from buurtkamer_app.safekeeping.backups.make import back_up
from buurtkamer_app.storage import recovery_code, snapshot, vault
from buurtkamer_app.storage.engine import DATABASE
from tests.conftest import NOON, VAULT
from tests.exchange.test_reply_file import REPLY
from tests.exchange.test_reply_file import _signed as signed_reply
from tests.made_room import practice_room
from tests.review import rooms
from tests.review.test_hostile_logs import _signed as signed_log

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.startup import House

_FOLDER: Final = tempfile.TemporaryDirectory(prefix="bk-fuzz-")
_SECRET, _PRIVATE = bytes(range(32)), bytes(range(1, 33))


@functools.cache
def _house() -> House:
    i18n.speak("nl")
    return practice_room(Path(_FOLDER.name) / "room", SetClock(NOON))


def _put(content: bytes, name: str) -> Path:
    path = Path(_FOLDER.name) / name
    path.write_bytes(content)
    return path


def changes() -> int:
    """Give how many rows of the room were ever written: what is refused changes nothing."""
    raw = _house().services.store.engine.raw_connection()
    found = int(raw.driver_connection.total_changes)  # type: ignore[union-attr] # it is open
    raw.close()
    return found


def a_list(content: bytes) -> None:
    """Bring a list to the room, look at it as every kind there is, and bring it in; what was brought in is undone."""
    lists, ending = _house().services.bringing_in, "xlsx" if content[:2] == b"PK" else "csv"
    found = lists.open(_put(content, f"list.{ending}"))
    for kind in ListKind:
        lists.look(found, lists.guess(found, 0, kind))
    unit = lists.bring_in(lists.look(found, found.guessed), without_wrong=True).change.unit
    if unit is not None:
        _house().services.history.undo(unit)


def a_calendar(content: bytes) -> None:
    """Look at a calendar."""
    _house().services.calendar.preview(_put(content, "programme.ics"))


def cards(content: bytes) -> None:
    """Look at the cards of hosts."""
    _house().services.host_files.look(_put(content, "hosts.vcf"))


def an_archive(content: bytes) -> None:
    """Read an archive whole; its seal is made to fit, so that what is inside is read."""
    body = content[:-SEAL_SIZE]
    path = _put(body + hashlib.sha256(body).hexdigest().encode(), "room.zip")
    archives.look(path)
    archives.prove(path, Progress())


def a_reply(content: bytes) -> None:
    """Open a reply; what still reads as one is signed anew, so that what is under the signature is read."""
    with contextlib.suppress(BuurtkamerError):
        replies.unsealed(replies.opened(content), _SECRET)
    with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        content = signed_reply(msgspec.json.decode(content, type=Envelope))
    replies.unsealed(replies.opened(content), _SECRET)


def a_log(content: bytes) -> None:
    """Open a log, as it is and signed anew by the room whose words are known."""
    with contextlib.suppress(BuurtkamerError):
        logs.read_log(_put(content, "log.pdf"), rooms.words(1))
    logs.read_log(_put(signed_log(content.split(KEY_MARK)[0]), "log.pdf"), rooms.words(1))


def a_room(content: bytes) -> None:
    """Read a room file."""
    read_room(_put(content, "room.json"))


def a_book(content: bytes) -> None:
    """Read a daybook."""
    read_book(_put(content, "book.json"), paths.demo_room())


def a_vault(content: bytes) -> None:
    """Read a key file."""
    folder = Path(_FOLDER.name) / "locked"
    folder.mkdir(exist_ok=True)
    (folder / vault.FILE).write_bytes(content)
    vault.load(folder)


def erased(content: bytes) -> None:
    """Read the list of who was erased."""
    _put(content, tombstones.FILE)
    tombstones.read(Path(_FOLDER.name))


def a_code(content: bytes) -> None:
    """Read a recovery code as somebody may type it."""
    recovery_code.read_recovery_code(content.decode("utf-8", "replace"))


def a_backup(content: bytes) -> None:
    """Take the files out of a backup, read its vault, and look at every page of its store."""
    with tempfile.TemporaryDirectory(dir=_FOLDER.name) as folder:
        into = Path(folder) / "again"
        unpack(_put(content, "back.up"), into)
        key = vault.unlock_practice(vault.load(into)).data_key
        snapshot.verify(into / DATABASE, key)


def settings(content: bytes) -> None:
    """Read the settings of the computer: these are never refused, what cannot be is left at its default."""
    _put(content, "settings.json")
    assert computer.load(Path(_FOLDER.name)) == computer.load(Path(_FOLDER.name)).tidied()


def holidays(content: bytes) -> None:
    """Read a file with school holidays."""
    list(school_holidays.parse(content.decode("cp1252", "replace"), "holidays.csv"))


def a_logo(content: bytes) -> None:
    """Take a picture as the logo of the house."""
    kept_logo(content)


HARNESSES: Final[dict[str, Callable[[bytes], None]]] = {
    one.__name__: one
    for one in (
        a_list, a_calendar, cards, an_archive, a_reply, a_log, a_room, a_book, a_vault, erased, a_code, a_backup,
        settings, holidays, a_logo,
    )
}  # fmt: skip


def tried(name: str, content: bytes) -> bool:
    """Put bytes through a harness; tell whether they were taken. Whatever else goes wrong is a find."""
    before = changes() if name in _IN_THE_ROOM else 0
    try:
        HARNESSES[name](content)
    except BuurtkamerError as error:
        refused: BuurtkamerError | None = error
    else:
        refused = None
    assert refused is None or 0 < len(refused.sentence()) < 600
    assert refused is None or name not in _IN_THE_ROOM or changes() == before
    return refused is None


_IN_THE_ROOM: Final = frozenset({"a_list", "a_calendar", "cards"})


@functools.cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Give files that are right, to begin from."""
    made: dict[str, Callable[[], tuple[bytes, ...]]] = {
        "a_list": lambda: (_CSV, _wishes(), _sheet()),
        "a_calendar": lambda: (_ICS, _house().services.calendar.drawn()),
        "cards": lambda: (_VCF,),
        "an_archive": lambda: (_archive(),),
        "a_reply": lambda: (replies.reply_file(REPLY, VAULT, _SECRET, _PRIVATE),),
        "a_log": lambda: (rooms.sealed(1), rooms.blank()),
        "a_room": lambda: (paths.demo_room().read_bytes(),),
        "a_book": lambda: (paths.demo_room().with_name("afternoon.json").read_bytes(),),
        "a_vault": lambda: ((_house().folder / vault.FILE).read_bytes(),),
        "erased": lambda: (_ERASED,),
        "a_code": lambda: (b"7QJ3-XK2M-9PFA-R4TW-HC8D-VN61-ZS",),
        "a_backup": lambda: (_backup(), _unpacked()),
        "settings": lambda: (json.dumps({"language": "nl", "scale": 125, "printer": "Canon"}).encode(),),
        "holidays": lambda: tuple(path.read_bytes()[:600] for path in _holiday_files()),
        "a_logo": lambda: (_picture("PNG"), _picture("JPEG")),
    }
    return made[name]()


_ERASED: Final = (
    b'{"format":"buurtkamer-erased/1","erased":[{"kind":"visitor","row":"018f0000-0000-7000-8000-000000000001",'
    b'"columns":["name"],"erased_on":"2026-03-11"}]}'
)
_CSV: Final = "Naam;Telefoon;Dag\nAnneke;06 12345678;9-3-2026\nBea;;\n".encode("cp1252")
_ICS: Final = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//NL\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20260101T100000Z\r\n"
    b"DTSTART;TZID=Europe/Amsterdam:20260318T140000\r\nDTEND;TZID=Europe/Amsterdam:20260318T160000\r\n"
    b"SUMMARY:Haken\r\nRRULE:FREQ=WEEKLY;COUNT=10\r\nEXDATE:20260325T140000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
_VCF: Final = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ria Postma\r\nN:Postma;Ria;;;\r\nTEL;TYPE=cell:06 12345678\r\n"
    b"BDAY:--0311\r\nEND:VCARD\r\n"
)


def _wishes() -> bytes:
    return b"Wens,Wie,Thema\nSamen wandelen,Bep,gezond\n=1+1,,\n"


def _sheet() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet()
    for row, cells in enumerate((("Naam", "Team"), ("An", "ja"), ("Bea", "nee"))):
        for column, cell in enumerate(cells):
            page.write_string(row, column, cell)
    book.close()
    return out.getvalue()


def _archive() -> bytes:
    path = Path(_FOLDER.name) / "seed.zip"
    _house().services.archives.save(path, Progress())
    return path.read_bytes()


def _backup() -> bytes:
    (folder := Path(_FOLDER.name) / "seeds").mkdir(exist_ok=True)
    path, house = folder / "seed.backup", _house()
    back_up(house.folder, house.opened, path, NOON)
    return path.read_bytes()


def _unpacked() -> bytes:
    """Give the same backup with nothing packed and a small store that cannot be: the rest is reached sooner."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_backup())) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            made.writestr(name, packed.read(name)[:4096])
    return out.getvalue()


def _holiday_files() -> list[Path]:
    return sorted((paths.resources() / school_holidays.FOLDER).glob("*.csv"))


def _picture(kind: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (40, 20), (12, 90, 90)).save(out, kind)
    return out.getvalue()
