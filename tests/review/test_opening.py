"""Logs of many rooms are opened together; what does not open says why."""

from __future__ import annotations

import random
import zipfile
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from buurtkamer_app.base.errors import FileRefusedError, RefusedError
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.exchange.log.file import log_file
from buurtkamer_app.exchange.log.reading import read_log
from buurtkamer_app.review.records import Why
from buurtkamer_app.review.service import Reviews
from tests.review import rooms

if TYPE_CHECKING:
    from pathlib import Path

    from buurtkamer_app.review.records import Opened
    from tests.review.conftest import Computer


def _whys(opened: Opened) -> list[Why]:
    return [closed.why for closed in opened.closed]


def test_a_folder_of_logs_opens_with_the_passphrases_of_its_rooms(
    reviews: Reviews, logs: Path, words: list[str]
) -> None:
    opened = reviews.open([logs], words)
    assert [(log.called, log.log.last.month) for log in opened.logs] == [
        ("Buurtkamer 0", 3), ("Buurtkamer 0", 4), ("Buurtkamer 1", 3), ("Buurtkamer 2", 3)
    ]  # fmt: skip
    assert opened.closed == ()
    assert {log.room for log in opened.logs} == {rooms.vault(number) for number in range(3)}


def test_a_log_without_its_passphrase_asks_for_it_and_the_others_open(
    reviews: Reviews, logs: Path, words: list[str]
) -> None:
    opened = reviews.open([logs], words[:2])
    assert len(opened.logs) == 3
    assert _whys(opened) == [Why.WRONG]
    assert _whys(Reviews(reviews._clock).open([logs])) == [Why.PASSPHRASE] * 4


def test_what_opened_one_log_of_a_room_opens_the_next_by_itself(reviews: Reviews, tmp_path: Path) -> None:
    first = rooms.put(tmp_path, 1)
    reviews.open([first], [rooms.words(1)])
    second = rooms.put(tmp_path, 1, rooms.april(1), "april.pdf")
    assert len(reviews.open([second]).logs) == 2


def test_one_passphrase_for_all_rooms_is_found_for_each(reviews: Reviews, tmp_path: Path) -> None:
    for number in range(3):
        rooms.put(tmp_path, number, passphrase="een voor alle kamers samen")
    shared = tmp_path / "kamer-0000.pdf"
    assert len(reviews.open([shared], ["een voor alle kamers samen"]).logs) == 1
    assert len(reviews.open([tmp_path]).logs) == 3


def test_the_same_log_is_shown_once(reviews: Reviews, tmp_path: Path) -> None:
    path = rooms.put(tmp_path, 1)
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(path.read_bytes())
    opened = reviews.open([path, copy], [rooms.words(1)])
    assert (len(opened.logs), _whys(opened)) == (1, [Why.TWICE])
    assert _whys(reviews.open([path])) == [Why.TWICE]


def test_a_log_that_is_put_away_can_be_opened_again(reviews: Reviews, logs: Path, words: list[str]) -> None:
    keys = [log.key for log in reviews.open([logs], words).logs]
    assert reviews.shut(keys[:3]).logs == reviews.logs()
    assert [log.key for log in reviews.logs()] == keys[3:]
    with pytest.raises(RefusedError):
        reviews.log(keys[0])
    assert len(reviews.open([logs]).logs) == 4


def test_every_kind_of_wrong_file_is_told_apart(reviews: Reviews, tmp_path: Path) -> None:
    whole = rooms.sealed(1)
    with zipfile.ZipFile(tmp_path / "4-zip.pdf", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("x", bytes(1_000_000))
    (tmp_path / "1-altered.pdf").write_bytes(whole[:500] + bytes([whole[500] ^ 1]) + whole[501:])
    (tmp_path / "2-cut-off.pdf").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "3-another.pdf").write_bytes(rooms.pages(1))
    (tmp_path / "5-empty.pdf").write_bytes(b"")
    opened = reviews.open([tmp_path, tmp_path / "gone.pdf"], ["appel boom citroen deur eend"])
    assert _whys(opened) == [Why.ALTERED, Why.DAMAGED, Why.NO_LOG, Why.NO_LOG, Why.NO_LOG, Why.UNREADABLE]
    assert len({closed.told.say() for closed in opened.closed}) == 4


def test_a_file_of_a_hundred_million_bytes_is_not_taken(reviews: Reviews, tmp_path: Path) -> None:
    with (tmp_path / "large.pdf").open("wb") as large:
        large.write(b"%PDF-1.7\n")
        large.truncate(100_000_000)
    assert _whys(reviews.open([tmp_path])) == [Why.UNREADABLE]


def test_a_folder_within_a_folder_is_looked_into_and_other_files_are_not(reviews: Reviews, tmp_path: Path) -> None:
    inner = tmp_path / "maart" / "kamers"
    inner.mkdir(parents=True)
    rooms.put(inner, 1, name="LOG.PDF")
    (tmp_path / "notes.txt").write_text("x")
    assert len(reviews.open([tmp_path], [rooms.words(1)]).logs) == 1


