"""Opens many files at once: what can be told of each, and the passphrases that open them."""

from __future__ import annotations

import os
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.changes import Label
from buurtkamer_app.base.errors import BuurtkamerError, KeyRefusedError, RefusedError
from buurtkamer_app.base.i18n import mark
from buurtkamer_app.base.progress import Progress, StoppedError
from buurtkamer_app.exchange.log.reading import SealedLog, as_typed, opened_log, sealed_log
from buurtkamer_app.exchange.log.refusals import AlteredLogError, DamagedLogError, NewerLogError, NoLogError
from buurtkamer_app.review.kept import Tries
from buurtkamer_app.review.records import ClosedFile, Why
from buurtkamer_app.review.rules import order_of_tries, seconds_left
from buurtkamer_app.storage.passphrase import as_compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from buurtkamer_app.exchange.log.records import LogFile

MOST_FILES: Final = 10_000
_WHYS: Final[tuple[tuple[type[BuurtkamerError], Why], ...]] = (
    (AlteredLogError, Why.ALTERED),
    (DamagedLogError, Why.DAMAGED),
    (NoLogError, Why.NO_LOG),
    (NewerLogError, Why.NEWER),
)
_ASKS: Final = mark("This log asks for its passphrase.")
_WRONG: Final = mark("This passphrase does not open the log. Check the words and their order.")
_WAITS: Final = mark("This file waits {seconds} seconds after a wrong passphrase.")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before files are opened: passphrases and names by room key (hexadecimal), wrong tries by log."""

    ring: Mapping[str, str] = field(default_factory=dict, repr=False)
    rooms: Mapping[str, str] = field(default_factory=dict)
    tries: Mapping[str, Tries] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A file that opened: which passphrase did it, and the key of the room that signed it."""

    path: Path
    read: LogFile
    words: str = field(repr=False)
    key: bytes


