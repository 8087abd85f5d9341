"""Leads a replay: a child process holds the store, and is really killed when the book says so."""

from __future__ import annotations

import multiprocessing
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from buurtkamer_app.base.errors import BuurtkamerError, StoreError
from buurtkamer_app.base.i18n import language
from buurtkamer_app.replay.daybook_file import ComputerOff, ComputerOn
from buurtkamer_app.replay.faults import Fault, refused
from buurtkamer_app.replay.holder import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

    from buurtkamer_app.replay.daybook_file import AnyEvent, Book
    from buurtkamer_app.replay.room_file import RoomFile


class Computer:
    """The computer at the desk: a process that can be switched on, told what to do, and killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self.refs: dict[str, Any] = {}

    def switch_on(self) -> None:
        """Start the process; it holds no store yet."""
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, str(self._folder), language()), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_on(self) -> bool:
        """Tell whether the process runs."""
        return self._process is not None

    def kill(self) -> None:
        """Kill the process without warning, as a power cut does; whoever waits for an answer gets `EOFError`."""
        if self._process is not None:
            self._process.kill()

    def switch_off(self) -> None:
        """Kill the process and see it gone."""
        self.kill()
        self.close()

    def close(self) -> None:
        """Hang up, so that the process lets go of the store and ends."""
        if self._process is not None and self._line is not None:
            self._line.close()
            self._process.join()
        self._process = self._line = None

    def ask(self, order: str, *arguments: object) -> Any:
        """Give an order and wait until it is done; raises what the services raised, `EOFError` when killed."""
        if self._line is None:
            raise EOFError
        self._line.send((order, arguments))
        went_well, answer = self._line.recv()
        if not went_well:
            kind, message, details, values = answer
            raise kind(message, details, **values)
        return answer

    def go_through(self, event: AnyEvent, on: date) -> None:
        """Let one event happen: to the computer itself, or at its desk."""
        if isinstance(event, ComputerOff):
            self.switch_off()
        elif isinstance(event, ComputerOn):
            self.take_up()
        else:
            self.refs = self.ask("do", on, event)

    def take_up(self) -> None:
        """Switch on and open the store that was there."""
        self.switch_on()
        self.ask("take_up", self.refs)


@contextmanager
def computer(folder: Path) -> Iterator[Computer]:
    """Give a computer that is switched on, and see that its process is gone afterwards."""
    machine = Computer(folder)
    machine.switch_on()
    try:
        yield machine
    except BaseException:
        machine.switch_off()
        raise
    finally:
        machine.close()


def replay(book: Book, room: RoomFile, folder: Path, path: Path) -> dict[str, Any]:
    """Do everything in a book in a fresh room in `folder`; give the figures.

    Raises `FileRefusedError`, naming the event of the book at `path`, for one that a service refuses, and `StoreError`
    when the process that holds the store dies otherwise.
    """
    try:
        return _replayed(book, room, folder, path)
    except EOFError as error:
        raise StoreError("The program that keeps the store has stopped. Try again.") from error


def _replayed(book: Book, room: RoomFile, folder: Path, path: Path) -> dict[str, Any]:
    dates = {"days": [{"date": day.on.isoformat()} for day in book.days]}
    with computer(folder) as machine:
        machine.ask("furnish", room, book)
        for number, day in enumerate(book.days):
            for position, event in enumerate(day.events):
                try:
                    machine.go_through(event, day.on)
                except BuurtkamerError as error:
                    fault = Fault(f"days[{number}].events[{position}]", error.message, error.values)
                    raise refused(path, fault, dates) from error
        if not machine.is_on:
            machine.take_up()
        found: dict[str, Any] = machine.ask("figures", book)
    return found
