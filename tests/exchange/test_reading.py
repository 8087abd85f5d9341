"""A log that somebody brought: every fault has its own sentence, and every changed byte is found."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import random
from typing import TYPE_CHECKING

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import BuurtkamerError, FileRefusedError, KeyRefusedError, RefusedError
from buurtkamer_app.exchange.log import reading
from buurtkamer_app.exchange.log.file import KEY_MARK, SIGNATURE_MARK, canonical, log_file, new_key, raw_public
from buurtkamer_app.exchange.log.reading import as_typed, read_log
from buurtkamer_app.exchange.log.records import FORMAT, Hidden, Log, LogFigures, LogHours
from tests.conftest import NOON, VAULT
from tests.exchange.logs import FIRST, LAST, PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRIVATE = bytes(range(1, 33))
ALTERED = "This file was changed after it was made, or it is damaged. Ask for it once more."
NO_LOG = "This file is not a log of a buurtkamer. Ask for the right file."
CUT_OFF = "This file is not whole: its end is missing. Copy it once more."


def _log(form: str = FORMAT) -> Log:
    figures = LogFigures(9, 0, 9, 0, 0, 0, (), (), 0, 1, 0, 1, 0, 0, 0, 60, 60, ())
    return Log(form, "Buurtkamer De Wilgenhof", FIRST, LAST, NOON, figures, (), (), (), ())


def _pages() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return log_file(_log(), _pages(), as_typed(PASSPHRASE), PRIVATE, VAULT)


def _told(path: Path, content: bytes, passphrase: str = PASSPHRASE, code: str | None = None) -> str:
    path.write_bytes(content)
    with pytest.raises(BuurtkamerError) as told:
        read_log(path, passphrase, code)
    return told.value.message


def _signed(content: bytes, private: bytes = PRIVATE) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(private)
    with_key = content + KEY_MARK + base64.b64encode(raw_public(key.public_key())) + b"\n"
    return with_key + SIGNATURE_MARK + base64.b64encode(key.sign(with_key)) + b"\n"


def _changed_inside(content: bytes, name: str, data: bytes) -> bytes:
    """Give the log with other data inside, sealed anew by the room's own key."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content), password=PASSPHRASE) as pdf:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(
            pdf, data, description="", filename=name, mime_type="", creation_date="", mod_date=""
        )
        lock = pikepdf.Encryption(owner=PASSPHRASE, user=PASSPHRASE, R=6)
        pdf.save(out, encryption=lock, compress_streams=False)
    return _signed(out.getvalue())


def test_a_log_comes_back_as_it_was(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    path.write_bytes(sealed)
    read = read_log(path, PASSPHRASE)
    assert read.log == _log()
    assert read.manifest.vault_id == VAULT
    assert read.files["log.json"] == canonical(_log())
    assert read_log(path, f" {PASSPHRASE.title()} ", read.check_code.lower()) == read


def test_any_changed_byte_of_a_sample_is_found(sealed: bytes, tmp_path: Path) -> None:
    chance = random.Random(28)
    # The whole end too: it is the signature itself.
    places = [*chance.sample(range(len(sealed)), 60), *range(len(sealed) - 190, len(sealed))]
    for place in places:
        flipped = sealed[:place] + bytes([sealed[place] ^ (1 << chance.randrange(8))]) + sealed[place + 1 :]
        assert _told(tmp_path / "log.pdf", flipped) == ALTERED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_any_changed_byte_is_found(sealed: bytes, tmp_path: Path, where: float, mask: int) -> None:
    place = int(where * len(sealed))
    flipped = sealed[:place] + bytes([sealed[place] ^ mask]) + sealed[place + 1 :]
    assert _told(tmp_path / "log.pdf", flipped) == ALTERED


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.floats(0.02, 1, exclude_max=True))
def test_a_file_that_was_cut_off_is_found(sealed: bytes, tmp_path: Path, where: float) -> None:
    assert _told(tmp_path / "log.pdf", sealed[: int(where * len(sealed))]) in {ALTERED, CUT_OFF}


def test_something_added_before_or_behind_is_found(sealed: bytes, tmp_path: Path) -> None:
    assert _told(tmp_path / "log.pdf", sealed + b"\n") == ALTERED
    assert _told(tmp_path / "log.pdf", b"%PDF-1.7\n" + sealed) == ALTERED
    assert _told(tmp_path / "log.pdf", _signed(sealed, new_key())) == ALTERED


def test_a_log_sealed_by_another_key_is_found(sealed: bytes, tmp_path: Path) -> None:
    pdf = sealed[: sealed.rindex(KEY_MARK)]
    assert _told(tmp_path / "log.pdf", _signed(pdf, new_key())) == ALTERED


