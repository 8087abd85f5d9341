"""Tables of thousands of rows: none is measured by itself; a column may have a sign before its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableView

from buurtkamer_app.qt import icons, theme
from buurtkamer_app.qt.table_model import Column, RecordsModel, show_in
from buurtkamer_app.qt.widths import narrow

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from PySide6.QtWidgets import QWidget

R = TypeVar("R")
_ROLE: Final = Qt.ItemDataRole
_ROW: Final = 2.8  # times the size of type: 45 pixels at the normal size
_SIGN: Final = 1.2  # times the size of type
_NARROWEST: Final = 9.0  # times the size of type: the column that takes the rest


class Sign(NamedTuple):
    """An icon and its colour (a name of the theme) before words that say the same."""

    icon: str
    colour: str


class SignedModel(RecordsModel[R], Generic[R]):
    """Shows records; the words of one column have a sign before them."""

    def __init__(
        self, columns: Sequence[Column[R]], signed: int, sign: Callable[[R], Sign], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self._signed, self._sign = signed, sign

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> object:
        if role == _ROLE.DecorationRole and index.isValid() and index.column() == self._signed:
            sign = self._sign(self.record(index))
            return icons.icon(sign.icon, getattr(theme.colours(), sign.colour))
        if role == _ROLE.ToolTipRole:
            # What is cut off in its cell can be read whole.
            return super().data(index, _ROLE.DisplayRole)
        return super().data(index, role)


class Columns(QObject):
    """Keeps the columns of a table as wide as the size of type asks; one takes what the others leave.

    `widths` are in times that size, 0 for the one that takes the rest. Where large type leaves no room for all of them
    the columns `spared` are not shown.
    """

    def __init__(self, view: QTableView, widths: Sequence[float], spared: Container[int] = ()) -> None:
        super().__init__(view)
        self._view, self._widths, self._spared = view, tuple(widths), spared
        view.viewport().installEventFilter(self)

    def use(self, widths: Sequence[float]) -> None:
        """Have these widths from now on."""
        self._widths = tuple(widths)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Fit rows and columns now."""
        view = self._view
        em, tight = view.fontInfo().pixelSize(), narrow(view)
        view.verticalHeader().setDefaultSectionSize(round(_ROW * em))
        view.setIconSize(QSize(round(_SIGN * em), round(_SIGN * em)))
        rest = view.viewport().width()
        for column, wide in enumerate(self._widths):
            spared = tight and column in self._spared
            view.setColumnHidden(column, spared)
            if wide:
                view.setColumnWidth(column, round(wide * em))
                rest -= 0 if spared else round(wide * em)
        for column, wide in enumerate(self._widths):
            if not wide:
                view.setColumnWidth(column, max(rest, round(_NARROWEST * em)))


def show_many(view: QTableView, model: RecordsModel[R]) -> None:
    """Show a model of many rows, all as high."""
    show_in(view, model)
    modes = QHeaderView.ResizeMode
    view.setWordWrap(False)
    view.verticalHeader().setSectionResizeMode(modes.Fixed)
    view.horizontalHeader().setSectionResizeMode(modes.Fixed)
    view.horizontalHeader().setStretchLastSection(False)


def hear_in(widget: QWidget, keys: Sequence[str], then: Callable[[], object]) -> None:
    """Do something when one of these keys is pressed in a widget, and nowhere else."""
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), widget, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(then)


def high(view: QTableView, rows: int) -> int:
    """Give how high a table is that shows so many rows with their header, in pixels."""
    return round((rows + 1) * _ROW * view.fontInfo().pixelSize()) + 6
