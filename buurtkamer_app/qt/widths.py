"""Whether there is room beside each other: the one measure by which pages put their parts in one row or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# The window's own measure: in heights of a line of type, so that large type on a small screen counts as narrow.
ENOUGH: Final = 54


def narrow(widget: QWidget) -> bool:
    """Tell whether the window that holds a widget is too narrow for its size of type."""
    return widget.window().width() < ENOUGH * widget.fontMetrics().height()
