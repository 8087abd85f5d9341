"""Who asks for a wish, when it suits, what they can do themselves and, with their yes, how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.terms import Prefers
from buurtkamer_app.qt.careful import Careful
from buurtkamer_app.qt.forms import Form
from buurtkamer_app.qt.terms import PREFERS

if TYPE_CHECKING:
    from buurtkamer_app.wishes.records import Wish


class Asker(NamedTuple):
    """What the fields say."""

    prefers: Prefers
    asked_by: str
    own_part: str
    contact: str
    may_contact: bool


class AskerFields(Form):
    """Fields that may all stay empty; where `when` is asked elsewhere, that field is left out."""

    form: ClassVar[str] = "wishes/asker"
    asked_by: QLineEdit
    prefers_label: QLabel
    prefers: QComboBox
    own_part: QLineEdit
    contact: QLineEdit
    may_contact: QCheckBox

    def __init__(self, parent: QWidget | None = None, *, when: bool = True) -> None:
        super().__init__(parent)
        Careful(self.own_part)
        for prefers in PREFERS:
            self.prefers.addItem("", prefers)
        self.prefers.setVisible(when)
        self.prefers_label.setVisible(when)
        self.say()

    def say(self) -> None:
        for row, name in enumerate(PREFERS.values()):
            self.prefers.setItemText(row, translate(name))

    def said(self) -> Asker:
        """Give what the fields say."""
        return Asker(
            Prefers(self.prefers.currentData()),  # Qt keeps it as the text that it is
            self.asked_by.text(),
            self.own_part.text(),
            self.contact.text(),
            self.may_contact.isChecked(),
        )

    def put(self, wish: Wish) -> None:
        """Show what is known of a wish."""
        self.prefers.setCurrentIndex(self.prefers.findData(wish.prefers))
        self.asked_by.setText(wish.asked_by)
        self.own_part.setText(wish.own_part)
        self.contact.setText(wish.contact)
        self.may_contact.setChecked(bool(wish.contact))

    def clear(self) -> None:
        """Empty the fields."""
        self.prefers.setCurrentIndex(0)
        for field in (self.asked_by, self.own_part, self.contact):
            field.clear()
        self.may_contact.setChecked(False)
