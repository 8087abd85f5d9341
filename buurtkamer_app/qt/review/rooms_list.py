"""Rooms of which one ticks which are compared; hundreds of them, searched by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

_ROLE: Final = Qt.ItemDataRole


class RoomsList(QAbstractListModel):
    """Holds names by their keys, each with a tick; `ticked` comes when a tick changes."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rooms: tuple[tuple[str, str], ...] = ()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._off: set[str] = set()
        self._sought = ""

    def put(self, rooms: Sequence[tuple[str, str]]) -> None:
        """Hold these rooms (key, name); a room that is new is ticked."""
        self._rooms = tuple(rooms)
        self._off &= {key for key, _ in rooms}
        self._list()

    def seek(self, words: str) -> None:
        """Show the rooms with these letters in their name; the others keep their tick."""
        self._sought = words.casefold().strip()
        self._list()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick all rooms that are shown, or none of them."""
        shown = {key for key, _ in self._shown}
        self._off = self._off - shown if ticked else self._off | shown
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
        self.ticked.emit()

    @property
    def chosen(self) -> frozenset[str]:
        """Give the keys of the rooms that are ticked."""
        return frozenset(key for key, _ in self._rooms if key not in self._off)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        key, name = self._shown[index.row()]
        if role in {_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole}:
            return name
        if role == _ROLE.CheckStateRole:
            return Qt.CheckState.Unchecked if key in self._off else Qt.CheckState.Checked
        return None

    def turn(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Tick a room, or take its tick away; one presses anywhere on its row for that."""
        if index.isValid():
            self._off ^= {self._shown[index.row()][0]}
            self.dataChanged.emit(index, index, [_ROLE.CheckStateRole])
            self.ticked.emit()

    def _list(self) -> None:
        self.beginResetModel()
        self._shown = tuple(room for room in self._rooms if self._sought in room[1].casefold())
        self.endResetModel()