def test_too_many_files_are_refused(reviews: Reviews, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        reviews.open([tmp_path / f"{number}.pdf" for number in range(10_001)])


def test_a_passphrase_that_cannot_be_one_is_refused_before_anything(reviews: Reviews, logs: Path) -> None:
    for words in ("", "   ", "x" * 200):
        with pytest.raises(RefusedError):
            reviews.open([logs], [words])


def test_a_wrong_passphrase_waits_longer_each_time_also_after_a_restart(computer: Computer, tmp_path: Path) -> None:
    path = rooms.put(tmp_path, 1)
    waits, reviews = [], computer.start()
    for turn in range(6):
        reviews = computer.start() if turn == 3 else reviews
        closed = reviews.open([path], ["een heel ander wachtwoord"]).closed[0]
        assert closed.why is Why.WRONG
        waits.append(closed.seconds)
        computer.clock.instant += timedelta(seconds=closed.seconds)
    assert waits == [0, 0, 5, 30, 60, 60]
    computer.clock.instant -= timedelta(seconds=20)
    reviews = computer.start()
    refused = reviews.open([path], [rooms.words(1)]).closed[0]
    assert (refused.why, refused.seconds) == (Why.WAIT, 20)
    assert "20" in refused.told.say()
    computer.clock.instant -= timedelta(days=365)
    assert reviews.open([path], [rooms.words(1)]).closed[0].seconds == 60
    computer.clock.instant += timedelta(days=366)
    assert len(reviews.open([path], [rooms.words(1)]).logs) == 1
    assert computer.unlock().kept.tries == {}


def test_a_wrong_passphrase_still_waits_when_a_profile_opens_after_it(computer: Computer, tmp_path: Path) -> None:
    path, reviews = rooms.put(tmp_path, 1), Reviews(computer.clock)
    for _ in range(3):
        reviews.open([path], ["een heel ander wachtwoord"])
    reviews.keep_in(computer.unlock())
    assert reviews.open([path], [rooms.words(1)]).closed[0].seconds == 5
    assert next(iter(computer.unlock().kept.tries.values())).wrong == 3


def test_a_log_that_waits_keeps_no_other_from_opening(computer: Computer, tmp_path: Path) -> None:
    path, other = rooms.put(tmp_path, 1), rooms.put(tmp_path, 2)
    reviews = computer.start()
    for _ in range(3):
        reviews.open([path], ["een heel ander wachtwoord"])
    opened = reviews.open([path, other], [rooms.words(2)])
    assert ([log.called for log in opened.logs], _whys(opened)) == (["Buurtkamer 2"], [Why.WAIT])


def test_a_room_whose_key_is_another_one_is_told_and_can_be_trusted(computer: Computer, tmp_path: Path) -> None:
    first = rooms.put(tmp_path, 1)
    computer.start().open([first], [rooms.words(1)])
    other = log_file(rooms.april(1), rooms.blank(), b"een ander wachtwoord hier", rooms.key(7), rooms.vault(1))
    (tmp_path / "other.pdf").write_bytes(other)
    reviews = computer.start()
    logs = reviews.open([first, tmp_path / "other.pdf"], ["een ander wachtwoord hier"]).logs
    assert [log.other_key for log in logs] == [False, True]
    assert logs[1].log == rooms.april(1)
    assert {question.log for question in reviews.questions()} == {logs[0].key}
    reviews.trust(logs[1].room, logs[1].key)
    assert [log.other_key for log in reviews.logs()] == [True, False]
    assert {question.log for question in reviews.questions()} == {logs[1].key}


def test_a_room_is_called_as_the_professional_likes(computer: Computer, logs: Path, words: list[str]) -> None:
    reviews = computer.start()
    room = reviews.open([logs], words).logs[0].room
    reviews.call(room, "  De   Wilgenhof ")
    again = computer.start()
    assert {log.called for log in again.open([logs]).logs} == {"Buurtkamer 1", "Buurtkamer 2", "De Wilgenhof"}
    again.call(room, "")
    assert again.logs()[0].called == "Buurtkamer 0"
    with pytest.raises(RefusedError):
        again.call(room, "x" * 10_000)


def test_somebody_who_stops_it_has_nothing_new_open(reviews: Reviews, logs: Path, words: list[str]) -> None:
    progress = Progress()
    progress.set()
    with pytest.raises(StoppedError):
        reviews.open([logs], words, progress)
    assert reviews.logs() == ()
    going = Progress()
    reviews.open([logs], words, going)
    assert going.part == 1


def test_a_thousand_changes_of_one_byte_are_all_found(tmp_path: Path) -> None:
    whole, path, chance = rooms.sealed(1), tmp_path / "log.pdf", random.Random(27)
    for _ in range(1_000):
        place = chance.randrange(len(whole))
        changed = bytearray(whole)
        changed[place] ^= chance.randrange(1, 256)
        path.write_bytes(changed)
        with pytest.raises(FileRefusedError):
            read_log(path, rooms.words(1))


def test_no_passphrase_stands_in_a_representation(reviews: Reviews, logs: Path, words: list[str]) -> None:
    shown = repr(reviews.open([logs], words))
    assert not [word for word in words if word in shown]
    assert repr(rooms.SECRET) not in shown
