"""How high a field for several lines is: so many lines of the type that is chosen, and no more room than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


def keep_lines(field: QPlainTextEdit, lines: int) -> None:
    """Give a field the height of so many lines; call it again when the size of type may have changed."""
    around = field.contentsMargins().top() + field.contentsMargins().bottom()
    inside = 2 * round(field.document().documentMargin())
    field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + around + inside + 4)
