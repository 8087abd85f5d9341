"""Boxes to tick, one for each sheet: what is not ticked stays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.discard import discard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from buurtkamer_app.papers.kinds import SheetKind


class Ticks(QWidget):
    """Offers sheets, all of them ticked at first; `boxes` by the names of the sheets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._kinds: Sequence[SheetKind] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def ticked(self) -> list[SheetKind]:
        """Give the sheets that are ticked, in their order."""
        return [kind for kind in self._kinds if self.boxes[kind.name].isChecked()]

    def offer(self, kinds: Sequence[SheetKind]) -> None:
        """Offer these; what was not ticked before is not now."""
        left_out = {name for name, box in self.boxes.items() if not box.isChecked()}
        discard(self._column, list(self.boxes.values()))
        self._kinds, self.boxes = kinds, {}
        for kind in kinds:
            box = self.boxes[kind.name] = QCheckBox()
            box.setChecked(kind.name not in left_out)
            self._column.addWidget(box)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        for kind in self._kinds:
            self.boxes[kind.name].setText(translate(kind.title))
