"""Questions of rooms are answered in a signed, sealed file, and drafts are never lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
import pytest

from buurtkamer_app.base.errors import FileRefusedError, RefusedError, StoreError
from buurtkamer_app.exchange.log.file import log_file
from buurtkamer_app.exchange.replies.file import opened, unsealed
from buurtkamer_app.review.records import Stage
from tests.review import rooms

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from buurtkamer_app.exchange.replies.records import Reply
    from buurtkamer_app.review.service import Reviews
    from tests.review.conftest import Computer


def _reply(path: Path) -> Reply:
    return unsealed(opened(path.read_bytes()), rooms.SECRET)


def _asked(reviews: Reviews, place: int = 0) -> UUID:
    id_ = reviews.questions()[place].id
    assert id_ is not None
    return id_


def test_the_questions_of_every_rooms_newest_log_are_listed(computer: Computer, logs: Path, words: list[str]) -> None:
    reviews = computer.start()
    opened_logs = reviews.open([logs], words).logs
    newest = {log.key for log in opened_logs if log.called != "Buurtkamer 0" or log.log.last.month == 4}
    assert {question.log for question in reviews.questions()} == newest
    assert len(reviews.questions()) == 6
    assert reviews.questions()[0].wish_text.startswith("Samen soep koken")


def test_a_draft_stays_after_a_restart_and_open_questions_come_first(
    computer: Computer, logs: Path, words: list[str]
) -> None:
    reviews = computer.start()
    reviews.open([logs], words)
    first = reviews.questions()[0]
    assert reviews.write_down(first.log, first.id, " Vraag de buurtsportcoach. ").stage is Stage.DRAFT
    again = computer.start()
    again.open([logs])
    assert again.questions()[-1].written.text == "Vraag de buurtsportcoach."
    assert [question.written.stage for question in again.questions()] == [Stage.OPEN] * 5 + [Stage.DRAFT]
    again.write_down(first.log, first.id, "")
    assert again.written(first.log, first.id).stage is Stage.OPEN


def test_a_reply_holds_all_that_was_written_sealed_for_its_room(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    log = reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)]).logs[0]
    asked = _asked(reviews)
    reviews.write_down(log.key, asked, "Vraag de coach.")
    reviews.write_down(log.key, 7, "Mooi plan!")
    reviews.write_down(log.key, None, "Ga zo door.")
    path = tmp_path / reviews.proposed_name(log.key)
    made = reviews.reply(log.key, path)
    assert (made.path, made.number, made.answers, made.remarks, made.advice) == (path, 1, 1, 1, True)
    assert path.name == "Buurtkamer 1 2026-03-31.antwoord"
    reply = _reply(path)
    assert (reply.log, reply.number, reply.said_by, reply.organisation) == (log.log.id, 1, "Sam de Wit", "Dichtbij")
    assert [(answer.question, answer.text) for answer in reply.answers] == [(asked, "Vraag de coach.")]
    assert [(remark.wish, remark.text) for remark in reply.remarks] == [(7, "Mooi plan!")]
    assert opened(path.read_bytes()).room == rooms.vault(1)
    assert b"coach" not in path.read_bytes()
    assert reviews.written(log.key, asked).stage is Stage.SENT


def test_a_later_reply_has_the_next_number_and_what_went_before_too(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    log = reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)]).logs[0]
    first, second = _asked(reviews, 0), _asked(reviews, 1)
    reviews.write_down(log.key, first, "Eerst")
    reviews.reply(log.key, tmp_path / "1.antwoord")
    reviews.write_down(log.key, second, "Daarna")
    assert computer.start().profile is not None
    reviews.reply(log.key, tmp_path / "2.antwoord")
    assert _reply(tmp_path / "2.antwoord").number == 2
    assert [answer.text for answer in _reply(tmp_path / "2.antwoord").answers] == ["Eerst", "Daarna"]
    key = opened((tmp_path / "1.antwoord").read_bytes()).public_key
    assert opened((tmp_path / "2.antwoord").read_bytes()).public_key == key


def test_what_was_sent_to_an_older_log_is_not_sent_again_until_it_is_changed(
    computer: Computer, tmp_path: Path
) -> None:
    reviews = computer.start()
    march, april = reviews.open(
        [rooms.put(tmp_path, 1), rooms.put(tmp_path, 1, rooms.april(1), "april.pdf")], [rooms.words(1)]
    ).logs
    asked = _asked(reviews)
    reviews.write_down(march.key, asked, "In maart")
    reviews.write_down(march.key, None, "Advies in maart")
    reviews.reply(march.key, tmp_path / "1.antwoord")
    assert reviews.questions()[-1].written.stage is Stage.SENT
    assert reviews.written(april.key, None).stage is Stage.OPEN
    with pytest.raises(RefusedError):
        reviews.reply(april.key, tmp_path / "2.antwoord")
    reviews.write_down(april.key, asked, "In april")
    reviews.reply(april.key, tmp_path / "2.antwoord")
    assert [answer.text for answer in _reply(tmp_path / "2.antwoord").answers] == ["In april"]
    assert _reply(tmp_path / "2.antwoord").advice == ""


def test_without_a_profile_nothing_can_be_answered(reviews: Reviews, logs: Path, words: list[str]) -> None:
    log = reviews.open([logs], words).logs[0]
    with pytest.raises(RefusedError):
        reviews.write_down(log.key, None, "Advies")
    assert len(reviews.questions()) == 6


def test_what_cannot_be_answered_is_refused_with_a_sentence(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    log = reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)]).logs[0]
    for about, text in ((99, "Geen wens"), (log.room, "Geen vraag"), (None, "x" * 10_001), (None, "\0")):
        with pytest.raises(RefusedError):
            reviews.write_down(log.key, about, text)
    with pytest.raises(RefusedError):
        reviews.reply(log.key, tmp_path / "empty.antwoord")
    old = rooms.put(tmp_path, 2, rooms.without_id(rooms.month(2)), "old.pdf")
    key = next(one.key for one in reviews.open([old], [rooms.words(2)]).logs if one.called == "Buurtkamer 2")
    with pytest.raises(RefusedError):
        reviews.write_down(key, None, "Advies")
    assert not list(tmp_path.glob("*.antwoord"))


def test_a_log_of_another_key_is_not_answered_before_it_is_trusted(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)])
    content = log_file(rooms.april(1), rooms.blank(), b"een ander wachtwoord", rooms.key(7), rooms.vault(1),
                             rooms.SECRET)  # fmt: skip
    (tmp_path / "other.pdf").write_bytes(content)
    log = reviews.open([tmp_path / "other.pdf"], ["een ander wachtwoord"]).logs[-1]
    with pytest.raises(RefusedError):
        reviews.write_down(log.key, None, "Advies")
    reviews.trust(log.room, log.key)
    reviews.write_down(log.key, None, "Advies")
    assert reviews.reply(log.key, tmp_path / "a.antwoord").advice


def test_a_reply_that_cannot_be_written_leaves_the_drafts_as_they_are(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    log = reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)]).logs[0]
    reviews.write_down(log.key, None, "Advies")
    with pytest.raises(StoreError):
        reviews.reply(log.key, tmp_path / "stick" / "a.antwoord")
    with pytest.raises(RefusedError):
        reviews.reply(log.key, tmp_path)
    assert reviews.written(log.key, None).stage is Stage.DRAFT
    assert not list(tmp_path.glob("*.part"))


def test_a_name_of_a_room_makes_a_name_of_a_file(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    odd = msgspec.structs.replace(rooms.month(1), room='A/B: "huis" ..\\' + "x" * 200)
    log = reviews.open([rooms.put(tmp_path, 1, odd)], [rooms.words(1)]).logs[0]
    name = reviews.proposed_name(log.key)
    assert not set(name) & set('\\/:*?"<>|')
    assert len(name) < 110


def test_a_thousand_changes_of_one_byte_in_a_reply_are_all_found(computer: Computer, tmp_path: Path) -> None:
    reviews = computer.start()
    log = reviews.open([rooms.put(tmp_path, 1)], [rooms.words(1)]).logs[0]
    reviews.write_down(log.key, None, "Advies")
    reviews.reply(log.key, tmp_path / "a.antwoord")
    whole, chance = (tmp_path / "a.antwoord").read_bytes(), random.Random(27)
    for _ in range(1_000):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= chance.randrange(1, 256)
        with pytest.raises(FileRefusedError):
            unsealed(opened(bytes(changed)), rooms.SECRET)
