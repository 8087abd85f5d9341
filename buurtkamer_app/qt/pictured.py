"""Draws the picture of an activity beside its name in a list or table, in the colour that fits a chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from buurtkamer_app.qt import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractItemView

    Index = QModelIndex | QPersistentModelIndex


class Pictured(QStyledItemDelegate):
    """`picture` names the picture of a row; `lines` says how large it is, in heights of a line of type."""

    def __init__(self, view: QAbstractItemView, picture: Callable[[Index], str], lines: float) -> None:
        super().__init__(view)
        self._picture, self._lines = picture, lines

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The published stubs know no attributes of an option.
        shown: Any = option
        state, tints = shown.state, theme.colours()
        chosen = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
        side = round(self._lines * shown.fontMetrics.height())
        shown.icon = icons.icon(self._picture(index), tints.white if chosen else tints.ink)
        shown.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        shown.decorationSize = QSize(side, side)
