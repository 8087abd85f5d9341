"""Puts a file where somebody wants it, often on a stick: written beside its place, proved, and only then named."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

from buurtkamer_app.storage.whole_file import check_target, file_trouble, sync_file, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from buurtkamer_app.storage.whole_file import Content


@contextmanager
def delivering(path: Path, content: Content, prove: Callable[[Path], object]) -> Iterator[Callable[[], None]]:
    """Write a file beside `path` and prove it by reading it; the call that is given puts it in its place.

    `content` is its bytes, or what writes them to an open file.
    When what is done with it ends in an error no new file is left. Raises `RefusedError` when `path` cannot be a file,
    `StoreError` when the folder is gone, full or read-only, and what `prove` raises.
    """
    fresh = path.parent / f".{secrets.token_hex(6)}.part"
    placed = False

    def place() -> None:
        nonlocal placed
        try:
            fresh.replace(path)
            placed = True
            # On the file systems of sticks and disks this brings its new name along.
            sync_file(path)
        except OSError as error:
            raise file_trouble(error) from error

    try:
        check_target(path)
        write_whole(fresh, content)
        prove(fresh)
        yield place
    except BaseException:
        _clear(path if placed else fresh)
        raise


def _clear(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The stick is out, or nothing can be written there: then nothing was left either.
        return
