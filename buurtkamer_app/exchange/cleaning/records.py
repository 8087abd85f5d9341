"""What is taken out of a text, and what is left of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator


class Trace(enum.StrEnum):
    """What was taken out; of two that overlap the first one here names the place."""

    EMAIL = "email"
    LINK = "link"
    ACCOUNT = "account"
    CITIZEN_NUMBER = "citizen_number"
    PHONE = "phone"
    BIRTH = "birth"
    PLATE = "plate"
    POSTCODE = "postcode"
    ADDRESS = "address"
    STREET = "street"
    PARTNER = "partner"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, from `start` until before `end` (characters), and what stands there."""

    start: int
    end: int
    trace: Trace


def matches(
    text: str, trace: Trace, pattern: re.Pattern[str], holds: Callable[[str], bool] | None = None
) -> Iterator[Span]:
    """Give every place where a pattern fits; of one with a named part, only that goes."""
    for match in pattern.finditer(text):
        if holds is None or holds(match.group()):
            yield Span(*match.span(match.lastgroup or 0), trace)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without what points at a person, and what was taken out, in its order."""

    text: str
    found: tuple[Trace, ...]
