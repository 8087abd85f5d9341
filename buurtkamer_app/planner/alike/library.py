"""All that is compared, by words and by meaning: learnt in small pieces beside the work, asked at any time."""

from __future__ import annotations

import math
import threading
from collections import deque
from typing import TYPE_CHECKING, Final

from buurtkamer_app.planner.alike.records import LooksLike
from buurtkamer_app.planner.alike.sentences import Sentences
from buurtkamer_app.planner.alike.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from buurtkamer_app.planner.alike.records import Text
    from buurtkamer_app.planner.alike.sentences import Encoder
    from buurtkamer_app.planner.alike.thesaurus import Thesaurus

# What the meaning of sentences (-1 to 1) counts beside their words (a rare word that is the same: about 4).
MEANING: Final = 4.0
# A text is shown from this on; what is much less alike than the best is not.
ENOUGH: Final = 1.2
OF_THE_BEST: Final = 0.12
# What is alike in so much gets a score of 63.
_HALF_WAY: Final = 4.0
_NEAREST: Final = 24
# How much is learnt at a time, so that whoever asks meanwhile waits some milliseconds.
_WORDS_AT_ONCE: Final = 40
_SENTENCES_AT_ONCE: Final = 32


class Library:
    """The texts of one room; whoever learns and whoever asks take turns."""

    def __init__(self, thesaurus: Callable[[], Thesaurus], encoder: Callable[[], Encoder | None]) -> None:
        self._thesaurus, self._encoder = thesaurus, encoder
        self._turn = threading.RLock()
        self._shelf: Shelf | None = None
        self._sentences: Sentences | None = None
        self._words_only = False
        self._rows: dict[UUID, int] = {}
        self._next = 1
        self._new: deque[tuple[int, Text]] = deque()
        self._unread: deque[int] = deque()

    @property
    def complete(self) -> bool:
        """Tell whether everything was learnt."""
        return self.words_complete and (self._words_only or (self._sentences is not None and not self._unread))

    @property
    def words_complete(self) -> bool:
        """Tell whether the words of everything were learnt."""
        return self._shelf is not None and not self._new

    def take(self, texts: Iterable[Text], gone: Iterable[UUID] = ()) -> None:
        """Note texts that are new or changed, to be learnt in this order, and let go of those that are gone."""
        with self._turn:
            for key in gone:
                self._forget(self._rows.pop(key, 0))
            for text in texts:
                row = self._rows.get(text.key, 0)
                if self._shelf is not None and row in self._shelf.texts and self._shelf.texts[row].said == text.said:
                    self._shelf.texts[row] = text
                    continue
                self._forget(row)
                self._rows[text.key] = self._next
                self._new.append((self._next, text))
                self._next += 1

    def learn(self) -> bool:
        """Learn one piece; tell whether there is more. Only one thread learns."""
        if self._shelf is None:
            shelf = Shelf(self._thesaurus())
            with self._turn:
                self._shelf = shelf
        if self._new:
            self._learn_words(self._shelf)
        elif self._sentences is None and not self._words_only:
            made = self._encoder()
            self._words_only = made is None
            self._sentences = Sentences(made) if made is not None else None
        elif self._unread and self._sentences is not None:
            self._learn_sentences(self._shelf, self._sentences)
        return not self.complete

    def find(self, text: str, most: int) -> list[LooksLike]:
        """Give what is most like a text of what was learnt so far, best first."""
        with self._turn:
            shelf, sentences = self._shelf, self._sentences
            if shelf is None:
                return []
            asked = shelf.asked(text)
            rows = shelf.candidates(asked)
            meaning: dict[int, float] = {}
            if sentences is not None and len(sentences):
                meaning = sentences.nearest(sentences.encode([text])[0], _NEAREST, rows)
            words = shelf.weigh(asked, {*rows, *meaning})
            worth = {row: value + MEANING * meaning.get(row, 0.0) for row, value in words.items()}
            best = max(worth.values(), default=0.0)
            least = max(ENOUGH, best * OF_THE_BEST)
            good = sorted((row for row in worth if worth[row] >= least), key=lambda row: (-worth[row], row))
            return [_shown(shelf.texts[row], worth[row]) for row in good[:most]]

    def senses(self, text: str) -> dict[str, float]:
        """Give the senses of what is typed, each with how many of its words have it."""
        with self._turn:
            return self._shelf.senses(text) if self._shelf is not None else {}

    def close(self) -> None:
        """Let go of everything that was learnt."""
        with self._turn:
            self._new.clear()
            self._unread.clear()
            self._words_only, self._sentences = True, None
            if self._shelf is not None:
                self._shelf.close()
            self._shelf = None

    def _forget(self, row: int) -> None:
        if self._shelf is not None:
            self._shelf.drop(row)
        if self._sentences is not None:
            self._sentences.drop([row])
        if row:
            self._new = deque(entry for entry in self._new if entry[0] != row)

    def _learn_words(self, shelf: Shelf) -> None:
        with self._turn:
            for _ in range(min(_WORDS_AT_ONCE, len(self._new))):
                row, text = self._new.popleft()
                shelf.put(row, text)
                self._unread.append(row)

    def _learn_sentences(self, shelf: Shelf, sentences: Sentences) -> None:
        with self._turn:
            rows = [self._unread.popleft() for _ in range(min(_SENTENCES_AT_ONCE, len(self._unread)))]
            texts = {row: shelf.texts[row] for row in rows if row in shelf.texts}
        if not texts:
            return
        numbers = sentences.encode([text.said for text in texts.values()])
        with self._turn:
            kept = [place for place, row in enumerate(texts) if shelf.texts.get(row) is texts[row]]
            sentences.put([list(texts)[place] for place in kept], numbers[kept])


def _shown(text: Text, worth: float) -> LooksLike:
    score = round(100 * (1 - math.exp(-worth / _HALF_WAY)))
    return LooksLike(text.kind, text.key, text.number, text.name, score, text.theme)
