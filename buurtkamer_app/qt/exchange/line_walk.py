"""The way through the lines of a log: which are gone through, which one is looked at, how many are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from buurtkamer_app.exchange.log.draft import CleanedText, Decision


class LineWalk:
    """Goes through the lines that were open when it began, or through all of them (`every`)."""

    def __init__(self) -> None:
        self.every = False
        self.place = 0
        self._lines: dict[bytes, CleanedText] = {}
        self._way: list[bytes] = []

    @property
    def lines(self) -> tuple[CleanedText, ...]:
        """Give all lines as they stand now."""
        return tuple(self._lines.values())

    @property
    def line(self) -> CleanedText | None:
        """Give the line that is looked at."""
        return self._lines[self._way[self.place]] if self._way else None

    @property
    def count(self) -> int:
        """Tell how many lines are gone through."""
        return len(self._way)

    @property
    def left(self) -> int:
        """Tell how many lines nobody looked at."""
        return sum(1 for line in self._lines.values() if line.decision is None)

    def put(self, lines: Sequence[CleanedText]) -> None:
        """Take the lines of a new draft; the one that is looked at stays, and so does what was gone through."""
        shown = self.line
        self._lines = {line.digest: line for line in lines}
        known = [digest for digest in self._way if digest in self._lines]
        self._way = list(self._lines) if self.every else known
        self._add_open()
        self.place = self._way.index(shown.digest) if shown and shown.digest in self._way else self._first_open()

    def begin(self) -> None:
        """Begin anew, where nobody looked yet."""
        self._way = list(self._lines) if self.every else []
        self._add_open()
        self.place = self._first_open()

    def go(self, by: int) -> None:
        """Go on or back; at an end one stays."""
        self.place = max(0, min(self.place + by, len(self._way) - 1))

    def go_on(self) -> None:
        """Go to the next line that nobody looked at, the first after the last; else stay."""
        after = [*range(self.place + 1, len(self._way)), *range(self.place)]
        self.place = next((at for at in after if self._is_open(at)), self.place)

    def decisions(self) -> dict[bytes, Decision]:
        """Give what was decided, by digest."""
        return {digest: line.decision for digest, line in self._lines.items() if line.decision is not None}

    def take(self, decisions: Mapping[bytes, Decision]) -> bool:
        """Let these decisions hold and no others; tell whether that is another thing than before."""
        held = {digest: decisions[digest] for digest in self._lines if digest in decisions}
        if held == self.decisions():
            return False
        self._lines = {digest: line.decided(held.get(digest)) for digest, line in self._lines.items()}
        self._add_open()
        return True

    def _add_open(self) -> None:
        known = set(self._way)
        self._way += [key for key, line in self._lines.items() if line.decision is None and key not in known]

    def _first_open(self) -> int:
        return next((at for at in range(len(self._way)) if self._is_open(at)), 0)

    def _is_open(self, at: int) -> bool:
        return self._lines[self._way[at]].decision is None
