from __future__ import annotations

import os
import statistics
import threading
import time
import weakref
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from buurtkamer_app.base.changes import Change, Label
from buurtkamer_app.base.errors import BuurtkamerError, RefusedError
from buurtkamer_app.qt.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from pytestqt.qtbot import QtBot

    from buurtkamer_app.qt.hands import Asked

CHANGE = Change(uuid4(), Label("1 visitor counted"), frozenset({"visit"}))


class Room:
    """Services that remember who used them."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.thread = threading.get_ident()
        self.closed = False

    def do(self, name: str) -> str:
        assert threading.get_ident() == self.thread
        self.names.append(name)
        return name

    def seeing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def close(self) -> None:
        assert threading.get_ident() == self.thread
        self.closed = True


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks[Room]]:
    made: Tasks[Room] = Tasks()
    yield made
    made.close()


def opened(tasks: Tasks[Room], qtbot: QtBot) -> list[str]:
    names: list[str] = []
    ready: list[bool] = []
    tasks.open(lambda: Room(names), lambda: Room(names), lambda: ready.append(True))
    qtbot.waitUntil(lambda: bool(ready))
    return names


def test_a_result_comes_back_on_the_main_thread(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    came: list[tuple[str, int]] = []
    tasks.write(lambda room: room.do("write"), lambda result: came.append((result, threading.get_ident())))
    tasks.read(lambda room: room.do("read"), lambda result: came.append((result, threading.get_ident())))
    qtbot.waitUntil(lambda: len(came) == 2)
    assert sorted(came) == [("read", threading.get_ident()), ("write", threading.get_ident())]


def test_what_was_pressed_before_the_store_was_open_is_written_in_order_and_before_any_read(
    tasks: Tasks[Room], qtbot: QtBot
) -> None:
    done: list[str] = []
    tasks.read(lambda room: room.do("read"), done.append)
    for name in ("first", "second", "third"):
        tasks.write(lambda room, name=name: room.do(name), done.append)  # type: ignore[misc] # mypy: the default
    names = opened(tasks, qtbot)
    qtbot.waitUntil(lambda: len(done) == 4)
    assert names == ["first", "second", "third", "read"]


def test_a_change_is_told_after_the_result(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    told: list[object] = []
    tasks.changed.connect(told.append)
    tasks.write(lambda _: CHANGE, lambda _: told.append("result"))
    tasks.write(lambda _: Change(None, CHANGE.label, CHANGE.kinds), lambda _: told.append("nothing"))
    qtbot.waitUntil(lambda: "nothing" in told)
    assert told == ["result", CHANGE, "nothing"]


def test_a_refusal_goes_to_who_explains_it_or_to_the_window(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    own: list[BuurtkamerError] = []
    window: list[BuurtkamerError] = []
    tasks.troubled.connect(window.append)

    def refuse(_: Room) -> None:
        raise RefusedError("This name is empty.")

    tasks.write(refuse, lambda _: None, own.append)
    tasks.read(refuse, lambda _: None)
    qtbot.waitUntil(lambda: bool(own) and bool(window))
    assert (own[0].message, window[0].message) == ("This name is empty.", "This name is empty.")


def test_a_fault_goes_to_the_crash_dialog_and_the_thread_goes_on(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    done: list[str] = []
    with qtbot.captureExceptions() as faults:
        tasks.write(lambda _: 1 // 0, lambda _: None)
        tasks.write(lambda room: room.do("after"), done.append)
        qtbot.waitUntil(lambda: done == ["after"])
    assert [fault[0] for fault in faults] == [ZeroDivisionError]


def test_opening_may_fail_and_be_tried_again(tasks: Tasks[Room], qtbot: QtBot) -> None:
    trouble: list[BuurtkamerError] = []
    done: list[str] = []
    tasks.write(lambda room: room.do("kept"), done.append)

    def refuse() -> Room:
        raise RefusedError("That passphrase does not open the room.")

    tasks.open(refuse, refuse, lambda: None, trouble.append)
    qtbot.waitUntil(lambda: bool(trouble))
    assert not done
    opened(tasks, qtbot)
    qtbot.waitUntil(lambda: done == ["kept"])


def test_shutting_closes_the_services_on_their_own_thread(tasks: Tasks[Room], qtbot: QtBot) -> None:
    rooms: list[Room] = []
    ready: list[bool] = []

    def room() -> Room:
        rooms.append(Room([]))
        return rooms[-1]

    tasks.open(room, room, lambda: ready.append(True))
    qtbot.waitUntil(lambda: len(rooms) == 2 and bool(ready))
    tasks.shut()
    qtbot.waitUntil(lambda: all(each.closed for each in rooms))
    done: list[str] = []
    tasks.write(lambda each: each.do("waits"), done.append)
    opened(tasks, qtbot)
    qtbot.waitUntil(lambda: done == ["waits"])


def test_a_cancelled_read_tells_nothing_and_hears_that_it_must_stop(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    told: list[object] = []
    begun, heard = threading.Event(), threading.Event()

    def long(_: Room, stop: threading.Event) -> str:
        begun.set()
        assert stop.wait(10)
        heard.set()
        return "too late"

    asked: Asked = tasks.read_long("The report is being made", long, told.append)
    assert begun.wait(10)
    asked.cancel()
    assert heard.wait(10)
    after: list[str] = []
    tasks.read(lambda room: room.do("next"), after.append)
    qtbot.waitUntil(lambda: after == ["next"])
    assert not told


@pytest.mark.parametrize("way", ["method", "function", "partial"])
def test_who_is_gone_when_the_answer_comes_is_told_nothing(tasks: Tasks[Room], qtbot: QtBot, way: str) -> None:
    """A dialog that was closed while something was looked up for it."""
    opened(tasks, qtbot)
    label, told, stays = QLabel(), list[str](), list[str]()
    ways: dict[str, Callable[[str], None]] = {
        "method": label.setText,
        "function": lambda name: label.setText(name),  # noqa: PLW0108 - a function that holds the label
        "partial": partial(_tell, label),
    }
    tasks.read(lambda room: room.do("looked up"), ways[way], lambda error: told.append(error.sentence()))
    delete(label)
    tasks.read(lambda room: room.do("of somebody else"), stays.append)
    qtbot.waitUntil(lambda: stays == ["of somebody else"])
    assert told == []


def _tell(label: QLabel, name: str) -> None:
    label.setText(name)


def test_what_takes_long_says_so_and_says_when_it_is_done(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    busy: list[str] = []
    tasks.busy.connect(busy.append)
    go = threading.Event()
    done: list[bool] = []
    tasks.read_long("The report is being made", lambda _, __: go.wait(10), done.append)
    qtbot.waitUntil(lambda: busy == ["The report is being made"])
    go.set()
    qtbot.waitUntil(lambda: bool(done))
    assert busy == ["The report is being made", ""]


def test_closing_finishes_what_was_to_be_written(qtbot: QtBot) -> None:
    tasks: Tasks[Room] = Tasks()
    names = opened(tasks, qtbot)
    done: list[str] = []
    for place in range(50):
        tasks.write(lambda room, place=place: room.do(str(place)), done.append)  # type: ignore[misc] # mypy: the default
    tasks.close()
    assert names == [str(place) for place in range(50)]
    assert done == names


def test_closing_before_anything_was_opened_ends(qtbot: QtBot) -> None:
    tasks: Tasks[Room] = Tasks()
    tasks.close()
    assert not [thread for thread in threading.enumerate() if thread.name in {"writer", "reader"}]


def test_long_pure_work_runs_in_a_child_process(tasks: Tasks[Room], qtbot: QtBot) -> None:
    came: list[int] = []
    tasks.child("Being filled", os.getpid, (), came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    assert came[0] != os.getpid()


def test_a_child_that_is_cancelled_is_gone_and_tells_nothing(tasks: Tasks[Room], qtbot: QtBot) -> None:
    told: list[object] = []
    asked = tasks.child("Being filled", time.sleep, (60,), told.append)
    asked.cancel()
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "child"], timeout=20_000)
    assert not told


def test_a_press_is_done_well_within_a_millisecond(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    taken: list[float] = []

    def press() -> None:
        began = time.perf_counter()

        def told(_: str) -> None:
            taken.append(time.perf_counter() - began)
            if len(taken) < 300:
                press()

        tasks.write(lambda room: room.do("tally"), told)

    press()
    qtbot.waitUntil(lambda: len(taken) >= 300)
    assert statistics.median(taken) < 0.001


def test_what_was_asked_is_let_go_of_on_the_main_thread(tasks: Tasks[Room], qtbot: QtBot) -> None:
    """Whoever lets go of a widget last deletes it, and Qt breaks when that is another thread than its own."""
    opened(tasks, qtbot)
    where: list[int] = []

    class Held:
        """Stands for a widget that is asked from."""

        def work(self, room: Room) -> None:
            pass

        def then(self, _: None) -> None:
            pass

    def ask() -> None:
        held = Held()
        weakref.finalize(held, lambda: where.append(threading.get_ident()))
        tasks.write(held.work, held.then)
        tasks.read(held.work, held.then)

    for _ in range(300):
        ask()
    qtbot.waitUntil(lambda: len(where) == 300)
    assert set(where) == {threading.get_ident()}


def test_a_long_reading_holds_up_no_short_one(tasks: Tasks[Room], qtbot: QtBot) -> None:
    opened(tasks, qtbot)
    going, done = threading.Event(), list[str]()
    tasks.read_long("Making…", lambda room, _stop: (going.wait(5), room.do("long"))[1], done.append)
    tasks.read(lambda room: room.do("short"), done.append)
    qtbot.waitUntil(lambda: done == ["short"])
    going.set()
    qtbot.waitUntil(lambda: done == ["short", "long"])


def test_what_is_made_long_before_the_store_is_open_waits_for_it(tasks: Tasks[Room], qtbot: QtBot) -> None:
    done: list[str] = []
    tasks.read_long("Making…", lambda room, _stop: room.do("long"), done.append)
    opened(tasks, qtbot)
    qtbot.waitUntil(lambda: done == ["long"])