@dataclass(slots=True)
class Result:
    """What came of opening files; `tries` holds what became of the counts (None: it opened, forget it)."""

    found: list[Found] = field(default_factory=list)
    closed: list[ClosedFile] = field(default_factory=list)
    tries: dict[str, Tries | None] = field(default_factory=dict)


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Give all files that are meant, folders with all PDF files in them, each once and in order.

    Raises `RefusedError` when they are more than this program takes.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for one in _inside(path) if _is_folder(path) else [path]:
            found[one] = None
            if len(found) > MOST_FILES:
                raise RefusedError("These are over {most} files. Open fewer at once.", most=MOST_FILES)
    return list(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        # Nobody may look there: reading it says so.
        return False


def _inside(folder: Path) -> list[Path]:
    files = (
        Path(where) / name
        for where, _, names in os.walk(folder)
        for name in names
        if name.lower().endswith(".pdf") and not name.startswith(".")
    )
    # A pipe would be waited for.
    return sorted(path for path in files if path.is_file())


class Opening:
    """Opens files with what is known and what was typed, on as many threads as pay.

    PDF's key is stretched by qpdf without Python's lock, which is most of the work.
    """

    def __init__(self, known: Known, typed: Sequence[str], now: datetime, progress: Progress | None = None) -> None:
        for words in typed:
            as_typed(words)
            as_compared(words)
        self._known, self._typed, self._now = known, list(dict.fromkeys(typed)), now
        self._progress = progress or Progress()
        self._lock = threading.Lock()
        self._ring = list(dict.fromkeys(known.ring.values()))
        self._opened = Counter(known.ring.values())
        self._begin = 0
        self._done, self._of = 0, 1

    def open(self, paths: Sequence[Path]) -> Result:
        """Open files; raises `StoppedError` when somebody stopped it."""
        result = Result()
        self._of = max(1, 2 * len(paths))
        with ThreadPoolExecutor(_threads()) as pool:
            try:
                sealed = self._sealed(pool, paths, result)
                for part in pool.map(self._room, sealed.values()):
                    result.found += part.found
                    result.closed += part.closed
                    result.tries |= part.tries
            except BaseException:
                # What nobody waits for any more is not begun.
                pool.shutdown(cancel_futures=True)
                raise
        order = {path: place for place, path in enumerate(paths)}
        result.found.sort(key=lambda one: order[one.path])
        result.closed.sort(key=lambda one: order[one.path])
        return result

    def _sealed(self, pool: ThreadPoolExecutor, paths: Sequence[Path], result: Result) -> dict[bytes, list[Path]]:
        """Verify the signatures of all files, and give those that are genuine by the key that signed them.

        What is no genuine log is told, as is what came twice. Nothing of a file is kept: there may be thousands.
        """
        seen, genuine = set(self._known.open), dict[bytes, list[Path]]()
        for path, one in zip(paths, pool.map(self._look, paths), strict=True):
            if isinstance(one, BuurtkamerError):
                result.closed.append(_closed(path, one))
            elif one[1] in seen:
                told = Label(mark("This log is open already: it came twice."))
                result.closed.append(ClosedFile(path, Why.TWICE, told))
            else:
                seen.add(one[1])
                genuine.setdefault(one[0], []).append(path)
        return genuine

    def _look(self, path: Path) -> tuple[bytes, str] | BuurtkamerError:
        self._step()
        try:
            sealed = sealed_log(path)
        except BuurtkamerError as error:
            return error
        return sealed.key, sealed.check_code

    def _room(self, paths: Sequence[Path]) -> Result:
        """Open the logs that one key signed: what opened one of them is tried first on the next."""
        result, known = Result(), None
        for path in paths:
            self._step()
            try:
                found = self._one(path, sealed_log(path), known, result)
            except StoppedError:
                raise
            except BuurtkamerError as error:
                # Somebody took the stick out, or changed the file meanwhile.
                result.closed.append(_closed(path, error))
                continue
            if found is not None:
                known = found.words
                result.found.append(found)
        return result

    def _one(self, path: Path, sealed: SealedLog, known: str | None, result: Result) -> Found | None:
        """Open one, or tell why not."""
        code, room = sealed.check_code, self._known.rooms.get(sealed.key.hex(), "")
        before = self._known.tries.get(code)
        seconds = seconds_left(before.wrong, before.at, self._now) if before else 0
        try:
            read, words = self._tried(sealed, known, typed=not seconds)
        except KeyRefusedError:
            result.closed.append(self._refused(path, code, seconds, room, result))
            return None
        if before is not None:
            result.tries[code] = None
        return Found(path, read, words, sealed.key)

    def _refused(self, path: Path, code: str, seconds: int, room: str, result: Result) -> ClosedFile:
        """Tell that it asks for its passphrase, waits, or that a wrong one was typed, which is counted."""
        if seconds or not self._typed:
            why = Why.WAIT if seconds and self._typed else Why.PASSPHRASE
            told = Label(_WAITS, {"seconds": seconds}) if seconds else Label(_ASKS)
            return ClosedFile(path, why, told, seconds, room)
        before = self._known.tries.get(code)
        now = Tries((before.wrong if before else 0) + 1, self._now)
        result.tries[code] = now
        return ClosedFile(path, Why.WRONG, Label(_WRONG), seconds_left(now.wrong, now.at, self._now), room)

    def _tried(self, sealed: SealedLog, known: str | None, *, typed: bool) -> tuple[LogFile, str]:
        """Try passphrases; raises `KeyRefusedError` when none opens it, and what `opened_log` raises otherwise."""
        given = self._typed if typed else []
        known = known or self._known.ring.get(sealed.key.hex())
        with self._lock:
            tries = order_of_tries(known, given, self._ring, self._opened, min(self._begin, len(given)))
        for words in tries:
            self._progress.go_on()
            try:
                read = opened_log(sealed, words)
            except KeyRefusedError:
                continue
            if words != known:
                with self._lock:
                    self._opened[words] += 1
                    self._begin = given.index(words) + 1 if words in given else self._begin
            return replace(read, files={}), words
        raise KeyRefusedError(_WRONG)

    def _step(self) -> None:
        with self._lock:
            self._done += 1
            self._progress.at(self._done, self._of)


def _closed(path: Path, error: BuurtkamerError) -> ClosedFile:
    why = next((why for kind, why in _WHYS if isinstance(error, kind)), Why.UNREADABLE)
    values = {name: value if isinstance(value, int) else str(value) for name, value in error.values.items()}
    return ClosedFile(path, why, Label(error.message, values))


def _threads() -> int:
    return max(1, min(8, os.cpu_count() or 1))