def test_data_that_the_manifest_does_not_vouch_for_is_found(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    for name in ("log.json", "extra.txt", "manifest.json", "manifest.sig"):
        assert _told(path, _changed_inside(sealed, name, b"{}")) == ALTERED


def test_a_wrong_passphrase_has_its_own_sentence(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    path.write_bytes(sealed)
    with pytest.raises(KeyRefusedError, match=r"\."):
        read_log(path, "appel boom citroen deur")
    with pytest.raises(RefusedError):
        read_log(path, " ")


def test_another_check_code_has_its_own_sentence(sealed: bytes, tmp_path: Path) -> None:
    assert _told(tmp_path / "log.pdf", sealed, code="0000-0000-0000").startswith("The check code differs")


def test_what_is_no_log_has_its_own_sentence(tmp_path: Path) -> None:
    for content in (b"", b"hello", b"PK\x03\x04" + bytes(100), _pages()):
        assert _told(tmp_path / "log.pdf", content) == NO_LOG


def _of_version(sealed: bytes, change: Callable[[bytes], bytes], log: bytes | None = None) -> bytes:
    """Give the log with another manifest, and other data in it, signed by the room."""
    with pikepdf.open(io.BytesIO(sealed), password=PASSPHRASE) as pdf:
        manifest = pdf.attachments["manifest.json"].get_file().read_bytes()
        was = pdf.attachments["log.json"].get_file().read_bytes()
    content = sealed
    if log is not None:
        old, new = (hashlib.sha256(data).hexdigest().encode() for data in (was, log))
        manifest = manifest.replace(old, new).replace(b'"size":%d' % len(was), b'"size":%d' % len(log))
        content = _changed_inside(content, "log.json", log)
    manifest = change(manifest)
    content = _changed_inside(content, "manifest.json", manifest)
    return _changed_inside(content, "manifest.sig", Ed25519PrivateKey.from_private_bytes(PRIVATE).sign(manifest))


def _second(manifest: bytes) -> bytes:
    return manifest.replace(b"buurtkamer-log/1", b"buurtkamer-log/2")


def test_a_log_of_this_version_is_not_called_newer(sealed: bytes, tmp_path: Path) -> None:
    (tmp_path / "log.pdf").write_bytes(sealed)
    assert not read_log(tmp_path / "log.pdf", PASSPHRASE).newer


def test_a_newer_log_opens_as_far_as_it_is_understood(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    path.write_bytes(_of_version(sealed, _second))
    read = read_log(path, PASSPHRASE)
    assert (read.newer, read.log) == (True, _log())
    more = canonical(_log()).replace(b'{"activities"', b'{"a_new_section":[{"of":1}],"activities"', 1)
    path.write_bytes(_of_version(sealed, lambda manifest: manifest, more))
    read = read_log(path, PASSPHRASE)
    assert (read.newer, read.log) == (True, _log())


def test_only_what_cannot_be_understood_is_left_out(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "log.pdf"
    data = json.loads(canonical(_log()))
    data["figures"]["visits"] = "<10"
    data["changes"] = [{"on": "2026-03-09", "what": "flew", "about": "x"}, {"on": {"week": 11}, "what": "y"}]
    data["hours"] = "many"
    data["questions"] = {"of": "another kind"}
    path.write_bytes(_of_version(sealed, _second, json.dumps(data).encode()))
    read = read_log(path, PASSPHRASE)
    assert read.newer
    assert read.log.figures.visits == Hidden.BESIDE
    assert [change.what for change in read.log.changes] == ["flew"]
    assert (read.log.hours, read.log.questions) == (LogHours(), ())
    assert read.log.figures.anonymous == 9


def test_a_newer_log_of_which_nothing_is_understood_has_its_own_sentence(sealed: bytes, tmp_path: Path) -> None:
    for data in (b'{"format":"buurtkamer-log/2"}', b"[1,2]", b"not json"):
        assert "newer version" in _told(tmp_path / "log.pdf", _of_version(sealed, _second, data))
    renamed = _of_version(sealed, lambda manifest: _second(manifest).replace(b'"vault_id"', b'"room_id"'))
    assert "newer version" in _told(tmp_path / "log.pdf", renamed)
    same_version = _of_version(sealed, lambda manifest: manifest, b"not json")
    assert _told(tmp_path / "log.pdf", same_version) == ALTERED


def test_a_log_that_ends_before_it_begins_is_not_taken(sealed: bytes, tmp_path: Path) -> None:
    data = json.loads(canonical(_log())) | {"first": "2027-01-01"}
    content = _of_version(sealed, lambda manifest: manifest, json.dumps(data).encode())
    assert _told(tmp_path / "log.pdf", content) == ALTERED


def test_a_file_beyond_the_limit_is_not_taken(sealed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", len(sealed) - 1)
    assert "too large" in _told(tmp_path / "log.pdf", sealed)


def test_compressed_data_is_not_even_unpacked(sealed: bytes, tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sealed), password=PASSPHRASE) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user=PASSPHRASE, R=6), compress_streams=True)
    assert _told(tmp_path / "log.pdf", _signed(out.getvalue())) == ALTERED


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError):
        read_log(tmp_path / "log.pdf", PASSPHRASE)


@given(st.text(max_size=200))
def test_a_passphrase_fits_a_pdf_or_is_refused(passphrase: str) -> None:
    try:
        typed = as_typed(passphrase)
    except RefusedError:
        assert not passphrase.strip() or len(passphrase.encode("utf-8", "replace")) > 20
    else:
        assert 0 < len(typed) <= 127
