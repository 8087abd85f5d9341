"""A text while names are looked for: its words, what can be asked of each, and which were found to be of a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning import cues
from buurtkamer_app.exchange.cleaning.first_names import Kind, first_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.exchange.cleaning.words import Word

SHORTEST: Final = 3
LONGEST_GAP: Final = 3
_ARABIC: Final = ("\u0600", "\u08ff")
_NOBODY: Final = cues.NEVER | cues.TITLES
_SMALL: Final = cues.NEVER | cues.PARTICLES


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its words, the places of words in `kept` that no list takes for a name, and those of names so far."""

    text: str
    words: Sequence[Word]
    kept: frozenset[int]
    named: set[int] = field(default_factory=set)

    def has(self, at: int) -> bool:
        """Tell whether there is a word at this place."""
        return 0 <= at < len(self.words)

    def capital(self, at: int) -> bool:
        """Tell whether a word is written with a capital, also where that says nothing."""
        return self.text[self.words[at].start].isupper()

    def has_case(self, at: int) -> bool:
        """Tell whether the letters of a word know capitals: Arabic and Hebrew do not."""
        first = self.text[self.words[at].start]
        return first.lower() != first.upper()

    def kind(self, at: int) -> Kind:
        """Tell how sure a word is a first name."""
        word = self.words[at]
        raw = self.text[word.start : word.end]
        # Vowels are not written there, so plain letters say too little: those names are on the list as they are.
        return first_name(raw if any(_ARABIC[0] <= char <= _ARABIC[1] for char in raw) else word.plain)

    def goes_on(self, at: int) -> bool:
        """Tell whether a word goes on where the one before it stopped: within a sentence, without a comma."""
        word = self.words[at]
        return len(word.gap) <= LONGEST_GAP and not set(word.gap) & set(",;:!?()\n\r[]") and not word.opens

    def could_be(self, at: int) -> bool:
        """Tell whether a word has the capital of a name, or is what is left of one (`K.`)."""
        word = self.words[at]
        return word.capital and at not in self.kept and word.plain not in _NOBODY and not word.plain.isdigit()

    def is_small(self, at: int) -> bool:
        """Tell whether a word is one of those that stand in every sentence."""
        return len(self.words[at].plain) < SHORTEST or self.words[at].plain in _SMALL

    def is_of_more(self, at: int) -> bool:
        """Tell whether a word says of what people or place the next is: `Turkse` of `Turkse muziek`."""
        if not self.has(at + 1) or not self.words[at].plain.endswith(cues.OF_A_PEOPLE):
            return False
        return self.words[at + 1].gap == " " and not self.words[at + 1].capital
