"""Who asked for something: a widget that is gone by now is told nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def is_gone(then: Callable[..., Any]) -> bool:
    """Tell whether a widget that an answer was for is deleted: its dialog was closed, its row is not shown any more."""
    return any(isinstance(asker, QObject) and not isValid(asker) for asker in _askers(then))


def _askers(then: Callable[..., Any]) -> Iterator[object]:
    """Give what a callable is bound to: its object, and what a function inside a method holds."""
    if isinstance(then, partial):
        yield from _askers(then.func)
        yield from then.args
    yield getattr(then, "__self__", None)
    for cell in getattr(then, "__closure__", None) or ():
        yield cell.cell_contents
