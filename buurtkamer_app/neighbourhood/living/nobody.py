"""Whether a text about a round past doors names a person or one door: a round is about a street, never about people."""

from __future__ import annotations

import re
from typing import Final

# A date and no part of a number, as in 0475/12.34.56 or 06-10-11-12-13.
_DAY: Final = re.compile(r"(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:\d{4}|\d{2})(?![-/.]?\d)")
# A Dutch number has ten digits, a Belgian one nine or ten; abroad they begin with +.
_PHONE: Final = re.compile(r"(?<![\d.,])(?:\+\d|0)(?:[ ./()-]{0,3}\d){8,}")
_MAIL: Final = re.compile(r"\S@\S+\.\S")
# Who is spoken of with a title, by what begins with a capital after it.
_TITLED: Final = re.compile(
    r"\b(?i:mevrouw|mevr|mw|meneer|mijnheer|de heer|dhr|buurvrouw|buurman|familie|fam)\b\.? "
    r"(?:(?i:van|de|der|den|ten|ter|te|el|al|'t) ){0,3}[^\W\d_a-zà-öø-ÿ]\w+"
)
_STREET: Final = (
    r"\w*(?:straat|laan|weg|plein|hof|pad|kade|dreef|singel|steeg|gracht|park|dijk|markt|lei|baan|ring|plaats|oord)"
)
# `Lindelaan 14`, `nummer 14`, `nr. 14 b`; not `Lindelaan 2-40`, `2 t/m 40`, nor `Plein 1944`.
_DOOR: Final = re.compile(
    rf"\b(?:{_STREET}|huisnummer|huisnr\.?|nummer|nr\.?|nº|bus|apt\.?) ?(?!(?:19|20)\d\d\b)\d{{1,4}}(?: ?[a-z])?\b"
    r"(?! ?(?:-|–|/|t/m|tm\b|tot|en verder|en hoger|,? ?(?:en|,) ?\d))",
    re.IGNORECASE,
)


def somebody(text: str) -> bool:
    """Tell whether a text names a person, or bears a phone number or mail address."""
    plain = _DAY.sub(" ", text)
    return any(pattern.search(plain) for pattern in (_PHONE, _MAIL, _TITLED))


def one_door(text: str) -> bool:
    """Tell whether a text names a single door; part of a street (`2-40`, `14 en verder`) is none."""
    return _DOOR.search(text) is not None
