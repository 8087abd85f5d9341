"""The fields of an activity that are seldom needed: at least how many, what to bring, the meal, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QSpinBox

from buurtkamer_app.activities.pictogram_words import WORDS
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.qt.forms import Form, dress
from buurtkamer_app.qt.planner.cells import arrange, cells_of
from buurtkamer_app.qt.planner.price import PriceBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from buurtkamer_app.activities.records import NewSeries


class MoreFields(Form):
    """A lower price of nothing means that there is none; `typed` gives what stands in all fields of the activity."""

    form: ClassVar[str] = "planner/more"
    cells: QGridLayout
    minimum: QSpinBox
    bring: QLineEdit
    meal: QCheckBox
    reduced: PriceBox
    any_hours: QCheckBox
    picture: QPushButton

    def __init__(self, typed: Callable[[], NewSeries], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed, self._pictogram = typed, ""
        self._cells = cells_of(self)
        self.picture.clicked.connect(self._choose_picture)
        self.say()

    def say(self) -> None:
        self.minimum.setSpecialValueText(translate("does not matter"))
        self.reduced.say()
        self.reduced.setSpecialValueText(translate("none"))
        self._show_picture(self._pictogram)

    def into(self, new: NewSeries) -> NewSeries:
        """Give an activity with what these fields say."""
        from dataclasses import replace

        return replace(
            new,
            minimum=self.minimum.value() or None,
            bring=self.bring.text(),
            meal=self.meal.isChecked(),
            reduced_cents=self.reduced.value() or None,
            pictogram=self._pictogram,
        )

    def empty(self) -> None:
        """Say nothing."""
        self.minimum.setValue(0)
        self.bring.clear()
        self.meal.setChecked(False)
        self.reduced.setValue(0)
        self.any_hours.setChecked(False)
        self._show_picture("")

    def arrange(self, across: int) -> None:
        """Put the fields in so many columns."""
        arrange(self.cells, self._cells, across)

    def _choose_picture(self) -> None:
        """Offer all pictures, with the one that fits what is typed so far."""
        from buurtkamer_app.activities.pictograms import guess, pictogram
        from buurtkamer_app.qt.picture_choice import PictureChoice

        new = self._typed()
        dialog = PictureChoice(new.name or translate("a new activity"), pictogram(new), guess(new), self)
        dialog.chosen.connect(self._show_picture)
        dialog.open()

    def _show_picture(self, pictogram: str) -> None:
        """Show what was chosen, or that nothing was: then the name and theme say which it is."""
        self._pictogram = pictogram
        word = translate(WORDS[pictogram]) if pictogram else translate("Choose a picture…")
        self.picture.setText(word)
        self.picture.setAccessibleName(f"{translate('Picture')}: {word}")
        dress(self.picture, pictogram or "shapes")
