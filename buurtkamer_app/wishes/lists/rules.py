"""What the board shows of full columns, and which words the list finds however they are spelled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.letters import words
from buurtkamer_app.base.terms import WishStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from buurtkamer_app.wishes.records import Wish

# Somebody looks again at an open wish that stood still this long. Source: issue 4, "nobody's wish is forgotten".
STILL: Final = timedelta(days=30)
# What runs or came to its end has nothing to wait for.
OPEN: Final = frozenset(
    {WishStatus.NEW, WishStatus.TALKING, WishStatus.NEEDS_LEAD, WishStatus.PLANNED, WishStatus.PARKED}
)
# What came to its end is looked at least: there the board shows the last ones only.
ENDED: Final = frozenset({WishStatus.DONE, WishStatus.SELF_RUN})
_LATEST: Final = 30
_MOST: Final = 60


def limit(status: WishStatus) -> int:
    """Give how many wishes of a status the board shows."""
    return _LATEST if status in ENDED else _MOST


def in_column(status: WishStatus, wishes: Iterable[Wish]) -> Sequence[Wish]:
    """Give the wishes of a column in its order: open ones by number, of the others the last that moved first."""
    if status not in ENDED:
        return sorted(wishes, key=lambda wish: wish.number)
    return sorted(wishes, key=lambda wish: (wish.moved_on, wish.number), reverse=True)


def finder(typed: str) -> Callable[[str], bool]:
    """Give what tells whether a text holds every word that was typed, or a word that begins so; without words all do.

    Capitals and accents make no difference.
    """
    wanted = words(typed)
    if not wanted:
        return lambda _: True

    def holds(text: str) -> bool:
        # What is plain already needs no spelling out, which takes ten times as long.
        said = text.lower() if text.isascii() else " ".join(words(text))
        return all(word in said for word in wanted)

    return holds
