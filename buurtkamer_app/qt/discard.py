"""Takes widgets out of a layout again.

Layouts are never asked for their items: Qt does not tell Python when it deletes one, and whatever is made at the same
address later would be taken for the item that is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget

    W = TypeVar("W", bound=QWidget)


def discard(layout: QLayout, widgets: list[W]) -> None:
    """Take these widgets away for good, and empty the list."""
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
    widgets.clear()
