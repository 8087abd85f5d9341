"""A log that somebody with a room's key made by hand does no harm, and the encryption is what it says."""

from __future__ import annotations

import base64
import io
import os
import random
import re
import shutil
import subprocess
import time
import zlib
from typing import TYPE_CHECKING

import msgspec
import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from buurtkamer_app.base.errors import BuurtkamerError
from buurtkamer_app.exchange.log.file import KEY_MARK, SIGNATURE_MARK, raw_public
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.exchange.log.refusals import AlteredLogError, NoLogError
from buurtkamer_app.review.records import By, Why
from tests.review import rooms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from buurtkamer_app.review.service import Reviews

_PARTS = re.compile(rb"/EF|/Names|/Encrypt|/Type|/Length|obj|/CF|/V |/R |/P |/O |/U |xref|trailer|/Size|/Root")


def _signed(pdf: bytes) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(rooms.key(1))
    with_key = pdf + KEY_MARK + base64.b64encode(raw_public(key.public_key())) + b"\n"
    return with_key + SIGNATURE_MARK + base64.b64encode(key.sign(with_key)) + b"\n"


def test_another_reader_says_that_the_encryption_is_aes_256(tmp_path: Path) -> None:
    if shutil.which("pdfinfo") is None:
        pytest.skip("poppler is not installed, so it is not asked")
    path = tmp_path / "log.pdf"
    path.write_bytes(rooms.sealed(1, paper=rooms.pages()))
    told = subprocess.run(["pdfinfo", "-upw", rooms.words(1), path], check=True, capture_output=True, text=True).stdout
    assert "algorithm:AES-256" in told
    assert re.search(r"Pages: +8", told)
    assert subprocess.run(
        ["pdfinfo", "-upw", "een ander wachtwoord", path], capture_output=True, check=False
    ).returncode


