"""How many persons take which choice of a meal: a field with a label above it for each choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from buurtkamer_app.qt.discard import discard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from buurtkamer_app.activities.meals.records import Choice

_MOST: Final = 999
# In heights of a line of type: so wide is one of the fields.
_WIDE: Final = 7


class Choosing(QWidget):
    """Takes no room while there is nothing to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._cells: list[QWidget] = []
        self.fields: dict[UUID, QSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self.hide()

    def put(self, choices: Sequence[Choice], chosen: Mapping[UUID, int] | None = None) -> None:
        """Offer these choices; what was typed for one that stays is not touched, unless `chosen` says how many."""
        typed = self.chosen() if chosen is None else dict(chosen)
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            discard(self._grid, self._cells)
            self._cells, self.fields = [], {}
            for choice in choices:
                self._offer(choice)
            self._fit()
        for key, field in self.fields.items():
            field.setValue(typed.get(key, 0))
        self.setVisible(bool(choices))

    def chosen(self) -> dict[UUID, int]:
        """Give how many take what."""
        return {key: field.value() for key, field in self.fields.items()}

    def clear(self) -> None:
        """Let nobody have chosen anything."""
        for field in self.fields.values():
            field.setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _offer(self, choice: Choice) -> None:
        cell = QWidget()
        stack = QVBoxLayout(cell)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        label, field = QLabel(choice.name), QSpinBox()
        label.setWordWrap(True)
        label.setBuddy(field)
        field.setRange(0, _MOST)
        field.setAccessibleName(choice.name)
        stack.addWidget(label)
        stack.addWidget(field)
        self.fields[choice.id] = field
        self._cells.append(cell)

    def _fit(self) -> None:
        across = max(1, self.width() // (_WIDE * self.fontMetrics().height()))
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // across, place % across)
