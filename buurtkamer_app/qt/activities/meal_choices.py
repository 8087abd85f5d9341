"""The room's own list of what one can choose at a meal, in the coordinator's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit

from buurtkamer_app.activities.meals.records import Choice
from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.qt.listed import ListedPanel
from buurtkamer_app.qt.table_model import Column, RecordsModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.base.changes import Change, Outcome
    from buurtkamer_app.qt.tasks import Tasks
    from buurtkamer_app.services import Services


class MealChoicesPanel(ListedPanel):
    """Each line can be chosen now, or rests."""

    form: ClassVar[str] = "activities/meal_choices"
    kinds: ClassVar[frozenset[str]] = frozenset({"meal_choice"})
    name: QLineEdit
    offered: QCheckBox

    def __init__(self, tasks: Tasks[Any], parent: QWidget | None = None) -> None:
        model = RecordsModel[Choice](
            (
                Column(mark("What one can choose"), lambda choice: choice.name),
                Column(
                    mark("Can be chosen now"), lambda choice: translate("yes") if choice.offered else translate("no")
                ),
            )
        )
        super().__init__(tasks, model, parent)
        self.name.returnPressed.connect(self.keep.click)
        self.say()

    def refresh(self) -> None:
        """Read the list."""
        self.tasks.read(lambda services: services.meals.choices(), self.put)

    def fill(self, record: Choice | None) -> None:
        """Put a choice into the fields, None empties them."""
        self.name.setText(record.name if record else "")
        self.offered.setChecked(record is None or record.offered)

    def keeping(self) -> Callable[[Any, UUID | None], Outcome[UUID]]:
        """Give what writes down the choice that stands in the fields."""
        name, offered = self.name.text(), self.offered.isChecked()
        return lambda services, key: services.meals.put_choice(name, key, offered=offered)

    def moved(self, services: Services, key: UUID, by: int) -> Change:
        """Move a choice up or down."""
        return services.meals.move_choice(key, by)

    def ended(self, services: Services, key: UUID) -> Change:
        """Take a choice off the list."""
        return services.meals.take_choice_off(key)
