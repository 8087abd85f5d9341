"""Records what a store really writes and when it asks the disk to keep it, and makes what a power cut may leave of it.

A disk promises only what was there when `fsync` came back. Of everything after it, any part may be lost, in any order,
and a write may be torn between two sectors.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.storage.engine import DATABASE

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

_SECTOR: Final = 512
_CALL: Final = re.compile(
    r"^(?P<call>\w+)\((?P<fd>\d+)<(?P<path>[^>]*)>"
    r"(?:, \"(?P<bytes>[^\"]*)\")?(?:, (?P<numbers>[\d, ]+))?\) += (?P<gave>\d+)"
)
_ESCAPED: Final = re.compile(r"\\x([0-9a-f]{2})")

# Counts visitors one by one on the room in a folder, says so after each, and folds the -wal in now and then.
_DESK: Final = """
import os, sys
from pathlib import Path
from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.desk.records import Tally
from buurtkamer_app.replay.practice import open_practice
from buurtkamer_app.startup import KEY_HOLDER
services = open_practice(Path(sys.argv[1]), SystemClock()).services
services.sign_in.act_as(KEY_HOLDER)
raw = services.store.engine.raw_connection().driver_connection
raw.execute("PRAGMA synchronous=" + sys.argv[2])
for number in range(1, int(sys.argv[3]) + 1):
    services.desk.tally(Tally(1))
    os.write(1, b"%d\\n" % number)
    if number % 8 == 0:
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
os._exit(0)
"""


class Did(Enum):
    """What was asked of the disk, or said to whoever waits."""

    WRITE = auto()
    CUT = auto()
    SYNC = auto()
    SAID = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing in the order in which it happened; `place` is where, how long, or the number that was said."""

    did: Did
    file: str
    place: int = 0
    content: bytes = b""


def record(folder: Path, synchronous: str, times: int, notes: Path) -> list[Step]:
    """Count visitors in the room of a folder under strace; give all that was written to it, and what was said."""
    calls = "write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,unlink,rename"
    trace = [
        "strace",
        "-qq",
        "-y",
        "-xx",
        "-s",
        "100000",
        "-e",
        f"trace={calls}",
        "-e",
        "signal=none",
        "-o",
        str(notes),
    ]
    subprocess.run(
        [*trace, sys.executable, "-c", _DESK, str(folder), synchronous, str(times)], check=True, capture_output=True
    )
    return list(_steps(notes.read_text(encoding="ascii").splitlines(), folder))


def _steps(lines: Iterable[str], folder: Path) -> Iterable[Step]:
    for line in lines:
        found = _CALL.match(line)
        if found is None:
            assert not _moved(line, folder), f"this was done to the store too: {_plain(line)[:400]}"
            continue
        path = Path(_plain(found["path"]))
        if found["fd"] == "1" and found["call"] == "write":
            yield Step(Did.SAID, "", int(_bytes(found["bytes"])))
        elif path.parent == folder and not path.name.endswith("-shm"):
            yield _step(found, path.name)


def _moved(line: str, folder: Path) -> bool:
    """Tell whether a line is about the store's own files, and went well: nobody else may move or remove them."""
    return (
        f"{folder}/{DATABASE}" in _plain(line)
        and line.rstrip().endswith("= 0")
        and f"{DATABASE}-shm" not in _plain(line)
    )


def _step(found: re.Match[str], file: str) -> Step:
    numbers = [int(part) for part in (found["numbers"] or "").split(",") if part.strip()]
    match found["call"]:
        case "pwrite64":
            content = _bytes(found["bytes"])
            assert len(content) == numbers[0] == int(found["gave"])
            return Step(Did.WRITE, file, numbers[1], content)
        case "ftruncate":
            return Step(Did.CUT, file, numbers[0])
        case "fsync" | "fdatasync":
            return Step(Did.SYNC, file)
        case other:
            raise AssertionError(other)


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), escaped)


def after_a_power_cut(
    before: dict[str, bytes], steps: list[Step], chance: random.Random
) -> tuple[dict[str, bytes], int]:
    """Cut the power at some moment: give what the disk may hold, and the last number that had been said by then."""
    happened = steps[: chance.randrange(len(steps)) + 1]
    said = max((step.place for step in happened if step.did is Did.SAID), default=0)
    left = {name: bytearray(content) for name, content in before.items()}
    likely = chance.choice((0.0, 0.5, 0.9, 1.0))
    for file in {step.file for step in happened if step.did is not Did.SAID}:
        own = [step for step in happened if step.file == file]
        safe = max((place + 1 for place, step in enumerate(own) if step.did is Did.SYNC), default=0)
        loose = [step for step in own[safe:] if chance.random() < likely]
        if chance.random() < 0.5:
            chance.shuffle(loose)
        kept = left.setdefault(file, bytearray())
        for step in own[:safe]:
            _apply(kept, step)
        for step in loose:
            _apply(kept, _torn(step, chance))
    return {name: bytes(content) for name, content in left.items()}, said


def _torn(step: Step, chance: random.Random) -> Step:
    if step.did is not Did.WRITE or chance.random() < 0.7:
        return step
    # The sectors of the disk lie where they lie, also under a write that begins between two of them.
    sectors = range(-(step.place % _SECTOR), len(step.content), _SECTOR)
    until = chance.choice(sectors)
    return Step(Did.WRITE, step.file, step.place, step.content[: max(0, until)])


def _apply(kept: bytearray, step: Step) -> None:
    if step.did is Did.WRITE and step.content:
        kept.extend(bytes(max(0, step.place + len(step.content) - len(kept))))
        kept[step.place : step.place + len(step.content)] = step.content
    elif step.did is Did.CUT:
        kept.extend(bytes(max(0, step.place - len(kept))))
        del kept[step.place :]
