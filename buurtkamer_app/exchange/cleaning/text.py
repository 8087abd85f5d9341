"""Takes names, numbers and addresses out of a text that somebody typed, before it leaves the building."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.letters import words
from buurtkamer_app.exchange.cleaning.addresses import addresses
from buurtkamer_app.exchange.cleaning.known_names import JOINING
from buurtkamer_app.exchange.cleaning.patterns import patterns
from buurtkamer_app.exchange.cleaning.people import names_in
from buurtkamer_app.exchange.cleaning.records import Cleaned, Span, Trace
from buurtkamer_app.exchange.cleaning.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from buurtkamer_app.exchange.cleaning.known_names import KnownNames
    from buurtkamer_app.exchange.cleaning.words import Word

__all__ = ["Cleaned", "Trace", "cleaned", "found_in"]

_INSTEAD: Final = {
    Trace.EMAIL: mark("[e-mail]"),
    Trace.LINK: mark("[link]"),
    Trace.ACCOUNT: mark("[bank account]"),
    Trace.CITIZEN_NUMBER: mark("[number]"),
    Trace.PHONE: mark("[phone]"),
    Trace.BIRTH: mark("[date of birth]"),
    Trace.PLATE: mark("[licence plate]"),
    Trace.POSTCODE: mark("[postcode]"),
    Trace.ADDRESS: mark("[address]"),
    Trace.STREET: mark("[street]"),
    Trace.PARTNER: mark("[partner]"),
    Trace.NAME: mark("[name]"),
}
_ORDER: Final = tuple(Trace)
# Ten times what any field of the program takes; what somebody gets in beyond it stays here.
LONGEST: Final = 100_000
# What is taken out can bring two words together that are a name; a few rounds are always enough.
_ROUNDS: Final = 8
_NUMBER_AFTER: Final = re.compile(r"\s+(?:(?i:nr|nummer)\.?\s*)?\d{1,4}(?:\s?[a-zA-Z](?!\w))?(?:-\w{1,4})?(?![\w:])")


def cleaned(text: str, names: KnownNames, country: str) -> Cleaned:
    """Put a word in brackets in place of every name, phone number, address and the like.

    `country` (NL, BE) is where a phone number without a country code is from. Cleaning twice changes nothing more.
    Of a text of more than 100,000 letters only those are given.
    """
    left = text[:LONGEST]
    found: tuple[Trace, ...] = ()
    for _ in range(_ROUNDS):
        left, spans = found_in(left, names, country)
        if not spans:
            break
        found += tuple(span.trace for span in spans)
        left = _without(left, spans)
    return Cleaned(left, found)


def _without(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], translate(_INSTEAD[span.trace])]
        at = span.end
    return "".join([*pieces, text[at:]])


def found_in(text: str, names: KnownNames, country: str) -> tuple[str, list[Span]]:
    """Give a text without characters that hide others, and what must go out of that, in its order."""
    plain = _without_hiding_places(text)
    shadow = _in_plain_signs(plain)
    done = bytearray(len(plain))
    for match in _taken_out().finditer(plain):
        done[match.start() : match.end()] = b"\1" * len(match.group())
    every = [_silent(word, done) for word in words_of(plain)]
    spans = [
        *patterns(shadow, country),
        *addresses(shadow, country),
        *_known_phrases(plain, every, names),
        *_names(plain, every, names),
    ]
    return plain, _apart(plain, [span for span in spans if not any(done[span.start : span.end])])


def _without_hiding_places(text: str) -> str:
    """Take out characters without a shape, in which a name can be split."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char
        for char in unicodedata.normalize("NFC", text)
        if char in "\n\r\t" or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )


def _in_plain_signs(text: str) -> str:
    """Give wide, raised and circled signs as plain ones, each in its own place."""
    if text.isascii():
        return text
    plain = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join(one if len(one) == 1 else char for one, char in zip(plain, text, strict=True))


def _taken_out() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(translate(instead)) for instead in _INSTEAD.values()))


def _silent(word: Word, done: bytearray) -> Word:
    """Give a word that stands for what was taken out as one that says nothing: `[naam]` is no `naam: Xanthe`."""
    return replace(word, plain="", capital=False) if done[word.start] else word


def _known_phrases(text: str, every: Sequence[Word], names: KnownNames) -> Iterator[Span]:
    for first, last in names.streets.find(every):
        end = every[last].end
        house = _NUMBER_AFTER.match(text, end)
        trace = Trace.STREET if house is None else Trace.ADDRESS
        yield Span(every[first].start, end if house is None else house.end(), trace)
    for first, last in names.partners.find(every):
        yield Span(every[first].start, every[last].end, Trace.PARTNER)


def _names(text: str, every: Sequence[Word], names: KnownNames) -> Iterator[Span]:
    kept = {at for first, last in names.stays.find(every) for at in range(first, last + 1)}
    for at in sorted(names_in(text, every, names, frozenset(kept))):
        yield Span(every[at].start, every[at].end, Trace.NAME)


def _apart(text: str, spans: list[Span]) -> list[Span]:
    """Join spans that overlap, and names with only blanks, hyphens, titles or particles between them."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda entry: (entry.start, entry.end)):
        last = joined[-1] if joined else None
        if last is not None and (span.start < last.end or _one_name(text, last, span)):
            trace = min(last.trace, span.trace, key=_ORDER.index)
            joined[-1] = Span(last.start, max(last.end, span.end), trace)
        else:
            joined.append(span)
    return joined


def _one_name(text: str, first: Span, second: Span) -> bool:
    between = text[first.end : second.start]
    initial = first.end - first.start == 1 or text[first.end - 2 : first.end - 1] in {".", " "}
    if initial and between.startswith("."):
        between = between[1:]
    return (
        first.trace is second.trace is Trace.NAME
        and not set(between) & set(",.;:!?()\n/&")
        and JOINING.issuperset(words(between))
    )
