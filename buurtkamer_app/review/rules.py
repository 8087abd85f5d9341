"""What is decided of files and passphrases: how long a wrong one waits, in which order they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.waiting import time_left

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

# How many passphrases of other rooms are tried by themselves on a log that they may not open at all.
MOST_OF_RING: Final = 24


def seconds_left(wrong: int, at: datetime, now: datetime) -> int:
    """Give how many seconds a file still waits after so many wrong passphrases, of which the last was at a moment."""
    return max(0, -int(-time_left(wrong, at, now).total_seconds() // 1))


def order_of_tries(
    known: str | None, typed: Sequence[str], ring: Sequence[str], opened: Mapping[str, int], begin: int
) -> list[str]:
    """Give the passphrases to try on a log, each once: that of its room, those that were typed, the newest of the ring.

    `opened` is how many rooms each opened. One that opened several comes first, one that opened a single room last.
    Rooms and their passphrases are often listed in the same order: those that were typed go on from place `begin`.
    """

    def rank(words: str) -> int:
        rooms = opened.get(words, 0)
        return 0 if rooms > 1 else 1 + rooms

    first = sorted([*typed[begin:], *typed[:begin]], key=rank)
    newest = list(reversed(ring))
    then = sorted(newest, key=rank)[:MOST_OF_RING]
    return list(dict.fromkeys([*([known] if known else []), *first, *then]))


def whole_months(first: date, last: date) -> int:
    """Give how many whole calendar months a period is, 0 when it is no whole ones."""
    if first.day != 1 or (last < type(last).max and type(last).fromordinal(last.toordinal() + 1).day != 1):
        return 0
    return 12 * (last.year - first.year) + last.month - first.month + 1
