"""The command of the professional: reads one log and prints it, or many, and passes their figures on."""

from __future__ import annotations

import glob
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from buurtkamer_app.base.clock import SystemClock
from buurtkamer_app.base.errors import FileRefusedError, KeyRefusedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.exchange.log.check_code import same_code
from buurtkamer_app.exchange.log.reading import opened_log, sealed_log
from buurtkamer_app.review.records import ASKS, Why
from buurtkamer_app.review.service import Reviews
from buurtkamer_app.review.words import period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.exchange.log.records import LogFile
    from buurtkamer_app.review.records import ClosedFile, Opened, RoomLog

_LONGEST: Final = 1_000_000  # bytes of a file with passphrases
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: which files, the passphrases, the check code, and where the figures go."""

    paths: tuple[Path, ...]
    passphrases: tuple[str, ...]
    code: str | None = None
    out: Path | None = None
    into: str | None = None

    @property
    def prints_one(self) -> bool:
        """Tell whether one log is read, and nothing else asked for."""
        return len(self.paths) == 1 and not self.paths[0].is_dir() and self.out is None and self.into is None


def meant(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files and folders that were typed; `*` is filled in where the shell leaves that to programs."""
    found: list[Path] = []
    for path in paths:
        filled = sorted(glob.glob(str(path))) if glob.has_magic(str(path)) and not path.exists() else []  # noqa: PTH207
        found += map(Path, filled or [str(path)])
    return tuple(found)


def passphrases(file: Path | None) -> tuple[str, ...]:
    """Give the passphrases on the lines of a file, or one that is asked on the terminal; never from an argument.

    Raises `FileRefusedError` when the file cannot be read, `RefusedError` when there is none or nobody to ask.
    """
    if file is None:
        if not sys.stdin.isatty():
            raise RefusedError("There is nobody to ask for the passphrase. Use --passphrase-file.")
        return (str(click.prompt(translate("Passphrase"), hide_input=True)),)
    try:
        # Notepad begins a file with a mark that belongs to no passphrase.
        with file.open(encoding="utf-8-sig") as source:
            lines = source.read(_LONGEST).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileRefusedError("The file {name} cannot be read.", name=file.name) from error
    found = tuple(line for line in lines if line.strip())
    if not found:
        raise RefusedError("The passphrase is still empty. Type it first.")
    return found


def one(asked: Asked) -> Iterator[str]:
    """Verify a log and give what it says, line by line; raises `FileRefusedError` for one that was changed."""
    found = _read(asked)
    log = found.log
    yield translate("This log is whole and was signed by its room.")
    if found.newer:
        yield translate("A newer version made this log: not all is understood.")
    yield translate("Check code: {code}", code=found.check_code)
    yield f"{log.room}, {log.first.isoformat()} – {log.last.isoformat()}"
    for name, content in found.files.items():
        if name.endswith(".csv"):
            yield ""
            yield content.decode("utf-8-sig", "replace").rstrip()
    for question in log.questions:
        yield ""
        yield translate("A question about wish {number}: {text}", number=question.wish, text=question.text)


def many(asked: Asked) -> tuple[list[str], list[str], Opened]:
    """Open many logs and pass their figures on; give the lines to print, those that tell of trouble, and what opened.

    Raises what `Reviews.write_out` and `Reviews.into` raise.
    """
    if asked.code is not None:
        raise RefusedError("A check code is of one log. Leave it out for several.")
    reviews = Reviews(SystemClock())
    opened = reviews.open(asked.paths, asked.passphrases)
    said = [_line(log) for log in opened.logs]
    said.append(translate("Logs that opened: {count} of {all}", count=len(opened.logs), all=_all(opened)))
    keys = [log.key for log in opened.logs]
    if asked.out is not None:
        said += map(str, reviews.write_out(asked.out, keys).paths)
    if asked.into is not None:
        loaded = reviews.into(asked.into, keys)
        said.append(
            translate("Loaded: {new} logs; there already: {old}.", new=loaded.new, old=loaded.logs - loaded.new)
        )
    return said, [*map(_trouble, opened.closed), *_warnings(opened)], opened


def is_genuine(opened: Opened) -> bool:
    """Tell whether no file was refused for what it is."""
    return all(closed.asks or closed.why is Why.TWICE for closed in opened.closed)


def is_unlocked(opened: Opened) -> bool:
    """Tell whether no file asks for another passphrase."""
    return all(closed.why not in ASKS for closed in opened.closed)


def _read(asked: Asked) -> LogFile:
    sealed = sealed_log(asked.paths[0])
    if asked.code is not None and not same_code(asked.code, sealed.check_code):
        raise FileRefusedError(
            "The check code differs: this file has {code}. Listen once more. If it still differs, do not use it.",
            code=sealed.check_code,
        )
    for words in asked.passphrases:
        try:
            return opened_log(sealed, words)
        except KeyRefusedError:
            continue
    raise KeyRefusedError("This passphrase does not open the log. Check the words and their order.")


def _all(opened: Opened) -> int:
    return len(opened.logs) + sum(closed.why is not Why.TWICE for closed in opened.closed)


def _line(log: RoomLog) -> str:
    name = log.called if len(log.called) <= _LONGEST_NAME else f"{log.called[: _LONGEST_NAME - 1]}…"
    visits = log.log.figures.visits
    shown = visits if isinstance(visits, int) else visits.value
    dates = f"{log.log.first.isoformat()} – {log.log.last.isoformat()}"
    asked = translate("{count} questions", count=len(log.log.questions))
    return f"{name:<{_LONGEST_NAME}}  {dates}  {shown:>6}  {log.key}  {asked}"


def _trouble(closed: ClosedFile) -> str:
    return f"{closed.path}: {closed.told.say()}"


def _warnings(opened: Opened) -> Iterator[str]:
    for log in opened.logs:
        values = {"room": log.called, "period": period(log.log.first, log.log.last)}
        if log.other_key:
            yield translate("{room}, {period}: signed by another key than before.", **values)
        if log.newer:
            yield translate("{room}, {period}: made by a newer version, not all is understood.", **values)
