"""What the window must know of a page before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class PageSpec(NamedTuple):  # made before the first paint: a dataclass takes 0.4 ms
    """A page: its name in code, the number of its key (Ctrl+1 to Ctrl+8), title (message id), icon and its making."""

    name: str
    number: int
    title: str
    icon: str
    make: Callable[[], QWidget]
