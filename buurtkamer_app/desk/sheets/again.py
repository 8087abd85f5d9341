"""What every kind of numbered sheet has in common: a number that was never given, and another desk that was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from buurtkamer_app.base.errors import ClashError, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
# With every desk of a large house printing at once, each try lets one of them through.
_TRIES: Final = 12


def never_printed(number: str) -> RefusedError:
    """Give what is said of a number that no sheet has."""
    return RefusedError("Sheet {number} was never printed. Look at the number again.", number=number)


def again(work: Callable[[], T]) -> T:
    """Do it again when another desk was faster: then its hours, lines and numbers are known, and told."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except ClashError:
            continue
    return work()
