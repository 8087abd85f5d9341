"""The file of a reply: what went in comes out, and no file that was changed in any way is taken for genuine."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.exchange.replies.file import opened, reply_file, unsealed
from buurtkamer_app.exchange.replies.records import FORMAT, Answer, Envelope, Remark, Reply
from buurtkamer_app.exchange.replies.rules import kept_words
from tests.conftest import VAULT
from tests.exchange.replying import Professional, Sent

SECRET, PRIVATE = bytes(range(32)), bytes(range(1, 33))
LOG, QUESTION, KEY = UUID(int=1), UUID(int=2), UUID(int=3)
AT = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
REPLY = Reply(FORMAT, KEY, LOG, 1, AT, "Sam", "Dichtbij", (Answer(QUESTION, 12, "Ja, graag."),), (), "")


def _read(content: bytes) -> Reply:
    return unsealed(opened(content), SECRET)


def _spelled(data: object) -> bytes:
    return msgspec.json.encode(data, order="sorted")


def _signed(envelope: Envelope) -> bytes:
    bare = msgspec.structs.replace(envelope, signature=b"")
    key = Ed25519PrivateKey.from_private_bytes(PRIVATE)
    return _spelled(msgspec.structs.replace(bare, signature=key.sign(_spelled(bare))))


def _kept(text: str) -> bool:
    try:
        return kept_words(text) == text
    except RefusedError:
        return False


WORDS = st.text(min_size=1, max_size=200).filter(_kept)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.uuids(), st.integers(1, 9999), WORDS), unique_by=lambda one: one[0], max_size=5), WORDS)
def test_what_was_written_comes_back(answers: list[tuple[UUID, int, str]], advice: str) -> None:
    reply = msgspec.structs.replace(
        REPLY,
        answers=tuple(Answer(*one) for one in answers),
        remarks=tuple(Remark(number, text) for _, number, text in answers),
        advice=advice,
    )
    content = reply_file(reply, VAULT, SECRET, PRIVATE)
    assert _read(content) == reply
    assert opened(content).room == VAULT


def test_none_of_a_thousand_changed_bytes_is_taken_for_genuine() -> None:
    content, chance = reply_file(REPLY, VAULT, SECRET, PRIVATE), random.Random(8)
    refused = 0
    for _ in range(1000):
        place = chance.randrange(len(content))
        changed = content[:place] + bytes([content[place] ^ chance.randrange(1, 256)]) + content[place + 1 :]
        with pytest.raises(FileRefusedError) as told:
            _read(changed)
        refused += bool(told.value.sentence())
    assert refused == 1000


def test_every_file_that_was_cut_off_or_added_to_is_refused() -> None:
    content = reply_file(REPLY, VAULT, SECRET, PRIVATE)
    changed = [content[:end] for end in range(len(content))]
    changed += [content + b"\n", b" " + content, content + content, content[:9] + b" " + content[9:]]
    for file in changed:
        with pytest.raises(FileRefusedError):
            _read(file)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_hostile_bytes_are_refused_with_a_sentence(content: bytes) -> None:
    for file in (content, b'{"format":"buurtkamer-reply/1",' + content):
        with pytest.raises(FileRefusedError) as told:
            opened(file)
        assert told.value.sentence()


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["format", "log", "nonce", "public_key", "room", "sealed", "signature", "more"]),
        st.none() | st.integers() | st.text(max_size=90) | st.just(FORMAT) | st.just(str(VAULT)) | st.just([[]]),
    )
)
def test_json_that_only_looks_like_a_reply_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(FileRefusedError):
        opened(_spelled(data))


def test_what_is_inside_is_held_to_the_same_rules() -> None:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    good = _spelled(REPLY)
    envelope = opened(reply_file(REPLY, VAULT, SECRET, PRIVATE))
    outside = b"|".join((FORMAT.encode(), VAULT.bytes, LOG.bytes, envelope.public_key))
    lock = AESGCM(HKDF(SHA256(), 32, salt=None, info=FORMAT.encode()).derive(SECRET))
    for inside in (
        good.replace(b"Ja, graag.", b" "),
        good.replace(b"Ja, graag.", b"x" * 10_001),
        good.replace(b"Ja, graag.", b"\\u0000"),
        good.replace(b"Sam", b"S\\u202em"),
        good.replace(b'"number":1', b'"number":0'),
        good.replace(b"Z", b""),
        good.replace(b"buurtkamer-reply/1", b"buurtkamer-reply/2"),
        good.replace(str(LOG).encode(), str(VAULT).encode()),
        good + b" ",
        b"[" * 5000,
        b"",
    ):
        sealed = lock.encrypt(envelope.nonce, inside, outside)
        with pytest.raises(FileRefusedError):
            _read(_signed(msgspec.structs.replace(envelope, sealed=sealed)))
    assert _read(_signed(envelope)) == REPLY


def test_a_reply_cannot_be_handed_to_another_room_or_log_nor_signed_anew_by_somebody_else() -> None:
    envelope = opened(reply_file(REPLY, VAULT, SECRET, Professional().key))
    mine = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
    for changed in (
        msgspec.structs.replace(envelope, public_key=mine),
        msgspec.structs.replace(envelope, public_key=mine, room=UUID(int=9)),
        msgspec.structs.replace(envelope, public_key=mine, log=UUID(int=9)),
    ):
        with pytest.raises(FileRefusedError) as told:
            _read(_signed(changed))
        assert told.value.message.startswith("Somebody else signed")


def test_nothing_that_no_room_would_take_is_written() -> None:
    for wrong in (
        msgspec.structs.replace(REPLY, answers=()),
        msgspec.structs.replace(REPLY, advice="x" * 10_001),
        msgspec.structs.replace(REPLY, advice="NUL\x00"),
        msgspec.structs.replace(REPLY, advice="half \ud800"),
        msgspec.structs.replace(REPLY, said_by=""),
        msgspec.structs.replace(REPLY, answers=REPLY.answers * 2),
        msgspec.structs.replace(REPLY, remarks=(Remark(1, "x"),) * 2000),
        msgspec.structs.replace(REPLY, remarks=tuple(Remark(1, f"{'x' * 9000}{n}") for n in range(300))),
    ):
        with pytest.raises(RefusedError):
            reply_file(wrong, VAULT, SECRET, PRIVATE)


def test_the_secret_of_a_log_is_not_said_aloud() -> None:
    assert "secret" not in repr(replace(Sent(LOG), log=KEY))
    assert SECRET.hex() not in reply_file(REPLY, VAULT, SECRET, PRIVATE).hex()
