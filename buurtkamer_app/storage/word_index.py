"""An index of words in memory, by hand with FTS5: finds fast which few of many texts are worth a closer look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COLUMNS: Final = ("said", "parts", "senses")
# Without its content, BM25 counts only in an index that keeps every detail.
_MAKE: Final = (
    "CREATE VIRTUAL TABLE texts USING fts5(said, parts, senses, content='', contentless_delete=1, tokenize='ascii')"
)
_FIND: Final = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, ?, ?, ?), rowid LIMIT ?"


class WordIndex:
    """Texts as three lists of words: what is said, parts of it, what it means. Nothing of it is ever on a disk."""

    def __init__(self, weights: tuple[float, float, float] = (1.0, 0.8, 0.7)) -> None:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - see engine: the one room that knows the driver

        self._weights = weights
        # Several threads take turns; whoever has the index sees to that.
        self._raw: Any = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._raw.execute(_MAKE)

    def put(self, row: int, lists: Sequence[Iterable[str]]) -> None:
        """Take in a text, or take it in anew; words are plain letters and digits."""
        values = [" ".join(entry) for entry in lists]
        self._raw.execute(
            "INSERT OR REPLACE INTO texts(rowid, said, parts, senses) VALUES (?, ?, ?, ?)", [row, *values]
        )

    def drop(self, row: int) -> None:
        """Let go of a text."""
        self._raw.execute("DELETE FROM texts WHERE rowid = ?", [row])

    def find(self, lists: Sequence[Iterable[str]], most: int) -> list[int]:
        """Give the rows that share words with these lists, what fits best (BM25) first."""
        parts = [
            f"{column}:({' OR '.join(words)})"
            for column, entry in zip(_COLUMNS, lists, strict=True)
            if (words := [f'"{word}"' for word in entry])
        ]
        if not parts:
            return []
        found = self._raw.execute(_FIND, [" OR ".join(parts), *self._weights, most])
        return [row for (row,) in found]

    def close(self) -> None:
        """Let go of everything."""
        self._raw.close()
