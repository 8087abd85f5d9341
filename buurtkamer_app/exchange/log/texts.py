"""Cleans the texts of a log, and keeps what each became so that somebody can look at it before it goes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning.text import cleaned
from buurtkamer_app.exchange.log.draft import CleanedText, Decision, Unseen, digest_of, left_out_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from buurtkamer_app.exchange.cleaning.known_names import KnownNames
    from buurtkamer_app.exchange.log.records import FreeText

NO_DECISIONS: Final[Mapping[bytes, Decision]] = MappingProxyType({})


class Texts:
    """Cleans typed texts, and lets what somebody decided about each go out: by its digest."""

    def __init__(
        self,
        names: KnownNames,
        country: str,
        decisions: Mapping[bytes, Decision] = NO_DECISIONS,
        unseen: Unseen = Unseen.ASK,
    ) -> None:
        self._names = names
        self._country = country
        self._decisions = decisions
        self._unseen = unseen
        self._seen: dict[tuple[FreeText, int, str], CleanedText] = {}

    def clean(self, source: FreeText, number: int, text: str) -> str:
        """Give a text as it goes out, without what points at a person; of an empty one nothing."""
        if not text.strip():
            return ""
        key = (source, number, text)
        if key not in self._seen:
            self._seen[key] = self._line(source, number, text)
        return self._seen[key].outgoing

    def again(self, text: str) -> str:
        """Give words that somebody put in place of a line, cleaned as all that goes out."""
        return cleaned(text, self._names, self._country).text

    @property
    def all(self) -> tuple[CleanedText, ...]:
        """Give every text that was cleaned, in the order in which they came."""
        return tuple(self._seen.values())

    def _line(self, source: FreeText, number: int, text: str) -> CleanedText:
        result = cleaned(text, self._names, self._country)
        digest = digest_of(source, number, result.text)
        stays = self._unseen is Unseen.LEAVE_OUT
        outgoing = left_out_words() if stays else result.text
        line = CleanedText(source, number, text, result.text, len(result.found), digest, outgoing)
        decision = self._decisions.get(digest)
        if decision is None:
            return line
        # Somebody may have become known since who is named in these words.
        own = self.again(decision.text) if decision.text else ""
        return line.decided(Decision(own, decision.left_out))
