"""Tab goes as the eye goes: from top to bottom and from left to right, whenever the parts of a page were made."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def follow(*groups: Sequence[QWidget]) -> None:
    """Let Tab go through groups one after the other, and in each through what is seen of its parts and their parts."""
    walk(*chain.from_iterable(map(_as_seen, groups)))


def walk(*stops: QWidget) -> None:
    """Let Tab go from one to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _as_seen(group: Sequence[QWidget]) -> list[QWidget]:
    """Give what Tab can reach, row by row: what begins before the first of a row is half over stands beside it."""
    parts = dict.fromkeys(chain.from_iterable((part, *part.findChildren(QWidget)) for part in group))
    # What is in a dialog that a part opened has a walk of its own.
    left = sorted((part for part in parts if _reached(part) and part.window() is group[0].window()), key=_top)
    seen: list[QWidget] = []
    while left:
        first, top = left[0], _top(left[0])
        row = [part for part in left if _top(part) <= top + min(part.height(), first.height()) / 2]
        seen += sorted(row, key=lambda part: _corner(part).x())
        left = [part for part in left if part not in row]
    return seen


def _reached(part: QWidget) -> bool:
    tab = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tab) and part.isVisible() and part.focusProxy() is None


def _corner(part: QWidget) -> QPoint:
    return part.mapTo(part.window(), QPoint(0, 0))


def _top(part: QWidget) -> int:
    return _corner(part).y()
