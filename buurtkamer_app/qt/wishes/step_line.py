"""A step of an ending: done or not, said with an icon and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK: Final = 1.3  # times the size of type: an icon before words


class StepLine(QWidget):
    """`done` True: it was done, False: it is to be done, None: a fact that is no step."""

    def __init__(self, words: str, *, done: bool | None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        tints, size = theme.colours(), round(_MARK * self.fontInfo().pixelSize())
        sign = QLabel()
        glyph = "circle-info" if done is None else "circle-check" if done else "hourglass-half"
        sign.setPixmap(icons.icon(glyph, tints.petrol if done else tints.soft).pixmap(size, size))
        state = "" if done is None else f"{translate('done') if done else translate('to do')}: "
        label = QLabel(state + words)
        label.setObjectName("step")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("kind", "strong" if done is False else "soft")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)


def lines(steps: Sequence[tuple[str, bool | None]]) -> list[QWidget]:
    """Make a line for each step that has words."""
    return [StepLine(words, done=done) for words, done in steps if words]
