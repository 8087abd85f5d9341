"""The professional's side: logs of rooms are opened, compared, answered and written out, without a room.

One `Reviews` may be handed to several threads.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from buurtkamer_app.review.answering import Answering

if TYPE_CHECKING:
    from collections.abc import Collection
    from contextlib import AbstractContextManager
    from pathlib import Path

    from buurtkamer_app.base.progress import Progress
    from buurtkamer_app.review.records import By, Comparison, WrittenOut


class Reviews(Answering):
    """All that a professional does with logs; what is opened and answered stands in `OpenedLogs` and `Answering`."""

    def compare(self, keys: Collection[str], by: By) -> Comparison:
        """Set rooms, or periods, beside each other in figures (`keys`: which logs; of all that are open: all keys).

        Raises `RefusedError` when no log is chosen.
        """
        from buurtkamer_app.review.comparing import compared  # noqa: PLC0415 - only where it is asked for

        return compared(self._chosen(keys), by)

    def write_out(self, path: Path, keys: Collection[str], progress: Progress | None = None) -> WrittenOut:
        """Write the figures of logs for the office's own tools: `.xlsx`, `.parquet`, or else a folder of CSV files.

        Raises `RefusedError` (no log chosen, Parquet is not installed), `StoreError`, `StoppedError`.
        """
        from buurtkamer_app.review.writing_out import write_out  # noqa: PLC0415 - as in compare

        return write_out(self._chosen(keys), path, self._clock.now().date(), progress)

    def into(self, url: str, keys: Collection[str], progress: Progress | None = None) -> WrittenOut:
        """Load the figures of logs into a PostgreSQL database (`postgresql://…`); twice changes nothing.

        Raises `RefusedError` as `write_out`, `StoreError` when the database refuses, `StoppedError`.
        """
        from buurtkamer_app.review.database import load_into  # noqa: PLC0415 - as in compare

        return load_into(self._chosen(keys), url, self._clock.now(), progress)

    def seeing(self) -> AbstractContextManager[object]:
        """Let all that is read meanwhile be of one moment: records are, by themselves."""
        return nullcontext()

    def close(self) -> None:
        """Let go of everything: nothing is held that must be."""
