"""Numbers and the like that show by their form: phone, e-mail, links, accounts, plates, dates of birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from phonenumbers import Leniency, PhoneNumberMatcher

from buurtkamer_app.exchange.cleaning.records import Span, Trace, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMAIL: Final = re.compile(
    r"(?<![^\s<>()\[\],;:\"@])[^\s@<>()\[\],;:\"]++(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[^\s@<>()\[\],;:\"]+\.\w{2,}"
)
_HANDLE: Final = re.compile(r"(?<![\w@.])@[^\W\d]\w*(?:\.\w+)*")
_LINK: Final = re.compile(
    r"(?i:https?://|www\.)[^\s<>\"\]]+(?<![.,;:!?)])"
    r"|(?i:(?<!\w)(?:facebook|instagram|linkedin|tiktok|twitter|youtube|x|fb|wa|t)\.(?:com|me)/[^\s<>\"\]]+)(?<![.,;:!?)])"
)
# A Dutch account as it is written, also when a digit is wrong; of other countries only what passes the test.
_ACCOUNT_NEAR: Final = re.compile(r"(?i)(?<![^\W_])(?:NL\d\d[ .]?[A-Z]{4}(?:[ .]?\d){10}|BE\d\d(?:[ .]?\d){12})(?!\d)")
_ACCOUNT: Final = re.compile(r"(?<![^\W_])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![^\W_])")
_NINE_DIGITS: Final = re.compile(r"(?<![\d+])\d(?:[ .\-]?\d){8}(?!\d)")
_BELGIAN_NUMBER: Final = re.compile(r"(?<!\d)\d\d[. ]?\d\d[. ]?\d\d[- ]\d{3}[. ]?\d\d(?!\d)")
_PART: Final = r"(?:\d{1,3}|[A-Z]{1,3})"
_PLATE: Final = re.compile(
    rf"(?<![\w-])(?=[\dA-Z-]*[A-Z])(?=[\dA-Z-]*\d)(?={_PART}-{_PART}-{_PART}(?![\w-]))[\dA-Z-]{{7,9}}(?![\w-])"
    r"|(?i:(?<=kenteken )|(?<=kenteken: )|(?<=nummerplaat )|(?<=nummerplaat: ))(?=[\w-]*\d)"
    r"(?i:[a-z\d]{1,4}(?:-?[a-z\d]{1,4}){1,2})(?!\w)"
)
_MONTHS: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
# A date is no phone number, nor are the hours after it.
_WHEN: Final = re.compile(
    r"(?<![\d.\-/+(])(?:(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d(?!\d)|\d\d(?![ .\-/]?\d))"
    r"|\d{1,2}[.:]\d\d(?:\s?(?:-|tot)\s?\d{1,2}[.:]\d\d)(?![.:\-/]?\d)|(?:19|20)\d\d-\d\d-\d\d(?!\d))"
)
_DAY: Final = (
    r"(?:\d{1,2}\s?[-/. ]\s?\d{1,2}\s?[-/. ]\s?(?:19|20)?\d\d"
    rf"|\d{{1,2}}\s(?:{_MONTHS})\.?(?:\s(?:19|20)\d\d)?)"
)
_BIRTH: Final = re.compile(
    rf"(?i)(?:(?<=geboren )|(?<=geboren op )|(?<=geboren: )|(?<=geb\. )|(?<=geb )|(?<=geboortedatum )"
    rf"|(?<=geboortedatum: )"
    rf"|(?<=geboortedatum is )|(?<=jarig op )|(?<=verjaart op )|(?<=verjaardag )|(?<=geboren in )){_DAY}(?!\d)"
    r"|(?i:(?<=geboren in )|(?<=geb\. )|(?<=geb\. in ))(?:19|20)\d\d(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:[-/.]\d{{1,2}}[-/.]|\s(?i:{_MONTHS})\s)19\d\d(?!\d)"
)
_BETWEEN: Final = r"[ .\-/–()]{0,3}"
_MOBILE: Final = re.compile(
    rf"(?<![\w.,])(?:(?:\+|00)\s?31\s?(?:\(0\)\s?)?|[0oO]\s?){_BETWEEN}6(?:{_BETWEEN}\d){{8}}(?!\d)"
    rf"|(?<![\w.,])(?:(?:\+|00)\s?32\s?(?:\(0\)\s?)?|0)\s?4\d(?:{_BETWEEN}\d){{7}}(?!\d)"
)
_DIGIT_WORD: Final = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d)"
_SPOKEN: Final = re.compile(
    rf"(?i)(?<!\w)(?:nul[\s,.-]*(?:zes|vier)(?:[\s,.-]*\d){{6,8}}"
    rf"|(?:{_DIGIT_WORD}[\s,.-]{{1,3}}){{7,14}}{_DIGIT_WORD})(?!\w)"
)
_CALLED: Final = re.compile(
    r"(?i)(?<!\w)(?:tel|telefoon|telefoonnummer|telnr|bel|bellen|gsm|mobiel|whatsapp|app|06-nummer)\b(?:\s?(?:op|naar|nr|nummer|is))?"
    r"[.:]?\s{0,3}(?P<number>\d(?:[ .\-/]?\d){5,9})(?!\d)"
)
_SHORTEST_PHONE: Final = 9


def patterns(text: str, country: str) -> Iterator[Span]:
    """Give every number and link; `country` (NL, BE) is where a phone number without a country code is from."""
    digits = any(char.isdigit() for char in text)
    if "@" in text or "at" in text:
        yield from matches(text, Trace.EMAIL, _EMAIL)
        yield from matches(text, Trace.NAME, _HANDLE)
    yield from matches(text, Trace.LINK, _LINK)
    yield from matches(text, Trace.PHONE, _SPOKEN)
    if digits:
        yield from _numbers(text, country)


def _numbers(text: str, country: str) -> Iterator[Span]:
    timeless = _WHEN.sub(lambda match: "x" * len(match.group()), text)
    for trace, pattern, holds in (
        (Trace.ACCOUNT, _ACCOUNT_NEAR, None),
        (Trace.ACCOUNT, _ACCOUNT, _passes_the_97_test),
        (Trace.CITIZEN_NUMBER, _NINE_DIGITS, _passes_the_11_test),
        (Trace.CITIZEN_NUMBER, _BELGIAN_NUMBER, None),
        (Trace.BIRTH, _BIRTH, None),
        (Trace.PLATE, _PLATE, None),
    ):
        yield from matches(text, trace, pattern, holds)
    yield from matches(timeless, Trace.PHONE, _MOBILE)
    yield from matches(timeless, Trace.PHONE, _CALLED)
    for match in PhoneNumberMatcher(timeless, country, leniency=Leniency.POSSIBLE):
        # Nine digits or more in either country; dates and opening hours have eight.
        if sum(char.isdigit() for char in match.raw_string) >= _SHORTEST_PHONE:
            yield Span(match.start, match.end, Trace.PHONE)


def _passes_the_11_test(number: str) -> bool:
    """Tell whether nine digits could be a Dutch citizen service number (weights 9 to 2 and -1, a multiple of 11)."""
    digits = [int(char) for char in number if char.isdigit()]
    return sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11 == 0


def _passes_the_97_test(account: str) -> bool:
    """Tell whether this is an international account number (ISO 13616: 1 modulo 97)."""
    run = account.replace(" ", "")
    moved = run[4:] + run[:4]
    return moved.isascii() and int("".join(str(int(char, 36)) for char in moved)) % 97 == 1
