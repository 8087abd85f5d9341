"""The fields of an activity that are seldom needed: at least how many, what to bring, the meal, the lower price."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSpinBox

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.planner.cells import arrange, cells_of
from buurtkamer_app.qt.planner.price import PriceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import NewSeries


class MoreFields(Form):
    """A lower price of nothing means that there is none."""

    form: ClassVar[str] = "planner/more"
    cells: QGridLayout
    minimum: QSpinBox
    bring: QLineEdit
    meal: QCheckBox
    reduced: PriceBox
    any_hours: QCheckBox

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells_of(self)
        self.say()

    def say(self) -> None:
        self.minimum.setSpecialValueText(translate("does not matter"))
        self.reduced.say()
        self.reduced.setSpecialValueText(translate("none"))

    def into(self, new: NewSeries) -> NewSeries:
        """Give an activity with what these fields say."""
        from dataclasses import replace

        return replace(
            new,
            minimum=self.minimum.value() or None,
            bring=self.bring.text(),
            meal=self.meal.isChecked(),
            reduced_cents=self.reduced.value() or None,
        )

    def empty(self) -> None:
        """Say nothing."""
        self.minimum.setValue(0)
        self.bring.clear()
        self.meal.setChecked(False)
        self.reduced.setValue(0)
        self.any_hours.setChecked(False)

    def arrange(self, across: int) -> None:
        """Put the fields in so many columns."""
        arrange(self.cells, self._cells, across)
