"""Takes names, numbers and addresses out of a text that somebody typed, before it leaves the building."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from phonenumbers import Leniency, PhoneNumberMatcher

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.exchange.known_names import JOINING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from buurtkamer_app.exchange.known_names import KnownNames


class Trace(enum.StrEnum):
    """What was taken out; of two that overlap the first one here names the place."""

    EMAIL = "email"
    CITIZEN_NUMBER = "citizen_number"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NAME = "name"


_INSTEAD: Final = {
    Trace.EMAIL: mark("[e-mail]"),
    Trace.CITIZEN_NUMBER: mark("[number]"),
    Trace.PHONE: mark("[phone]"),
    Trace.POSTCODE: mark("[postcode]"),
    Trace.ADDRESS: mark("[address]"),
    Trace.NAME: mark("[name]"),
}
_ORDER: Final = tuple(Trace)
_EMAIL: Final = re.compile(r"(?<![^\s<>()\[\],;:\"@])[^\s@<>()\[\],;:\"]++@[^\s@<>()\[\],;:\"]+\.\w{2,}")
_NINE_DIGITS: Final = re.compile(r"(?<![\d+])\d(?:[ .\-]?\d){8}(?!\d)")
# NL: letters in capitals, or without a blank ("1034zz"); SA, SD and SS are not given out, but cost nothing to leave in.
_POSTCODE_NL: Final = re.compile(r"(?<!\d)[1-9]\d{3}(?:\s?[A-Z]{2}|[A-Za-z]{2})(?![^\W\d_])")
_POSTCODE_BE: Final = re.compile(r"(?<![\d-])(?:B-?\s?[1-9]\d{3}(?!\d)|[1-9]\d{3}(?=\s[A-Z][^\W\d_]{2}))")
# A street-like word (with something before it, or a capital) and its number: `Wilgenpad 12 b`, `Markt 3-hs`.
_STREETS: Final = (
    "straat|str\\.?|laan|weg|pad|plein|plantsoen|kade|gracht|singel|hof|dreef|dijk|steeg|baan|lei|markt|ring|park|wal"
    "|hoek|stwg\\.?|oord|akker|meent|donk|hove|vest"
)
# `Rommelmarkt 14 maart` and `onderweg 2 uur` are no addresses.
_NO_NUMBER: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|keer|maal|uur|minuten|personen|mensen|buren|kinderen|euro|jaar|dag|dagen|week|weken|maanden|x\\b|%|[.:]\\d"
)
_ADDRESS: Final = re.compile(
    rf"\b(?:[^\W\d_]+(?i:{_STREETS})|Straat|Laan|Weg|Pad|Plein|Park|Markt|Hof|Ring|Dijk|Dam)\s+"
    rf"(?:(?i:nr|nummer|n°)\.?\s*)?\d{{1,4}}(?!\d)(?!\s*(?:{_NO_NUMBER}))(?:\s?[a-zA-Z](?!\w))?"
    r"(?:\s?[-/]?\s?(?:(?i:hs|bis|huis|boven|beneden|bus\s?\d+|[IVX]+)\b|(?<=[-/])\w{1,4}))?"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without what points at a person, and what was taken out, in its order."""

    text: str
    found: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    trace: Trace


def cleaned(text: str, names: KnownNames, country: str) -> Cleaned:
    """Put a word in brackets in place of every known name, phone number, address and the like.

    `country` (NL, BE) is where a phone number without a country code is from.
    """
    plain = _without_hiding_places(text)
    pieces: list[str] = []
    found: list[Trace] = []
    at = 0
    for span in _apart(plain, [*_patterns(plain, country), *_names(plain, names)]):
        pieces += [plain[at : span.start], translate(_INSTEAD[span.trace])]
        found.append(span.trace)
        at = span.end
    return Cleaned("".join([*pieces, plain[at:]]), tuple(found))


def _without_hiding_places(text: str) -> str:
    """Take out characters without a shape, in which a name can be split."""
    return "".join(
        char
        for char in unicodedata.normalize("NFC", text)
        if char in "\n\r\t" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )


def _patterns(text: str, country: str) -> Iterator[_Span]:
    for trace, pattern, holds in (
        (Trace.EMAIL, _EMAIL, None),
        (Trace.CITIZEN_NUMBER, _NINE_DIGITS, _passes_the_11_test),
        (Trace.POSTCODE, _POSTCODE_NL, None),
        (Trace.ADDRESS, _ADDRESS, None),
    ):
        yield from _matches(text, trace, pattern, holds)
    if country == "BE":
        yield from _matches(text, Trace.POSTCODE, _POSTCODE_BE, None)
    for match in PhoneNumberMatcher(text, country, leniency=Leniency.POSSIBLE):
        # Nine digits or more in either country; dates and opening hours have eight.
        if sum(char.isdigit() for char in match.raw_string) >= 9:
            yield _Span(match.start, match.end, Trace.PHONE)


def _matches(text: str, trace: Trace, pattern: re.Pattern[str], holds: Callable[[str], bool] | None) -> Iterator[_Span]:
    for match in pattern.finditer(text):
        if holds is None or holds(match.group()):
            yield _Span(*match.span(), trace)


def _passes_the_11_test(number: str) -> bool:
    """Tell whether nine digits could be a Dutch citizen service number (weights 9 to 2 and -1, a multiple of 11)."""
    digits = [int(char) for char in number if char.isdigit()]
    return sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11 == 0


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _words_of(text: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for place, char in enumerate(f"{text} "):
        if _is_of_a_word(char) and start is None:
            start = place
        elif not _is_of_a_word(char) and start is not None:
            yield start, place
            start = None


def _names(text: str, names: KnownNames) -> Iterator[_Span]:
    before = ""
    for start, end in _words_of(text):
        plain = "".join(words(text[start:end]))
        if names.holds(plain, capital=text[start].isupper(), before=before):
            yield _Span(start, end, Trace.NAME)
        before = plain


def _apart(text: str, spans: list[_Span]) -> list[_Span]:
    """Join spans that overlap, and names with only blanks, hyphens, titles or particles between them."""
    joined: list[_Span] = []
    for span in sorted(spans, key=lambda entry: (entry.start, entry.end)):
        last = joined[-1] if joined else None
        if last is not None and (span.start < last.end or _one_name(text, last, span)):
            trace = min(last.trace, span.trace, key=_ORDER.index)
            joined[-1] = _Span(last.start, max(last.end, span.end), trace)
        else:
            joined.append(span)
    return joined


def _one_name(text: str, first: _Span, second: _Span) -> bool:
    between = text[first.end : second.start]
    return (
        first.trace is second.trace is Trace.NAME
        and not set(between) & set(",.;:!?()\n/&")
        and JOINING.issuperset(words(between))
    )
