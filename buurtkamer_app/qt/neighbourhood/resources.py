"""Who and what there is in the neighbourhood: the list, and under it the same on a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.neighbourhood.map_part import MapPart
from buurtkamer_app.qt.neighbourhood.resource_list import ResourceList

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks


class ResourcesPanel(Form):
    """Holds both; what is chosen in one is chosen in the other."""

    form: ClassVar[str] = "neighbourhood/resources"
    stack: QVBoxLayout

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.map = ResourceList(tasks), MapPart(tasks)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.map)
        self.list.picked.connect(self.map.choose)
        self.map.chosen.connect(self.list.choose)

    def hide_names(self, hidden: bool) -> None:
        """Show residents without their names and numbers."""
        self.list.hide_names(hidden)
        self.map.hide_names(hidden)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.search.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go as the eye goes, whenever the parts were made."""
        from buurtkamer_app.qt.walk import follow

        follow((self.list.those,), (self.list.one,), (self.map,))
        return super().focusNextPrevChild(forward)
