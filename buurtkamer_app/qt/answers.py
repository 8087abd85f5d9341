"""Answers that come when the dialog that asked is gone already, and those that nobody waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")


def while_there(
    widget: QWidget, then: Callable[[T], None], otherwise: Callable[[T], None] | None = None
) -> Callable[[T], None]:
    """Give a function that passes an answer on while the widget is there, and to `otherwise` when it is gone."""

    def heard(answer: T) -> None:
        if isValid(widget):
            then(answer)
        elif otherwise is not None:
            otherwise(answer)

    return heard


def leave_it(_: object) -> None:
    """Leave an answer to what was changed: whoever shows it reads it again."""