def test_a_pdf_that_is_signed_and_is_no_log_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    for pdf in (rooms.pages(1), rooms.blank(), b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n"):
        path.write_bytes(_signed(pdf))
        with pytest.raises((AlteredLogError, NoLogError)):
            read_log(path, rooms.words(1))
    weak = io.BytesIO()
    with pikepdf.open(io.BytesIO(rooms.blank())) as old:
        old.save(weak, encryption=pikepdf.Encryption(owner=rooms.words(1), user=rooms.words(1), R=4))
    path.write_bytes(_signed(weak.getvalue()))
    with pytest.raises(AlteredLogError):
        read_log(path, rooms.words(1))


def test_a_pdf_that_was_broken_and_signed_anew_opens_or_is_refused(tmp_path: Path) -> None:
    whole, path, chance = rooms.sealed(1), tmp_path / "log.pdf", random.Random(20)
    pdf = whole[: whole.rindex(KEY_MARK)]
    places = [found.start() for found in _PARTS.finditer(pdf)]
    refused = 0
    for _ in range(100):
        broken = bytearray(pdf)
        place = max(0, chance.choice(places) + chance.randrange(-4, 12))
        broken[place : place + chance.randrange(1, 20)] = chance.randbytes(chance.randrange(20))
        path.write_bytes(_signed(bytes(broken)))
        try:
            assert read_log(path, rooms.words(1)).log == rooms.month(1)
        except BuurtkamerError:
            refused += 1
    assert refused > 30


def _sealed_anew(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """Give a log with something else in it, signed by its room all the same."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(rooms.sealed(1)), password=rooms.words(1)) as pdf:
        change(pdf)
        lock = pikepdf.Encryption(owner=rooms.words(1), user=rooms.words(1), R=6)
        pdf.save(out, encryption=lock, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return _signed(out.getvalue())


def test_a_log_that_is_only_saved_anew_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    path.write_bytes(_sealed_anew(lambda _: None))
    assert read_log(path, rooms.words(1)).log == rooms.month(1)


def test_a_table_of_objects_that_swells_is_not_unpacked(tmp_path: Path) -> None:
    packed = zlib.compress(zlib.compress(bytes(200_000_000), 1), 9)
    head = b"%PDF-1.7\n"
    table = b"1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Root 2 0 R /Encrypt 3 0 R /Filter [/FlateDecode /FlateDecode]"
    stream = table + b" /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n"
    whole, path = rooms.sealed(1), tmp_path / "log.pdf"
    pdf = whole[: whole.rindex(KEY_MARK)]
    trailer, began = pdf.rindex(b"/Size"), time.perf_counter()
    hybrid = pdf[:trailer] + b"/XRefStm 9 " + pdf[trailer:]
    for bomb in (head + stream + b"startxref\n%d\n%%%%EOF\n" % len(head), hybrid, b"junk" + pdf, pdf + b"%%EOF\n"):
        path.write_bytes(_signed(bomb))
        with pytest.raises((AlteredLogError, NoLogError)):
            read_log(path, rooms.words(1))
    assert time.perf_counter() - began < 0.5


def test_one_file_under_thousands_of_names_is_not_taken(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        known = pdf.attachments["log.json"].obj
        names = [part for at in range(5_000) for part in (pikepdf.String(f"a{at:05}"), known)]
        pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(names)))

    path = tmp_path / "log.pdf"
    path.write_bytes(_sealed_anew(change))
    with pytest.raises(AlteredLogError):
        read_log(path, rooms.words(1))


@pytest.mark.parametrize("where", ["OpenAction", "AA", "AcroForm", "JavaScript"])
def test_a_log_that_would_do_something_by_itself_is_not_taken(tmp_path: Path, where: str) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.launchURL('http://x.invalid')")
        (pdf.Root.Names if where == "JavaScript" else pdf.Root)[f"/{where}"] = script

    path = tmp_path / "log.pdf"
    path.write_bytes(_sealed_anew(change))
    with pytest.raises(AlteredLogError):
        read_log(path, rooms.words(1))


def test_files_of_two_genuine_logs_are_not_mixed(tmp_path: Path) -> None:
    other = io.BytesIO(rooms.sealed(1, rooms.april(1)))
    path = tmp_path / "log.pdf"
    with pikepdf.open(other, password=rooms.words(1)) as april:
        files = {name: april.attachments[name].get_file().read_bytes() for name in april.attachments}
    some = [["log.json"], ["reply.key"], ["wishes.csv"], ["manifest.json"], ["manifest.json", "manifest.sig"]]
    for names in some:

        def change(pdf: pikepdf.Pdf, names: list[str] = names) -> None:
            for name in names:
                content = files[name] if name != "reply.key" else bytes(32)
                pdf.attachments[name] = pikepdf.AttachedFileSpec(
                    pdf, content, description="", filename=name, mime_type="", creation_date="", mod_date=""
                )

        path.write_bytes(_sealed_anew(change))
        with pytest.raises(AlteredLogError):
            read_log(path, rooms.words(1))


@pytest.mark.parametrize("name", ["\U0001f600" * 5_000, "a\u202egpj.exe\x1b[31m\n\0", ". .", ""])
def test_whatever_a_room_is_called_a_reply_gets_a_name_that_can_be(reviews: Reviews, tmp_path: Path, name: str) -> None:
    log = msgspec.structs.replace(rooms.month(1), room=name)
    proposed = reviews.proposed_name(reviews.open([rooms.put(tmp_path, 1, log)], [rooms.words(1)]).logs[0].key)
    assert len(proposed.encode()) < 120
    assert proposed.isprintable()
    assert not proposed.startswith((".", " "))
    (tmp_path / proposed).write_bytes(b"")


def test_texts_of_every_kind_are_compared_and_listed(reviews: Reviews, tmp_path: Path) -> None:
    odd = "\u202e\u0000\ud7ff😀" + "e\u0301" * 400 + "%s {x} <b>"
    log = rooms.month(1, name=odd)
    around = tuple(msgspec.structs.replace(one, programme=odd, figure=odd, about=odd) for one in log.around)
    questions = tuple(msgspec.structs.replace(one, text=odd, wish=2**40) for one in log.questions)
    themes = tuple(msgspec.structs.replace(one, theme=odd) for one in log.themes)
    log = msgspec.structs.replace(log, around=around, questions=questions, themes=themes)
    opened = reviews.open([rooms.put(tmp_path, 1, log)], [rooms.words(1)])
    keys = [one.key for one in opened.logs]
    for by in By:
        assert len(reviews.compare(keys, by).sides) == 1
    assert [question.wish for question in reviews.questions()] == [2**40, 2**40]
    assert reviews.proposed_name(keys[0]).endswith(".antwoord")
    assert reviews.write_out(tmp_path / "out.xlsx", keys).rows > 100


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_keeps_nobody_waiting(reviews: Reviews, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    rooms.put(tmp_path, 1)
    opened = reviews.open([tmp_path])
    assert [closed.why for closed in opened.closed] == [Why.PASSPHRASE]
