"""The spaces of the house: their names, how many people fit in, and whether activities share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from buurtkamer_app.base.changes import Outcome
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.listed import ListedPanel
from buurtkamer_app.qt.table_model import Column, RecordsModel
from buurtkamer_app.room.records import Space

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class SpacesPanel(ListedPanel):
    """Each line is a space; one that was used stays."""

    form: ClassVar[str] = "room/spaces"
    kinds: ClassVar[frozenset[str]] = frozenset({"space"})
    name: QLineEdit
    capacity: QSpinBox
    shared: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        model = RecordsModel[Space](
            (
                Column(mark("Name"), lambda space: space.name),
                Column(mark("People"), lambda space: str(space.capacity), figures=True),
                Column(mark("Shared"), lambda space: translate("yes") if space.shared else translate("no")),
            )
        )
        super().__init__(tasks, model, parent)
        self.name.returnPressed.connect(self.keep.click)
        self.say()

    def refresh(self) -> None:
        """Read the spaces."""
        self.tasks.read(lambda services: services.room.spaces(), self.put)

    def fill(self, record: Space | None) -> None:
        """Put a space into the fields, None empties them."""
        self.name.setText(record.name if record else "")
        self.capacity.setValue(record.capacity if record else 12)
        self.shared.setChecked(record is not None and record.shared)

    def keeping(self) -> Callable[[Services, UUID | None], Outcome[UUID]]:
        """Give what writes down the space that stands in the fields."""
        name, capacity, shared = self.name.text(), self.capacity.value(), self.shared.isChecked()

        def keep(services: Services, key: UUID | None) -> Outcome[UUID]:
            if key is None:
                return services.premises.add_space(name, capacity, shared=shared)
            return Outcome(services.premises.change_space(key, name, capacity, shared=shared), key)

        return keep

    def moved(self, services: Services, key: UUID, by: int) -> Change:
        """Move a space up or down."""
        return services.premises.move_space(key, by)

    def ended(self, services: Services, key: UUID) -> Change:
        """Take a space away."""
        return services.premises.remove_space(key)
