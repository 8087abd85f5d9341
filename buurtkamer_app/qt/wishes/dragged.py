"""A card that is dragged to another column: what goes along with the mouse is the key of its wish, nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

from buurtkamer_app.qt.table_model import RecordsModel
from buurtkamer_app.wishes.records import Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND: Final = "application/x-buurtkamer-wish"


class CardsModel(RecordsModel[Wish]):
    """The cards of a column; each can be dragged away, to be put elsewhere by who takes it."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [_KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_KIND, self.record(indexes[0]).id.bytes)
        return carried


def dragged(carried: QMimeData) -> UUID | None:
    """Give the key of the wish that is dragged, None for anything else."""
    given = bytes(carried.data(_KIND).data())
    return UUID(bytes=given) if len(given) == 16 else None
