"""Where somebody lives, by the form of it: street and number, number and street, flat, postcode, a street alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from buurtkamer_app.exchange.cleaning.records import Span, Trace, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

# NL: letters in capitals, or without a blank ("1034zz"); SA, SD and SS are not given out, but cost nothing to leave in.
_POSTCODE_NL: Final = re.compile(r"(?<!\d)[1-9]\d{3}(?:\s?[A-Z]{2}|[A-Za-z]{2})(?![^\W\d_])")
_POSTCODE_BE: Final = re.compile(r"(?<![\d-])(?:B-?\s?[1-9]\d{3}(?!\d)|[1-9]\d{3}(?=\s[A-Z][^\W\d_]{2}))")
# A street-like word (with something before it, or a capital) and its number: `Wilgenpad 12 b`, `Markt 3-hs`.
_STREETS: Final = (
    "straat|straatje|str\\.?|laan|weg|steenweg|stwg\\.?|pad|plein|plantsoen|kade|gracht|singel|hof|dreef|dijk|steeg|baan"
    "|lei|markt|ring|park|wal|hoek|oord|akker|meent|donk|hove|vest|veld"
)
# `Rommelmarkt 14 maart` and `onderweg 2 uur` are no addresses.
_NO_NUMBER: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|keer|maal|uur|minuten|personen|mensen|buren|kinderen|euro|jaar|dag|dagen|week|weken|maanden|x\\b|%|[.:]\\d"
)
_REST: Final = (
    r"(?:\s?[a-zA-Z](?!\w))?(?:\s?[-/]?\s?(?:(?i:hs|bis|huis|boven|beneden|bus\s?\d+|[IVX]+)\b|(?<=[-/])\w{1,4}))?"
)
_HOUSE: Final = rf"\d{{1,4}}(?!\d)(?!\s*(?:{_NO_NUMBER})){_REST}"
_ADDRESS: Final = re.compile(
    rf"\b(?:[^\W\d_]+(?i:{_STREETS})|Straat|Laan|Weg|Pad|Plein|Park|Markt|Hof|Ring|Dijk|Dam)\s+"
    rf"(?:(?i:nr|nummer|huisnummer|n°|no)\.?\s*)?{_HOUSE}"
)
# `woont op nummer 23`, `huisnummer 5 b`.
_LIVES_AT: Final = re.compile(
    r"(?<!\w)(?i:huisnummer|(?:op|woont|bij|van|huis|naar|naast|uit)\s+(?:nr|nummer|huisnummer))\.?\s*"
    rf"(?P<house>{_HOUSE})"
)
# `nr. 14 in de Lindestraat`.
_NUMBER_FIRST: Final = re.compile(
    rf"(?<!\w)(?i:nr\.?|nummer)\s?(?P<house>{_HOUSE})(?=\s(?:in|aan|op|van)\s(?:de|het)\s[^\W\d_]*(?:{_STREETS})\b)"
)
_FLAT: Final = re.compile(
    r"(?<!\w)(?i:appartement|app\.|flat|flatnummer|kamernummer|kamer|studio|etage)\s+(?:(?:nr\.?|nummer)\s*)?"
    r"(?P<house>\d{2,4}\s?[a-zA-Z]?)(?![\w.:])"
)
_CAPITAL: Final = r"[^\W\d_a-z]"
_BUILDING: Final = re.compile(
    r"(?<!\w)(?i:(?:[^\W\d_]*flat|flatgebouw|appartementsgebouw|appartementencomplex|wooncomplex|residentie|torengebouw"
    r"|verzorgingshuis|verpleeghuis|bejaardentehuis|woonzorgcentrum|rusthuis|woontoren|studentenhuis|azc"
    r"|asielzoekerscentrum)\s+(?:(?:de|het|ter|ten|t|’t|'t)\s+)?)"
    rf"(?P<name>{_CAPITAL}[\w’'-]+(?:\s{_CAPITAL}[\w’'-]+)?)"
)
# Streets that are of every place, and words that stand before one: `Onze Speelstraat`.
_NO_STREET: Final = (
    r"(?!(?:Op|Over|Af|Toe|Uit|In|Aan|Ver|Dood|Dicht)slaan|Speel|Leef|Winkel|Zij|Woon|Hoofdst|Buurt|Dwars"
    r"|(?:Onze|De|Het|Een|Deze|Die|Mijn|In|Op|Aan|Uit|Van|Naar|Bij|Hele|Elke)\s)"
)
# Without a number: a word that can only be a street, `Jan van Galenstraat` too.
_STREET: Final = re.compile(
    rf"(?<![\w-]){_NO_STREET}{_CAPITAL}[^\W\d_]*"
    rf"(?:(?:\s(?:van|de|den|der|van de|van den|van der))?\s{_CAPITAL}[^\W\d_]*){{0,3}}?"
    r"(?:straat|straatje|laan|steeg|gracht|singel|plantsoen|kade|dreef|steenweg|stwg)(?![\w-])"
)
# And one that may be something else, where the words before it say that it is a place: `op het Wilgenpad`.
_STREET_THERE: Final = re.compile(
    rf"(?<=(?:in|op) het )(?!Buurt|Markt|Kerk|Dorps){_CAPITAL}[^\W\d_]{{2,}}(?:plein|pad|hof|oord|erf)(?![\w-])"
    rf"|(?<=aan het ){_CAPITAL}[^\W\d_]{{2,}}(?:plein|pad|hof|oord|erf)(?![\w-])"
    rf"|(?<=(?:aan de| in de| op de| om de) ){_CAPITAL}[^\W\d_]{{2,}}"
    r"(?:weg|dijk|hoek|hof|wal|vest|lei|baan|kamp|ring)(?![\w-])"
)


def addresses(text: str, country: str) -> Iterator[Span]:
    """Give every address and what is left of one; `country` (NL, BE) says what a postcode looks like."""
    yield from matches(text, Trace.STREET, _STREET)
    yield from matches(text, Trace.STREET, _STREET_THERE)
    yield from matches(text, Trace.ADDRESS, _BUILDING)
    if not any(char.isdigit() for char in text):
        return
    yield from matches(text, Trace.POSTCODE, _POSTCODE_NL)
    if country == "BE":
        yield from matches(text, Trace.POSTCODE, _POSTCODE_BE)
    for pattern in (_ADDRESS, _LIVES_AT, _NUMBER_FIRST, _FLAT):
        yield from matches(text, Trace.ADDRESS, pattern)
