"""The customs of the neighbourhood, in the room's own order; with the call guide they are one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.neighbourhood.living.records import Custom
from buurtkamer_app.qt.kept.fields import Asked, Holds
from buurtkamer_app.qt.kept.kept import KeptPanel
from buurtkamer_app.qt.neighbourhood.sheet_button import SheetButton
from buurtkamer_app.qt.table_model import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class CustomsPanel(KeptPanel):
    """What people here are used to do for each other."""

    kinds = frozenset({"custom"})
    record = Custom
    asked = (
        Asked(
            "text",
            mark("What are you used to do here?"),
            Holds.TEXT,
            hint=mark("For instance: whoever goes away tells the neighbours."),
        ),
    )
    shown: ClassVar[tuple[Column[Any], ...]] = (
        Column(mark("What we are used to do for each other"), lambda known: known.it.text),
    )
    heading_words = mark("How we do that here")
    about_words = mark("What everybody here does when somebody needs it. The most important one on top.")
    none_words = mark("Nothing was written down yet. Begin with one custom.")
    ordered = True

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.sheet = SheetButton(tasks, "customs", mark("Print customs and whom to call"))
        self.below.addWidget(self.sheet)
        self.walk_past(below=(self.sheet.button,))

    def kept(self, services: Services) -> Any:
        """Give the customs."""
        return services.living.customs
